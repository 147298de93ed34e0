#include "web/pages/received_page.h"

#include "web/pages/referral_page.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html find_form(const FormWriter& form, const FormFrame& find)
{
    const auto& say = form.say();
    Html out;
    return out << form.open(find)
               << form.line(
                      "q", say("Find a referral"_p),
                      say("Its reference, the child’s name, the school, or a word that was written in it"_p))
               << Button{.content = say("Find"_p), .classes = "govuk-button--secondary"}
               << FormWriter::close();
}

}  // namespace

Html received_page(const FormWriter& form, const FormFrame& find, const std::vector<app::ReferralLine>& lines,
                   const directory::Zone& zone)
{
    const auto& say = form.say();
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Referrals to us"_p) << "</h1>";
    if (lines.empty()) return out << paragraph(say("Nothing has been referred to you here."_p));
    return out << find_form(form, find) << "<h2 class=\"govuk-heading-m\">"
               << say("Those that wait come first"_p) << "</h2>" << referral_lines(say, lines, zone);
}

Html received_found_page(const FormWriter& form, const FormFrame& find, const app::ReferralsFound& found,
                         const directory::Zone& zone)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Referrals found"_p) << "</h1>"
        << find_form(form, find);
    if (found.lines.empty())
        out << paragraph(say("No referral that you may read was found by that."_p));
    else
        out << "<h2 class=\"govuk-heading-m\">" << say("The newest first"_p) << "</h2>"
            << referral_lines(say, found.lines, zone);
    if (!found.is_all) out << paragraph(say("There may be more. Say more of what you are looking for."_p));
    return out << paragraph(say("[All referrals](/referrals)"_p));
}

}  // namespace safelead::web
