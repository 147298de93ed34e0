#pragma once

// What is typed in the steps of a referral, after it was sent.

#include "app/referrals.h"
#include "web/forms/case_forms.h"
#include "web/forms/form_writer.h"

#include <string>
#include <string_view>

namespace safelead::web {

/// One of the agencies here as a form names it: the LADO of an authority is another choice than the rest of
/// it.
[[nodiscard]] std::string agency_value(const record::Agency& agency);
[[nodiscard]] Html agency_label(const Speaker& say, const record::Agency& agency);

/// What the fields about one child are called in the form of what the police recorded: this, and its letter.
inline constexpr std::string_view as_prefix = "as-";
inline constexpr std::string_view told_child_prefix = "told-child-";
inline constexpr std::string_view told_parents_prefix = "told-parents-";

/// The word of a kind in forms: "more-asked".
[[nodiscard]] std::string_view step_word(record::StepKind kind);

/// Under what name the typing in that form is kept.
[[nodiscard]] std::string draft_of_step(std::string_view form, const record::Reference& referral);

[[nodiscard]] Result<Typed<record::StepSaid>, FormErrors> parse_step(const FormFields& typed,
                                                                     const directory::Zone& zone,
                                                                     const app::StepOffers& offers);

/// A step of an agency without an account, and who there took it.
struct AnswerOf {
    record::StepSaid said;
    std::string who;
};
[[nodiscard]] Result<Typed<AnswerOf>, FormErrors> parse_answer_of(const FormFields& typed,
                                                                  const directory::Zone& zone,
                                                                  const app::StepOffers& offers);

/// Where a page has the same form for either side, the one that is written down for an agency without an
/// account says so in this field, and the ids in it begin with `their_ids`.
inline constexpr std::string_view whose_field = "whose";
inline constexpr std::string_view theirs = "theirs";
inline constexpr std::string_view their_ids = "their-";
[[nodiscard]] bool is_of_theirs(const FormFields& typed);

/// The form that it was typed in: the word of its step, and of two equal ones whose; empty of the draft.
[[nodiscard]] std::string form_typed_in(const FormFields& typed);
[[nodiscard]] std::string their_form(std::string_view word);

/// The id of that form, or of what stands in its place.
[[nodiscard]] std::string place_of_form(std::string_view form);

/// The errors of a step at the fields of the form that it was typed in.
[[nodiscard]] FormErrors at_their_fields(FormErrors errors, const FormFields& typed);

/// Where the core says what is missing in a step, the field of its form; of the whole, the form itself.
[[nodiscard]] FormErrors step_errors(FormErrors errors, const FormFields& typed);

}  // namespace safelead::web
