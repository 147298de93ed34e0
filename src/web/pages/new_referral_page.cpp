#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/pages/contacts_page.h"
#include "web/pages/police_notice.h"
#include "web/pages/referral_page.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

/// "A, B": who of the case lives where that agency is the front door.
std::string who_lives_under(const NewReferralPage& page, const app::AgencyHere& one)
{
    const bool is_front_door = one.agency.kind == record::AgencyKind::social_care ||
                               one.agency.kind == record::AgencyKind::local_authority;
    std::string who;
    if (!is_front_door || one.area.empty()) return who;
    for (const auto& home : page.homes)
        if (home.area == one.area) who += (who.empty() ? "" : ", ") + std::string{home.ref.text()};
    return who;
}

/// Under which authority each child lives, as far as somebody noted it.
Html homes_of_children(const Speaker& say, const NewReferralPage& page)
{
    Html lines;
    for (const auto& child : page.children) {
        const auto found = std::ranges::find(page.homes, child.value,
                                             [](const app::HomeOf& home) { return home.ref.text(); });
        lines << "<li>"
              << (found == page.homes.end()
                      ? say("{0}: not noted. Find out under which authority they live before you send."_p,
                            {child.value})
                  : found->area.empty()
                      ? say("{0} lives under {1}. Its front door is not known here: find its number on its "
                            "own website."_p,
                            {child.value, found->name})
                      : say("{0} lives under {1}."_p, {child.value, found->name}))
              << "</li>";
    }
    if (lines.is_empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-s\">" << say("Where each child lives"_p)
               << "</h2><ul class=\"govuk-list govuk-list--bullet\">" << lines << "</ul>";
}

/// The one that it goes on from, and for whom its receiver says that it is.
Html goes_on_from(const Speaker& say, const NewReferralPage& page)
{
    if (page.follows.empty()) return {};
    Html content;
    content << "<p class=\"govuk-body\">"
            << say("This goes on from {0}, which was redirected: its words are taken over."_p, {page.follows})
            << "</p>";
    if (page.redirected && page.redirected->said.to)
        content << "<p class=\"govuk-body\">"
                << say("{0} says that it is for {1}. Check that it is, and choose."_p,
                       {page.redirected->by_name, page.redirected->said.to->name})
                << "</p><p class=\"govuk-body safelead-words\">" << text(page.redirected->said.words)
                << "</p>";
    Html out;
    return out << hidden_input("follows", page.follows) << InsetText{.content = std::move(content)};
}

}  // namespace

Html new_referral_page(const FormWriter& form, const NewReferralPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> agencies;
    for (const auto& one : page.agencies) {
        Html hint;
        if (!one.telephone.empty()) hint << text(one.telephone);
        if (const auto who = who_lives_under(page, one); !who.empty()) {
            if (!hint.is_empty()) hint << ". ";
            hint << say("The front door for {0}"_p, {who});
        }
        agencies.push_back({.value = agency_value(one.agency),
                            .label = agency_label(say, one.agency),
                            .hint = std::move(hint)});
    }
    Html out;
    out << BackLink{.href = page.case_address, .content = say("Back to the case’s referrals"_p)}
        << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Refer to an agency"_p) << "</h1>"
        << (page.notice == record::NoticeNeeded::yes ? police_notice(say) : Html{})
        << WarningText{.content = say(
                           "Ring first. Nothing here rings anyone, and a referral never waits for a form."_p)}
        << form.open(page.frame) << goes_on_from(say, page);
    Html elsewhere;
    elsewhere << form.line("to-name", say("What is it called?"_p))
              << form.radios(
                     "to-kind", say("What is it?"_p), {},
                     {{.value = "social_care", .label = say("Children’s social care"_p)},
                      {.value = "police", .label = say("The police"_p)},
                      {.value = "lado", .label = say("The LADO of an authority"_p)},
                      {.value = "local_authority", .label = say("Another part of a local authority"_p)},
                      {.value = "other", .label = say("Another agency"_p)},
                      {.value = "not_known", .label = say(agency_kind_words(record::AgencyKind::not_known))}},
                     Layout::small, LegendSize::s);
    agencies.push_back({.value = "not-here",
                        .label = say("Somebody who is not on this list"_p),
                        .hint = say("They have no account: they get a link and a code, or paper"_p),
                        .conditional = std::move(elsewhere)});
    out << homes_of_children(say, page)
        << form.radios(
               "to", say("To whom?"_p),
               say("A child is referred to the authority where they live or are found, which may not be "
                   "the school’s."_p),
               std::move(agencies))
        << form.checkboxes(
               "child", say("Which children?"_p),
               say("Only those whom this agency needs to know of. Two authorities are two referrals."_p),
               page.children);
    for (const auto& area : page.areas)
        out << "<p class=\"govuk-body\">"
            << say("[Front doors and times in {0}](/guidance/local/{1})"_p, {name_of_area(area), area})
            << "</p>";
    return out << Button{.content = say("Write the referral"_p), .prevents_double_click = true}
               << FormWriter::close();
}

}  // namespace safelead::web
