// What holds of a referral whatever either side does, in whatever order, and however late the copies are
// made.

#include "exchange/referral_events.h"
#include "record/referral.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace safelead {
namespace {

using namespace record;

int up_to(int most)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most + 1));
}

std::string some_words()
{
    return *rc::gen::element<std::string>("", " ", "words", "more words");
}

const Agency school{OrganisationId{"school"}, "School", AgencyKind::school};

BeginReferral beginning(AgencyKind to)
{
    ReferralWords words{};
    words.concern = words.immediacy = words.parents = words.asked = words.caller = words.basis = "said";
    return {ReferralId{"r"},
            Reference{"R"},
            PersonId{"lead"},
            CaseId{"case"},
            {OrganisationId{"agency"}, "Agency", to},
            {},
            words,
            {{CaseRef{"A"}, "Jo", "", "", "", "at school", "", "", ""},
             {CaseRef{"B"}, "Al", "", "", "", "at home", "", "", ""}}};
}

Instant minute(int number)
{
    return Instant{std::chrono::minutes{number}};
}

MeetingTold any_meeting()
{
    MeetingTold told{up_to(2), {some_words(), {}, {}}, some_words(), {}};
    for (int number = 0; number < up_to(2); ++number) told.actions.push_back({number + 1, some_words(), {}});
    return told;
}

StepSaid any_said()
{
    StepSaid said{};
    said.kind = static_cast<StepKind>(up_to(15));
    said.words = some_words();
    if (up_to(1) == 0) said.decided_as = static_cast<DecidedAs>(up_to(7));
    if (up_to(1) == 0) said.to = Agency{OrganisationId{""}, some_words(), AgencyKind::other};
    if (up_to(1) == 0) {
        said.police = PoliceRecorded{};
        said.police->crime_recorded = static_cast<Answer>(up_to(2));
        said.police->why_not = some_words();
        if (up_to(1) == 0)
            said.police->recorded_as = {{CaseRef{up_to(1) == 0 ? "A" : "Z"},
                                         static_cast<RecordedAs>(up_to(3)), some_words(), some_words()}};
    }
    if (up_to(1) == 0) said.meeting = any_meeting();
    if (up_to(1) == 0) said.action = ActionReply{up_to(2), static_cast<ActionCame>(up_to(2))};
    said.rung = some_words();
    said.agreed = static_cast<Answer>(up_to(2));
    said.out_of_order = some_words();
    return said;
}

ReferralCommand any_command(int now)
{
    if (up_to(4) == 0) return NoticeSilence{minute(now)};
    return TakeStep{PersonId{"somebody"},
                    "Somebody",
                    static_cast<Side>(up_to(2)),
                    minute(now),
                    any_said(),
                    minute(now + up_to(30)),
                    minute(now + 30 + up_to(30)),
                    {},
                    {"words", "more words"}};
}

/// One organisation's copy.
class SideOf {
public:
    void keep(const std::vector<ReferralEvent>& events)
    {
        for (const auto& event : events) {
            ++position_;
            now = evolve(std::move(now), {position_, minute(static_cast<int>(position_)),
                                          std::make_shared<const ReferralEvent>(event)});
        }
    }

    Referral now;

private:
    std::uint64_t position_ = 0;
};

struct Both {
    SideOf sender;
    SideOf receiver;
};

/// Sent, and then so many steps are tried; `check` is called after each that was taken.
template <class Check>
void go_anywhere(const Check& check)
{
    Both both;
    const auto kind = up_to(1) == 0 ? AgencyKind::police : AgencyKind::social_care;
    both.sender.keep(decide(both.sender.now, beginning(kind)).value());
    both.sender.keep(decide(both.sender.now, SendReferral{PersonId{"lead"},
                                                          "Lead",
                                                          school,
                                                          minute(1),
                                                          "CONSULT",
                                                          "ukcis-2024",
                                                          NoticeNeeded::yes,
                                                          Answer::yes,
                                                          {},
                                                          minute(20),
                                                          minute(40),
                                                          AboutStaff::not_said,
                                                          LadoThere::yes,
                                                          std::nullopt,
                                                          {CaseRef{"A"}, CaseRef{"B"}}})
                         .value());
    both.receiver.keep(missing_in(both.receiver.now, both.sender.now));
    int minutes = 2;
    for (int left = up_to(60); left > 0; --left) {
        minutes += up_to(10);
        const auto command = any_command(minutes);
        const auto before = both.receiver.now;
        const auto events = decide(before, command);
        if (!events || events->empty()) continue;
        both.receiver.keep(*events);
        check(before, command, both);
        if (up_to(2) == 0) both.sender.keep(missing_in(both.sender.now, both.receiver.now));
    }
    both.sender.keep(missing_in(both.sender.now, both.receiver.now));
    check(both.receiver.now, NoticeSilence{minute(0)}, both);
    RC_ASSERT(both.sender.now.number() == both.receiver.now.number());
}

bool is_there(const Move& move, ReferralState from, ReferralState to, StepKind kind)
{
    const bool leads = move.to ? *move.to == to : from == to;
    return move.kind == kind && leads && std::ranges::find(move.from, from) != move.from.end();
}

RC_GTEST_PROP(Referral, MovesOnlyAsTheTableAllows, ())
{
    go_anywhere([](const Referral& before, const ReferralCommand&, const Both& both) {
        const auto& after = both.receiver.now;
        if (after.steps.size() == before.steps.size()) return;
        const auto& step = after.steps.back();
        RC_ASSERT(step.number == before.number() + 1);
        RC_ASSERT(std::ranges::any_of(moves(), [&](const Move& move) {
            return move.side == step.side && is_there(move, before.state, after.state, step.said.kind);
        }));
    });
}

RC_GTEST_PROP(Referral, IsOnBothSidesTheSameAsFarAsItWasCopied, ())
{
    go_anywhere([](const Referral&, const ReferralCommand&, const Both& both) {
        const auto& copy = both.sender.now;
        const auto& whole = both.receiver.now;
        RC_ASSERT(copy.sent == whole.sent);
        RC_ASSERT(copy.children == whole.children);
        RC_ASSERT(copy.steps.size() <= whole.steps.size());
        RC_ASSERT(std::equal(copy.steps.begin(), copy.steps.end(), whole.steps.begin()));
        if (copy.steps.size() != whole.steps.size()) return;
        RC_ASSERT(copy.state == whole.state);
        RC_ASSERT(copy.answer_by == whole.answer_by);
        RC_ASSERT(missing_in(copy, whole).empty());
    });
}

RC_GTEST_PROP(Referral, NoticesOneSilenceOnceForEachSide, ())
{
    go_anywhere([](const Referral& before, const ReferralCommand& command, const Both& both) {
        const auto* notice = std::get_if<NoticeSilence>(&command);
        if (notice == nullptr || both.receiver.now.steps.size() == before.steps.size()) return;
        RC_ASSERT(alarm(before, notice->at) != Alarm::none);
        RC_ASSERT(decide(both.receiver.now, *notice).value().empty());
    });
}

RC_GTEST_PROP(Referral, IsNotClosedWhileTheTwoDisagree, ())
{
    go_anywhere([](const Referral& before, const ReferralCommand&, const Both& both) {
        if (before.state != ReferralState::closed && both.receiver.now.state == ReferralState::closed)
            RC_ASSERT(!before.disagreement.has_value());
    });
}

RC_GTEST_PROP(Referral, IsTheSameWhenReadBackFromItsBytes, ())
{
    go_anywhere([](const Referral&, const ReferralCommand&, const Both& both) {
        for (const auto& happened : both.receiver.now.history)
            RC_ASSERT(exchange::referral_event(exchange::to_event_bytes(*happened.event)).value() ==
                      *happened.event);
    });
}

}  // namespace
}  // namespace safelead
