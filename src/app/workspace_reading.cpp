// What a workspace makes of the streams of its log.

#include "app/stream_kinds.h"
#include "app/workspace.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::size_t streams_at_once = 64;

}  // namespace

void Workspace::read_each(const std::vector<ledger::StreamId>& streams, const TakeRead& take) const
{
    const std::span all{streams};
    for (std::size_t from = 0; from < all.size(); from += streams_at_once) {
        const auto some = all.subspan(from, std::min(streams_at_once, all.size() - from));
        const auto read = log().read_what_opens(some);
        for (std::size_t at = 0; at < read.size(); ++at) take(from + at, read[at]);
    }
}

template <class Thing>
Workspace::Read<Thing> Workspace::read(const ledger::StreamId& stream) const
{
    return folded<Thing>(stream, log().read_what_opens(stream));
}

template <class Thing>
Workspace::Read<Thing> Workspace::folded(const ledger::StreamId& stream,
                                         const ledger::StreamRead& opened) const
{
    using HappenedTo = typename decltype(Thing::history)::value_type;
    using SharedEvent = decltype(HappenedTo::event);
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
        *thing = evolve(std::move(*thing), HappenedTo{ledger::number(entry.log_position), entry.header.time,
                                                      std::get<SharedEvent>(*event)});
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
void Workspace::fold_again(const ledger::StreamId& stream, const ledger::StreamRead& opened)
{
    auto now = folded<Thing>(stream, opened);
    if (now.is_stopped) stopped_.insert(stream);
    if (now.kept) put(*static_cast<const Thing*>(now.kept->it.get()), now.kept->position);
    whole_.forget(stream);
}

void Workspace::fold_again(const std::vector<ledger::StreamId>& streams)
{
    std::vector<ledger::StreamId> folded;
    // Days of views are not folded, nor names that were left in a conversation.
    std::ranges::copy_if(streams, std::back_inserter(folded), [](const ledger::StreamId& stream) {
        return is_concern(stream) || is_case(stream) || is_child(stream) || is_conversation(stream) ||
               is_referral(stream);
    });
    read_each(folded, [&](std::size_t at, const ledger::StreamRead& opened) {
        const auto& stream = folded[at];
        if (is_concern(stream)) fold_again<record::Concern>(stream, opened);
        if (is_case(stream)) fold_again<record::Case>(stream, opened);
        if (is_child(stream)) fold_again<record::Child>(stream, opened);
        if (is_conversation(stream)) fold_again<record::Conversation>(stream, opened);
        if (is_referral(stream)) fold_again<record::Referral>(stream, opened);
    });
}

template Workspace::Read<record::Concern> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Case> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Child> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Conversation> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Referral> Workspace::read(const ledger::StreamId& stream) const;

template Workspace::Read<record::Concern> Workspace::folded(const ledger::StreamId& stream,
                                                            const ledger::StreamRead& opened) const;
template Workspace::Read<record::Case> Workspace::folded(const ledger::StreamId& stream,
                                                         const ledger::StreamRead& opened) const;
template Workspace::Read<record::Child> Workspace::folded(const ledger::StreamId& stream,
                                                          const ledger::StreamRead& opened) const;
template Workspace::Read<record::Conversation> Workspace::folded(const ledger::StreamId& stream,
                                                                 const ledger::StreamRead& opened) const;
template Workspace::Read<record::Referral> Workspace::folded(const ledger::StreamId& stream,
                                                             const ledger::StreamRead& opened) const;

}  // namespace safelead::app
