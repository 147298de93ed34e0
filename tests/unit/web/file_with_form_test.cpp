// A form that a file came with is not carried out: it comes back with what was typed, and the record has that
// something was refused, not what it was.

#include "support/practice_site.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

/// How many entries of all logs have this in them.
std::size_t entries_with(test::PracticeSite& site, std::string_view words)
{
    const auto entries = test::all_entries(site);
    return static_cast<std::size_t>(std::ranges::count_if(
        entries, [words](const auto& entry) { return entry.find(words) != std::string::npos; }));
}

TEST(FileWithAForm, TheFormComesBackWithWhatWasTypedAndNothingIsCarriedOut)
{
    test::PracticeSite site;
    test::Browser teacher{site};
    teacher.sign_in("teacher");
    const auto page = std::string{teacher.get("/concerns/new").text()};
    auto fields = test::hidden_fields(page, "/concerns/new");
    fields.push_back({"unlisted", "Robin Vale"});
    fields.push_back({"words", "An image was shared on the bus."});
    fields.push_back({"danger", "no"});

    const auto answer = teacher.post_with_file("/concerns/new", fields);

    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(std::string{answer.text()},
                testing::AllOf(HasSubstr("An image was shared on the bus."), HasSubstr("Robin Vale"),
                               HasSubstr("A file came with this form. It was not kept")));
    EXPECT_EQ(entries_with(site, "An image was shared on the bus."), 0U);
    EXPECT_EQ(entries_with(site, "\"sent_as\":\"with-a-form\""), 1U);
}

TEST(FileWithAForm, SentAgainWithoutItIsCarriedOut)
{
    test::PracticeSite site;
    test::Browser teacher{site};
    teacher.sign_in("teacher");
    const auto page = std::string{teacher.get("/concerns/new").text()};
    auto fields = test::hidden_fields(page, "/concerns/new");
    fields.push_back({"unlisted", "Robin Vale"});
    fields.push_back({"words", "An image was shared on the bus."});
    fields.push_back({"danger", "no"});
    const auto back = std::string{teacher.post_with_file("/concerns/new", fields).text()};

    auto again = test::hidden_fields(back, "/concerns/new");
    again.insert(again.end(), fields.end() - 3, fields.end());
    EXPECT_EQ(teacher.post("/concerns/new", again).status, Status::see_other);

    EXPECT_GE(entries_with(site, "An image was shared on the bus."), 1U);
}

TEST(FileWithAForm, ThatAsksAgainWhoItIsComesBackBeforeItAsks)
{
    test::PracticeSite site;
    test::Browser office{site};
    office.sign_in("office");
    auto fields = test::hidden_fields(std::string{office.get("/settings/tokens").text()}, "/settings/tokens");
    fields.push_back({"system", "The register"});
    fields.push_back({"scope", "reports"});
    fields.push_back({"good-for", "90"});
    for (const auto since_they_signed_in : {0min, 6min}) {
        site.clock().pass(since_they_signed_in);

        const auto answer = office.post_with_file("/settings/tokens", fields);

        EXPECT_EQ(answer.status, Status::unprocessable);
        EXPECT_THAT(std::string{answer.text()},
                    testing::AllOf(HasSubstr("A file came with this form. It was not kept"),
                                   HasSubstr("The register"), Not(HasSubstr("name=\"proof\""))));
    }
    EXPECT_EQ(entries_with(site, "The register"), 0U);
}

TEST(FileWithAForm, ThatNamesNoCommandIsRefusedAndNothingIsDone)
{
    test::PracticeSite site;
    test::Browser teacher{site};
    teacher.sign_in("teacher");
    const auto who = site.sign_in_of("teacher");
    auto fields =
        test::hidden_fields(std::string{teacher.get("/settings/password").text()}, "/settings/password");
    ASSERT_FALSE(fields.empty());
    fields.push_back({"old", who.password});
    fields.push_back({"new", "four words nobody guesses"});

    EXPECT_EQ(teacher.post_with_file("/settings/password", fields).status, Status::unsupported_media);

    test::Browser again{site};
    EXPECT_EQ(again.sign_in("teacher").status, Status::see_other) << "with the password they had";
}

TEST(RefusedDocument, IsInTheRecordThoughTheReportIsNeverSent)
{
    test::PracticeSite site;
    test::Browser teacher{site};
    teacher.sign_in("teacher");
    const auto page = std::string{teacher.get("/concerns/new/document").text()};
    std::string body;
    for (const auto& field : test::hidden_fields(page, "/concerns/new/document"))
        body += "--b\r\nContent-Disposition: form-data; name=\"" + field.name + "\"\r\n\r\n" + field.value +
                "\r\n";
    body +=
        "--b\r\nContent-Disposition: form-data; name=\"document\"; filename=\"holiday.png\"\r\n\r\n"
        "\x89PNG\r\n\x1a\n\r\n--b--\r\n";
    Request request;
    request.method = Method::post;
    request.path = "/concerns/new/document";
    request.segments = {"concerns", "new", "document"};
    request.headers.push_back({"Content-Type", "multipart/form-data; boundary=b"});
    for (const auto& [name, value] : teacher.cookies()) request.cookies.push_back({name, value});
    request.body = body;
    request.remote = "192.0.2.1";
    ASSERT_TRUE(std::holds_alternative<BodyRule>(site.answerer().admit(request)));

    EXPECT_EQ(wait_for(site.answerer().answer(request)).status, Status::unprocessable);

    EXPECT_EQ(entries_with(site, "\"sent_as\":\"document\""), 1U);
    EXPECT_EQ(entries_with(site, "holiday"), 0U);
}

}  // namespace
}  // namespace safelead::web
