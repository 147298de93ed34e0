#include "guidance/condition_parser.h"

#include <algorithm>
#include <limits>

namespace safelead::guidance {

namespace {

constexpr std::size_t longest_condition = 2000;
constexpr std::size_t most_nodes = 20000;

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '+';
}

/// Words, brackets and commas; empty if there is any other character.
std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        std::size_t length = 1;
        if (is_word(c)) {
            while (at + length < text.size() && is_word(text[at + length])) ++length;
        } else if (c == ' ') {
            ++at;
            continue;
        } else if (c != '(' && c != ')' && c != ',') {
            return {};
        }
        words.push_back(text.substr(at, length));
        at += length;
    }
    return words;
}

template <class Value>
std::uint32_t bit(Value value)
{
    return 1U << static_cast<unsigned>(value);
}

std::optional<TableKind> table_named(std::string_view word)
{
    if (word == "criterion") return TableKind::criteria;
    if (word == "safety_rule") return TableKind::safety_rules;
    if (word == "indicator") return TableKind::indicators;
    if (word == "unresolved") return TableKind::unresolved;
    return std::nullopt;
}

}  // namespace

ConditionParser::ConditionParser(ConditionReader& reader, std::string_view text)
    : reader_{&reader}, text_{text}
{
    if (text.size() <= longest_condition) words_ = words_of(text);
}

ConditionParser::Part ConditionParser::incident()
{
    return whole(About::incident);
}

ConditionParser::Part ConditionParser::person()
{
    return whole(About::person);
}

ConditionParser::Part ConditionParser::whole(About about)
{
    if (text_.size() > longest_condition) return fail(ConditionFault{"is longer than 2,000 characters"});
    if (words_.empty())
        return fail(ConditionFault{"is empty, or has a character that conditions do not have"});
    if (std::ranges::count(words_, std::string_view{"("}) > 20)
        return fail(ConditionFault{"has too many brackets"});
    if (reader_->nodes_.size() > most_nodes) return fail(ConditionFault{"makes the rules too large"});
    const auto root = SL_TRY(joined(about));
    if (at_ < words_.size()) return wrong("nothing more, or 'and' or 'or'");
    return root;
}

/// One part, or several joined by the same word. `and` beside `or` is refused: brackets say what belongs
/// together.
ConditionParser::Part ConditionParser::joined(About about)
{
    std::vector<std::uint16_t> parts{SL_TRY(single(about))};
    const bool has_and = next_is("and");
    const std::string_view word = has_and ? "and" : "or";
    while (take(word)) parts.push_back(SL_TRY(single(about)));
    if (next_is("and") || next_is("or")) return wrong("brackets, because 'and' stands beside 'or'");
    if (parts.size() == 1) return parts.front();
    return join(has_and ? Op::all_of : Op::any_of, parts);
}

ConditionParser::Part ConditionParser::single(About about)
{
    int negations = 0;
    while (take("not")) ++negations;

    std::uint16_t part = 0;
    if (take("(")) {
        part = SL_TRY(joined(about));
        SL_TRY(expect(")"));
    } else {
        part = SL_TRY(about == About::incident ? of_incident() : of_person());
    }
    return negations % 2 == 1 ? negate(part) : part;
}

ConditionParser::Part ConditionParser::of_incident()
{
    if (at_ >= words_.size()) return wrong("a condition");
    const std::string_view word = take_any();
    if (word == "always") return add(Node{.op = Op::always});
    if (word == "some" || word == "no" || word == "every") return some_no_or_every(word);
    if (word == "any") return any_of_table();
    if (word == "category" && next_is("is")) return result_of(TableKind::category);
    if (word == "route" && next_is("is")) return result_of(TableKind::route);
    if (next_is("is")) return fact(word);
    return named(word);
}

ConditionParser::Part ConditionParser::some_no_or_every(std::string_view quantifier)
{
    const std::uint16_t some = SL_TRY(members(quantifier));
    return quantifier == "some" ? some : negate(some);
}

/// Some such person; for "every", somebody who is not as everybody should be.
ConditionParser::Part ConditionParser::members(std::string_view quantifier)
{
    if (at_ >= words_.size()) return wrong("a role or a group");
    std::vector<std::uint16_t> parts{SL_TRY(group(take_any()))};
    if (take("has")) {
        SL_TRY(expect("("));
        const std::uint16_t condition = SL_TRY(joined(About::person));
        SL_TRY(expect(")"));
        parts.push_back(quantifier == "every" ? negate(condition) : condition);
    } else if (quantifier == "every") {
        return wrong("'has (' after 'every'");
    }
    const std::uint16_t person = parts.size() == 1 ? parts.front() : join(Op::all_of, parts);
    return add(Node{.op = Op::some_person, .first = person});
}

ConditionParser::Part ConditionParser::any_of_table()
{
    const auto kind = at_ < words_.size() ? table_named(words_[at_]) : std::nullopt;
    if (!kind) return wrong("criterion, safety_rule, indicator or unresolved");
    if (!reader_->tables_.contains(*kind)) return wrong("a table that stands before this one");
    ++at_;
    return add(Node{.op = Op::table_speaks, .subject = static_cast<std::uint16_t>(*kind)});
}

ConditionParser::Part ConditionParser::fact(std::string_view name)
{
    const auto* entry = reader_->vocabulary_->find(name);
    if (entry == nullptr) {
        --at_;
        return wrong("a fact of this edition");
    }
    if (entry->values.empty()) return wrong("no condition on a free word");
    SL_TRY(expect("is"));
    const bool is_not = take("not");
    std::uint32_t mask = 0;
    const auto has = [&](std::string_view value) { return std::ranges::find(entry->values, value); };
    for (const std::string& value : SL_TRY(values())) {
        const auto place = has(value);
        if (place == entry->values.end()) return wrong("a value that '" + std::string{name} + "' may take");
        mask |= bit(place - entry->values.begin());
        const auto alleged = has("alleged");
        if (value == "yes" && alleged != entry->values.end()) mask |= bit(alleged - entry->values.begin());
    }
    const auto subject = static_cast<std::uint16_t>(entry - reader_->vocabulary_->entries().data());
    const std::uint16_t part = add(Node{.op = Op::fact_in, .subject = subject, .mask = mask});
    return is_not ? negate(part) : part;
}

ConditionParser::Part ConditionParser::result_of(TableKind kind)
{
    const auto table = reader_->tables_.find(kind);
    if (table == reader_->tables_.end()) {
        --at_;
        return wrong("a table that stands before this one");
    }
    SL_TRY(expect("is"));
    const bool is_not = take("not");
    std::vector<std::uint16_t> parts;
    for (const std::string& code : SL_TRY(values())) {
        if (std::ranges::find(table->second, code) == table->second.end())
            return wrong("a code that the table gives");
        parts.push_back(add(Node{.op = Op::code_given, .subject = reader_->number_of(code)}));
    }
    const std::uint16_t part = parts.size() == 1 ? parts.front() : join(Op::any_of, parts);
    return is_not ? negate(part) : part;
}

/// A definition, or a code of a table that stands before.
ConditionParser::Part ConditionParser::named(std::string_view name)
{
    if (const auto definition = reader_->definitions_.find(name); definition != reader_->definitions_.end()) {
        auto root = reader_->read(definition->second);
        if (!root) return fail(ConditionFault{"in '" + std::string{name} + "': " + root.error().problem});
        return add_named(name, *root);
    }
    for (const auto& [kind, codes] : reader_->tables_) {
        if (kind == TableKind::unresolved || std::ranges::find(codes, name) == codes.end()) continue;
        return add(Node{.op = Op::code_given, .subject = reader_->number_of(name)});
    }
    --at_;
    return wrong("a fact with 'is', a definition, or a code of a table that stands before this one");
}

ConditionParser::Part ConditionParser::of_person()
{
    if (at_ >= words_.size()) return wrong("what is so of the person");
    const std::string_view word = take_any();
    if (word == "only") return only_role();
    if (word == "setting" || word == "age_basis") return setting_or_basis(word);
    if (word == "age_at_event") return age(AgeOf::event);
    if (word == "age") return age(AgeOf::now);
    if (word == "another") return another_older();
    return group(word);
}

ConditionParser::Part ConditionParser::only_role()
{
    const auto role = at_ < words_.size() ? parse_role(words_[at_]) : std::nullopt;
    if (!role) return wrong("a role");
    ++at_;
    return add(Node{.op = Op::only_roles, .mask = bit(*role)});
}

ConditionParser::Part ConditionParser::setting_or_basis(std::string_view what)
{
    SL_TRY(expect("is"));
    const bool is_not = take("not");
    const bool of_setting = what == "setting";
    std::uint32_t mask = 0;
    for (const std::string& value : SL_TRY(values())) {
        const auto setting = of_setting ? parse_setting(value) : std::nullopt;
        const auto basis = of_setting ? std::nullopt : parse_age_basis(value);
        if (!setting && !basis) return wrong("a value that '" + std::string{what} + "' may take");
        mask |= setting ? bit(*setting) : bit(*basis);
    }
    const std::uint16_t part = add(Node{.op = of_setting ? Op::setting_in : Op::basis_in, .mask = mask});
    return is_not ? negate(part) : part;
}

ConditionParser::Part ConditionParser::age(AgeOf which)
{
    if (take("missing")) return add(Node{.op = Op::age_missing, .age = which});
    if (take("known")) return add(Node{.op = Op::age_known, .age = which});
    if (take("not")) {
        SL_TRY(expect("known"));
        return negate(add(Node{.op = Op::age_known, .age = which}));
    }
    if (take("under")) {
        const auto limit = SL_TRY(number());
        return add(Node{.op = Op::age_under, .age = which, .number = limit});
    }
    const auto least = SL_TRY(number());
    SL_TRY(expect("or"));
    SL_TRY(expect("over"));
    return add(Node{.op = Op::age_or_over, .age = which, .number = least});
}

ConditionParser::Part ConditionParser::another_older()
{
    if (at_ >= words_.size()) return wrong("a role or a group");
    const std::uint16_t other = SL_TRY(group(take_any()));
    SL_TRY(expect("is"));
    const auto years = SL_TRY(number());
    for (const char* word : {"or", "more", "years", "older"}) SL_TRY(expect(word));
    return add(Node{.op = Op::another_is_older, .number = years, .first = other});
}

Result<std::vector<std::string>, ConditionFault> ConditionParser::values()
{
    std::vector<std::string> values;
    const bool several = take("one");
    if (several) SL_TRY(expect("of"));
    do {
        if (at_ >= words_.size() || !is_word(words_[at_].front())) return wrong("a value");
        values.emplace_back(take_any());
    } while (several && take(","));
    return values;
}

Result<std::uint16_t, ConditionFault> ConditionParser::group(std::string_view name)
{
    if (name == "person") return add(Node{.op = Op::always});
    if (const auto role = parse_role(name)) return add(Node{.op = Op::has_role, .mask = bit(*role)});
    const auto found = reader_->groups_.find(name);
    if (found == reader_->groups_.end()) {
        --at_;
        return wrong("a role, or a group declared before");
    }
    return add_named(name, found->second);
}

Result<std::int16_t, ConditionFault> ConditionParser::number()
{
    if (at_ >= words_.size()) return wrong("a number of years");
    const std::string_view word = words_[at_];
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (word.size() > 3 || !std::ranges::all_of(word, is_digit)) return wrong("a number of years");
    int value = 0;
    for (const char digit : word) value = value * 10 + (digit - '0');
    if (value > oldest_age) return wrong("a number of years up to 120");
    ++at_;
    return static_cast<std::int16_t>(value);
}

Result<Done, ConditionFault> ConditionParser::expect(std::string_view word)
{
    if (!take(word)) return wrong("'" + std::string{word} + "'");
    return Done{};
}

bool ConditionParser::take(std::string_view word)
{
    if (!next_is(word)) return false;
    ++at_;
    return true;
}

std::string_view ConditionParser::take_any()
{
    return words_[at_++];
}

Failed<ConditionFault> ConditionParser::wrong(std::string_view what) const
{
    const std::string here =
        at_ < words_.size() ? "at '" + std::string{words_[at_]} + "'" : std::string{"at the end"};
    return fail(ConditionFault{here + " there should be " + std::string{what}});
}

std::uint16_t ConditionParser::add(Node node)
{
    reader_->nodes_.push_back(node);
    return static_cast<std::uint16_t>(reader_->nodes_.size() - 1);
}

std::uint16_t ConditionParser::add_named(std::string_view name, std::uint16_t meaning)
{
    const std::uint16_t part = add(Node{.op = Op::all_of, .first = meaning});
    reader_->names_.push_back({part, std::string{name}});
    return part;
}

std::uint16_t ConditionParser::negate(std::uint16_t part)
{
    return add(Node{.op = Op::none_of, .first = part});
}

std::uint16_t ConditionParser::join(Op op, const std::vector<std::uint16_t>& parts)
{
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) reader_->nodes_[parts[i]].next = parts[i + 1];
    return add(Node{.op = op, .first = parts.front()});
}

}  // namespace safelead::guidance
