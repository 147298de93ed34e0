#include "record/keep_of_child.h"

#include "base/text.h"
#include "record/text_limits.h"

#include <algorithm>
#include <initializer_list>

namespace safelead::record {
namespace {

using Checked = Result<Done, ChildRefusal>;

Checked check_length(std::initializer_list<const std::string*> texts)
{
    for (const auto* text : texts)
        if (!fits_account(*text)) return fail(ChildRefusal::text_too_long);
    return Done{};
}

Checked check_why(const std::string& why)
{
    if (is_blank(why)) return fail(ChildRefusal::no_reason);
    return check_length({&why});
}

template <class Record>
bool has(const std::vector<Record>& records, const ChildId& other)
{
    return std::ranges::find(records, other, &Record::other) != records.end();
}

template <class Event>
ChildDecided only(Event event)
{
    return std::vector<ChildEvent>{std::move(event)};
}

}  // namespace

ChildDecided kept_of_child(const Child& child, const ChildrenLinked& linked)
{
    if (linked.other == child.id) return fail(ChildRefusal::same_record);
    if (has(child.ties, linked.other)) return fail(ChildRefusal::already_so);
    SL_TRY(check_why(linked.said_by));
    return only(linked);
}

ChildDecided kept_of_child(const Child& child, const ChildrenUnlinked& unlinked)
{
    if (!has(child.ties, unlinked.other)) return fail(ChildRefusal::not_so);
    SL_TRY(check_why(unlinked.why));
    return only(unlinked);
}

ChildDecided kept_of_child(const Child& child, const RecordsJoined& joined)
{
    if (joined.other == child.id) return fail(ChildRefusal::same_record);
    if (has(child.joined, joined.other)) return fail(ChildRefusal::already_so);
    SL_TRY(check_why(joined.why));
    return only(joined);
}

ChildDecided kept_of_child(const Child& child, const RecordsParted& parted)
{
    if (!has(child.joined, parted.other)) return fail(ChildRefusal::not_so);
    SL_TRY(check_why(parted.why));
    return only(parted);
}

ChildDecided kept_of_child(const Child&, const MainFileNoted& noted)
{
    if (is_blank(noted.system) && is_blank(noted.their_reference) && is_blank(noted.papers))
        return fail(ChildRefusal::no_reason);
    SL_TRY(check_length({&noted.system, &noted.their_reference, &noted.papers}));
    return only(noted);
}

ChildDecided kept_of_child(const Child&, const HomeAuthorityNoted& noted)
{
    if (is_blank(noted.name)) return fail(ChildRefusal::no_reason);
    SL_TRY(check_length({&noted.area, &noted.name, &noted.told_by}));
    return only(noted);
}

ChildDecided kept_of_child(const Child&, const CharacteristicsRecorded& recorded)
{
    SL_TRY(check_length({&recorded.told_by}));
    return only(recorded);
}

ChildDecided kept_of_child(const Child& child, RecordGiven given)
{
    if (is_blank(given.to)) return fail(ChildRefusal::nobody_to_give);
    SL_TRY(check_why(given.why));
    SL_TRY(check_length({&given.to}));
    given.number = static_cast<int>(child.given.size()) + 1;
    return only(std::move(given));
}

void apply(Child& child, const ChildrenLinked& linked)
{
    child.ties.push_back(linked);
}

void apply(Child& child, const ChildrenUnlinked& unlinked)
{
    std::erase_if(child.ties, [&](const auto& tie) { return tie.other == unlinked.other; });
}

void apply(Child& child, const RecordsJoined& joined)
{
    child.joined.push_back(joined);
}

void apply(Child& child, const RecordsParted& parted)
{
    std::erase_if(child.joined, [&](const auto& one) { return one.other == parted.other; });
}

void apply(Child& child, const MainFileNoted& noted)
{
    child.main_file = noted;
}

void apply(Child& child, const HomeAuthorityNoted& noted)
{
    child.home_authority = noted;
}

void apply(Child& child, const CharacteristicsRecorded& recorded)
{
    child.characteristics = recorded;
}

void apply(Child& child, const RecordGiven& given)
{
    child.given.push_back(given);
}

}  // namespace safelead::record
