#include "record/childs_part.h"

#include "base/overloaded.h"
#include "record/kept_in.h"
#include "record/whom_about.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace safelead::record {
namespace {

using Refs = std::vector<CaseRef>;

bool is_among(const Refs& refs, const std::optional<CaseRef>& ref)
{
    return ref && std::ranges::find(refs, *ref) != refs.end();
}

int number_in(std::string_view text)
{
    int number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// What speaks of somebody else alone although it stands in the part that all share: the tasks that their
/// records called for, signatures under those, and corrections of them.
class OfOthers {
public:
    OfOthers(const Case& of, const Refs& own) : of_{of}, own_{own}
    {
        for (const auto& task : of.tasks)
            if (is_of_others(task.set.step)) tasks_.insert(task.set.task);
    }

    [[nodiscard]] bool operator()(const Line& line) const
    {
        if (line.about) return !is_among(own_, line.about);
        if (!line.in_case) return false;
        return is_about_others(*line.in_case) ||
               std::visit(Overloaded{
                              [&](const TaskSet& e) { return tasks_.contains(e.task); },
                              [&](const TaskDone& e) { return tasks_.contains(e.task); },
                              [&](const TaskDropped& e) { return tasks_.contains(e.task); },
                              [&](const TaskGiven& e) { return tasks_.contains(e.task); },
                              [&](const TaskPassedUp& e) { return tasks_.contains(e.task); },
                              [](const auto&) { return false; },
                          },
                          *line.in_case);
    }

private:
    /// Also what says something of an entry that can't be read: it was of somebody whose part was erased.
    [[nodiscard]] bool is_about_others(const CaseEvent& event) const
    {
        return std::visit(Overloaded{[](const AboutTheCase&) { return false; },
                                     [&](const CaseRef& ref) { return !is_among(own_, ref); },
                                     [](const AboutSomebodyErased&) { return true; }},
                          whom_about(of_, event));
    }

    // The steps that decide_family.cpp names.
    [[nodiscard]] bool is_of_others(std::string_view step) const
    {
        constexpr std::string_view family = "family-again:";
        constexpr std::string_view plan = "plan-review:";
        if (step.starts_with(family))
            return !is_among(own_, CaseRef{std::string{step.substr(family.size())}});
        if (!step.starts_with(plan)) return false;
        const auto* made = numbered<SupportPlanMade>(of_, number_in(step.substr(plan.size())));
        return made == nullptr || !is_among(own_, made->about);
    }

    const Case& of_;
    const Refs& own_;
    std::set<TaskId> tasks_;
};

Refs refs_of(const Case& of, const std::vector<ChildId>& own)
{
    Refs refs;
    for (const auto& happened : of.history) {
        const auto* added = std::get_if<PersonAdded>(happened.event.get());
        if (added != nullptr && added->child && std::ranges::find(own, *added->child) != own.end())
            refs.push_back(added->ref);
    }
    return refs;
}

}  // namespace

ChildsPart childs_part(const Case& of, const std::vector<const Concern*>& concerns,
                       const std::vector<ChildId>& own)
{
    ChildsPart part{refs_of(of, own), {}, {}};
    if (part.own.empty()) return part;
    part.others = view_for(of, part.own.front()).others;
    std::erase_if(part.others, [&](const SeenAs& other) { return is_among(part.own, other.ref); });
    part.lines = chronology(of, concerns);
    const OfOthers is_of_others{of, part.own};
    std::erase_if(part.lines, [&](const Line& line) { return is_of_others(line); });
    return part;
}

std::vector<Line> impact_lines(const std::vector<Line>& lines)
{
    std::vector<Line> impact;
    std::ranges::copy_if(lines, std::back_inserter(impact),
                         [](const Line& line) { return line.kind == LineKind::impact; });
    return impact;
}

}  // namespace safelead::record
