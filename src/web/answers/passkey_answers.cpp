#include "web/answers/passkey_answers.h"

#include "app/passkeys.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/sign_in_steps.h"
#include "web/forms/form_reader.h"
#include "web/pages/passkeys_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

/// As the browser sees it; a browser says this of itself, and a false page can't.
app::PasskeyPlace place_of(const Request& request)
{
    const auto host = request.header("host").value_or("");
    return {fmt::format("{}://{}", request.is_https() ? "https" : "http", host),
            std::string{host.substr(0, host.rfind(':'))}};
}

Phrase words_of(app::PasskeyRefusal why)
{
    switch (why) {
        case app::PasskeyRefusal::wrong:
            return "That passkey was not accepted. Try again, or sign in another way"_p;
        case app::PasskeyRefusal::wait:
            return too_many_tries();
        case app::PasskeyRefusal::there_already:
            return "This passkey is registered already"_p;
        case app::PasskeyRefusal::no_name:
            return "Give it a name of at most 60 letters"_p;
        case app::PasskeyRefusal::too_many:
            return "There are ten passkeys: take one away first"_p;
        case app::PasskeyRefusal::crowded:
            return many_sign_in();
    }
    throw_bug("a passkey was refused for a reason without words");
}

Response show_passkeys(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    const auto offered = app::passkey_owner(site.app(), visitor.actor);
    const FormFrame add{.action = "/settings/passkeys",
                        .csrf_token = visitor.csrf_token,
                        .command = site.new_command(),
                        .draft = {}};
    auto remove = add;
    remove.action = "/settings/passkeys/remove";
    remove.page = "/settings/passkeys";
    const PasskeysPage page{app::passkeys_of(site.app(), visitor.actor),
                            add,
                            remove,
                            app::passkey_challenge(site.app(), visitor.actor.session.text()),
                            place_of(request).host,
                            offered.id,
                            offered.email};
    const FormFields nothing;
    const FormWriter form{site.say(), errors.empty() ? nothing : request.form, errors};
    return site.page(request, visitor,
                     {.title = "Your passkeys"_p,
                      .main = passkeys_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable,
                      .scripts = {"passkey.js"}});
}

}  // namespace

Response show_passkey_sign_in(Site& site, const Request& request, std::string next,
                              std::optional<app::Draft> carried, const FormErrors& errors)
{
    auto open = open_token(site.mac(), site.random(), request);
    const auto place = place_of(request);
    // The token is bound to this browser's cookie, and so is the challenge.
    const PasskeySignInPage page{
        .frame = {.action = "/sign-in/passkey", .csrf_token = open.token, .command = {}, .draft = {}},
        .next = is_own_address(next) ? std::move(next) : std::string{},
        .challenge = app::passkey_challenge(site.app(), open.token),
        .host = place.host,
        .carried = std::move(carried)};
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    auto response = site.open_page(request, {.title = "Sign in with a passkey"_p,
                                             .main = passkey_sign_in_page(form, page),
                                             .status = errors.empty() ? Status::ok : Status::unprocessable,
                                             .scripts = {"passkey.js"}});
    if (open.cookie) response.with_cookie(*open.cookie);
    return response;
}

Later<Response> get_passkey_sign_in(Site& site, const Request& request)
{
    return show_passkey_sign_in(site, request, std::string{request.query.text("next")}, {}, {});
}

Later<Response> post_passkey_sign_in(Site& site, const Request& request)
{
    const std::string next{request.form.text("next")};
    if (!check_open_form(site.mac(), request))
        return show_passkey_sign_in(site, request, next, carried_in(request.form),
                                    {{"use-passkey", "This page was open for too long. Try again"_p}});
    const auto text = [&request](std::string_view name) { return std::string{request.form.text(name)}; };
    const auto in = app::sign_in_with_passkey(
        site.app(), {.holder = text(csrf_field),
                     .issued = text("issued"),
                     .id = text("passkey"),
                     .client_said = text("client-said"),
                     .authenticator_said = text("authenticator-said"),
                     .signature = text("signature"),
                     .place = place_of(request),
                     .address = request.remote,
                     .device = std::string{own_cookie(request, device_cookie).value_or("")},
                     .about = browser_of(request),
                     .ends = std::string{own_cookie(request, session_cookie).value_or("")}});
    if (!in)
        return show_passkey_sign_in(site, request, next, carried_in(request.form),
                                    {{"use-passkey", words_of(in.error())}});
    return answer_sign_in(site, request, *in, next, carried_in(request.form));
}

Later<Response> get_passkeys(Site& site, const Request& request, Visitor visitor)
{
    return show_passkeys(site, request, visitor, {});
}

Later<Response> post_passkey(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto name = read.needed("name", "Give it a name"_p);
    if (!read.errors().empty()) return show_passkeys(site, request, visitor, read.errors());
    return app::add_passkey(site.app(), visitor.actor, command,
                            {.issued = std::string{request.form.text("issued")},
                             .client_said = std::string{request.form.text("client-said")},
                             .attestation = std::string{request.form.text("authenticator-said")},
                             .name = name,
                             .place = place_of(request)})
        .then([&site, &request, visitor](Result<Done, app::PasskeyRefusal> added) -> Response {
            if (added) return see_other_saying("/settings/passkeys", taken_out_of(request.form, {"name"}));
            const bool of_name = added.error() == app::PasskeyRefusal::no_name;
            return show_passkeys(site, request, visitor,
                                 {{of_name ? "name" : "use-passkey", words_of(added.error())}});
        });
}

Later<Response> post_remove_passkey(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_passkeys(site, request, visitor, read.errors());
    return app::remove_passkey(site.app(), visitor.actor, command,
                               std::string{request.form.text("passkey-id")})
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done) return show_passkeys(site, request, visitor, errors_of(done.error()));
            return signed_out(site, request);
        });
}

}  // namespace safelead::web
