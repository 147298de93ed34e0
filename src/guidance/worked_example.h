#pragma once

// One situation and what an edition says about it, for people to check. docs/formats/worked-example.md.

#include "guidance/facts.h"
#include "guidance/pack.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::guidance {

/// What the edition should say, in codes and in the order of the pack.
struct ExpectedAdvice {
    Code category;
    Code route;
    std::optional<Code> consult;
    std::vector<Code> criteria;
    std::vector<Code> safety_rules;
    std::vector<FactId> unresolved;
    std::vector<Code> indicators;
    std::vector<Code> flags;
};

struct WorkedExample {
    std::string name;  ///< That of the file, without ".md".
    std::string title;
    std::string happened;
    Facts facts;
    ExpectedAdvice advice;
    std::vector<Source> said_in;  ///< Never empty.
    std::string why;
    std::vector<std::string> checked_by;  ///< Empty: nobody yet, and the page says so.
};

}  // namespace safelead::guidance
