#include "web/answers/guidance_answers.h"

#include "app/packs.h"
#include "app/who_to_ring.h"
#include "decision/still_possible.h"
#include "web/pages/advice_page.h"
#include "web/pages/examples_page.h"
#include "web/pages/guidance_page.h"

#include <algorithm>

namespace safelead::web {

namespace {

const guidance::PackDraft& draft_of(const app::Packs& packs, const guidance::Pack& pack)
{
    const auto draft = std::ranges::find_if(
        packs.drafts(), [&pack](const auto& one) { return one.imprint.edition == pack.edition(); });
    if (draft == packs.drafts().end()) throw_bug("an edition was not read from anywhere");
    return *draft;
}

Names names_of(const app::Packs& packs, const guidance::Pack& pack)
{
    return guidance::names_of(draft_of(packs, pack));
}

}  // namespace

Later<Response> get_editions(Site& site, const Request& request)
{
    return site.open_page(request, {.title = "The guidance, as rules"_p,
                                    .main = editions_page(site.say(), site.app().packs().editions(),
                                                          site.app().local().arrangements)});
}

Later<Response> get_edition(Site& site, const Request& request)
{
    const auto* pack = site.app().packs().find(request.path_value("edition"));
    if (pack == nullptr) return site.fault(Fault::not_found);
    const auto& packs = site.app().packs();
    Html main;
    main << edition_page(site.say(), *pack, names_of(packs, *pack));
    if (const auto& examples = packs.examples(pack->edition().text()); !examples.empty())
        main << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/guidance/"
             << text(pack->edition().text()) << "/examples\">" << site.say()("Worked examples"_p)
             << "</a></p>";
    main << words_of_edition(site.say(), *pack, draft_of(packs, *pack).texts);
    return site.open_page(request, {.title = "The rules of {0}"_p,
                                    .main = std::move(main),
                                    .about = std::string{pack->edition().text()}});
}

Later<Response> get_examples(Site& site, const Request& request)
{
    const auto& packs = site.app().packs();
    const auto* pack = packs.find(request.path_value("edition"));
    if (pack == nullptr) return site.fault(Fault::not_found);
    return site.open_page(request,
                          {.title = "Worked examples of {0}"_p,
                           .main = examples_page(site.say(), *pack, packs.examples(pack->edition().text())),
                           .about = std::string{pack->edition().text()}});
}

namespace case_page {

Html draw_guidance(const CaseTurn& turn, const FormFields&, const FormErrors&)
{
    const auto& say = turn.site.say();
    const auto& pack = turn.view.in_force;
    RulesOfCase of_case;
    if (turn.view.state.advice)
        for (const auto& because : turn.view.state.advice->advice.because)
            of_case.met.push_back(because.rule);
    of_case.still_possible = decision::still_possible(pack, record::facts_of(turn.view.state));
    Html out;
    out << case_header(say, turn.view, CasePlace::advice, say("The rules, and this case"_p))
        << edition_lines(say, pack) << "<p class=\"govuk-body\">"
        << say("Rules met by what is known are marked, and so are those, up to the route, that some answer "
               "to "
               "what is still open could bring in. What follows from the route is marked only where it is met."_p)
        << "</p>" << edition_tables(say, pack, names_of(turn.site.app().packs(), pack), &of_case);
    return out;
}

}  // namespace case_page

}  // namespace safelead::web
