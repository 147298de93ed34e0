#pragma once

// What the steps of a referral and their forms are called.

#include "web/pages/referral_page.h"

#include <span>
#include <string_view>

namespace safelead::web {

struct StepWords {
    record::StepKind kind;
    Phrase happened;
    Phrase title;  ///< Of its form.
    Phrase label;  ///< Of the words in it; nothing where none are needed.
    Phrase hint;
    Phrase button;
};

/// Of each kind of step once, in the order in which their forms stand; one that has no form has no title.
[[nodiscard]] std::span<const StepWords> step_words();

[[nodiscard]] const StepWords& words_for(record::StepKind kind);

/// The same, or what its form says instead on that page.
[[nodiscard]] const StepWords& words_of_form(const ReferralPage& page, const StepWords& words);

/// Whether what is not agreed was raised by the side of that page.
[[nodiscard]] bool is_raised_here(const ReferralPage& page);

/// What a form sends, and what people read.
struct DecisionWords {
    std::string_view word;
    Phrase label;
};

/// In the order of `record::DecidedAs`.
[[nodiscard]] std::span<const DecisionWords> decision_words();

}  // namespace safelead::web
