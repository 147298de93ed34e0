#include "app/referral_clocks.h"

#include "app/referral_parts.h"

#include <ranges>

namespace safelead::app {
namespace {

std::string_view clock_name(record::Side answers, record::AgencyKind receiver)
{
    if (answers == record::Side::sender) return "answered-by-school";
    switch (receiver) {
        case record::AgencyKind::school:
            return "answered-by-school";
        case record::AgencyKind::social_care:
            return "answered-by-social-care";
        case record::AgencyKind::police:
            return "answered-by-police";
        case record::AgencyKind::local_authority:
        case record::AgencyKind::lado:
            return "answered-by-local-authority";
        case record::AgencyKind::other:
        case record::AgencyKind::not_known:
            break;
    }
    return "answered";
}

/// When the clock of an answer began last.
Instant clock_began(const record::Referral& referral)
{
    for (const auto& step : std::views::reverse(referral.steps))
        if (step.managers_at) return step.at;
    return referral.sent->at;
}

}  // namespace

directory::AnswerClock clock_for(Parts& parts, record::Side answers, const OrganisationId& sender,
                                 const record::Agency& receiver, Instant from)
{
    const bool is_senders = answers == record::Side::sender || is_not_here(receiver);
    const auto partnership = parts.partnership();
    const auto* organisation = partnership->organisation(is_senders ? sender : receiver.id);
    const auto* area = organisation == nullptr ? nullptr : parts.local.arrangements_of(organisation->area);
    return directory::answer_clock({{}, parts.local.holidays, parts.zone}, area,
                                   clock_name(answers, receiver.kind), from);
}

std::vector<directory::Timescale> times_gone_by(Parts& parts, const record::Referral& referral)
{
    const auto whom = record::awaited(referral.state);
    if (!referral.sent || whom == record::Awaited::nobody) return {};
    const auto answers = whom == record::Awaited::sender ? record::Side::sender : record::Side::receiver;
    const auto clock = clock_for(parts, answers, referral.sent->from.id, referral.to, clock_began(referral));
    std::vector<directory::Timescale> times;
    for (const auto* time : clock.of_area) {
        const bool tells_managers = time->clock == "managers-told";
        const auto& runs = tells_managers ? referral.managers_at : referral.answer_by;
        if (runs == (tells_managers ? clock.managers_at : clock.answer_by)) times.push_back(*time);
    }
    return times;
}

bool runs_one_working_day(Parts& parts, const record::Referral& referral)
{
    if (!referral.sent || record::awaited(referral.state) == record::Awaited::nobody) return false;
    const auto clock =
        directory::answer_clock({{}, parts.local.holidays, parts.zone}, nullptr, {}, clock_began(referral));
    return referral.answer_by == clock.answer_by;
}

}  // namespace safelead::app
