#pragma once

// Whole concerns, cases and children that were looked at lately, up to so many bytes; the least recently used
// go first and are read again when somebody asks. Any thread may use it.

#include "ledger/entry.h"

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace safelead::app {

// What a whole thing takes of memory beside the words in it, about.
inline constexpr std::size_t bytes_of_a_thing = 1000;
inline constexpr std::size_t bytes_of_an_event = 600;

class ThingCache {
public:
    struct Kept {
        std::shared_ptr<const void> it;  ///< What it is, the stream's name says.
        ledger::StreamPosition position = ledger::StreamPosition::start;
        std::size_t bytes = 0;  ///< About what it takes.
    };

    explicit ThingCache(std::size_t most_bytes) : most_bytes_{most_bytes} {}

    [[nodiscard]] std::optional<Kept> find(const ledger::StreamId& stream);

    /// In place of what it was; an older one than is there already changes nothing.
    void put(const ledger::StreamId& stream, Kept kept);

    void forget(const ledger::StreamId& stream);
    void clear();

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Entry {
        std::string stream;
        Kept kept;
    };
    using Entries = std::list<Entry>;

    void drop(Entries::iterator entry);

    const std::size_t most_bytes_;
    mutable std::mutex mutex_;
    Entries entries_;  ///< The most recently used first.
    std::unordered_map<std::string_view, Entries::iterator> by_stream_;
    std::size_t bytes_ = 0;
};

}  // namespace safelead::app
