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
        KitUsed{hill,
                {"think-before-you-send", day, {KitPart::posters, KitPart::staff_briefing}},
                by_person(anna)},
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
