#include "support/every_record_event.h"

namespace safelead::tests {

using namespace record;

std::vector<ReferralEvent> every_referral_event()
{
    const PersonId lead{"lead-1"};
    const EventTime called{"in the break", std::nullopt, parse_instant("2026-11-23T10:40:00Z")};
    const Agency school{OrganisationId{"school-1"}, "Hill School", AgencyKind::school};
    const Agency police{OrganisationId{"police-1"}, "Safer Schools Team", AgencyKind::police};
    const Agency elsewhere{OrganisationId{""}, "Another authority", AgencyKind::social_care};
    const ReferralWords words{"An image was shared.",
                              "Today.",
                              "C2: \"They said so.\"",
                              "A brother.",
                              "A mentor.",
                              Answer::yes,
                              "They agree.",
                              "Same form.",
                              "Two know of it.",
                              "Not known.",
                              "One telephone.",
                              "Nobody.",
                              "Please assess.",
                              "The lead, 0113 496 0101",
                              "Nobody else.",
                              called,
                              "Public task."};
    const ReferredChild child{CaseRef{"A"},
                              "Jo Marsh, born 2013-01-02",
                              "At home, Leeds",
                              "Hill School, Year 8",
                              "In the image",
                              "In lessons",
                              "\"I want it gone.\"",
                              "None known",
                              "A mentor"};
    const auto at = *parse_instant("2026-11-23T11:00:00Z");
    const auto due = *parse_instant("2026-11-24T16:30:00Z");
    const auto managers = *parse_instant("2026-11-25T16:30:00Z");
    StepSaid decided{};
    decided.kind = StepKind::decided;
    decided.words = "Early help will ring.";
    decided.decided_as = DecidedAs::other_services;
    StepSaid redirected{};
    redirected.kind = StepKind::redirected;
    redirected.words = "They live there.";
    redirected.to = elsewhere;
    StepSaid sent_on{};
    sent_on.kind = StepKind::sent_on;
    sent_on.words = "Sent to them as another referral.";
    sent_on.to = elsewhere;
    StepSaid recorded{};
    recorded.kind = StepKind::police_recorded;
    recorded.police = PoliceRecorded{
        Answer::yes,       "",          "13/1", "PC 12", "A: person involved", "21", parse_date("2026-12-01"),
        "By the officer.", "By letter."};
    auto recorded_each = recorded;
    recorded_each.police->people = "";
    recorded_each.police->recorded_as = {{CaseRef{"A"}, RecordedAs::person_involved}};
    StepSaid raised{};
    raised.kind = StepKind::disagreement_raised;
    raised.words = "Please look again.";
    raised.rung = "direct";
    raised.with = "the lead and the social worker";
    raised.agreed = Answer::no;
    auto again = raised;
    again.out_of_order = "They were away.";
    StepSaid told{};
    told.kind = StepKind::meeting_told;
    told.meeting = MeetingTold{1,
                               {"", parse_date("2026-11-24"), std::nullopt},
                               "Sam Vane, social care\nAnn Lead, Hill School",
                               {{2, "Visit the family.", parse_date("2026-11-27")}, {3, "Ring.", {}}}};
    StepSaid came{};
    came.kind = StepKind::action_answered;
    came.words = "They went today.";
    came.action = ActionReply{2, ActionCame::done};
    const auto step = [&](int number, Side side, StepSaid said) {
        return ReferralStep{number, at, PersonId{"worker-1"}, "Sam Vane", side, std::move(said), {}, {}};
    };
    auto asked = step(2, Side::receiver,
                      {StepKind::more_asked, "Who is at home?", {}, {}, {}, {}, {}, Answer::unknown});
    asked.answer_by = due;
    asked.managers_at = managers;
    const auto begun_to = [&](AgencyKind kind) {
        return ReferralBegun{ReferralId{"referral-2"}, Reference{"R-7K3M-9QXE"},          lead,
                             CaseId{"case-1"},         {OrganisationId{""}, "Who", kind}, ReferralId{""}};
    };
    return {
        ReferralBegun{ReferralId{"referral-1"}, Reference{"R-7K3M-9QXD"}, lead, CaseId{"case-1"}, police,
                      ReferralId{"referral-0"}},
        ReferralWritten{lead, words},
        ReferralChildWritten{lead, child},
        ReferralChildLeftOut{lead, CaseRef{"B"}},
        ReferralSent{ReferralId{"referral-1"},
                     Reference{"R-7K3M-9QXD"},
                     at,
                     lead,
                     "Ann Lead",
                     school,
                     police,
                     words,
                     "CONSULT",
                     "ukcis-2024",
                     PoliceNotice::shown_and_confirmed,
                     {{"profit", Answer::no, "Was there profit? No"}},
                     due,
                     managers},
        ReferralChildSent{child},
        asked,
        step(3, Side::receiver, decided),
        step(4, Side::receiver, redirected),
        step(5, Side::receiver, recorded),
        step(6, Side::sender, raised),
        PersonKeptOut{PersonId{"officer-1"}, PersonId{"officer-2"}, TooNear::own_child, "They said so."},
        PersonLetBackIn{PersonId{"officer-1"}, PersonId{"officer-2"}, "It was another child."},
        ReferralLocked{PersonId{"officer-1"}, PersonId{"officer-3"}, "Somebody close to it works here."},
        ReaderNamed{PersonId{"officer-1"}, PersonId{"officer-4"}, "They stand in."},
        ReferralUnlocked{PersonId{"officer-3"}, "It is known to all."},
        ReadersLookedAt{PersonId{"officer-3"}, "It was right."},
        step(7, Side::sender, again),
        step(8, Side::sender, told),
        step(9, Side::receiver, came),
        step(10, Side::receiver, recorded_each),
        ReferralChildRecorded{5, {CaseRef{"A"}, RecordedAs::suspect}},
        begun_to(AgencyKind::local_authority),
        begun_to(AgencyKind::lado),
        begun_to(AgencyKind::other),
        step(11, Side::sender, sent_on),
        ReferralChildRecorded{5, {CaseRef{"A"}, RecordedAs::witness, "By the officer.", "By letter."}},
        ReferralReadAfterEnd{lead, 10},
    };
}

}  // namespace safelead::tests
