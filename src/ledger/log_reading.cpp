#include "ledger/fact.h"
#include "ledger/key_note.h"
#include "ledger/log.h"
#include "ledger/opening.h"
#include "ledger/tree_note.h"

#include <utility>

namespace safelead::ledger {

Result<Page, Fault> Log::Inside::read(LogPosition after, std::size_t limit) const
{
    Opening opening{organisation, keys_};
    LogOrder order{after};
    Page page{{}, after};
    for (const auto& stored : store.read(organisation, after, limit)) {
        if (const auto wrong = order.next_is(stored)) return fail(opening.fault(stored, *wrong));
        auto opened = SL_TRY(opening.open(stored));
        page.reached = stored.log_position;
        if (stored.stream == tree_stream()) continue;
        if (stored.stream != keys_stream())
            page.entries.push_back(std::move(opened));
        else if (!parse_key_note(opened.plaintext))
            return fail(opening.fault(stored, Wrong::not_a_key_note));
    }
    return page;
}

Result<std::vector<OpenedEntry>, Fault> Log::Inside::read_stream(const StreamId& stream,
                                                                 StreamPosition after) const
{
    Opening opening{organisation, keys_};
    std::vector<OpenedEntry> entries;
    for (const auto& stored : store.read_stream(organisation, stream, after)) {
        if (stored.position != next(after)) return fail(opening.fault(stored, Wrong::gap_in_stream));
        after = stored.position;
        entries.push_back(SL_TRY(opening.open(stored)));
    }
    return entries;
}

PlacesPage Log::Inside::places(LogPosition after, std::size_t limit) const
{
    PlacesPage page{{}, after, {}};
    for (auto& place : store.places(organisation, after, limit)) {
        if (place.log_position != next(page.reached)) {
            page.gap = Fault{organisation, place.log_position, std::nullopt, Wrong::gap_in_log};
            page.reached = LogPosition{number(place.log_position) - 1};
            return page;
        }
        page.reached = place.log_position;
        if (place.stream != keys_stream() && place.stream != tree_stream())
            page.places.push_back(std::move(place));
    }
    return page;
}

std::vector<StreamRead> Log::Inside::read_what_opens(std::span<const StreamId> streams) const
{
    std::vector<StreamRead> read;
    for (const auto& rows : store.read_streams(organisation, streams)) {
        keys_.keep(rows.keys);
        read.push_back(what_opens(rows.entries));
    }
    return read;
}

StreamRead Log::Inside::what_opens(const std::vector<StoredEntry>& entries) const
{
    Opening opening{organisation, keys_};
    StreamRead read;
    auto position = StreamPosition::start;
    for (const auto& stored : entries) {
        if (stored.position != next(position)) {
            read.fault = opening.fault(stored, Wrong::gap_in_stream);
            return read;
        }
        position = stored.position;
        auto opened = opening.open(stored);
        if (!opened) {
            read.fault = std::move(opened).error();
            return read;
        }
        read.entries.push_back(*std::move(opened));
    }
    return read;
}

FactsRead Log::Inside::facts() const
{
    FactsRead read;
    for (const auto& row : store.facts(organisation)) {
        if (auto fact = open_fact(row, facts_key_))
            read.opened.push_back(*std::move(fact));
        else
            ++read.not_opened;
    }
    return read;
}

Result<Page, Fault> Log::read(LogPosition after, std::size_t limit) const
{
    return inside_->read(after, limit);
}

Result<std::vector<OpenedEntry>, Fault> Log::read_stream(const StreamId& stream, StreamPosition after) const
{
    return inside_->read_stream(stream, after);
}

PlacesPage Log::places(LogPosition after, std::size_t limit) const
{
    return inside_->places(after, limit);
}

StreamRead Log::read_what_opens(const StreamId& stream) const
{
    return std::move(inside_->read_what_opens({&stream, 1}).front());
}

std::vector<StreamRead> Log::read_what_opens(std::span<const StreamId> streams) const
{
    return inside_->read_what_opens(streams);
}

FactsRead Log::facts() const
{
    return inside_->facts();
}

std::optional<crypto::Digest> Log::digest_at(LogPosition position) const
{
    if (position == LogPosition::start) return std::nullopt;
    const auto stored =
        inside_->store.read(inside_->organisation, LogPosition{number(position) - 1}, std::size_t{1});
    if (stored.empty() || stored.front().log_position != position) return std::nullopt;
    return crypto::sha256(stored.front().bytes);
}

Writers Log::writers() const
{
    return inside_->store.writers();
}

Instant Log::Inside::newest()
{
    const std::lock_guard lock{mutex_};
    if (is_out_of_date_) bring_up_to_date();
    return newest_;
}

Instant Log::newest() const
{
    return inside_->newest();
}

LogHead Log::head() const
{
    return inside_->store.head(inside_->organisation);
}

void Log::wait_until_told(std::chrono::milliseconds longest) const
{
    inside_->wait_until_told(longest);
}

std::optional<Recorded> Log::recorded(const CommandId& command) const
{
    const auto receipt = inside_->store.receipt(inside_->organisation, command);
    if (!receipt) return std::nullopt;
    return receipt->recorded;
}

}  // namespace safelead::ledger
