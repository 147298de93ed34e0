#include "web/pages/people_page.h"

#include "web/pages/advice_page.h"
#include "web/pages/other_cases.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

std::string age_words(const Speaker& say, const std::optional<int>& age)
{
    return age ? fmt::format("{}", *age) : say.plain("Not known"_p);
}

Html roles_of(const Speaker& say, const CaseView& view, const record::CasePerson& person)
{
    Html out;
    if (!person.described || person.described->roles.empty()) return out << say("Not said yet"_p);
    bool first = true;
    for (const auto& role : person.described->roles) {
        if (!first) out << ", ";
        out << text(worded(view.in_force, "role", role));
        first = false;
    }
    return out;
}

SummaryList summary_of(const Speaker& say, const CaseView& view, const record::CasePerson& person)
{
    const auto address = view.address(fmt::format("people/{}", person.ref.text()));
    SummaryList list;
    list.card = SummaryCard{.title = say("{0}: {1}"_p, {person.ref.text(), view.name_of(person)})};
    if (view.takes(access::Action::change_case))
        list.card->actions = {
            {.content = say("Describe"_p), .href = address, .visually_hidden_text = view.name_of(person)}};
    if (person.child && view.may.contains(access::Action::read_child))
        list.card->actions.push_back({.content = say("Their record"_p),
                                      .href = fmt::format("/children/{}", person.child->text()),
                                      .visually_hidden_text = view.name_of(person)});
    list.rows.push_back({.key = say("What they did"_p), .value = roles_of(say, view, person)});
    if (person.described) {
        const auto& described = *person.described;
        list.rows.push_back({.key = say("Age now"_p), .value = text(age_words(say, described.age))});
        list.rows.push_back(
            {.key = say("Age then"_p), .value = text(age_words(say, described.age_at_event))});
        list.rows.push_back({.key = say("How sure"_p),
                             .value = text(worded(view.in_force, "age_basis", described.age_basis))});
        list.rows.push_back({.key = say("Where they belong"_p),
                             .value = text(worded(view.in_force, "setting", described.setting))});
    }
    return list;
}

/// Every word of one group, as the edition calls it.
template <class Words>
std::vector<Choice> choices_of(const CaseView& view, std::string_view group, const Words& words)
{
    std::vector<Choice> choices;
    for (const auto word : words) {
        const std::string value{guidance::to_text(word)};
        choices.push_back({.value = value, .label = text(worded(view.in_force, group, value))});
    }
    return choices;
}

std::vector<Choice> basis_choices(const Speaker& say)
{
    return {
        {.value = "known",
         .label = say("Known"_p),
         .hint = say(
             "From school records, a document or an agency. A date of birth from the school’s list counts."_p)},
        {.value = "claimed",
         .label = say("Claimed"_p),
         .hint = say("What somebody says, above all somebody met online. It stays a claim."_p)},
        {.value = "unknown", .label = say("Not known"_p)}};
}

}  // namespace

Html people_page(const FormWriter& form, const CaseView& view, const PeoplePage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << case_header(say, view, CasePlace::people, say("People"_p))
        << advice_so_far(say, view) << "<p class=\"govuk-body\">"
        << say("Everyone who had a part in it, whatever they did. What someone did is recorded, never what "
               "they are. "
               "The letters stand for them in the advice."_p)
        << "</p>";
    if (view.state.people.empty())
        out << "<p class=\"govuk-body\">" << say("Nobody has been added yet."_p) << "</p>";
    for (const auto& person : view.state.people) out << summary_of(say, view, person);
    out << other_cases(say, view);
    if (!view.takes(access::Action::change_case)) return out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Add somebody"_p) << "</h2>" << form.open(page.add)
        << finder(
               form,
               {.name = "child",
                .address = "/children/search",
                .legend = say("A child on your school’s list"_p),
                .hint = say(
                    "Those who were reported are offered. Search for others by the beginning of a name, tick, and add."_p),
                .box_label = say("Child’s name"_p),
                .button = say("Find child"_p),
                .chosen = {},
                .found = page.found,
                .searched = page.searched})
        << form.line(
               "called", say("Or somebody who is not on the list"_p),
               say("Words without a name where you can: “an adult met online”, “a pupil of another school”."_p))
        << Button{.content = say("Add to the case"_p),
                  .name = "ask",
                  .value = "add",
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html person_page(const FormWriter& form, const CaseView& view, const PersonPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary()
        << case_header(say, view, CasePlace::people,
                       say("{0}: {1}"_p, {page.person.ref.text(), view.name_of(page.person)}))
        << form.open(page.describe)
        << form.checkboxes(
               "role", say("What did they do with the image?"_p),
               say("Tick all that apply. Showing a screen is sharing. Somebody who only reported it has no part here."_p),
               choices_of(view, "role", guidance::all_roles), Layout::small)
        << form.date("born", say("Date of birth, if it is known"_p),
                     say("Used to work out ages, and kept in the child’s own record only."_p))
        << form.date(
               "acted", say("Day of the act, if it is known"_p),
               say("For somebody in the image, when it was made. For others, when they did what is ticked."_p))
        << form.line("age", say("Age now, where there is no date of birth"_p), {}, "govuk-input--width-3")
        << form.line("age-then", say("Age then, where it can’t be worked out"_p), {}, "govuk-input--width-3")
        << form.radios("basis", say("How sure is the age?"_p), {}, basis_choices(say), Layout::small)
        << form.radios("setting", say("Where do they belong?"_p), {},
                       choices_of(view, "setting", guidance::all_settings), Layout::small)
        << Button{.content = say("Save"_p), .prevents_double_click = true} << FormWriter::close();
    Html take_out;
    take_out << form.open(page.take_out)
             << form.line("why", say("Why they have no part in it"_p),
                          say("What was recorded of them stays in the chronology."_p))
             << Button{.content = say("Take out of the case"_p), .classes = "govuk-button--secondary"}
             << FormWriter::close();
    out << Details{.summary = say("Added by mistake?"_p), .content = take_out};
    return out;
}

FormFields described_as_typed(const CaseView& view, const record::CasePerson& person)
{
    FormFields typed;
    const auto add_day = [&typed](std::string_view name, const std::optional<Date>& date) {
        if (!date) return;
        typed.add(fmt::format("{}-day", name), fmt::format("{}", static_cast<unsigned>(date->day())));
        typed.add(fmt::format("{}-month", name), fmt::format("{}", static_cast<unsigned>(date->month())));
        typed.add(fmt::format("{}-year", name), fmt::format("{}", static_cast<int>(date->year())));
    };
    std::optional<Date> born;
    bool is_of_this_school = false;
    if (person.child) {
        if (const auto found = view.children.find(person.child->text()); found != view.children.end()) {
            born = found->second.born;
            is_of_this_school = found->second.school.empty();
        }
    }
    add_day("born", born);
    if (!person.described) {
        // Somebody on the school's own list, with a date of birth there: offered, and seen before it is
        // saved.
        if (born && is_of_this_school) {
            typed.add("basis", "known");
            typed.add("setting", "this_school");
        }
        return typed;
    }
    const auto& described = *person.described;
    for (const auto& role : described.roles) typed.add("role", role);
    add_day("acted", described.acted_on);
    if (described.age && !born) typed.add("age", fmt::format("{}", *described.age));
    if (described.age_at_event && !(born && described.acted_on))
        typed.add("age-then", fmt::format("{}", *described.age_at_event));
    typed.add("basis", described.age_basis);
    typed.add("setting", described.setting);
    return typed;
}

}  // namespace safelead::web
