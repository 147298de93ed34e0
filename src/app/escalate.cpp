#include "app/escalate.h"

#include "app/all_of.h"
#include "app/copy_referral.h"
#include "app/end_openings.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/pass_up_tasks.h"
#include "app/said.h"
#include "app/write_concern.h"
#include "directory/who_next.h"

#include <algorithm>
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

}  // namespace

Later<PassedOn> escalate_unread(Safelead& safelead)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    std::vector<Later<Outcome<Kept>>> passed_on;
    std::vector<Later<Outcome<Kept>>> tasks;
    std::vector<Later<Outcome<Kept>>> referrals;
    for (const auto* organisation : partnership->organisations()) {
        auto* log = parts.ledger().find(organisation->id);
        if (log == nullptr) continue;
        const auto head = log->head().position;
        if (!parts.when_to_pass_on.may_be_due(organisation->id, head, parts.now())) continue;
        auto& workspace = parts.workspace(organisation->id);
        const auto now = parts.now();
        for (auto& later : PassingOn{parts, workspace}.all()) passed_on.push_back(std::move(later));
        for (auto& later : pass_up_tasks(parts, workspace, now)) tasks.push_back(std::move(later));
        for (auto& later : pass_on_referrals(parts, workspace, now)) referrals.push_back(std::move(later));
        for (auto& later : end_openings(parts, workspace, now)) referrals.push_back(std::move(later));
        parts.when_to_pass_on.looked(
            organisation->id, head,
            sooner(sooner(next_due(workspace), next_task_up(workspace, now)),
                   sooner(next_silence(workspace, now), next_opening_end(workspace))));
    }
    const auto reports = passed_on.size();
    const auto last_task = reports + tasks.size();
    std::ranges::move(tasks, std::back_inserter(passed_on));
    std::ranges::move(referrals, std::back_inserter(passed_on));
    return all_of(std::move(passed_on))
        .then([reports, last_task](const std::vector<Outcome<Kept>>& outcomes) {
            const std::span<const Outcome<Kept>> all{outcomes};
            return PassedOn{count_new(all.first(reports)),
                            count_new(all.subspan(reports, last_task - reports))};
        });
}

}  // namespace safelead::app
