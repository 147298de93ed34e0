#pragma once

// Decision tables before they are written down.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace safelead::exchange::dmn {

/// Something a table looks at: a fact, the result of another decision. It can take a few values only, so a
/// cell is a set of them, and "not" is always the rest.
struct Column {
    std::string expression;           ///< FEEL; also what tells one column from another.
    std::string label;                ///< As a reader knows it.
    std::string type;                 ///< "string", "boolean"
    std::vector<std::string> values;  ///< As FEEL literals.
    std::string needs;                ///< The input or decision it comes from.

    [[nodiscard]] std::uint32_t all() const
    {
        return static_cast<std::uint32_t>((std::uint64_t{1} << values.size()) - 1);
    }
};

/// Values by column; a column that is not there may have any. An empty map always holds.
using Cells = std::map<std::size_t, std::uint32_t>;

/// Holds when any of them holds. None: never.
using AnyOf = std::vector<Cells>;

/// What a line of a table says beside its cells, so that it can be checked against the guidance.
struct Note {
    std::string rule;
    std::string kind;
    std::string source;
    std::string when;
};

struct Line {
    Cells cells;
    std::string gives;  ///< A FEEL literal.
    Note note;
};

enum class HitPolicy : std::uint8_t { first, collect };

struct Input {
    std::string name;
    std::string label;
    std::string type;                 ///< "string", "boolean", "people"
    std::vector<std::string> values;  ///< As FEEL literals; empty: any.
};

/// A table; or, if there is an `expression`, that.
struct Decision {
    std::string name;
    std::string label;
    std::string type;
    std::string expression;
    std::string expression_needs;
    HitPolicy hit = HitPolicy::first;
    std::vector<std::string> output_values;
    std::vector<Line> lines;
};

struct Model {
    std::string id;
    std::string title;
    std::string description;
    std::vector<Input> inputs;
    std::vector<Column> columns;      ///< Of all tables; a table shows those that its lines use.
    std::vector<Decision> decisions;  ///< Each after those it needs.
};

}  // namespace safelead::exchange::dmn
