#include "web/pages/kit_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

Html heading(Html words)
{
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << words << "</h2>";
}

Html uses_list(const Speaker& say, const std::vector<KitUseLine>& uses)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& use : uses) {
        out << "<li class=\"safelead-item\">";
        if (!use.school.empty()) out << "<strong>" << text(use.school) << "</strong>: ";
        out << say("from {0}: {1}"_p, {use.from, use.parts}) << "</li>";
    }
    return out << "</ul>";
}

Html due_list(const std::vector<DueLine>& lines)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& line : lines)
        out << "<li class=\"safelead-item\"><a class=\"govuk-link\" href=\"" << text(line.address) << "\">"
            << text(line.name) << "</a><br>" << text(line.words) << "</li>";
    return out << "</ul>";
}

void append_part(Html& out, Html words, const std::vector<DueLine>& lines, Html about)
{
    if (lines.empty()) return;
    out << heading(std::move(words)) << "<p class=\"govuk-body\">" << about << "</p>" << due_list(lines);
}

}  // namespace

Html kit_page(const FormWriter& form, const KitPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary();
    if (page.is_saved)
        out << NotificationBanner{.kind = BannerKind::success, .heading = say("Recorded. Thank you."_p)};
    out << "<h1 class=\"govuk-heading-l\">" << say("Our school used “{0}”"_p, {page.campaign}) << "</h1>"
        << "<p class=\"govuk-body\">"
        << say("The coordinator sees that your school used it, from which day and what. Say nothing of any child here."_p)
        << "</p>" << form.open(page.frame)
        << form.date("from", say("From which day?"_p), say("The first day on which it was used"_p))
        << form.checkboxes("parts", say("What did you use?"_p), {},
                           {{.value = "posters", .label = say("Posters"_p)},
                            {.value = "cards", .label = say("Cards"_p)},
                            {.value = "assembly", .label = say("Assembly"_p)},
                            {.value = "lesson", .label = say("Lesson starter"_p)},
                            {.value = "parent_letter", .label = say("Letter to parents and carers"_p)},
                            {.value = "staff_briefing", .label = say("Briefing for staff"_p)}},
                           Layout::small)
        << Button{.content = say("Record it"_p), .prevents_double_click = true} << FormWriter::close();
    if (!page.uses.empty())
        out << heading(say("Recorded so far"_p)) << uses_list(say, page.uses) << "<p class=\"govuk-body\">"
            << say("To put one right, record it again for the same day."_p) << "</p>";
    return out;
}

Html upkeep_page(const Speaker& say, const UpkeepPage& page)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("To check"_p) << "</h1>";
    const auto overdue = page.contacts_overdue.size() + page.texts_overdue.size();
    if (overdue > 0)
        out << WarningText{.content = say("Past their day and shown to readers as not checked since: {0}."_p,
                                          {std::to_string(overdue)})};
    else
        out << "<p class=\"govuk-body\">" << say("Nothing is past the day by which it was to be checked."_p)
            << "</p>";
    append_part(
        out, say("Contacts past their day"_p), page.contacts_overdue,
        say("Ring each, and ask for its hours. Then whoever keeps the guidance files puts in the day and the "
            "next one. Until then every page that shows it says so."_p));
    append_part(
        out, say("Texts past their day"_p), page.texts_overdue,
        say("Read each against its sources. Until then its page says that parts may be out of date."_p));
    append_part(out, say("Contacts that no person has ever checked"_p), page.contacts_never,
                say("Their number comes from the source that is named; nobody has rung it."_p));
    append_part(
        out, say("Translations that are held back"_p), page.held_back,
        say("Readers see none of them until a named person who knows the language has checked it."_p));
    for (const auto& kit : page.kits) {
        out << heading(say("Schools that used “{0}”"_p, {kit.campaign}));
        if (kit.uses.empty())
            out << "<p class=\"govuk-body\">"
                << say("No school has said so yet. That is not the same as none."_p) << "</p>";
        else
            out << uses_list(say, kit.uses);
    }
    return out;
}

}  // namespace safelead::web
