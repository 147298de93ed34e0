#include "web/pages/sharing_page.h"

#include "web/forms/asked_sharing.h"
#include "web/html/components.h"
#include "web/html/words_row.h"
#include "web/pages/kept_fields.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Phrase title_of(record::SharedBy by)
{
    switch (by) {
        case record::SharedBy::referral:
            return "Told to an agency: a referral made elsewhere"_p;
        case record::SharedBy::referral_here:
            return "Told to an agency: a referral made here"_p;
        case record::SharedBy::link:
            return "A link to a referral was opened"_p;
        case record::SharedBy::strategy_meeting:
            return "Told at a strategy meeting"_p;
        case record::SharedBy::consultation:
            return "Told to an agency: advice was sought"_p;
        case record::SharedBy::told_later:
            return "Told to an agency later, in a referral made here"_p;
        case record::SharedBy::meeting_told_later:
            return "An agency was told of a strategy meeting, in a referral made here"_p;
    }
    throw_bug("something was shared in no way");
}

Html basis_of(const Speaker& say, const CaseView& view, const record::SharedLine& line)
{
    Html out;
    if (!line.basis.empty()) out << text(line.basis);
    if (line.basis_given != nullptr) {
        if (!line.basis.empty()) out << "<br>";
        out << say(lawful_bases.at(static_cast<std::size_t>(line.basis_given->basis)));
        if (!line.basis_given->why.empty()) out << "<br>" << text(line.basis_given->why);
    }
    if (line.has_basis()) return out;
    out << "<strong>" << say("Basis not written down"_p) << "</strong>";
    // In a closed case too: what is missing there is written down without opening it again.
    if (view.may.contains(access::Action::change_case))
        out << "<br><a class=\"govuk-link\" href=\""
            << text(view.address(fmt::format("records/basis-given?entry={}", line.entry))) << "\">"
            << say("Write down the basis of entry {0}"_p, {fmt::format("{}", line.entry)}) << "</a>";
    return out;
}

Html card(const Speaker& say, const CaseView& view, const record::SharedLine& line)
{
    SummaryList list;
    list.card = SummaryCard{.title = say(title_of(line.by))};
    add_words_row(list, say("With"_p), line.with);
    add_words_row(list, say("Whom there"_p), line.person);
    add_words_row(list, say("When"_p), view.when(line.when));
    add_words_row(list, say("What"_p), line.what);
    if (!line.reference.empty())
        list.rows.push_back(
            {.key = say("Referral"_p),
             .value = say("[{0}]({1})"_p,
                          {line.reference, view.address(fmt::format("referrals/{}", line.reference))})});
    list.rows.push_back({.key = say("On what basis"_p), .value = basis_of(say, view, line)});
    list.rows.push_back(
        {.key = say("Recorded"_p),
         .value = say("{0} (entry {1})"_p, {view.when(line.at), fmt::format("{}", line.entry)})});
    Html out;
    return out << list << corrections_of(say, view, line.entry);
}

}  // namespace

Html shared_by_the_record(const Speaker& say, const CaseView& view,
                          const std::vector<record::SharedLine>& lines)
{
    if (lines.empty()) return {};
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Shared, as the rest of this record shows"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("These lines make themselves: a referral, what was told in it later, a link that was "
               "opened, advice that was sought, a strategy meeting. What is shared in another way is written "
               "down by hand."_p)
        << "</p>";
    for (const auto& line : lines) out << card(say, view, line);
    return out << "<h2 class=\"govuk-heading-m\">" << say("Written down by hand"_p) << "</h2>";
}

}  // namespace safelead::web
