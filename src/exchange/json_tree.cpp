#include "exchange/json_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

namespace safelead::exchange {

namespace {

/// Walks over the text and tells how far the JSON library has read, which the library does not.
class ReadingPoint {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    ReadingPoint(const char* at, const char** furthest) : at_{at}, furthest_{furthest} {}

    reference operator*() const { return *at_; }
    ReadingPoint& operator++()
    {
        *furthest_ = ++at_;
        return *this;
    }
    ReadingPoint operator++(int)
    {
        ReadingPoint before = *this;
        ++*this;
        return before;
    }
    bool operator==(const ReadingPoint& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** furthest_;
};

/// Builds the tree from the library's events, and stops it at the first thing that is not allowed.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(std::string_view text, const JsonLimits& limits)
        : text_{text}, limits_{limits}, furthest_{text.data()}
    {
    }

    const char** furthest() { return &furthest_; }
    [[nodiscard]] FieldFault fault() const { return {fault_line_, fault_field_, problem_}; }
    [[nodiscard]] JsonTree take() && { return std::move(root_); }

    bool null() override { return add(JsonTree::Kind::null) != nullptr; }
    bool boolean(bool value) override
    {
        JsonTree* added = add(JsonTree::Kind::boolean);
        if (added != nullptr) added->boolean = value;
        return added != nullptr;
    }
    bool number_integer(std::int64_t value) override
    {
        JsonTree* added = add(JsonTree::Kind::integer);
        if (added != nullptr) added->integer = value;
        return added != nullptr;
    }
    bool number_unsigned(std::uint64_t value) override
    {
        // Whoever reads a number says what it may be; a time in seconds passes 31 bits in 2038.
        if (value > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
            return refuse("has a number that is too large");
        return number_integer(static_cast<std::int64_t>(value));
    }
    bool number_float(double, const std::string&) override { return refuse("is not a whole number"); }
    bool string(std::string& value) override
    {
        JsonTree* added = add(JsonTree::Kind::text);
        if (added != nullptr) added->text = std::move(value);
        return added != nullptr;
    }
    bool binary(nlohmann::json::binary_t&) override { return refuse("has something that is not JSON"); }
    bool start_object(std::size_t) override { return open(JsonTree::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonTree::Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override
    {
        JsonTree& object = *open_.back();
        if (!names_.back().insert(name).second) {
            key_ = name;
            return refuse("stands twice in one object");
        }
        key_ = name;
        object.members.push_back({name, line(), {}});
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override
    {
        fault_line_ = line();
        problem_ = furthest_ == text_.data() + text_.size()
                       ? "is not JSON: it ends too early, or something follows the end"
                       : "is not JSON from here on";
        return false;
    }

private:
    [[nodiscard]] int line()
    {
        // The library has read up to the end of a string or a bracket, and one further for a number.
        const char* const upto = furthest_ > text_.data() ? furthest_ - 1 : furthest_;
        line_ += static_cast<int>(std::count(counted_, std::max(counted_, upto), '\n'));
        counted_ = std::max(counted_, upto);
        return line_;
    }

    bool refuse(std::string problem)
    {
        fault_line_ = line();
        fault_field_ = path();
        problem_ = std::move(problem);
        return false;
    }

    /// "people[2].age", of what is being read now.
    [[nodiscard]] std::string path() const
    {
        std::string text;
        for (const JsonTree* tree : open_) {
            const bool is_innermost = tree == open_.back();
            if (tree->kind == JsonTree::Kind::array) {
                // What is wrong has not been added yet to the array it stands in.
                text +=
                    "[" + std::to_string(is_innermost ? tree->items.size() : tree->items.size() - 1) + "]";
            } else {
                text += (text.empty() ? "" : ".") + (is_innermost ? key_ : tree->members.back().name);
            }
        }
        return text;
    }

    JsonTree* add(JsonTree::Kind kind)
    {
        if (++parts_ > limits_.parts) {
            refuse("has too many parts");
            return nullptr;
        }
        JsonTree* added = &root_;
        if (!open_.empty()) {
            JsonTree& parent = *open_.back();
            added = parent.kind == JsonTree::Kind::array ? &parent.items.emplace_back()
                                                         : &parent.members.back().value;
        }
        added->kind = kind;
        added->line = line();
        return added;
    }

    bool open(JsonTree::Kind kind)
    {
        if (open_.size() >= limits_.depth) return refuse("is nested too deep");
        JsonTree* added = add(kind);
        if (added == nullptr) return false;
        open_.push_back(added);
        names_.emplace_back();
        return true;
    }

    bool close()
    {
        open_.pop_back();
        names_.pop_back();
        return true;
    }

    std::string_view text_;
    JsonLimits limits_;
    const char* furthest_;
    const char* counted_ = text_.data();
    int line_ = 1;
    std::size_t parts_ = 0;
    JsonTree root_;
    std::vector<JsonTree*>
        open_;  ///< From the root to what is being read; a vector that grows has none open in it.
    std::vector<std::set<std::string, std::less<>>> names_;
    std::string key_;
    int fault_line_ = 0;
    std::string fault_field_;
    std::string problem_;
};

}  // namespace

const JsonTree* JsonTree::find(std::string_view name) const
{
    const auto found = std::ranges::find(members, name, &Member::name);
    return found == members.end() ? nullptr : &found->value;
}

Result<JsonTree, FieldFault> parse_json(std::string_view text, const JsonLimits& limits)
{
    if (text.size() > limits.bytes)
        return fail(FieldFault{0, "", "is larger than " + std::to_string(limits.bytes) + " bytes"});
    TreeBuilder builder{text, limits};
    const bool comments = limits.comments == JsonLimits::Comments::allowed;
    const bool read =
        nlohmann::json::sax_parse(ReadingPoint{text.data(), builder.furthest()},
                                  ReadingPoint{text.data() + text.size(), builder.furthest()}, &builder,
                                  nlohmann::json::input_format_t::json, true, comments);
    if (!read) return fail(builder.fault());
    return std::move(builder).take();
}

Result<MemberReader, FieldFault> MemberReader::of(const JsonTree& tree, std::string path)
{
    if (tree.kind != JsonTree::Kind::object)
        return fail(FieldFault{tree.line, std::move(path), "is not an object"});
    return MemberReader{tree, std::move(path)};
}

std::string MemberReader::path_of(std::string_view name) const
{
    return path_.empty() ? std::string{name} : path_ + "." + std::string{name};
}

Failed<FieldFault> MemberReader::fault(std::string_view name, std::string problem) const
{
    const JsonTree* member = tree_->find(name);
    return fail(
        FieldFault{member == nullptr ? tree_->line : member->line, path_of(name), std::move(problem)});
}

const JsonTree* MemberReader::any_if_any(std::string_view name)
{
    asked_.emplace_back(name);
    return tree_->find(name);
}

Result<const JsonTree*, FieldFault> MemberReader::any(std::string_view name)
{
    const JsonTree* member = any_if_any(name);
    if (member == nullptr) return fault(name, "is missing");
    return member;
}

Result<std::string, FieldFault> MemberReader::text(std::string_view name)
{
    const JsonTree* member = SL_TRY(any(name));
    if (member->kind != JsonTree::Kind::text || member->text.empty()) return fault(name, "is not a text");
    return member->text;
}

Result<std::string, FieldFault> MemberReader::text_or_empty(std::string_view name)
{
    if (any_if_any(name) == nullptr) return std::string{};
    return text(name);
}

Result<int, FieldFault> MemberReader::integer(std::string_view name)
{
    const JsonTree* member = SL_TRY(any(name));
    constexpr std::int64_t most = 1'000'000;
    const bool is_right =
        member->kind == JsonTree::Kind::integer && member->integer >= -most && member->integer <= most;
    if (!is_right) return fault(name, "is not a whole number up to a million");
    return static_cast<int>(member->integer);
}

Result<const JsonTree*, FieldFault> MemberReader::array(std::string_view name)
{
    const JsonTree* member = SL_TRY(any(name));
    if (member->kind != JsonTree::Kind::array) return fault(name, "is not a list");
    return member;
}

Result<const JsonTree*, FieldFault> MemberReader::array_if_any(std::string_view name)
{
    if (any_if_any(name) == nullptr) return static_cast<const JsonTree*>(nullptr);
    return array(name);
}

Result<std::vector<std::string>, FieldFault> MemberReader::texts(std::string_view name)
{
    const JsonTree* member = SL_TRY(array(name));
    std::vector<std::string> all;
    for (const JsonTree& item : member->items) {
        if (item.kind != JsonTree::Kind::text || item.text.empty()) {
            const std::string path = path_of(name) + "[" + std::to_string(all.size()) + "]";
            return fail(FieldFault{item.line, path, "is not a text"});
        }
        all.push_back(item.text);
    }
    return all;
}

Result<std::vector<std::string>, FieldFault> MemberReader::texts_if_any(std::string_view name)
{
    if (any_if_any(name) == nullptr) return std::vector<std::string>{};
    return texts(name);
}

Result<Done, FieldFault> MemberReader::nothing_else() const
{
    for (const JsonTree::Member& member : tree_->members) {
        if (std::ranges::find(asked_, member.name) == asked_.end())
            return fail(FieldFault{member.line, path_of(member.name), "is not a field that is known here"});
    }
    return Done{};
}

}  // namespace safelead::exchange
