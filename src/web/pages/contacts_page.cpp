#include "web/pages/contacts_page.h"

#include "directory/local_time.h"
#include "web/html/components/button.h"
#include "web/html/components/input.h"
#include "web/html/components/inset_text.h"
#include "web/html/components/select.h"
#include "web/pages/contact_lines.h"
#include "web/pages/words.h"

#include <utility>

namespace safelead::web {

namespace {

using directory::Audience;
using directory::Need;

constexpr std::pair<Need, Phrase> needs[] = {
    {Need::danger, "A child is in danger now"_p},
    {Need::refer, "Refer a child, or ask whether to"_p},
    {Need::police, "Tell the police"_p},
    {Need::allegation, "It is about somebody who works with children"_p},
    {Need::advice, "Advice for staff"_p},
    {Need::support_for_child, "Somebody for a young person to talk to"_p},
    {Need::support_for_parent, "Somebody for a parent to talk to"_p},
    {Need::remove_image, "Get an image taken down"_p},
    {Need::online_exploitation, "Somebody online presses or threatens a child"_p},
    {Need::own_behaviour, "Worry about one’s own behaviour"_p},
    {Need::coordination, "The local partnership"_p},
    {Need::abuse_in_education, "Abuse at a school or college"_p},
};

constexpr std::pair<Audience, Phrase> audiences[] = {
    {Audience::staff, "I work with children"_p},
    {Audience::parent, "I’m a parent or carer"_p},
    {Audience::young_person, "I’m a young person"_p},
    {Audience::adult, "I’m another adult"_p},
};

void append_form(Html& out, const Speaker& say, const ContactsAsked& asked,
                 const std::vector<std::string>& areas)
{
    std::vector<SelectItem> places;
    for (const auto& area : areas) places.push_back({.value = area, .content = name_of_area(area)});
    places.push_back({.value = "england", .content = say.plain("Elsewhere in England"_p)});
    std::vector<SelectItem> all_needs{{.value = "", .content = say.plain("Anything"_p)}};
    for (const auto& [need, words] : needs)
        all_needs.push_back({.value = std::string{directory::need_name(need)}, .content = say.plain(words)});
    std::vector<SelectItem> people;
    for (const auto& [audience, words] : audiences)
        people.push_back(
            {.value = std::string{directory::audience_name(audience)}, .content = say.plain(words)});

    out << "<form method=\"get\" action=\"/contacts\" class=\"no-print\">"
        << Select{.name = "for",
                  .label = {.content = say("Who are you?"_p)},
                  .items = people,
                  .value = std::string{directory::audience_name(asked.audience)}}
        << Select{.name = "area",
                  .label = {.content = say("Where does the child live?"_p)},
                  .items = places,
                  .value = asked.area}
        << Select{.name = "need",
                  .label = {.content = say("What do you need?"_p)},
                  .items = all_needs,
                  .value = asked.need ? std::string{directory::need_name(*asked.need)} : ""}
        << Input{.name = "at",
                 .label = {.content = say("When? Leave it empty for now"_p)},
                 .value = asked.at ? directory::to_text(*asked.at) : "",
                 .type = "datetime-local",
                 .classes = "govuk-input--width-20"}
        << Button{.content = say("Show who to ring"_p), .classes = "govuk-button--secondary"} << "</form>\n";
}

}  // namespace

std::string name_of_area(std::string_view area)
{
    std::string name{area};
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

Html contacts_page(const Speaker& say, const ContactsAsked& asked, const std::vector<std::string>& areas,
                   const RingingNow& ringing, const directory::Arrangements* arrangements)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Who to ring"_p)
        << "</h1>\n<div class=\"safelead-danger\"><p class=\"govuk-body\">"
        << say("**If anyone is in danger now, ring [999](tel:999).** Nothing here rings anyone."_p)
        << "</p></div>\n";
    append_form(out, say, asked, areas);
    out << "<h2 class=\"govuk-heading-m\">"
        << say("{0}: {1}"_p, {name_of_area(asked.area), directory::words(ringing.at)}) << "</h2>\n";
    if (!ringing.bank_holidays_known) {
        out << InsetText{
            .content = say(
                "The bank holidays of that year are not known here, so a day that is one counts as an ordinary day."_p)};
    }
    if (ringing.to_ring.empty()) {
        out << "<p class=\"govuk-body\">"
            << say("No number is known for that. Ring the police on [101](tel:101), or [999](tel:999) in danger."_p)
            << "</p>\n";
    }
    out << contact_lines(say, ringing.to_ring, ringing.at);
    if (arrangements != nullptr)
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/guidance/local/"
            << text(arrangements->area) << "\">"
            << say("How it is done in {0}: front doors, and how long each part may take"_p,
                   {name_of_area(arrangements->area)})
            << "</a></p>";
    return out;
}

}  // namespace safelead::web
