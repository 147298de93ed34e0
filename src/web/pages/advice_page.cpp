#include "web/pages/advice_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace safelead::web {

namespace {

using decision::Advice;
using decision::Because;
using guidance::Pack;

/// Advice with what is needed to say where each line of it comes from.
struct Explained {
    const Speaker& say;
    const Pack& pack;
    const Advice& advice;
    const AdviceLinks& links;
};

Html provenance(const Speaker& say, const Because& because, const Pack& pack, const AdviceLinks& links)
{
    Html out;
    out << "<span class=\"govuk-hint safelead-source\">"
        << say("Rule [{0}]({4}), {1}. Source: {2}. Edition: {3}."_p,
               {because.rule.text(),
                because.standing == guidance::Standing::guidance
                    ? say.plain("the guidance itself"_p)
                    : say.plain("a project rule, our careful reading"_p),
                because.source, pack.edition().text(),
                fmt::format("{}#{}", links.rules, because.rule.text())})
        << "</span>";
    return out;
}

/// One line of the advice, with every rule that gave it.
Html line(const Explained& of, std::string_view code, std::string_view shown)
{
    const auto& [say, pack, advice, links] = of;
    Html out;
    out << "<li data-gives=\"" << text(code) << "\"><strong>" << text(shown) << "</strong>";
    if (const auto* term = pack.find_term(code);
        term != nullptr && !term->meaning.empty() && term->words == shown)
        out << "<br>" << text(term->meaning);
    for (const auto& because : advice.because)
        if (because.gives.text() == code) out << "<br>" << provenance(say, because, pack, links);
    out << "</li>";
    return out;
}

Html section(const Explained& of, const Phrase& heading, const std::vector<guidance::Code>& codes,
             const Phrase& none)
{
    const auto& [say, pack, advice, links] = of;
    Html lines;
    for (const auto& code : codes)
        if (pack.is_shown_to_schools(code.text())) lines << line(of, code.text(), pack.term(code));
    Html out;
    out << "<h3 class=\"govuk-heading-s\">" << say(heading) << "</h3>";
    if (lines.is_empty())
        out << "<p class=\"govuk-body\">" << say(none) << "</p>";
    else
        out << "<ul class=\"govuk-list govuk-list--spaced\">" << lines << "</ul>";
    return out;
}

Html unresolved(const Explained& of)
{
    const auto& [say, pack, advice, links] = of;
    Html out;
    out << "<h3 class=\"govuk-heading-s\">" << say("Still not known, and it matters"_p) << "</h3>";
    if (advice.unresolved.empty())
        return out << "<p class=\"govuk-body\">" << say("Nothing that matters is still not known."_p)
                   << "</p>";
    out << "<ul class=\"govuk-list govuk-list--spaced\">";
    for (const auto& fact : advice.unresolved) out << line(of, fact.text(), fact_words(pack, fact.text()));
    return out << "</ul>";
}

Html recommended(const Explained& of)
{
    const auto& [say, pack, advice, links] = of;
    Html out;
    out << "<h3 class=\"govuk-heading-s\">" << say("Recommended route"_p) << "</h3><p class=\"govuk-body\">"
        << route_tag(pack, advice.route.text()) << "</p><ul class=\"govuk-list\">"
        << line(of, advice.route.text(), pack.term(advice.route));
    if (advice.consult) {
        out << "</ul><h3 class=\"govuk-heading-s\">" << say("Consult with"_p)
            << "</h3><ul class=\"govuk-list\">"
            << line(of, advice.consult->text(), pack.term(*advice.consult));
    }
    return out << "</ul>";
}

AdviceLinks links_of(const CaseView& view, const Pack& pack)
{
    return {.questions = view.address("questions"),
            .people = view.address("people"),
            .rules =
                pack.edition() == view.in_force.edition() ? view.address("guidance") : edition_address(pack)};
}

bool says_the_same(const Advice& one, const Advice& other)
{
    return one.category == other.category && one.route == other.route && one.consult == other.consult &&
           one.criteria == other.criteria && one.safety_rules == other.safety_rules &&
           one.indicators == other.indicators && one.unresolved == other.unresolved &&
           one.flags == other.flags;
}

}  // namespace

std::string edition_address(const Pack& pack)
{
    return fmt::format("/guidance/{}", pack.edition().text());
}

Html edition_lines(const Speaker& say, const Pack& pack)
{
    const auto& imprint = pack.imprint();
    Html out;
    out << "<p class=\"govuk-body\">"
        << say("{0}, {1}. Status: {2}."_p, {imprint.title, imprint.publisher, imprint.status}) << "</p>";
    if (!imprint.verified_by)
        out << WarningText{.content =
                               say("These rules have not yet been checked by a practising safeguarding lead. "
                                   "Read the guidance itself beside them."_p)};
    else
        out << "<p class=\"govuk-body\">" << say("Checked by {0}."_p, {*imprint.verified_by}) << "</p>";
    return out;
}

Html advice_in_full(const Speaker& say, const Pack& pack, const Advice& advice, const AdviceLinks& links)
{
    const Explained of{say, pack, advice, links};
    Html out;
    out << edition_lines(say, pack) << recommended(of)
        << section(of, "What it is, under this edition"_p, {advice.category}, "Not settled."_p)
        << section(of, "Criteria met for referring at once"_p, advice.criteria,
                   "None of them is met by what is known."_p)
        << section(of, "Safety rules met"_p, advice.safety_rules, "None."_p)
        << section(of, "What makes it more serious"_p, advice.indicators, "Nothing known."_p)
        << unresolved(of) << section(of, "Things to do because of it"_p, advice.flags, "Nothing further."_p)
        << "<h3 class=\"govuk-heading-s\">" << say("What to ask next"_p) << "</h3>"
        << still_to_ask(say, pack, advice.ask_next, links);
    return out;
}

Html still_to_ask(const Speaker& say, const Pack& pack, const std::vector<guidance::FactId>& facts,
                  const AdviceLinks& links)
{
    Html out;
    if (facts.empty())
        return out << "<p class=\"govuk-body\">"
                   << say("Nothing that is still open could change the advice."_p) << "</p>";
    out << "<ol class=\"govuk-list govuk-list--number\">";
    for (const auto& fact : facts) {
        const bool is_age = fact.text() == "subject_age" || fact.text() == "person_age";
        out << "<li><a class=\"govuk-link\" href=\"";
        if (is_age)
            out << text(links.people);
        else
            out << text(links.questions) << "#fact-" << text(fact.text());
        out << "\">" << text(fact_words(pack, fact.text())) << "</a></li>";
    }
    return out << "</ol>";
}

Html still_to_ask(const Speaker& say, const CaseView& view, const std::vector<guidance::FactId>& facts)
{
    return still_to_ask(say, view.in_force, facts, links_of(view, view.in_force));
}

Html advice_page(const Speaker& say, const CaseView& view)
{
    Html out;
    out << case_header(say, view, CasePlace::advice, say("Advice so far"_p));
    if (!view.state.advice)
        return out << "<p class=\"govuk-body\">"
                   << say("There is no advice yet: it comes with the first answer or the first person."_p)
                   << "</p>";
    out << "<p class=\"govuk-body\">"
        << say("This is advice. A person decides. It changes as answers come in, and every version is kept."_p)
        << "</p>";
    const auto& given = view.state.advice->advice;
    out << "<h2 class=\"govuk-heading-m\">"
        << say("Under the edition in force when it was reported ({0})"_p,
               {directory::long_date(view.state.reported_on)})
        << "</h2>" << advice_in_full(say, view.in_force, given, links_of(view, view.in_force));
    if (view.state.advice_newest) {
        const auto& newest = view.state.advice_newest->advice;
        out << "<h2 class=\"govuk-heading-m\">" << say("Under the newest edition"_p) << "</h2>";
        if (says_the_same(given, newest))
            out << "<p class=\"govuk-body\">"
                << say("The newest edition, {0}, says the same."_p, {view.newest.imprint().title}) << "</p>";
        else
            out << advice_in_full(say, view.newest, newest, links_of(view, view.newest));
    }
    return out;
}

Html advice_so_far(const Speaker& say, const CaseView& view)
{
    Html content;
    if (!view.state.advice) {
        content << "<p class=\"govuk-body\">" << say("No advice yet: answer the first question."_p) << "</p>";
    } else {
        const auto& advice = view.state.advice->advice;
        content << "<p class=\"govuk-body\">" << route_tag(view.in_force, advice.route.text());
        if (advice.consult) content << " " << say("with {0}"_p, {view.in_force.term(*advice.consult)});
        content << "</p>";
        if (!advice.criteria.empty()) {
            content << "<ul class=\"govuk-list govuk-list--bullet\">";
            for (const auto& criterion : advice.criteria)
                content << "<li>" << text(view.in_force.term(criterion)) << "</li>";
            content << "</ul>";
        }
        content << "<p class=\"govuk-body\">" << text(view.in_force.term(advice.category)) << ". "
                << say(advice.unresolved.empty() ? "Nothing that matters is still not known."_p
                                                 : "Still not known and matters: {0}."_p,
                       {fmt::format("{}", advice.unresolved.size())})
                << "</p>";
    }
    content << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address("advice"))
            << "\">" << say("Why, and under which edition"_p) << "</a></p>";
    Html out;
    out << "<section class=\"safelead-advice\" aria-labelledby=\"advice-so-far\"><h2 "
           "class=\"govuk-heading-m\" "
           "id=\"advice-so-far\">"
        << say("Advice so far"_p) << "</h2>" << content << "</section>";
    return out;
}

}  // namespace safelead::web
