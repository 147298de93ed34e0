#include "record/child.h"
#include "record/kept_in.h"
#include "web/pages/child_keeping_pages.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {
namespace {

std::string day_of(const ChildKeepingPage& page, Instant at)
{
    return directory::long_date(page.zone.local(at).wall.date);
}

/// Only what was chosen or counted, never what was typed: there is nothing in it to read over.
std::string about_case(const Speaker& say, const ChildKeepingPage& page, const app::CaseView& shown)
{
    const auto& of = *shown.it;
    std::string out =
        say.plain("Case {0}, opened {1}: {2}. Lead: {3}."_p,
                  {of.reference.text(), day_of(page, of.opened_at),
                   of.state == record::CaseState::open ? say.plain("open"_p) : say.plain("closed"_p),
                   shown.names.of(of.lead)});
    if (const auto* decision = of.decision())
        out += " " + say.plain("Decided {0}: {1}."_p,
                               {day_of(page, decision->at), shown.in_force->term(decision->made.route)});
    if (!of.referrals.empty())
        out += " " + say.plain("Referrals recorded: {0}."_p, {fmt::format("{}", of.referrals.size())});
    std::size_t plans = 0;
    for (const auto& plan : record::kept_in<record::SupportPlanMade>(of))
        for (const auto& person : of.people)
            for (const auto& record : page.file.view.records)
                if (person.ref == plan.it->about && person.child == record->id) ++plans;
    if (plans > 0) out += " " + say.plain("This child has a support and safety plan."_p);
    return out + "\n";
}

}  // namespace

std::string summary_to_paste(const Speaker& say, const ChildKeepingPage& page)
{
    const auto& view = page.file.view;
    std::string out = say.plain("Safeguarding summary: {0}"_p, {record::name_of(view.it->identity)}) + "\n" +
                      say.plain("Kept in full in Safelead by {0}. Ask the safeguarding lead to see it."_p,
                                {page.organisation}) +
                      "\n";
    for (const auto& shown : page.file.cases) out += about_case(say, page, shown);
    if (page.file.cases.empty()) out += say.plain("No case."_p) + "\n";
    out += say.plain("Our references:"_p);
    for (const auto& shown : page.file.cases) out += fmt::format(" {}", shown.it->reference.text());
    out += "\n";
    if (const auto& file = view.it->main_file) {
        const auto names = names_of_others(page.file);
        const auto clean = [&](const std::string& words) {
            return record::with_names_replaced(words, names.in(words), [](const auto&) { return true; });
        };
        if (!file->their_reference.empty())
            out += say.plain("Reference of this file: {0}"_p, {clean(file->their_reference)}) + "\n";
        if (!file->papers.empty()) out += say.plain("Paper originals: {0}"_p, {clean(file->papers)}) + "\n";
    }
    return out;
}

}  // namespace safelead::web
