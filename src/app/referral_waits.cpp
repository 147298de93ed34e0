#include "app/referral_waits.h"

#include "app/allow.h"
#include "app/parts.h"
#include "app/referral_parts.h"
#include "directory/who_manages.h"
#include "directory/who_next.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <set>

namespace safelead::app {
namespace {

using record::Alarm;
using record::ReferralState;
using record::ReferralSummary;

access::Actor somebody(const directory::Partnership& partnership, const OrganisationId& organisation,
                       const PersonId& person)
{
    return {person, organisation, partnership.roles_of(person, organisation)};
}

bool waits_for_receiver(const ReferralLine& line)
{
    const auto state = line.summary.state;
    return state == ReferralState::sent || state == ReferralState::received ||
           state == ReferralState::decided || line.summary.disagreement || line.alarm != Alarm::none ||
           line.summary.unread_after_end != 0 || line.summary.action_to_answer != 0;
}

/// Above the leads, there today, and not kept out of it.
std::optional<PersonId> manager_of(Parts& parts, const OrganisationId& organisation,
                                   const access::Subject& subject)
{
    const auto partnership = parts.partnership();
    const std::set<PersonId> excluding{subject.involved.begin(), subject.involved.end()};
    for (const auto& next : directory::who_next(*partnership, organisation, parts.today(), excluding)) {
        if (next.role == directory::Role::dsl || next.role == directory::Role::deputy) continue;
        if (access::permit(somebody(*partnership, organisation, next.person), access::Action::see_silence,
                           subject))
            return next.person;
    }
    return std::nullopt;
}

/// One that this organisation sends, or means to; what was sent to it has no case here.
bool is_own(const ReferralSummary& one)
{
    return !one.of.text().empty();
}

std::string name_of(const ReferralSummary& one, std::string_view what, std::string_view since)
{
    return fmt::format("referral/{}/{}/{}", one.id.text(), what, since);
}

std::string name_of(const ReferralSummary& one, std::string_view what, const std::optional<Instant>& since)
{
    return name_of(one, what, since ? to_text(*since) : std::string{});
}

class Telling {
public:
    Telling(Safelead& safelead, Workspace& workspace, const Actor& actor, Instant now)
        : parts_{safelead.parts()},
          workspace_{workspace},
          actor_{actor},
          partnership_{parts_.partnership()},
          now_{now}
    {
    }

    void add_received(const std::vector<ReferralLine>& lines)
    {
        for (const auto& line : lines) {
            const auto& one = line.summary;
            // Being received begins no clock, so it is the same thing before and after that.
            if (record::awaited(one.state) == record::Awaited::receiver)
                names_.push_back(name_of(one, "to-answer", one.answer_by));
            if (record::alarm(one, now_) == Alarm::managers && manages(one))
                names_.push_back(name_of(one, "managers", one.managers_at));
            add_step(one, "withdrawn", one.unread_after_end);
            add_step(one, "action", one.action_to_answer);
        }
    }

    void add_sent(const ReferralSummary& one)
    {
        const auto subject = workspace_.subject_of_case(one.of);
        if (!subject) return;
        const auto how_loud = record::alarm(one, now_);
        if (how_loud == Alarm::managers && manager_of(parts_, actor_.organisation, *subject) == actor_.person)
            names_.push_back(name_of(one, "managers", one.managers_at));
        if (!is_news(one, how_loud) || !has_the_case(one.of, *subject)) return;
        if (how_loud != Alarm::none) names_.push_back(name_of(one, "silent", one.answer_by));
        if (is_form_late(one)) names_.push_back(name_of(one, "form", one.form_due));
        if (one.state == ReferralState::more_asked)
            names_.push_back(name_of(one, "question", one.answer_by));
        else if (const auto answer = brings_news(one.state) ? last_of_receiver(one.id) : std::nullopt)
            names_.push_back(name_of(one, "answered", fmt::format("{}", *answer)));
        add_step(one, "after-end", one.unread_after_end);
    }

    [[nodiscard]] std::vector<std::string> names() && { return std::move(names_); }

private:
    /// What a step tells of: one more step is one more thing.
    void add_step(const ReferralSummary& one, std::string_view what, int number)
    {
        if (number != 0) names_.push_back(name_of(one, what, fmt::format("{}", number)));
    }

    [[nodiscard]] bool manages(const ReferralSummary& one) const
    {
        const auto subject = subject_of(actor_.organisation, one);
        return directory::manages_referrals(
            *partnership_, actor_.organisation, actor_.person, [&](const PersonId& person) {
                return access::permit(somebody(*partnership_, actor_.organisation, person),
                                      access::Action::read_referral, subject)
                    .has_value();
            });
    }

    [[nodiscard]] bool is_form_late(const ReferralSummary& one) const
    {
        return one.form_due && *one.form_due <= now_;
    }

    static bool brings_news(ReferralState state)
    {
        return state == ReferralState::decided || state == ReferralState::fed_back ||
               state == ReferralState::redirected;
    }

    [[nodiscard]] bool is_news(const ReferralSummary& one, Alarm how_loud) const
    {
        return how_loud != Alarm::none || is_form_late(one) || one.state == ReferralState::more_asked ||
               brings_news(one.state) || one.unread_after_end != 0;
    }

    /// Whoever has the case, where mail reaches them today; otherwise everybody who may act in it.
    [[nodiscard]] bool has_the_case(const record::CaseId& of, const access::Subject& subject) const
    {
        constexpr auto action = access::Action::record_referral;
        if (!is_allowed(actor_, action, subject)) return false;
        const auto in = workspace_.one_case(of);
        if (!in) return false;
        const auto& lead = in->it->lead;
        if (lead == actor_.person) return true;
        const auto* person = partnership_->person(lead);
        const bool is_reached =
            person != nullptr && person->wants_mail &&
            partnership_->absence_on(lead, actor_.organisation, parts_.today()) == nullptr &&
            access::permit(somebody(*partnership_, actor_.organisation, lead), action, subject).has_value();
        return !is_reached;
    }

    /// Of the sender's own steps nobody has to be told there, nor of what somebody wrote down themselves.
    [[nodiscard]] std::optional<int> last_of_receiver(const record::ReferralId& id) const
    {
        const auto whole = workspace_.referral(id);
        if (!whole) return std::nullopt;
        for (const auto& step : std::views::reverse(whole->it->steps))
            if (step.side == record::Side::receiver)
                return step.by == actor_.person ? std::nullopt : std::optional{step.number};
        return std::nullopt;
    }

    Parts& parts_;
    Workspace& workspace_;
    const Actor& actor_;
    std::shared_ptr<const directory::Partnership> partnership_;
    Instant now_;
    std::vector<std::string> names_;
};

}  // namespace

std::vector<ReferralLine> referrals_to_answer(Safelead& safelead, const Actor& actor)
{
    auto received = received_referrals(safelead, actor);
    if (!received) return {};
    auto lines = *std::move(received);
    std::erase_if(lines, [](const ReferralLine& line) { return !waits_for_receiver(line); });
    return lines;
}

std::vector<SilentReferral> silent_referrals(Safelead& safelead, const Actor& actor)
{
    auto& parts = safelead.parts();
    auto* workspace = parts.find_workspace(actor.organisation);
    if (workspace == nullptr) return {};
    std::vector<SilentReferral> silent;
    for (const auto& one : workspace->referrals()) {
        if (!is_own(one) || !one.answer_by || record::alarm(one, parts.now()) != Alarm::managers) continue;
        const auto subject = workspace->subject_of_case(one.of);
        if (!subject || manager_of(parts, actor.organisation, *subject) != actor.person) continue;
        SilentReferral line{one.reference, *one.answer_by, std::nullopt, record::awaited(one.state),
                            one.to,        one.state};
        const auto in = is_allowed(actor, access::Action::read_case, *subject) ? workspace->one_case(one.of)
                                                                               : std::nullopt;
        if (in) line.in = in->it->reference;
        silent.push_back(std::move(line));
    }
    return silent;
}

std::vector<std::string> referral_waits(Safelead& safelead, Workspace& workspace, const Actor& actor,
                                        Instant now)
{
    Telling telling{safelead, workspace, actor, now};
    if (const auto lines = received_referrals(safelead, actor)) telling.add_received(*lines);
    for (const auto& one : workspace.referrals())
        if (is_own(one)) telling.add_sent(one);
    return std::move(telling).names();
}

std::optional<Instant> next_referral_wait(Workspace& workspace, Instant now)
{
    std::optional<Instant> next;
    for (const auto& one : workspace.referrals())
        for (const auto& at : {one.answer_by, one.managers_at, one.form_due})
            if (at && *at > now && (!next || *at < *next)) next = at;
    return next;
}

}  // namespace safelead::app
