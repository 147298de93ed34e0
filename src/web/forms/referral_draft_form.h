#pragma once

// What is typed in the draft of a referral.

#include "app/referrals.h"
#include "web/forms/case_forms.h"
#include "web/forms/form_writer.h"

#include <cstdint>
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
    Phrase missing = {};  ///< What to do where it has to be said; {0} is the child.
};
[[nodiscard]] std::span<const ReferralField> referral_fields();
[[nodiscard]] std::span<const ReferralField> referred_child_fields();

/// What a field of one child is called in the form.
[[nodiscard]] std::string child_field(const record::CaseRef& ref, std::string_view name);

/// Which draft a form was drawn from (`written_at`): a hidden field of it.
inline constexpr std::string_view seen_field = "seen";
[[nodiscard]] std::uint64_t seen_in(const FormFields& typed);

/// A draft as its form begins with it: those who are left out are there to be ticked.
[[nodiscard]] FormFields typed_of(const app::ReferralView& draft, const directory::Zone& zone);

/// What is missing in a draft that is to be sent, named one by one.
[[nodiscard]] FormErrors missing_in_draft(FormErrors errors);

/// `before` says which children there are, in it or left out; it is about those whose boxes are ticked.
/// Nobody was rung after `before.now`.
[[nodiscard]] Result<Typed<app::ReferralText>, FormErrors> parse_referral_text(
    const FormFields& typed, const directory::Zone& zone, const app::ReferralView& before);

/// What the form that discards a draft is known by, as that of a step is by its word.
inline constexpr std::string_view discarded_word = "discarded";
inline constexpr std::string_view discarded_why_field = "words-discarded";

/// Under what name the typing in the draft is kept.
[[nodiscard]] std::string draft_of_referral(const record::Reference& referral);

}  // namespace safelead::web
