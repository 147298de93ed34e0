#pragma once

// Makes sense of what was typed, one field at a time, and notes what is wrong. A page's own form type
// (forms/<page>_form.h) reads through it.

#include "base/ids.h"
#include "directory/local_time.h"
#include "record/words.h"
#include "web/forms/form_errors.h"
#include "web/forms/form_fields.h"

#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace safelead::web {

/// The hidden field that names the command a form asks for; made when the form is first shown.
inline constexpr std::string_view command_field = "command";

template <class Value>
struct Option {
    std::string_view word;
    Value value;
};

/// The three answers to most questions, as `yes_no_unknown` asks for them.
inline constexpr std::array answer_options{Option<record::Answer>{"yes", record::Answer::yes},
                                           Option<record::Answer>{"no", record::Answer::no},
                                           Option<record::Answer>{"unknown", record::Answer::unknown}};

/// A whole number; 0 where it is none.
template <class Number>
[[nodiscard]] Number number_typed(std::string_view typed)
{
    Number number = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return fault == std::errc{} && end == typed.data() + typed.size() ? number : 0;
}

class FormReader {
public:
    /// `zone` says what the times typed mean. Both outlive it.
    FormReader(const FormFields& typed, const directory::Zone& zone);

    /// Trimmed, with line ends as LF; "" if nothing came. Longer than the record keeps in one piece
    /// (record/text_limits.h, in characters, so that every script has the same room) is an error: it is sent
    /// back, not cut.
    [[nodiscard]] std::string words(std::string_view name);

    /// The same, and an error if there is nothing.
    [[nodiscard]] std::string needed(std::string_view name, const Phrase& missing);

    /// One of a list; nothing, without an error, if none was chosen.
    template <class Value>
    [[nodiscard]] std::optional<Value> choice(std::string_view name, std::span<const Option<Value>> options)
    {
        const auto typed = typed_.text(name);
        for (const auto& option : options)
            if (option.word == typed) return option.value;
        return std::nullopt;
    }

    /// A day typed as three numbers. Nothing if all three are empty; an error if it is no day.
    [[nodiscard]] std::optional<Date> date(std::string_view name);

    /// A day that has not come yet is an error where something is said to have happened on it.
    void not_after(std::string_view name, const std::optional<Date>& day, Date today);

    /// A time of day: "14:30", "2.30pm", "2pm". Nothing if empty; an error if it is no time.
    [[nodiscard]] std::optional<std::chrono::minutes> time_of_day(std::string_view name);

    /// When something happened: words, a day and a time of day, each where it is known.
    [[nodiscard]] record::EventTime event_time(std::string_view name);

    /// The same, and an error if nothing at all was said.
    [[nodiscard]] record::EventTime needed_event_time(std::string_view name, const Phrase& missing);

    /// As event_time, and an error if that is after `now`: of what has happened.
    [[nodiscard]] record::EventTime past_event_time(std::string_view name, Instant now);

    /// Whole years, 0 to 120; nothing if empty.
    [[nodiscard]] std::optional<int> age(std::string_view name);

    /// The command that the form asks for. A form that has lost it gets an error.
    [[nodiscard]] CommandId command();

    void wrong(std::string_view field, const Phrase& words, std::string_view about = {});

    [[nodiscard]] const FormFields& typed() const { return typed_; }
    [[nodiscard]] const FormErrors& errors() const { return errors_; }

    /// `value`, or what is wrong.
    template <class Value>
    [[nodiscard]] Result<Value, FormErrors> finish(Value value) const
    {
        if (!errors_.empty()) return fail(errors_);
        return value;
    }

private:
    const FormFields& typed_;
    const directory::Zone& zone_;
    FormErrors errors_;
};

/// The three numbers that FormReader::date reads, for a form as it stands before anything is typed.
void add_date(FormFields& fields, const std::string& name, Date date);

/// Whether it is an address of our own to go on to: "/cases/LS-7", never "//elsewhere".
[[nodiscard]] bool is_own_address(std::string_view address);

}  // namespace safelead::web
