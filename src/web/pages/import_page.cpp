#include "web/pages/import_page.h"

#include "web/forms/file_form.h"
#include "web/html/components/file_upload.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html heading(Html words)
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << words << "</h1>";
}

bool is_staff(app::ListOf list)
{
    return list == app::ListOf::staff;
}

Html what_it_does(const Speaker& say, app::ListOf list)
{
    Html out;
    if (is_staff(list)) {
        out << paragraph(say(
                   "Bring in a table (CSV) from your own system, with a name and a work e-mail "
                   "address in each row. A column with roles may be there: without it everybody is staff."_p))
            << paragraph(
                   say("Nobody is taken away and no role is ended by it. A role that reads what was recorded "
                       "about children waits until a second person agrees. Nobody is invited to sign in by "
                       "it: that is done for each, under [How people here sign in](/settings/sign-ins)."_p));
    } else {
        out << paragraph(say(
                   "Bring in the list of your school’s children: a table (CSV) from your own system, or a "
                   "Common Transfer File (XML). Names, dates of birth, UPNs and year groups are taken, and "
                   "nothing else."_p))
            << paragraph(
                   say("Nobody is taken off the list by it, and what the file leaves empty stays as it is "
                       "known."_p));
    }
    return out
           << paragraph(say(
                  "A long list takes a while, a very long one some minutes. Leave the page open until the "
                  "answer comes."_p))
           << paragraph(say(
                  "First you see what would change. Nothing is written before you say so, and the file is "
                  "not kept."_p));
}

Html what_was_wrong(const Speaker& say, const ChooseListPage& page)
{
    Html out;
    if (page.refused.empty() && page.faults.empty()) return out;
    ErrorSummary summary{.title = say("There is a problem"_p)};
    const auto why = page.refused.empty()
                         ? say("Nothing was brought in: some rows have to be put right first"_p)
                         : text(page.refused);
    summary.errors.push_back({.content = why, .href = page.refused.empty() ? "#faults" : "#document"});
    return out << summary;
}

/// By the name it has on this page, where it has one.
std::string column_words(const Speaker& say, app::ListOf list, const std::string& column)
{
    const auto fields = list_fields(list);
    const auto known = std::ranges::find(fields, column, &ListField::field);
    return known == fields.end() ? column : say.plain(known->label);
}

Html where_in_file(const Speaker& say, app::ListOf list, const RowFault& fault)
{
    if (fault.row == 0) return say("The whole file"_p);
    const auto number = std::to_string(fault.row);
    if (fault.at == FaultAt::pupil && fault.column.empty()) return say("Pupil {0}"_p, {number});
    if (fault.at == FaultAt::pupil)
        return say("Pupil {0}, {1}"_p, {number, column_words(say, list, fault.column)});
    if (fault.column.empty()) return say("Row {0}"_p, {number});
    return say("Row {0}, {1}"_p, {number, column_words(say, list, fault.column)});
}

/// A list, because a table would not fit a telephone.
Html faults_list(const Speaker& say, app::ListOf list, const std::vector<RowFault>& faults)
{
    if (faults.empty()) return {};
    Html out;
    out << "<div id=\"faults\" tabindex=\"-1\"><h2 class=\"govuk-heading-m\">"
        << say("What to put right in the file"_p)
        << "</h2><ul class=\"govuk-list govuk-list--bullet safelead-words\">";
    for (const auto& fault : faults)
        out << "<li><strong>" << where_in_file(say, list, fault) << "</strong>: " << text(fault.fix)
            << "</li>";
    return out << "</ul></div>";
}

/// A column that is called as a field is may hold something else: "Role" with job titles.
Html columns_to_leave_out(const FormWriter& form, app::ListOf list)
{
    const auto& say = form.say();
    std::vector<Choice> choices;
    for (const auto& one : list_fields(list))
        if (one.may_be_left_out) choices.push_back({std::string{one.field}, say(one.label)});
    return form.checkboxes(
        "leave-out", say("Columns to leave out"_p),
        is_staff(list) ? say("Tick Roles if that column of your file holds job titles."_p) : Html{},
        std::move(choices), Layout::small);
}

Html columns_called_otherwise(const FormWriter& form, const ChooseListPage& page)
{
    const auto& say = form.say();
    const bool is_of_headings =
        std::ranges::any_of(page.faults, [](const auto& fault) { return fault.at == FaultAt::headings; });
    Html content;
    content << paragraph(
        say("Usual names of columns are found. If your file has another, type here what it calls it."_p));
    for (const auto& one : list_fields(page.list))
        content << form.line(fmt::format("column-{}", one.field), say(one.label), {},
                             "govuk-input--width-20");
    content << columns_to_leave_out(form, page.list);
    return Details{.summary = say("My file calls its columns something else"_p),
                   .content = std::move(content),
                   .is_open = is_of_headings || (is_staff(page.list) && !page.faults.empty())};
}

void add_count(SummaryList& list, Html key, std::size_t count)
{
    list.rows.push_back({.key = std::move(key), .value = text(std::to_string(count))});
}

Html counts(const Speaker& say, const app::Imported& imported)
{
    SummaryList list;
    add_count(list, say("Added"_p), imported.added);
    add_count(list, say("Changed"_p), imported.changed);
    add_count(list, say("As they were"_p), imported.unchanged);
    add_count(list, say("Here and not in the file: left as they are"_p), imported.left_alone);
    Html out;
    out << list;
    for (const auto& note : imported.notes) out << InsetText{.content = text(note)};
    if (imported.taken_out > 0)
        out << WarningText{
            .content = say("Part of what is in the file carried data, such as an image: that part is not "
                           "taken, the words are."_p)};
    return out;
}

Html first_of_it(const Speaker& say, const std::vector<std::string>& first)
{
    if (first.empty()) return {};
    Html out;
    out << paragraph(say("So the first of them were read. If something is in the wrong place, choose the "
                         "file again and say which column is which."_p))
        << "<ul class=\"govuk-list govuk-list--bullet safelead-words\">";
    for (const auto& line : first) out << "<li>" << text(line) << "</li>";
    return out << "</ul>";
}

Html another_file(const Speaker& say, app::ListOf list)
{
    return paragraph(say("[Choose another file]({0})"_p, {address_of(list)}));
}

}  // namespace

std::vector<ListField> list_fields(app::ListOf list)
{
    if (is_staff(list))
        return {{"name", "The whole name"_p},
                {"given_name", "First name"_p},
                {"family_name", "Last name"_p},
                {"email", "Work e-mail address"_p},
                {"roles", "Roles"_p, true}};
    return {{"given_name", "First name"_p},
            {"family_name", "Last name"_p},
            {"name", "The whole name"_p},
            {"known_as", "Known as"_p, true},
            {"born", "Date of birth"_p, true},
            {"upn", "UPN"_p, true},
            {"former_upn", "UPN before it"_p, true},
            {"year_group", "Year group"_p, true}};
}

Phrase title_of(app::ListOf list)
{
    return is_staff(list) ? "Bring in a list of staff"_p : "Bring in the list of children"_p;
}

std::string_view address_of(app::ListOf list)
{
    return is_staff(list) ? "/settings/import/staff" : "/settings/import/children";
}

Html choose_list_page(const FormWriter& form, const ChooseListPage& page)
{
    const auto& say = form.say();
    FileUpload upload{.name = "document", .label = {.content = say("The file"_p)}};
    upload.hint =
        Hint{.content = is_staff(page.list)
                            ? say("CSV, up to 2 MB"_p)
                            : say("CSV, up to 2 MB, or a Common Transfer File (XML), up to 20 MB"_p)};
    if (!page.refused.empty()) upload.error = ErrorMessage{.content = text(page.refused)};
    Html out;
    return out << what_was_wrong(say, page) << heading(say(title_of(page.list)))
               << what_it_does(say, page.list) << faults_list(say, page.list, page.faults)
               << open_file_form(page.frame) << upload << columns_called_otherwise(form, page)
               << Button{.content = say("See what would change"_p), .prevents_double_click = true}
               << FormWriter::close();
}

Html check_list_page(const FormWriter& form, const CheckListPage& page)
{
    const auto& say = form.say();
    const bool changes = page.would_be.added + page.would_be.changed > 0;
    Html out;
    out << form.error_summary() << heading(say("What would change"_p)) << counts(say, page.would_be)
        << first_of_it(say, page.first);
    if (!changes)
        return out << paragraph(say("Nothing would change: there is nothing to bring in."_p))
                   << another_file(say, page.list);
    return out << paragraph(say("Nothing has been written yet. The file itself is gone."_p))
               << form.open(page.frame) << hidden_input("table", page.table)
               << Button{.content = say("Bring it in"_p), .prevents_double_click = true}
               << FormWriter::close() << another_file(say, page.list);
}

Html list_brought_in_page(const Speaker& say, app::ListOf list, const app::Imported& done)
{
    Html out;
    out << heading(say("The list was brought in"_p)) << counts(say, done);
    if (is_staff(list)) return out << paragraph(say("[People here](/settings/people) shows everybody."_p));
    return out << paragraph(say("Whoever reports a concern finds them by name now."_p));
}

}  // namespace safelead::web
