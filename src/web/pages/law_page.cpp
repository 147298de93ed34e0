#include "web/pages/law_parts.h"
#include "web/pages/open_pages.h"

namespace safelead::web {

namespace {

Html words_of(const Speaker& say, Basis basis)
{
    switch (basis) {
        case Basis::seen:
            return say("read in part, not verified"_p);
        case Basis::second_hand:
            return say("second-hand, not verified"_p);
        case Basis::guide_2017:
            return say("the guide of 2017, not verified since"_p);
        case Basis::general:
            return say("general knowledge, not verified"_p);
        case Basis::project_rule:
            return say("project rule, not yet approved by a safeguarding lead"_p);
    }
    return {};
}

/// For whoever has a minute: each point leads to its part.
Html in_one_minute(const Speaker& say)
{
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("In one minute"_p)
        << "</h2>\n<ul class=\"govuk-list govuk-list--bullet\"><li>"
        << say("It is against the law to take, make, share, show or have an indecent image of "
               "[anyone under 18](#under-18): also one’s own, also with agreement."_p)
        << "</li><li>"
        << say("[Made with AI](#made-by-computer) counts too, and so does [threatening to share](#without-agreement)."_p)
        << "</li><li>"
        << say("**Never look at, copy, print, share or save it, even to help.** "
               "[For staff that is against the law too](#staff)."_p)
        << "</li><li>"
        << say("Police who are told [must record a crime](#recording). Recording is not charging, and they "
               "treat "
               "it first as keeping children safe."_p)
        << "</li><li>"
        << say("[Outcome 21](#outcome-21) is the police’s own decision. Nobody at a school can promise it, "
               "or that "
               "there will be no record."_p)
        << "</li><li>"
        << say("What the [Acts of 2026](#acts-2026) bring is not all in force, and nobody here has verified what is."_p)
        << "</li></ul>\n<p class=\"govuk-body\">"
        << say("What to do is on [the first minute](/now), not here."_p) << "</p>\n";
    return out;
}

}  // namespace

Html law_part(const Speaker& say, const LawPart& part)
{
    Html out;
    out << "<section class=\"keep-together\"><h2 class=\"govuk-heading-m\" id=\"" << text(part.id) << "\">"
        << say(part.heading) << "</h2>\n";
    for (const Phrase& words : part.paragraphs) out << "<p class=\"govuk-body\">" << say(words) << "</p>\n";
    out << "<p class=\"safelead-source\">"
        << (part.sources.size() == 1 ? say("Source:"_p) : say("Sources:"_p));
    Markup separator = " ";
    for (const auto& source : part.sources) {
        out << separator << say(source.where) << " (" << words_of(say, source.basis) << ")";
        separator = "; ";
    }
    return out << ".</p></section>\n";
}

Page law_page(const Speaker& say)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("The law, in brief"_p)
        << "</h1>\n<p class=\"govuk-body-l\">"
        << say("England. For help in understanding, not for deciding who is guilty: that is for courts. Child protection comes first."_p)
        << "</p>\n<div class=\"govuk-inset-text\">"
        << say("**Not verified.** The statutes were read through others’ quotations of them, not clause by "
               "clause. No "
               "lawyer and no practising safeguarding lead has checked this page yet."_p)
        << "</div>\n"
        << in_one_minute(say) << law_on_images(say) << law_on_police(say) << law_of_2026(say);
    return {.language = say.language(), .title = say.plain("The law, in brief"_p), .main = std::move(out)};
}

}  // namespace safelead::web
