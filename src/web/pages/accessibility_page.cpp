#include "web/pages/open_pages.h"
#include "web/pages/words.h"

namespace safelead::web {

Page accessibility_page(const Speaker& say)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Accessibility"_p) << "</h1>\n<p class=\"govuk-body\">"
        << say("Anyone should be able to use Safelead: without a mouse, without script, on a phone, with "
               "large text, with a screen "
               "reader, and on paper."_p)
        << "</p>\n<h2 class=\"govuk-heading-m\">" << say("How far we are"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("We aim at the Web Content Accessibility Guidelines 2.2, level AA. The pages are built from "
               "the components of GOV.UK "
               "Frontend. Every page is run through an automatic check (axe) before a change is taken, which "
               "finds only some "
               "kinds of fault."_p)
        << "</p>\n<h2 class=\"govuk-heading-m\">" << say("What is not done yet"_p)
        << "</h2><ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("No audit by people, and no test with people who use assistive technology."_p) << "</li><li>"
        << say("English only. The pages are made so that other languages, and writing from right to left, can be added."_p)
        << "</li><li>" << say("No easy-read and no British Sign Language version."_p)
        << "</li></ul>\n<h2 class=\"govuk-heading-m\">" << say("If something does not work for you"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("Tell your school’s safeguarding lead, or whoever gave you the address of this site. If it is "
               "about a child, don’t "
               "wait for the site: tell the safeguarding lead in person, or ring [a number on this page](/now)."_p)
        << "</p>";
    return {.language = say.language(), .title = say.plain("Accessibility"_p), .main = std::move(out)};
}

}  // namespace safelead::web
