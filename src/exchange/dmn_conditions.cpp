#include "exchange/dmn_conditions.h"

#include "base/bug.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::exchange::dmn {

namespace {

using guidance::Node;
using guidance::Op;
using guidance::RunnableRule;
using guidance::TableKind;

constexpr std::uint32_t is_true = 1;
constexpr std::uint32_t is_false = 2;

/// "there_is_subject_has_age_at_event_under_13"
std::string name_from(std::string_view words)
{
    std::string name;
    for (const char c : words) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_letter) {
            name += c;
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    constexpr std::size_t longest = 72;
    name.resize(std::min(name.size(), longest));
    while (name.ends_with('_')) name.pop_back();
    return name;
}

std::string spaced(std::string text)
{
    std::ranges::replace(text, '_', ' ');
    return text;
}

Column yes_or_no(std::string expression, std::string label, std::string needs)
{
    return {std::move(expression), std::move(label), "boolean", {"true", "false"}, std::move(needs)};
}

}  // namespace

Conditions::Conditions(const guidance::Pack& pack, DmnForm form, Model& model)
    : pack_{pack}, program_{pack.program()}, people_{program_}, form_{form}, model_{model}
{
}

Cells Conditions::cell(Column column, std::uint32_t values)
{
    if (column.values.size() > 32) throw_bug("a decision table cannot tell so many values apart");
    auto found = std::ranges::find(model_.columns, column.expression, &Column::expression);
    if (found == model_.columns.end()) found = model_.columns.insert(found, std::move(column));
    if (values == found->all()) return {};
    return {{static_cast<std::size_t>(found - model_.columns.begin()), values}};
}

AnyOf Conditions::lines(std::uint16_t at, Sense sense)
{
    const Node& node = program_.nodes.at(at);
    switch (node.op) {
        case Op::always:
            return sense == Sense::holds ? AnyOf{Cells{}} : AnyOf{};
        case Op::none_of:
            return lines(node.first, sense == Sense::holds ? Sense::fails : Sense::holds);
        case Op::all_of:
            if (const auto name = name_of(program_, at); !name.empty())
                return definition(name, node.first, sense);
            return sense == Sense::holds ? all_of(node, sense) : any_of(node, sense);
        case Op::any_of:
            return sense == Sense::holds ? any_of(node, sense) : all_of(node, sense);
        case Op::fact_in:
            return fact(node, sense);
        case Op::code_given:
            return code(node.subject, sense);
        case Op::table_speaks:
            return table(static_cast<TableKind>(node.subject), sense);
        case Op::some_person:
            return person(node.first, sense);
        default:
            throw_bug("a condition on the incident has an operation that is not one");
    }
}

AnyOf Conditions::all_of(const Node& node, Sense sense)
{
    // A condition that would make too many lines is a table of its own instead.
    constexpr std::size_t most_lines = 64;
    AnyOf joined{Cells{}};
    for (std::uint16_t part = node.first; part != 0; part = program_.nodes.at(part).next) {
        AnyOf more = lines(part, sense);
        if (more.size() > 1 && joined.size() * more.size() > most_lines) {
            const std::string name = unused_name("part");
            add_yes_or_no(name, "a part of a longer condition", more);
            more = boolean(name, spaced(name), Sense::holds);
        }
        joined = both(joined, more);
    }
    return joined;
}

AnyOf Conditions::any_of(const Node& node, Sense sense)
{
    AnyOf any;
    for (std::uint16_t part = node.first; part != 0; part = program_.nodes.at(part).next)
        any = either(std::move(any), lines(part, sense));
    // A column that may have any value says nothing.
    for (Cells& line : any)
        std::erase_if(line, [this](const auto& c) { return c.second == model_.columns.at(c.first).all(); });
    return any;
}

AnyOf Conditions::boolean(const std::string& name, const std::string& label, Sense sense)
{
    return {cell(yes_or_no(name, label, name), sense == Sense::holds ? is_true : is_false)};
}

AnyOf Conditions::fact(const Node& node, Sense sense)
{
    const auto& entry = pack_.vocabulary().entries().at(node.subject);
    const std::string name{entry.fact.text()};
    Column column{name, spaced(name), "string", {}, name};
    for (const std::string& value : entry.values) column.values.push_back(dmn_text(value));
    const std::uint32_t values = (sense == Sense::holds ? node.mask : ~node.mask) & column.all();
    if (values == 0) return {};
    return {cell(std::move(column), values)};
}

AnyOf Conditions::code(std::uint16_t code, Sense sense)
{
    AnyOf any = sense == Sense::holds ? AnyOf{} : AnyOf{Cells{}};
    for (const auto& [kind, result] : results_) {
        const auto& rules = program_.tables.at(static_cast<std::size_t>(kind)).rules;
        if (std::ranges::find(rules, code, &RunnableRule::gives) == rules.end()) continue;
        const AnyOf given = code_of(kind, code, sense);
        any = sense == Sense::holds ? either(std::move(any), given) : both(any, given);
    }
    return any;
}

AnyOf Conditions::code_of(TableKind kind, std::uint16_t code, Sense sense)
{
    const std::string& result = results_.at(kind);
    const std::string& text = program_.codes.at(code);
    const auto& table = program_.tables.at(static_cast<std::size_t>(kind));
    if (table.hit == guidance::Hit::all) {
        const std::string label{pack_.term(text)};
        return listed(kind, "given_" + name_from(text), label == text ? text : text + ": " + label,
                      fmt::format("list contains({}, {})", result, dmn_text(text)), rules_giving(kind, code),
                      sense);
    }
    Column column{result, spaced(result), "string", {}, result};
    for (const auto& each : model_.decisions) {
        if (each.name == result) column.values = each.output_values;
    }
    const auto place = std::ranges::find(column.values, dmn_text(text)) - column.values.begin();
    const std::uint32_t value = 1U << static_cast<unsigned>(place);
    const std::uint32_t values = sense == Sense::holds ? value : ~value & column.all();
    return {cell(std::move(column), values)};
}

AnyOf Conditions::lines_of_code(TableKind kind, std::string_view code)
{
    const auto number = std::ranges::find(program_.codes, code) - program_.codes.begin();
    const auto& rules = program_.tables.at(static_cast<std::size_t>(kind)).rules;
    if (std::ranges::find(rules, number, &RunnableRule::gives) == rules.end()) return {};
    return code_of(kind, static_cast<std::uint16_t>(number), Sense::holds);
}

AnyOf Conditions::rules_giving(TableKind kind, std::uint16_t code)
{
    AnyOf when;
    for (const RunnableRule& rule : program_.tables.at(static_cast<std::size_t>(kind)).rules) {
        if (rule.gives == code) when = either(std::move(when), lines(rule.condition, Sense::holds));
    }
    return when;
}

AnyOf Conditions::table(TableKind kind, Sense sense)
{
    AnyOf when;
    for (const RunnableRule& rule : program_.tables.at(static_cast<std::size_t>(kind)).rules)
        when = either(std::move(when), lines(rule.condition, Sense::holds));
    const std::string& result = results_.at(kind);
    return listed(kind, "any_of_" + result, "any of " + spaced(result), fmt::format("count({}) > 0", result),
                  when, sense);
}

/// S-FEEL has no lists, so there it is a table that looks at what the listing one looks at.
AnyOf Conditions::listed(TableKind kind, const std::string& name, const std::string& label,
                         const std::string& expression, const AnyOf& when, Sense sense)
{
    if (form_ != DmnForm::v1_1_s_feel)
        return {cell(yes_or_no(expression, label, results_.at(kind)),
                     sense == Sense::holds ? is_true : is_false)};
    if (!has_decision(name)) add_yes_or_no(name, label, when);
    return boolean(name, label, sense);
}

AnyOf Conditions::person(std::uint16_t node, Sense sense)
{
    const std::string expression = people_.some_person(node);
    const std::string label = "some " + people_.some_words(node);
    auto known = names_of_people_.find(expression);
    if (known == names_of_people_.end()) {
        const std::string name = unused_name("there_is_" + name_from(people_.some_words(node)));
        known = names_of_people_.emplace(expression, name).first;
        if (form_ == DmnForm::v1_1_s_feel) {
            model_.inputs.push_back({name, label, "boolean", {}});
        } else {
            model_.decisions.push_back(
                {name, label, "boolean", expression, "people", HitPolicy::first, {}, {}});
        }
    }
    return boolean(known->second, label, sense);
}

AnyOf Conditions::definition(std::string_view name, std::uint16_t meaning, Sense sense)
{
    const std::string text{name};
    if (!has_decision(text)) add_yes_or_no(text, spaced(text), lines(meaning, Sense::holds));
    return boolean(text, spaced(text), sense);
}

void Conditions::add_result(TableKind kind, const std::string& name)
{
    results_[kind] = name;
}

void Conditions::add_yes_or_no(const std::string& name, const std::string& label, const AnyOf& holds)
{
    Decision decision{name, label, "boolean", {}, {}, HitPolicy::first, {"true", "false"}, {}};
    for (const Cells& cells : holds) decision.lines.push_back({cells, "true", {}});
    decision.lines.push_back({{}, "false", {}});
    model_.decisions.push_back(std::move(decision));
}

bool Conditions::has_decision(std::string_view name) const
{
    return std::ranges::find(model_.decisions, name, &Decision::name) != model_.decisions.end();
}

std::string Conditions::unused_name(std::string name) const
{
    const std::string wanted = name;
    const auto is_used = [this](const std::string& tried) {
        return has_decision(tried) ||
               std::ranges::find(model_.inputs, tried, &Input::name) != model_.inputs.end();
    };
    for (int i = 2; is_used(name); ++i) name = fmt::format("{}_{}", wanted, i);
    return name;
}

}  // namespace safelead::exchange::dmn
