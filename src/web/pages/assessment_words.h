#pragma once

// What the questions of the fuller assessment and the needs of a child are called on the page.

#include "record/risk_assessment.h"
#include "web/text/phrase.h"

#include <string_view>

namespace safelead::web {

struct QuestionWords {
    std::string_view id;
    Phrase asks;
    Phrase means;  ///< What an answer leads to, beside the rules that it bears on.
};

[[nodiscard]] const QuestionWords& words_of_question(std::string_view id);

/// "pressured" of "R6", in words.
[[nodiscard]] Phrase words_of_value(std::string_view question, std::string_view value);

[[nodiscard]] Phrase words_of_need(std::string_view need);
[[nodiscard]] Phrase words_of_part(record::PartHad part);
[[nodiscard]] Phrase words_of_state(record::NeedState state);

}  // namespace safelead::web
