#pragma once

// Conditions as a person reads them: facts, answers and results called as the edition calls them, the names
// of groups and definitions with spaces. And how one condition differs from another.

#include "guidance/pack.h"
#include "guidance/pack_draft.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::guidance {

/// The groups and conditions that an edition has given a name, in its order.
using Names = std::vector<NamedCondition>;
[[nodiscard]] Names names_of(const PackDraft& draft);

struct ConditionPiece {
    std::string words;
    std::string name;  ///< If it is one: what it stands for is said elsewhere. Otherwise empty.
};

/// Joined, they are the whole condition.
[[nodiscard]] std::vector<ConditionPiece> condition_pieces(const Pack& pack, const Names& names,
                                                           std::string_view condition);
[[nodiscard]] std::string condition_words(const Pack& pack, const Names& names, std::string_view condition);

/// "_" as a space.
[[nodiscard]] std::string spaced(std::string_view word);

/// Whether the condition speaks of that name, or of one that does.
[[nodiscard]] bool uses_name(const Names& names, std::string_view condition, std::string_view name);

/// How `after` differs from `before`, as far as that can be said in few words.
struct ConditionChange {
    enum class Kind : std::uint8_t {
        narrower,       ///< `part` must hold too.
        wider,          ///< It also holds where `part` does.
        fewer_demands,  ///< `part` need not hold any more.
        fewer_ways,     ///< It no longer holds where `part` does.
        other
    };
    Kind kind = Kind::other;
    std::string part{};  ///< A condition.
};
[[nodiscard]] ConditionChange change_between(std::string_view before, std::string_view after);

/// Where both are `… is one of` or `is not one of` the same thing: which values came and went.
struct ListChange {
    std::string of;  ///< "category is one of"
    std::vector<std::string> added;
    std::vector<std::string> taken_out;
};
[[nodiscard]] std::optional<ListChange> list_change_between(std::string_view before, std::string_view after);

}  // namespace safelead::guidance
