#include "app/differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace safelead::app {

namespace {

using guidance::Code;
using guidance::Deadline;
using guidance::Owner;
using guidance::Pack;
using guidance::Step;

std::string owner_words(Owner owner)
{
    switch (owner) {
        case Owner::dsl:
            return "the safeguarding lead";
        case Owner::head:
            return "the head";
        case Owner::reporter:
            return "whoever reports it";
        case Owner::any:
            return "anybody";
    }
    throw_bug("a step has no owner");
}

std::string deadline_words(const Deadline& deadline)
{
    const auto counted = [&deadline](std::string_view one, std::string_view many) {
        return fmt::format("within {} {}", deadline.count, deadline.count == 1 ? one : many);
    };
    switch (deadline.unit) {
        case Deadline::Unit::immediately:
            return "at once";
        case Deadline::Unit::same_school_day:
            return "the same school day";
        case Deadline::Unit::hours:
            return counted("hour", "hours");
        case Deadline::Unit::working_hours:
            return counted("working hour", "working hours");
        case Deadline::Unit::working_days:
            return counted("working day", "working days");
        case Deadline::Unit::days:
            return counted("day", "days");
    }
    throw_bug("a deadline in no unit");
}

const Step* find_step(const Pack& pack, const guidance::StepId& id)
{
    const auto found = std::ranges::find(pack.steps(), id, &Step::id);
    return found == pack.steps().end() ? nullptr : &*found;
}

Difference about(const Step& step, std::string words)
{
    return {DifferenceIn::steps,
            {fmt::format("step.{}", step.id.text())},
            std::move(words),
            {},
            fmt::format("{}; {}", step.source.text(), to_text(step.standing))};
}

std::string codes_in(const Pack& pack, const std::vector<Code>& all, const std::vector<Code>& others)
{
    std::string text;
    for (const auto& code : all) {
        if (std::ranges::find(others, code) != others.end()) continue;
        if (!pack.is_shown_to_schools(code.text())) continue;
        text += fmt::format("{}“{}”", text.empty() ? "" : ", ", pack.term(code));
    }
    return text;
}

/// "called for by “…”; no longer by “…”", or empty. The same for many steps, so they are put together.
std::string list_words(const TwoEditions& two, std::string_view by, const std::vector<Code>& was,
                       const std::vector<Code>& is)
{
    const auto more = codes_in(two.after, is, was);
    const auto less = codes_in(two.before, was, is);
    if (more.empty() && less.empty()) return {};
    if (less.empty()) return fmt::format("{} also {}", by, more);
    if (more.empty()) return fmt::format("{} no longer {}", by, less);
    return fmt::format("{} {}, no longer {}", by, more, less);
}

std::string calling_words(const TwoEditions& two, const Step& was, const Step& is)
{
    std::string words;
    for (const auto& part : {list_words(two, "by", was.any_of, is.any_of),
                             list_words(two, "only together with one of", was.and_any, is.and_any),
                             list_words(two, "but not with", was.unless, is.unless)}) {
        if (!part.empty()) words += (words.empty() ? "" : "; ") + part;
    }
    return words;
}

void add_what_changed(const TwoEditions& two, const Step& was, const Step& is, std::vector<Difference>& all)
{
    if (was.words != is.words) {
        all.push_back(
            about(is, fmt::format("A step is put in other words in {}: “{}”", two.called_after, is.words)));
        all.back().more.push_back(fmt::format("{}: “{}”", two.called_before, was.words));
    }
    if (was.deadline != is.deadline)
        all.push_back(about(
            is, fmt::format("“{}” In {} this is to be done {}; in {}, {}.", is.words, two.called_after,
                            deadline_words(is.deadline), two.called_before, deadline_words(was.deadline))));
    if (was.owner != is.owner)
        all.push_back(
            about(is, fmt::format("“{}” In {} this is for {}; in {}, for {}.", is.words, two.called_after,
                                  owner_words(is.owner), two.called_before, owner_words(was.owner))));
}

}  // namespace

std::vector<Difference> step_differences(const TwoEditions& two)
{
    std::vector<Difference> all;
    std::map<std::string, std::vector<const Step*>> called_otherwise;
    for (const Step& is : two.after.steps()) {
        const Step* was = find_step(two.before, is.id);
        if (was == nullptr) {
            all.push_back(
                about(is, fmt::format("{} adds a step: “{}” For {}, {}.", two.called_after, is.words,
                                      owner_words(is.owner), deadline_words(is.deadline))));
            continue;
        }
        add_what_changed(two, *was, is, all);
        if (const auto calling = calling_words(two, *was, is); !calling.empty())
            called_otherwise[calling].push_back(&is);
    }
    for (const Step& was : two.before.steps()) {
        if (find_step(two.after, was.id) == nullptr)
            all.push_back(
                about(was, fmt::format("{} no longer has the step: “{}”", two.called_after, was.words)));
    }
    for (const auto& [calling, steps] : called_otherwise) {
        Difference change{DifferenceIn::steps, {}, {}};
        change.words =
            fmt::format("In {}, {} called for {}.", two.called_after,
                        steps.size() == 1 ? "a step is" : fmt::format("{} steps are", steps.size()), calling);
        for (const Step* step : steps) {
            change.about.push_back(fmt::format("step.{}", step->id.text()));
            change.more.push_back(step->words);
        }
        all.push_back(std::move(change));
    }
    return all;
}

}  // namespace safelead::app
