#pragma once

#include "ledger/entry.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace safelead::app {

/// Summaries by id, numbered in the order in which they came: from 0, without gaps, and never another number.
template <class Summary>
class SummaryTable {
public:
    struct Row {
        Summary summary;
        ledger::StreamPosition position = ledger::StreamPosition::start;
        std::uint32_t subject = 0;  ///< Which of the workspace's subjects access is asked about.

        /// Otherwise it was erased, and only its number is left.
        [[nodiscard]] bool is_there() const { return !summary.id.text().empty(); }
    };

    template <class Kind>
    [[nodiscard]] std::optional<std::uint32_t> number_of(const Id<Kind>& id) const
    {
        const auto found = numbers_.find(id.text());
        if (found == numbers_.end()) return std::nullopt;
        return found->second;
    }

    template <class Kind>
    [[nodiscard]] const Row* find(const Id<Kind>& id) const
    {
        const auto number = number_of(id);
        return number ? &rows_[*number] : nullptr;
    }

    std::uint32_t put(Summary summary, ledger::StreamPosition position)
    {
        if (const auto known = numbers_.find(summary.id.text()); known != numbers_.end()) {
            const auto number = known->second;
            auto& row = rows_[number];
            // It is found by the text of the id in the row.
            numbers_.erase(known);
            row.summary = std::move(summary);
            row.position = position;
            numbers_.emplace(row.summary.id.text(), number);
            return number;
        }
        const auto number = static_cast<std::uint32_t>(rows_.size());
        rows_.push_back({std::move(summary), position});
        numbers_.emplace(rows_.back().summary.id.text(), number);
        return number;
    }

    /// Forgets what is there under that number.
    void erase(std::uint32_t number)
    {
        numbers_.erase(rows_[number].summary.id.text());
        rows_[number] = Row{};
    }

    [[nodiscard]] const Row& operator[](std::uint32_t number) const { return rows_[number]; }
    [[nodiscard]] Row& operator[](std::uint32_t number) { return rows_[number]; }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] auto begin() const { return rows_.begin(); }
    [[nodiscard]] auto end() const { return rows_.end(); }

    void clear()
    {
        numbers_.clear();
        rows_.clear();
    }

private:
    std::deque<Row> rows_;  // Rows stay where they are: ids are looked up by the text in them.
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace safelead::app
