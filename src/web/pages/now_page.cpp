#include "web/html/components/button.h"
#include "web/html/components/details.h"
#include "web/pages/contact_lines.h"
#include "web/pages/open_pages.h"
#include "web/pages/words.h"

#include <algorithm>
#include <iterator>

namespace safelead::web {

namespace {

using directory::Need;

void append_step(Html& out, const Speaker& say, const Phrase& what, const Phrase& more)
{
    out << "<li><h2 class=\"govuk-heading-m govuk-!-margin-bottom-1\">" << say(what)
        << "</h2><p class=\"govuk-body\">" << say(more) << "</p>";
}

/// The order is fixed by the guidance's own urgency: danger, do no harm, the child, the lead, the words,
/// yourself.
void append_steps(Html& out, const Speaker& say)
{
    out << "<ol class=\"safelead-steps\">\n";
    append_step(out, say, "If anyone is in danger now, ring [999](tel:999)"_p,
                "That includes a child who may hurt themselves today."_p);
    out << "</li>\n";
    append_step(
        out, say, "Don’t look, copy, send, save or delete it, and don’t ask a child to"_p,
        "Looking at it, copying, printing, sending or saving it can be against the law, even to help. So can "
        "a "
        "photo or screenshot “for evidence”. Deleting it can lose what the police need: the lead decides "
        "about that. "
        "If you have to take a phone, take it without looking, and hand it to the safeguarding lead."_p);
    out << "</li>\n";
    append_step(out, say, "Thank the child. Don’t blame. Say that you must tell the safeguarding lead"_p,
                "Stay calm, listen, take it seriously. You could say: “Thank you for telling me. You’re not "
                "in trouble "
                "for asking for help. I have to tell the safeguarding lead, so that we can help you.”"_p);
    out << "<p class=\"govuk-body safelead-never\">"
        << say("Don’t promise to keep it secret, or that there will be no police record. Don’t ask what the "
               "image "
               "shows, don’t ask “why did you?”, and don’t investigate: that is the lead’s job."_p)
        << "</p></li>\n";
    append_step(
        out, say, "Tell the safeguarding lead in person, now"_p,
        "Or a deputy, or a senior leader, and follow your child protection policy. Don’t wait for a break, a "
        "meeting or a form. **Nobody free? Ring the [number below](#ring): anyone can refer a child.**"_p);
    out << "</li>\n";
    append_step(out, say, "Then write down the child’s own words, here, today"_p,
                "What was said, when and where, and who was there. Not what the image shows."_p);
    out << Button{.content = say("Report what the child said"_p), .href = "/concerns/new"}
        << "<p class=\"govuk-body\">"
        << say("You need to sign in to report. No account, or no network? Use the [paper form](/now/paper)."_p)
        << "</p></li>\n";
    append_step(
        out, say, "If you saw it by accident, say so"_p,
        "Tell the safeguarding lead, who writes it down. It happens, and we’ll support you. Don’t describe "
        "it "
        "to anyone, and talk about what happened with nobody but the lead: not with colleagues, other pupils "
        "or parents."_p);
    out << "</li>\n</ol>\n";
}

Html about_a_colleague(const Speaker& say)
{
    Html content;
    content
        << "<p class=\"govuk-body\">"
        << say("If it is about somebody who works or volunteers here, tell the headteacher and not that "
               "person. The "
               "headteacher rings the LADO (the number is below) within one working day. If it is about the "
               "headteacher, tell the chair of governors (or the proprietor). If it is about the "
               "safeguarding lead, "
               "tell the headteacher."_p)
        << "</p><p class=\"govuk-body\">"
        << say("Is the safeguarding lead related to one of the children? Tell the deputy, who takes it on."_p)
        << "</p><p class=\"govuk-body\">"
        << say("Has somebody on the staff copied or kept an image? Stop, touch nothing, and tell the headteacher at once."_p)
        << "</p>";
    return Details{.summary = say("Is it about somebody who works here?"_p), .content = std::move(content)};
}

/// Each step with what it rests on. None has been verified by a person.
Html sources(const Speaker& say)
{
    Html content;
    content
        << "<ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("Telling the lead at once, following the policy, never looking, copying, printing, sharing or "
               "saving, "
               "never asking a child to (steps 2 and 4): the overview for all staff of "
               "[Sharing nudes and semi-nudes]({0}), UK Council for Internet Safety, updated 11 March 2024; "
               "its page "
               "was read. Step 4 also: Leeds one minute guide No. 155, April 2017 (“discuss with the "
               "safeguarding "
               "lead”)."_p,
               {"https://www.gov.uk/government/publications/"
                "sharing-nudes-and-semi-nudes-advice-for-education-settings-working-with-children-and-young-"
                "people"})
        << "</li><li>"
        << say("Not deleting, not asking what it shows, no blame, no secrecy, support after seeing it by "
               "accident "
               "(steps 2, 3 and 6): the same guidance, from general knowledge and summaries by others."_p)
        << "</li><li>"
        << say("Taking a phone without looking (step 2): the Department for Education’s advice on searching, "
               "2022, as "
               "quoted by others. The change of 2024 about phones was reported and not read."_p)
        << "</li><li>"
        << say("“Not in trouble for asking for help” (step 3): statutory guidance on relationships and "
               "health education "
               "(2025), as quoted by others. No promise about a police record: project rule, from the [law](/law)."_p)
        << "</li><li>"
        << say("“Anyone can refer”, writing the child’s own words the same day, the LADO within one working "
               "day: Keeping "
               "children safe in education, from general knowledge."_p)
        << "</li><li>"
        << say("That the deputy takes it on where the lead is related to a child, and what to do where staff "
               "have copied "
               "an image: project rules."_p)
        << "</li><li>" << say("Danger first (step 1): general safeguarding practice."_p)
        << "</li></ul><p class=\"govuk-body\">"
        << say("Nothing here has been verified against the full text, and no practising safeguarding lead "
               "has checked "
               "this page yet."_p)
        << "</p>";
    return Details{.summary = say("Where this comes from"_p), .content = std::move(content)};
}

}  // namespace

Html who_to_ring_now(const Speaker& say, const RingingNow& ringing)
{
    std::vector<directory::ToRing> first;
    std::vector<directory::ToRing> later;
    for (const auto& one : ringing.to_ring) {
        const bool is_urgent = one.need == Need::danger || one.need == Need::refer ||
                               one.need == Need::police || one.need == Need::allegation;
        (is_urgent ? first : later).push_back(one);
    }
    Html out;
    out << "<h2 class=\"govuk-heading-l\" id=\"ring\">" << say("Who to ring now"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("It is {0}, {1}. Safelead rings nobody: ringing is up to you."_p,
               {directory::clock_words(ringing.at.time), directory::long_date_with_day(ringing.at.date)})
        << "</p>";
    if (!ringing.bank_holidays_known) {
        out << "<p class=\"govuk-body\">"
            << say("We don’t know this year’s bank holidays. If today is one, ring the out-of-hours line."_p)
            << "</p>";
    }
    if (first.empty()) {
        out << "<p class=\"govuk-body\">"
            << say("No local numbers have been entered. Ring 101 for the police, or your council’s "
                   "children’s social care. "
                   "In danger, 999."_p)
            << "</p>";
    }
    out << contact_lines(say, first, ringing.at);
    if (!later.empty()) {
        out << Details{.summary = say("Advice, support and getting an image removed"_p),
                       .content = contact_lines(say, later, ringing.at)};
    }
    return out;
}

Page now_page(const Speaker& say, const RingingNow& ringing)
{
    Html out;
    out << "<h1 class=\"govuk-heading-xl govuk-!-margin-bottom-4\">" << say("What to do now"_p)
        << "</h1><p class=\"govuk-body-l\">"
        << say("A child has told you, or you have found out, that an image of a child has been shared."_p)
        << "</p>\n";
    append_steps(out, say);
    out << about_a_colleague(say) << who_to_ring_now(say, ringing) << sources(say);
    out << "<p class=\"govuk-body no-print\">"
        << say("For the safeguarding lead: [advice without an account](/advise), from the guidance, with "
               "reasons; "
               "[one minute guides](/guides); [the law](/law)."_p)
        << "</p><p class=\"govuk-body no-print\"><a class=\"govuk-link\" href=\"/now/paper\">"
        << say("Paper form, for supply staff or when the network is down"_p) << "</a></p>";
    return {.language = say.language(), .title = say.plain("What to do now"_p), .main = std::move(out)};
}

}  // namespace safelead::web
