#include "web/answers/talk_answers.h"

#include "app/talk.h"
#include "web/answers/open_answers.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/talk_page.h"
#include "web/text/talk.h"

#include <array>
#include <utility>

namespace safelead::web {

namespace {

namespace told = words::talk;

/// None of these pages tells the browser's history, leaves a cookie or loads a script that keeps typing.
Response drawn(const Site& site, const Request& request, Html main, Status status = Status::ok)
{
    Page page{.title_kind = TitleKind::neutral,
              .main = std::move(main),
              .exit_button = ExitButton::present,
              .practice = site.practice(),
              .navigation = open_navigation(english, request.path)};
    return html_response(document(page).bytes(), status);
}

Status status_for(const FormErrors& errors)
{
    return errors.empty() ? Status::ok : Status::unprocessable;
}

RingingNow ringing(Site& site)
{
    return ringing_for(site, directory::Audience::young_person);
}

Response draw_start(Site& site, const Request& request, const FormErrors& errors)
{
    const auto rings = ringing(site);
    const FormWriter form{site.say(), request.form, errors};
    return drawn(site, request, talk_start_page(form, app::schools_to_write_to(site.app()), TalkHelp{rings}),
                 status_for(errors));
}

Response draw_write(Site& site, const Request& request, const app::TalkPlace& place, const FormFields& typed,
                    const FormErrors& errors)
{
    const auto rings = ringing(site);
    const FormWriter form{site.say(), typed, errors};
    return drawn(site, request, talk_write_page(form, place, TalkHelp{rings}, site.new_command()),
                 status_for(errors));
}

Response draw_back(Site& site, const Request& request, const FormErrors& errors)
{
    const auto rings = ringing(site);
    const FormWriter form{site.say(), request.form, errors};
    return drawn(site, request,
                 talk_back_page(form, app::schools_to_come_back_to(site.app()), TalkHelp{rings}),
                 status_for(errors));
}

Response draw_talk(Site& site, const Request& request, const app::TalkView& view, const FormFields& typed,
                   const FormErrors& errors)
{
    const auto rings = ringing(site);
    const FormWriter form{site.say(), typed, errors};
    const TalkPage page{view, site.app().zone(), site.new_command()};
    return drawn(site, request, talk_page(form, page, TalkHelp{rings, view.danger_words}),
                 status_for(errors));
}

FormErrors errors_for(app::TalkRefusal why)
{
    switch (why) {
        case app::TalkRefusal::off:
            return {{"school", told::choose_school}};
        case app::TalkRefusal::wrong:
            return {{"code", told::wrong_code}};
        case app::TalkRefusal::over:
            return {{"code", told::over}};
        case app::TalkRefusal::wait:
            return {{"form", told::wait}};
        case app::TalkRefusal::no_words:
            return {{"words", told::no_words}};
        case app::TalkRefusal::too_long:
            return {{"words", told::too_long}};
        case app::TalkRefusal::too_much:
            return {{"words", told::too_much}};
        case app::TalkRefusal::other_content:
            return {{"words", told::sent_before}};
        case app::TalkRefusal::crowded:
            return {{"form", told::crowded}};
    }
    throw_bug("a refusal to a young person has no words");
}

constexpr std::array about_options{
    Option<record::StaffInvolved>{"no", record::StaffInvolved::unknown},
    Option<record::StaffInvolved>{"someone", record::StaffInvolved::someone},
    Option<record::StaffInvolved>{"lead", record::StaffInvolved::lead},
    Option<record::StaffInvolved>{"head", record::StaffInvolved::head},
    Option<record::StaffInvolved>{"both", record::StaffInvolved::lead_and_head}};

record::NameAgreement agreement_in(const FormFields& typed)
{
    return typed.text("may-open") == "yes" ? record::NameAgreement::may_open
                                           : record::NameAgreement::ask_first;
}

std::optional<app::TalkPlace> place_asked(Site& site, const Request& request)
{
    auto place = app::talk_place(site.app(), OrganisationId{std::string{request.form.text("school")}});
    if (!place || !place->is_on()) return std::nullopt;
    return place;
}

/// What became of something sent with a pass: the conversation as it is then. What could not be kept comes
/// back with everything typed, on the page it was typed on.
Later<Response> answer(Site& site, const Request& request, app::TalkAnswer answered)
{
    const FormFields nothing;
    if (answered) return draw_talk(site, request, *answered, nothing, {});
    const auto why = answered.error();
    if (why == app::TalkRefusal::over) return draw_back(site, request, errors_for(why));
    return app::look_again(site.app(), request.form.text("pass"))
        .then([&site, &request, why](app::TalkAnswer again) -> Response {
            if (!again) return draw_back(site, request, errors_for(again.error()));
            const auto typed =
                why == app::TalkRefusal::other_content ? as_new_form(request.form) : request.form;
            return draw_talk(site, request, *again, typed, errors_for(why));
        });
}

}  // namespace

Later<Response> get_talk(Site& site, const Request& request)
{
    return draw_start(site, request, {});
}

Later<Response> get_talk_again(Site&, const Request&)
{
    return see_other("/young-people/talk");
}

Later<Response> post_talk_write(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    const auto place = place_asked(site, request);
    if (!place) return draw_start(site, request, {{"school", told::choose_school}});
    const FormFields nothing;
    return draw_write(site, request, *place, nothing, {});
}

Later<Response> post_talk_send(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    const auto place = place_asked(site, request);
    if (!place) return draw_start(site, request, {{"school", told::choose_school}});
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    app::NewTalk talk{.school = place->school.id,
                      .words = read.needed("words", told::no_words),
                      .name = read.words("name"),
                      .agreement = agreement_in(request.form),
                      .about = read.choice<record::StaffInvolved>("about", about_options)
                                   .value_or(record::StaffInvolved::unknown),
                      .address = request.remote};
    if (!read.errors().empty()) return draw_write(site, request, *place, request.form, read.errors());
    return app::start_talk(site.app(), command, std::move(talk))
        .then([&site, &request,
               place = *place](Result<app::TalkStarted, app::TalkRefusal> started) -> Response {
            if (!started) {
                const auto typed = started.error() == app::TalkRefusal::other_content
                                       ? as_new_form(request.form)
                                       : request.form;
                return draw_write(site, request, place, typed, errors_for(started.error()));
            }
            const auto rings = ringing(site);
            return drawn(site, request,
                         talk_sent_page(site.say(), *started, TalkHelp{rings, started->danger_words}));
        });
}

Later<Response> get_talk_back(Site& site, const Request& request)
{
    return draw_back(site, request, {});
}

Later<Response> post_talk_back(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    app::ComeBack asked{OrganisationId{std::string{request.form.text("school")}},
                        std::string{request.form.text("code")}, request.remote};
    return app::come_back(site.app(), std::move(asked))
        .then([&site, &request](app::TalkAnswer answered) -> Response {
            if (!answered) return draw_back(site, request, errors_for(answered.error()));
            const FormFields nothing;
            return draw_talk(site, request, *answered, nothing, {});
        });
}

Later<Response> post_talk_more(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    app::SayMore more{read.words("words"), read.words("name"), agreement_in(request.form)};
    if (!read.errors().empty()) return answer(site, request, fail(app::TalkRefusal::too_long));
    return app::say_more(site.app(), command, request.form.text("pass"), std::move(more))
        .then([&site, &request](app::TalkAnswer answered) {
            return answer(site, request, std::move(answered));
        });
}

Later<Response> post_talk_name(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto said = request.form.text("agreed");
    const auto pass = request.form.text("pass");
    // Neither answer pressed: the question stands there again.
    if (!read.errors().empty() || (said != "yes" && said != "no"))
        return app::look_again(site.app(), pass).then([&site, &request](app::TalkAnswer answered) {
            return answer(site, request, std::move(answered));
        });
    const auto agreed = said == "yes" ? record::Answer::yes : record::Answer::no;
    return app::answer_about_name(site.app(), command, pass, agreed)
        .then([&site, &request](app::TalkAnswer answered) {
            return answer(site, request, std::move(answered));
        });
}

Later<Response> post_talk_leave(Site& site, const Request& request)
{
    if (!came_from_us(request)) return site.fault(Fault::forbidden);
    app::leave_talk(site.app(), request.form.text("pass"));
    return see_other("/young-people");
}

}  // namespace safelead::web
