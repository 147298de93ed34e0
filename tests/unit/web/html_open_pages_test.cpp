#include "app/who_to_ring.h"
#include "support/practice_site.h"
#include "support/source_dir.h"
#include "web/pages/open_pages.h"
#include "web/pages/open_text.h"

#include <gtest/gtest.h>

namespace safelead::web {

namespace {

using directory::Audience;
using namespace std::chrono_literals;

const Speaker say{english};
constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

const app::LocalGuidance& local()
{
    static const auto read = app::read_local_guidance(safelead::test::source_dir() + "/guidance");
    return read.value();
}

RingingNow ringing(Audience audience, std::chrono::minutes time)
{
    const directory::WallTime at{today, time};
    const directory::Asking asking{.area = "leeds", .need = std::nullopt, .audience = audience};
    return {.to_ring = directory::who_to_ring(local().contacts, local().holidays, at, asking), .at = at};
}

Page text_page(std::string_view shelf, std::string_view name)
{
    const auto* text = test::open_shelf().texts.find(shelf, name);
    if (text == nullptr) throw_bug("a text is not there");
    return open_text_page(english, *text, {}, ringing(audience_of(text->reader), 10h));
}

std::vector<std::string> all_pages()
{
    std::vector<Page> pages;
    pages.push_back(home_page(say));
    pages.push_back(now_page(say, ringing(Audience::staff, 10h)));
    pages.push_back(now_page(say, ringing(Audience::staff, 23h)));
    pages.push_back(paper_form_page(say, local().contacts.all, today));
    for (const char* shelf : {"young-people", "parents"})
        for (const auto* text : test::open_shelf().texts.on(shelf))
            pages.push_back(text_page(shelf, text->name));
    pages.push_back(law_page(say));
    pages.push_back(accessibility_page(say));
    pages.push_back(privacy_page(say));
    std::vector<std::string> drawn;
    for (const Page& page : pages) drawn.push_back(document(page).bytes());
    return drawn;
}

void expect_in_order(std::string_view html, std::initializer_list<std::string_view> parts)
{
    std::size_t at = html.find("<main");
    for (const std::string_view part : parts) {
        const std::size_t found = html.find(part, at);
        ASSERT_NE(found, std::string_view::npos) << "not there, or too early: " << part;
        at = found;
    }
}

}  // namespace

TEST(NowPage, SaysTheFirstMinuteInItsOrder)
{
    const std::string html = document(now_page(say, ringing(Audience::staff, 10h))).bytes();
    expect_in_order(
        html, {"If anyone is in danger now, ring <a class=\"govuk-link\" href=\"tel:999\">999</a>",
               "Don’t look, copy, send, save or delete it, and don’t ask a child to", "Thank the child",
               "Say that you must tell the safeguarding lead", "Tell the safeguarding lead in person, now",
               "anyone can refer", "write down the child’s own words, here, today", "/concerns/new",
               "If you saw it by accident, say so", "we’ll support you", "Who to ring now", "tel:999"});
}

TEST(NowPage, PutsTheLineThatAnswersFirst)
{
    const std::string by_day = document(now_page(say, ringing(Audience::staff, 10h))).bytes();
    expect_in_order(by_day, {"Who to ring now", "tel:+441133760336", "tel:+441135350600"});
    const std::string by_night = document(now_page(say, ringing(Audience::staff, 23h))).bytes();
    expect_in_order(by_night, {"Who to ring now", "tel:+441135350600", "tel:+441133760336"});
}

TEST(NowPage, HelpsWhereNoNumberIsKnown)
{
    const std::string html = document(now_page(say, {.to_ring = {}, .at = {today, 10h}})).bytes();
    EXPECT_NE(html.find("No local numbers have been entered. Ring 101"), std::string::npos);
}

TEST(PaperForm, GivesTheNumbersOfDayAndNight)
{
    const std::string html = document(paper_form_page(say, local().contacts.all, today)).bytes();
    expect_in_order(html,
                    {"Who to ring, at any hour", "tel:999", "0113 376 0336",
                     "Monday to Thursday 9am to 5pm, Friday 9am", "0113 535 0600", "At every other hour"});
}

TEST(PaperForm, HasNoPlaceToDescribeAnImage)
{
    const std::string html = document(paper_form_page(say, local().contacts.all, today)).bytes();
    EXPECT_NE(html.find("Never write what an image shows"), std::string::npos);
    EXPECT_EQ(html.find("Describe the image"), std::string::npos);
}

TEST(OpenPages, SayHowToRingInDanger)
{
    for (const std::string& html : all_pages()) {
        EXPECT_NE(html.find("tel:999"), std::string::npos);
    }
}

TEST(OpenPages, NeverShowNumbersOfThePast)
{
    for (const std::string& html : all_pages()) {
        for (const char* old : {"0844", "376 0469", "3760469", "892 0240"}) {
            EXPECT_EQ(html.find(old), std::string::npos) << old;
        }
    }
}

TEST(OpenPages, LabelNoChild)
{
    for (const std::string& html : all_pages()) {
        for (const char* word : {"victim", "perpetrator", "offender"}) {
            EXPECT_EQ(html.find(word), std::string::npos) << word;
        }
    }
}

TEST(YoungPeoplePage, IsSafeToHaveOpenedAndQuickToLeave)
{
    const std::string html = document(text_page("young-people", "index")).bytes();
    EXPECT_NE(html.find("<title>Safelead</title>"), std::string::npos);
    EXPECT_NE(html.find("govuk-exit-this-page"), std::string::npos);
    EXPECT_EQ(html.find("<form"), std::string::npos);
    expect_in_order(html, {"tel:999", "Childline", "0800 1111", "Report Remove"});
}

TEST(YoungPeoplePage, LinksToItsVideoInSignLanguageOnlyWhereThereIsOne)
{
    const auto* index = test::open_shelf().texts.find("young-people", "index");
    ASSERT_NE(index, nullptr);
    auto signed_text = *index;
    signed_text.sign_video = "https://videos.example/1";
    const auto with =
        open_text_page(english, signed_text, {}, ringing(Audience::young_person, 10h)).main.bytes();
    EXPECT_NE(with.find("href=\"https://videos.example/1\">Watch this page in British Sign Language"),
              std::string::npos);
    EXPECT_EQ(with.find("<video"), std::string::npos) << "nothing is loaded with the page";
    EXPECT_EQ(document(text_page("young-people", "index")).bytes().find("Watch this page"),
              std::string::npos);
}

TEST(ErrorPages, SayWhatToDoWhateverWentWrong)
{
    for (int fault = 0; fault <= static_cast<int>(Fault::unavailable); ++fault) {
        const std::string html = document(error_page(say, static_cast<Fault>(fault), "")).bytes();
        expect_in_order(html, {"<h1", "<p class=\"govuk-body\">", "tel:999", "/now"});
        EXPECT_EQ(html.find("give this number"), std::string::npos);
    }
    const std::string ours = document(error_page(say, Fault::internal, "K7-2")).bytes();
    EXPECT_NE(ours.find("give this number: <strong>K7-2</strong>"), std::string::npos);
}

}  // namespace safelead::web
