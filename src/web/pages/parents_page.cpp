#include "web/pages/contact_lines.h"
#include "web/pages/open_pages.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

void heading(Html& out, const Speaker& say, const Phrase& words)
{
    out << "<h2 class=\"govuk-heading-m\">" << say(words) << "</h2>\n";
}

void append_first(Html& out, const Speaker& say)
{
    heading(out, say, "First"_p);
    out << "<ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("Stay calm, and tell your child that you are glad they told you."_p) << "</li><li>"
        << say("**Don’t look at the image, forward it or take a screenshot of it.** That can be against the law, even for a parent."_p)
        << "</li><li>" << say("Don’t delete anything before you have had advice: it can be needed."_p)
        << "</li><li>" << say("Don’t contact the other child or their family yourself."_p) << "</li><li>"
        << say("If somebody is asking for money or for more: don’t pay, stop replying, block them, and keep the messages."_p)
        << "</li></ul>\n";
}

void append_who(Html& out, const Speaker& say)
{
    heading(out, say, "Who to talk to"_p);
    out << "<p class=\"govuk-body\">"
        << say("**The safeguarding lead at your child’s school.** Ask for them by that name. You can also "
               "talk to any "
               "professional who already works with your family."_p)
        << "</p><p class=\"govuk-body\">"
        << say("Your child can ring **Childline** on [0800 1111](tel:+448001111), free, and can use "
               "[Report Remove](https://www.childline.org.uk) to ask for an image to be taken down."_p)
        << "</p>\n";
}

void append_next(Html& out, const Speaker& say)
{
    heading(out, say, "What the school will do"_p);
    out << "<p class=\"govuk-body\">"
        << say("The safeguarding lead finds out what has happened without looking at the image, decides "
               "whether children’s social "
               "care or the police must be told, and makes a plan to keep the children safe. You are usually "
               "told early. You "
               "will not be told about another family."_p)
        << "</p><p class=\"govuk-body\">"
        << say("If the police are told, they must record it. Recording is not charging: where nobody was "
               "harmed or forced, police "
               "can decide that it is not in the public interest to take it further. Nobody at school can "
               "promise what they "
               "will decide. [More about the law](/law)."_p)
        << "</p>\n";
}

}  // namespace

Page parents_page(const Speaker& say, const RingingNow& ringing)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Help for parents and carers"_p)
        << "</h1>\n<div class=\"safelead-danger\"><p class=\"govuk-body\">"
        << say("**If your child is in danger, or may hurt themselves, ring [999](tel:999) now.**"_p)
        << "</p></div>\n"
        << "<p class=\"govuk-body-l\">"
        << say("An image or video of your child has been shared, or your child has shared one."_p)
        << "</p>\n";
    append_first(out, say);
    append_who(out, say);
    append_next(out, say);
    if (!ringing.to_ring.empty()) {
        heading(out, say, "Numbers"_p);
        out << contact_lines(say, ringing.to_ring, ringing.at);
    }
    out << "<p class=\"safelead-source\">"
        << say("From: UK Council for Internet Safety (2024); the National Crime Agency’s advice on blackmail "
               "(April 2024); Leeds "
               "one minute guide No. 155 (April 2017); general safeguarding practice. No practising "
               "safeguarding lead has "
               "checked this page yet."_p)
        << "</p>";
    return {.language = say.language(),
            .title = say.plain("Safelead"_p),
            .title_kind = TitleKind::neutral,
            .main = std::move(out),
            .exit_button = ExitButton::present};
}

}  // namespace safelead::web
