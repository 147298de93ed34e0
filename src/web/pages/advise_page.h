#pragma once

// Advice without an account: the questions and the advice on one page that keeps nothing. What was answered
// stands in its form and nowhere else.

#include "decision/evaluate.h"
#include "guidance/facts.h"
#include "guidance/pack.h"
#include "web/forms/form_writer.h"
#include "web/pages/open_pages.h"

#include <optional>
#include <vector>

namespace safelead::web {

/// What follows from what was answered.
struct Advised {
    guidance::Facts facts;
    decision::Advice advice;
    std::vector<guidance::Step> steps;
};

struct AdvisePage {
    const guidance::Pack& pack;
    const RingingNow& ringing;
    std::optional<Advised> advised;          ///< Nothing before anybody asked for advice.
    std::vector<guidance::FactId> decisive;  ///< The questions to put first, in this order.
    int room;                                ///< How many people the form has room for.
};

[[nodiscard]] Html advise_page(const FormWriter& form, const AdvisePage& page);

/// "within 24 hours", "on the same school day".
[[nodiscard]] std::string deadline_words(const Speaker& say, const guidance::Deadline& deadline);

}  // namespace safelead::web
