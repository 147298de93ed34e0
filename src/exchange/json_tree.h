#pragma once

// JSON as it stands in a file, each part with its line, so that an error can point at it.
//
// Stricter than JSON: no member twice, no fraction, nothing too deep or too long, well-formed UTF-8. Comments
// only where they are asked for.

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::exchange {

/// Where a text is not what it should be. The field may be empty: the text is then no JSON at all.
struct FieldFault {
    int line = 0;
    std::string field;  ///< "people[2].age"
    std::string problem;

    bool operator==(const FieldFault&) const = default;
};

class JsonTree {
public:
    enum class Kind : std::uint8_t { null, boolean, integer, text, array, object };
    struct Member;

    Kind kind = Kind::null;
    int line = 0;
    bool boolean = false;
    std::int64_t integer = 0;
    std::string text;
    std::vector<JsonTree> items;
    std::vector<Member> members;  ///< In the order of the text.

    /// The member of that name, or nothing.
    [[nodiscard]] const JsonTree* find(std::string_view name) const;
};

struct JsonTree::Member {
    std::string name;
    int line = 0;
    JsonTree value;
};

struct JsonLimits {
    enum class Comments : std::uint8_t { refused, allowed };

    std::size_t bytes = std::size_t{1} << 20U;
    std::size_t depth = 16;
    std::size_t parts = 200'000;
    Comments comments = Comments::refused;
};

[[nodiscard]] Result<JsonTree, FieldFault> parse_json(std::string_view text, const JsonLimits& limits);

/// Reads the members of one object and remembers which were read, so that one nobody knows is not passed
/// over.
class MemberReader {
public:
    /// `path` names the object in faults; empty for the whole text.
    [[nodiscard]] static Result<MemberReader, FieldFault> of(const JsonTree& tree, std::string path);

    [[nodiscard]] Result<std::string, FieldFault> text(std::string_view name);
    /// Empty if the member is missing.
    [[nodiscard]] Result<std::string, FieldFault> text_or_empty(std::string_view name);
    [[nodiscard]] Result<int, FieldFault> integer(std::string_view name);
    [[nodiscard]] Result<const JsonTree*, FieldFault> array(std::string_view name);
    /// Nothing if the member is missing.
    [[nodiscard]] Result<const JsonTree*, FieldFault> array_if_any(std::string_view name);
    [[nodiscard]] Result<std::vector<std::string>, FieldFault> texts(std::string_view name);
    [[nodiscard]] Result<std::vector<std::string>, FieldFault> texts_if_any(std::string_view name);
    [[nodiscard]] Result<const JsonTree*, FieldFault> any(std::string_view name);
    [[nodiscard]] const JsonTree* any_if_any(std::string_view name);

    /// A fault if there is a member that none of the above asked for.
    [[nodiscard]] Result<Done, FieldFault> nothing_else() const;

    [[nodiscard]] Failed<FieldFault> fault(std::string_view name, std::string problem) const;
    [[nodiscard]] std::string path_of(std::string_view name) const;
    [[nodiscard]] int line() const { return tree_->line; }

private:
    MemberReader(const JsonTree& tree, std::string path) : tree_{&tree}, path_{std::move(path)} {}

    const JsonTree* tree_;
    std::string path_;
    std::vector<std::string> asked_;
};

}  // namespace safelead::exchange
