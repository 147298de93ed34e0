#include "app/thing_cache.h"

namespace safelead::app {

std::optional<ThingCache::Kept> ThingCache::find(const ledger::StreamId& stream)
{
    const std::lock_guard lock{mutex_};
    const auto found = by_stream_.find(stream.text());
    if (found == by_stream_.end()) return std::nullopt;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->kept;
}

void ThingCache::put(const ledger::StreamId& stream, Kept kept)
{
    const std::lock_guard lock{mutex_};
    if (const auto found = by_stream_.find(stream.text()); found != by_stream_.end()) {
        if (kept.position < found->second->kept.position) return;
        drop(found->second);
    }
    bytes_ += kept.bytes;
    entries_.push_front({std::string{stream.text()}, std::move(kept)});
    by_stream_.emplace(entries_.front().stream, entries_.begin());
    while (bytes_ > most_bytes_ && entries_.size() > 1) drop(std::prev(entries_.end()));
}

void ThingCache::forget(const ledger::StreamId& stream)
{
    const std::lock_guard lock{mutex_};
    if (const auto found = by_stream_.find(stream.text()); found != by_stream_.end()) drop(found->second);
}

void ThingCache::clear()
{
    const std::lock_guard lock{mutex_};
    by_stream_.clear();
    entries_.clear();
    bytes_ = 0;
}

std::size_t ThingCache::bytes() const
{
    const std::lock_guard lock{mutex_};
    return bytes_;
}

void ThingCache::drop(Entries::iterator entry)
{
    bytes_ -= entry->kept.bytes;
    by_stream_.erase(entry->stream);
    entries_.erase(entry);
}

}  // namespace safelead::app
