// A list of staff or of children, brought in by a page: the file is read, what would change is shown, then it
// is kept.

#include "app/children.h"
#include "app/practice_people.h"
#include "support/practice_site.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using test::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view staff = "/settings/import/staff";
constexpr std::string_view children = "/settings/import/children";

class ImportPage : public testing::Test {
protected:
    ImportPage() { office.sign_in("office"); }

    /// Sends the file with the form on that page, and other fields with it.
    std::string try_file(Browser& browser, std::string_view page, std::string_view content,
                         const std::vector<Field>& more = {})
    {
        auto fields = test::hidden_fields(std::string{browser.get(page).text()}, page);
        fields.insert(fields.end(), more.begin(), more.end());
        Request request;
        request.method = Method::post;
        request.path = page;
        request.segments = test::segments_of(page);
        request.headers.push_back({"Content-Type", "multipart/form-data; boundary=b"});
        for (const auto& [name, value] : browser.cookies()) request.cookies.push_back({name, value});
        for (const auto& field : fields)
            request.body += fmt::format("--b\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n",
                                        field.name, field.value);
        request.body += fmt::format(
            "--b\r\nContent-Disposition: form-data; name=\"document\"; "
            "filename=\"list.csv\"\r\n\r\n{}\r\n--b--\r\n",
            content);
        request.remote = "192.0.2.1";
        auto& answerer = site.answerer();
        const auto admitted = answerer.admit(request);
        if (const auto* refused = std::get_if<Refused>(&admitted))
            return std::string{answerer.fault_page(refused->fault, "", &request).text()};
        return std::string{wait_for(answerer.answer(request)).text()};
    }
    std::string bring_in(Browser& browser, std::string_view page, const std::string& checked)
    {
        const auto action = fmt::format("{}/table", page);
        return std::string{browser.post(action, test::hidden_fields(checked, action)).text()};
    }
    std::size_t on_the_list(std::string_view name)
    {
        return app::find_children(site.partnership().safelead(),
                                  site.partnership().actor("lead@fennimore.example"), name)
            .value()
            .size();
    }

    test::PracticeSite site;
    Browser office{site};
};

constexpr std::string_view two_children =
    "UPN,Surname,Forename,DOB,Shoe "
    "size\nB801200005001,Zedwick,Alex,01/09/2012,4\n,Zedwick,Sam,02/10/2011,5\n";

TEST_F(ImportPage, ShowsWhatWouldChangeAndKeepsItWhenAsked)
{
    const auto checked = try_file(office, children, two_children);
    EXPECT_THAT(checked, AllOf(HasSubstr("What would change"), HasSubstr("Nothing has been written yet"),
                               HasSubstr("Alex Zedwick, born 1 September 2012, UPN B801200005001"),
                               Not(HasSubstr("Shoe size"))));
    EXPECT_EQ(on_the_list("Zedwick"), 0U);
    EXPECT_THAT(bring_in(office, children, checked), HasSubstr("The list was brought in"));
    EXPECT_EQ(on_the_list("Zedwick"), 2U);
    EXPECT_THAT(bring_in(office, children, checked), HasSubstr("The list was brought in")) << "sent twice";
    EXPECT_EQ(on_the_list("Zedwick"), 2U);
    EXPECT_THAT(try_file(office, children, two_children),
                AllOf(HasSubstr("there is nothing to bring in"), Not(HasSubstr("Bring it in<"))));
}

TEST_F(ImportPage, TellsEachRowThatIsWrongAndHowToPutItRight)
{
    const auto answer = try_file(office, children, "Surname,Forename,DOB\nZedwick,Jo,soon\n");
    EXPECT_THAT(answer, AllOf(HasSubstr("What to put right in the file"),
                              HasSubstr("01/09/2012 or 2012-09-01"), Not(HasSubstr("Zedwick"))));
    EXPECT_THAT(try_file(office, staff, "Name,Email,Roles\nMade-up Zedwick,nowhere,staff\n"),
                HasSubstr("Row 2, Work e-mail address"))
        << "a column is called as on the page";
    EXPECT_THAT(try_file(office, children, ""), HasSubstr("There is a problem"));
    EXPECT_EQ(on_the_list("Zedwick"), 0U);
}

TEST_F(ImportPage, CountsRowsAsTheSpreadsheetShowsThem)
{
    EXPECT_THAT(try_file(office, children,
                         "UPN,Surname,Forename,DOB,Notes\nB801200005001,Zedwick,Alex,01/09/2012,\n\n,,,,\n"
                         ",Zedwick,Sam,02/10/2011,\"two\nlines\"\nA207000016049,Zedwick,Jo,03/10/2011,\n"),
                AllOf(HasSubstr("Row 6, UPN"), Not(HasSubstr("Row 2"))))
        << "a fault that is only found when the rows are weighed";
    EXPECT_THAT(
        try_file(office, children,
                 "<CTfile><CTFpupilData><Pupil><UPN>B801200005001</UPN><Surname>Zedwick</Surname></Pupil>"
                 "<Pupil><UPN>A207000016049</UPN><Surname>Zedwick</Surname></Pupil></CTFpupilData></CTfile>"),
        HasSubstr("Pupil 2, UPN"));
}

TEST_F(ImportPage, LeavesAColumnOutWhereItIsTicked)
{
    constexpr std::string_view table =
        "Name;Email;Role\nAna Made-up;ana@fennimore.example;Teaching Assistant\n";
    EXPECT_THAT(try_file(office, staff, table), AllOf(HasSubstr("Row 2, Role"), HasSubstr("leave it out")));
    const auto checked = try_file(office, staff, table, {{"leave-out", "roles"}});
    EXPECT_THAT(checked, HasSubstr("What would change"));
    (void)bring_in(office, staff, checked);
    EXPECT_EQ(site.partnership().actor("ana@fennimore.example").roles,
              directory::Roles{directory::Role::staff});
}

TEST_F(ImportPage, SaysBeforehandHowLongALongListTakes)
{
    for (const auto page : {staff, children})
        EXPECT_THAT(std::string{office.get(page).text()}, HasSubstr("A long list takes a while"));
}

TEST_F(ImportPage, TakesTheNamesOfColumnsThatAFileCallsOtherwise)
{
    constexpr std::string_view table = "Family,First,Came on\nZedwick,Alex,01/09/2012\n";
    EXPECT_THAT(try_file(office, children, table),
                AllOf(HasSubstr("Row 1, First name"), HasSubstr("say what it calls this one")));
    const auto checked = try_file(
        office, children, table,
        {{"column-given_name", "First"}, {"column-family_name", "Family"}, {"column-born", "Came on"}});
    EXPECT_THAT(checked, HasSubstr("What would change"));
    (void)bring_in(office, children, checked);
    EXPECT_EQ(on_the_list("Zedwick"), 1U);
}

TEST_F(ImportPage, TakesACommonTransferFile)
{
    const auto checked = try_file(
        office, children,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CTfile><CTFpupilData><Pupil><Surname>Zedwick</Surname>"
        "<Forename>Alex</Forename><DOB>2012-09-01</DOB></Pupil></CTFpupilData></CTfile>\n");
    EXPECT_THAT(checked, HasSubstr("What would change"));
    (void)bring_in(office, children, checked);
    EXPECT_EQ(on_the_list("Zedwick"), 1U);
}

TEST_F(ImportPage, RefusesWhatIsNoTableAndNotesThatAndNotWhat)
{
    const std::string picture = "\x89PNG\r\n\x1a\n" + std::string(64, '\1');
    EXPECT_THAT(try_file(office, children, picture), HasSubstr("There is a problem"));
    site.clock().pass(6min);  // Within five it would be one with the first.
    const std::string data =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";
    EXPECT_THAT(try_file(office, staff, "Name,Email\n" + data + ",a@fennimore.example\n"),
                HasSubstr("There is a problem"));
    std::size_t noted = 0;
    for (const auto& entry : test::all_entries(site))
        if (entry.find("\"sent_as\":\"document\"") != std::string::npos) ++noted;
    EXPECT_EQ(noted, 2U);
}

TEST_F(ImportPage, AsksForARoleThatTakesTwoAndInvitesNobody)
{
    const auto checked =
        try_file(office, staff, "Name,Email,Roles\nAna Made-up,ana@fennimore.example,staff;deputy\n");
    EXPECT_THAT(checked, HasSubstr("Roles that take two people: 1."));
    EXPECT_THAT(bring_in(office, staff, checked), HasSubstr("The list was brought in"));
    const auto people = std::string{office.get("/settings/people").text()};
    EXPECT_THAT(people, AllOf(HasSubstr("Ana Made-up"), HasSubstr("Waiting for a second person")));
    const auto ana = site.partnership().actor("ana@fennimore.example");
    EXPECT_FALSE(ana.roles.has(directory::Role::deputy));
}

TEST_F(ImportPage, AsksAgainWhoItIsAndLosesNothing)
{
    const auto checked = try_file(office, staff, "Name,Email\nAna Made-up,ana@fennimore.example\n");
    site.clock().pass(6min);
    const auto asked = bring_in(office, staff, checked);
    EXPECT_THAT(asked, AllOf(HasSubstr("Show that it is you"), HasSubstr("ana@fennimore.example")));
    EXPECT_THAT(std::string{office.get("/settings/people").text()}, Not(HasSubstr("Ana Made-up")));
}

TEST_F(ImportPage, IsForWhoeverKeepsTheListAndNobodyElse)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    for (const auto page : {staff, children}) {
        EXPECT_EQ(teacher.get(page).status, Status::forbidden) << page;
        EXPECT_THAT(try_file(teacher, page, two_children), Not(HasSubstr("What would change"))) << page;
    }
    Browser lead{site};
    lead.sign_in("lead");
    EXPECT_EQ(lead.get(children).status, Status::ok);
    EXPECT_THAT(std::string{lead.get("/settings/sign-in").text()}, HasSubstr(children));
    EXPECT_THAT(std::string{office.get("/settings/people").text()}, HasSubstr(staff));
}

}  // namespace
}  // namespace safelead::web
