#include "app/workspace.h"

#include "app/what_goes.h"

#include <set>
#include <utility>

namespace safelead::app {
namespace {

constexpr std::size_t places_at_once = 2000;

}  // namespace

Workspace::Workspace(ledger::Log& log, const WorkspaceParts& parts)
    : Follower{log}, parts_{parts}, whole_{parts.most_bytes}
{
}

Follower::Step Workspace::read_page()
{
    if (reached_ == ledger::LogPosition::start) {
        const auto stands_at = begin_with_snapshot();
        // First, because they say what can't be read any more of all that follows. Where they can't be read
        // just now, whoever asks next begins here again.
        read_erasures();
        if (stands_at) reached_ = snapshot_at_ = *stands_at;
    }
    const auto page = log().places(reached_, places_at_once);
    std::vector<ledger::StreamId> gone_on;  // in the order they were begun
    std::set<ledger::StreamId> met;
    for (const auto& place : page.places) {
        if (stopped_.contains(place.stream) || position_of(place.stream) >= place.position) continue;
        if (place.stream == stream_of_erasures())
            read_erasures();
        else if (met.insert(place.stream).second)
            gone_on.push_back(place.stream);
    }
    fold_again(gone_on);
    // What is not there has no name: `safelead record verify` says more.
    if (page.gap) stopped_.insert(ledger::StreamId{"?" + std::to_string(number(page.reached))});
    if (page.reached == reached_) return Step::at_end;
    reached_ = page.reached;
    return Step::more;
}

void Workspace::on_taken()
{
    for (const auto number : std::exchange(cases_without_subject_, {})) put_who_reads(number);
    add_missing_words();
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

}  // namespace safelead::app
