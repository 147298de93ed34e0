#include "exchange/dmn_person.h"

#include "base/bug.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace safelead::exchange::dmn {

namespace {

using guidance::AgeOf;
using guidance::Node;
using guidance::Op;

std::string_view name_of(AgeOf age)
{
    return age == AgeOf::event ? "age_at_event" : "age";
}

template <class Value>
std::vector<std::string> texts_of(std::uint32_t mask, std::initializer_list<Value> all)
{
    std::vector<std::string> texts;
    for (const Value value : all) {
        if (((mask >> static_cast<unsigned>(value)) & 1U) != 0) texts.emplace_back(to_text(value));
    }
    return texts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    return fmt::format("{}", fmt::join(parts, between));
}

std::string is_one_of(std::string_view what, const std::vector<std::string>& values)
{
    return fmt::format("{} is {}{}", what, values.size() > 1 ? "one of " : "", joined(values, ", "));
}

/// "(person.setting = "staff" or …)"
std::string equals_one_of(const std::string& what, const std::vector<std::string>& values)
{
    std::vector<std::string> tests;
    for (const std::string& value : values) tests.push_back(what + " = " + dmn_text(value));
    return tests.size() == 1 ? tests.front() : "(" + joined(tests, " or ") + ")";
}

std::string has_one_of(const std::string& who, const std::vector<std::string>& roles)
{
    std::vector<std::string> tests;
    for (const std::string& role : roles)
        tests.push_back(fmt::format("list contains({}.roles, {})", who, dmn_text(role)));
    return tests.size() == 1 ? tests.front() : "(" + joined(tests, " or ") + ")";
}

/// An age that is not given is no number to compare, so every comparison asks first whether it is.
std::string given(const std::string& who, AgeOf age)
{
    return fmt::format("{}.{}_given", who, name_of(age));
}

std::string compared(const std::string& who, const Node& node, std::string_view sign)
{
    return fmt::format("({} and {}.{} {} {})", given(who, node.age), who, name_of(node.age), sign,
                       node.number);
}

}  // namespace

std::string_view name_of(const guidance::Program& program, std::uint16_t node)
{
    const auto found = std::ranges::lower_bound(program.names, node, {}, &guidance::NodeName::node);
    return found != program.names.end() && found->node == node ? std::string_view{found->name}
                                                               : std::string_view{};
}

std::string dmn_text(std::string_view text)
{
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') literal += '\\';
        literal += c;
    }
    return literal + '"';
}

std::string PersonConditions::words(std::uint16_t at) const
{
    if (const auto name = dmn::name_of(program_, at); !name.empty()) return std::string{name};
    const Node& node = program_.nodes.at(at);
    if (node.op == Op::all_of) return joined_words(at, " and ");
    if (node.op == Op::any_of) return joined_words(at, " or ");
    return single_words(node);
}

std::string PersonConditions::some_words(std::uint16_t at) const
{
    const Node& node = program_.nodes.at(at);
    if (node.op != Op::all_of || !dmn::name_of(program_, at).empty()) return words(at);
    const std::uint16_t what = program_.nodes.at(node.first).next;
    if (what == 0 || program_.nodes.at(what).next != 0) return words(at);
    const std::string of_whom = words(what);
    const bool in_brackets = of_whom.starts_with('(');
    return fmt::format("{} has {}{}{}", words(node.first), in_brackets ? "" : "(", of_whom,
                       in_brackets ? "" : ")");
}

std::string PersonConditions::single_words(const Node& node) const
{
    switch (node.op) {
        case Op::always:
            return "person";
        case Op::none_of:
            return "not " + words(node.first);
        case Op::has_role:
            return joined(texts_of(node.mask, guidance::all_roles), " or ");
        case Op::only_roles:
            return "only " + joined(texts_of(node.mask, guidance::all_roles), " or ");
        case Op::setting_in:
            return is_one_of("setting", texts_of(node.mask, guidance::all_settings));
        case Op::basis_in:
            return is_one_of("age_basis", texts_of(node.mask, guidance::all_age_bases));
        case Op::age_under:
            return fmt::format("{} under {}", name_of(node.age), node.number);
        case Op::age_or_over:
            return fmt::format("{} {} or over", name_of(node.age), node.number);
        case Op::age_missing:
            return fmt::format("{} missing", name_of(node.age));
        case Op::age_known:
            return fmt::format("{} known", name_of(node.age));
        case Op::another_is_older:
            return fmt::format("another {} is {} or more years older", words(node.first), node.number);
        default:
            throw_bug("a condition on a person has an operation that is not one");
    }
}

std::string PersonConditions::joined_words(std::uint16_t at, std::string_view between) const
{
    std::vector<std::string> parts;
    for (std::uint16_t part = program_.nodes.at(at).first; part != 0; part = program_.nodes.at(part).next)
        parts.push_back(words(part));
    return parts.size() == 1 ? parts.front() : "(" + joined(parts, between) + ")";
}

std::string PersonConditions::some_person(std::uint16_t node) const
{
    return fmt::format("some person in people satisfies {}", feel(node, "person"));
}

std::string PersonConditions::feel(std::uint16_t at, const std::string& who) const
{
    const Node& node = program_.nodes.at(at);
    switch (node.op) {
        case Op::always:
            return "true";
        case Op::all_of:
            return joined_feel(node, " and ", who);
        case Op::any_of:
            return joined_feel(node, " or ", who);
        case Op::none_of:
            return fmt::format("not({})", feel(node.first, who));
        case Op::has_role:
            return has_one_of(who, texts_of(node.mask, guidance::all_roles));
        case Op::only_roles:
            return fmt::format("(every role in {}.roles satisfies {})", who,
                               equals_one_of("role", texts_of(node.mask, guidance::all_roles)));
        case Op::setting_in:
            return equals_one_of(who + ".setting", texts_of(node.mask, guidance::all_settings));
        case Op::basis_in:
            return equals_one_of(who + ".age_basis", texts_of(node.mask, guidance::all_age_bases));
        case Op::age_under:
            return compared(who, node, "<");
        case Op::age_or_over:
            return compared(who, node, ">=");
        case Op::age_missing:
            return fmt::format("not({})", given(who, node.age));
        case Op::age_known:
            return fmt::format("({} and {}.age_basis = \"known\")", given(who, node.age), who);
        case Op::another_is_older:
            return another_is_older(node, who);
        default:
            throw_bug("a condition on a person has an operation that is not one");
    }
}

std::string PersonConditions::joined_feel(const Node& node, std::string_view between,
                                          const std::string& who) const
{
    std::vector<std::string> parts;
    for (std::uint16_t part = node.first; part != 0; part = program_.nodes.at(part).next)
        parts.push_back(feel(part, who));
    return parts.size() == 1 ? parts.front() : "(" + joined(parts, between) + ")";
}

std::string PersonConditions::another_is_older(const Node& node, const std::string& who) const
{
    const std::string other = who == "person" ? "other" : who + "_other";
    return fmt::format(
        "(some {0} in people satisfies ({0}.ref != {1}.ref and {2} and {3} and {4} and {0}.age_at_event >= "
        "{1}.age_at_event + {5}))",
        other, who, feel(node.first, other), given(who, AgeOf::event), given(other, AgeOf::event),
        node.number);
}

}  // namespace safelead::exchange::dmn
