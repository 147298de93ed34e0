#include "web/pages/actions_page.h"

#include "record/what_is_open.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

Html settle_form(const FormWriter& form, const CaseView& view, const record::Task& task,
                 const std::string& command)
{
    const auto& say = form.say();
    const std::string id{task.set.task.text()};
    Html out;
    out << form.open({.action = view.address("actions"),
                      .csrf_token = view.csrf_token,
                      .command = command,
                      .draft = {},
                      .id = "form-" + id})
        << hidden_input("task", id) << form.line("note-" + id, say("Note, or why it is not done"_p))
        << "<div class=\"govuk-button-group\">"
        << Button{.content = say("Done"_p), .name = "settled", .value = "done", .prevents_double_click = true}
        << Button{.content = say("Not done, and why"_p),
                  .name = "settled",
                  .value = "drop",
                  .classes = "govuk-button--secondary",
                  .prevents_double_click = true}
        << "</div>" << FormWriter::close();
    return out;
}

Html owner_line(const Speaker& say, const CaseView& view, const record::Task& task)
{
    Html out;
    out << say("By: {0}"_p,
               {task.owner ? view.staff_name(*task.owner) : say.plain(owner_words(task.set.owner))});
    for (const auto& person : task.passed_up_to)
        out << ". " << say("Overdue, so passed up to {0} as well"_p, {view.staff_name(person)});
    return out;
}

Html source_line(const Speaker& say, const CaseView& view, const record::Task& task)
{
    if (task.set_by) {
        const auto clock =
            task.clock == record::Clock::real ? say.plain("real hours"_p) : say.plain("working hours"_p);
        return say("Set by {0}, in {1}"_p, {view.staff_name(*task.set_by), clock});
    }
    return say("Source: {0} ({1})"_p,
               {task.set.source, task.set.standing == guidance::Standing::guidance
                                     ? say.plain("the guidance itself"_p)
                                     : say.plain("a project rule, our careful reading"_p)});
}

/// The ways to set a task, to give one, and to hand the case over.
Html work_links(const Speaker& say, const CaseView& view)
{
    if (!view.takes(access::Action::change_case)) return {};
    Html out;
    out << "<p class=\"govuk-body\">" << say("This case is with {0}."_p, {view.staff_name(view.state.lead)})
        << "</p><ul class=\"govuk-list\">";
    const std::pair<std::string_view, Phrase> links[] = {
        {"records/own-task-set", "Add a task of your own"_p},
        {"records/task-given", "Give a task to somebody"_p},
        {"records/case-handed-over", "Hand the case over"_p}};
    for (const auto& [page, words] : links)
        out << "<li><a class=\"govuk-link\" href=\"" << text(view.address(page)) << "\">" << say(words)
            << "</a></li>";
    return out << "</ul>";
}

Html settled_row(const Speaker& say, const CaseView& view, const record::Task& task)
{
    Html out;
    out << "<li><strong>" << text(task.set.words) << "</strong><br>"
        << (task.state == record::TaskState::done
                ? say("Done {0}"_p, {task.settled_at ? view.when(*task.settled_at) : ""})
                : say("Not done, {0}"_p, {task.settled_at ? view.when(*task.settled_at) : ""}));
    if (!task.note.empty()) out << ": " << text(task.note);
    return out << "</li>";
}

}  // namespace

Phrase owner_words(std::string_view owner)
{
    if (owner == "dsl") return "Safeguarding lead"_p;
    if (owner == "head") return "Headteacher"_p;
    if (owner == "reporter") return "Whoever reported it"_p;
    return "Anyone"_p;
}

bool is_for_now(const record::Task& task)
{
    return task.set.due <= task.set_at;
}

Html due_words(const Speaker& say, const CaseView& view, const record::Task& task)
{
    Html out;
    if (is_for_now(task)) return out << Tag{.content = say("Do this now"_p), .classes = "govuk-tag--red"};
    if (task.set.due < view.now) out << Tag{.content = say("Overdue"_p), .classes = "govuk-tag--red"} << " ";
    return out << say("Due {0}"_p, {view.when(task.set.due)});
}

Html actions_page(const FormWriter& form, const CaseView& view, const ActionsPage& page)
{
    const auto& say = form.say();
    const FormFields nothing;
    const FormErrors none;
    const FormWriter empty{say, nothing, none};
    Html out;
    out << form.error_summary() << case_header(say, view, CasePlace::actions, say("Actions"_p))
        << work_links(say, view);
    const auto to_do = record::tasks_to_do(view.state);
    if (to_do.empty()) out << "<p class=\"govuk-body\">" << say("Nothing is waiting to be done."_p) << "</p>";
    std::size_t next_command = 0;
    for (const auto* task : to_do) {
        const bool returned = page.returned == task->set.task.text();
        const auto& command = page.commands[next_command++];
        out << "<div class=\"safelead-task\"><h2 class=\"govuk-heading-s\">" << text(task->set.words)
            << "</h2>"
            << "<p class=\"govuk-body\">" << due_words(say, view, *task) << "<br>"
            << owner_line(say, view, *task) << "<br><span class=\"govuk-hint safelead-source\">"
            << source_line(say, view, *task) << "</span></p>";
        if (view.takes(access::Action::settle_task))
            out << Details{.summary = say("Record that it is done, or why not"_p),
                           .content = settle_form(returned ? form : empty, view, *task, command),
                           .is_open = returned};
        out << "</div>";
    }
    Html settled;
    for (const auto& task : view.state.tasks)
        if (task.state != record::TaskState::to_do) settled << settled_row(say, view, task);
    if (!settled.is_empty())
        out << "<h2 class=\"govuk-heading-m\">" << say("Settled"_p)
            << "</h2><ul class=\"govuk-list govuk-list--spaced\">" << settled << "</ul>";
    return out;
}

}  // namespace safelead::web
