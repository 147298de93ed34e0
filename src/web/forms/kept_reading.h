#pragma once

// What was typed in the form of a record that is kept in a case, understood by the record's own list.

#include "base/bug.h"
#include "record/kept_fields.h"
#include "web/forms/asked.h"
#include "web/forms/case_forms.h"
#include "web/forms/form_reader.h"

#include <algorithm>

namespace safelead::web {

template <class T>
inline constexpr bool is_id = false;
template <class Kind>
inline constexpr bool is_id<Id<Kind>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

[[nodiscard]] std::string read_text(FormReader& read, const Asked& asked);
[[nodiscard]] record::EventTime read_time(FormReader& read, const Asked& asked);
[[nodiscard]] record::Answer read_answer(FormReader& read, const Asked& asked);
[[nodiscard]] int read_number(FormReader& read, const Asked& asked);

/// The place of what was chosen among the choices; 0 with an error where nothing was.
[[nodiscard]] std::size_t read_choice(FormReader& read, const Asked& asked);

template <class Value>
[[nodiscard]] Value read_as(FormReader& read, const Asked& asked)
{
    if constexpr (std::is_same_v<Value, std::string>) {
        return read_text(read, asked);
    } else if constexpr (std::is_same_v<Value, record::EventTime>) {
        return read_time(read, asked);
    } else if constexpr (std::is_same_v<Value, record::Answer>) {
        return read_answer(read, asked);
    } else if constexpr (std::is_same_v<Value, std::optional<Date>>) {
        return read.date(asked.field);
    } else if constexpr (std::is_same_v<Value, int>) {
        return read_number(read, asked);
    } else if constexpr (std::is_enum_v<Value>) {
        return static_cast<Value>(read_choice(read, asked));
    } else if constexpr (is_id<Value>) {
        return Value{read_text(read, asked)};
    } else if constexpr (std::is_same_v<Value, Instant>) {
        throw_bug("a form asks for what the calendar says");
    } else {
        static_assert(is_optional<Value>);
        auto chosen = read_text(read, asked);
        if (chosen.empty()) return std::nullopt;
        return typename Value::value_type{std::move(chosen)};
    }
}

/// What the program gives, whatever was typed.
template <class Value>
[[nodiscard]] Value nothing_yet()
{
    if constexpr (is_id<Value>) {
        return Value{""};
    } else {
        return Value{};
    }
}

template <class Record>
[[nodiscard]] const Asked* asked_for(std::string_view field)
{
    const auto& list = AskedOf<Record>::list;
    const auto found = std::ranges::find(list, field, &Asked::field);
    return found == list.end() ? nullptr : &*found;
}

template <class Record>
[[nodiscard]] Result<Typed<record::CaseCommand>, FormErrors> parse_record(const FormFields& typed,
                                                                          const directory::Zone& zone,
                                                                          const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    const auto value_of = [&]<class Owner, class Value>(const safelead::Field<Owner, Value>& field) -> Value {
        if constexpr (std::is_same_v<Value, PersonId>) {
            if (field.name == "by") return by;
        }
        const Asked* asked = asked_for<Record>(field.name);
        return asked == nullptr ? nothing_yet<Value>() : read_as<Value>(read, *asked);
    };
    // A braced list is read from left to right, and so in the order of declaration.
    Record record =
        record::FieldsOf<Record>::list([&](const auto&... field) { return Record{value_of(field)...}; });
    return read.finish(Typed<record::CaseCommand>{command, record::KeepRecord{std::move(record)}});
}

}  // namespace safelead::web
