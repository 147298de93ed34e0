#include "web/pages/open_pages.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

void append_door(Html& out, const Speaker& say, const Phrase& name, Markup path, const Phrase& behind)
{
    out << "<li class=\"safelead-door\"><h2 class=\"govuk-heading-m\"><a class=\"govuk-link\" href=\"" << path
        << "\">" << say(name) << "</a></h2><p class=\"govuk-body\">" << say(behind) << "</p></li>\n";
}

}  // namespace

Page home_page(const Speaker& say)
{
    Html out;
    out << "<h1 class=\"govuk-heading-xl\">" << say("When an image of a child has been shared"_p)
        << "</h1><p class=\"govuk-body-l\">" << say("What to do, who to ring, and where to get help."_p)
        << "</p><div class=\"safelead-danger\"><p class=\"govuk-body govuk-!-font-weight-bold\">"
        << say("If anyone is in danger now, ring [999](tel:999)."_p)
        << "</p></div><ul class=\"safelead-doors\">\n";
    append_door(out, say, "I’m a young person"_p, "/young-people",
                "You can get help, and you can talk to someone now. You don’t have to say who you are."_p);
    append_door(out, say, "I’m a parent or carer"_p, "/parents",
                "What to do first, and who will help you and your child."_p);
    append_door(
        out, say, "I work with children"_p, "/now",
        "What to do in the first minute, and [advice on what you know so far](/advise). You need no account."_p);
    out << "</ul><p class=\"govuk-body\">"
        << say("[One minute guides](/guides) to read or print, [who to ring](/contacts) by place, need and hour, [how much of a problem it is](/statistics), [training](/training), and a [kit for schools](/campaigns/think-before-you-send)."_p)
        << "</p><p class=\"govuk-body\">"
        << say("Do you have an account? [Sign in](/sign-in) to report a concern or to go on with a case."_p)
        << "</p><p class=\"govuk-body\">"
        << say("Never send an image to us or to a school. Safelead keeps words and takes no files."_p)
        << "</p>";
    return {.language = say.language(),
            .title = say.plain("Help when an image has been shared"_p),
            .title_kind = TitleKind::neutral,
            .main = std::move(out),
            .width = Width::full};
}

}  // namespace safelead::web
