#include "web/answers/readers_answers.h"

#include "app/cases.h"
#include "web/answers/case_turn.h"
#include "web/pages/readers_page.h"
#include "web/pages/words.h"

namespace safelead::web {

Later<Response> get_readers(Site& site, const Request& request, Visitor visitor)
{
    const record::Reference reference{std::string{request.path_value("ref")}};
    return app::view_case(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, reference](app::Outcome<app::CaseView> shown) -> Response {
            if (!shown) return site.not_done(request, visitor, shown.error());
            const auto reads = app::reads_of_case(site.app(), visitor.actor, reference);
            if (!reads) return site.not_done(request, visitor, reads.error());
            return site.page(request, visitor,
                             {.title = "Who has read case {0}"_p,
                              .main = readers_page(site.say(), case_view_of(site, visitor, *shown), *reads),
                              .about = std::string{reference.text()}});
        });
}

}  // namespace safelead::web
