#pragma once

// How each thing that is kept in a child's stream is decided, and what it makes of the child.

#include "record/child.h"

namespace safelead::record {

using ChildDecided = Result<std::vector<ChildEvent>, ChildRefusal>;

ChildDecided kept_of_child(const Child& child, const ChildrenLinked& linked);
ChildDecided kept_of_child(const Child& child, const ChildrenUnlinked& unlinked);
ChildDecided kept_of_child(const Child& child, const RecordsJoined& joined);
ChildDecided kept_of_child(const Child& child, const RecordsParted& parted);
ChildDecided kept_of_child(const Child& child, const MainFileNoted& noted);
ChildDecided kept_of_child(const Child& child, const HomeAuthorityNoted& noted);
ChildDecided kept_of_child(const Child& child, const CharacteristicsRecorded& recorded);
ChildDecided kept_of_child(const Child& child, RecordGiven given);

void apply(Child& child, const ChildrenLinked& linked);
void apply(Child& child, const ChildrenUnlinked& unlinked);
void apply(Child& child, const RecordsJoined& joined);
void apply(Child& child, const RecordsParted& parted);
void apply(Child& child, const MainFileNoted& noted);
void apply(Child& child, const HomeAuthorityNoted& noted);
void apply(Child& child, const CharacteristicsRecorded& recorded);
void apply(Child& child, const RecordGiven& given);

}  // namespace safelead::record
