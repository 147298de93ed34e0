#include "web/answers/practice_answers.h"

#include "app/packs.h"
#include "decision/steps.h"
#include "web/forms/csrf.h"
#include "web/pages/practice_page.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

struct Asked {
    const guidance::Exercise* exercise;
    std::string next;
};

std::optional<Asked> asked_in(const app::Packs& packs, const Request& request)
{
    const auto& all = packs.exercises();
    const auto found = std::ranges::find(all, request.path_value("exercise"), &guidance::Exercise::id);
    if (found == all.end()) return std::nullopt;
    return Asked{&*found, std::next(found) == all.end() ? std::string{} : std::next(found)->id};
}

Response draw(Site& site, const Request& request, const ExercisePage& page, const FormFields& typed,
              const FormErrors& errors)
{
    const FormWriter form{site.say(), typed, errors};
    return site.open_page(request, {.title = page.tried ? "Practise deciding: the advice"_p
                                                        : "Practise deciding: a situation"_p,
                                    .main = exercise_page(form, page),
                                    .status = errors.empty() ? Status::ok : Status::unprocessable});
}

FormErrors unanswered(const guidance::Pack& pack, const FormFields& typed)
{
    FormErrors errors;
    const auto categories = categories_of(pack);
    if (std::ranges::find(categories, typed.text("category")) == categories.end())
        errors.push_back({"category", "Choose what sort of incident it is"_p});
    const bool is_route = std::ranges::any_of(pack.routes(), [&](const guidance::Route& route) {
        return route.code.text() == typed.text("route");
    });
    if (!is_route) errors.push_back({"route", "Choose what you would do"_p});
    return errors;
}

}  // namespace

Later<Response> get_practice(Site& site, const Request& request)
{
    return site.open_page(request, {.title = "Practise deciding"_p,
                                    .main = practice_page(site.say(), site.app().packs().exercises())});
}

Later<Response> get_exercise(Site& site, const Request& request)
{
    const auto asked = asked_in(site.app().packs(), request);
    if (!asked) return site.fault(Fault::not_found);
    const FormFields nothing;
    return draw(site, request, {site.app().packs().newest(), *asked->exercise, asked->next, std::nullopt},
                nothing, {});
}

Later<Response> post_exercise(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    const auto asked = asked_in(site.app().packs(), request);
    if (!asked) return site.fault(Fault::not_found);
    const auto& pack = site.app().packs().newest();
    ExercisePage page{pack, *asked->exercise, asked->next, std::nullopt};
    const auto errors = unanswered(pack, request.form);
    if (!errors.empty()) return draw(site, request, page, request.form, errors);
    auto advice = decision::evaluate(pack, page.exercise.facts);
    auto steps = decision::steps_for(pack, advice);
    page.tried = Tried{std::string{request.form.text("category")}, std::string{request.form.text("route")},
                       std::move(advice), std::move(steps)};
    return draw(site, request, page, request.form, {});
}

}  // namespace safelead::web
