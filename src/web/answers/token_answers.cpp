#include "web/answers/token_answers.h"

#include "app/tokens.h"
#include "web/answers/saying_taken_out.h"
#include "web/forms/form_reader.h"
#include "web/pages/tokens_page.h"
#include "web/pages/words.h"

#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view tokens_address = "/settings/tokens";

constexpr Option<std::chrono::days> ends[] = {
    {"30", std::chrono::days{30}}, {"90", std::chrono::days{90}}, {"365", std::chrono::days{365}}};

Response show_tokens(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    const auto tokens = app::tokens_of(site.app(), visitor.actor);
    if (!tokens) return site.not_done(request, visitor, tokens.error());
    TokensPage page{.tokens = {},
                    .make = {.action = std::string{tokens_address},
                             .csrf_token = visitor.csrf_token,
                             .command = site.new_command(),
                             .draft = {}},
                    .revoke = {.action = "/settings/tokens/revoke",
                               .csrf_token = visitor.csrf_token,
                               .command = site.new_command(),
                               .draft = {},
                               .draft_of = {},
                               .page = std::string{tokens_address},
                               .id = "form-revoke"}};
    const auto& zone = site.app().zone();
    for (const auto& token : *tokens)
        page.tokens.push_back(
            {token, directory::words(zone.local(token.until)),
             token.last_used ? directory::words(zone.local(*token.last_used)) : std::string{}});
    const FormFields nothing;
    const FormWriter form{site.say(), errors.empty() ? nothing : request.form, errors};
    return site.page(request, visitor,
                     {.title = "Tokens for your own systems"_p,
                      .main = tokens_page(form, page),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

directory::Scopes scopes_in(const FormFields& form)
{
    directory::Scopes scopes;
    for (const auto name : form.all("scope"))
        if (const auto scope = directory::scope_from_name(name)) scopes.add(*scope);
    return scopes;
}

}  // namespace

Later<Response> get_tokens(Site& site, const Request& request, Visitor visitor)
{
    return show_tokens(site, request, visitor, {});
}

Later<Response> post_make_token(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    app::NewToken token{read.needed("system", "Give the system a name"_p), scopes_in(request.form), {}};
    if (token.scopes.is_empty()) read.wrong("scope", "Choose at least one thing that the system may do"_p);
    const auto good_for = read.choice<std::chrono::days>("good-for", ends);
    if (!good_for) read.wrong("good-for", "Choose how long it is good for"_p);
    if (!read.errors().empty()) return show_tokens(site, request, visitor, read.errors());
    token.good_for = *good_for;
    return app::make_token(site.app(), visitor.actor, command, std::move(token))
        .then([&site, &request, visitor](app::Outcome<std::string> made) -> Response {
            if (!made) return show_tokens(site, request, visitor, errors_of(made.error()));
            return site.page(request, visitor,
                             {.title = "A new token"_p,
                              .main = token_made_page(site.say(), *made),
                              .taken_out = taken_out_by(request.form, {"system"})});
        });
}

Later<Response> post_revoke_token(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show_tokens(site, request, visitor, read.errors());
    const directory::TokenId token{std::string{request.form.text("token")}};
    return app::revoke_token(site.app(), visitor.actor, command, token)
        .then([&site, &request, visitor](app::Outcome<Done> done) -> Response {
            if (!done) return show_tokens(site, request, visitor, errors_of(done.error()));
            return see_other(std::string{tokens_address});
        });
}

}  // namespace safelead::web
