#include "store/memory.h"

#include <map>
#include <mutex>
#include <utility>

namespace safelead::store {
namespace {

using namespace ledger;

class MemoryPassingStore final : public PassingStore {
public:
    void put(const PassingRow& row) override
    {
        const std::lock_guard lock{mutex_};
        rows_.insert_or_assign(std::pair{row.kind, row.id}, row);
    }

    bool exchange(const PassingRow& there, const PassingRow& row) override
    {
        const std::lock_guard lock{mutex_};
        const auto found = find(there);
        if (found == rows_.end()) return false;
        found->second = row;
        return true;
    }

    bool take(const PassingRow& there) override
    {
        const std::lock_guard lock{mutex_};
        const auto found = find(there);
        if (found == rows_.end()) return false;
        rows_.erase(found);
        return true;
    }

    std::optional<PassingRow> get(std::string_view kind, std::string_view id, Instant now) const override
    {
        const std::lock_guard lock{mutex_};
        const auto found = rows_.find({std::string{kind}, std::string{id}});
        if (found == rows_.end() || found->second.expires <= now) return std::nullopt;
        return found->second;
    }

    std::vector<PassingRow> list(std::string_view kind, Instant now) const override
    {
        return matching([&](const PassingRow& row) { return row.kind == kind && row.expires > now; });
    }

    std::vector<PassingRow> list_of(std::string_view kind, std::string_view owner, Instant now) const override
    {
        return matching([&](const PassingRow& row) {
            return row.kind == kind && row.owner == owner && row.expires > now;
        });
    }

    void remove(std::string_view kind, std::string_view id) override
    {
        const std::lock_guard lock{mutex_};
        rows_.erase({std::string{kind}, std::string{id}});
    }

    void remove_of(std::string_view kind, std::string_view owner) override
    {
        const std::lock_guard lock{mutex_};
        std::erase_if(rows_,
                      [&](const auto& one) { return one.second.kind == kind && one.second.owner == owner; });
    }

    std::uint64_t remove_expired(Instant now) override
    {
        const std::lock_guard lock{mutex_};
        const auto has_expired = [&](const auto& one) { return one.second.expires <= now; };
        return std::erase_if(rows_, has_expired) + std::erase_if(counts_, has_expired);
    }

    /// It has no files.
    bool forget_removed() override { return true; }

    std::uint64_t increment(std::string_view kind, std::string_view id, Instant now, Instant expires) override
    {
        const std::lock_guard lock{mutex_};
        auto& count = counts_[{std::string{kind}, std::string{id}}];
        if (count.count == 0 || count.expires <= now) count = {0, expires};
        return ++count.count;
    }

    std::uint64_t count(std::string_view kind, std::string_view id, Instant now) const override
    {
        const std::lock_guard lock{mutex_};
        const auto found = counts_.find({std::string{kind}, std::string{id}});
        return found == counts_.end() || found->second.expires <= now ? 0 : found->second.count;
    }

    void remove_count(std::string_view kind, std::string_view id) override
    {
        const std::lock_guard lock{mutex_};
        counts_.erase({std::string{kind}, std::string{id}});
    }

private:
    struct Count {
        std::uint64_t count = 0;
        Instant expires{};
    };

    template <class Matches>
    std::vector<PassingRow> matching(const Matches& matches) const
    {
        const std::lock_guard lock{mutex_};
        std::vector<PassingRow> found;
        for (const auto& [name, row] : rows_)
            if (matches(row)) found.push_back(row);
        return found;
    }

    using Rows = std::map<std::pair<std::string, std::string>, PassingRow>;

    /// Where exactly that is kept.
    Rows::iterator find(const PassingRow& there)
    {
        const auto found = rows_.find({there.kind, there.id});
        return found != rows_.end() && found->second.sealed == there.sealed ? found : rows_.end();
    }

    mutable std::mutex mutex_;
    Rows rows_;
    std::map<std::pair<std::string, std::string>, Count> counts_;
};

}  // namespace

std::unique_ptr<PassingStore> make_memory_passing_store()
{
    return std::make_unique<MemoryPassingStore>();
}

}  // namespace safelead::store
