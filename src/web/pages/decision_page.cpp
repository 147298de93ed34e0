#include "web/pages/decision_page.h"

#include "record/what_is_open.h"
#include "web/pages/advice_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

Html sign_off_words(const Speaker& say, const CaseView& view, const record::Decision& decision)
{
    switch (decision.sign_off) {
        case record::SignOff::not_needed:
            return say("Not needed"_p);
        case record::SignOff::awaited:
            return say("Waits for a second person. Action does not wait for it."_p);
        case record::SignOff::refused: {
            Html out;
            out << say("Refused by {0}: {1}"_p,
                       {decision.signed_by ? view.staff_name(*decision.signed_by) : std::string{},
                        decision.refused_because});
            return out;
        }
        case record::SignOff::given:
            break;
    }
    if (decision.called)
        return say("Agreed by {0}, {1}, in a call {2}: {3}. Recorded by {4}."_p,
                   {decision.called->name, decision.called->position, view.when(decision.called->when),
                    decision.called->said, decision.signed_by ? view.staff_name(*decision.signed_by) : ""});
    return say("Agreed by {0}"_p, {decision.signed_by ? view.staff_name(*decision.signed_by) : ""});
}

std::string unknown_words(const CaseView& view, std::string_view unknown)
{
    constexpr std::string_view role = "role:";
    if (unknown.starts_with(role)) return fmt::format("What did {} do?", unknown.substr(role.size()));
    return std::string{fact_words(view.in_force, unknown)};
}

Html stated(const Speaker& say, record::Answer answer)
{
    switch (answer) {
        case record::Answer::yes:
            return say("Yes"_p);
        case record::Answer::no:
            return say("No"_p);
        case record::Answer::unknown:
            return say("Not said"_p);
    }
    throw_bug("an answer is none of the three");
}

std::vector<Choice> route_choices(const Speaker& say, const CaseView& view, const DecisionPage& page)
{
    std::vector<Choice> choices;
    const auto& routes = view.in_force.routes();
    for (auto route = routes.rbegin(); route != routes.rend(); ++route) {
        const std::string code{route->code.text()};
        Html label;
        label << text(view.in_force.term(code));
        if (view.state.advice && view.state.advice->advice.route.text() == code)
            label << " " << Tag{.content = say("Advised"_p), .classes = "govuk-tag--blue"};
        Html hint;
        if (const auto* term = view.in_force.find_term(code)) hint << text(term->meaning);
        if (std::ranges::find(page.needs_second, code) != page.needs_second.end())
            hint << " " << say("**Needs a reason and a second person.**"_p);
        choices.push_back({.value = code, .label = label, .hint = hint});
    }
    return choices;
}

Html not_referring(const FormWriter& form, const CaseView& view)
{
    const auto& say = form.say();
    Html content;
    content
        << "<p class=\"govuk-body\">"
        << say("Not referring states both tests, gives one reason, says why each fact still not known is "
               "safe to "
               "leave, and is signed off by the headteacher: in their place by a deputy, trust lead or the "
               "coordinator in a recorded call."_p)
        << "</p>"
        << form.radios("enough-known", say("Is enough known to assess the risks to the children involved?"_p),
                       {}, {{.value = "yes", .label = say("Yes"_p)}, {.value = "no", .label = say("No"_p)}},
                       Layout::inline_small, LegendSize::s)
        << form.radios("manageable",
                       say("Can the risks be managed within the school’s pastoral support and disciplinary "
                           "framework?"_p),
                       {}, {{.value = "yes", .label = say("Yes"_p)}, {.value = "no", .label = say("No"_p)}},
                       Layout::inline_small, LegendSize::s);
    for (const auto& unknown : record::unknowns_to_say(view.state, view.in_force))
        content << form.line(
            fmt::format("unknown-{}", unknown),
            say("Not known: {0} Why is it safe not to know?"_p, {unknown_words(view, unknown)}));
    Html out;
    out << "<section id=\"not-referring\" data-not-referring><h2 class=\"govuk-heading-m\">"
        << say("If you decide not to refer"_p) << "</h2>" << content << "</section>";
    return out;
}

}  // namespace

Html decision_summary(const Speaker& say, const CaseView& view, const record::Decision& decision)
{
    const auto& made = decision.made;
    SummaryList list;
    list.card = SummaryCard{.title = say("Decision {0}"_p, {fmt::format("{}", made.number)})};
    list.rows = {
        {.key = say("Decided"_p), .value = route_tag(view.in_force, made.route)},
        {.key = say("Advised then"_p), .value = text(view.in_force.term(made.recommended))},
        {.key = say("By"_p), .value = say("{0}, {1}"_p, {view.staff_name(made.by), view.when(decision.at)})},
        {.key = say("Reason"_p), .value = text(made.reason)}};
    if (!view.in_force.is_referring(made.route)) {
        list.rows.push_back({.key = say("Enough is known"_p), .value = stated(say, made.enough_known)});
        list.rows.push_back({.key = say("Manageable in school"_p), .value = stated(say, made.manageable)});
    }
    for (const auto& unknown : made.still_unknown)
        list.rows.push_back({.key = say("Not known: {0}"_p, {unknown_words(view, unknown.fact)}),
                             .value = text(unknown.why_safe)});
    list.rows.push_back({.key = say("Sign-off"_p), .value = sign_off_words(say, view, decision)});
    return list;
}

Html decision_page(const FormWriter& form, const CaseView& view, const DecisionPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << case_header(say, view, CasePlace::decision, say("Decision"_p));
    if (const auto* standing = view.state.decision()) {
        out << decision_summary(say, view, *standing);
        if (standing->sign_off == record::SignOff::awaited)
            out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address("sign-off"))
                << "\">" << say("Sign off, or record a call"_p) << "</a></p>";
    }
    out << advice_so_far(say, view);
    if (!view.takes(access::Action::decide_route)) return out;
    out << form.open(page.frame)
        << form.radios("route",
                       view.state.decision() ? say("Decide again: what do you decide?"_p)
                                             : say("What do you decide?"_p),
                       say("You decide; the advice is beside you. Going higher needs nothing more. Action "
                           "never waits "
                           "for a sign-off."_p),
                       route_choices(say, view, page))
        << form.paragraph(
               "reason", say("Reason"_p),
               say("Always wanted when you go below the advice or don’t refer. Don’t describe an image."_p),
               4)
        << not_referring(form, view)
        << Button{.content = say("Record this decision"_p), .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html sign_off_page(const FormWriter& form, const CaseView& view, const SignOffPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << case_header(say, view, CasePlace::decision, say("Sign-off"_p));
    const auto* decision = view.state.decision();
    if (decision == nullptr || decision->sign_off == record::SignOff::not_needed)
        return out << "<p class=\"govuk-body\">" << say("No decision waits for a sign-off."_p) << "</p>";
    out << decision_summary(say, view, *decision) << advice_so_far(say, view);
    if (decision->sign_off != record::SignOff::awaited) return out;
    std::vector<Choice> answers;
    if (page.may_sign && !page.own_decision) {
        answers.push_back({.value = "agree",
                           .label = say("I agree"_p),
                           .hint = say("I have read the advice and the reason, and both tests are met."_p)});
        answers.push_back({.value = "refuse",
                           .label = say("I don’t agree"_p),
                           .conditional = form.paragraph("refuse-reason", say("Why not?"_p), {}, 3)});
    } else {
        out << InsetText{.content =
                             say("The decision must be agreed by somebody other than whoever made it. If the "
                                 "headteacher cannot sign in, record a call here."_p)};
    }
    Html call;
    call << form.line("call-name", say("Who agreed?"_p))
         << form.line("call-position", say("What are they?"_p),
                      say("Headteacher, deputy, trust safeguarding lead or the local coordinator"_p))
         << form.event_time("call", say("When did you speak to them?"_p))
         << form.paragraph("call-said", say("What did they say?"_p), {}, 3);
    if (page.may_record_call)
        answers.push_back({.value = "call",
                           .label = say("Somebody agreed in a call, which I record here"_p),
                           .conditional = call});
    if (answers.empty()) return out;
    out << form.open(page.frame) << form.radios("answer", say("Your answer"_p), {}, std::move(answers))
        << Button{.content = say("Record the answer"_p), .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

}  // namespace safelead::web
