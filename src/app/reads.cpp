#include "app/reads.h"

#include "app/allow.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/seen_by.h"
#include "base/overloaded.h"
#include "exchange/csv_writing.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace safelead::app {
namespace {

/// What is looked for in the days of views, and from which day on.
struct Sought {
    Workspace* workspace;
    std::string stream;
    Instant since;
    std::function<bool(const Read&)> shows = {};  ///< Where not all of it is for whoever asks.
};

class Seeking {
public:
    Seeking(Workspace& workspace, const Actor& actor) : workspace_{workspace}, actor_{actor} {}

    Outcome<Sought> operator()(const ReadsOfCase& of) const
    {
        const auto found = SL_TRY(find_case(workspace_, actor_, of.reference, action));
        return sought(stream_of(found.it->id), found.it->opened_at);
    }

    Outcome<Sought> operator()(const ReadsOfConcern& of) const
    {
        const auto found = SL_TRY(find_concern(workspace_, actor_, of.reference, action));
        return sought(stream_of(found.it->reported.concern), found.it->reported_at);
    }

    Outcome<Sought> operator()(const ReadsOfConversation& of) const
    {
        const auto found = SL_TRY(find_conversation(workspace_, actor_, of.reference, action));
        return sought(stream_of(found.it->started.conversation), found.it->started_at);
    }

    Outcome<Sought> operator()(const ReadsOfChild& of) const
    {
        const auto found = workspace_.child(of.child);
        if (!found) return fail(NotThere{});
        const SeenBy seen{workspace_, actor_.who()};
        SL_TRY(seen.allow(action, of.child));
        auto found_at = sought(stream_of(of.child), found->it->history.front().at);
        found_at.shows = [seen, organisation = actor_.organisation, child = of.child](const Read& read) {
            return read.roles.list().empty() || seen.explains({read.person, organisation, read.roles}, child);
        };
        return found_at;
    }

    Outcome<Sought> operator()(const ReadsOfReferral& of) const
    {
        const auto found =
            SL_TRY(find_received(workspace_, actor_, of.reference, access::Action::read_referral));
        return sought(stream_of(found.it->id), found.it->sent->at);
    }

    Outcome<Sought> operator()(const ReadsOfSentReferral& of) const
    {
        const auto in = SL_TRY(find_case(workspace_, actor_, of.of, action));
        const auto found = workspace_.referral(of.reference);
        if (!found || found->it->of != in.it->id) return fail(NotThere{});
        return sought(stream_of(found->it->id), found->it->begun_at);
    }

private:
    static constexpr auto action = access::Action::see_reads;

    Sought sought(const ledger::StreamId& stream, Instant since) const
    {
        return {&workspace_, std::string{stream.text()}, since};
    }

    Workspace& workspace_;
    const Actor& actor_;
};

Outcome<Sought> seek(Parts& parts, const Actor& actor, const ReadsOf& of)
{
    auto* workspace = SL_TRY(workspace_of(parts, actor));
    return std::visit(Seeking{*workspace, actor}, of);
}

Read read_by(const directory::Partnership& partnership, const PersonId& by,
             const std::vector<std::string>& role_names, ReadKind kind)
{
    Read read;
    for (const auto& name : role_names)
        if (const auto role = directory::role_from_name(name)) read.roles.add(*role);
    const auto* person = partnership.person(by);
    read.person = by;
    read.name = person != nullptr ? person->name : std::string{};
    read.kind = kind;
    return read;
}

/// What the event says of reading that stream; nothing if it is about another.
std::optional<Read> read_in(const exchange::ViewEvent& event, std::string_view stream,
                            const directory::Partnership& partnership)
{
    return std::visit(
        Overloaded{[&](const exchange::EntryDisclosed& given) -> std::optional<Read> {
                       if (given.stream != stream) return std::nullopt;
                       Read read;
                       read.kind = ReadKind::entry_given;
                       read.why = given.why;
                       return read;
                   },
                   [&](const exchange::ReadersExported& taken) -> std::optional<Read> {
                       if (taken.stream != stream) return std::nullopt;
                       return read_by(partnership, taken.by, taken.roles, ReadKind::list_taken);
                   },
                   [&](const exchange::SharedReferralViewed& seen) -> std::optional<Read> {
                       if (stream_of(seen.viewed).text() != stream) return std::nullopt;
                       Read read;
                       read.kind = ReadKind::by_link;
                       read.why = seen.whom;
                       return read;
                   },
                   [&](const exchange::ReferralPrinted& printed) -> std::optional<Read> {
                       if (stream_of(printed.viewed).text() != stream) return std::nullopt;
                       return read_by(partnership, printed.by, printed.roles, ReadKind::printed);
                   },
                   [&](const exchange::GivenRecordViewed& given) -> std::optional<Read> {
                       if (stream_of(given.viewed).text() != stream) return std::nullopt;
                       auto read = read_by(partnership, given.by, given.roles, ReadKind::given_seen);
                       read.why = fmt::format("{}", given.number);
                       return read;
                   },
                   [](const exchange::FileRefused&) -> std::optional<Read> {
                       return std::nullopt;  // Nothing was read.
                   },
                   [&](const auto& viewed) -> std::optional<Read> {
                       if (stream_of(viewed.viewed).text() != stream) return std::nullopt;
                       return read_by(partnership, viewed.by, viewed.roles, ReadKind::seen);
                   }},
        event);
}

/// Adds what was read that day; says whether all of the day opens.
bool add_reads(std::vector<Read>& reads, const ledger::StreamRead& day, const Sought& sought,
               const directory::Partnership& partnership)
{
    for (const auto& entry : day.entries) {
        const auto event = event_of(entry.header.stream, entry.plaintext);
        if (!event) return false;
        auto read = read_in(*std::get<std::shared_ptr<const exchange::ViewEvent>>(*event), sought.stream,
                            partnership);
        if (!read || (sought.shows && !sought.shows(*read))) continue;
        read->at = entry.header.time;
        reads.push_back(*std::move(read));
    }
    return !day.fault;
}

/// A reading is under the day of its entry, which is never before that of the matter; but midnight may pass
/// between naming the day and sealing. Those of before that was so are under the day that the clock showed,
/// which may have been behind the record, or years ahead: docs/formats/views.md.
std::pair<std::chrono::sys_days, std::chrono::sys_days> days_of(const Sought& sought, Instant now)
{
    using std::chrono::days;
    const auto today = std::chrono::floor<days>(now);
    const auto newest = std::chrono::floor<days>(sought.workspace->log().head().time);
    return {std::min(std::chrono::floor<days>(sought.since) - days{1}, today), std::max(today, newest)};
}

/// So many are asked for at once: a day without readings costs next to nothing then.
constexpr std::size_t days_at_once = 31;

Outcome<std::vector<Read>> read_days(Parts& parts, const Sought& sought)
{
    const auto partnership = parts.partnership();
    std::vector<Read> reads;
    auto [day, last] = days_of(sought, parts.now());
    while (day <= last) {
        std::vector<ledger::StreamId> streams;
        for (; day <= last && streams.size() < days_at_once; day += std::chrono::days{1})
            streams.push_back(stream_of_views(Date{day}));
        for (const auto& one : sought.workspace->log().read_what_opens(streams))
            if (!add_reads(reads, one, sought, *partnership)) return fail(RecordStopped{});
    }
    std::ranges::stable_sort(reads, {}, &Read::at);
    return reads;
}

/// For years of days it takes a while: a worker does it.
Later<Outcome<std::vector<Read>>> read_by_a_worker(Parts& parts, Sought sought)
{
    auto later = parts.readers.run([&parts, sought = std::move(sought)] { return read_days(parts, sought); });
    if (!later) return Outcome<std::vector<Read>>{fail(Crowded{})};
    return *std::move(later);
}

std::string_view kind_words(ReadKind kind)
{
    switch (kind) {
        case ReadKind::seen:
            return "read";
        case ReadKind::list_taken:
            return "took this list away";
        case ReadKind::entry_given:
            return "an entry was given away by whoever runs Safelead";
        case ReadKind::printed:
            return "put it on paper";
        case ReadKind::by_link:
            return "read it by a link";
        case ReadKind::given_seen:
            return "read it as it was given away";
    }
    throw_bug("something was read in no way");
}

std::string csv_of(const std::vector<Read>& reads)
{
    std::string csv = exchange::csv_begin({"time_utc", "person", "roles", "what", "why"});
    for (const auto& read : reads) {
        std::string roles;
        for (const auto role : read.roles.list())
            roles += fmt::format("{}{}", roles.empty() ? "" : "; ", directory::role_words(role));
        exchange::add_csv_line(csv, {safelead::to_text(read.at), read.name, roles,
                                     std::string{kind_words(read.kind)}, read.why});
    }
    return csv;
}

}  // namespace

Later<Outcome<std::vector<Read>>> reads_of(Safelead& safelead, const Actor& actor, const ReadsOf& of)
{
    auto& parts = safelead.parts();
    auto sought = seek(parts, actor, of);
    if (!sought) return refused<std::vector<Read>>(std::move(sought).error());
    return read_by_a_worker(parts, *std::move(sought));
}

Later<Outcome<std::string>> take_reads_away(Safelead& safelead, const Actor& actor, const ReadsOf& of)
{
    auto& parts = safelead.parts();
    auto sought = seek(parts, actor, of);
    if (!sought) return refused<std::string>(std::move(sought).error());
    return keep_view(parts, *sought->workspace,
                     exchange::ReadersExported{sought->stream, actor.person, role_names(actor)})
        .then([&parts, sought = *sought](Outcome<Kept> kept) -> Later<Outcome<std::vector<Read>>> {
            if (!kept) return Outcome<std::vector<Read>>{fail(std::move(kept).error())};
            return read_by_a_worker(parts, sought);
        })
        .then([](Outcome<std::vector<Read>> reads) -> Outcome<std::string> {
            return csv_of(SL_TRY(std::move(reads)));
        });
}

}  // namespace safelead::app
