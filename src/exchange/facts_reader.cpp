#include "exchange/facts_reader.h"

#include <set>

namespace safelead::exchange {

namespace {

using guidance::Facts;
using guidance::Person;
using guidance::Vocabulary;
using Checked = Result<Done, FieldFault>;
using Kind = JsonTree::Kind;

constexpr JsonLimits limits{.bytes = std::size_t{64} << 20U, .depth = 8, .parts = 20'000'000};

std::string joined(const std::string& path, std::string_view name)
{
    return path.empty() ? std::string{name} : path + "." + std::string{name};
}

Failed<FieldFault> fault(const JsonTree& at, std::string field, std::string problem)
{
    return fail(FieldFault{at.line, std::move(field), std::move(problem)});
}

/// A number of years, or nothing for null.
Result<std::optional<int>, FieldFault> read_age(const JsonTree* tree, const std::string& field)
{
    if (tree == nullptr || tree->kind == Kind::null) return std::optional<int>{};
    if (tree->kind != Kind::integer) return fault(*tree, field, "is neither a whole number nor null");
    if (tree->integer < 0 || tree->integer > guidance::oldest_age)
        return fault(*tree, field, "is not between 0 and 120");
    return std::optional<int>{static_cast<int>(tree->integer)};
}

template <class Value>
std::string list(std::initializer_list<Value> values)
{
    std::string text;
    for (const Value value : values) text += (text.empty() ? "" : ", ") + std::string{to_text(value)};
    return text;
}

/// One word of a list; `missing` if it is not there.
template <class Value, class Parse>
Result<Value, FieldFault> read_word(const JsonTree* tree, const std::string& field, Parse parse,
                                    std::initializer_list<Value> values, Value missing)
{
    if (tree == nullptr) return missing;
    const auto word = tree->kind == Kind::text ? parse(tree->text) : std::nullopt;
    if (!word) return fault(*tree, field, "is not one of " + list(values));
    return *word;
}

Result<guidance::Roles, FieldFault> read_roles(const JsonTree& tree, const std::string& field)
{
    if (tree.kind != Kind::array) return fault(tree, field, "is not a list of roles");
    guidance::Roles roles;
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
        const JsonTree& item = tree.items[i];
        const auto role = item.kind == Kind::text ? guidance::parse_role(item.text) : std::nullopt;
        if (!role)
            return fault(item, field + "[" + std::to_string(i) + "]",
                         "is not one of " + list(guidance::all_roles));
        roles.add(*role);
    }
    return roles;
}

Result<Person, FieldFault> read_person(const JsonTree& tree, const std::string& path)
{
    auto members = SL_TRY(MemberReader::of(tree, path));
    Person person;
    person.ref = SL_TRY(members.text("ref"));
    const JsonTree* roles = SL_TRY(members.any("roles"));
    person.roles = SL_TRY(read_roles(*roles, members.path_of("roles")));
    person.age = SL_TRY(read_age(members.any_if_any("age"), members.path_of("age")));
    person.age_at_event =
        SL_TRY(read_age(members.any_if_any("age_at_event"), members.path_of("age_at_event")));
    person.age_basis =
        SL_TRY(read_word(members.any_if_any("age_basis"), members.path_of("age_basis"),
                         guidance::parse_age_basis, guidance::all_age_bases, guidance::AgeBasis::unknown));
    person.setting =
        SL_TRY(read_word(members.any_if_any("setting"), members.path_of("setting"), guidance::parse_setting,
                         guidance::all_settings, guidance::Setting::unknown));
    SL_TRY(members.nothing_else());
    return person;
}

Checked read_people(const JsonTree& tree, const std::string& path, Facts& facts)
{
    const std::string field = joined(path, "people");
    if (tree.kind != Kind::array) return fault(tree, field, "is not a list");
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
        auto person = SL_TRY(read_person(tree.items[i], field + "[" + std::to_string(i) + "]"));
        const auto added = facts.add(std::move(person));
        if (!added) return fault(tree.items[i], joined(path, added.error().field), added.error().problem);
    }
    return Done{};
}

Checked read_fact(const JsonTree::Member& member, const std::string& path, const Vocabulary& vocabulary,
                  Facts& facts)
{
    const std::string field = joined(path, member.name);
    if (vocabulary.find(member.name) == nullptr)
        return fail(FieldFault{member.line, field, "is not a fact of this edition"});
    if (member.value.kind != Kind::text)
        return fault(member.value, field, "is not a word in quotation marks");
    const auto checked = vocabulary.check(member.name, member.value.text);
    if (!checked) return fault(member.value, field, checked.error().problem);
    facts.set(member.name, member.value.text);
    return Done{};
}

Result<Facts, FieldFault> read_facts(const JsonTree& tree, const std::string& path,
                                     const Vocabulary& vocabulary)
{
    if (tree.kind != Kind::object) return fault(tree, path, "is not a facts object");
    if (const JsonTree* inner = tree.find("facts"); inner != nullptr)
        return read_facts(*inner, joined(path, "facts"), vocabulary);
    Facts facts;
    for (const JsonTree::Member& member : tree.members) {
        if (member.name == "people") {
            SL_TRY(read_people(member.value, path, facts));
        } else {
            SL_TRY(read_fact(member, path, vocabulary, facts));
        }
    }
    return facts;
}

}  // namespace

Result<std::vector<Facts>, FieldFault> parse_facts(std::string_view text, const Vocabulary& vocabulary)
{
    const JsonTree tree = SL_TRY(parse_json(text, limits));
    std::vector<Facts> all;
    if (tree.kind != Kind::array) {
        all.push_back(SL_TRY(read_facts(tree, "", vocabulary)));
        return all;
    }
    for (std::size_t i = 0; i < tree.items.size(); ++i)
        all.push_back(SL_TRY(read_facts(tree.items[i], "[" + std::to_string(i) + "]", vocabulary)));
    return all;
}

}  // namespace safelead::exchange
