#include "exchange/open_text_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::exchange {

namespace {

using guidance::Line;
using guidance::Run;

template <class Value>
using Read = Result<Value, std::string>;

constexpr std::size_t fewest_digits = 7;

bool charges_the_caller(std::string_view number)
{
    return number.starts_with("084") || number.starts_with("087") || number.starts_with("09");
}

Read<Run> past_number(std::string_view id, const Numbers& numbers)
{
    const auto past = std::ranges::find(numbers.history, id, &directory::PastContact::id);
    if (past == numbers.history.end() || past->number.empty())
        return fail(fmt::format("there is no number \"{}\" in any history.json", id));
    if (charges_the_caller(past->number))
        return fail(std::string{"an old number that charges the caller is never shown"});
    return Run{Run::Kind::past_number, past->number};
}

Read<Run> ring(std::string_view words, std::string_view id, const Numbers& numbers)
{
    const auto* contact = numbers.contacts.find(directory::ContactId{std::string{id}});
    if (contact == nullptr || !contact->telephone)
        return fail(fmt::format("there is no contact \"{}\" with a telephone", id));
    return Run{Run::Kind::link, words.empty() ? contact->telephone->display : std::string{words},
               "tel:" + contact->telephone->dial};
}

Read<Run> website(std::string_view words, std::string_view id, const Numbers& numbers)
{
    const auto* contact = numbers.contacts.find(directory::ContactId{std::string{id}});
    if (contact == nullptr || contact->web.empty())
        return fail(fmt::format("there is no contact \"{}\" with a website", id));
    return Run{Run::Kind::link, words.empty() ? contact->web.substr(8) : std::string{words}, contact->web};
}

Read<Run> link(std::string_view words, std::string_view target, const Numbers& numbers)
{
    if (has_telephone_number(words)) return fail(std::string{"a telephone number is written out: use ring:"});
    if (target.starts_with("ring:")) return ring(words, target.substr(5), numbers);
    if (target.starts_with("past:") && words.empty()) return past_number(target.substr(5), numbers);
    if (target.starts_with("web:")) return website(words, target.substr(4), numbers);
    const bool is_ours = target.starts_with('/') && !target.starts_with("//");
    if (!is_ours && !target.starts_with("https://"))
        return fail(fmt::format("\"{}\" is no page of ours, website or contact", target));
    if (words.empty()) return fail(std::string{"a link has no words"});
    return Run{Run::Kind::link, std::string{words}, std::string{target}};
}

/// What stands at the beginning of `rest`, and how much of it that took; nothing if it is ordinary words.
struct Taken {
    Run run;
    std::size_t length = 0;
};

Read<Taken> take(std::string_view rest, const Numbers& numbers)
{
    const auto middle = rest.starts_with('[') ? rest.find("](") : std::string_view::npos;
    if (middle == std::string_view::npos) return Taken{};
    const auto end = rest.find(')', middle);
    if (end == std::string_view::npos) return fail(std::string{"a link has no end"});
    auto run = SL_TRY(link(rest.substr(1, middle - 1), rest.substr(middle + 2, end - middle - 2), numbers));
    return Taken{std::move(run), end + 1};
}

void add_words(Line& line, std::string_view words)
{
    if (words.empty()) return;
    if (line.empty() || line.back().kind != Run::Kind::words) line.push_back({});
    line.back().words += words;
}

}  // namespace

bool has_telephone_number(std::string_view words)
{
    std::size_t digits = 0;
    for (const char c : words) {
        if (c >= '0' && c <= '9') {
            if (++digits == fewest_digits) return true;
        } else if (c != ' ' && c != '-' && c != '(' && c != ')') {
            digits = 0;
        }
    }
    return false;
}

Result<Line, std::string> parse_line(std::string_view words, const Numbers& numbers)
{
    Line line;
    while (!words.empty()) {
        const auto next = words.find_first_of("*[");
        add_words(line, words.substr(0, next));
        if (next == std::string_view::npos) break;
        words.remove_prefix(next);
        if (words.starts_with("**")) {
            const auto end = words.find("**", 2);
            if (end == std::string_view::npos) return fail(std::string{"strong words have no end"});
            auto strong = SL_TRY(parse_line(words.substr(2, end - 2), numbers));
            for (Run& run : strong) {
                if (run.kind == Run::Kind::words) run.kind = Run::Kind::strong;
                line.push_back(std::move(run));
            }
            words.remove_prefix(end + 2);
            continue;
        }
        auto taken = SL_TRY(take(words, numbers));
        if (taken.length == 0) {
            add_words(line, words.substr(0, 1));
            taken.length = 1;
        } else {
            line.push_back(std::move(taken.run));
        }
        words.remove_prefix(taken.length);
    }
    for (const Run& run : line) {
        const bool may_have = run.kind == Run::Kind::past_number || run.target.starts_with("tel:");
        if (!may_have && has_telephone_number(run.words))
            return fail(std::string{"a telephone number is written out: use ring:"});
    }
    return line;
}

}  // namespace safelead::exchange
