#pragma once

// How the struct of an event becomes the `data` of its JSON, and back.
//
// 1. A struct says once which fields it has, in the order in which it declares them (`Fields<Struct>`);
//    writing and reading both follow that list, so they can't drift apart.
// 2. Every field is always there; what may be absent is null. Only one that came later (`LaterField`) is left
//    out where it says nothing. A field nobody knows is a fault.
// 3. Reading goes on after a fault with an empty value, and gives the first fault in the end.
//
// The format is docs/formats/events.md.

#include "base/field.h"
#include "base/id.h"
#include "base/time.h"
#include "exchange/json_tree.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace safelead::exchange {

/// Specialised for each struct: `static constexpr auto list = fields(Field{"by", &ConcernRead::by}, …)`; for
/// an event also the name of its `type`, and its `version`.
template <class Struct>
struct Fields;

/// Specialised for each enumeration: `static constexpr std::array words{"no", "yes"}`, in its order.
template <class Enum>
struct EnumWords;

template <class T>
concept HasFields = requires { Fields<T>::list; };

template <class T>
inline constexpr bool is_id = false;
template <class Kind>
inline constexpr bool is_id<Id<Kind>> = true;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// `text` as a JSON string. Text that is not UTF-8 is a bug: the gate lets none in.
void write_text(std::string& json, std::string_view text);

template <class T>
void write(std::string& json, const T& value)
{
    if constexpr (is_id<T>) {
        write_text(json, value.text());
    } else if constexpr (std::is_same_v<T, std::string>) {
        write_text(json, value);
    } else if constexpr (std::is_same_v<T, int>) {
        json += std::to_string(value);
    } else if constexpr (std::is_same_v<T, bool>) {
        json += value ? "true" : "false";
    } else if constexpr (std::is_same_v<T, Instant> || std::is_same_v<T, Date>) {
        write_text(json, to_text(value));
    } else if constexpr (is_optional<T>) {
        if (value) {
            write(json, *value);
        } else {
            json += "null";
        }
    } else if constexpr (is_list<T>) {
        json += '[';
        for (const auto& item : value) {
            if (&item != &value.front()) json += ',';
            write(json, item);
        }
        json += ']';
    } else if constexpr (std::is_enum_v<T>) {
        write_text(json, EnumWords<T>::words.at(static_cast<std::size_t>(value)));
    } else {
        static_assert(HasFields<T>);
        char before = '{';
        const auto write_field = [&]<class One>(const One& field) {
            if constexpr (is_later<One>)
                if (value.*field.member == std::remove_cvref_t<decltype(value.*field.member)>{}) return;
            json += before;
            before = ',';
            write_text(json, field.name);
            json += ':';
            write(json, value.*field.member);
        };
        Fields<T>::list([&](const auto&... field) { (write_field(field), ...); });
        json += '}';
    }
}

/// Where in the event reading has got to: "advice.because[2].rule".
struct ReadingPath {
    const ReadingPath* outer;
    std::string_view name;
    std::optional<std::size_t> item;

    [[nodiscard]] std::string text() const;
};

/// Reads, and remembers the first field that is not what it should be.
class EventReading {
public:
    [[nodiscard]] const std::optional<std::string>& wrong_field() const { return wrong_field_; }

    template <class T>
    [[nodiscard]] T read(const JsonTree* tree, const ReadingPath& path)
    {
        if constexpr (is_id<T>) {
            return T{text(tree, path)};
        } else if constexpr (std::is_same_v<T, std::string>) {
            return text(tree, path);
        } else if constexpr (std::is_same_v<T, int>) {
            return integer(tree, path);
        } else if constexpr (std::is_same_v<T, bool>) {
            return truth(tree, path);
        } else if constexpr (std::is_same_v<T, Instant>) {
            return parsed(parse_instant(text(tree, path)), path);
        } else if constexpr (std::is_same_v<T, Date>) {
            return parsed(parse_date(text(tree, path)), path);
        } else if constexpr (is_optional<T>) {
            if (tree != nullptr && tree->kind == JsonTree::Kind::null) return std::nullopt;
            return read<typename T::value_type>(tree, path);
        } else if constexpr (is_list<T>) {
            return list<typename T::value_type>(tree, path);
        } else if constexpr (std::is_enum_v<T>) {
            return word<T>(tree, path);
        } else {
            return fields<T>(tree, path);
        }
    }

private:
    void wrong(const ReadingPath& path)
    {
        if (!wrong_field_) wrong_field_ = path.text();
    }

    [[nodiscard]] std::string text(const JsonTree* tree, const ReadingPath& path);
    [[nodiscard]] int integer(const JsonTree* tree, const ReadingPath& path);
    [[nodiscard]] bool truth(const JsonTree* tree, const ReadingPath& path);

    template <class T>
    [[nodiscard]] T parsed(std::optional<T> value, const ReadingPath& path)
    {
        if (!value) wrong(path);
        return value.value_or(T{});
    }

    template <class T>
    [[nodiscard]] T word(const JsonTree* tree, const ReadingPath& path)
    {
        const auto& words = EnumWords<T>::words;
        const auto found = std::ranges::find(words, text(tree, path));
        if (found == words.end()) {
            wrong(path);
            return T{};
        }
        return static_cast<T>(found - words.begin());
    }

    template <class T>
    [[nodiscard]] std::vector<T> list(const JsonTree* tree, const ReadingPath& path)
    {
        std::vector<T> items;
        if (tree == nullptr || tree->kind != JsonTree::Kind::array) {
            wrong(path);
            return items;
        }
        for (const JsonTree& item : tree->items) items.push_back(read<T>(&item, {&path, {}, items.size()}));
        return items;
    }

    template <class T>
    [[nodiscard]] T fields(const JsonTree* tree, const ReadingPath& path)
    {
        static_assert(HasFields<T>);
        const bool is_object = tree != nullptr && tree->kind == JsonTree::Kind::object;
        if (!is_object) wrong(path);
        const auto member = [&](std::string_view name) { return is_object ? tree->find(name) : nullptr; };
        return Fields<T>::list([&](const auto&... field) {
            if (is_object) nothing_else(*tree, path, std::array{field.name...});
            // A braced list is read from left to right, and so in the order of declaration.
            return T{one_field<T>(field, member(field.name), path)...};
        });
    }

    template <class T, class One>
    [[nodiscard]] auto one_field(const One& field, const JsonTree* tree, const ReadingPath& path)
    {
        using Value = std::remove_cvref_t<decltype(std::declval<T&>().*field.member)>;
        const ReadingPath here{&path, field.name, {}};
        if constexpr (is_later<One>)
            if (tree == nullptr) return Value{};
        // There is one way to write that nothing is said: the member is left out.
        if constexpr (is_later<One> && requires(Value value) { value.has_value(); })
            return Value{read<typename Value::value_type>(tree, here)};
        else
            return read<Value>(tree, here);
    }

    template <std::size_t Count>
    void nothing_else(const JsonTree& tree, const ReadingPath& path,
                      const std::array<std::string_view, Count>& names)
    {
        for (const JsonTree::Member& member : tree.members) {
            if (std::ranges::find(names, member.name) == names.end()) wrong({&path, member.name, {}});
        }
    }

    std::optional<std::string> wrong_field_;
};

}  // namespace safelead::exchange
