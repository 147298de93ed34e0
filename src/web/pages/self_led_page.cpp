#include "web/pages/self_led_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html hidden_choices(const app::Chosen& chosen)
{
    Html out;
    for (const auto& [exercise, route] : chosen)
        out << hidden_input(chosen_field, fmt::format("{} {}", exercise, route));
    return out;
}

FormFrame open_frame(std::string id)
{
    return {.action = "/training/learn",
            .csrf_token = {},
            .command = {},
            .draft = {},
            .page = {},
            .id = std::move(id)};
}

Html beside_words(const Speaker& say, const guidance::Pack& pack, const DecidedBefore& before)
{
    const auto how = decision::beside(pack, before.route, before.advice.route.text());
    if (how == decision::Beside::higher)
        return say("You went higher than the advice. That is always allowed: raising is free."_p);
    if (how == decision::Beside::lower)
        return say(
            "You went lower than the advice. In a real case that needs a reason and a second person."_p);
    return say("The same as the advice."_p);
}

Html advice_part(const Speaker& say, const guidance::Pack& pack, const DecidedBefore& before)
{
    SummaryList list;
    list.rows = {{.key = say("You chose"_p), .value = text(pack.term(before.route))},
                 {.key = say("The advice says"_p), .value = text(pack.term(before.advice.route.text()))},
                 {.key = say("Beside each other"_p), .value = beside_words(say, pack, before)},
                 {.key = say("What decides it"_p), .value = text(before.exercise.why)}};
    Html out;
    out << "<h2 class=\"govuk-heading-m\">"
        << say("Situation {0}: yours beside the advice"_p, {before.exercise.id}) << "</h2>" << list
        << "<p class=\"govuk-body\">" << say("Why the advice says so:"_p)
        << "</p><ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto& because : before.advice.because)
        out << "<li>"
            << say("{0} (rule {1}: {2})"_p,
                   {pack.term(because.gives.text()), because.rule.text(), because.source})
            << "</li>";
    return out << "</ul>"
               << paragraph(say("[What was found out, and the advice in full](/practice/{0})"_p,
                                {before.exercise.id}));
}

Html situation(const FormWriter& form, const SelfLedPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> routes;
    for (auto route = page.pack.routes().rbegin(); route != page.pack.routes().rend(); ++route) {
        const std::string code{route->code.text()};
        Html hint;
        if (const auto* term = page.pack.find_term(code)) hint << text(term->meaning);
        routes.push_back({.value = code, .label = text(page.pack.term(code)), .hint = std::move(hint)});
    }
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">"
               << say("Situation {0} of {1}"_p, {std::to_string(page.number), std::to_string(page.of)})
               << "</h2>" << paragraph(text(page.now->summary)) << form.open(open_frame("form"))
               << hidden_choices(page.chosen) << hidden_input("exercise", page.now->id)
               << form.radios("route", say("What would you do?"_p),
                              say("Decide first; then you see the advice and why."_p), std::move(routes),
                              Layout::small, LegendSize::s)
               << Button{.content = say("Show the advice"_p)} << FormWriter::close();
}

}  // namespace

Html self_led_start(const FormWriter& form, const learning::Topic& topic, Html guide)
{
    const auto& say = form.say();
    Html out;
    return out
           << "<h1 class=\"govuk-heading-l\">" << say("Learn by yourself: {0}"_p, {topic.name}) << "</h1>"
           << paragraph(say(
                  "First the guide, then made-up situations: you decide, and then see the advice and why. You need no account, and nothing is kept unless you are signed in and ask for it at the end."_p))
           << "<h2 class=\"govuk-heading-m\">" << say("First: the guide"_p) << "</h2>" << guide
           << "<h2 class=\"govuk-heading-m\">" << say("Then: the situations"_p) << "</h2>"
           << form.open(open_frame("form")) << hidden_input("begin", "1")
           << Button{.content = say("I have read the guide: begin"_p)} << FormWriter::close();
}

Html self_led_page(const FormWriter& form, const SelfLedPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Decide first"_p) << "</h1>";
    if (page.before) out << advice_part(say, page.pack, *page.before);
    if (page.now != nullptr) out << situation(form, page);
    if (page.chosen.empty()) return out;
    return out << form.open(open_frame("form-finish")) << hidden_choices(page.chosen)
               << hidden_input("finish", "1")
               << Button{.content = page.now == nullptr ? say("See how it went"_p)
                                                        : say("Stop here and see how it went"_p),
                         .classes = "govuk-button--secondary"}
               << FormWriter::close();
}

Html self_led_end(const FormWriter& form, const app::Chosen& chosen, const app::HowItWent& went,
                  const std::optional<FormFrame>& keep)
{
    const auto& say = form.say();
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("How it went"_p) << "</h1>"
        << paragraph(say(
               "Situations decided: **{0} of {1}**. The same as the advice: {2}. Higher: {3}. Lower: {4}."_p,
               {std::to_string(went.done()), std::to_string(went.of), std::to_string(went.same),
                std::to_string(went.higher), std::to_string(went.lower)}))
        << paragraph(say("The advice is not the mark of an examination: a person decides, and says why."_p));
    if (keep) {
        out << form.open(*keep) << hidden_choices(chosen)
            << Button{.content = say("Keep this on my training record"_p), .prevents_double_click = true}
            << FormWriter::close();
    } else {
        out << paragraph(say("You are not signed in, so nothing of it is kept."_p));
    }
    return out << paragraph(say("[All training](/training)"_p));
}

}  // namespace safelead::web
