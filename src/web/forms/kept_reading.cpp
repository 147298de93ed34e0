#include "web/forms/kept_reading.h"

#include "base/text.h"
#include "web/pages/words.h"

#include <charconv>

namespace safelead::web {

namespace {

std::optional<int> whole_number(std::string_view typed)
{
    int number = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (read.ec != std::errc{} || read.ptr != typed.data() + typed.size()) return std::nullopt;
    return number;
}

bool is_needed(const Asked& asked)
{
    return !asked.missing.id.empty();
}

}  // namespace

std::string read_text(FormReader& read, const Asked& asked)
{
    return is_needed(asked) ? read.needed(asked.field, asked.missing) : read.words(asked.field);
}

record::EventTime read_time(FormReader& read, const Asked& asked)
{
    return is_needed(asked) ? read.needed_event_time(asked.field, asked.missing)
                            : read.event_time(asked.field);
}

record::Answer read_answer(FormReader& read, const Asked& asked)
{
    const auto typed = read.typed().text(asked.field);
    if (typed == "yes") return record::Answer::yes;
    if (typed == "no") return record::Answer::no;
    if (typed != "unknown" && is_needed(asked)) read.wrong(asked.field, asked.missing);
    return record::Answer::unknown;
}

int read_number(FormReader& read, const Asked& asked)
{
    const auto typed = trim(read.typed().text(asked.field));
    const auto number = whole_number(typed);
    if (number && *number >= 0) return *number;
    read.wrong(asked.field, is_needed(asked) ? asked.missing : "Give a whole number"_p);
    return 0;
}

std::size_t read_choice(FormReader& read, const Asked& asked)
{
    const auto chosen = whole_number(read.typed().text(asked.field));
    if (chosen && *chosen >= 0 && static_cast<std::size_t>(*chosen) < asked.choices.size())
        return static_cast<std::size_t>(*chosen);
    read.wrong(asked.field, asked.missing);
    return 0;
}

}  // namespace safelead::web
