#pragma once

// The form of a record that is kept in a case, and the record as it is shown afterwards, by the record's own
// list of fields.

#include "web/forms/form_writer.h"
#include "web/forms/kept_reading.h"
#include "web/html/components.h"
#include "web/pages/case_view.h"

#include <type_traits>

namespace safelead::web {

/// What control asks for a field.
enum class Control { text, time, answer, day, number, choice, person_in_case, staff, earlier_record, none };

template <class Value>
[[nodiscard]] constexpr Control control_of()
{
    if constexpr (is_optional<Value>) {
        if constexpr (std::is_same_v<typename Value::value_type, Date>) return Control::day;
        return control_of<typename Value::value_type>();
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return Control::text;
    } else if constexpr (std::is_same_v<Value, record::EventTime>) {
        return Control::time;
    } else if constexpr (std::is_same_v<Value, record::Answer>) {
        return Control::answer;
    } else if constexpr (std::is_same_v<Value, int>) {
        return Control::number;
    } else if constexpr (std::is_same_v<Value, record::CaseRef>) {
        return Control::person_in_case;
    } else if constexpr (std::is_same_v<Value, PersonId>) {
        return Control::staff;
    } else if constexpr (std::is_same_v<Value, record::TaskId>) {
        return Control::earlier_record;
    } else if constexpr (std::is_enum_v<Value>) {
        return Control::choice;
    } else {
        return Control::none;
    }
}

/// `type` is the record's: what earlier record it may be about depends on it.
[[nodiscard]] Html draw_asked(const FormWriter& form, const CaseView& view, const Asked& asked,
                              Control control, std::string_view type);

/// All fields of the form, in the order of its list.
template <class Record>
[[nodiscard]] Html draw_asked(const FormWriter& form, const CaseView& view)
{
    Html out;
    for (const Asked& asked : AskedOf<Record>::list) {
        record::FieldsOf<Record>::list([&](const auto&... field) {
            ((field.name == asked.field
                  ? void(out << draw_asked(
                             form, view, asked,
                             control_of<
                                 std::remove_cvref_t<decltype(std::declval<Record&>().*field.member)>>(),
                             record::FieldsOf<Record>::type))
                  : void()),
             ...);
        });
    }
    return out;
}

/// One field as it is shown; "" where nothing was said.
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                const std::string& value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                const record::EventTime& value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                record::Answer value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                const std::optional<Date>& value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked, int value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                const record::CaseRef& value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                const PersonId& value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                const record::TaskId& value);
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked, Instant value);
/// An id that joins two records says nothing to a reader.
[[nodiscard]] std::string shown(const Speaker& say, const CaseView& view, const Asked& asked,
                                const OpeningId& value);
[[nodiscard]] std::string shown_choice(const Speaker& say, const Asked& asked, std::size_t value);

struct ShownField {
    Phrase label;
    std::string value;
};

/// What was said in a record, in the order of its form; what was left empty is left out.
template <class Record>
[[nodiscard]] std::vector<ShownField> shown_fields(const Speaker& say, const CaseView& view,
                                                   const Record& kept)
{
    std::vector<ShownField> fields;
    for (const Asked& asked : AskedOf<Record>::list) {
        record::each_field_of(kept, [&]<class Value>(std::string_view name, const Value& value) {
            if (name != asked.field) return;
            std::string words;
            if constexpr (std::is_enum_v<Value> && !std::is_same_v<Value, record::Answer>) {
                words = shown_choice(say, asked, static_cast<std::size_t>(value));
            } else if constexpr (is_optional<Value> && !std::is_same_v<Value, std::optional<Date>>) {
                if (value) words = shown(say, view, asked, *value);
            } else {
                words = shown(say, view, asked, value);
            }
            if (!words.empty()) fields.push_back({asked.label, std::move(words)});
        });
    }
    return fields;
}

/// What was said later to be wrong in an entry: beside it, and it stays.
[[nodiscard]] Html corrections_of(const Speaker& say, const CaseView& view, std::uint64_t position);

/// A record as a card: who made it and when, and what was said.
[[nodiscard]] Html record_card(const Speaker& say, const CaseView& view, Html title,
                               const std::vector<ShownField>& fields, const PersonId& by, Instant at,
                               std::uint64_t position);

}  // namespace safelead::web
