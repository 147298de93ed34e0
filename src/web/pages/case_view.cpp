#include "web/pages/case_view.h"

#include "record/child.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

std::string CaseView::address(std::string_view page) const
{
    if (page.empty()) return fmt::format("/cases/{}", reference());
    return fmt::format("/cases/{}/{}", reference(), page);
}

std::string CaseView::name_of(const record::CasePerson& person) const
{
    if (person.child) {
        const auto found = children.find(person.child->text());
        if (found != children.end()) return record::name_of(found->second);
    }
    return person.called.empty() ? fmt::format("Person {}", person.ref.text()) : person.called;
}

std::string CaseView::called(const record::CaseRef& ref) const
{
    for (const auto& person : state.people)
        if (person.ref == ref) return fmt::format("{} ({})", name_of(person), ref.text());
    return std::string{ref.text()};
}

std::string CaseView::staff_name(const PersonId& person) const
{
    const auto found = staff.find(person.text());
    return found == staff.end() ? "somebody who has left" : found->second;
}

std::string CaseView::when(Instant instant) const
{
    return directory::words(zone.local(instant));
}

std::string CaseView::when(const record::EventTime& time) const
{
    std::string known;
    if (time.instant)
        known = when(*time.instant);
    else if (time.day)
        known = directory::long_date(*time.day);
    if (time.words.empty()) return known;
    if (known == time.words) return known;
    if (known.empty()) return fmt::format("“{}”", time.words);
    return fmt::format("{} (“{}”)", known, time.words);
}

namespace {

struct PlaceLink {
    CasePlace place;
    std::string_view page;
    Phrase words;
};

constexpr PlaceLink places[] = {
    {CasePlace::overview, "", "Overview"_p},
    {CasePlace::people, "people", "People"_p},
    {CasePlace::questions, "questions", "Questions"_p},
    {CasePlace::advice, "advice", "Advice"_p},
    {CasePlace::decision, "decision", "Decision"_p},
    {CasePlace::consultations, "consultations", "Consultations"_p},
    {CasePlace::referrals, "referrals", "Referrals"_p},
    {CasePlace::meeting, "records/meeting", "Meeting"_p},
    {CasePlace::actions, "actions", "Actions"_p},
    {CasePlace::records, "records", "Records"_p},
    {CasePlace::chronology, "chronology", "Chronology"_p},
    {CasePlace::notes, "notes", "Notes and closing"_p},
};

}  // namespace

Html case_header(const Speaker& say, const CaseView& view, CasePlace place, const Html& heading)
{
    Html out;
    out << "<span class=\"govuk-caption-l\">" << say("Case {0}"_p, {view.reference()}) << "</span>"
        << "<h1 class=\"govuk-heading-l\">" << heading << "</h1>";
    out << "<nav class=\"safelead-case-nav\" aria-label=\"" << text(say.plain("This case"_p)) << "\"><ul>";
    for (const auto& link : places) {
        out << "<li><a class=\"govuk-link\" href=\"" << text(view.address(link.page)) << "\"";
        if (link.place == place) out << " aria-current=\"page\"";
        out << ">" << say(link.words) << "</a></li>";
    }
    out << "</ul></nav>";
    if (!view.is_open())
        out << InsetText{.content =
                             say("This case is closed. To add to it, reopen it under Notes and closing."_p)};
    return out;
}

Html route_tag(const guidance::Pack& pack, std::string_view route)
{
    const int severity = pack.severity(route);
    std::string colour = "govuk-tag--green";
    if (pack.is_referring(route))
        colour = "govuk-tag--red";
    else if (severity > 1)
        colour = "govuk-tag--yellow";
    return Tag{.content = text(pack.term(route)), .classes = colour + " safelead-route"};
}

std::string_view fact_words(const guidance::Pack& pack, std::string_view fact)
{
    const auto* question = pack.question(fact);
    return question == nullptr ? pack.term(fact) : std::string_view{question->words};
}

std::string_view worded(const guidance::Pack& pack, std::string_view group, std::string_view value)
{
    const auto* term = pack.find_term(fmt::format("{}.{}", group, value));
    return term == nullptr ? pack.term(value) : std::string_view{term->words};
}

std::string_view value_words(const guidance::Pack& pack, std::string_view fact, std::string_view value)
{
    if (const auto* question = pack.question(fact))
        for (const auto& allowed : question->values)
            if (allowed.value == value) return allowed.label;
    return pack.term(value);
}

}  // namespace safelead::web
