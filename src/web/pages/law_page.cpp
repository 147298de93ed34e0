#include "web/pages/open_pages.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

void part(Html& out, const Speaker& say, const Phrase& heading, std::initializer_list<Phrase> paragraphs,
          const Phrase& source)
{
    out << "<h2 class=\"govuk-heading-m\">" << say(heading) << "</h2>\n";
    for (const Phrase& words : paragraphs) out << "<p class=\"govuk-body\">" << say(words) << "</p>\n";
    out << "<p class=\"safelead-source\">" << say("Source:"_p) << " " << say(source) << "</p>\n";
}

void append_offences(Html& out, const Speaker& say)
{
    part(out, say, "Under 18, whoever took it"_p,
         {"It is against the law to take, make, share, show or have an indecent image of anyone under 18. "
          "Eighteen, not sixteen. "
          "It is so even where the child took it and agreed to share it, and a child can break this law with "
          "an image of "
          "themselves."_p,
          "There is one narrow exception in the law, for couples; it hardly ever applies, and nobody should "
          "rely on it in deciding "
          "what to do."_p},
         "Protection of Children Act 1978, sections 1 and 1A; Criminal Justice Act 1988, section 160."_p);
    part(out, say, "Sent to you without asking"_p,
         {"Someone who was sent an image without asking for it, and who did not keep it for an unreasonable "
          "time, has a defence to "
          "having it. It does not cover sending it on. So whether it was asked for is worth writing down."_p},
         "Criminal Justice Act 1988, section 160(2)(c)."_p);
    part(
        out, say, "Made or changed by a computer"_p,
        {"A realistic image that was made or changed by a computer, AI included, counts as if it were a "
         "photograph. Some drawings "
         "and cartoons are against the law too."_p},
        "Protection of Children Act 1978, section 7(7) and (8); Coroners and Justice Act 2009, section 62."_p);
    part(out, say, "Sharing, or threatening to share, without agreement"_p,
         {"Sharing an intimate image of somebody of any age without their agreement, or threatening to, has "
          "been "
          "an offence since 31 "
          "January 2024."_p},
         "Sexual Offences Act 2003, section 66B."_p);
    part(
        out, say, "Very young children"_p,
        {"A child under 10 cannot commit an offence. A child under 13 cannot agree to sexual activity in law."_p},
        "General knowledge (age of criminal responsibility); Sexual Offences Act 2003."_p);
}

void append_police(Html& out, const Speaker& say)
{
    part(
        out, say, "What the police must do, and may decide"_p,
        {"The police treat sharing between children first of all as a safeguarding matter. But once they are "
         "told, they must record "
         "a crime. A talk with a Safer Schools Officer is telling the police."_p,
         "**Outcome 21** lets the police record that investigating further is not in the public interest. It "
         "is their decision. "
         "It is not a finding of guilt and not a caution, and a school can’t give it or promise it. It suits "
         "sharing that was "
         "not abusive, with no sign of pressure, profit, malice or an adult."_p,
         "Does it show on a criminal record check? Not automatically. In an enhanced check a chief officer "
         "may include what they "
         "believe is relevant; for Outcome 21 that is very unlikely, but sources disagree about “never”. So "
         "nobody should promise "
         "a child that there will be no record."_p},
        "Leeds one minute guide No. 155, April 2017; College of Policing briefing, as quoted by others; "
        "Police Act 1997, section "
        "113B (general knowledge). The guide’s own words on Outcome 21 go further than the official name of it."_p);
}

}  // namespace

Page law_page(const Speaker& say)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("The law, in brief"_p)
        << "</h1>\n<p class=\"govuk-body-l\">"
        << say("England. For help in understanding, not for deciding who is guilty: that is for courts. Child protection comes first."_p)
        << "</p>\n";
    append_offences(out, say);
    append_police(out, say);
    out << "<h2 class=\"govuk-heading-m\">" << say("Staff"_p) << "</h2><p class=\"govuk-body\">"
        << say("Staff never look at, copy, print, share, store or save an image, and never ask a child to "
               "share or download one: it "
               "is illegal. [What to do instead](/now)."_p)
        << "</p><p class=\"safelead-source\">" << say("Source:"_p) << " "
        << say("UK Council for Internet Safety, overview for all staff, updated 11 March 2024."_p)
        << "</p>\n<p class=\"govuk-body-s\">"
        << say("The statutes were read through others’ quotations of them, not clause by clause. No lawyer "
               "and no practising "
               "safeguarding lead has checked this page yet."_p)
        << "</p>";
    return {.language = say.language(), .title = say.plain("The law, in brief"_p), .main = std::move(out)};
}

}  // namespace safelead::web
