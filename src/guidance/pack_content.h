#pragma once

#include "guidance/pack.h"
#include "guidance/program.h"

#include <map>
#include <unordered_map>
#include <utility>

namespace safelead::guidance {

/// What a pack holds; written once, by PackPress.
struct Pack::Content {
    explicit Content(Imprint of) : imprint{std::move(of)} {}

    Imprint imprint;
    std::vector<OverlayId> overlays;
    Vocabulary vocabulary;
    std::vector<Question> questions;
    std::vector<Table> tables;
    std::vector<Step> steps;
    std::vector<Route> routes;
    std::vector<Term> terms;  ///< By code in byte order.
    std::map<std::string, std::string, std::less<>> texts;
    Program program;
};

}  // namespace safelead::guidance
