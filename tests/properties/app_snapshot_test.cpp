#include "app/snapshot.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safelead::app {
namespace {

template <class AnyId>
rc::Gen<AnyId> any_id()
{
    return rc::gen::map(rc::gen::container<std::string>(rc::gen::inRange('!', '~')), [](std::string text) {
        text.resize(text.size() % 40);
        return AnyId{"i" + text};
    });
}

Instant any_instant()
{
    return Instant{std::chrono::milliseconds{*rc::gen::arbitrary<std::int64_t>()}};
}

std::optional<Instant> maybe_instant()
{
    if (*rc::gen::arbitrary<bool>()) return any_instant();
    return std::nullopt;
}

template <class AnyId>
std::vector<AnyId> any_ids()
{
    return *rc::gen::container<std::vector<AnyId>>(any_id<AnyId>());
}

AnySnapshotRow any_concern(ledger::StreamPosition position)
{
    record::ConcernSummary concern;
    concern.id = *any_id<record::ConcernId>();
    concern.reference = *any_id<record::Reference>();
    concern.by = *any_id<PersonId>();
    concern.reported_at = any_instant();
    concern.unread_since = any_instant();
    concern.state = *rc::gen::element(record::ConcernState::waiting, record::ConcernState::read,
                                      record::ConcernState::in_case, record::ConcernState::kept_without_case);
    concern.is_unread = *rc::gen::arbitrary<bool>();
    concern.urgency = *rc::gen::arbitrary<int>();
    concern.escalates_at = maybe_instant();
    concern.routed_to =
        *rc::gen::element(record::RoutedTo::lead, record::RoutedTo::head, record::RoutedTo::chair);
    concern.people_involved = any_ids<PersonId>();
    concern.escalated_to = any_ids<PersonId>();
    return SnapshotRow<record::ConcernSummary>{std::move(concern), position};
}

AnySnapshotRow any_case(ledger::StreamPosition position)
{
    record::CaseSummary of;
    of.id = *any_id<record::CaseId>();
    of.reference = *any_id<record::Reference>();
    of.opened_at = any_instant();
    of.state = *rc::gen::element(record::CaseState::open, record::CaseState::closed);
    of.concerns = any_ids<record::ConcernId>();
    of.children = any_ids<record::ChildId>();
    if (*rc::gen::arbitrary<bool>()) of.decided_by = *any_id<PersonId>();
    of.first_due = maybe_instant();
    of.urgency = *rc::gen::arbitrary<int>();
    of.urgency_overdue = *rc::gen::arbitrary<int>();
    return SnapshotRow<record::CaseSummary>{std::move(of), position};
}

AnySnapshotRow any_child(ledger::StreamPosition position)
{
    return SnapshotRow<record::ChildSummary>{
        {*any_id<record::ChildId>(),
         *rc::gen::element(record::ChildKnownBy::school_list, record::ChildKnownBy::reported,
                           record::ChildKnownBy::case_work)},
        position};
}

RC_GTEST_PROP(Snapshot, RowsAreReadAsTheyWereWritten, ())
{
    std::vector<AnySnapshotRow> rows;
    SnapshotParts writing;
    const auto count = *rc::gen::inRange(0, 6);
    for (int at = 0; at < count; ++at) {
        const ledger::StreamPosition position{*rc::gen::arbitrary<std::uint64_t>()};
        const auto kind = *rc::gen::inRange(0, 3);
        rows.push_back(kind == 0   ? any_concern(position)
                       : kind == 1 ? any_case(position)
                                   : any_child(position));
        std::visit([&](const auto& row) { writing.add(row.summary, row.position); }, rows.back());
    }
    std::vector<AnySnapshotRow> read;
    for (const auto& part : std::move(writing).parts())
        RC_ASSERT(read_snapshot_part(part, [&](AnySnapshotRow row) { read.push_back(std::move(row)); }));
    RC_ASSERT(read == rows);
}

}  // namespace
}  // namespace safelead::app
