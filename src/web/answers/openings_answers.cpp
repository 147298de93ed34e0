#include "web/answers/openings_answers.h"

#include "app/drafts.h"
#include "app/openings.h"
#include "directory/local_time.h"
#include "web/answers/refusals.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/openings_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

constexpr std::string_view opening_draft = "open-by-force";
constexpr std::string_view review_draft = "opening-review";

Phrase words_of(directory::OpeningJudged judged)
{
    switch (judged) {
        case directory::OpeningJudged::right:
            return "It was right: it could not wait"_p;
        case directory::OpeningJudged::could_have_waited:
            return "It could have waited"_p;
        case directory::OpeningJudged::not_right:
            return "It was not right"_p;
    }
    throw_bug("an opening was judged as nothing");
}

FormFrame frame_of(Site& site, const Visitor& visitor, std::string_view action, std::string_view draft)
{
    return {.action = std::string{action},
            .csrf_token = visitor.csrf_token,
            .command = site.new_command(),
            .draft = std::string{draft}};
}

Response draw_opening(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
                      const FormErrors& errors)
{
    if (!app::may(visitor.actor, access::Action::open_by_force))
        return site.not_done(request, visitor, app::NotAllowed{access::WhyNot::not_their_role});
    const FormWriter form{site.say(), typed, errors};
    return site.page(
        request, visitor,
        {.title = "Open a case that is closed to you"_p,
         .main = open_by_force_page(form, frame_of(site, visitor, "/open-by-force", opening_draft)),
         .status = errors.empty() ? Status::ok : Status::unprocessable});
}

OpeningLine line_of(const Site& site, const app::OpeningShown& one)
{
    const auto when = [&](Instant at) { return directory::words(site.app().zone().local(at)); };
    OpeningLine line;
    line.id = one.id.text();
    line.school = one.school;
    line.who = one.who;
    line.when = when(one.at);
    if (one.of) line.of = one.of->text();
    if (one.review) {
        line.judged = site.say().plain(words_of(one.review->judged));
        line.words = one.review->words;
        line.reviewed = one.reviewed_by.empty()
                            ? when(one.review->at)
                            : fmt::format("{}, {}", one.reviewed_by, when(one.review->at));
    }
    line.may_review = one.may_review;
    return line;
}

Response draw_openings(Site& site, const Request& request, const Visitor& visitor, const FormFields& typed,
                       const FormErrors& errors)
{
    const auto all = app::openings(site.app(), visitor.actor);
    if (!all) return site.not_done(request, visitor, all.error());
    OpeningsPage page{.lines = {},
                      .frame = frame_of(site, visitor, "/openings", review_draft),
                      .is_recorded = request.query.find("saved").has_value()};
    for (const auto& one : *all) page.lines.push_back(line_of(site, one));
    const FormWriter form{site.say(), typed, errors};
    return site.page(request, visitor,
                     {.title = "Cases opened because they could not wait"_p,
                      .main = openings_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_open_by_force(Site& site, const Request& request, Visitor visitor)
{
    const auto typing = typing_of(site, visitor, opening_draft, {}, {});
    return draw_opening(site, request, visitor, typing.fields, {});
}

Later<Response> post_open_by_force(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto reference = read.needed("reference", "Give the reference of the case"_p);
    auto why = read.needed("why", "Say why it can’t wait"_p);
    if (!read.errors().empty()) return draw_opening(site, request, visitor, request.form, read.errors());
    return app::open_by_force(site.app(), visitor.actor, command, std::move(reference), std::move(why))
        .then([&site, &request, visitor](app::Outcome<record::Reference> opened) -> Response {
            if (!opened)
                return draw_opening(site, request, visitor, as_new_form(request.form),
                                    errors_of(opened.error()));
            app::forget_draft(site.app(), visitor.actor, opening_draft);
            return see_other_saying(fmt::format("/cases/{}", opened->text()),
                                    taken_out_of(request.form, {"why"}));
        });
}

Later<Response> get_openings(Site& site, const Request& request, Visitor visitor)
{
    const auto typing = typing_of(site, visitor, review_draft, {}, {});
    return draw_openings(site, request, visitor, typing.fields, {});
}

Later<Response> post_opening_review(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const OpeningId opening{read.needed("opening", "Choose which one"_p)};
    const auto judged = directory::opening_judged_from_name(read.typed().text("judged"));
    if (!judged) read.wrong("judged", "Choose what you found"_p);
    auto words = read.needed("words", "Say how you know"_p);
    if (!read.errors().empty()) return draw_openings(site, request, visitor, request.form, read.errors());
    return app::review_opening(site.app(), visitor.actor, command, opening, *judged, std::move(words))
        .then([&site, &request, visitor](app::Outcome<Done> kept) -> Response {
            if (!kept)
                return draw_openings(site, request, visitor, as_new_form(request.form),
                                     errors_of(kept.error()));
            app::forget_draft(site.app(), visitor.actor, review_draft);
            return see_other_saying("/openings?saved=1", taken_out_of(request.form, {"words"}));
        });
}

}  // namespace safelead::web
