#include "app/child_records.h"

#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::size_t most_offered = 20;
constexpr std::size_t most_looked_at = 200;

using Child = std::shared_ptr<const record::Child>;

bool is_among(const std::vector<record::ChildId>& records, const record::ChildId& child)
{
    return std::ranges::find(records, child) != records.end();
}

std::vector<Child> whole(Workspace& workspace, const std::vector<record::ChildId>& records)
{
    std::vector<Child> all;
    for (const auto& id : records)
        if (auto known = workspace.child(id)) all.push_back(std::move(known->it));
    return all;
}

/// The first letters of a word, so that near spellings are found, too.
std::string beginning(const std::string& word)
{
    constexpr std::size_t letters = 2;
    std::size_t size = 0;
    while (size < std::min(letters, word.size()) && static_cast<unsigned char>(word[size]) < 0x80) ++size;
    return size == 0 ? word : word.substr(0, size);
}

/// What the other child's stream says, where both say it.
struct OtherSide {
    record::ChildId other;
    record::ChildKeepable said_there;
};

std::optional<OtherSide> other_side(const record::ChildId& child, const record::ChildKeepable& keep)
{
    return std::visit(
        [&](const auto& record) -> std::optional<OtherSide> {
            if constexpr (requires { record.other; }) {
                auto there = record;
                there.other = child;
                return OtherSide{record.other, there};
            } else {
                return std::nullopt;
            }
        },
        keep);
}

/// It takes two who are there to belong together; to end it, one.
bool begins_something(const record::ChildKeepable& keep)
{
    return std::holds_alternative<record::ChildrenLinked>(keep) ||
           std::holds_alternative<record::RecordsJoined>(keep);
}

/// Decided on what whoever writes may know: what ties a child to one who is not there for them is not there.
Outcome<Done> write_side(Writing& writing, Workspace& workspace, const SeenBy& seen,
                         const record::ChildId& child, record::ChildKeepable keep, Date today)
{
    const auto stream = stream_of(child);
    if (workspace.is_stopped(stream)) return fail(RecordStopped{});
    const auto known = workspace.child(child);
    if (!known) return fail(NotThere{});
    writing.expect(stream, known->position);
    const auto it = seen.as_seen(known->it);
    for (auto& event : SL_TRY(record::decide(*it, record::KeepOfChild{std::move(keep)}, today)))
        writing.add(stream, ledger::shared_part(), std::move(event));
    return Done{};
}

Outcome<Done> may_keep(Workspace& workspace, const SeenBy& seen, const record::ChildId& child,
                       const record::ChildKeepable& keep)
{
    if (!workspace.child(child)) return fail(NotThere{});
    SL_TRY(seen.allow(access::Action::decide_route, child));
    const auto other = other_side(child, keep);
    if (!other || !begins_something(keep)) return Done{};
    if (!workspace.child(other->other)) return fail(NotThere{});
    return seen.allow(access::Action::decide_route, other->other);
}

}  // namespace

std::vector<record::ChildId> joined_records(Workspace& workspace, const record::ChildId& child,
                                            const std::function<bool(const record::ChildId&)>& takes)
{
    std::vector<record::ChildId> records{child};
    for (std::size_t at = 0; at < records.size(); ++at) {
        const auto known = workspace.child(records[at]);
        if (!known) continue;
        for (const auto& joined : known->it->joined)
            if (!is_among(records, joined.other) && workspace.child(joined.other) && takes(joined.other))
                records.push_back(joined.other);
    }
    return records;
}

std::vector<record::ChildId> records_of(Workspace& workspace, const record::ChildId& child)
{
    return joined_records(workspace, child, [](const record::ChildId&) { return true; });
}

StandingOfRecords standing_of_records(Workspace& workspace, const record::ChildId& child,
                                      const std::vector<record::ChildId>& records)
{
    StandingOfRecords found{child, workspace.standing_of(child)};
    for (const auto& record : records) {
        auto standing = workspace.standing_of(record);
        const bool is_nearer = (standing.hold && !found.standing.hold) ||
                               (standing.asked && !found.standing.hold && !found.standing.asked);
        if (is_nearer) found = {record, std::move(standing)};
    }
    return found;
}

std::vector<MayBeSame> may_be_same(Workspace& workspace, const std::vector<record::ChildId>& records,
                                   const SeenBy& seen)
{
    std::vector<MayBeSame> found;
    std::vector<record::ChildId> looked_at = records;
    for (const auto& mine : whole(workspace, records)) {
        for (const auto& word : words_of_name(mine->identity)) {
            for (const auto& other : workspace.children_by_name(beginning(word), most_looked_at)) {
                const auto likeness = record::how_alike(mine->identity, other->identity);
                if (likeness == record::Likeness::none || is_among(looked_at, other->id)) continue;
                looked_at.push_back(other->id);
                if (seen.may(access::Action::decide_route, other->id)) found.push_back({other, likeness});
            }
        }
    }
    std::ranges::stable_sort(found, std::greater{}, &MayBeSame::likeness);
    if (found.size() > most_offered) found.resize(most_offered);
    return found;
}

std::vector<Child> may_belong_together(Workspace& workspace, const std::vector<record::ChildId>& records,
                                       const SeenBy& seen)
{
    std::vector<Child> found;
    std::vector<record::ChildId> looked_at = records;
    const auto offer = [&](const Child& child) {
        if (is_among(looked_at, child->id) || found.size() == most_offered) return;
        looked_at.push_back(child->id);
        if (seen.may(access::Action::decide_route, child->id)) found.push_back(child);
    };
    for (const auto& mine : whole(workspace, records)) {
        for (const auto& tie : mine->ties) looked_at.push_back(tie.other);
        for (const auto& of : workspace.cases_of(mine->id)) {
            if (!seen.reads(*of)) continue;
            for (const auto& person : of->people)
                if (person.child)
                    if (const auto known = workspace.child(*person.child)) offer(known->it);
        }
        if (!mine->identity.family_name.empty())
            for (const auto& other : workspace.children_by_name(mine->identity.family_name, most_looked_at))
                offer(other);
    }
    return found;
}

Later<Outcome<std::size_t>> keep_of_child(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const record::ChildId& child, record::ChildKeepable keep)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<std::size_t>(std::move(workspace).error());
    auto& of = **workspace;
    const SeenBy seen{of, actor.who()};
    if (auto may = may_keep(of, seen, child, keep); !may) return refused<std::size_t>(std::move(may).error());

    WordsGate gate;
    std::visit([&](auto& typed) { gate(typed); }, keep);
    std::visit([&](auto& record) { record.by = actor.person; }, keep);
    Said said{"keep of child"};
    said(child);
    said(keep.index());
    std::visit([&](const auto& typed) { said(typed); }, keep);
    const NewIds ids{of.log(), actor.person.text(), command};
    const auto decide = [&of, seen, child, keep, today = parts.today()]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_side(writing, of, seen, child, keep, today));
        const auto other = other_side(child, keep);
        if (other && of.child(other->other))
            SL_TRY(write_side(writing, of, seen, other->other, other->said_there, today));
        return writing;
    };
    return carry_out(of, {ids.command(), said.bytes(), parts.now(), {}, decide})
        .then([taken_out = gate.taken_out()](Outcome<Kept> kept) -> Outcome<std::size_t> {
            (void)SL_TRY(std::move(kept));
            return taken_out;
        });
}

}  // namespace safelead::app
