#include "web/html/components/details.h"
#include "web/pages/contact_lines.h"
#include "web/pages/open_pages.h"
#include "web/pages/words.h"

#include <algorithm>
#include <iterator>

namespace safelead::web {

namespace {

void heading(Html& out, const Speaker& say, const Phrase& words)
{
    out << "<h2 class=\"govuk-heading-m\">" << say(words) << "</h2>\n";
}

void paragraph(Html& out, const Speaker& say, const Phrase& words)
{
    out << "<p class=\"govuk-body\">" << say(words) << "</p>\n";
}

void append_talk(Html& out, const Speaker& say)
{
    heading(out, say, "Talk to someone now"_p);
    out << "<p class=\"safelead-number\">" << say("Childline: [0800 1111](tel:+448001111)"_p) << "</p>\n";
    paragraph(
        out, say,
        "It’s free. You don’t have to give your name. You can also chat online at [childline.org.uk](https://www.childline.org.uk)."_p);
    paragraph(out, say,
              "Or tell an adult you trust: a teacher, your school’s safeguarding lead, a police officer, or "
              "someone at home. You "
              "can show them this page if it’s hard to say."_p);
}

void append_know(Html& out, const Speaker& say)
{
    heading(out, say, "Things to know"_p);
    out << "<ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("You are not in trouble for asking for help."_p) << "</li><li>"
        << say("If someone shared it without asking you, that is not your fault."_p) << "</li><li>"
        << say("The law about images of under-18s is there to protect you."_p) << "</li><li>"
        << say("You don’t have to show the image to anyone at school. A teacher should not look at it."_p)
        << "</li></ul>\n";
}

void append_remove(Html& out, const Speaker& say)
{
    heading(out, say, "Getting it taken down"_p);
    paragraph(
        out, say,
        "If you are under 18, you can use [Report Remove](https://www.childline.org.uk) on Childline’s "
        "website. It is run "
        "with the Internet Watch Foundation, whose job is to get images like this taken off the internet."_p);
    out << "<ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("You make a Childline account. You don’t need your real name."_p) << "</li><li>"
        << say("If you are 13 or over, you are asked to prove your age. Under 13, you are not."_p)
        << "</li><li>"
        << say("They tell you what happened through Childline. They can’t promise that every copy will go."_p)
        << "</li></ul>\n";
    paragraph(out, say,
              "**Don’t send the image to us, to your school or to a friend.** We never ask for it."_p);
}

void append_threat(Html& out, const Speaker& say)
{
    heading(out, say, "If someone is threatening you, or wants money or more images"_p);
    paragraph(
        out, say,
        "It is not your fault. Other people have been through it, and there are people who know what to do."_p);
    out << "<ul class=\"govuk-list govuk-list--bullet\"><li>" << say("Don’t pay. Don’t send anything more."_p)
        << "</li><li>" << say("Stop replying, and block them. Keep the messages."_p) << "</li><li>"
        << say("Tell an adult today. You can also tell the police’s online team at "
               "[ceop.police.uk](https://www.ceop.police.uk)."_p)
        << "</li></ul>\n";
}

void append_next(Html& out, const Speaker& say)
{
    heading(out, say, "If you tell someone at school"_p);
    paragraph(out, say,
              "They should listen, thank you, and tell the safeguarding lead: a person whose job is to keep "
              "children safe. That "
              "person may have to tell others, such as a social worker or the police, to keep you safe. They "
              "should tell you "
              "first, and ask what you want."_p);
    paragraph(out, say,
              "If the police are told, they have to write down that it happened. That does not mean that you "
              "are charged with "
              "anything. Nobody can promise you what they will decide, so ask."_p);
}

Html more_help(const Speaker& say, const RingingNow& ringing)
{
    std::vector<directory::ToRing> others;
    std::ranges::copy_if(ringing.to_ring, std::back_inserter(others), [](const directory::ToRing& one) {
        return one.need != directory::Need::danger && one.contact.id.text() != "childline";
    });
    if (others.empty()) return {};
    return Details{.summary = say("More people who can help"_p),
                   .content = contact_lines(say, others, ringing.at)};
}

}  // namespace

Page young_people_page(const Speaker& say, const RingingNow& ringing)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("You can get help"_p)
        << "</h1>\n<div class=\"safelead-danger\"><p class=\"govuk-body\">"
        << say("**Are you in danger, or might you hurt yourself? Ring [999](tel:999) now.**"_p)
        << "</p></div>\n";
    paragraph(
        out, say,
        "Has an image or video of you been shared, or are you worried that it might be? You are not the only one."_p);
    append_talk(out, say);
    append_know(out, say);
    append_remove(out, say);
    append_threat(out, say);
    append_next(out, say);
    out << more_help(say, ringing) << "<p class=\"govuk-body-s\">"
        << say("This page keeps nothing about you. Its name in your browser’s history is “Safelead”. **Exit "
               "this page** takes you "
               "to a weather page, but your history still shows that you were here."_p)
        << "</p><p class=\"safelead-source\">"
        << say("From: Childline and the Internet Watch Foundation (Report Remove); the National Crime "
               "Agency’s advice on "
               "blackmail (April 2024); Leeds one minute guide No. 155 (April 2017); general safeguarding "
               "practice. Nobody who "
               "works with young people has checked this page yet."_p)
        << "</p>";
    return {.language = say.language(),
            .title = say.plain("Safelead"_p),
            .title_kind = TitleKind::neutral,
            .main = std::move(out),
            .exit_button = ExitButton::present};
}

}  // namespace safelead::web
