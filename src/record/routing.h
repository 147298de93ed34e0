#pragma once

#include "record/words.h"

namespace safelead::record {

/// Whether the lead and the head of a school are the same person, as in many small ones.
enum class LeadAndHead { apart, in_one };

/// Past whoever is said to be part of it: they must not be the first to read it. Where lead and head are one
/// person, what is about the one is about the other.
[[nodiscard]] RoutedTo route_past(StaffInvolved involved, LeadAndHead posts);

}  // namespace safelead::record
