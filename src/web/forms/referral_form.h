#pragma once

// What is typed in a referral: the words of a draft, and each step after it was sent.

#include "app/referrals.h"
#include "web/forms/case_forms.h"
#include "web/forms/form_writer.h"

#include <span>
#include <string>
#include <string_view>

namespace safelead::web {

/// One field of a referral: what the record calls it, and the words to ask with and to show it by.
struct ReferralField {
    std::string_view name;
    Phrase label;
    Phrase hint = {};
    int rows = 3;
};
[[nodiscard]] std::span<const ReferralField> referral_fields();
[[nodiscard]] std::span<const ReferralField> referred_child_fields();

/// One of the agencies here as a form names it: the LADO of an authority is another choice than the rest of
/// it.
[[nodiscard]] std::string agency_value(const record::Agency& agency);
[[nodiscard]] Html agency_label(const Speaker& say, const record::Agency& agency);

/// What a field of one child is called in the form.
[[nodiscard]] std::string child_field(const record::CaseRef& ref, std::string_view name);

/// A draft as its form begins with it.
[[nodiscard]] FormFields typed_of(const record::Referral& referral, const directory::Zone& zone);

/// `before` says which children there are; the box of one who is left out is not ticked.
[[nodiscard]] Result<Typed<app::ReferralText>, FormErrors> parse_referral_text(
    const FormFields& typed, const directory::Zone& zone, const record::Referral& before);

/// The word of a kind in forms: "more-asked".
[[nodiscard]] std::string_view step_word(record::StepKind kind);

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

/// Where the core says what is missing in a step, the field of its form.
[[nodiscard]] FormErrors step_errors(FormErrors errors, const FormFields& typed);

}  // namespace safelead::web
