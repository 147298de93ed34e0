#include "store/memory.h"

#include "ledger/append_check.h"

#include <map>
#include <mutex>
#include <utility>

namespace safelead::store {
namespace {

using namespace ledger;

struct KeptLog {
    std::vector<StoredEntry> entries;
    std::map<StreamId, std::vector<std::size_t>> streams;  // where its entries are in `entries`
    std::map<CommandId, Receipt> receipts;
    std::vector<OrganisationKeyRow> organisation_keys;
    std::map<std::pair<StreamId, PartId>, StreamKeyRow> stream_keys;
    std::map<std::pair<unsigned, std::uint64_t>, TreeTile> tiles;
    std::optional<KeptCheckpoint> checkpoint;
    std::map<std::pair<std::string, Date>, KeptCosignature> cosignatures;
    std::map<std::string, FactRow> facts;
};

// All there is, without a lock.
class Kept {
public:
    [[nodiscard]] LogHead head(const OrganisationId& organisation) const
    {
        const auto& entries = log(organisation).entries;
        return entries.empty() ? LogHead{} : LogHead{entries.back().log_position, entries.back().time};
    }

    [[nodiscard]] StreamPosition stream_head(const OrganisationId& organisation, const StreamId& stream) const
    {
        const auto& kept = log(organisation);
        const auto found = kept.streams.find(stream);
        return found == kept.streams.end() ? StreamPosition::start
                                           : kept.entries[found->second.back()].position;
    }

    [[nodiscard]] std::optional<Receipt> receipt(const OrganisationId& organisation,
                                                 const CommandId& command) const
    {
        const auto& receipts = log(organisation).receipts;
        const auto found = receipts.find(command);
        if (found == receipts.end()) return std::nullopt;
        return found->second;
    }

    [[nodiscard]] std::optional<StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                         const StreamId& stream, const PartId& part) const
    {
        const auto& keys = log(organisation).stream_keys;
        const auto found = keys.find({stream, part});
        if (found == keys.end()) return std::nullopt;
        return found->second;
    }

    [[nodiscard]] KeyEpoch newest_epoch(const OrganisationId& organisation) const
    {
        const auto& keys = log(organisation).organisation_keys;
        return keys.empty() ? KeyEpoch::none : keys.back().epoch;
    }

    [[nodiscard]] const KeptLog& log(const OrganisationId& organisation) const
    {
        static const KeptLog none;
        const auto found = logs_.find(organisation);
        return found == logs_.end() ? none : found->second;
    }

    [[nodiscard]] const std::map<OrganisationId, KeptLog>& logs() const { return logs_; }

    [[nodiscard]] KeptLog& started_log(const OrganisationId& organisation)
    {
        const auto found = logs_.find(organisation);
        if (found == logs_.end()) throw_bug("a tree of a log that nobody started");
        return found->second;
    }

    Recorded keep(const Append& append)
    {
        auto& log = logs_[append.organisation];
        auto position = log.entries.empty() ? LogPosition::start : log.entries.back().log_position;
        const auto first = next(position);
        for (const auto& entry : append.entries) {
            position = next(position);
            log.streams[entry.stream].push_back(log.entries.size());
            log.entries.push_back({position, entry.stream, entry.position, append.time, entry.bytes});
        }
        for (const auto& key : append.keys) log.stream_keys.emplace(std::pair{key.stream, key.part}, key);
        for (const auto& key : append.organisation_keys) log.organisation_keys.push_back(key);
        change_keys(log, append);
        for (const auto& fact : append.facts) log.facts.emplace(fact.id, fact);

        const Recorded recorded{first, position, append.time};
        log.receipts.emplace(append.command, Receipt{append.content, recorded});
        return recorded;
    }

private:
    static void change_keys(KeptLog& log, const Append& append)
    {
        const auto& changes = append.key_changes;
        for (const auto& key : changes.next_organisation_keys) log.organisation_keys.push_back(key);
        for (const auto& key : changes.organisation_keys_rewrapped)
            for (auto& there : log.organisation_keys)
                if (there.epoch == key.epoch) there = key;
        for (const auto& key : changes.rewrapped) log.stream_keys.at({key.stream, key.part}) = key;
        for (const auto& [stream, part] : changes.destroyed)
            log.stream_keys.at({stream, part}) = destroyed_row(append.organisation, stream, part);
        for (const auto epoch : changes.epochs_destroyed)
            std::erase_if(log.organisation_keys, [&](const auto& key) { return key.epoch == epoch; });
    }

    std::map<OrganisationId, KeptLog> logs_;
};

/// In the order of what they are known by.
template <class Name, class Row>
std::vector<Row> rows_of(const std::map<Name, Row>& by_name)
{
    std::vector<Row> rows;
    for (const auto& [name, row] : by_name) rows.push_back(row);
    return rows;
}

class MemoryEntryStore final : public EntryStore {
public:
    std::vector<AppendResult> append(std::span<const Append> group) override
    {
        const std::lock_guard lock{mutex_};
        std::vector<AppendResult> results;
        for (const auto& one : group) {
            const auto answer = answer_without_writing(one, kept_);
            results.push_back(answer ? *answer : kept_.keep(one));
        }
        return results;
    }

    std::vector<StoredEntry> read(const OrganisationId& organisation, LogPosition after,
                                  std::size_t limit) const override
    {
        const std::lock_guard lock{mutex_};
        const auto& entries = kept_.log(organisation).entries;
        std::vector<StoredEntry> found;
        for (auto at = number(after); at < entries.size() && found.size() < limit; ++at)
            found.push_back(entries[at]);
        return found;
    }

    std::vector<EntryPlace> places(const OrganisationId& organisation, LogPosition after,
                                   std::size_t limit) const override
    {
        const std::lock_guard lock{mutex_};
        const auto& entries = kept_.log(organisation).entries;
        std::vector<EntryPlace> found;
        for (auto at = number(after); at < entries.size() && found.size() < limit; ++at)
            found.push_back({entries[at].log_position, entries[at].stream, entries[at].position});
        return found;
    }

    std::vector<StoredEntry> read_stream(const OrganisationId& organisation, const StreamId& stream,
                                         StreamPosition after) const override
    {
        const std::lock_guard lock{mutex_};
        const auto& log = kept_.log(organisation);
        std::vector<StoredEntry> found;
        const auto places = log.streams.find(stream);
        if (places == log.streams.end()) return found;
        for (const auto place : places->second)
            if (log.entries[place].position > after) found.push_back(log.entries[place]);
        return found;
    }

    std::vector<FactRow> facts(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        return rows_of(kept_.log(organisation).facts);
    }

    std::vector<OrganisationId> organisations() const override
    {
        const std::lock_guard lock{mutex_};
        std::vector<OrganisationId> found;
        for (const auto& [organisation, log] : kept_.logs()) found.push_back(organisation);
        return found;
    }

    LogHead head(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        return kept_.head(organisation);
    }

    LogMoment moment(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        const auto& log = kept_.log(organisation);
        return {kept_.head(organisation), log.organisation_keys, rows_of(log.stream_keys),
                rows_of(log.facts),       log.checkpoint,        rows_of(log.cosignatures)};
    }

    StreamPosition stream_head(const OrganisationId& organisation, const StreamId& stream) const override
    {
        const std::lock_guard lock{mutex_};
        return kept_.stream_head(organisation, stream);
    }

    std::optional<Receipt> receipt(const OrganisationId& organisation,
                                   const CommandId& command) const override
    {
        const std::lock_guard lock{mutex_};
        return kept_.receipt(organisation, command);
    }

    std::uint64_t receipt_count(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        return kept_.log(organisation).receipts.size();
    }

    std::vector<OrganisationKeyRow> organisation_keys(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        return kept_.log(organisation).organisation_keys;
    }

    std::optional<StreamKeyRow> stream_key(const OrganisationId& organisation, const StreamId& stream,
                                           const PartId& part) const override
    {
        const std::lock_guard lock{mutex_};
        return kept_.stream_key(organisation, stream, part);
    }

    std::vector<StreamKeyRow> stream_keys(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        return rows_of(kept_.log(organisation).stream_keys);
    }

    void keep_tree(const OrganisationId& organisation, std::span<const TreeTile> tiles,
                   const KeptCheckpoint& checkpoint) override
    {
        const std::lock_guard lock{mutex_};
        auto& log = kept_.started_log(organisation);
        for (const auto& tile : tiles) log.tiles.emplace(std::pair{tile.level, tile.number}, tile);
        if (!log.checkpoint || checkpoint.size >= log.checkpoint->size) log.checkpoint = checkpoint;
    }

    void keep_cosignature(const OrganisationId& organisation, const KeptCosignature& cosignature) override
    {
        const std::lock_guard lock{mutex_};
        kept_.started_log(organisation)
            .cosignatures.insert_or_assign({cosignature.witness, cosignature.day}, cosignature);
    }

    std::uint64_t tile_count(const OrganisationId& organisation, unsigned level) const override
    {
        const std::lock_guard lock{mutex_};
        const auto& tiles = kept_.log(organisation).tiles;
        const auto first = tiles.lower_bound({level, 0});
        return static_cast<std::uint64_t>(std::distance(first, tiles.lower_bound({level + 1, 0})));
    }

    std::vector<TreeTile> tiles(const OrganisationId& organisation, unsigned level, std::uint64_t from,
                                std::size_t limit) const override
    {
        const std::lock_guard lock{mutex_};
        const auto& kept = kept_.log(organisation).tiles;
        std::vector<TreeTile> found;
        for (auto at = kept.lower_bound({level, from}); at != kept.lower_bound({level + 1, 0}); ++at) {
            if (found.size() == limit) break;
            found.push_back(at->second);
        }
        return found;
    }

    std::vector<crypto::Digest> tile_roots(const OrganisationId& organisation, unsigned level,
                                           std::uint64_t from, std::size_t limit) const override
    {
        std::vector<crypto::Digest> roots;
        for (const auto& tile : tiles(organisation, level, from, limit)) roots.push_back(tile.root);
        return roots;
    }

    std::optional<KeptCheckpoint> checkpoint(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        return kept_.log(organisation).checkpoint;
    }

    std::vector<KeptCosignature> cosignatures(const OrganisationId& organisation) const override
    {
        const std::lock_guard lock{mutex_};
        return rows_of(kept_.log(organisation).cosignatures);
    }

    std::vector<StreamKeyRow> stream_keys_before(const OrganisationId& organisation, KeyEpoch epoch,
                                                 std::size_t limit) const override
    {
        const std::lock_guard lock{mutex_};
        std::vector<StreamKeyRow> found;
        for (const auto& [name, key] : kept_.log(organisation).stream_keys)
            if (!is_destroyed(key) && key.epoch < epoch && found.size() < limit) found.push_back(key);
        return found;
    }

private:
    mutable std::mutex mutex_;
    Kept kept_;
};

}  // namespace

std::unique_ptr<EntryStore> make_memory_entry_store()
{
    return std::make_unique<MemoryEntryStore>();
}

}  // namespace safelead::store
