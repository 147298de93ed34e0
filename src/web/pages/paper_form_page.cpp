#include "web/html/components/back_link.h"
#include "web/html/components/button.h"
#include "web/pages/contact_lines.h"
#include "web/pages/open_pages.h"
#include "web/pages/words.h"

#include <algorithm>

namespace safelead::web {

namespace {

using directory::Contact;
using directory::Need;

void line(Html& out, const Speaker& say, const Phrase& label)
{
    out << "<div class=\"keep-together\"><p class=\"govuk-body govuk-!-margin-bottom-0 "
           "govuk-!-font-weight-bold\">"
        << say(label) << "</p><div class=\"safelead-write\"></div></div>\n";
}

void box(Html& out, const Speaker& say, const Phrase& label, const Phrase& hint, Markup classes)
{
    out << "<div class=\"keep-together\"><p class=\"govuk-body govuk-!-margin-bottom-0 "
           "govuk-!-font-weight-bold\">"
        << say(label) << "</p><p class=\"govuk-body-s govuk-!-margin-bottom-1\">" << say(hint)
        << "</p><div class=\"" << classes << "\"></div></div>\n";
}

void ticks(Html& out, const Speaker& say, const Phrase& label)
{
    out << "<p class=\"govuk-body keep-together\"><strong>" << say(label)
        << "</strong><br><span class=\"safelead-tick\"></span>" << say("Yes"_p)
        << "<span class=\"safelead-tick\"></span>" << say("No"_p) << "<span class=\"safelead-tick\"></span>"
        << say("Not known"_p) << "</p>\n";
}

void append_first_things(Html& out, const Speaker& say)
{
    out << "<ol class=\"govuk-list govuk-list--number\"><li>"
        << say("**If anyone is in danger now, ring 999**, before you write."_p) << "</li><li>"
        << say("**Don’t look, copy, send, save or delete it**, and don’t ask a child to."_p) << "</li><li>"
        << say("Thank the child, don’t blame, and say that you must tell the safeguarding lead."_p)
        << "</li><li>"
        << say("**Tell the safeguarding lead in person, now.** Nobody free? Ring a number on this sheet: anyone can refer."_p)
        << "</li><li>"
        << say("Then write the child’s own words here, today, and hand this sheet to the safeguarding lead."_p)
        << "</li><li>" << say("If you saw it by accident, say so. We’ll support you."_p) << "</li></ol>\n";
}

void append_form(Html& out, const Speaker& say)
{
    out << "<h2 class=\"govuk-heading-m safelead-sheet\">" << say("What the child said"_p) << "</h2>\n";
    line(out, say, "Child or children (full names, class or year)"_p);
    box(out, say, "The child’s own words, as they were said"_p,
        "And what you asked. Never write what an image shows, and never attach one."_p,
        "safelead-write safelead-write--box safelead-write--tall");
    line(out, say, "When it was said (date and time), and where"_p);
    line(out, say, "Who else was there"_p);
    line(out, say, "Where the child is now, and who is with them"_p);
    ticks(out, say, "Is anyone in danger now? (Yes: 999 first)"_p);
    ticks(
        out, say,
        "Does it involve anyone who works here? (Yes: to the headteacher; about the head: to the chair of governors)"_p);
    ticks(out, say, "Has the safeguarding lead been told in person?"_p);
    ticks(out, say, "Has anyone on the staff seen or kept an image? (Tick only; don’t describe it)"_p);
    line(out, say, "If you rang someone: who, when, what they said, their reference"_p);
    line(out, say, "Your name, your role, how to reach you"_p);
    line(out, say, "Signed, date and time"_p);
    out << "<h3 class=\"govuk-heading-s\">" << say("For the safeguarding lead"_p) << "</h3>\n";
    line(out, say, "Received by, date and time; entered in Safelead by, date and time"_p);
    out << "<p class=\"govuk-body-s\">"
        << say("When it has been entered, keep or destroy this sheet as your school’s policy says. It is "
               "about a child: never "
               "leave it on a desk or in a tray."_p)
        << "</p>\n";
}

bool is_for_staff(const Contact& contact)
{
    return std::ranges::find(contact.audiences, directory::Audience::staff) != contact.audiences.end();
}

bool is_for(const Contact& contact, Need need)
{
    return std::ranges::find(contact.needs, need) != contact.needs.end();
}

std::string name_of_other(const Contact& contact, const std::vector<Contact>& contacts)
{
    if (!contact.hours.other) return {};
    const auto found = std::ranges::find(contacts, *contact.hours.other, &Contact::id);
    return found == contacts.end() ? std::string{} : found->name;
}

void append_numbers(Html& out, const Speaker& say, const std::vector<Contact>& contacts, Date today)
{
    out << "<h2 class=\"govuk-heading-m\">" << say("Who to ring, at any hour"_p)
        << "</h2><table class=\"govuk-table safelead-numbers\"><thead class=\"govuk-table__head\"><tr "
           "class=\"govuk-table__row\">"
           "<th scope=\"col\" class=\"govuk-table__header\">"
        << say("Who"_p) << "</th><th scope=\"col\" class=\"govuk-table__header\">" << say("Number"_p)
        << "</th><th scope=\"col\" class=\"govuk-table__header\">" << say("When"_p)
        << "</th></tr></thead><tbody class=\"govuk-table__body\">\n";
    for (const Need need : {Need::danger, Need::refer, Need::police, Need::allegation}) {
        for (const Contact& contact : contacts) {
            if (!contact.telephone || !is_for_staff(contact) || !is_for(contact, need)) continue;
            out << "<tr class=\"govuk-table__row keep-together\"><th scope=\"row\" "
                   "class=\"govuk-table__header\">"
                << text(contact.name) << "</th><td class=\"govuk-table__cell\"><strong>"
                << number_link(*contact.telephone) << "</strong>";
            if (!contact.telephone->then.empty()) out << "<br>" << text(contact.telephone->then);
            out << "</td><td class=\"govuk-table__cell\">"
                << text(hours_in_words(contact.hours, name_of_other(contact, contacts)))
                << "<br><span class=\"safelead-source\">" << text(directory::checked_words(contact, today))
                << "</span></td></tr>\n";
        }
    }
    out << "</tbody></table>\n<p class=\"govuk-body\">"
        << say("Our own safeguarding lead, deputy and headteacher (write their names and numbers in before you need them):"_p)
        << "</p><div class=\"safelead-write\"></div><div class=\"safelead-write\"></div>\n";
}

}  // namespace

Page paper_form_page(const Speaker& say, const std::vector<Contact>& contacts, Date today)
{
    Html out;
    out << "<div class=\"safelead-paper\"><h1 class=\"govuk-heading-l\">"
        << say("Report on paper: an image of a child has been shared"_p)
        << "</h1>\n<div class=\"no-print\"><p class=\"govuk-body\">"
        << say("For supply staff, visitors, trips, and when the network is down. Print it before you need "
               "it, and again when "
               "the numbers change."_p)
        << "</p><p class=\"govuk-body js-only\">"
        << Button{.content = say("Print this page"_p), .type = "button", .attributes = {{"data-print"}}}
        << "</p></div>\n";
    append_first_things(out, say);
    append_numbers(out, say, contacts, today);
    append_form(out, say);
    out << "<p class=\"safelead-source\">"
        << say("Printed from Safelead, {0}. Sources: UK Council for Internet Safety, overview for all staff, "
               "11 March 2024; Leeds "
               "one minute guide No. 155, April 2017; the numbers as shown. No practising safeguarding lead "
               "has checked this "
               "sheet yet."_p,
               {directory::long_date(today)})
        << "</p></div>";
    Page page{.language = say.language(),
              .title = say.plain("Paper form"_p),
              .main = std::move(out),
              .width = Width::full};
    page.before_main << BackLink{.href = "/now", .content = say("What to do now"_p)};
    return page;
}

}  // namespace safelead::web
