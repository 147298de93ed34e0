#include "web/pages/no_reports_page.h"

#include "web/pages/words.h"

namespace safelead::web {

namespace {

Html paragraph(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

}  // namespace

Html no_reports_page(const Speaker& say, std::string_view organisation, const std::vector<Ring>& social_care)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("No report can be sent from here"_p) << "</h1>"
        << paragraph(say(
               "Reports are taken at schools and colleges, where a safeguarding lead, a headteacher and a "
               "chair of governors read them. {0} is neither, so nobody would read yours."_p,
               {organisation}))
        << "<h2 class=\"govuk-heading-m\">" << say("If a child is in danger now, ring 999"_p) << " · "
        << telephone_link("999") << "</h2>"
        << paragraph(say("See [what to do in the first minute](/now). Its button for a report is for schools "
                         "and colleges."_p))
        << "<h2 class=\"govuk-heading-m\">" << say("If you are worried about a child"_p) << "</h2>"
        << paragraph(
               say("Follow your own organisation’s procedure, and don’t wait: anyone can tell children’s "
                   "social care. Their front door takes referrals:"_p));
    if (social_care.empty()) return out << paragraph(say("Find the number under [Contacts](/contacts)."_p));
    return out << ring_list(social_care);
}

}  // namespace safelead::web
