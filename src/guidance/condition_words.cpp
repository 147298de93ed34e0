#include "guidance/condition_words.h"

#include "base/text.h"

#include <algorithm>
#include <iterator>

namespace safelead::guidance {

namespace {

bool is_word_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '+';
}

/// Words of the condition language itself, which are English already.
bool is_connecting(std::string_view word)
{
    static constexpr std::string_view connecting[] = {"is",  "not", "and",  "or",    "one",    "of",
                                                      "has", "any", "some", "every", "always", "only"};
    return std::ranges::find(connecting, word) != std::ranges::end(connecting);
}

/// How far a condition has been read.
struct Reading {
    std::string fact;          ///< The one spoken of last.
    bool wants_value = false;  ///< After "is" comes a value: "is no", where "no subject" means nobody.
    bool was_value = false;
};

std::string in_quotes(std::string_view words)
{
    return "“" + std::string{words} + "”";
}

std::string quoted_term(const Pack& pack, std::string_view word, std::string_view group)
{
    const std::string grouped = std::string{group} + "." + std::string{word};
    if (const auto* term = pack.find_term(grouped)) return in_quotes(term->words);
    if (const auto* term = pack.find_term(word)) return in_quotes(term->words);
    return spaced(word);
}

/// One word of a condition that is no name.
std::string word_in_words(const Pack& pack, std::string_view word, Reading& reading)
{
    reading.was_value = false;
    if (word == "is") reading.wants_value = true;
    if (is_connecting(word)) return std::string{word};
    if (reading.wants_value) {
        reading.wants_value = false;
        reading.was_value = true;
        return quoted_term(pack, word, reading.fact);
    }
    if (word == "no") return std::string{word};
    reading.fact = word;
    return quoted_term(pack, word, "role");
}

bool is_name(const Names& names, std::string_view word)
{
    return std::ranges::find(names, word, &NamedCondition::name) != names.end();
}

/// Calls `take` for each word, and `other` for each character between words.
template <class Take, class Other>
void each_word(std::string_view condition, Take take, Other other)
{
    for (std::size_t at = 0; at < condition.size();) {
        const auto from = at;
        if (!is_word_letter(condition[at])) {
            other(condition[at++]);
            continue;
        }
        while (at < condition.size() && is_word_letter(condition[at])) ++at;
        take(condition.substr(from, at - from));
    }
}

/// The parts that `word` ("and", "or") joins outside every bracket; the whole if it joins none.
std::vector<std::string> parts_joined_by(std::string_view condition, std::string_view word)
{
    const std::string joint = " " + std::string{word} + " ";
    std::vector<std::string> parts;
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at < condition.size(); ++at) {
        if (condition[at] == '(') ++depth;
        if (condition[at] == ')') --depth;
        if (depth != 0 || !condition.substr(at).starts_with(joint)) continue;
        parts.emplace_back(condition.substr(from, at - from));
        from = at + joint.size();
        at = from - 1;
    }
    parts.emplace_back(condition.substr(from));
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view word)
{
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : " " + std::string{word} + " ") + part;
    return text;
}

/// What of `all` is not in `others`, if all of `others` is in `all`.
std::optional<std::vector<std::string>> more_than(const std::vector<std::string>& all,
                                                  const std::vector<std::string>& others)
{
    const auto is_in = [](const auto& list) {
        return [&list](const std::string& one) { return std::ranges::find(list, one) != list.end(); };
    };
    if (all.size() <= others.size() || !std::ranges::all_of(others, is_in(all))) return std::nullopt;
    std::vector<std::string> more;
    std::ranges::remove_copy_if(all, std::back_inserter(more), is_in(others));
    return more;
}

/// "category is one of", and the values after it; nothing if the condition is more than that.
std::optional<std::pair<std::string, std::vector<std::string>>> list_of(std::string_view condition)
{
    constexpr std::string_view mark = " one of ";
    const auto at = condition.find(mark);
    if (at == std::string_view::npos || condition.find_first_of("()") != std::string_view::npos)
        return std::nullopt;
    if (parts_joined_by(condition, "and").size() + parts_joined_by(condition, "or").size() != 2)
        return std::nullopt;
    std::vector<std::string> values;
    for (const auto value : split(condition.substr(at + mark.size()), ',')) values.emplace_back(trim(value));
    return std::pair{std::string{condition.substr(0, at + mark.size() - 1)}, std::move(values)};
}

}  // namespace

Names names_of(const PackDraft& draft)
{
    Names names;
    for (const auto& group : draft.groups) names.push_back(group.item);
    for (const auto& definition : draft.definitions) names.push_back(definition.item);
    return names;
}

std::string spaced(std::string_view word)
{
    std::string out{word};
    std::ranges::replace(out, '_', ' ');
    return out;
}

std::vector<ConditionPiece> condition_pieces(const Pack& pack, const Names& names, std::string_view condition)
{
    std::vector<ConditionPiece> pieces;
    Reading reading;
    each_word(
        condition,
        [&](std::string_view word) {
            if (is_name(names, word))
                pieces.push_back({spaced(word), std::string{word}});
            else
                pieces.push_back({word_in_words(pack, word, reading), ""});
        },
        [&](char between) {
            if (between == ',') reading.wants_value = reading.was_value;
            pieces.push_back({std::string(1, between), ""});
        });
    return pieces;
}

std::string condition_words(const Pack& pack, const Names& names, std::string_view condition)
{
    std::string text;
    for (const auto& piece : condition_pieces(pack, names, condition)) text += piece.words;
    return text;
}

bool uses_name(const Names& names, std::string_view condition, std::string_view name)
{
    bool uses = false;
    each_word(
        condition,
        [&](std::string_view word) {
            if (word == name) uses = true;
            const auto found = std::ranges::find(names, word, &NamedCondition::name);
            // A name may use only those before it, so this ends.
            if (!uses && found != names.end() && found->name != name)
                uses = uses_name({names.begin(), found}, found->condition, name);
        },
        [](char) {});
    return uses;
}

ConditionChange change_between(std::string_view before, std::string_view after)
{
    using Kind = ConditionChange::Kind;
    const auto and_before = parts_joined_by(before, "and");
    const auto and_after = parts_joined_by(after, "and");
    if (const auto more = more_than(and_after, and_before)) return {Kind::narrower, joined(*more, "and")};
    if (const auto less = more_than(and_before, and_after))
        return {Kind::fewer_demands, joined(*less, "and")};
    const auto or_before = parts_joined_by(before, "or");
    const auto or_after = parts_joined_by(after, "or");
    if (const auto more = more_than(or_after, or_before)) return {Kind::wider, joined(*more, "or")};
    if (const auto less = more_than(or_before, or_after)) return {Kind::fewer_ways, joined(*less, "or")};
    return {};
}

std::optional<ListChange> list_change_between(std::string_view before, std::string_view after)
{
    const auto was = list_of(before);
    const auto is = list_of(after);
    if (!was || !is || was->first != is->first) return std::nullopt;
    ListChange change{is->first, {}, {}};
    for (const auto& value : is->second)
        if (std::ranges::find(was->second, value) == was->second.end()) change.added.push_back(value);
    for (const auto& value : was->second)
        if (std::ranges::find(is->second, value) == is->second.end()) change.taken_out.push_back(value);
    return change;
}

}  // namespace safelead::guidance
