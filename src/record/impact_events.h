#pragma once

// What it has meant for one child, and how this case hangs together with another.

#include "record/kept_fields.h"

#include <string>

namespace safelead::record {

enum class ImpactOn { wellbeing, attendance, contact, safety, own_words };

/// What it has meant for one child: the entries that make their impact chronology.
struct ImpactNoted {
    PersonId by;
    CaseRef about;
    ImpactOn on;
    EventTime when;
    std::string words;
    std::string told_by;
    bool operator==(const ImpactNoted&) const = default;
};

enum class WhyLinked { same_image, same_group, siblings, same_child, something_else };

/// Written in both cases. `other` is the other case's reference.
struct CasesLinked {
    PersonId by;
    std::string other;
    WhyLinked why;
    std::string words;
    bool operator==(const CasesLinked&) const = default;
};
struct CasesUnlinked {
    PersonId by;
    std::string other;
    std::string words;
    bool operator==(const CasesUnlinked&) const = default;
};

template <>
struct FieldsOf<ImpactNoted> {
    using E = ImpactNoted;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"about", &E::about}, Field{"on", &E::on}, Field{"when", &E::when},
               Field{"words", &E::words}, Field{"told_by", &E::told_by});
    static constexpr std::string_view type = "impact-noted";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<CasesLinked> {
    using E = CasesLinked;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"other", &E::other}, Field{"why", &E::why},
                                        Field{"words", &E::words});
    static constexpr std::string_view type = "cases-linked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<CasesUnlinked> {
    using E = CasesUnlinked;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"other", &E::other}, Field{"words", &E::words});
    static constexpr std::string_view type = "cases-unlinked";
    static constexpr int version = 1;
};

}  // namespace safelead::record
