#include "exchange/directory_events.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

using namespace directory;
using Kind = EventFault::Kind;

const PersonId anna{"p-anna"};
const OrganisationId hill{"o-hill"};

std::vector<directory::Event> one_of_each()
{
    const Date day{std::chrono::year{2026} / 11 / 23};
    return {
        OrganisationAdded{{hill, "Hill \"School\"\n", directory::OrganisationKind::college, Phase::post_16,
                           "123456", "0113 496 0100", "", "leeds", Standing::practice}},
        SetUpFinished{hill},
        SetUpReopened{hill, "only one is left"},
        PersonAdded{anna, hill, "Zoë Ó Made-up", "anna@hill.example", "a1b2", by_operator()},
        RoleGiven{anna, hill, Role::chair_of_governors, by_two(PersonId{"p-1"}, PersonId{"p-2"})},
        RoleTaken{anna, hill, Role::dsl, by_person(PersonId{"p-1"})},
        PersonLeft{anna, by_themselves(anna)},
        PasswordSet{anna, "$argon2id$v=19$…", by_themselves(anna)},
        AwayRecorded{anna, hill, {day, day, PersonId{"p-2"}}, by_themselves(anna)},
        AwayRecorded{anna, hill, {day, std::nullopt, std::nullopt}, by_themselves(anna)},
        AwayEnded{anna, hill, by_themselves(anna)},
        OrganisationChanged{{hill, "Hill Academy", directory::OrganisationKind::school, Phase::secondary,
                             "150001", "", "", "leeds", Standing::real}},
        NoticesSet{anna, Notices::by_mail, by_themselves(anna)},
        PersonRenamed{anna, "Zoë New-name", by_operator()},
        EmailChanged{anna, "zoe@hill.example", "f7a8", by_person(PersonId{"p-1"})},
        SecondFactorSet{anna, "MZXW6YTBOI", {"a1", "b2"}, by_themselves(anna)},
        RecoveryCodesMade{anna, {"c3"}, by_themselves(anna)},
        RecoveryCodeUsed{anna, "c3"},
        PasskeyAdded{anna, {"cmF3", "b3Ro", "School laptop"}, by_themselves(anna)},
        PasskeyRemoved{anna, "cmF3", by_themselves(anna)},
        SignInResetAsked{anna, by_person(PersonId{"p-1"})},
        SignInResetRefused{anna, by_person(anna)},
        SignInReset{anna, by_two(PersonId{"p-1"}, PersonId{"p-2"})},
        SignInInvited{anna,
                      {"d4", *parse_instant("2026-11-26T10:00:00.000Z")},
                      by_two(PersonId{"p-1"}, PersonId{"p-2"})},
        KitUsed{hill,
                {"think-before-you-send", day, {KitPart::posters, KitPart::staff_briefing}},
                by_person(anna)},
        CaseOpenedByForce{{OpeningId{"x-1"}, hill, anna, *parse_instant("2026-11-26T22:00:00.000Z"),
                           "C-7K3M-9QXD", std::nullopt}},
        OpeningReviewed{OpeningId{"x-1"},
                        {PersonId{"p-2"}, *parse_instant("2026-11-27T09:00:00.000Z"),
                         directory::OpeningJudged::could_have_waited, "We talked it over."}},
        TokenMade{hill,
                  {TokenId{"t-1"},
                   "The \"register\"",
                   {Scope::report, Scope::read_people},
                   "e5f6",
                   *parse_instant("2027-11-23T10:00:00.000Z")},
                  by_person(anna)},
        TokenRevoked{hill, TokenId{"t-1"}, by_person(anna)},
        IssuerTied{anna, {"https://issuer.example", "a-subject"}, by_themselves(anna)},
        IssuerUntied{anna, "https://issuer.example", by_themselves(anna)},
        RoleAsked{anna, hill, Role::dsl, by_person(PersonId{"p-1"})},
        RoleRefused{anna, hill, Role::dsl, by_person(anna)},
    };
}

TEST(DirectoryEvents, AreReadBackAsTheyWereWritten)
{
    for (const auto& event : one_of_each()) {
        const auto bytes = encode(to_event_bytes(event));
        const auto frame = decode(bytes);
        ASSERT_TRUE(frame) << text_of(bytes);
        const auto read = directory_event(*frame);
        ASSERT_TRUE(read) << text_of(bytes) << words(read.error());
        EXPECT_EQ(*read, event) << text_of(bytes);
    }
}

TEST(DirectoryEvents, AreWrittenAsTheFormatSays)
{
    const auto bytes = encode(to_event_bytes(RoleGiven{anna, hill, Role::dsl, by_operator()}));
    EXPECT_EQ(
        text_of(bytes),
        R"({"type":"role-given","version":1,"data":{"person":"p-anna","organisation":"o-hill","role":"dsl",)"
        R"("authority":{"basis":"operator_set_up","by":null,"agreed_by":null}}})");
    EXPECT_EQ(text_of(encode(to_event_bytes(SetUpFinished{hill}))),
              R"({"type":"organisation-set-up-finished","version":1,"data":{"organisation":"o-hill"}})");
    const Date monday{std::chrono::year{2026} / 11 / 23};
    EXPECT_EQ(
        text_of(encode(to_event_bytes(
            KitUsed{hill, {"think-before-you-send", monday, {KitPart::cards}}, by_person(anna)}))),
        R"({"type":"kit-used","version":1,"data":{"organisation":"o-hill","campaign":"think-before-you-send",)"
        R"("from":"2026-11-23","parts":["cards"],"authority":{"basis":"one_person","by":"p-anna","agreed_by":null}}})");
}

TEST(DirectoryEvents, OfOpeningsAreWrittenAsTheFormatSays)
{
    const auto at = *parse_instant("2026-11-26T22:00:00.000Z");
    EXPECT_EQ(
        text_of(encode(to_event_bytes(
            CaseOpenedByForce{{OpeningId{"x-1"}, hill, anna, at, "C-7K3M-9QXD", std::nullopt}}))),
        R"({"type":"case-opened-by-force","version":1,"data":{"opening":"x-1","organisation":"o-hill","by":"p-anna",)"
        R"("at":"2026-11-26T22:00:00.000Z","reference":"C-7K3M-9QXD"}})");
    EXPECT_EQ(text_of(encode(to_event_bytes(OpeningReviewed{
                  OpeningId{"x-1"}, {anna, at, directory::OpeningJudged::right, "It could not wait."}}))),
              R"({"type":"opening-reviewed","version":1,"data":{"opening":"x-1","by":"p-anna",)"
              R"("at":"2026-11-26T22:00:00.000Z","judged":"right","words":"It could not wait."}})");
}

TEST(DirectoryEvents, OfSigningInAreWrittenAsTheFormatSays)
{
    const auto instant = *parse_instant("2026-11-26T10:00:00.000Z");
    EXPECT_EQ(
        text_of(
            encode(to_event_bytes(SecondFactorSet{anna, "MZXW6YTBOI", {"a1", "b2"}, by_themselves(anna)}))),
        R"({"type":"second-factor-set","version":1,"data":{"person":"p-anna","secret":"MZXW6YTBOI","recovery":["a1","b2"],)"
        R"("authority":{"basis":"themselves","by":"p-anna","agreed_by":null}}})");
    EXPECT_EQ(text_of(encode(to_event_bytes(RecoveryCodeUsed{anna, "a1"}))),
              R"({"type":"recovery-code-used","version":1,"data":{"person":"p-anna","code":"a1"}})");
    EXPECT_EQ(
        text_of(encode(to_event_bytes(SignInInvited{anna, {"d4", instant}, by_operator()}))),
        R"({"type":"sign-in-invited","version":1,"data":{"person":"p-anna","code":"d4","until":"2026-11-26T10:00:00.000Z",)"
        R"("authority":{"basis":"operator_set_up","by":null,"agreed_by":null}}})");
    EXPECT_EQ(text_of(encode(to_event_bytes(SignInReset{anna, by_two(PersonId{"p-1"}, PersonId{"p-2"})}))),
              R"({"type":"sign-in-reset","version":1,"data":{"person":"p-anna",)"
              R"("authority":{"basis":"two_people","by":"p-1","agreed_by":"p-2"}}})");
    EXPECT_EQ(
        text_of(encode(
            to_event_bytes(IssuerTied{anna, {"https://issuer.example", "a-subject"}, by_themselves(anna)}))),
        R"({"type":"issuer-tied","version":1,"data":{"person":"p-anna","issuer":"https://issuer.example",)"
        R"("subject":"a-subject","authority":{"basis":"themselves","by":"p-anna","agreed_by":null}}})");
    EXPECT_EQ(
        text_of(encode(to_event_bytes(IssuerUntied{anna, "https://issuer.example", by_themselves(anna)}))),
        R"({"type":"issuer-untied","version":1,"data":{"person":"p-anna","issuer":"https://issuer.example",)"
        R"("authority":{"basis":"themselves","by":"p-anna","agreed_by":null}}})");
}

TEST(DirectoryEvents, OfTokensAreWrittenAsTheFormatSays)
{
    const auto until = *parse_instant("2027-11-23T10:00:00.000Z");
    EXPECT_EQ(
        text_of(encode(to_event_bytes(TokenMade{hill,
                                                {TokenId{"t-1"},
                                                 "Register",
                                                 {Scope::read_people, Scope::report, Scope::read_status},
                                                 "e5f6",
                                                 until},
                                                by_person(anna)}))),
        R"({"type":"token-made","version":1,"data":{"organisation":"o-hill","token":"t-1","system":"Register",)"
        R"("scopes":["report","reports:status","people:read"],"digest":"e5f6","until":"2027-11-23T10:00:00.000Z",)"
        R"("authority":{"basis":"one_person","by":"p-anna","agreed_by":null}}})");
    EXPECT_EQ(text_of(encode(to_event_bytes(TokenRevoked{hill, TokenId{"t-1"}, by_person(anna)}))),
              R"({"type":"token-revoked","version":1,"data":{"organisation":"o-hill","token":"t-1",)"
              R"("authority":{"basis":"one_person","by":"p-anna","agreed_by":null}}})");
    const auto unknown = directory_event(
        {"token-made", 1,
         R"({"organisation":"o","token":"t","system":"s","scopes":["cases:read"],"digest":"d","until":"2027-11-23T10:00:00.000Z","authority":{"basis":"one_person","by":"q","agreed_by":null}})"});
    EXPECT_EQ(unknown.error().field, "scopes");
}

TEST(DirectoryEvents, OfRolesThatWaitAreWrittenAsTheFormatSays)
{
    EXPECT_EQ(
        text_of(encode(to_event_bytes(RoleAsked{anna, hill, Role::dsl, by_person(PersonId{"p-1"})}))),
        R"({"type":"role-asked","version":1,"data":{"person":"p-anna","organisation":"o-hill","role":"dsl",)"
        R"("authority":{"basis":"one_person","by":"p-1","agreed_by":null}}})");
    EXPECT_EQ(
        text_of(encode(to_event_bytes(RoleRefused{anna, hill, Role::dsl, by_person(anna)}))),
        R"({"type":"role-refused","version":1,"data":{"person":"p-anna","organisation":"o-hill","role":"dsl",)"
        R"("authority":{"basis":"one_person","by":"p-anna","agreed_by":null}}})");
}

TEST(DirectoryEvents, OfAnUnknownTypeOrVersionAreAFault)
{
    EXPECT_EQ(directory_event({"role-lent", 1, "{}"}).error(),
              (EventFault{Kind::unknown_type, "role-lent", 1, ""}));
    EXPECT_EQ(directory_event({"role-given", 2, "{}"}).error(),
              (EventFault{Kind::unknown_version, "role-given", 2, ""}));
}

TEST(DirectoryEvents, WithAFieldMissingUnknownOrWrongAreAFault)
{
    const auto field = [](const char* json) {
        return directory_event({"organisation-set-up-finished", 1, json}).error().field;
    };
    EXPECT_EQ(field("{}"), "organisation");
    EXPECT_EQ(field(R"({"organisation":7})"), "organisation");
    EXPECT_EQ(field(R"({"organisation":"o","more":1})"), "more");
    const auto role = directory_event(
        {"role-given", 1,
         R"({"person":"p","organisation":"o","role":"king","authority":{"basis":"one_person","by":"q","agreed_by":null}})"});
    EXPECT_EQ(role.error().field, "role");
}

}  // namespace
}  // namespace safelead::exchange
