#include "web/pages/child_sections.h"

#include "record/child.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {
namespace {

Html heading(Html words)
{
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << words << "</h2>";
}

Html paragraph(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

Html link(std::string_view address, Html words)
{
    Html out;
    return out << "<a class=\"govuk-link\" href=\"" << text(address) << "\">" << words << "</a>";
}

std::string others_words(const RecordOfCase& one)
{
    std::string words;
    for (const auto& other : one.others) words += fmt::format("{}{}", words.empty() ? "" : ", ", other.words);
    return words;
}

Html one_case(const Speaker& say, const RecordOfCase& one)
{
    SummaryList list;
    list.card = SummaryCard{.title = say("Case {0}"_p, {one.reference})};
    list.card->actions = {{.content = say("Open the case"_p),
                           .href = fmt::format("/cases/{}", one.reference),
                           .visually_hidden_text = one.reference}};
    list.rows.push_back(
        {.key = say("Opened"_p), .value = say(one.is_open ? "{0}, open"_p : "{0}, closed"_p, {one.opened})});
    list.rows.push_back(
        {.key = say("What they did"_p), .value = one.did.empty() ? say("Not said yet"_p) : text(one.did)});
    list.rows.push_back(
        {.key = say("Decided"_p), .value = one.decided.empty() ? say("Not yet"_p) : text(one.decided)});
    if (!one.others.empty())
        list.rows.push_back({.key = say("Others in it"_p), .value = text(others_words(one))});
    list.rows.push_back(
        {.key = say("Entries about them"_p), .value = text(fmt::format("{}", one.lines.size()))});
    Html out;
    return out << list;
}

Html incidents(const Speaker& say, const ChildSections& page)
{
    Html out;
    out << heading(say("What they were in"_p));
    if (page.record.cases.empty()) out << paragraph(say("No case that you may read."_p));
    for (const auto& one : page.record.cases) out << one_case(say, one);
    if (page.file.view.concerns.empty()) return out;
    out << paragraph(say("Concerns in no case:"_p)) << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& concern : page.file.view.concerns)
        out << "<li>"
            << link(fmt::format("/concerns/{}", concern->reported.reference.text()),
                    text(concern->reported.reference.text()))
            << "</li>";
    return out << "</ul>";
}

Html impact(const Speaker& say, const ChildSections& page)
{
    Html out;
    return out << heading(say("What it has meant for this child"_p)) << impact_list(say, page.record);
}

Html belonging(const Speaker& say, const ChildSections& page)
{
    Html out;
    out << heading(say("Whom they belong with"_p));
    Html rows;
    for (const auto& record : page.file.view.records)
        for (const auto& tie : record->ties)
            rows << "<li>"
                 << link(fmt::format("/children/{}", tie.other.text()),
                         text(page.file.view.names.of(tie.other)))
                 << ": " << say(tie_words(tie.tie)) << ". "
                 << say("Said by: {0}. Recorded by {1}."_p, {tie.said_by, page.file.view.names.of(tie.by)})
                 << "</li>";
    if (rows.is_empty())
        out << paragraph(say("Nobody is recorded."_p));
    else
        out << "<ul class=\"govuk-list govuk-list--bullet\">" << rows << "</ul>";
    if (page.file.view.may_decide)
        out << paragraph(link(page.address + "/belonging", say("Siblings and household"_p)));
    return out;
}

Html records(const Speaker& say, const ChildSections& page)
{
    const auto& view = page.file.view;
    if (view.records.size() < 2 && view.may_be_same.empty()) return {};
    Html out;
    out << heading(say("Other records of the same child"_p));
    for (const auto& record : view.records)
        for (const auto& joined : record->joined)
            if (record->id == view.it->id)
                out << paragraph(say("Joined with the record of {0}, by {1}: {2}"_p,
                                     {view.names.of(joined.other), view.names.of(joined.by), joined.why}));
    if (!view.may_be_same.empty())
        out << paragraph(say("Records that may be of the same child: {0}"_p,
                             {fmt::format("{}", view.may_be_same.size())}));
    return out << paragraph(link(page.address + "/same-child", say("Join or part records"_p)));
}

Html main_file(const Speaker& say, const ChildSections& page)
{
    const auto& view = page.file.view;
    SummaryList list;
    const auto add = [&](const Phrase& key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = say(key), .value = text(value)});
    };
    if (const auto& file = view.it->main_file) {
        add("Where it is kept"_p, file->system);
        add("Its reference there"_p, file->their_reference);
        add("Papers"_p, file->papers);
    }
    if (const auto& known = view.it->home_authority) add("Lives under"_p, known->name);
    if (const auto& known = view.it->characteristics) {
        add("Sex"_p, say.plain(sex_words(known->sex)));
        add("Ethnicity"_p, say.plain(ethnicity_words(known->ethnicity)));
        add("Special educational needs"_p, say.plain(special_needs_words(known->special_needs)));
    }
    Html out;
    out << heading(say("Main file, and what figures ask for"_p));
    if (list.rows.empty())
        out << paragraph(say("Nothing is recorded."_p));
    else
        out << list;
    out << "<ul class=\"govuk-list\"><li>"
        << link(page.address + "/main-file", say("Summary to paste into the main file, and where that is"_p))
        << "</li>";
    if (view.may_decide)
        out << "<li>"
            << link(page.address + "/authority", say("The local authority under which the child lives"_p))
            << "</li><li>"
            << link(page.address + "/figures", say("Sex, ethnicity and special educational needs"_p))
            << "</li>";
    return out << "</ul>";
}

Html given(const Speaker& say, const ChildSections& page)
{
    const auto& view = page.file.view;
    Html out;
    out << heading(say("Giving this record to somebody"_p));
    Html rows;
    for (const auto& one : view.it->given)
        rows << "<li>"
             << link(fmt::format("{}/record/{}", page.address, one.number),
                     say("Number {0}"_p, {fmt::format("{}", one.number)}))
             << ", " << say(given_for_words(one.purpose)) << ". "
             << say("To: {0}. By {1}."_p, {one.to, view.names.of(one.by)}) << "</li>";
    if (!rows.is_empty()) out << "<ul class=\"govuk-list govuk-list--bullet\">" << rows << "</ul>";
    if (view.may_decide)
        out << paragraph(link(page.address + "/record",
                              say("Read it over without the others’ names, then print or hand it out"_p)));
    return out;
}

}  // namespace

Html impact_list(const Speaker& say, const ChildRecord& record)
{
    Html items;
    for (const auto& one : record.cases)
        for (const auto& line : one.lines) {
            if (!line.is_impact) continue;
            items << "<li><div class=\"safelead-chronology-when\">";
            if (!line.happened.empty())
                items << "<strong>" << text(line.happened) << "</strong><br>" << say("Entered"_p) << " ";
            items << text(line.entered) << "<br>"
                  << say("Entry {0}, case {1}"_p, {fmt::format("{}", line.entry), one.reference})
                  << "</div><div class=\"safelead-chronology-what safelead-lines\">" << text(line.words)
                  << "</div></li>";
        }
    if (items.is_empty())
        return paragraph(say("Nothing is recorded yet. It is recorded in a case, under Records."_p));
    Html out;
    return out << "<ol class=\"govuk-list safelead-chronology\">" << items << "</ol>";
}

Html child_sections(const Speaker& say, const ChildSections& page)
{
    Html out;
    return out << incidents(say, page) << impact(say, page) << belonging(say, page) << records(say, page)
               << main_file(say, page) << given(say, page);
}

}  // namespace safelead::web
