#include "web/pages/records_page.h"

#include "record/closed_case.h"
#include "record/kept_in.h"
#include "web/forms/asked_again.h"
#include "web/forms/asked_evidence.h"
#include "web/forms/asked_family.h"
#include "web/forms/asked_impact.h"
#include "web/forms/asked_police.h"
#include "web/forms/asked_reading.h"
#include "web/forms/asked_sharing.h"
#include "web/forms/asked_work.h"
#include "web/pages/kept_fields.h"
#include "web/pages/meeting_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <array>

namespace safelead::web {

namespace {

struct FormLink {
    std::string_view type;
    Phrase words;
};

template <class Record>
constexpr FormLink link_to()
{
    return {record::FieldsOf<Record>::type, AskedOf<Record>::title};
}

struct Area {
    std::string_view page;
    Phrase title;
    Phrase words;
    std::array<FormLink, 5> forms;
};

constexpr Area areas[] = {
    {"records/meeting",
     "Initial review meeting"_p,
     "The same school day: who came, the nine things it must establish, and the words that criteria rest on"_p,
     {link_to<record::ReviewMeetingCalled>(),
      FormLink{record::FieldsOf<record::ReviewMeetingHeld>::type, "Record the meeting"_p}}},
    {"records/family",
     "Parents and carers"_p,
     "Who was told, when and how; or why not yet, who agreed, and when it is looked at again"_p,
     {link_to<record::FamilyTold>(), link_to<record::FamilyNotTold>()}},
    {"records/conversations",
     "Conversations"_p,
     "What was said, in their own words, apart from what you thought"_p,
     {link_to<record::ConversationHeld>()}},
    {"records/support",
     "Support and safety plans"_p,
     "One for each child, reviewed after 1, 4 and 12 weeks"_p,
     {link_to<record::SupportPlanMade>(), link_to<record::SupportPlanReviewed>()}},
    {"records/devices",
     "Devices"_p,
     "Who had it, from hand-over to return"_p,
     {link_to<record::DeviceTaken>(), link_to<record::DeviceMoved>()}},
    {"records/removal",
     "Taking down and deleting"_p,
     "Report Remove first; nothing is deleted while police are involved or the route is not settled"_p,
     {link_to<record::RemovalAsked>(), link_to<record::DeletionAsked>(),
      link_to<record::DeletionAnswered>()}},
    {"records/viewing",
     "Viewing"_p,
     "Almost never needed. If it happened, guidance wants this record"_p,
     {link_to<record::ViewingRecorded>(), link_to<record::ViewingSigned>()}},
    {"records/impact",
     "What it has meant for each child"_p,
     "Their impact chronology: how they are, attendance, contact, safety, what they say"_p,
     {link_to<record::ImpactNoted>()}},
    {"records/links",
     "Linked cases"_p,
     "The same image, the same group, siblings; shown in both"_p,
     {link_to<record::CasesLinked>(), link_to<record::CasesUnlinked>()}},
    {"records/police",
     "What the police recorded"_p,
     "Whether a crime was recorded, its reference and outcome, as what each child is recorded, and what "
     "they and their parents were told"_p,
     {link_to<record::PoliceSaid>()}},
    {"records/sharing",
     "Information shared, and advice without names"_p,
     "What went to whom and on what basis, or was not shared; advice asked for before anybody is named"_p,
     {link_to<record::InformationShared>(), link_to<record::AdviceWithoutNames>(),
      link_to<record::BasisGiven>()}},
    {"records/strategy",
     "Strategy meetings"_p,
     "Who was there for which agency, what was decided, what each took on and what became of it"_p,
     {link_to<record::StrategyMeetingHeld>(), link_to<record::ActionAgreed>(),
      link_to<record::ActionAnswered>()}},
    {"records/reading",
     "Who may read this case"_p,
     "Somebody who stands too near is kept out by name; a case can be locked to named people"_p,
     {link_to<record::PersonKeptOut>(), link_to<record::PersonLetBackIn>(), link_to<record::CaseLocked>(),
      link_to<record::ReaderNamed>(), link_to<record::CaseUnlocked>()}},
};

const Area& area_at(std::string_view page)
{
    for (const auto& area : areas)
        if (area.page == page) return area;
    throw_bug("no such area of records");
}

/// Whose page an event is shown on: "" for what is no record of that sort.
struct PageOf {
    std::string_view operator()(const record::ReviewMeetingHeld&) const { return "records/meeting"; }
    template <class Event>
    std::string_view operator()(const Event&) const
    {
        if constexpr (HasForm<Event>) {
            return AskedOf<Event>::page;
        } else {
            return {};
        }
    }
};

/// Which of the three have signed a viewing, and who.
void add_signatures(std::vector<ShownField>& fields, const Speaker& say, const CaseView& view,
                    const record::ViewingRecorded& viewing)
{
    for (std::size_t as = 0; as < signs_as.size(); ++as) {
        std::string words = say.plain("Not signed yet (three signatures: a project rule)"_p);
        for (const auto& signature : record::kept_in<record::ViewingSigned>(view.state)) {
            if (signature.it->number != viewing.number || static_cast<std::size_t>(signature.it->as) != as)
                continue;
            words = signature.it->on_paper.empty()
                        ? say.plain("Signed by {0}, {1}"_p,
                                    {view.staff_name(signature.it->by), view.when(signature.at)})
                        : say.plain("Signed on paper, kept at: {0}"_p, {signature.it->on_paper});
        }
        fields.push_back({signs_as.at(as), std::move(words)});
    }
}

struct Card {
    const Speaker& say;
    const CaseView& view;
    const record::Happened<record::CaseEvent>& happened;

    template <class Event>
    Html operator()(const Event& event) const
    {
        if constexpr (HasForm<Event>) {
            auto fields = shown_fields(say, view, event);
            if constexpr (std::is_same_v<Event, record::ViewingRecorded>)
                add_signatures(fields, say, view, event);
            return record_card(say, view, title(event), fields, event.by, happened.at, happened.position);
        } else if constexpr (std::is_same_v<Event, record::ReviewMeetingHeld>) {
            return record_card(say, view, say("Initial review meeting held"_p),
                               meeting_fields(say, view, event), event.by, happened.at, happened.position);
        } else {
            return {};
        }
    }

private:
    template <class Event>
    Html title(const Event& event) const
    {
        Html out;
        out << say(AskedOf<Event>::entry);
        if constexpr (requires { event.number; }) out << text(fmt::format(" {}", event.number));
        return out;
    }
};

bool is_signature(std::string_view type)
{
    return type == record::FieldsOf<record::ViewingSigned>::type;
}

/// Whether whoever looks may record it, in the case as it is.
bool takes(const CaseView& view, std::string_view type)
{
    const auto action = is_signature(type) ? access::Action::settle_task : access::Action::change_case;
    return view.may.contains(action) && (view.is_open() || record::is_for_closed_too(type));
}

Html links_to_forms(const Speaker& say, const CaseView& view, const Area& area)
{
    Html links;
    for (const auto& form : area.forms) {
        if (form.type.empty() || !takes(view, form.type)) continue;
        links << "<li><a class=\"govuk-link govuk-!-font-weight-bold\" href=\""
              << text(view.address(fmt::format("records/{}", form.type))) << "\">" << say(form.words)
              << "</a></li>";
    }
    if (links.is_empty()) return {};
    Html out;
    return out << "<ul class=\"govuk-list govuk-list--spaced\">" << links << "</ul>";
}

std::size_t count_in(const CaseView& view, std::string_view page)
{
    std::size_t count = 0;
    for (const auto& happened : view.state.history)
        if (std::visit(PageOf{}, *happened.event) == page) ++count;
    return count;
}

}  // namespace

Html records_page(const Speaker& say, const CaseView& view)
{
    Html out;
    out << case_header(say, view, CasePlace::records, say("Records"_p)) << "<p class=\"govuk-body\">"
        << say("What guidance wants written down, besides facts and decisions. It all stands in the "
               "chronology too."_p)
        << "</p>";
    TaskList list;
    for (const auto& area : areas) {
        const auto count = count_in(view, area.page);
        list.items.emplace_back(TaskListItem{
            .title = say(area.title),
            .hint = say(area.words),
            .href = view.address(area.page),
            .status = count == 0 ? say("Nothing yet"_p) : say("{0} recorded"_p, {fmt::format("{}", count)})});
    }
    return out << list;
}

Html record_area_page(const Speaker& say, const CaseView& view, std::string_view page, Html of_the_area)
{
    const auto& area = area_at(page);
    const bool is_meeting = page == "records/meeting";
    Html out;
    out << case_header(say, view, is_meeting ? CasePlace::meeting : CasePlace::records, say(area.title))
        << "<p class=\"govuk-body\">" << say(area.words) << ".</p>";
    for (const auto& form : area.forms) {
        if (form.type.empty()) continue;
        if (&form == area.forms.data()) out << before_form(say, view, form.type);
    }
    out << links_to_forms(say, view, area);
    if (is_meeting)
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address("decision"))
            << "\">" << say("The decision and its sign-off"_p) << "</a></p>";
    const bool shows_something = !of_the_area.is_empty();
    out << std::move(of_the_area);
    if (count_in(view, page) == 0 && shows_something) return out;
    if (count_in(view, page) == 0)
        return out << "<p class=\"govuk-body\">" << say("Nothing is recorded here yet."_p) << "</p>";
    for (const auto& happened : view.state.history)
        if (std::visit(PageOf{}, *happened.event) == page)
            out << std::visit(Card{say, view, happened}, *happened.event);
    return out;
}

Html kept_form_page(const FormWriter& form, const CaseView& view, const KeptForm& kept)
{
    const auto& say = form.say();
    CasePlace place = CasePlace::records;
    if (kept.page == "records/meeting") place = CasePlace::meeting;
    if (kept.page == "actions") place = CasePlace::actions;
    if (kept.page == "chronology") place = CasePlace::chronology;
    if (kept.page == "referrals") place = CasePlace::referrals;
    if (kept.page == "notes") place = CasePlace::notes;
    Html out;
    out << form.error_summary() << case_header(say, view, place, say(kept.title))
        << before_form(say, view, kept.type);
    if (takes(view, kept.type))
        out << form.open(kept.frame) << kept.fields
            << Button{.content = say(kept.button), .prevents_double_click = true} << FormWriter::close();
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address(kept.page))
               << "\">" << say("Back without recording"_p) << "</a></p>";
}

}  // namespace safelead::web
