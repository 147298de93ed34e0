#include "app/allow.h"
#include "app/changing_case.h"
#include "app/drafting_referral.h"
#include "app/new_ids.h"
#include "app/record_view.h"
#include "app/referral_clocks.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"
#include "base/text.h"
#include "record/meeting_in_referral.h"
#include "record/referral_draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

/// One of that case; every other is not there.
Outcome<FoldedReferral> find_in_case(Workspace& workspace, const record::Case& of,
                                     const record::Reference& reference)
{
    auto found = workspace.referral(reference);
    if (!found || found->it->of != of.id) return fail(NotThere{});
    if (workspace.is_stopped(stream_of(found->it->id))) return fail(RecordStopped{});
    return *std::move(found);
}

record::BeginReferral beginning(const ChangingCase& changing, const record::Agency& to, Drafted drafted)
{
    const auto id = changing.ids().id<record::ReferralId>("referral");
    const auto reference = changing.ids().reference('R', [&](const record::Reference& taken) {
        const auto other = changing.workspace().referral(taken);
        return other && other->it->id != id;
    });
    return {id,
            reference,
            changing.by(),
            changing.id(),
            to,
            {},
            std::move(drafted.words),
            std::move(drafted.children)};
}

Later<Outcome<ReferralChanged>> keep(const std::shared_ptr<const ChangingCase>& changing, Bytes content,
                                     record::Reference referral, std::size_t taken_out,
                                     std::function<Outcome<Writing>()> decide)
{
    return carry_out_change(changing, std::move(content), taken_out, std::move(decide))
        .then([referral, taken_out](Outcome<CaseChanged> changed) -> Outcome<ReferralChanged> {
            (void)SL_TRY(std::move(changed));
            return ReferralChanged{referral, taken_out};
        });
}

record::SendReferral sending(Parts& parts, Workspace& workspace, const Actor& actor, const record::Case& of,
                             const record::Referral& referral, record::Answer notice_confirmed)
{
    const auto now = parts.now();
    const auto partnership = parts.partnership();
    const auto* from = partnership->organisation(actor.organisation);
    record::SendReferral send{actor.person,
                              actor.name,
                              from == nullptr ? record::Agency{actor.organisation, {}, {}} : agency_of(*from),
                              now,
                              {},
                              {},
                              record::NoticeNeeded::no,
                              notice_confirmed,
                              {},
                              {},
                              {}};
    const auto clock = clock_for(parts, record::Side::receiver, actor.organisation, referral.to, now);
    send.answer_by = clock.answer_by;
    send.managers_at = clock.managers_at;
    if (of.advice) send.route = of.advice->advice.route.text();
    send.edition = of.edition;
    send.about = record::about_staff(of, workspace.concerns_of(of));
    send.lado = lado_at(parts, referral.to.id);
    if (const auto* pack = parts.packs.find(of.edition)) {
        send.notice = record::police_notice_for(*pack, send.route, referral.to.kind);
        if (referral.to.kind == record::AgencyKind::police)
            send.features = record::aggravating_features(of, *pack);
    }
    return send;
}

/// That it was referred is a line of the case itself, so that closing and giving back know of it.
record::RecordReferral in_the_case(const record::Referral& referral, const record::SendReferral& send,
                                   Instant now)
{
    // Without it, sending is refused before this.
    const auto notice = send.notice_confirmed == record::Answer::yes
                            ? record::PoliceNotice::shown_and_confirmed
                            : record::PoliceNotice::not_needed;
    return {
        {send.by,
         referral.to.name,
         "In Safelead",
         {{}, std::nullopt, now},
         fmt::format("Referral {}: what was sent stands there, word for word.", referral.reference.text()),
         "",
         std::string{referral.reference.text()},
         record::received_by(referral.to, send.about).kind,
         notice}};
}

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

/// Whom the sender chose: somebody with an account here, or somebody without, as they call them.
Outcome<record::Agency> agency_asked(Safelead& safelead, const Actor& actor, const NewReferral& asked)
{
    if (asked.not_here) return record::Agency{OrganisationId{""}, asked.not_here->name, asked.not_here->kind};
    for (const auto& one : agencies_here(safelead, actor))
        if (one.agency.id == asked.to && (one.agency.kind == record::AgencyKind::lado) == asked.for_lado)
            return one.agency;
    return fail(record::ReferralRefusal{record::ReferralRefused::not_said, "to"});
}

/// A draft: the advice that it would go on, and whether an officer may be told before the notice.
void show_as_it_would_be_sent(ReferralView& view, const record::Case& of, const guidance::Pack* pack)
{
    if (pack == nullptr) return;
    const auto route = of.advice ? of.advice->advice.route.text() : std::string_view{};
    view.notice = record::police_notice_for(*pack, route, view.it->to.kind);
    if (!route.empty()) view.route_words = pack->term(route);
}

/// At an end, and nothing about it is not agreed.
bool is_settled(const record::ReferralSummary& one)
{
    const bool is_over =
        one.state == record::ReferralState::closed || one.state == record::ReferralState::withdrawn;
    return is_over && !one.disagreement;
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
        if (auto line = line_in(parts, workspace, one)) lines.push_back(*std::move(line));
    }
    sort_lines(lines);
    return lines;
}

Later<Outcome<ReferralChanged>> begin_referral(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, const record::Reference& of,
                                               NewReferral asked)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<ReferralChanged>(std::move(begun).error());
    const auto changing = *std::move(begun);
    auto& workspace = changing->workspace();
    WordsGate gate;
    if (asked.not_here) gate(asked.not_here->name);
    const auto to = agency_asked(safelead, actor, asked);
    if (!to) return refused<ReferralChanged>(to.error());
    const auto known = changing->now_known();
    const auto* pack = known ? parts.packs.find(known->it->edition) : nullptr;
    if (pack == nullptr) return refused<ReferralChanged>(RecordStopped{});

    std::optional<FoldedReferral> followed;
    if (asked.follows) {
        auto found = find_in_case(workspace, *known->it, *asked.follows);
        if (!found) return refused<ReferralChanged>(std::move(found).error());
        followed = *std::move(found);
    }
    auto begin =
        beginning(*changing, *to, draft_of(parts, workspace, actor, *known->it, *pack, asked.children));
    if (followed) record::go_on_from(begin, *followed->it);
    begin.about = record::about_staff(*known->it, workspace.concerns_of(*known->it));
    begin.lado = lado_at(parts, to->id);
    Said said{"begin referral"};
    said(to->id);
    said(to->name);
    said(to->kind);
    said(asked.children);
    said(asked.follows);
    const auto reference = begin.reference;
    return keep(changing, said.bytes(), reference, gate.taken_out(),
                [&parts, &workspace, begin = std::move(begin)]() -> Outcome<Writing> {
                    Writing writing;
                    SL_TRY(write_referral_events(writing, parts, workspace, begin.referral, begin));
                    return writing;
                });
}

Outcome<ReferralView> sent_referral(Safelead& safelead, const Actor& actor, const record::Reference& of,
                                    const record::Reference& referral)
{
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto in = SL_TRY(find_case(workspace, actor, of, access::Action::read_case));
    const auto found = SL_TRY(find_in_case(workspace, *in.it, referral));
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
    if (!found.it->sent) show_as_it_would_be_sent(view, *in.it, parts.packs.find(in.it->edition));
    return view;
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

Later<Outcome<ReferralChanged>> write_referral(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, const record::Reference& of,
                                               const record::Reference& referral, ReferralText text)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<ReferralChanged>(std::move(begun).error());
    const auto changing = *std::move(begun);
    auto& workspace = changing->workspace();
    const auto known = changing->now_known();
    if (!known) return refused<ReferralChanged>(NotThere{});
    auto found = find_in_case(workspace, *known->it, referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());

    WordsGate gate;
    gate(text.words);
    gate(text.children);
    Said said{"write referral"};
    said(found->it->id);
    said(text.words);
    said(text.children);
    return keep(changing, said.bytes(), referral, gate.taken_out(),
                [&parts, &workspace, id = found->it->id,
                 write = record::WriteReferral{actor.person, std::move(text.words),
                                               std::move(text.children)}]() -> Outcome<Writing> {
                    Writing writing;
                    SL_TRY(write_referral_events(writing, parts, workspace, id, write));
                    return writing;
                });
}

Later<Outcome<ReferralChanged>> send_referral(Safelead& safelead, const Actor& actor,
                                              const CommandId& command, const record::Reference& of,
                                              const record::Reference& referral,
                                              record::Answer notice_confirmed)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<ReferralChanged>(std::move(begun).error());
    const auto changing = *std::move(begun);
    auto& workspace = changing->workspace();
    const auto known = changing->now_known();
    if (!known) return refused<ReferralChanged>(NotThere{});
    auto found = find_in_case(workspace, *known->it, referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());

    Said said{"send referral"};
    said(found->it->id);
    said(notice_confirmed);
    const auto id = found->it->id;
    const auto to = found->it->to.id;
    const auto send = sending(parts, workspace, actor, *known->it, *found->it, notice_confirmed);
    const auto made = in_the_case(*found->it, send, changing->now());
    return keep(changing, said.bytes(), referral, 0,
                [changing, &parts, &workspace, id, send, made]() -> Outcome<Writing> {
                    Writing writing;
                    SL_TRY(write_referral_events(writing, parts, workspace, id, send));
                    SL_TRY(changing->write(writing, made));
                    return writing;
                })
        .then([&parts, id, from = actor.organisation,
               to](Outcome<ReferralChanged> sent) -> Later<Outcome<ReferralChanged>> {
            if (!sent || to.text().empty()) return sent;
            // What could not be copied now is copied by the timer: it is sent.
            return copy_referral(parts, id, from, to)
                .then([sent](const Outcome<Kept>&) -> Outcome<ReferralChanged> { return sent; });
        });
}

Later<Outcome<ReferralChanged>> follow_referral(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, const record::Reference& of,
                                                const record::Reference& referral, record::StepSaid said)
{
    auto workspace = workspace_of(safelead.parts(), actor);
    if (!workspace) return refused<ReferralChanged>(std::move(workspace).error());
    auto in = find_case(**workspace, actor, of, access::Action::record_referral);
    if (!in) return refused<ReferralChanged>(std::move(in).error());
    auto found = find_in_case(**workspace, *in->it, referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());
    if (said.meeting) {
        std::vector<int> actions;
        for (const auto& action : said.meeting->actions) actions.push_back(action.number);
        said.meeting = record::meeting_to_tell(*in->it, said.meeting->number, actions);
    }
    return take_step(safelead, actor, command, *found->it, record::Side::sender, std::move(said));
}

Later<Outcome<ReferralChanged>> write_down_answer(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, const record::Reference& of,
                                                  const record::Reference& referral, record::StepSaid said,
                                                  std::string who)
{
    auto workspace = workspace_of(safelead.parts(), actor);
    if (!workspace) return refused<ReferralChanged>(std::move(workspace).error());
    auto in = find_case(**workspace, actor, of, access::Action::record_referral);
    if (!in) return refused<ReferralChanged>(std::move(in).error());
    auto found = find_in_case(**workspace, *in->it, referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());
    // Whoever has an account answers themselves.
    if (!is_not_here(found->it->to)) return refused<ReferralChanged>(NotThere{});
    WordsGate gate;
    gate(who);
    if (trim(who).empty())
        return refused<ReferralChanged>(record::ReferralRefusal{record::ReferralRefused::not_said, "who"});
    auto for_them = actor;
    for_them.name = fmt::format("{} (written down by {})", who, actor.name);
    return take_step(safelead, for_them, command, *found->it, record::Side::receiver, std::move(said))
        .then([also = gate.taken_out()](Outcome<ReferralChanged> changed) -> Outcome<ReferralChanged> {
            auto both = SL_TRY(std::move(changed));
            both.taken_out += also;
            return both;
        });
}

}  // namespace safelead::app
