#include "support/every_record_event.h"

#include "support/case_builders.h"

namespace safelead::tests {

using namespace record;

namespace {

const EventTime when{"Tuesday after lunch", on("2026-11-17"), at("2026-11-17T13:05:00Z")};

decision::Advice advice()
{
    using namespace guidance;
    return {EditionId{"made-up-2024"},
            {OverlayId{"mandatory-reporting"}},
            Code{"SHARE_OTHERS"},
            Code{"CONSULT"},
            Code{"DUTY_AND_ADVICE"},
            {Code{"C2"}},
            {Code{"X2"}},
            {Code{"vulnerability"}},
            {FactId{"grooming"}},
            {Code{"LADO"}},
            {FactId{"coercion"}, FactId{"subject_age"}},
            {{Code{"SHARE_OTHERS"}, RuleId{"category.9"}, "a made-up guide, first, 1", Standing::guidance},
             {Code{"X2"}, RuleId{"safety.2"}, "our reading, first, 2", Standing::project_rule}}};
}

}  // namespace

std::vector<ChildEvent> every_child_event()
{
    return {
        ChildAdded{ChildId{"child-1"},
                   lead,
                   ChildKnownBy::case_work,
                   {"Sam", "Reed", "Jo", on("2011-05-02"), "A000000000001", "10", "Fernside School"}},
        ChildCorrected{head, {"", "Read", "", {}, "", "", ""}, "Spelling: \"Read\""},
        ChildrenLinked{lead, ChildId{"child-2"}, Tie::half_or_step_siblings, "Their mother"},
        ChildrenUnlinked{lead, ChildId{"child-2"}, "Another family of that name."},
        RecordsJoined{lead, ChildId{"child-3"}, "The same UPN; the office checked."},
        RecordsParted{lead, ChildId{"child-3"}, "Two pupils."},
        MainFileNoted{lead, "The other system", "MF-12", "Cabinet in the lead's office"},
        HomeAuthorityNoted{lead, "leeds", "Leeds", "The school's list"},
        CharacteristicsRecorded{lead, Sex::prefers_not_to_say, Ethnicity::mixed, SpecialNeeds::plan,
                                "The school's list"},
        RecordGiven{1,
                    lead,
                    GivenFor::transfer,
                    GivenPart::whole,
                    "The lead of the next school",
                    "They have moved.",
                    120,
                    3,
                    {"101-4-5"},
                    118},
    };
}

std::vector<ConcernEvent> every_concern_event()
{
    return {
        ConcernReported{ConcernId{"concern-1"},
                        Reference{"C-7K3M-9QXD"},
                        teacher,
                        {ChildId{"child-1"}, ChildId{"child-2"}},
                        "\"A picture of me went round.\"\n\tŁucja said so.",
                        when,
                        "in the library",
                        Answer::yes,
                        "with the nurse",
                        StaffInvolved::lead_and_head,
                        {lead, head},
                        Answer::no,
                        StaffExposure::authorised_viewing,
                        RoutedTo::chair},
        ConcernRead{lead},
        ConcernEscalated{head, "Nobody had read it."},
        ConcernTakenIntoCase{lead, CaseId{"case-1"}},
        ConcernKeptWithoutCase{lead, "It was a holiday picture."},
        StillWorried{teacher, "It went on."},
        ConcernSentBySystem{teacher, "The \"register\"", "token-1"},
    };
}

std::vector<ConversationEvent> every_conversation_event()
{
    return {
        ConversationStarted{ConversationId{"conversation-1"}, Reference{"T-7K3M-9QXD"},
                            "Something was shared and I am worried.", StaffInvolved::lead, RoutedTo::head},
        YoungPersonWrote{"It is still on the group."},
        ConversationRead{lead},
        ConversationAnswered{lead, "Thank you for telling us."},
        NameGiven{NameAgreement::may_open},
        NameAskedFor{lead, "So that we can find you."},
        NameAnswered{Answer::no},
        NameOpened{lead, NameBasis::danger, "You wrote that you are not safe tonight."},
        NameOpeningReviewed{1, head, OpeningFound::not_right, "We could have asked first."},
        ConversationBecameConcern{lead, ConcernId{"concern-1"}},
        ConversationEnded{head, "We are here if you need us."},
    };
}

std::vector<NameEvent> every_name_event()
{
    return {NameLeft{"Jo Marsh, 8B"}};
}

std::vector<CaseEvent> every_case_event()
{
    return {
        CaseOpened{CaseId{"case-1"},
                   Reference{"C-7K3M-9QXD"},
                   lead,
                   {ConcernId{"concern-1"}},
                   on("2026-11-17"),
                   "made-up-2024"},
        ConcernJoined{lead, ConcernId{"concern-2"}},
        PersonAdded{lead, CaseRef{"A"}, ChildId{"child-1"}, "a pupil"},
        PersonAdded{lead, CaseRef{"B"}, std::nullopt, "somebody met online"},
        PersonDescribed{
            lead, CaseRef{"A"}, {"subject", "creator"}, on("2026-11-16"), 15, 14, "known", "this_school"},
        PersonDescribed{lead, CaseRef{"B"}, {}, std::nullopt, std::nullopt, std::nullopt, "unknown", "none"},
        PersonTakenOut{lead, CaseRef{"B"}, "It was somebody else."},
        FactsAnswered{lead, {{"coercion", "alleged"}, {"medium", "image"}}, "the form tutor"},
        AdviceGiven{AdviceUnder::newest, "00ff", advice()},
        Consulted{lead, "Duty and Advice", "a duty worker", "telephone", when, "Manage in school."},
        DecisionMade{1,
                     lead,
                     "CONSULT",
                     "SCHOOL_MANAGE",
                     "Both families are working with us.",
                     Answer::yes,
                     Answer::no,
                     {{"grooming", "There is no online contact."}},
                     true},
        DecisionSignedOff{1, head, RecordedCall{"R. Hart", "trust lead", when, "Agreed."}},
        SignOffRefused{1, head, "I want advice on this."},
        ReferralMade{lead, "Duty and Advice", "telephone", when, "What was reported.", "a duty worker",
                     "R-1"},
        GivenBack{lead, "Duty and Advice", "a team manager", when, "Support is in place."},
        TaskSet{TaskId{"task-1"}, "ring-999", "Ring 999.", "dsl", at("2026-11-17T13:10:00Z"),
                "a made-up guide, first, 1", guidance::Standing::project_rule},
        TaskDone{TaskId{"task-1"}, lead, "Done at once."},
        TaskDropped{TaskId{"task-2"}, lead, "Not called for any more."},
        NoteAdded{lead, {"", std::nullopt, std::nullopt}, "A parent rang."},
        CaseClosed{lead, "SCHOOL_MANAGE", "The plan is done."},
        PersonKeptOut{lead, head, TooNear::family_or_friend, "They are neighbours."},
        PersonLetBackIn{lead, head, "They have moved."},
        CaseLocked{lead, head, "Somebody close to it works here."},
        ReaderNamed{lead, teacher, "They stand in for the head."},
        CaseUnlocked{head, "It is known to all now."},
        OpenedByForce{OpeningId{"opening-1"}, head, "A child is not home and nobody answers.",
                      at("2026-11-18T01:05:00Z")},
        OpeningEnded{OpeningId{"opening-1"}},
        ReferralLinkMade{lead, "R-7K3M-9QXD", "a duty worker", at("2026-11-20T13:05:00Z")},
        ReferralLinkOpened{"R-7K3M-9QXD", "a duty worker"},
        ReferralLinkRevoked{lead, "R-7K3M-9QXD", "It went to the wrong person."},
        InformationShared{lead, Sharing::shared, "Another school", "their lead", when, "That they are safe.",
                          LawfulBasis::public_task, "Their sibling goes there.", Answer::no,
                          "The police asked us to wait."},
        AdviceWithoutNames{lead, AdviserKind::lado, "a duty officer", when,
                           "A member of staff and a pupil of 13.", "Refer today."},
        StrategyMeetingHeld{1, lead, when, "a team manager", "Police, health, school", "Housing",
                            "What each knew.", "A joint visit."},
        ActionAgreed{1, lead, "Social care", "a social worker", "Visit the family.", on("2026-11-20")},
        ActionAnswered{1, lead, when, ActionCame::partly, "Nobody was at home."},
        CaseReopened{lead, "It was shared again."},
        ReviewMeetingCalled{lead, when, "The form tutor and the head.", "The head was away."},
        ReviewMeetingHeld{
            lead,
            when,
            "The lead, the head, the form tutor.",
            {{"immediate_risk", Answer::no, "Both are at home."}, {"refer", Answer::unknown, ""}},
            {{"C2", "\"They said they would tell everyone.\""}}},
        OwnTaskSet{TaskId{"task-3"}, lead, "Ring the other school.", head, Clock::real, 4,
                   at("2026-11-17T17:05:00Z")},
        TaskGiven{TaskId{"task-3"}, lead, head, "The lead is away."},
        CaseHandedOver{lead, head, "The lead leaves at Christmas."},
        ViewingRecorded{1,
                        lead,
                        CaseRef{"A"},
                        lead,
                        "safeguarding lead",
                        head,
                        {"before noon", std::nullopt, std::nullopt},
                        teacher,
                        "the head's office",
                        Answer::no,
                        "Nobody else was there.",
                        ViewingGround::needed_to_report,
                        "The site asked for its address.",
                        Answer::no,
                        when,
                        "one minute",
                        "It was reported to the site.",
                        Answer::yes},
        ViewingSigned{1, head, SignsAs::approver, "the head's safe"},
        DeviceTaken{1, lead, CaseRef{"A"}, "a black telephone", "on, locked", "the head", when,
                    "It was handed over.", "Data off, powered down.", "the office safe"},
        DeviceMoved{1, lead, CaseRef{"A"}, when, DeviceWent::to_police, "the head", "an officer", "1234",
                    "by e-mail on Tuesday"},
        RemovalAsked{lead, CaseRef{"A"}, when, RemovalBy::platform, "the lead", "a photo app",
                     "It was taken down.", "an officer, in writing"},
        DeletionAsked{1, lead, CaseRef{"B"}, when, "the lead", "telephone and cloud", on("2026-11-18"),
                      Answer::yes, "It was used.", "an officer, by e-mail"},
        DeletionAnswered{1, lead, CaseRef{"B"}, when, DeletionAnswer::partly, "\"Not the cloud yet.\"",
                         "Ask again tomorrow.", "the same officer"},
        FamilyTold{lead, CaseRef{"A"}, "mother", "the lead", when, "by telephone", "What was reported.",
                   "She wants to help."},
        FamilyNotTold{lead, CaseRef{"B"}, "father", WhyNotTold::police_ask_to_wait,
                      "The officer asked for a day.", "an officer", when, 12},
        ConversationHeld{lead, CaseRef{"A"}, "the child", when, "the library", "the form tutor",
                         "\"I want it gone.\"", "Tired, and glad to talk.", "We talk again tomorrow."},
        SupportPlanMade{1, lead, CaseRef{"A"}, "At home with a parent tonight.", "the form tutor",
                        "Another class for now.", "A mentor each week.", "Asked for.", "None needed.",
                        "\"To stay in the team.\""},
        SupportPlanReviewed{1, lead, CaseRef{"A"}, ReviewWeek::fourth, when, "Better.",
                            "Back in the old class."},
        EntryCorrected{lead, 7, "Tuesday", "Wednesday", "The register shows it."},
        AssessmentAnswered{
            lead,
            {{"R6", {"dared", "pressured"}, "\"They kept asking.\""}, {"R23", {}, "In the same form."}},
            "the child"},
        NeedsAnswered{lead,
                      CaseRef{"A"},
                      {{"named_adult", NeedState::accepted, "The form tutor."},
                       {"specialist_support", NeedState::declined, "Not yet, the child says."}}},
        AgencyAnswered{lead, "Duty and Advice", "a team manager", when, AgencyAnswer::no_further_action,
                       "The school has a plan."},
        SomethingNew{lead, NewThing::image_again, CaseRef{"A"}, when, "It was seen in another group.",
                     "a parent"},
        ImpactNoted{lead, CaseRef{"A"}, ImpactOn::attendance, when, "Stayed at home for two days.",
                    "Form tutor"},
        CasesLinked{lead, "L-7K3M-9QXD", WhyLinked::same_group, "The same chat."},
        CasesUnlinked{lead, "L-7K3M-9QXD", "Another chat."},
        TaskPassedUp{TaskId{"task-3"}, head, "Nobody had done it when it was due."},
        Consulted{lead, "Safer Schools", "PC 12", "telephone", when, "Record it.", AgencyKind::police,
                  PoliceNotice::told_before},
        ReferralMade{lead, "The police", "telephone", when, "What was reported.", "PC 12", "13/1",
                     AgencyKind::police, PoliceNotice::shown_and_confirmed},
        ReferralMade{lead, "Duty and Advice", "telephone", when, "What was reported.", "a duty worker", "R-1",
                     AgencyKind::social_care},
        PoliceSaid{lead, CaseRef{"A"}, when, "PC 12", Answer::yes, "", "13/1", RecordedAs::person_involved,
                   "21", on("2026-12-01"), "By the officer.", "By letter.", "They ring again."},
        BasisGiven{lead, 7, LawfulBasis::public_task, "A child was at risk."},
    };
}

}  // namespace safelead::tests
