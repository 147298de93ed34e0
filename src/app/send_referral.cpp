#include "app/referral_clocks.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "record/about_referral.h"
#include "record/police_notice.h"
#include "record/referral_draft.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

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
        send.notice = record::police_notice_for(
            *pack, send.route, record::kind_for_notice(referral.to.kind, {referral.to.name}));
        if (referral.to.kind == record::AgencyKind::police)
            send.features = record::aggravating_features(of, *pack);
    }
    return send;
}

/// Whoever is in the case at that moment: somebody may be taken out of it while it is sent.
Outcome<record::SendReferral> with_who_is_in_case(record::SendReferral send, const ChangingCase& changing)
{
    const auto known = changing.now_known();
    if (!known) return fail(NotThere{});
    for (const auto& person : known->it->people) send.in_case.push_back(person.ref);
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
    return {{send.by,
             referral.to.name,
             "In Safelead",
             {{}, std::nullopt, now},
             record::about_referral(referral.reference.text(), "what was sent stands there, word for word."),
             "",
             std::string{referral.reference.text()},
             record::received_by(referral.to, send.about).kind,
             notice}};
}

/// One that was redirected waits for its sender no more once the next one is sent. Where it cannot be said
/// there (its receiver took it back), the next one is sent all the same. Where others are at it, it would
/// wait on for what has been done: the same command, sent again, finds the next one sent and says it there.
Later<Outcome<ReferralChanged>> say_sent_on(Safelead& safelead, const Actor& actor, const CommandId& command,
                                            const record::Referral& redirected, const record::Referral& next,
                                            const ReferralChanged& sent)
{
    record::StepSaid said{};
    said.kind = record::StepKind::sent_on;
    said.words = fmt::format("Sent to {} as referral {}.", next.to.name, next.reference.text());
    said.to = next.to;
    const CommandId step{fmt::format("{}-sent-on", command.text())};
    return take_step(safelead, actor, step, redirected, record::Side::sender, std::move(said))
        .then([sent](const Outcome<ReferralChanged>& told) -> Outcome<ReferralChanged> {
            if (!told && std::holds_alternative<Crowded>(told.error())) return fail(Crowded{});
            return sent;
        });
}

}  // namespace

Later<Outcome<ReferralChanged>> send_referral(Safelead& safelead, const Actor& actor,
                                              const CommandId& command, const record::Reference& of,
                                              const record::Reference& referral,
                                              record::Answer notice_confirmed,
                                              std::optional<std::uint64_t> seen)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<ReferralChanged>(std::move(begun).error());
    const auto changing = *std::move(begun);
    auto& workspace = changing->workspace();
    const auto known = changing->now_known();
    if (!known) return refused<ReferralChanged>(NotThere{});
    auto found = find_in_case(workspace, changing->id(), referral);
    if (!found) return refused<ReferralChanged>(std::move(found).error());

    Said said{"send referral"};
    said(found->it->id);
    said(notice_confirmed);
    const auto id = found->it->id;
    const auto to = found->it->to.id;
    const auto redirected = found->it->follows ? workspace.referral(*found->it->follows) : std::nullopt;
    auto send = sending(parts, workspace, actor, *known->it, *found->it, notice_confirmed);
    send.seen = seen;
    const auto made = in_the_case(*found->it, send, changing->now());
    return carry_out_in_referral(changing, said.bytes(), referral, 0,
                                 [changing, &parts, &workspace, id, send, made]() -> Outcome<Writing> {
                                     Writing writing;
                                     const auto now = SL_TRY(with_who_is_in_case(send, *changing));
                                     SL_TRY(write_referral_events(writing, parts, workspace, id, now));
                                     SL_TRY(changing->write(writing, made));
                                     return writing;
                                 })
        .then([&parts, id, from = actor.organisation,
               to](Outcome<ReferralChanged> sent) -> Later<Outcome<ReferralChanged>> {
            if (!sent || to.text().empty()) return sent;
            // What could not be copied now is copied by the timer: it is sent.
            return copy_referral(parts, id, from, to)
                .then([sent](const Outcome<Kept>&) -> Outcome<ReferralChanged> { return sent; });
        })
        .then([&safelead, actor, command, redirected,
               next = found->it](Outcome<ReferralChanged> sent) -> Later<Outcome<ReferralChanged>> {
            if (!sent || !redirected) return sent;
            return say_sent_on(safelead, actor, command, *redirected->it, *next, *sent);
        });
}

}  // namespace safelead::app
