#pragma once

// What a referral says at first: filled from the case, so that the sender corrects and leaves out instead of
// typing it all again. Nothing is guessed: what the case does not say is left empty.

#include "guidance/pack.h"
#include "record/case.h"
#include "record/child_events.h"
#include "record/referral_known.h"
#include "record/referral_words.h"

#include <string>
#include <vector>

namespace safelead::record {

/// `children`: whom the referral is about; what is kept of another child's family, support or devices is left
/// out.
/// `reported`: what the concerns say, word for word. `caller`: who refers, and how to ring back.
[[nodiscard]] ReferralWords referral_words_of(const Case& of, const guidance::Pack& pack,
                                              const std::vector<CaseRef>& children,
                                              const std::vector<std::string>& reported, std::string caller,
                                              const std::vector<KnownTie>& ties = {});

struct BeginReferral;
struct Referral;

/// Lets it say what the one that it goes on from said, of those whom both are about: what is said of the
/// family, support or devices of a child whom it leaves out is not carried on, nor is when the first agency
/// was rung.
void go_on_from(BeginReferral& begin, const Referral& followed);

/// `identity`: null for somebody without a record. `school`: the sender's, for its own children. `known`:
/// what is known of the child outside the case.
[[nodiscard]] ReferredChild referred_child_of(const Case& of, const guidance::Pack& pack,
                                              const CasePerson& person, const Identity* identity,
                                              std::string_view school, const KnownOfChild& known = {});

/// Yes if one of the facts is, also where it is alleged or suspected; no only if all are known not to be.
/// What nobody asked is not known.
[[nodiscard]] Answer together(const Case& of, std::initializer_list<std::string_view> facts);

/// What an officer weighs before an outcome is chosen: each feature that could aggravate it, whether the case
/// says so, and in which answers. No more than that: it counts nothing and recommends nothing.
[[nodiscard]] std::vector<Finding> aggravating_features(const Case& of, const guidance::Pack& pack);

}  // namespace safelead::record
