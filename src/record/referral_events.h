#pragma once

// What happens to a referral. The sender's log holds the draft; from `ReferralSent` on, both organisations'
// logs hold the same steps, in the same order (docs/adr/0160). The formats are in docs/formats/events.md.

#include "record/meeting_events.h"
#include "record/referral_readers.h"
#include "record/referral_words.h"

#include <variant>

namespace safelead::record {

struct ReferralBegun {
    ReferralId referral;
    Reference reference;
    PersonId by;
    CaseId of;
    Agency to;
    std::optional<ReferralId> follows;  ///< The one that was redirected here.
    bool operator==(const ReferralBegun&) const = default;
};

struct ReferralWritten {
    PersonId by;
    ReferralWords words;
    bool operator==(const ReferralWritten&) const = default;
};

/// Sealed apart from the rest, so that erasing one child leaves the others' referral.
struct ReferralChildWritten {
    PersonId by;
    ReferredChild child;
    bool operator==(const ReferralChildWritten&) const = default;
};

struct ReferralChildLeftOut {
    PersonId by;
    CaseRef ref;
    bool operator==(const ReferralChildLeftOut&) const = default;
};

/// The first step: the whole of it goes to the other organisation, and no longer changes.
struct ReferralSent {
    ReferralId referral;
    Reference reference;
    Instant at;
    PersonId by;
    std::string by_name;
    Agency from;
    Agency to;
    ReferralWords words;
    std::string route;    ///< As advised on that day; empty where no advice was.
    std::string edition;  ///< Which gave it.
    PoliceNotice police_notice;
    std::vector<Finding> features;  ///< For the police: what could aggravate it, as answered in the case.
    Instant answer_by;              ///< Received and decided; the same on both sides.
    Instant managers_at;            ///< Silence until then reaches both managers.
    bool operator==(const ReferralSent&) const = default;
};

struct ReferralChildSent {
    ReferredChild child;
    bool operator==(const ReferralChildSent&) const = default;
};

/// Every step after that, numbered from 2.
struct ReferralStep {
    int number;
    Instant at;
    PersonId by;  ///< Empty: the program.
    std::string by_name;
    Side side;
    StepSaid said;
    std::optional<Instant> answer_by;  ///< Where a new clock begins.
    std::optional<Instant> managers_at;
    bool operator==(const ReferralStep&) const = default;
};

/// As what the step of that number records a child: follows it, sealed under the child. docs/adr/0211.
struct ReferralChildRecorded {
    int number;
    ChildRecordedAs child;
    bool operator==(const ReferralChildRecorded&) const = default;
};

/// Somebody who may act in it opened it, after its end: they have read its steps up to that number. In the
/// log of either side alone, no step, and copied nowhere. docs/adr/0250.
struct ReferralReadAfterEnd {
    PersonId by;
    int number;
    bool operator==(const ReferralReadAfterEnd&) const = default;
};

/// Those from `PersonKeptOut` to `ReadersLookedAt` stand in the receiver's log alone, are no steps and are
/// copied nowhere.
using ReferralEvent =
    std::variant<ReferralBegun, ReferralWritten, ReferralChildWritten, ReferralChildLeftOut, ReferralSent,
                 ReferralChildSent, ReferralStep, ReferralChildRecorded, PersonKeptOut, PersonLetBackIn,
                 ReferralLocked, ReaderNamed, ReferralUnlocked, ReadersLookedAt, ReferralReadAfterEnd>;

template <>
struct FieldsOf<ReferralBegun> {
    using E = ReferralBegun;
    static constexpr auto list =
        fields(Field{"referral", &E::referral}, Field{"reference", &E::reference}, Field{"by", &E::by},
               Field{"of", &E::of}, Field{"to", &E::to}, Field{"follows", &E::follows});
    static constexpr std::string_view type = "referral-begun";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralWritten> {
    using E = ReferralWritten;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"words", &E::words});
    static constexpr std::string_view type = "referral-written";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralChildWritten> {
    using E = ReferralChildWritten;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"child", &E::child});
    static constexpr std::string_view type = "referral-child-written";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralChildLeftOut> {
    using E = ReferralChildLeftOut;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"ref", &E::ref});
    static constexpr std::string_view type = "referral-child-left-out";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralSent> {
    using E = ReferralSent;
    static constexpr auto list = fields(
        Field{"referral", &E::referral}, Field{"reference", &E::reference}, Field{"at", &E::at},
        Field{"by", &E::by}, Field{"by_name", &E::by_name}, Field{"from", &E::from}, Field{"to", &E::to},
        Field{"words", &E::words}, Field{"route", &E::route}, Field{"edition", &E::edition},
        Field{"police_notice", &E::police_notice}, Field{"features", &E::features},
        Field{"answer_by", &E::answer_by}, Field{"managers_at", &E::managers_at});
    static constexpr std::string_view type = "referral-sent";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralChildSent> {
    using E = ReferralChildSent;
    static constexpr auto list = fields(Field{"child", &E::child});
    static constexpr std::string_view type = "referral-child-sent";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralStep> {
    using E = ReferralStep;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"at", &E::at}, Field{"by", &E::by},
               Field{"by_name", &E::by_name}, Field{"side", &E::side}, Field{"said", &E::said},
               Field{"answer_by", &E::answer_by}, Field{"managers_at", &E::managers_at});
    static constexpr std::string_view type = "referral-step";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralChildRecorded> {
    using E = ReferralChildRecorded;
    static constexpr auto list = fields(Field{"number", &E::number}, Field{"child", &E::child});
    static constexpr std::string_view type = "referral-child-recorded";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralReadAfterEnd> {
    using E = ReferralReadAfterEnd;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"number", &E::number});
    static constexpr std::string_view type = "referral-read-after-end";
    static constexpr int version = 1;
};

}  // namespace safelead::record
