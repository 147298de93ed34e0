#include "web/answers/self_led_answers.h"

#include "app/open_shelf.h"
#include "app/packs.h"
#include "app/self_led.h"
#include "web/answers/open_answers.h"
#include "web/forms/csrf.h"
#include "web/forms/form_reader.h"
#include "web/pages/open_text.h"
#include "web/pages/self_led_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

/// What was chosen so far, as the page carries it; what is no such pair is left out.
app::Chosen chosen_in(const app::Packs& packs, const FormFields& form)
{
    app::Chosen chosen;
    for (const auto one : form.all(chosen_field)) {
        const auto space = one.find(' ');
        if (space == std::string_view::npos) continue;
        const auto exercise = one.substr(0, space);
        const bool is_known = std::ranges::find(packs.exercises(), exercise, &guidance::Exercise::id) !=
                              packs.exercises().end();
        if (is_known) chosen.insert_or_assign(std::string{exercise}, std::string{one.substr(space + 1)});
    }
    return chosen;
}

Response draw(Site& site, const Request& request, Html main, Status status = Status::ok)
{
    Leaf leaf{.title = "Learn by yourself"_p, .main = std::move(main), .status = status};
    if (const auto visitor = site.visitor(request)) return site.page(request, *visitor, std::move(leaf));
    return site.open_page(request, std::move(leaf));
}

Response show_end(Site& site, const Request& request, const app::Chosen& chosen)
{
    const FormErrors nothing_wrong;
    const FormWriter form{site.say(), request.form, nothing_wrong};
    std::optional<FormFrame> keep;
    if (const auto visitor = site.visitor(request))
        keep = FormFrame{.action = "/training/learn/keep",
                         .csrf_token = visitor->csrf_token,
                         .command = site.new_command(),
                         .draft = {},
                         .page = "/training/learn"};
    return draw(site, request, self_led_end(form, chosen, app::how_it_went(site.app(), chosen), keep));
}

/// The first situation in which nothing was chosen yet.
void find_next(const app::Packs& packs, SelfLedPage& page)
{
    const auto& all = packs.exercises();
    page.of = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (page.chosen.contains(all[i].id)) continue;
        page.now = &all[i];
        page.number = i + 1;
        return;
    }
}

Response show_situation(Site& site, const Request& request, app::Chosen chosen)
{
    const auto& packs = site.app().packs();
    const auto& pack = packs.newest();
    const auto& typed = request.form;
    const auto asked = std::ranges::find(packs.exercises(), typed.text("exercise"), &guidance::Exercise::id);
    FormErrors errors;
    std::optional<DecidedBefore> before;
    if (asked != packs.exercises().end()) {
        const std::string route{typed.text("route")};
        const bool is_route = std::ranges::any_of(
            pack.routes(), [&](const guidance::Route& known) { return known.code.text() == route; });
        if (is_route) {
            chosen.insert_or_assign(asked->id, route);
            before.emplace(DecidedBefore{*asked, route, decision::evaluate(pack, asked->facts)});
        } else {
            errors.push_back({"route", "Choose what you would do"_p});
        }
    }
    SelfLedPage page{.pack = pack, .chosen = chosen, .before = std::move(before)};
    find_next(packs, page);
    const FormFields nothing_typed;
    const FormWriter form{site.say(), nothing_typed, errors};
    return draw(site, request, self_led_page(form, page),
                errors.empty() ? Status::ok : Status::unprocessable);
}

}  // namespace

Later<Response> get_self_led(Site& site, const Request& request)
{
    const auto* topic = app::self_led_topic(site.app(), site.shelf());
    if (topic == nullptr) return site.fault(Fault::not_found);
    const auto* guide = site.shelf().texts.find("guides", topic->guide);
    const FormErrors nothing_wrong;
    const FormFields nothing_typed;
    const FormWriter form{site.say(), nothing_typed, nothing_wrong};
    return draw(site, request,
                self_led_start(form, *topic,
                               text_body(site.say(), *guide, ringing_for(site, directory::Audience::staff))));
}

Later<Response> post_self_led(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    if (app::self_led_topic(site.app(), site.shelf()) == nullptr) return site.fault(Fault::not_found);
    auto chosen = chosen_in(site.app().packs(), request.form);
    if (request.form.text("finish") == "1") return show_end(site, request, chosen);
    return show_situation(site, request, std::move(chosen));
}

Later<Response> post_keep_self_led(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return site.fault(Fault::bad_request);
    return app::keep_self_led(site.app(), site.shelf(), visitor.actor, command,
                              chosen_in(site.app().packs(), request.form))
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (done) return see_other("/training/mine");
            return site.not_done(request, visitor, done.error());
        });
}

}  // namespace safelead::web
