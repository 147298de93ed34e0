#include "web/pages/closing_page.h"

#include "decision/evaluate.h"
#include "record/closing.h"
#include "record/kept_in.h"
#include "web/forms/asked_again.h"
#include "web/html/components.h"
#include "web/pages/kept_fields.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using record::ClosingNeed;

struct NeedLine {
    Phrase words;
    std::string_view page;  ///< Where it is seen to.
};

NeedLine line_of(ClosingNeed need)
{
    switch (need) {
        case ClosingNeed::decided:
            return {"A decision stands, and the advice has not risen above it"_p, "decision"};
        case ClosingNeed::signed_off:
            return {"Its second person agreed, where it needs one"_p, "sign-off"};
        case ClosingNeed::looked_at_again:
            return {"Somebody decided since something new was recorded"_p, "decision"};
        case ClosingNeed::unknowns_said:
            return {"Nothing that could raise the route is left unknown without a reason"_p, "decision"};
        case ClosingNeed::agency_has_it:
            return {"Where a criterion is met, an agency has it or gave it back"_p, "referrals"};
        case ClosingNeed::agency_answered:
            return {"Everybody it was referred to answered, or was asked again"_p, "referrals"};
        case ClosingNeed::sent_on:
            return {"Each referral that is another agency’s was sent on, or closed with the reason"_p,
                    "referrals"};
        case ClosingNeed::tasks_settled:
            return {"Every task is done, or dropped with the reason"_p, "actions"};
        case ClosingNeed::plans_reviewed:
            return {"Every review of a support plan is done, or dropped with the reason"_p, "actions"};
        case ClosingNeed::viewings_signed:
            return {"Every record of a viewing has its signatures"_p, "records/viewing"};
    }
    throw_bug("a criterion for closing without words");
}

std::string about_words(const Speaker& say, const CaseView& view, ClosingNeed need, const std::string& about)
{
    if (need == ClosingNeed::agency_answered) return say.plain("{0} has not answered"_p, {about});
    if (need == ClosingNeed::sent_on)
        return say.plain("{0} said that it is another agency’s, and it was not sent on"_p, {about});
    constexpr std::string_view role = "role:";
    if (about.starts_with(role)) return fmt::format("What did {} do?", about.substr(role.size()));
    for (const auto& task : view.state.tasks)
        if (task.set.task.text() == about) return task.set.words;
    return std::string{fact_words(view.in_force, about)};
}

}  // namespace

Html closing_list(const Speaker& say, const CaseView& view)
{
    const auto now = decision::evaluate(view.in_force, record::facts_of(view.state));
    TaskList list;
    for (const auto& criterion : record::closing_criteria(view.state, view.in_force, now, view.referrals)) {
        const auto line = line_of(criterion.need);
        TaskListItem item{.title = say(line.words)};
        if (criterion.not_met) {
            std::string open;
            for (const auto& about : criterion.about)
                open += fmt::format("{}{}", open.empty() ? "" : " · ",
                                    about_words(say, view, criterion.need, about));
            if (!open.empty()) item.hint = Html{text(open)};
            item.href = view.address(line.page);
            item.status_tag = Tag{.content = say("Not met"_p), .classes = "govuk-tag--yellow"};
        } else {
            item.status = say("Met"_p);
        }
        list.items.emplace_back(std::move(item));
    }
    Html out;
    return out << list;
}

Html something_new(const Speaker& say, const CaseView& view)
{
    Html out;
    for (const auto& kept : record::kept_in<record::SomethingNew>(view.state))
        out << record_card(say, view, say(AskedOf<record::SomethingNew>::entry),
                           shown_fields(say, view, *kept.it), kept.it->by, kept.at, kept.position);
    if (!view.may.contains(access::Action::change_case)) return out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Something new"_p) << "</h2><p class=\"govuk-body\">"
        << (view.is_open()
                ? say("The image has appeared again, another child or an adult, what a parent or a "
                      "partner told you: recording it sets a task to look again, and the case has to "
                      "be decided again before it is closed."_p)
                : say("The image has appeared again, another child or an adult, what a parent or a "
                      "partner told you: recording it opens the case again."_p))
        << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
        << text(view.address("records/something-new")) << "\">" << say(AskedOf<record::SomethingNew>::title)
        << "</a></p>";
    return out;
}

Html repeat_notice(const Speaker& say, const CaseView& view)
{
    if (view.repeats.empty()) return {};
    Html content;
    content << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& repeat : view.repeats)
        content << "<li>"
                << say("{0} is in case [{1}](/cases/{1}) too, reported on {2}: within twelve months."_p,
                       {view.called(repeat.who), repeat.earlier.text(),
                        directory::long_date(repeat.reported_on)})
                << "</li>";
    content << "</ul>";
    if (record::asks_for_prior_incident(view.state))
        content << "<p class=\"govuk-body\">"
                << say("Whether that is a previous incident is for you to say: answer it in the "
                       "[fuller assessment](/cases/{0}/assessment#R15). It is not assumed."_p,
                       {view.reference()})
                << "</p>";
    return InsetText{.content = std::move(content)};
}

}  // namespace safelead::web
