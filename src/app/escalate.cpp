#include "app/escalate.h"

#include "app/all_of.h"
#include "app/copy_referral.h"
#include "app/end_openings.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/pass_up_tasks.h"
#include "app/said.h"
#include "app/serve_each.h"
#include "app/write_concern.h"
#include "directory/who_next.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <span>

namespace safelead::app {
namespace {

class PassingOn {
public:
    PassingOn(Parts& parts, Workspace& workspace) : parts_{parts}, workspace_{workspace}, now_{parts.now()} {}

    std::vector<Later<Outcome<Kept>>> all() const
    {
        std::vector<Later<Outcome<Kept>>> passed_on;
        for (const auto& concern : workspace_.unread_concerns()) {
            if (!concern.escalates_at || !is_due(concern)) continue;
            if (workspace_.is_stopped(stream_of(concern.id))) continue;
            if (const auto next = next_person(concern)) passed_on.push_back(pass_on(concern, *next));
        }
        return passed_on;
    }

private:
    /// Where the clock was set back, nobody knows how long it has waited: one more person hears of it at
    /// once.
    bool is_due(const record::ConcernSummary& concern) const
    {
        const bool is_from_later = concern.unread_since > now_ + clocks_may_differ;
        return *concern.escalates_at <= now_ || (is_from_later && concern.escalated_to.empty());
    }

    std::optional<PersonId> next_person(const record::ConcernSummary& concern) const
    {
        std::set<PersonId> excluding{concern.people_involved.begin(), concern.people_involved.end()};
        excluding.insert(concern.escalated_to.begin(), concern.escalated_to.end());
        const auto partnership = parts_.partnership();
        const auto day = parts_.zone.local(now_).wall.date;
        const auto order = directory::who_next(*partnership, workspace_.log().organisation(), day, excluding);
        const auto above = std::ranges::find_if(
            order, [&](const auto& next) { return is_above(next.role, concern.routed_to); });
        if (above == order.end()) return std::nullopt;
        return above->person;
    }

    /// `who_next` goes up through the roles in this order; whoever it was routed to first has it already.
    static bool is_above(directory::Role role, record::RoutedTo first)
    {
        using directory::Role;
        switch (first) {
            case record::RoutedTo::lead:
                return role != Role::dsl;
            case record::RoutedTo::head:
                return role == Role::chair_of_governors;
            case record::RoutedTo::chair:
                return false;
        }
        return false;
    }

    Later<Outcome<Kept>> pass_on(const record::ConcernSummary& concern, const PersonId& next) const
    {
        // The same step has the same name, so a second timer or a restart in between does it once.
        const CommandId step{std::string{concern.id.text()} + '/' +
                             std::to_string(concern.escalated_to.size()) + '/' +
                             to_text(concern.unread_since)};
        const NewIds ids{workspace_.log(), "escalation", step};
        Said said{"escalate"};
        said(concern.id);
        const auto decide = [&workspace = workspace_, id = concern.id, next]() -> Outcome<Writing> {
            Writing writing;
            SL_TRY(write_concern(
                writing, workspace, id,
                record::EscalateConcern{next, "Nobody had read it in the time that is allowed."}));
            return writing;
        };
        return carry_out(workspace_, {ids.command(), said.bytes(), now_, {}, decide});
    }

    Parts& parts_;
    Workspace& workspace_;
    Instant now_;
};

std::optional<Instant> next_due(Workspace& workspace)
{
    std::optional<Instant> next;
    for (const auto& concern : workspace.unread_concerns())
        if (concern.escalates_at && (!next || *concern.escalates_at < *next)) next = concern.escalates_at;
    return next;
}

std::optional<Instant> sooner(std::optional<Instant> one, std::optional<Instant> other)
{
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

std::size_t count_new(std::span<const Outcome<Kept>> outcomes)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        outcomes, [](const auto& one) { return one.has_value() && one->turn == ledger::Turn::first; }));
}

using Steps = std::vector<Later<Outcome<Kept>>>;

struct StepsUnderWay {
    Steps reports;
    Steps tasks;
    Steps others;
};

/// What is answered at once was kept before, or was refused and is so until something else is written.
bool is_any_under_way(const Steps& steps)
{
    return std::ranges::any_of(steps, [](const auto& step) { return !step.is_ready(); });
}

void append(Steps& all, Steps some)
{
    std::ranges::move(some, std::back_inserter(all));
}

/// That somebody looked is remembered where there was nothing to do. Where the disk is full, nothing is
/// written that has the log go on, and what was to be done would not be tried again.
void pass_on_in(Parts& parts, const OrganisationId& organisation, StepsUnderWay& steps)
{
    auto* log = parts.ledger().find(organisation);
    if (log == nullptr) return;
    const auto head = log->head().position;
    const auto now = parts.now();
    if (!parts.when_to_pass_on.may_be_due(organisation, head, now)) return;
    auto& workspace = parts.workspace(organisation);
    bool is_under_way = false;
    const auto take = [&is_under_way](Steps& all, Steps some) {
        is_under_way |= is_any_under_way(some);
        append(all, std::move(some));
    };
    take(steps.reports, PassingOn{parts, workspace}.all());
    take(steps.tasks, pass_up_tasks(parts, workspace, now));
    take(steps.others, pass_on_referrals(parts, workspace, now));
    take(steps.others, end_openings(parts, workspace, now));
    if (is_under_way)
        parts.when_to_pass_on.look_again(organisation);
    else
        parts.when_to_pass_on.looked(
            organisation, head,
            sooner(sooner(next_due(workspace), next_task_up(workspace, now)),
                   sooner(next_silence(workspace, now), next_opening_end(workspace))));
}

}  // namespace

Later<PassedOn> escalate_unread(Safelead& safelead)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    StepsUnderWay steps;
    const auto failed = serve_each(partnership->organisations(), [&](const auto* organisation) {
        pass_on_in(parts, organisation->id, steps);
    });
    const auto reports = steps.reports.size();
    const auto last_task = reports + steps.tasks.size();
    auto all_steps = std::move(steps.reports);
    append(all_steps, std::move(steps.tasks));
    append(all_steps, std::move(steps.others));
    return all_of(std::move(all_steps))
        .then([reports, last_task, failed](const std::vector<Outcome<Kept>>& outcomes) {
            if (failed) std::rethrow_exception(failed);
            const std::span<const Outcome<Kept>> all{outcomes};
            return PassedOn{count_new(all.first(reports)),
                            count_new(all.subspan(reports, last_task - reports))};
        });
}

}  // namespace safelead::app
