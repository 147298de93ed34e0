#include "store/postgres/group.h"

#include "ledger/append_check.h"
#include "store/postgres/record_reading.h"

#include <array>
#include <set>

namespace safelead::store::postgres {

using namespace ledger;

namespace {

constexpr Query begin{"begin", "BEGIN"};
constexpr Query commit_query{"commit", "COMMIT"};

constexpr Query add_organisations{"add_organisations", R"(
    INSERT INTO organisations (id) SELECT DISTINCT unnest($1::text[]) AS id ORDER BY id ON CONFLICT DO NOTHING)"};

// In the order of their numbers, so that two servers never wait for each other.
constexpr Query lock_logs{"lock_logs", R"(
    SELECT pg_advisory_xact_lock(1398885476, number::integer)
    FROM (SELECT number FROM organisations WHERE id = ANY ($1::text[]) ORDER BY number) AS ours)"};

constexpr Query logs_query{"logs", R"(
    SELECT id, number, newest.position, newest.time,
        (SELECT max(epoch) FROM organisation_keys WHERE organisation = number)
    FROM organisations LEFT JOIN LATERAL
        (SELECT position, time FROM entries WHERE organisation = number ORDER BY position DESC LIMIT 1) AS newest
        ON true
    WHERE id = ANY ($1::text[]))"};

constexpr Query streams_query{"streams", R"(
    SELECT asked.id, asked.stream, newest.stream_position
    FROM unnest($1::text[], $2::text[]) AS asked (id, stream) JOIN organisations USING (id) CROSS JOIN LATERAL
        (SELECT stream_position FROM entries WHERE organisation = number AND entries.stream = asked.stream
         ORDER BY stream_position DESC LIMIT 1) AS newest)"};

// A lateral LIMIT 1 is looked up by the whole key. A join is not, in a new database that PostgreSQL knows
// nothing of: there it read every receipt of the organisation for each append, until the tables were
// analysed.
constexpr Query receipts_query{"receipts", R"(
    SELECT asked.id, asked.command, content, first_position, last_position, time
    FROM unnest($1::text[], $2::text[]) AS asked (id, command) JOIN organisations USING (id) CROSS JOIN LATERAL
        (SELECT * FROM receipts WHERE organisation = number AND receipts.command = asked.command LIMIT 1) AS receipt)"};

constexpr Query keys_query{"keys", R"(
    SELECT asked.id, asked.stream, asked.part, epoch, wrapped
    FROM unnest($1::text[], $2::text[], $3::text[]) AS asked (id, stream, part) JOIN organisations USING (id)
    CROSS JOIN LATERAL
        (SELECT epoch, wrapped FROM stream_keys WHERE organisation = number AND stream_keys.stream = asked.stream
             AND stream_keys.part = asked.part LIMIT 1) AS key)"};

}  // namespace

Group::Group(Connection& record, std::span<const Append> appends) : record_{record}, appends_{appends} {}

std::vector<AppendResult> Group::decide(Deadline deadline)
{
    ask();
    take(record_.finish(deadline));
    std::vector<AppendResult> results;
    results.reserve(appends_.size());
    for (const auto& append : appends_) {
        const auto answer = answer_without_writing(append, *this);
        results.push_back(answer ? *answer : keep(append));
    }
    return results;
}

void Group::ask()
{
    record_.send(begin);
    ask_for_logs();
    ask_for_streams();
    ask_for_receipts();
    ask_for_keys();
}

void Group::ask_for_logs()
{
    std::set<std::string_view> all;
    std::vector<std::string_view> started;
    for (const auto& append : appends_) {
        all.insert(append.organisation.text());
        if (!append.organisation_keys.empty()) started.push_back(append.organisation.text());
    }
    const std::vector<std::string_view> ids(all.begin(), all.end());
    record_.send(add_organisations, Parameters{}.texts(started));
    record_.send(lock_logs, Parameters{}.texts(ids));
    record_.send(logs_query, Parameters{}.texts(ids));
}

void Group::ask_for_streams()
{
    std::set<std::pair<std::string_view, std::string_view>> asked;
    for (const auto& append : appends_) {
        asked.emplace(append.organisation.text(), keys_stream().text());
        for (const auto& entry : append.entries)
            asked.emplace(append.organisation.text(), entry.stream.text());
    }
    std::vector<std::string_view> ids, streams;
    for (const auto& [id, stream] : asked) {
        ids.push_back(id);
        streams.push_back(stream);
    }
    record_.send(streams_query, Parameters{}.texts(ids).texts(streams));
}

void Group::ask_for_receipts()
{
    std::set<std::pair<std::string_view, std::string_view>> asked;
    for (const auto& append : appends_) {
        asked.emplace(append.organisation.text(), append.command.text());
        if (append.follows) asked.emplace(append.organisation.text(), append.follows->text());
    }
    std::vector<std::string_view> ids, commands;
    for (const auto& [id, command] : asked) {
        ids.push_back(id);
        commands.push_back(command);
    }
    record_.send(receipts_query, Parameters{}.texts(ids).texts(commands));
}

void Group::ask_for_keys()
{
    // Many appends of a group are under the same few keys.
    std::set<std::array<std::string_view, 3>> asked;
    for (const auto& append : appends_) {
        const auto organisation = append.organisation.text();
        for (const auto* keys : {&append.keys, &append.relies_on})
            for (const auto& key : *keys) asked.insert({organisation, key.stream.text(), key.part.text()});
        for (const auto& [stream, part] : append.sealed_under)
            asked.insert({organisation, stream.text(), part.text()});
    }
    std::vector<std::string_view> ids, streams, parts;
    for (const auto& [id, stream, part] : asked) {
        ids.push_back(id);
        streams.push_back(stream);
        parts.push_back(part);
    }
    record_.send(keys_query, Parameters{}.texts(ids).texts(streams).texts(parts));
}

void Group::take(const std::vector<Rows>& answers)
{
    // begin, add_organisations and lock_logs come before.
    const auto& logs = answers.at(3);
    for (int row = 0; row < logs.count(); ++row) {
        auto& log = logs_[OrganisationId{logs.text(row, 0)}];
        log.number = logs.number(row, 1);
        if (!logs.is_null(row, 2)) log.head = {log_position(logs, row, 2), logs.time(row, 3)};
        if (!logs.is_null(row, 4)) log.newest_epoch = epoch(logs, row, 4);
    }
    const auto& streams = answers.at(4);
    for (int row = 0; row < streams.count(); ++row)
        logs_[OrganisationId{streams.text(row, 0)}].streams.insert_or_assign(
            StreamId{streams.text(row, 1)}, stream_position(streams, row, 2));
    const auto& receipts = answers.at(5);
    for (int row = 0; row < receipts.count(); ++row)
        logs_[OrganisationId{receipts.text(row, 0)}].receipts.insert_or_assign(
            CommandId{receipts.text(row, 1)}, receipt_in(receipts, row, 2));
    const auto& keys = answers.at(6);
    for (int row = 0; row < keys.count(); ++row) {
        const OrganisationId organisation{keys.text(row, 0)};
        StreamKeyRow key{organisation, StreamId{keys.text(row, 1)}, PartId{keys.text(row, 2)},
                         epoch(keys, row, 3), keys.bytes(row, 4)};
        logs_[organisation].keys.insert_or_assign({key.stream, key.part}, key);
    }
}

Recorded Group::keep(const Append& append)
{
    auto& log = logs_.at(append.organisation);
    const auto first = next(log.head.position);
    for (const auto& entry : append.entries) {
        log.head.position = next(log.head.position);
        log.streams.insert_or_assign(entry.stream, entry.position);
    }
    log.head.time = append.time;
    for (const auto& key : append.keys) log.keys.emplace(std::pair{key.stream, key.part}, key);
    for (const auto& key : append.organisation_keys) log.newest_epoch = key.epoch;
    for (const auto& key : append.key_changes.next_organisation_keys) log.newest_epoch = key.epoch;
    for (const auto& key : append.key_changes.rewrapped)
        log.keys.insert_or_assign({key.stream, key.part}, key);
    for (const auto& [stream, part] : append.key_changes.destroyed)
        log.keys.insert_or_assign({stream, part}, destroyed_row(append.organisation, stream, part));
    const Recorded recorded{first, log.head.position, append.time};
    log.receipts.emplace(append.command, Receipt{append.content, recorded});
    kept_.push_back({&append, log.number, recorded});
    return recorded;
}

void Group::commit(Deadline deadline)
{
    if (!kept_.empty()) GroupWriting{record_, kept_}.send();
    record_.send(commit_query);
    (void)record_.finish(deadline);
}

const Group::Log* Group::find(const OrganisationId& organisation) const
{
    const auto found = logs_.find(organisation);
    return found == logs_.end() ? nullptr : &found->second;
}

LogHead Group::head(const OrganisationId& organisation) const
{
    const auto* log = find(organisation);
    return log == nullptr ? LogHead{} : log->head;
}

StreamPosition Group::stream_head(const OrganisationId& organisation, const StreamId& stream) const
{
    const auto* log = find(organisation);
    if (log == nullptr) return StreamPosition::start;
    const auto found = log->streams.find(stream);
    return found == log->streams.end() ? StreamPosition::start : found->second;
}

std::optional<Receipt> Group::receipt(const OrganisationId& organisation, const CommandId& command) const
{
    const auto* log = find(organisation);
    if (log == nullptr) return std::nullopt;
    const auto found = log->receipts.find(command);
    if (found == log->receipts.end()) return std::nullopt;
    return found->second;
}

std::optional<StreamKeyRow> Group::stream_key(const OrganisationId& organisation, const StreamId& stream,
                                              const PartId& part) const
{
    const auto* log = find(organisation);
    if (log == nullptr) return std::nullopt;
    const auto found = log->keys.find({stream, part});
    if (found == log->keys.end()) return std::nullopt;
    return found->second;
}

KeyEpoch Group::newest_epoch(const OrganisationId& organisation) const
{
    const auto* log = find(organisation);
    return log == nullptr ? KeyEpoch::none : log->newest_epoch;
}

}  // namespace safelead::store::postgres
