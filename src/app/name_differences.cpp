#include "app/differences.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {

namespace {

using guidance::NamedCondition;
using guidance::Names;
using Kind = guidance::ConditionChange::Kind;

const NamedCondition* find_name(const Names& names, const std::string& name)
{
    const auto found = std::ranges::find(names, name, &NamedCondition::name);
    return found == names.end() ? nullptr : &*found;
}

std::string called(const guidance::Pack& pack, const std::string& code)
{
    return fmt::format("“{}”", pack.term(code));
}

std::string list_of(const guidance::Pack& pack, const std::vector<std::string>& codes)
{
    std::string text;
    for (const auto& code : codes) text += (text.empty() ? "" : ", ") + called(pack, code);
    return text;
}

/// Which rules look at the name, themselves or through another name.
std::string used_by(const guidance::Pack& pack, const Names& names, const std::string& name)
{
    std::vector<std::string> gives;
    for (const auto& table : pack.tables()) {
        for (const auto& rule : table.rules) {
            if (!guidance::uses_name(names, rule.when, name)) continue;
            if (!pack.is_shown_to_schools(rule.gives.text())) continue;
            auto what = called(pack, std::string{rule.gives.text()});
            if (std::ranges::find(gives, what) == gives.end()) gives.push_back(std::move(what));
        }
    }
    return gives.empty() ? std::string{} : fmt::format("It matters to: {}.", fmt::join(gives, ", "));
}

std::string changed_words(const TwoEditions& two, const NamedCondition& was, const NamedCondition& is,
                          std::vector<std::string>& more)
{
    const auto name = guidance::spaced(is.name);
    const auto before = [&](std::string_view part) {
        return condition_words(two.before, two.names_before, part);
    };
    const auto after = [&](std::string_view part) {
        return condition_words(two.after, two.names_after, part);
    };
    if (const auto list = guidance::list_change_between(was.condition, is.condition)) {
        std::string words;
        if (!list->added.empty()) words = "takes in " + list_of(two.after, list->added);
        if (!list->taken_out.empty())
            words +=
                (words.empty() ? "leaves out " : ", and leaves out ") + list_of(two.before, list->taken_out);
        return fmt::format("In {}, “{}” {}.", two.called_after, name, words);
    }
    const auto by = guidance::change_between(was.condition, is.condition);
    switch (by.kind) {
        case Kind::narrower:
            return fmt::format("In {}, “{}” needs, too, that {}.", two.called_after, name, after(by.part));
        case Kind::wider:
            return fmt::format("In {}, “{}” also holds with {}.", two.called_after, name, after(by.part));
        case Kind::fewer_demands:
            return fmt::format("In {}, “{}” no longer needs that {}.", two.called_after, name,
                               before(by.part));
        case Kind::fewer_ways:
            return fmt::format("In {}, “{}” no longer holds with {}.", two.called_after, name,
                               before(by.part));
        case Kind::other:
            break;
    }
    more.push_back(fmt::format("{}: {}", two.called_before, before(was.condition)));
    more.push_back(fmt::format("{}: {}", two.called_after, after(is.condition)));
    return fmt::format("“{}” stands for something else in {}.", name, two.called_after);
}

}  // namespace

std::vector<Difference> name_differences(const TwoEditions& two)
{
    std::vector<Difference> all;
    const auto add = [&](const NamedCondition& one, std::string words, std::vector<std::string> more,
                         const guidance::Pack& pack, const Names& names) {
        if (auto used = used_by(pack, names, one.name); !used.empty()) more.push_back(std::move(used));
        all.push_back({DifferenceIn::names, {"name." + one.name}, std::move(words), std::move(more)});
    };
    for (const auto& is : two.names_after) {
        const auto* was = find_name(two.names_before, is.name);
        std::vector<std::string> more;
        if (was == nullptr) {
            add(is,
                fmt::format("{} speaks of “{}”: {}.", two.called_after, guidance::spaced(is.name),
                            condition_words(two.after, two.names_after, is.condition)),
                more, two.after, two.names_after);
        } else if (was->condition != is.condition) {
            auto words = changed_words(two, *was, is, more);
            add(is, std::move(words), more, two.after, two.names_after);
        }
    }
    for (const auto& was : two.names_before) {
        if (find_name(two.names_after, was.name) != nullptr) continue;
        add(was,
            fmt::format("{} no longer speaks of “{}”: {}.", two.called_after, guidance::spaced(was.name),
                        condition_words(two.before, two.names_before, was.condition)),
            {}, two.before, two.names_before);
    }
    return all;
}

}  // namespace safelead::app
