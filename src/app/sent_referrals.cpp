// Referrals as their sender sees them.

#include "app/allow.h"
#include "app/drafting_referral.h"
#include "app/record_view.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "record/meeting_in_referral.h"
#include "record/police_notice.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

Outcome<ReferralLine> line_in(Parts& parts, Workspace& workspace, const record::ReferralSummary& one)
{
    auto line = line_of(parts, one, record::Side::sender);
    const auto of = workspace.one_case(one.of);
    if (!of) return fail(NotThere{});
    line.in = of->it->reference;
    if (one.to.text().empty())
        if (const auto whole = workspace.referral(one.id)) line.other = whole->it->to.name;
    return line;
}

/// A draft: the advice that it would go on, and whether an officer may be told before the notice.
void show_as_it_would_be_sent(ReferralView& view, const record::Case& of, const guidance::Pack& pack)
{
    const auto route = of.advice ? of.advice->advice.route.text() : std::string_view{};
    const auto& to = view.it->to;
    view.notice = record::police_notice_for(pack, route, record::kind_for_notice(to.kind, {to.name}));
    if (!route.empty()) view.route_words = pack.term(route);
}

/// Who of the case is not in it.
std::vector<record::CaseRef> left_out_of(const record::Referral& referral, const record::Case& of)
{
    std::vector<record::CaseRef> refs;
    for (const auto& person : of.people)
        if (std::ranges::find(referral.children, person.ref, &record::ReferredChild::ref) ==
            referral.children.end())
            refs.push_back(person.ref);
    return refs;
}

/// At an end, nothing about it is not agreed, and nothing came later that nobody here has opened.
bool is_settled(const record::ReferralSummary& one)
{
    const bool is_over =
        one.state == record::ReferralState::closed || one.state == record::ReferralState::withdrawn;
    return is_over && !one.disagreement && one.unread_after_end == 0;
}

}  // namespace

Outcome<std::vector<ReferralLine>> referrals_of_case(Safelead& safelead, const Actor& actor,
                                                     const record::Reference& of)
{
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto found = SL_TRY(find_case(workspace, actor, of, access::Action::read_case));
    std::vector<ReferralLine> lines;
    for (const auto& one : workspace.referrals_of(found.it->id))
        lines.push_back(SL_TRY(line_in(parts, workspace, one)));
    return lines;
}

Outcome<std::vector<ReferralLine>> referrals_sent(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::see_inbox));
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    std::vector<ReferralLine> lines;
    for (const auto& one : workspace.referrals()) {
        if (one.of.text().empty() || is_settled(one)) continue;
        const auto subject = workspace.subject_of_case(one.of);
        if (!subject || !is_allowed(actor, access::Action::read_case, *subject)) continue;
        auto shown = one;
        // Whoever does not answer for the case can't take it away by opening it.
        if (!is_allowed(actor, access::Action::record_referral, *subject)) shown.unread_after_end = 0;
        if (is_settled(shown)) continue;
        if (auto line = line_in(parts, workspace, shown)) lines.push_back(*std::move(line));
    }
    sort_lines(lines);
    return lines;
}

Outcome<ReferralView> sent_referral(Safelead& safelead, const Actor& actor, const record::Reference& of,
                                    const record::Reference& referral)
{
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto in = SL_TRY(find_case(workspace, actor, of, access::Action::read_case));
    const auto found = SL_TRY(find_in_case(workspace, in.it->id, referral));
    auto view = view_of(safelead, actor, found, record::Side::sender);
    view.of = of;
    const auto subject = subject_of(workspace, *in.it);
    view.may_act = is_allowed(actor, access::Action::record_referral, subject);
    view.may_see_reads = is_allowed(actor, access::Action::see_reads, subject);
    if (found.it->follows)
        if (const auto before = workspace.referral(*found.it->follows)) view.followed = before->it->reference;
    for (const auto& link : in.it->links)
        if (link.referral == referral.text() && link.until > view.now) view.link = link;
    view.meetings = record::meetings_to_tell(*in.it);
    view.actions = record::actions_agreed(*in.it);
    if (found.it->sent && found.it->sent->police_notice == record::PoliceNotice::shown_and_confirmed)
        view.notice = record::NoticeNeeded::yes;
    if (const auto* pack = parts.packs.find(in.it->edition); pack != nullptr && !found.it->sent) {
        show_as_it_would_be_sent(view, *in.it, *pack);
        view.left_out =
            referred_children(parts, workspace, actor, *in.it, *pack, left_out_of(*found.it, *in.it));
    }
    return view;
}

Later<Outcome<Done>> sent_referral_read(Safelead& safelead, const Actor& actor, const record::Reference& of,
                                        const record::Reference& referral, int number)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<Done>(std::move(workspace).error());
    const auto in = find_case(**workspace, actor, of, access::Action::record_referral);
    // Whoever has it open for a night reads it for nobody else.
    if (!in || !is_allowed(actor, access::Action::record_referral, (*workspace)->subject_for_good(*in->it)))
        return Outcome<Done>{Done{}};
    const auto found = find_in_case(**workspace, in->it->id, referral);
    if (!found) return refused<Done>(found.error());
    return keep_read_after_end(parts, **workspace, actor, found->it->id, number)
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

Later<Outcome<ReferralView>> referral_for_paper(Safelead& safelead, const Actor& actor,
                                                const record::Reference& of,
                                                const record::Reference& referral)
{
    auto& parts = safelead.parts();
    auto view = sent_referral(safelead, actor, of, referral);
    if (!view) return refused<ReferralView>(std::move(view).error());
    // A draft is on no paper: it still changes.
    if (!view->it->sent) return refused<ReferralView>(NotThere{});
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<ReferralView>(std::move(workspace).error());
    const auto id = view->it->id;
    return record_view(parts, **workspace, actor, fmt::format("{}/paper", id.text()),
                       exchange::ReferralPrinted{id, actor.person, role_names(actor)})
        .then([shown = *std::move(view)](Outcome<Kept> kept) -> Outcome<ReferralView> {
            (void)SL_TRY(std::move(kept));
            return shown;
        });
}

}  // namespace safelead::app
