#include "record/referral.h"

#include "record/answered_referral.h"
#include "record/referral_draft.h"
#include "record/text_limits.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

Instant hour(int number)
{
    return Instant{std::chrono::hours{number}};
}

ReferralWords said_words()
{
    ReferralWords words{};
    words.concern = words.immediacy = words.parents = words.asked = words.caller = words.basis = "said";
    return words;
}

class ReferralRecord : public testing::Test {
protected:
    Result<std::vector<ReferralEvent>, ReferralRefusal> ask(const ReferralCommand& command)
    {
        auto events = decide(now, command);
        if (events)
            for (const auto& event : *events)
                now = evolve(std::move(now),
                             {++position, hour(0), std::make_shared<const ReferralEvent>(event)});
        return events;
    }

    void begin(AgencyKind to = AgencyKind::social_care)
    {
        ASSERT_TRUE(ask(BeginReferral{ReferralId{"r"},
                                      Reference{"R"},
                                      lead,
                                      CaseId{"c"},
                                      {OrganisationId{"o"}, "Agency", to},
                                      {},
                                      said_words(),
                                      {{CaseRef{"A"}, "Jo", "", "", "", "at school", "", "", ""}}}));
    }

    auto send(NoticeNeeded notice = NoticeNeeded::no, Answer confirmed = Answer::unknown,
              std::optional<std::uint64_t> seen = {})
    {
        return ask(SendReferral{lead,
                                "Lead",
                                {OrganisationId{"s"}, "School", AgencyKind::school},
                                hour(0),
                                "CONSULT",
                                "ukcis-2024",
                                notice,
                                confirmed,
                                {},
                                hour(24),
                                hour(48),
                                AboutStaff::not_said,
                                LadoThere::yes,
                                seen,
                                in_case});
    }

    auto step(Side side, StepKind kind, std::string words = "said", int at = 1)
    {
        StepSaid said{};
        said.kind = kind;
        said.words = std::move(words);
        said.decided_as = DecidedAs::no_further_action;
        said.to = Agency{OrganisationId{""}, "Another", AgencyKind::social_care};
        said.rung = rung;
        said.agreed = agreed;
        said.out_of_order = out_of_order;
        return ask(TakeStep{lead, "Somebody", side, hour(at), said, hour(at + 24), hour(at + 48),
                            rung_answer_by, ladder});
    }

    auto raise(std::string to, std::string why_not_next = "", Side side = Side::sender)
    {
        rung = std::move(to);
        out_of_order = std::move(why_not_next);
        return step(side, StepKind::disagreement_raised);
    }

    ReferralRefused why(const Result<std::vector<ReferralEvent>, ReferralRefusal>& asked)
    {
        return asked.error().why;
    }

    Referral now;
    std::uint64_t position = 0;
    Answer agreed = Answer::yes;
    std::string rung = "direct";
    std::vector<CaseRef> in_case{CaseRef{"A"}};
    std::string out_of_order;
    std::vector<std::string> ladder{"direct", "managers", "senior", "partnership"};
    std::optional<Instant> rung_answer_by;
    const PersonId lead{"lead"};
};

TEST_F(ReferralRecord, IsSentOnlyWhenItSaysWhatAFrontDoorNeeds)
{
    begin();
    auto words = said_words();
    words.asked = " ";
    ASSERT_TRUE(ask(WriteReferral{lead, words, now.children}));
    EXPECT_EQ(send().error(), (ReferralRefusal{ReferralRefused::not_said, "asked"}));
    ASSERT_TRUE(ask(WriteReferral{lead, said_words(), now.children}));
    EXPECT_TRUE(send());
    EXPECT_EQ(now.state, ReferralState::sent);
    EXPECT_EQ(why(send()), ReferralRefused::not_a_draft);
    EXPECT_EQ(why(ask(WriteReferral{lead, said_words(), now.children})), ReferralRefused::not_a_draft);
}

TEST_F(ReferralRecord, SaysAllThatIsMissingAtOnce)
{
    begin();
    auto words = said_words();
    words.immediacy.clear();
    words.basis = " ";
    auto child = now.children.front();
    child.now.clear();
    ASSERT_TRUE(ask(WriteReferral{lead, words, {child}}));
    EXPECT_EQ(send().error(), (ReferralRefusal{ReferralRefused::not_said, "A-now", {"immediacy", "basis"}}));
    child.needs = std::string(20'001, 'a');
    EXPECT_EQ(ask(WriteReferral{lead, words, {child}}).error(),
              (ReferralRefusal{ReferralRefused::text_too_long, "A-needs"}))
        << "which child's it is";
}

TEST_F(ReferralRecord, IsNotSentOfAChildWhoIsNotInTheCaseAnyMore)
{
    begin();
    auto children = now.children;
    children.push_back({CaseRef{"B"}, "Al", "", "", "", "at home", "", "", ""});
    ASSERT_TRUE(ask(WriteReferral{lead, said_words(), children}));
    in_case = {CaseRef{"C"}};
    EXPECT_EQ(send().error(), (ReferralRefusal{ReferralRefused::not_in_case, "A", {"B"}}));
    in_case = {CaseRef{"B"}, CaseRef{"C"}};
    EXPECT_EQ(send().error(), (ReferralRefusal{ReferralRefused::not_in_case, "A"}));
    ASSERT_TRUE(ask(WriteReferral{lead, said_words(), {children.back()}}));
    EXPECT_TRUE(send()) << "with whoever is left";
}

TEST_F(ReferralRecord, IsNeitherWrittenOverNorSentByWhoeverReadAnotherDraft)
{
    begin();
    const auto seen = now.written_at();
    auto words = said_words();
    words.asked = "Ring us before you visit.";
    ASSERT_TRUE(ask(WriteReferral{lead, words, now.children, seen}));
    EXPECT_EQ(why(ask(WriteReferral{lead, said_words(), now.children, seen})),
              ReferralRefused::changed_since);
    EXPECT_EQ(now.words.asked, "Ring us before you visit.");
    EXPECT_TRUE(ask(WriteReferral{lead, words, now.children, seen})) << "it changes nothing";
    EXPECT_EQ(why(send(NoticeNeeded::no, Answer::unknown, seen)), ReferralRefused::changed_since);
    EXPECT_EQ(now.state, ReferralState::draft);
    EXPECT_TRUE(send(NoticeNeeded::no, Answer::unknown, now.written_at()));
}

TEST_F(ReferralRecord, IsDiscardedAsADraftWithAReasonAndIsNoReferralThatWasMade)
{
    begin();
    auto words = said_words();
    words.called.instant = hour(3);
    ASSERT_TRUE(ask(WriteReferral{lead, words, now.children}));
    ASSERT_TRUE(summary_of(now).form_due);
    const auto discard = [&](std::string why) {
        return ask(DiscardReferral{lead, "Lead", hour(4), std::move(why)});
    };
    EXPECT_EQ(discard(" ").error(), (ReferralRefusal{ReferralRefused::not_said, "words"}));
    EXPECT_EQ(why(discard(std::string(20'001, 'a'))), ReferralRefused::text_too_long);
    EXPECT_FALSE(is_discarded(now));
    ASSERT_TRUE(discard("It was begun twice."));
    EXPECT_TRUE(is_discarded(now));
    EXPECT_TRUE(is_discarded(summary_of(now)));
    EXPECT_EQ(now.last(StepKind::withdrawn)->said.words, "It was begun twice.");
    EXPECT_EQ(now.words.asked, "said") << "what it said is still there";
    EXPECT_FALSE(summary_of(now).form_due);
    EXPECT_EQ(awaited(now.state), Awaited::nobody);
    EXPECT_TRUE(missing_in({}, now).empty()) << "nobody else gets it";
    EXPECT_EQ(why(discard("again")), ReferralRefused::not_a_draft);
    EXPECT_EQ(why(send()), ReferralRefused::not_a_draft);
    EXPECT_EQ(why(ask(WriteReferral{lead, words, now.children})), ReferralRefused::not_a_draft);
    EXPECT_EQ(why(raise("direct")), ReferralRefused::not_now) << "there is nobody to disagree with";
}

TEST_F(ReferralRecord, IsWithdrawnAndNotDiscardedOnceItIsSent)
{
    begin();
    EXPECT_EQ(why(step(Side::sender, StepKind::withdrawn)), ReferralRefused::not_now);
    ASSERT_TRUE(send());
    EXPECT_EQ(why(ask(DiscardReferral{lead, "Lead", hour(1), "no"})), ReferralRefused::not_a_draft);
    ASSERT_TRUE(step(Side::sender, StepKind::withdrawn));
    EXPECT_FALSE(is_discarded(now));
    EXPECT_FALSE(is_discarded(summary_of(now)));
}

TEST_F(ReferralRecord, NamesTheAgencyAndWhoSpokeForItInOneLine)
{
    const auto to = [&](std::string name) {
        return ask(BeginReferral{ReferralId{"r"},
                                 Reference{"R"},
                                 lead,
                                 CaseId{"c"},
                                 {OrganisationId{""}, std::move(name), AgencyKind::social_care},
                                 {},
                                 said_words(),
                                 {{CaseRef{"A"}, "Jo", "", "", "", "at school", "", "", ""}}});
    };
    EXPECT_EQ(to(" ").error(), (ReferralRefusal{ReferralRefused::not_said, "to_name"}));
    EXPECT_EQ(to(std::string(longest_line + 1, 'a')).error(),
              (ReferralRefusal{ReferralRefused::text_too_long, "to_name"}));
    ASSERT_TRUE(to("Moorside children’s services"));
    ASSERT_TRUE(send());
    StepSaid said{};
    said.kind = StepKind::received;
    const auto by = [&](std::string name) {
        return ask(TakeStep{lead, std::move(name), Side::receiver, hour(1), said, hour(25), hour(49), {}});
    };
    EXPECT_EQ(by(std::string(longest_line + 1, 'a')).error(),
              (ReferralRefusal{ReferralRefused::text_too_long, "who"}));
    EXPECT_TRUE(by("The duty worker"));
}

TEST_F(ReferralRecord, ReachesNoOfficerBeforeTheNoticeIsConfirmed)
{
    begin(AgencyKind::police);
    EXPECT_EQ(why(send(NoticeNeeded::yes)), ReferralRefused::police_notice_first);
    EXPECT_TRUE(send(NoticeNeeded::yes, Answer::yes));
    EXPECT_EQ(now.sent->police_notice, PoliceNotice::shown_and_confirmed);
}

TEST_F(ReferralRecord, IsReceivedAskedAboutAnsweredDecidedToldAndClosed)
{
    begin();
    ASSERT_TRUE(send());
    EXPECT_EQ(why(step(Side::sender, StepKind::received)), ReferralRefused::not_now);
    EXPECT_EQ(why(step(Side::receiver, StepKind::decided)), ReferralRefused::not_now);
    EXPECT_TRUE(step(Side::receiver, StepKind::received, ""));
    EXPECT_TRUE(step(Side::receiver, StepKind::more_asked, "Who?", 5));
    EXPECT_EQ(now.answer_by, hour(29));
    EXPECT_EQ(awaited(now.state), Awaited::sender);
    EXPECT_TRUE(step(Side::sender, StepKind::more_answered, "Them.", 6));
    EXPECT_EQ(awaited(now.state), Awaited::receiver);
    EXPECT_EQ(why(step(Side::receiver, StepKind::decided, "")), ReferralRefused::not_said);
    EXPECT_TRUE(step(Side::receiver, StepKind::decided));
    EXPECT_FALSE(now.answer_by.has_value());
    EXPECT_TRUE(step(Side::receiver, StepKind::fed_back));
    EXPECT_TRUE(step(Side::sender, StepKind::closed));
    EXPECT_EQ(now.state, ReferralState::closed);
    EXPECT_EQ(why(step(Side::sender, StepKind::withdrawn)), ReferralRefused::not_now);
}

TEST_F(ReferralRecord, ShowsSilenceToTheSenderAndThenToBothManagers)
{
    begin();
    ASSERT_TRUE(send());
    EXPECT_EQ(alarm(now, hour(23)), Alarm::none);
    EXPECT_EQ(alarm(now, hour(24)), Alarm::sender);
    EXPECT_EQ(alarm(now, hour(48)), Alarm::managers);
    EXPECT_TRUE(ask(NoticeSilence{hour(23)}).value().empty());
    EXPECT_EQ(ask(NoticeSilence{hour(24)}).value().size(), 1U);
    EXPECT_TRUE(ask(NoticeSilence{hour(25)}).value().empty());
    EXPECT_EQ(ask(NoticeSilence{hour(48)}).value().size(), 1U);
    EXPECT_NE(now.last(StepKind::managers_told), nullptr);
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    EXPECT_EQ(alarm(now, hour(50)), Alarm::managers) << "received is not answered";
    ASSERT_TRUE(step(Side::receiver, StepKind::decided));
    EXPECT_EQ(alarm(now, hour(50)), Alarm::none);
}

TEST_F(ReferralRecord, ThatWasRedirectedWaitsForItsSenderUntilItIsSentOnOrClosed)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    EXPECT_EQ(why(step(Side::sender, StepKind::sent_on)), ReferralRefused::not_now) << "it is theirs";
    ASSERT_TRUE(step(Side::receiver, StepKind::redirected, "They live there.", 5));
    EXPECT_EQ(awaited(now.state), Awaited::sender);
    EXPECT_EQ(now.answer_by, hour(29));
    EXPECT_EQ(now.managers_at, hour(53));
    EXPECT_EQ(alarm(now, hour(28)), Alarm::none) << "the receiver's clock is over";
    EXPECT_EQ(alarm(now, hour(29)), Alarm::sender);
    EXPECT_EQ(ask(NoticeSilence{hour(29)}).value().size(), 1U);
    EXPECT_NE(now.last(StepKind::silence_noticed), nullptr);
    EXPECT_EQ(ask(NoticeSilence{hour(53)}).value().size(), 1U);
    EXPECT_NE(now.last(StepKind::managers_told), nullptr);
    const auto redirected = now;
    EXPECT_EQ(why(step(Side::receiver, StepKind::sent_on)), ReferralRefused::not_now) << "not theirs to say";
    ASSERT_TRUE(step(Side::sender, StepKind::sent_on));
    EXPECT_EQ(now.state, ReferralState::redirected);
    EXPECT_FALSE(now.answer_by);
    EXPECT_EQ(alarm(now, hour(1'000)), Alarm::none);
    EXPECT_TRUE(ask(NoticeSilence{hour(1'000)}).value().empty());
    EXPECT_TRUE(step(Side::sender, StepKind::closed));
    now = redirected;
    ASSERT_TRUE(step(Side::sender, StepKind::closed));
    EXPECT_FALSE(now.answer_by);
}

TEST_F(ReferralRecord, ThatWasRedirectedBeforeTheSenderHadAClockHasNone)
{
    begin();
    ASSERT_TRUE(send());
    StepSaid said{};
    said.kind = StepKind::redirected;
    said.words = "They live there.";
    said.to = Agency{OrganisationId{""}, "Another", AgencyKind::social_care};
    const ReferralStep old{2, hour(5), lead, "Worker", Side::receiver, said, {}, {}};
    now = evolve(std::move(now), {++position, hour(5), std::make_shared<const ReferralEvent>(old)});
    EXPECT_EQ(now.state, ReferralState::redirected);
    EXPECT_FALSE(now.answer_by) << "not the receiver's, which was to answer";
    EXPECT_EQ(alarm(now, hour(1'000)), Alarm::none);
}

TEST_F(ReferralRecord, IsTakenBackByWhoeverRedirectedItUntilItIsSentOn)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::redirected, "They live there.", 5));
    EXPECT_EQ(step(Side::receiver, StepKind::received, " ").error(),
              (ReferralRefusal{ReferralRefused::not_said, "words"}));
    ASSERT_TRUE(step(Side::receiver, StepKind::received, "They moved here in May.", 6));
    EXPECT_EQ(now.state, ReferralState::received);
    EXPECT_EQ(now.answer_by, hour(30)) << "they are to answer again";
    EXPECT_EQ(awaited(now.state), Awaited::receiver);
    ASSERT_TRUE(step(Side::receiver, StepKind::redirected, "No: they moved away.", 7));
    ASSERT_TRUE(step(Side::sender, StepKind::sent_on));
    EXPECT_TRUE(is_sent_on(now));
    EXPECT_EQ(why(step(Side::receiver, StepKind::received)), ReferralRefused::not_now);
    EXPECT_EQ(now.state, ReferralState::redirected);
}

TEST_F(ReferralRecord, GoesUpTheLadderUntilItIsAgreed)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    ASSERT_TRUE(step(Side::receiver, StepKind::decided));
    EXPECT_EQ(why(step(Side::receiver, StepKind::disagreement_answered)), ReferralRefused::no_disagreement);
    ASSERT_TRUE(step(Side::sender, StepKind::disagreement_raised));
    EXPECT_EQ(step(Side::sender, StepKind::disagreement_raised).error(),
              (ReferralRefusal{ReferralRefused::not_said, "out_of_order"}))
        << "the same again wants a reason";
    EXPECT_EQ(why(step(Side::sender, StepKind::disagreement_answered)), ReferralRefused::no_disagreement);
    EXPECT_EQ(why(step(Side::sender, StepKind::closed)), ReferralRefused::disagreement_open);
    agreed = Answer::no;
    ASSERT_TRUE(step(Side::receiver, StepKind::disagreement_answered));
    ASSERT_TRUE(raise("managers"));
    agreed = Answer::yes;
    ASSERT_TRUE(step(Side::receiver, StepKind::disagreement_answered));
    EXPECT_FALSE(now.disagreement.has_value());
    EXPECT_TRUE(step(Side::receiver, StepKind::decided)) << "it is decided anew";
}

TEST_F(ReferralRecord, EndsWhereWhoeverDisagreedAcceptsTheAnswerOnEachStepFromEitherSide)
{
    for (const auto raiser : {Side::sender, Side::receiver}) {
        const auto other = raiser == Side::sender ? Side::receiver : Side::sender;
        for (const auto& accepted_on : ladder) {
            now = Referral{};
            begin();
            ASSERT_TRUE(send());
            ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
            ASSERT_TRUE(step(Side::receiver, StepKind::decided));
            for (const auto& each : ladder) {
                ASSERT_TRUE(raise(each, "", raiser)) << each;
                agreed = Answer::yes;
                EXPECT_EQ(why(step(raiser, StepKind::disagreement_answered)),
                          ReferralRefused::no_disagreement)
                    << "there is no answer to accept on " << each;
                agreed = Answer::no;
                ASSERT_TRUE(step(other, StepKind::disagreement_answered)) << each;
                EXPECT_EQ(now.steps.back().said.rung, each) << "it says to which step it answers";
                if (each == accepted_on) break;
                EXPECT_EQ(step(raiser, StepKind::disagreement_answered).error(),
                          (ReferralRefusal{ReferralRefused::higher_step, "agreed"}));
                EXPECT_TRUE(now.disagreement);
            }
            EXPECT_EQ(why(step(Side::sender, StepKind::closed)), ReferralRefused::disagreement_open);
            agreed = Answer::yes;
            ASSERT_TRUE(step(raiser, StepKind::disagreement_answered)) << accepted_on;
            EXPECT_FALSE(now.disagreement);
            EXPECT_TRUE(ends_own(now, now.steps.back()));
            EXPECT_FALSE(ends_own(now, now.steps.at(now.steps.size() - 2))) << "that was the other side's";
            EXPECT_FALSE(summary_of(now).disagreement);
            EXPECT_TRUE(step(Side::sender, StepKind::closed)) << accepted_on;
        }
    }
}

TEST_F(ReferralRecord, IsSettledWithoutBeingAgreedAtTheLastStepAlone)
{
    for (const auto raiser : {Side::sender, Side::receiver}) {
        const auto other = raiser == Side::sender ? Side::receiver : Side::sender;
        now = Referral{};
        begin();
        ASSERT_TRUE(send());
        ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
        ASSERT_TRUE(step(Side::receiver, StepKind::decided));
        agreed = Answer::no;
        ASSERT_TRUE(raise("senior", "It can't wait for two more.", raiser));
        ASSERT_TRUE(step(other, StepKind::disagreement_answered));
        EXPECT_EQ(why(step(raiser, StepKind::disagreement_answered)), ReferralRefused::higher_step);
        rung_answer_by = hour(10);
        ASSERT_TRUE(raise("partnership", "", raiser));
        EXPECT_EQ(why(step(raiser, StepKind::disagreement_answered, "said", 9)),
                  ReferralRefused::no_disagreement)
            << "its time is not over, and nobody has answered";
        ASSERT_TRUE(step(other, StepKind::disagreement_answered));
        EXPECT_EQ(step(raiser, StepKind::disagreement_answered, " ").error(),
                  (ReferralRefusal{ReferralRefused::not_said, "words"}));
        ASSERT_TRUE(step(raiser, StepKind::disagreement_answered, "The partnership decided."));
        EXPECT_FALSE(now.disagreement);
        EXPECT_EQ(now.steps.back().said.agreed, Answer::no) << "the record says that they do not agree";
        EXPECT_TRUE(step(Side::sender, StepKind::closed));
        EXPECT_EQ(why(step(other, StepKind::disagreement_answered)), ReferralRefused::no_disagreement);
        rung_answer_by.reset();
    }
}

TEST_F(ReferralRecord, IsSettledAtTheLastStepAlsoWhereNobodyAnswersThereInTime)
{
    begin();
    ASSERT_TRUE(send());
    rung_answer_by = hour(10);
    ASSERT_TRUE(raise("partnership", "Silence on all others."));
    EXPECT_FALSE(may_end(now, ladder, Side::sender, hour(9)).settle);
    EXPECT_TRUE(may_end(now, ladder, Side::sender, hour(10)).settle);
    EXPECT_FALSE(may_end(now, ladder, Side::sender, hour(10)).accept) << "there is nothing to accept";
    EXPECT_FALSE(may_end(now, ladder, Side::receiver, hour(10)).settle) << "they have not raised it";
    EXPECT_FALSE(may_end(now, {}, Side::sender, hour(10)).settle) << "no ladder has no last step";
    agreed = Answer::yes;
    EXPECT_EQ(why(step(Side::sender, StepKind::disagreement_answered, "said", 10)),
              ReferralRefused::no_disagreement);
    agreed = Answer::no;
    ASSERT_TRUE(step(Side::sender, StepKind::disagreement_answered, "The partnership wrote to us.", 10));
    EXPECT_FALSE(now.disagreement);
}

TEST_F(ReferralRecord, GoesUpTheLadderAlsoWhereNobodyAnswers)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    ASSERT_TRUE(step(Side::receiver, StepKind::decided));
    ASSERT_TRUE(step(Side::sender, StepKind::disagreement_raised));
    rung = "managers";
    rung_answer_by = hour(10);
    ASSERT_TRUE(step(Side::sender, StepKind::disagreement_raised)) << "no time was given for the first rung";
    EXPECT_EQ(now.disagreement->rung, "managers");
    rung = "senior";
    EXPECT_FALSE(may_go_up(now, hour(9)));
    EXPECT_EQ(why(step(Side::sender, StepKind::disagreement_raised, "said", 9)),
              ReferralRefused::disagreement_open);
    EXPECT_TRUE(may_go_up(now, hour(10)));
    EXPECT_TRUE(step(Side::sender, StepKind::disagreement_raised, "said", 10));
}

TEST_F(ReferralRecord, TakesTheStepsOfTheLadderInOrderOrSaysWhyNot)
{
    begin();
    ASSERT_TRUE(send());
    EXPECT_EQ(why(raise("another")), ReferralRefused::not_on_the_ladder);
    EXPECT_EQ(raise("managers").error(), (ReferralRefusal{ReferralRefused::not_said, "out_of_order"}));
    ASSERT_TRUE(raise("direct"));
    EXPECT_EQ(raise("direct", " ").error(), (ReferralRefusal{ReferralRefused::not_said, "out_of_order"}));
    ASSERT_TRUE(raise("direct", "They were away."));
    EXPECT_EQ(now.steps.back().said.out_of_order, "They were away.");
    EXPECT_EQ(why(raise("senior")), ReferralRefused::not_said);
    ASSERT_TRUE(raise("senior", "It can't wait for two more."));
    EXPECT_EQ(why(raise("managers", "We would like to.")), ReferralRefused::step_back);
    ASSERT_TRUE(raise("partnership"));
    EXPECT_EQ(why(raise("partnership")), ReferralRefused::not_said) << "there is no higher one";
    agreed = Answer::yes;
    ASSERT_TRUE(step(Side::receiver, StepKind::disagreement_answered));
    EXPECT_EQ(why(raise("managers")), ReferralRefused::not_said) << "a new one begins at the first";
    EXPECT_TRUE(raise("direct"));
    ladder = {"managers", "partnership"};
    EXPECT_TRUE(raise("managers", "The ladder has changed."));
    ladder.clear();
    EXPECT_EQ(why(raise("managers", "So.")), ReferralRefused::not_on_the_ladder);
}

TEST_F(ReferralRecord, CanBeDisagreedAboutFromTheSendingOnAndAfterItsEnd)
{
    begin();
    EXPECT_FALSE(raise("direct")) << "nobody has it yet";
    ASSERT_TRUE(send());
    ASSERT_TRUE(raise("direct")) << "silence is a reason";
    EXPECT_EQ(now.state, ReferralState::sent);
    agreed = Answer::yes;
    ASSERT_TRUE(step(Side::receiver, StepKind::disagreement_answered));
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    ASSERT_TRUE(raise("direct", "", Side::receiver));
    ASSERT_TRUE(step(Side::sender, StepKind::disagreement_answered));
    ASSERT_TRUE(step(Side::receiver, StepKind::decided));
    ASSERT_TRUE(step(Side::sender, StepKind::closed));
    ASSERT_TRUE(raise("direct"));
    EXPECT_EQ(now.state, ReferralState::closed);
    EXPECT_TRUE(now.disagreement);
    ASSERT_TRUE(step(Side::receiver, StepKind::disagreement_answered));
    EXPECT_FALSE(now.disagreement);
}

TEST_F(ReferralRecord, EndsTheSendersOwnDisagreementWhereItIsWithdrawn)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(raise("direct"));
    ASSERT_TRUE(step(Side::sender, StepKind::withdrawn));
    EXPECT_FALSE(now.disagreement);
    ASSERT_TRUE(raise("direct", "", Side::receiver)) << "they may think that it should not have been";
    EXPECT_TRUE(now.disagreement);
}

TEST_F(ReferralRecord, SaysWhenTheTimeOfAStepOfTheLadderIsOver)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(raise("direct"));
    EXPECT_FALSE(summary_of(now).rung_due) << "no time is set for it";
    EXPECT_FALSE(is_rung_late(summary_of(now), hour(1'000)));
    rung_answer_by = hour(10);
    ASSERT_TRUE(raise("managers"));
    EXPECT_FALSE(is_rung_late(summary_of(now), hour(9)));
    EXPECT_TRUE(is_rung_late(summary_of(now), hour(10)));
    agreed = Answer::no;
    ASSERT_TRUE(step(Side::receiver, StepKind::disagreement_answered));
    EXPECT_FALSE(is_rung_late(summary_of(now), hour(10))) << "it was answered";
}

TEST_F(ReferralRecord, TellsOfAMeetingAndTakesAnswersOnlyToWhatIsTheirs)
{
    begin();
    ASSERT_TRUE(send());
    StepSaid told{};
    told.kind = StepKind::meeting_told;
    const auto tell = [&](Side side = Side::sender) {
        return ask(TakeStep{lead, "Lead", side, hour(1), told, hour(2), hour(3), {}});
    };
    EXPECT_EQ(tell().error(), (ReferralRefusal{ReferralRefused::not_said, "meeting"}));
    told.meeting = MeetingTold{1, {"today", {}, {}}, "Police and health", {{2, "Visit.", {}}}};
    EXPECT_EQ(why(tell()), ReferralRefused::not_said) << "each who was there, with their agency";
    told.meeting->attended = "R. Lane, police";
    EXPECT_EQ(why(tell(Side::receiver)), ReferralRefused::not_now);
    StepSaid reply{};
    reply.kind = StepKind::action_answered;
    reply.words = "They went.";
    const auto answer = [&](Side side = Side::receiver) {
        return ask(TakeStep{lead, "Worker", side, hour(1), reply, hour(2), hour(3), {}});
    };
    EXPECT_EQ(why(answer()), ReferralRefused::not_said);
    reply.action = ActionReply{2, ActionCame::done};
    EXPECT_EQ(why(answer()), ReferralRefused::no_such_action) << "nobody has told them of it";
    ASSERT_TRUE(tell());
    EXPECT_EQ(now.state, ReferralState::sent);
    EXPECT_EQ(now.answer_by, hour(24)) << "the clock of the referral goes on";
    ASSERT_TRUE(answer());
    EXPECT_EQ(why(answer(Side::sender)), ReferralRefused::not_now);
    reply.action->number = 3;
    EXPECT_EQ(why(answer()), ReferralRefused::no_such_action) << "it is another agency's";
    reply.action->number = 2;
    reply.words = " ";
    EXPECT_EQ(why(answer()), ReferralRefused::not_said);
}

TEST_F(ReferralRecord, HasNewsAfterItsEndUntilSomebodyOpensItThere)
{
    begin(AgencyKind::police);
    ASSERT_TRUE(send(NoticeNeeded::yes, Answer::yes));
    const auto record_crime = [&] {
        StepSaid said{};
        said.kind = StepKind::police_recorded;
        said.police = PoliceRecorded{};
        said.police->crime_recorded = Answer::yes;
        ASSERT_TRUE(ask(TakeStep{lead, "Officer", Side::receiver, hour(2), said, hour(3), hour(4), {}}));
    };
    for (const auto kind : {StepKind::received, StepKind::decided}) ASSERT_TRUE(step(Side::receiver, kind));
    record_crime();
    ASSERT_TRUE(step(Side::sender, StepKind::closed));
    EXPECT_EQ(unread_after_end(now), 0) << "it was there before the end";
    EXPECT_TRUE(ask(ReadAfterEnd{lead, now.number()})->empty());
    record_crime();
    const int number = now.number();
    EXPECT_EQ(unread_after_end(now), number);
    EXPECT_EQ(summary_of(now).unread_after_end, number);
    EXPECT_TRUE(ask(ReadAfterEnd{lead, 0})->empty()) << "they read less than that";
    EXPECT_EQ(ask(ReadAfterEnd{lead, number + 5}).value().size(), 1U);
    EXPECT_EQ(unread_after_end(now), 0);
    EXPECT_EQ(now.number(), number) << "it is no step: the other side gets none";
    EXPECT_TRUE(ask(ReadAfterEnd{lead, number})->empty()) << "once";
    record_crime();
    EXPECT_EQ(unread_after_end(now), number + 1) << "and more is news again";
}

TEST_F(ReferralRecord, ThatItWasWithdrawnIsNewsToTheReceiver)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::sender, StepKind::withdrawn));
    EXPECT_EQ(unread_after_end(now), 0) << "the sender did it";
    now.of = CaseId{""};  // The receiver's copy.
    EXPECT_EQ(unread_after_end(now), 2);
    ASSERT_TRUE(ask(ReadAfterEnd{lead, 2}));
    EXPECT_EQ(unread_after_end(now), 0);
}

TEST_F(ReferralRecord, HasAnActionToAnswerUntilTheReceiverSaidWhatCameOfIt)
{
    begin();
    ASSERT_TRUE(send());
    StepSaid told{};
    told.kind = StepKind::meeting_told;
    told.meeting = MeetingTold{1, {"today", {}, {}}, "R. Lane, police", {{2, "Visit.", {}}}};
    ASSERT_TRUE(ask(TakeStep{lead, "Lead", Side::sender, hour(1), told, hour(2), hour(3), {}}));
    EXPECT_EQ(action_to_answer(now), 0) << "it is not the sender's";
    now.of = CaseId{""};  // The receiver's copy.
    EXPECT_EQ(action_to_answer(now), 2);
    EXPECT_EQ(summary_of(now).action_to_answer, 2);
    StepSaid reply{};
    reply.kind = StepKind::action_answered;
    reply.words = "They went.";
    reply.action = ActionReply{2, ActionCame::done};
    ASSERT_TRUE(ask(TakeStep{lead, "Worker", Side::receiver, hour(1), reply, hour(2), hour(3), {}}));
    EXPECT_EQ(action_to_answer(now), 0);
    now.of = CaseId{"case"};
    ASSERT_TRUE(ask(TakeStep{lead, "Lead", Side::sender, hour(1), told, hour(2), hour(3), {}}));
    now.of = CaseId{""};
    EXPECT_EQ(action_to_answer(now), now.number()) << "told again, it waits again";
}

TEST(AnsweredReferral, WaitsUntilItIsDecidedOrAtAnEnd)
{
    using enum ReferralState;
    for (const auto waits : {draft, sent, received, more_asked}) EXPECT_FALSE(is_answered(waits));
    for (const auto done : {decided, fed_back, closed, withdrawn, redirected}) EXPECT_TRUE(is_answered(done));
}

TEST_F(ReferralRecord, SaysItsLastDecisionInTheCase)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    EXPECT_FALSE(answer_in_case(now, 0)) << "that it was received decides nothing";
    ASSERT_TRUE(step(Side::receiver, StepKind::decided, "It was weighed."));
    const auto answer = answer_in_case(now, 0);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->answer, AgencyAnswer::no_further_action);
    EXPECT_NE(answer->said.find("It was weighed."), std::string::npos);
    EXPECT_FALSE(answer_in_case(now, now.number())) << "it is said once";

    auto other = now;
    auto& said = other.steps.back().said;
    for (const auto taken_on :
         {DecidedAs::urgent_protection, DecidedAs::section_47, DecidedAs::section_17,
          DecidedAs::other_services, DecidedAs::specialist_assessment, DecidedAs::police_enquiry}) {
        said.decided_as = taken_on;
        EXPECT_EQ(answer_in_case(other, 0)->answer, AgencyAnswer::took_it_on);
    }
    said.decided_as = DecidedAs::advice_given;
    EXPECT_EQ(answer_in_case(other, 0)->answer, AgencyAnswer::advised);
    said.words = std::string(20'000, 'a');
    ASSERT_TRUE(fits_account(said.words));
    EXPECT_TRUE(fits_account(answer_in_case(other, 0)->said)) << "the case would refuse it";
}

TEST_F(ReferralRecord, TakesNoNameThatIsLongerThanIsKept)
{
    begin();
    ASSERT_TRUE(send());
    StepSaid said{};
    said.kind = StepKind::redirected;
    said.words = "said";
    said.to = Agency{OrganisationId{""}, std::string(20'001, 'a'), AgencyKind::other};
    EXPECT_EQ(why(ask(TakeStep{lead, "Somebody", Side::receiver, hour(1), said, {}, {}, {}})),
              ReferralRefused::text_too_long);
}

TEST_F(ReferralRecord, TakesWhatThePoliceRecordedOnlyFromThePolice)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    EXPECT_EQ(why(step(Side::receiver, StepKind::police_recorded)), ReferralRefused::not_the_police);
}

TEST_F(ReferralRecord, TakesWhatThePoliceRecordedFromTheSendingOnAndAfterEveryEnd)
{
    StepSaid recorded{};
    recorded.kind = StepKind::police_recorded;
    recorded.police = PoliceRecorded{};
    recorded.police->crime_recorded = Answer::yes;
    const auto record = [&](Side side = Side::receiver) {
        return ask(TakeStep{lead, "Officer", side, hour(1), recorded, {}, {}, {}});
    };
    using Steps = std::vector<std::pair<Side, StepKind>>;
    const std::pair<ReferralState, Steps> ways[] = {
        {ReferralState::sent, {}},
        {ReferralState::received, {{Side::receiver, StepKind::received}}},
        {ReferralState::more_asked, {{Side::receiver, StepKind::more_asked}}},
        {ReferralState::decided, {{Side::receiver, StepKind::received}, {Side::receiver, StepKind::decided}}},
        {ReferralState::fed_back,
         {{Side::receiver, StepKind::received},
          {Side::receiver, StepKind::decided},
          {Side::receiver, StepKind::fed_back}}},
        {ReferralState::closed,
         {{Side::receiver, StepKind::received},
          {Side::receiver, StepKind::decided},
          {Side::sender, StepKind::closed}}},
        {ReferralState::withdrawn, {{Side::sender, StepKind::withdrawn}}},
        {ReferralState::redirected, {{Side::receiver, StepKind::redirected}}},
    };
    for (const auto& [state, steps] : ways) {
        now = Referral{};
        begin(AgencyKind::police);
        EXPECT_EQ(why(record()), ReferralRefused::not_now) << "nobody has it yet";
        ASSERT_TRUE(send());
        for (const auto& [side, kind] : steps) ASSERT_TRUE(step(side, kind));
        ASSERT_EQ(now.state, state);
        EXPECT_EQ(why(record(Side::sender)), ReferralRefused::not_now);
        ASSERT_TRUE(record()) << static_cast<int>(state);
        EXPECT_EQ(now.state, state) << "it changes nothing else";
    }
}

TEST_F(ReferralRecord, WhatTheProgramNoticedWasToldToNobody)
{
    begin();
    ASSERT_TRUE(send());
    StepSaid silence{};
    silence.kind = StepKind::silence_noticed;
    now.steps.push_back({2, hour(30), PersonId{""}, "", Side::program, silence, {}, {}});
    ASSERT_TRUE(step(Side::sender, StepKind::withdrawn));
    EXPECT_FALSE(was_told_more(now));
}

TEST_F(ReferralRecord, WhoeverReceivedItAndItsSenderTellEachOther)
{
    begin();
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received));
    ASSERT_TRUE(step(Side::sender, StepKind::withdrawn));
    EXPECT_TRUE(was_told_more(now));
}

TEST_F(ReferralRecord, TakesHowAChildIsRecordedOnlyOfAChildInIt)
{
    begin(AgencyKind::police);
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    StepSaid said{};
    said.kind = StepKind::police_recorded;
    said.police = PoliceRecorded{};
    said.police->crime_recorded = Answer::yes;
    said.police->recorded_as = {{CaseRef{"B"}, RecordedAs::suspect}};
    const auto take = [&] {
        return ask(TakeStep{lead, "Officer", Side::receiver, hour(1), said, {}, {}, {}});
    };
    EXPECT_EQ(take().error(), (ReferralRefusal{ReferralRefused::no_child, "recorded_as"}));
    said.police->recorded_as = {{CaseRef{"A"}, RecordedAs::suspect}, {CaseRef{"A"}, RecordedAs::witness}};
    EXPECT_EQ(take().error(), (ReferralRefusal{ReferralRefused::two_things_said, "recorded_as"}));
    said.police->recorded_as = {{CaseRef{"A"}, RecordedAs::suspect, std::string(20'001, 'a'), ""}};
    EXPECT_EQ(take().error(), (ReferralRefusal{ReferralRefused::text_too_long, "told_child-A"}));
    said.police->recorded_as = {{CaseRef{"A"}, RecordedAs::person_involved}};
    said.police->outcome_on = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{20}};
    EXPECT_EQ(take().error(), (ReferralRefusal{ReferralRefused::not_said, "outcome"}));
    said.police->outcome = "21";
    said.police->crime_recorded = Answer::no;
    said.police->why_not = "No crime was found.";
    EXPECT_EQ(take().error(), (ReferralRefusal{ReferralRefused::two_things_said, "outcome"}));
    said.police->crime_recorded = Answer::yes;
    EXPECT_TRUE(take());
    EXPECT_EQ(now.last(StepKind::police_recorded)->said.police->recorded_as->front().as,
              RecordedAs::person_involved);
}

TEST_F(ReferralRecord, SealsAsWhatEachChildIsRecordedApartAndCopiesItSo)
{
    begin(AgencyKind::police);
    in_case = {CaseRef{"A"}, CaseRef{"B"}};
    ASSERT_TRUE(ask(WriteReferral{
        lead, now.words, {now.children.front(), {CaseRef{"B"}, "Al", "", "", "", "at home", "", "", ""}}}));
    ASSERT_TRUE(send());
    ASSERT_TRUE(step(Side::receiver, StepKind::received, ""));
    const auto before = now;
    StepSaid said{};
    said.kind = StepKind::police_recorded;
    said.police = PoliceRecorded{};
    said.police->crime_recorded = Answer::yes;
    said.police->recorded_as = {{CaseRef{"A"}, RecordedAs::person_involved},
                                {CaseRef{"B"}, RecordedAs::witness, "By the officer.", "By letter."}};
    const auto events = ask(TakeStep{lead, "Officer", Side::receiver, hour(1), said, {}, {}, {}}).value();

    ASSERT_EQ(events.size(), 3U);
    EXPECT_FALSE(std::get<ReferralStep>(events[0]).said.police->recorded_as.has_value());
    const int number = std::get<ReferralStep>(events[0]).number;
    EXPECT_EQ(events[1],
              ReferralEvent{(ReferralChildRecorded{number, {CaseRef{"A"}, RecordedAs::person_involved}})});
    EXPECT_EQ(events[2], ReferralEvent{(ReferralChildRecorded{
                             number, {CaseRef{"B"}, RecordedAs::witness, "By the officer.", "By letter."}})});
    EXPECT_EQ(now.steps.back().said, said) << "read again, it is as it was said";
    EXPECT_EQ(missing_in(before, now), events);

    // One child's part is gone: the step stands, and says it of the other.
    auto erased = evolve(before, {100, hour(1), std::make_shared<const ReferralEvent>(events[0])});
    erased = evolve(std::move(erased), {102, hour(1), std::make_shared<const ReferralEvent>(events[2])});
    ASSERT_EQ(erased.steps.back().said.police->recorded_as->size(), 1U);
    EXPECT_EQ(erased.steps.back().said.police->recorded_as->front().ref, CaseRef{"B"});
}

TEST_F(ReferralRecord, IsDueWithin24HoursOfTheCall)
{
    begin();
    EXPECT_FALSE(form_due(now).has_value());
    auto words = said_words();
    words.called.instant = hour(3);
    ASSERT_TRUE(ask(WriteReferral{lead, words, now.children}));
    EXPECT_EQ(form_due(now), hour(27));
}

TEST_F(ReferralRecord, IsDue24HoursAfterTheEndOfTheDayOfACallWithoutATime)
{
    begin();
    auto words = said_words();
    words.called.words = "on the second day";
    ASSERT_TRUE(ask(WriteReferral{lead, words, now.children}));
    EXPECT_FALSE(form_due(now)) << "words alone say no day";
    words.called.day = Date{std::chrono::sys_days{std::chrono::days{1}}};
    ASSERT_TRUE(ask(WriteReferral{lead, words, now.children}));
    EXPECT_EQ(form_due(now), hour(48 + 24));
    EXPECT_EQ(summary_of(now).form_due, hour(48 + 24));
    words.called.instant = hour(30);
    ASSERT_TRUE(ask(WriteReferral{lead, words, now.children}));
    EXPECT_EQ(form_due(now), hour(54)) << "a time says more than its day";
}

}  // namespace
}  // namespace safelead::record
