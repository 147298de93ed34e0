#include "app/workspace.h"

#include "app/stream_kinds.h"
#include "app/what_goes.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::size_t places_at_once = 2000;

template <class Thing>
struct EventOf;
template <>
struct EventOf<record::Concern> {
    using Type = record::ConcernEvent;
};
template <>
struct EventOf<record::Case> {
    using Type = record::CaseEvent;
};
template <>
struct EventOf<record::Child> {
    using Type = record::ChildEvent;
};
template <>
struct EventOf<record::Conversation> {
    using Type = record::ConversationEvent;
};
template <>
struct EventOf<record::Referral> {
    using Type = record::ReferralEvent;
};

// What a whole thing takes beside the words in it.
constexpr std::size_t bytes_of_a_thing = 1000;
constexpr std::size_t bytes_of_an_event = 600;

}  // namespace

Workspace::Workspace(ledger::Log& log, const WorkspaceParts& parts)
    : Follower{log}, parts_{parts}, whole_{parts.most_bytes}
{
}

Follower::Step Workspace::read_page()
{
    if (reached_ == ledger::LogPosition::start) {
        begin_with_snapshot();
        // First, because they say what can't be read any more of all that follows.
        read_erasures();
    }
    const auto page = log().places(reached_, places_at_once);
    for (const auto& place : page.places) {
        if (stopped_.contains(place.stream) || position_of(place.stream) >= place.position) continue;
        if (place.stream == stream_of_erasures()) read_erasures();
        if (is_concern(place.stream)) fold_again<record::Concern>(place.stream);
        if (is_case(place.stream)) fold_again<record::Case>(place.stream);
        if (is_child(place.stream)) fold_again<record::Child>(place.stream);
        if (is_conversation(place.stream)) fold_again<record::Conversation>(place.stream);
        if (is_referral(place.stream)) fold_again<record::Referral>(place.stream);
        // Days of views are not folded, nor names that were left in a conversation.
    }
    // What is not there has no name: `safelead record verify` says more.
    if (page.gap) stopped_.insert(ledger::StreamId{"?" + std::to_string(number(page.reached))});
    if (page.reached == reached_) return Step::at_end;
    reached_ = page.reached;
    return Step::more;
}

void Workspace::on_taken()
{
    for (const auto number : std::exchange(cases_without_subject_, {})) {
        auto& row = cases_[number];
        row.subject =
            number_of(subject_among(row.summary.concerns, row.summary.who_reads, row.summary.decided_by));
    }
}

template <class Thing>
Workspace::Read<Thing> Workspace::read(const ledger::StreamId& stream) const
{
    using Event = typename EventOf<Thing>::Type;
    const auto opened = log().read_what_opens(stream);
    Read<Thing> read;
    read.is_stopped = opened.fault.has_value();
    auto thing = std::make_shared<Thing>();
    ThingCache::Kept kept{nullptr, ledger::StreamPosition::start, bytes_of_a_thing};
    bool is_known = false;
    for (const auto& entry : opened.entries) {
        kept.position = entry.header.position;
        // What was erased is passed over: the rest stays readable.
        if (entry.readable == ledger::Readable::erased) continue;
        auto event = event_of(stream, entry.plaintext);
        if (!event) {
            read.is_stopped = true;
            break;
        }
        *thing = evolve(std::move(*thing),
                        record::Happened<Event>{ledger::number(entry.log_position), entry.header.time,
                                                std::get<std::shared_ptr<const Event>>(*event)});
        kept.bytes += bytes_of_an_event + entry.plaintext.size();
        is_known = true;
    }
    if (!is_known) return read;
    if constexpr (std::is_same_v<Thing, record::Case>)
        thing->refs_used = std::max(thing->refs_used, erasures_.refs_used_in(thing->id));
    kept.it = std::move(thing);
    read.kept = std::move(kept);
    return read;
}

template <class Thing>
void Workspace::fold_again(const ledger::StreamId& stream)
{
    auto now = read<Thing>(stream);
    if (now.is_stopped) stopped_.insert(stream);
    if (now.kept) put(*static_cast<const Thing*>(now.kept->it.get()), now.kept->position);
    whole_.forget(stream);
}

void Workspace::take(const Entered& entered, Shown /*shown*/)
{
    if (const auto* concern = std::get_if<std::shared_ptr<const record::ConcernEvent>>(&entered.event))
        take_event<record::Concern>(entered, *concern);
    if (const auto* of = std::get_if<std::shared_ptr<const record::CaseEvent>>(&entered.event))
        take_event<record::Case>(entered, *of);
    if (const auto* child = std::get_if<std::shared_ptr<const record::ChildEvent>>(&entered.event))
        take_event<record::Child>(entered, *child);
    if (const auto* erasure = std::get_if<std::shared_ptr<const record::ErasureEvent>>(&entered.event))
        take_erasure(entered, **erasure);
    if (const auto* said = std::get_if<std::shared_ptr<const record::ConversationEvent>>(&entered.event))
        take_event<record::Conversation>(entered, *said);
    if (const auto* step = std::get_if<std::shared_ptr<const record::ReferralEvent>>(&entered.event))
        take_event<record::Referral>(entered, *step);
}

template <class Thing, class Event>
void Workspace::take_event(const Entered& entered, const std::shared_ptr<const Event>& event)
{
    auto kept = entered.position == next(ledger::StreamPosition::start)
                    ? ThingCache::Kept{std::make_shared<const Thing>(), ledger::StreamPosition::start,
                                       bytes_of_a_thing}
                    : whole_.find(entered.stream).value_or(ThingCache::Kept{});
    // Somebody may have read it from the disk already.
    if (kept.it && kept.position < entered.position) {
        if (next(kept.position) != entered.position) return fall_behind();
        // Somebody may be reading the old one.
        const auto& before = *static_cast<const Thing*>(kept.it.get());
        kept.it = std::make_shared<const Thing>(
            evolve(before, record::Happened<Event>{ledger::number(entered.log_position), entered.at, event}));
        kept.position = entered.position;
        kept.bytes += 2 * bytes_of_an_event;
    }
    if (!kept.it) return fall_behind();
    whole_.put(entered.stream, kept);
    put(*static_cast<const Thing*>(kept.it.get()), kept.position);
}

template Workspace::Read<record::Concern> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Case> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Child> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Conversation> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Referral> Workspace::read(const ledger::StreamId& stream) const;

}  // namespace safelead::app
