#include "record/child.h"
#include "web/html/components.h"
#include "web/pages/child_record_page.h"
#include "web/pages/child_sections.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {
namespace {

struct Row {
    std::string key;
    std::string value;
};

Instant given_at(const GivenPage& page)
{
    for (const auto& happened : page.file.view.it->history)
        if (const auto* given = std::get_if<record::RecordGiven>(happened.event.get());
            given != nullptr && given->number == page.given.number)
            return happened.at;
    throw_bug("a record was given at no time");
}

std::vector<Row> what_it_is(const Speaker& say, const GivenPage& page)
{
    std::vector<Row> rows;
    const auto add = [&](const Phrase& key, std::string value) {
        if (!value.empty()) rows.push_back({say.plain(key), std::move(value)});
    };
    for (const auto& record : page.file.view.records) {
        const auto& identity = record->identity;
        add("Child"_p, record::name_of(identity));
        add("Date of birth"_p, identity.born ? directory::long_date(*identity.born) : std::string{});
        add("UPN"_p, identity.upn);
    }
    add("Kept by"_p, page.organisation);
    add("Given as number"_p, fmt::format("{}", page.given.number));
    add("Given on"_p, directory::words(page.zone.local(given_at(page))));
    add("Given by"_p, page.file.view.names.of(page.given.by));
    add("Given to"_p, page.given.to);
    add("What for"_p, say.plain(given_for_words(page.given.purpose)));
    add("Holds"_p, page.given.part == record::GivenPart::whole
                       ? say.plain("The chronology of this child, entries up to {0}"_p,
                                   {fmt::format("{}", page.given.up_to)})
                       : say.plain("What it has meant for this child, entries up to {0}"_p,
                                   {fmt::format("{}", page.given.up_to)}));
    add("Names of others"_p,
        say.plain("{0} replaced. Others are called by a letter; one person has one letter in one case."_p,
                  {fmt::format("{}", page.given.replaced)}));
    return rows;
}

std::string others_words(const Speaker& say, const RecordOfCase& one)
{
    std::string words;
    for (const auto& other : one.others) words += fmt::format("{}{}", words.empty() ? "" : ", ", other.words);
    return words.empty() ? say.plain("Nobody else is in it."_p) : say.plain("Others in it: {0}."_p, {words});
}

Html line_item(const Speaker& say, const RecordLine& line)
{
    Html out;
    out << "<li class=\"keep-together\"><div class=\"safelead-chronology-when\">";
    if (!line.happened.empty())
        out << "<strong>" << text(line.happened) << "</strong><br>" << say("Entered"_p) << " ";
    out << text(line.entered) << "<br>" << say("Entry {0}"_p, {fmt::format("{}", line.entry)});
    if (line.is_later) out << "<br>" << say("Entered on a later day"_p);
    return out << "</div><div class=\"safelead-chronology-what\"><div class=\"safelead-lines\">"
               << text(line.words) << "</div><span class=\"govuk-hint\">" << text(line.by)
               << "</span></div></li>";
}

std::string proof_words(const Speaker& say, const GivenPage& page)
{
    return page.proof.empty() ? std::string{} : say.plain("Proof: {0}"_p, {page.proof});
}

}  // namespace

Html given_page(const Speaker& say, const GivenPage& page)
{
    SummaryList list;
    for (const auto& row : what_it_is(say, page))
        list.rows.push_back({.key = text(row.key), .value = text(row.value)});
    Html out;
    out << "<div class=\"safelead-court\"><div><h1 class=\"govuk-heading-l\">"
        << say("The record of one child"_p) << "</h1>"
        << "<p class=\"govuk-body no-print\">"
        << say("It is recorded that this was given. Print this page, or [take it as text]({0}/record/{1}/text)."_p,
               {page.address, fmt::format("{}", page.given.number)})
        << "</p>" << list;
    for (const auto& one : page.held.cases) {
        out << "<h2 class=\"govuk-heading-m\">" << say("Case {0}, opened {1}"_p, {one.reference, one.opened})
            << "</h2><p class=\"govuk-body\">" << text(others_words(say, one)) << "</p>";
        if (one.lines.empty())
            out << "<p class=\"govuk-body\">" << say("Nothing of that sort is in the case."_p) << "</p>";
        else
            out << "<ol class=\"govuk-list safelead-chronology\">";
        for (const auto& line : one.lines) out << line_item(say, line);
        if (!one.lines.empty()) out << "</ol>";
    }
    out << "</div><div class=\"safelead-court-foot\"><p class=\"govuk-body-s safelead-proof\">"
        << say("Record of one child, given as number {0}."_p, {fmt::format("{}", page.given.number)}) << " "
        << text(proof_words(say, page)) << "</p></div></div>";
    return out;
}

std::string given_text(const Speaker& say, const GivenPage& page)
{
    std::string out = say.plain("The record of one child"_p) + "\n\n";
    for (const auto& row : what_it_is(say, page)) out += fmt::format("{}: {}\n", row.key, row.value);
    for (const auto& one : page.held.cases) {
        out += fmt::format("\n{}\n{}\n", say.plain("Case {0}, opened {1}"_p, {one.reference, one.opened}),
                           others_words(say, one));
        for (const auto& line : one.lines) {
            out += fmt::format("\n{}", say.plain("Entry {0}"_p, {fmt::format("{}", line.entry)}));
            if (!line.happened.empty()) out += fmt::format(" | {}", line.happened);
            out +=
                fmt::format(" | {} {} | {}\n{}\n", say.plain("entered"_p), line.entered, line.by, line.words);
        }
    }
    if (!page.proof.empty()) out += fmt::format("\n{}\n", proof_words(say, page));
    return out;
}

}  // namespace safelead::web
