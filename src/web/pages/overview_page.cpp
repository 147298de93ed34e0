#include "web/pages/overview_page.h"

#include "record/what_is_open.h"
#include "web/pages/actions_page.h"
#include "web/pages/advice_page.h"
#include "web/pages/closing_page.h"
#include "web/pages/decision_page.h"
#include "web/pages/other_cases.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

Tag done_tag(const Speaker& say)
{
    return {.content = say("Done"_p), .classes = "govuk-tag--green"};
}

Tag to_do_tag(const Speaker& say)
{
    return {.content = say("To do"_p), .classes = "govuk-tag--blue"};
}

TaskListItem people_item(const Speaker& say, const CaseView& view)
{
    const auto& people = view.state.people;
    const auto described =
        std::ranges::count_if(people, [](const auto& person) { return person.described.has_value(); });
    const bool all = !people.empty() && described == static_cast<std::ptrdiff_t>(people.size());
    return {.title = say("Who is in it"_p),
            .hint = say("{0} people, {1} described"_p,
                        {fmt::format("{}", people.size()), fmt::format("{}", described)}),
            .href = view.address("people"),
            .status_tag = all ? done_tag(say) : to_do_tag(say)};
}

TaskListItem questions_item(const Speaker& say, const CaseView& view)
{
    const auto left =
        view.state.advice ? view.state.advice->advice.ask_next.size() : view.in_force.questions().size();
    return {.title = say("Answer the questions"_p),
            .hint = say("{0} could still change the advice"_p, {fmt::format("{}", left)}),
            .href = view.address("questions"),
            .status_tag = left == 0 ? done_tag(say) : to_do_tag(say)};
}

TaskListItem decision_item(const Speaker& say, const CaseView& view)
{
    const auto* decision = view.state.decision();
    TaskListItem item{
        .title = say("Decide"_p), .href = view.address("decision"), .status_tag = to_do_tag(say)};
    if (decision == nullptr) return item;
    item.hint << text(view.in_force.term(decision->made.route));
    item.status_tag = done_tag(say);
    if (decision->sign_off == record::SignOff::awaited)
        item.status_tag = Tag{.content = say("Waits for sign-off"_p), .classes = "govuk-tag--yellow"};
    if (decision->sign_off == record::SignOff::refused)
        item.status_tag = Tag{.content = say("Sign-off refused"_p), .classes = "govuk-tag--red"};
    return item;
}

TaskListItem actions_item(const Speaker& say, const CaseView& view)
{
    const auto to_do = record::tasks_to_do(view.state);
    TaskListItem item{
        .title = say("Actions"_p), .href = view.address("actions"), .status_tag = done_tag(say)};
    if (to_do.empty()) return item;
    item.hint << text(to_do.front()->set.words);
    const auto& first = *to_do.front();
    if (is_for_now(first))
        item.status_tag = Tag{.content = say("Do this now"_p), .classes = "govuk-tag--red"};
    else if (first.set.due < view.now)
        item.status_tag = Tag{.content = say("Overdue"_p), .classes = "govuk-tag--red"};
    else
        item.status_tag = Tag{.content = say("{0} to do"_p, {fmt::format("{}", to_do.size())}),
                              .classes = "govuk-tag--blue"};
    return item;
}

Html concern_words(const Speaker& say, const CaseView& view)
{
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("What was reported"_p) << "</h2>";
    if (view.concerns.empty())
        out << "<p class=\"govuk-body\">" << say("Opened without a report."_p) << "</p>";
    for (const auto& concern : view.concerns) {
        const auto reference = concern.reported.reference.text();
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/concerns/" << text(reference) << "\">"
            << text(reference) << "</a>, " << text(view.staff_name(concern.reported.by)) << ", "
            << text(view.when(concern.reported_at))
            << "</p><blockquote class=\"govuk-inset-text safelead-words\">" << text(concern.reported.words)
            << "</blockquote>";
    }
    return out;
}

}  // namespace

Html overview_page(const Speaker& say, const CaseView& view)
{
    Html out;
    out << case_header(say, view, CasePlace::overview, say("Overview"_p)) << repeat_notice(say, view)
        << advice_so_far(say, view)
        << TaskList{.items = {people_item(say, view), questions_item(say, view), decision_item(say, view),
                              actions_item(say, view)}};
    if (const auto* decision = view.state.decision()) out << decision_summary(say, view, *decision);
    out << other_cases(say, view) << concern_words(say, view);
    return out;
}

Html notes_page(const FormWriter& note, const FormWriter& closing, const CaseView& view,
                const NotesPage& page)
{
    const auto& say = note.say();
    Html out;
    out << note.error_summary() << closing.error_summary()
        << case_header(say, view, CasePlace::notes, say("Notes and closing"_p));
    if (view.takes(access::Action::change_case))
        out << "<h2 class=\"govuk-heading-m\">" << say("Add a note"_p) << "</h2>" << note.open(page.note)
            << note.paragraph("note", say("Note"_p),
                              say("It goes into the chronology as you write it. Don’t describe an image."_p))
            << note.event_time("when", say("When did it happen?"_p), say("Leave it empty if it is now."_p))
            << Button{.content = say("Add this note"_p), .prevents_double_click = true} << FormWriter::close()
            << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address("documents"))
            << "\">" << say("Add the words of a document"_p) << "</a></p>";
    out << something_new(say, view);
    if (!view.may.contains(access::Action::decide_route)) return out;
    if (view.is_open())
        out << "<h2 class=\"govuk-heading-m\">" << say("Close the case"_p) << "</h2><p class=\"govuk-body\">"
            << say("A case can be closed when all of these are met, with a reason."_p) << "</p>"
            << closing_list(say, view);
    else
        out << "<h2 class=\"govuk-heading-m\">" << say("Reopen the case"_p) << "</h2>";
    out << closing.open(page.close_or_reopen) << closing.paragraph("reason", say("Reason"_p), {}, 3)
        << Button{.content = view.is_open() ? say("Close the case"_p) : say("Reopen the case"_p),
                  .classes = "govuk-button--secondary",
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

}  // namespace safelead::web
