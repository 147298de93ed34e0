#include "web/answers/advise_answers.h"

#include "app/packs.h"
#include "decision/steps.h"
#include "web/answers/open_answers.h"
#include "web/forms/advise_form.h"
#include "web/pages/advise_page.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

struct Drawing {
    const FormFields& typed;
    FormErrors errors = {};
    std::optional<Advised> advised = std::nullopt;
    guidance::Facts known = {};
    int room = 0;
};

Response draw(Site& site, const Request& request, Drawing drawing)
{
    const auto& pack = site.app().packs().newest();
    const auto ringing = ringing_for(site, directory::Audience::staff);
    auto decisive =
        drawing.advised ? drawing.advised->advice.ask_next : decision::ask_next(pack, drawing.known);
    const bool is_advice = drawing.advised.has_value();
    const AdvisePage page{.pack = pack,
                          .ringing = ringing,
                          .advised = std::move(drawing.advised),
                          .decisive = std::move(decisive),
                          .room = drawing.room};
    const FormWriter form{site.say(), drawing.typed, drawing.errors};
    return site.open_page(
        request, {.title = is_advice ? "The advice, without an account"_p : "Advice without an account"_p,
                  .main = advise_page(form, page),
                  .status = drawing.errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_advise(Site& site, const Request& request)
{
    const FormFields nothing;
    return draw(site, request, {.typed = nothing, .room = room_for(nothing)});
}

Later<Response> post_advise(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    const auto& pack = site.app().packs().newest();
    const int room = room_for(request.form);
    auto facts = parse_advise(request.form, pack);
    if (request.form.text("ask") == "add-person")
        return draw(site, request,
                    {.typed = request.form,
                     .known = facts ? std::move(facts).value() : guidance::Facts{},
                     .room = std::min(room + 1, most_letters)});
    if (!facts) return draw(site, request, {.typed = request.form, .errors = facts.error(), .room = room});
    auto advice = decision::evaluate(pack, *facts);
    auto steps = decision::steps_for(pack, advice);
    return draw(site, request,
                {.typed = request.form,
                 .advised = Advised{std::move(facts).value(), std::move(advice), std::move(steps)},
                 .room = room});
}

}  // namespace safelead::web
