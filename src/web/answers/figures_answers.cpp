#include "web/answers/figures_answers.h"

#include "app/counted.h"
#include "app/packs.h"
#include "web/pages/own_figures_page.h"
#include "web/pages/words.h"

namespace safelead::web {

Later<Response> get_figures(Site& site, const Request& request, Visitor visitor)
{
    const bool of_all = app::may(visitor.actor, access::Action::see_partnership_figures);
    auto counted = of_all ? app::partnership_figures(site.app(), visitor.actor)
                          : app::own_figures(site.app(), visitor.actor);
    return std::move(counted).then(
        [&site, &request, visitor, of_all](app::Outcome<app::FiguresCounted> figures) -> Response {
            if (!figures) return site.not_done(request, visitor, figures.error());
            const auto of = of_all                                              ? FiguresOf::partnership
                            : figures->disclosure == insight::Disclosure::exact ? FiguresOf::own_exact
                                                                                : FiguresOf::own_rounded;
            return site.page(
                request, visitor,
                {.title = "Figures"_p,
                 .main = own_figures_page(
                     site.say(), {.of = of,
                                  .organisation = visitor.actor.organisation_name,
                                  .terms = figures->terms,
                                  .not_read = figures->not_read,
                                  .newest = site.app().packs().newest(),
                                  .is_practice = visitor.actor.standing == directory::Standing::practice})});
        });
}

}  // namespace safelead::web
