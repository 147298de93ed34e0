#pragma once

// The codes and words that the laws know by name: laws.cpp holds single answers to them, prove.cpp all at
// once.

#include "guidance/facts.h"
#include "guidance/pack.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace safelead::decision::law_words {

inline constexpr auto in_scope = std::to_array<std::string_view>(
    {"SELF_PEER", "SHARE_OTHERS", "POSSESSION", "AI_GENERATED", "PSEUDO_NOT_ADDRESSED", "UNDETERMINED"});
inline constexpr auto excluded_media =
    std::to_array<std::string_view>({"text", "adult_pornography", "asked_not_sent"});
inline constexpr auto adult_there = std::to_array<std::string_view>({"yes", "suspected"});
inline constexpr auto towards_yes =
    std::to_array<std::string_view>({"no", "unknown", "suspected", "alleged", "yes"});

inline constexpr std::string_view alone = "SCHOOL_MANAGE";
inline constexpr std::string_view behaviour = "BEHAVIOUR_POLICY";

[[nodiscard]] inline bool is_subject(const guidance::Person& person)
{
    return person.roles.has(guidance::Role::subject);
}

/// Somebody involved of whose age nobody is sure.
[[nodiscard]] inline bool is_involved_at_unknown_age(const guidance::Person& person)
{
    guidance::Roles roles = person.roles;
    roles.remove(guidance::Role::bystander);
    return !roles.empty() && (!person.age_at_event || person.age_basis != guidance::AgeBasis::known);
}

[[nodiscard]] inline bool is_cited(const guidance::Source& source)
{
    return !source.document.empty() && !source.edition.empty() && !source.section.empty();
}

}  // namespace safelead::decision::law_words
