#include "base/bug.h"
#include "record/attendance.h"
#include "record/police_recorded.h"
#include "record/settling_readers.h"
#include "record/text_limits.h"

#include <algorithm>
#include <set>

namespace safelead::record {

namespace {

using DecidedReferral = Result<std::vector<ReferralEvent>, ReferralRefusal>;
using ReferralEvents = std::vector<ReferralEvent>;

auto referral_refused(ReferralRefused why, std::string_view about = {})
{
    return fail(ReferralRefusal{why, std::string{about}});
}

/// No text of it is longer than is kept.
template <Listed T>
Result<Done, ReferralRefusal> texts_fit(const T& record)
{
    std::string_view too_long;
    each_field_of(record, [&]<class Value>(std::string_view name, const Value& value) {
        if constexpr (std::is_same_v<Value, std::string>)
            if (!fits_account(value)) too_long = name;
    });
    if (!too_long.empty()) return referral_refused(ReferralRefused::text_too_long, too_long);
    return Done{};
}

Result<Done, ReferralRefusal> is_said(std::string_view text, std::string_view about)
{
    if (is_blank(text)) return referral_refused(ReferralRefused::not_said, about);
    return Done{};
}

Result<Done, ReferralRefusal> can_be_kept(const ReferralWords& words,
                                          const std::vector<ReferredChild>& children)
{
    SL_TRY(texts_fit(words));
    if (!fits_line(words.called.words)) return referral_refused(ReferralRefused::text_too_long, "called");
    for (const auto& child : children)
        if (auto fit = texts_fit(child); !fit)
            return referral_refused(fit.error().why, std::string{child.ref.text()} + "-" + fit.error().about);
    return Done{};
}

/// Nobody else at an authority reads what is the LADO's: without one it would lie there unread.
Result<Done, ReferralRefusal> somebody_reads(const Agency& to, LadoThere lado)
{
    const bool has_account = !to.id.text().empty();
    if (has_account && to.kind == AgencyKind::lado && lado == LadoThere::no)
        return referral_refused(ReferralRefused::no_lado, "to");
    return Done{};
}

DecidedReferral decided(const Referral& referral, const BeginReferral& begin)
{
    if (!referral.history.empty()) return referral_refused(ReferralRefused::already_there);
    // Whoever has no account is known by the name alone.
    SL_TRY(is_said(begin.to.name, "to_name"));
    if (!fits_line(begin.to.name)) return referral_refused(ReferralRefused::text_too_long, "to_name");
    if (begin.children.empty()) return referral_refused(ReferralRefused::no_child);
    SL_TRY(can_be_kept(begin.words, begin.children));
    const auto to = received_by(begin.to, begin.about);
    SL_TRY(somebody_reads(to, begin.lado));
    ReferralEvents events{
        ReferralBegun{begin.referral, begin.reference, begin.by, begin.of, to, begin.follows},
        ReferralWritten{begin.by, begin.words}};
    for (const auto& child : begin.children) events.emplace_back(ReferralChildWritten{begin.by, child});
    return events;
}

Result<Done, ReferralRefusal> is_what_they_saw(const Referral& referral,
                                               const std::optional<std::uint64_t>& seen)
{
    if (seen && *seen != referral.written_at()) return referral_refused(ReferralRefused::changed_since);
    return Done{};
}

DecidedReferral decided(const Referral& referral, const WriteReferral& write)
{
    if (referral.history.empty()) return referral_refused(ReferralRefused::not_there);
    if (referral.state != ReferralState::draft) return referral_refused(ReferralRefused::not_a_draft);
    if (write.children.empty()) return referral_refused(ReferralRefused::no_child);
    SL_TRY(can_be_kept(write.words, write.children));
    ReferralEvents events;
    if (write.words != referral.words) events.emplace_back(ReferralWritten{write.by, write.words});
    for (const auto& child : write.children)
        if (std::ranges::find(referral.children, child) == referral.children.end())
            events.emplace_back(ReferralChildWritten{write.by, child});
    for (const auto& child : referral.children)
        if (std::ranges::find(write.children, child.ref, &ReferredChild::ref) == write.children.end())
            events.emplace_back(ReferralChildLeftOut{write.by, child.ref});
    // Whoever changes nothing takes nobody's words away.
    if (!events.empty()) SL_TRY(is_what_they_saw(referral, write.seen));
    return events;
}

/// Whoever was taken out of the case after it was begun is not sent unnoticed. All of them are named at once.
Result<Done, ReferralRefusal> are_in_case(const Referral& referral, const std::vector<CaseRef>& in_case)
{
    std::vector<std::string> gone;
    for (const auto& child : referral.children)
        if (std::ranges::find(in_case, child.ref) == in_case.end()) gone.emplace_back(child.ref.text());
    if (gone.empty()) return Done{};
    return fail(ReferralRefusal{ReferralRefused::not_in_case, gone.front(), {gone.begin() + 1, gone.end()}});
}

/// Without these nobody can act on it. Whoever sends it hears of all that is missing at once.
Result<Done, ReferralRefusal> is_complete(const Referral& referral)
{
    if (referral.children.empty()) return referral_refused(ReferralRefused::no_child);
    std::vector<std::string> missing;
    const auto wants = [&missing](std::string_view text, std::string name) {
        if (is_blank(text)) missing.push_back(std::move(name));
    };
    for (const auto& child : referral.children) {
        const std::string ref{child.ref.text()};
        wants(child.who, ref + "-who");
        wants(child.now, ref + "-now");
    }
    const auto& words = referral.words;
    wants(words.concern, "concern");
    wants(words.immediacy, "immediacy");
    wants(words.parents, "parents");
    wants(words.asked, "asked");
    wants(words.caller, "caller");
    wants(words.basis, "basis");
    if (missing.empty()) return Done{};
    return fail(
        ReferralRefusal{ReferralRefused::not_said, missing.front(), {missing.begin() + 1, missing.end()}});
}

DecidedReferral decided(const Referral& referral, const SendReferral& send)
{
    if (referral.history.empty()) return referral_refused(ReferralRefused::not_there);
    if (referral.state != ReferralState::draft) return referral_refused(ReferralRefused::not_a_draft);
    SL_TRY(is_what_they_saw(referral, send.seen));
    SL_TRY(are_in_case(referral, send.in_case));
    SL_TRY(is_complete(referral));
    const bool is_told = send.notice == NoticeNeeded::yes;
    if (is_told && send.notice_confirmed != Answer::yes)
        return referral_refused(ReferralRefused::police_notice_first, "notice");
    // What the case is about may have become known since it was begun.
    const auto to = received_by(referral.to, send.about);
    SL_TRY(somebody_reads(to, send.lado));
    ReferralEvents events{ReferralSent{referral.id, referral.reference, send.at, send.by, send.by_name,
                                       send.from, to, referral.words, send.route, send.edition,
                                       is_told ? PoliceNotice::shown_and_confirmed : PoliceNotice::not_needed,
                                       send.features, send.answer_by, send.managers_at}};
    for (const auto& child : referral.children) events.emplace_back(ReferralChildSent{child});
    return events;
}

DecidedReferral decided(const Referral& referral, const DiscardReferral& discard)
{
    if (referral.history.empty()) return referral_refused(ReferralRefused::not_there);
    if (referral.state != ReferralState::draft) return referral_refused(ReferralRefused::not_a_draft);
    SL_TRY(is_said(discard.why, "words"));
    if (!fits_account(discard.why)) return referral_refused(ReferralRefused::text_too_long, "words");
    StepSaid said{};
    said.kind = StepKind::withdrawn;
    said.words = discard.why;
    return ReferralEvents{ReferralStep{referral.number() + 1,
                                       discard.at,
                                       discard.by,
                                       discard.by_name,
                                       Side::sender,
                                       std::move(said),
                                       {},
                                       {}}};
}

/// Step by step; the same again, or over the head of one, only with a reason that is kept.
Result<Done, ReferralRefusal> is_in_order(const Referral& referral, const TakeStep& step)
{
    switch (climb(referral, step.ladder, step.said.rung)) {
        case Climb::next:
            return Done{};
        case Climb::again:
        case Climb::skipping:
            return is_said(step.said.out_of_order, "out_of_order");
        case Climb::back:
            return referral_refused(ReferralRefused::step_back, "rung");
        case Climb::not_on_it:
            return referral_refused(ReferralRefused::not_on_the_ladder, "rung");
    }
    return referral_refused(ReferralRefused::not_on_the_ladder, "rung");
}

/// By the other side; or by whoever raised it, who ends it.
Result<Done, ReferralRefusal> may_be_answered(const Referral& referral, const TakeStep& step)
{
    const auto& open = referral.disagreement;
    if (!open) return referral_refused(ReferralRefused::no_disagreement);
    const bool is_own = open->raised_by == step.side;
    const auto end = may_end(referral, step.ladder, step.side, step.at);
    if (is_own && !end.accept && !end.settle) return referral_refused(ReferralRefused::no_disagreement);
    if (step.said.agreed == Answer::unknown) return referral_refused(ReferralRefused::not_said, "agreed");
    if (!is_own) return Done{};
    if (step.said.agreed == Answer::yes && !end.accept)
        return referral_refused(ReferralRefused::no_disagreement);
    if (step.said.agreed == Answer::no && !end.settle)
        return referral_refused(ReferralRefused::higher_step, "agreed");
    return Done{};
}

Result<Done, ReferralRefusal> disagreement_may_go_on(const Referral& referral, const TakeStep& step)
{
    const auto& open = referral.disagreement;
    if (step.said.kind == StepKind::disagreement_raised) {
        SL_TRY(is_said(step.said.rung, "rung"));
        if (!may_go_up(referral, step.at)) return referral_refused(ReferralRefused::disagreement_open);
        SL_TRY(is_in_order(referral, step));
    }
    if (step.said.kind == StepKind::disagreement_answered) SL_TRY(may_be_answered(referral, step));
    if (step.said.kind == StepKind::closed && open)
        return referral_refused(ReferralRefused::disagreement_open);
    return Done{};
}

/// A meeting is told as the case has it; an action is answered by whoever was told that it is theirs.
Result<Done, ReferralRefusal> meeting_is_whole(const Referral& referral, const StepSaid& said)
{
    if (said.kind == StepKind::meeting_told) {
        if (!said.meeting || !attendees_in(said.meeting->attended))
            return referral_refused(ReferralRefused::not_said, "meeting");
        SL_TRY(texts_fit(*said.meeting));
        if (!fits_account(said.meeting->when.words))
            return referral_refused(ReferralRefused::text_too_long, "meeting");
        for (const auto& action : said.meeting->actions) SL_TRY(texts_fit(action));
    }
    if (said.kind != StepKind::action_answered) return Done{};
    if (!said.action) return referral_refused(ReferralRefused::not_said, "action");
    const auto told = actions_told(referral);
    if (std::ranges::find(told, said.action->number, &ActionTold::number) == told.end())
        return referral_refused(ReferralRefused::no_such_action, "action");
    return Done{};
}

/// Each child of it once, and an outcome only of a crime.
Result<Done, ReferralRefusal> police_are_whole(const Referral& referral, const PoliceRecorded& police)
{
    std::set<CaseRef> said_of;
    for (const auto& child : police.recorded_as.value_or(std::vector<ChildRecordedAs>{})) {
        if (std::ranges::find(referral.children, child.ref, &ReferredChild::ref) == referral.children.end())
            return referral_refused(ReferralRefused::no_child, "recorded_as");
        if (auto fit = texts_fit(child); !fit)
            return referral_refused(fit.error().why, fit.error().about + "-" + std::string{child.ref.text()});
        if (!said_of.insert(child.ref).second)
            return referral_refused(ReferralRefused::two_things_said, "recorded_as");
    }
    if (police.crime_recorded == Answer::no) SL_TRY(is_said(police.why_not, "why_not"));
    switch (fault_of_outcome(police.crime_recorded, police.outcome, police.outcome_on)) {
        case OutcomeFault::of_no_crime:
            return referral_refused(ReferralRefused::two_things_said, "outcome");
        case OutcomeFault::not_said:
            return referral_refused(ReferralRefused::not_said, "outcome");
        case OutcomeFault::none:
            return Done{};
    }
    throw_bug("an outcome has a fault without words");
}

/// What the receiver had redirected is theirs after all.
bool takes_back(const Referral& referral, StepKind kind)
{
    return kind == StepKind::received && referral.state == ReferralState::redirected;
}

Result<Done, ReferralRefusal> is_whole(const Referral& referral, const TakeStep& step)
{
    const auto& said = step.said;
    SL_TRY(texts_fit(said));
    if (said.police) SL_TRY(texts_fit(*said.police));
    if (said.to) SL_TRY(texts_fit(*said.to));
    // That it was received says all; of everything else somebody wants to know why, or what.
    const bool may_be_silent = (said.kind == StepKind::received && !takes_back(referral, said.kind)) ||
                               said.kind == StepKind::police_recorded || said.kind == StepKind::meeting_told;
    if (!may_be_silent) SL_TRY(is_said(said.words, "words"));
    SL_TRY(meeting_is_whole(referral, said));
    if (said.kind == StepKind::decided && !said.decided_as)
        return referral_refused(ReferralRefused::not_said, "decided_as");
    const bool goes_elsewhere = said.kind == StepKind::redirected || said.kind == StepKind::sent_on;
    if (goes_elsewhere && (!said.to || is_blank(said.to->name)))
        return referral_refused(ReferralRefused::not_said, "to");
    if (said.kind != StepKind::police_recorded) return Done{};
    if (referral.to.kind != AgencyKind::police) return referral_refused(ReferralRefused::not_the_police);
    if (!said.police) return referral_refused(ReferralRefused::not_said, "crime_recorded");
    return police_are_whole(referral, *said.police);
}

/// Where somebody else is waited for from now on, or the same for something new.
bool begins_clock(const Referral& referral, StepKind kind)
{
    return kind == StepKind::more_asked || kind == StepKind::more_answered || kind == StepKind::redirected ||
           takes_back(referral, kind);
}

DecidedReferral decided(const Referral& referral, const TakeStep& step)
{
    if (referral.history.empty()) return referral_refused(ReferralRefused::not_there);
    // Before it is sent there is no other side.
    if (!referral.sent) return referral_refused(ReferralRefused::not_now);
    if (step.side == Side::program || move_for(referral.state, step.said.kind, step.side) == nullptr)
        return referral_refused(ReferralRefused::not_now);
    // Somebody else has it by now.
    if (takes_back(referral, step.said.kind) && is_sent_on(referral))
        return referral_refused(ReferralRefused::not_now);
    if (!fits_line(step.by_name)) return referral_refused(ReferralRefused::text_too_long, "who");
    SL_TRY(is_whole(referral, step));
    SL_TRY(disagreement_may_go_on(referral, step));
    ReferralStep taken{referral.number() + 1, step.at, step.by, step.by_name, step.side, step.said, {}, {}};
    if (begins_clock(referral, step.said.kind)) {
        taken.answer_by = step.answer_by;
        taken.managers_at = step.managers_at;
    }
    if (step.said.kind == StepKind::disagreement_raised) taken.answer_by = step.rung_answer_by;
    // An answer is to the step of the ladder that stands, whatever its form says.
    if (step.said.kind == StepKind::disagreement_answered) taken.said.rung = referral.disagreement->rung;
    return sealed_apart(std::move(taken));
}

DecidedReferral decided(const Referral& referral, const NoticeSilence& notice)
{
    const auto how_loud = alarm(referral, notice.at);
    StepSaid said{};
    if (how_loud == Alarm::managers && !referral.managers_told)
        said.kind = StepKind::managers_told;
    else if (how_loud == Alarm::sender && !referral.silence_noticed)
        said.kind = StepKind::silence_noticed;
    else
        return ReferralEvents{};
    if (move_for(referral.state, said.kind, Side::program) == nullptr) return ReferralEvents{};
    return ReferralEvents{ReferralStep{
        referral.number() + 1, notice.at, PersonId{""}, {}, Side::program, std::move(said), {}, {}}};
}

DecidedReferral decided(const Referral& referral, const SettleReaders& settle)
{
    if (!referral.sent) return referral_refused(ReferralRefused::not_there);
    SL_TRY(may_settle(referral, settle.change));
    return std::visit([](const auto& change) { return ReferralEvents{change}; }, settle.change);
}

DecidedReferral decided(const Referral& referral, const ReadAfterEnd& read)
{
    // What came between the reading and this is read the next time.
    const int number = std::min(read.number, referral.number());
    if (unread_after_end(referral) == 0 || number <= referral.read_to) return ReferralEvents{};
    return ReferralEvents{ReferralReadAfterEnd{read.by, number}};
}

}  // namespace

Agency received_by(Agency to, AboutStaff about)
{
    if (to.kind != AgencyKind::local_authority || about != AboutStaff::yes) return to;
    to.kind = AgencyKind::lado;
    return to;
}

DecidedReferral decide(const Referral& referral, const ReferralCommand& command)
{
    return std::visit([&referral](const auto& one) { return decided(referral, one); }, command);
}

}  // namespace safelead::record
