#pragma once

// Who reads a referral where it was sent to, beyond what their role says: somebody is kept out of it by name,
// it is kept to named people, or, where it is about somebody who works with children, it is the LADO's until
// they open it to others. It is the receiver's own affair: none of it goes to the sender. docs/adr/0216,
// 0217.

#include "record/reading_events.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace safelead::record {

struct Case;
struct Concern;

/// From now on only these read it: whoever locked it, and one more, so that it never waits for one person.
struct ReferralLocked {
    PersonId by;
    PersonId with;
    std::string why;
    bool operator==(const ReferralLocked&) const = default;
};

struct ReferralUnlocked {
    PersonId by;
    std::string why;
    bool operator==(const ReferralUnlocked&) const = default;
};

/// A second person has looked at who is kept from it, and says what they found.
struct ReadersLookedAt {
    PersonId by;
    std::string words;
    bool operator==(const ReadersLookedAt&) const = default;
};

/// How it stands.
struct ReferralReaders {
    std::vector<PersonId> kept_out;
    std::vector<PersonId> locked_to;      ///< Nobody named: whoever's role reads it.
    std::vector<PersonId> opened_to;      ///< By name, beside the LADO whom it was sent to.
    std::vector<PersonId> restricted_by;  ///< Who keeps others from it, while nobody else has looked.
    bool operator==(const ReferralReaders&) const = default;
};

/// What somebody there may settle. `ReaderNamed` is of one that is locked, or the LADO's.
using ReadersChange = std::variant<PersonKeptOut, PersonLetBackIn, ReferralLocked, ReaderNamed,
                                   ReferralUnlocked, ReadersLookedAt>;

/// Whether what a case is about includes somebody on the staff, as far as anybody said.
enum class AboutStaff { not_said, yes };
[[nodiscard]] AboutStaff about_staff(const Case& of,
                                     const std::vector<std::shared_ptr<const Concern>>& concerns);

template <>
struct FieldsOf<ReferralLocked> {
    using E = ReferralLocked;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"with", &E::with}, Field{"why", &E::why});
    static constexpr std::string_view type = "referral-locked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralUnlocked> {
    using E = ReferralUnlocked;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"why", &E::why});
    static constexpr std::string_view type = "referral-unlocked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReadersLookedAt> {
    using E = ReadersLookedAt;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"words", &E::words});
    static constexpr std::string_view type = "readers-looked-at";
    static constexpr int version = 1;
};

}  // namespace safelead::record
