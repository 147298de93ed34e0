#include "web/answers/replay_answers.h"

#include "app/packs.h"
#include "app/replay.h"
#include "web/forms/form_reader.h"
#include "web/pages/diff_page.h"
#include "web/pages/replay_page.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

/// The form as it is first shown: by the newest edition.
FormFields first_choice(const app::Packs& packs)
{
    return FormFields{{{"edition", std::string{packs.newest().edition().text()}}}};
}

Response draw(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
              const FormErrors& errors, const app::ReplayShown* shown)
{
    const ReplayPage page{.packs = site.app().packs(),
                          .zone = site.app().zone(),
                          .organisation = visitor.actor.organisation_name,
                          .shown = shown};
    const FormWriter form{site.say(), typed, errors};
    return site.page(request, visitor,
                     {.title = "Recorded advice, weighed again"_p,
                      .main = replay_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

app::ReplayAsked read_asked(FormReader& read, const app::Packs& packs)
{
    app::ReplayAsked asked{.edition = read.needed("edition", "Choose an edition to weigh by"_p)};
    for (const auto overlay : read.typed().all("overlay")) asked.overlays.emplace_back(overlay);
    asked.since = read.date("since");
    if (!asked.edition.empty() && !packs.with_overlays(asked.edition, asked.overlays))
        read.wrong("edition", "Choose an edition and overlays from the list"_p);
    return asked;
}

/// The page of what changed, ready but for what it would touch.
Response draw_diff(Site& site, const Request& request, const std::optional<Visitor>& visitor,
                   const app::TwoEditions& two, const Touched& touched)
{
    const auto all = app::differences(site.app().packs(), two);
    Leaf leaf{.title = "What changed in the guidance: {0}"_p,
              .main = diff_page(site.say(), two, all, touched),
              .about = two.called_before + "–" + two.called_after};
    return visitor ? site.page(request, *visitor, std::move(leaf)) : site.open_page(request, std::move(leaf));
}

}  // namespace

Later<Response> get_diff(Site& site, const Request& request)
{
    const auto two =
        app::two_editions(site.app().packs(), request.path_value("before"), request.path_value("after"));
    if (!two) return site.fault(Fault::not_found);
    const auto visitor = site.visitor(request);
    if (!visitor) return draw_diff(site, request, visitor, *two, {});
    if (!app::may(visitor->actor, access::Action::replay_guidance))
        return draw_diff(site, request, visitor, *two, {.why = Touched::Why::not_their_role});
    app::ReplayAsked asked{.edition = std::string{two->after.edition().text()},
                           .given_under = std::string{two->before.edition().text()}};
    return app::replay(site.app(), visitor->actor, std::move(asked))
        .then([&site, &request, visitor, two = *two](app::Outcome<app::ReplayShown> replayed) -> Response {
            if (!replayed) return site.not_done(request, *visitor, replayed.error());
            const ReplayPage page{.packs = site.app().packs(),
                                  .zone = site.app().zone(),
                                  .organisation = visitor->actor.organisation_name,
                                  .shown = &*replayed};
            return draw_diff(site, request, visitor, two,
                             {.why = Touched::Why::shown, .lines = touched_lines(site.say(), page)});
        });
}

Later<Response> get_replay(Site& site, const Request& request, Visitor visitor)
{
    if (!app::may(visitor.actor, access::Action::replay_guidance))
        return site.not_done(request, visitor, app::NotAllowed{access::WhyNot::not_their_role});
    const auto& packs = site.app().packs();
    if (request.query.empty()) return draw(site, request, visitor, first_choice(packs), {}, nullptr);

    FormReader read{request.query, site.app().zone()};
    auto asked = read_asked(read, packs);
    if (!read.errors().empty()) return draw(site, request, visitor, request.query, read.errors(), nullptr);
    return app::replay(site.app(), visitor.actor, std::move(asked))
        .then([&site, &request, visitor](app::Outcome<app::ReplayShown> replayed) -> Response {
            if (!replayed) return site.not_done(request, visitor, replayed.error());
            return draw(site, request, visitor, request.query, {}, &*replayed);
        });
}

}  // namespace safelead::web
