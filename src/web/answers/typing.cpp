#include "web/answers/typing.h"

#include "app/drafts.h"
#include "web/answers/proving.h"
#include "web/answers/signing_in.h"
#include "web/forms/form_reader.h"
#include "web/forms/form_writer.h"
#include "web/html/components.h"
#include "web/pages/finder.h"
#include "web/pages/sign_in_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

std::optional<record::Reference> reference_in(const FormFields& form)
{
    const auto of = form.text(draft_of_field);
    if (of.empty()) return std::nullopt;
    return record::Reference{std::string{of}};
}

app::Draft draft_in(const FormFields& form)
{
    return {.form = std::string{form.text(draft_field)},
            .of = reference_in(form),
            .fields = worth_keeping(form),
            .saved_at = {}};
}

/// The page that a form stands on: forms that post elsewhere say where they came from.
std::string page_of(const Request& request)
{
    const auto page = request.form.text("page");
    return is_own_address(page) ? std::string{page} : request.path;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> worth_keeping(const FormFields& form)
{
    std::vector<std::pair<std::string, std::string>> kept;
    for (const auto& field : form.in_order())
        if (field.name != csrf_field && field.name != draft_field && field.name != draft_of_field &&
            field.name != ask_field && field.name != "page" && field.name != proof_field)
            kept.emplace_back(field.name, field.value);
    return kept;
}

FormFields as_new_form(const FormFields& form)
{
    FormFields fields;
    for (const auto& field : form.in_order())
        if (field.name != command_field) fields.add(field.name, field.value);
    return fields;
}

Typing typing_of(Site& site, const Visitor& visitor, std::string_view form,
                 const std::optional<record::Reference>& of, FormFields start)
{
    const auto draft = app::draft(site.app(), visitor.actor, form, of);
    if (!draft) return {std::move(start), false};
    FormFields fields;
    for (const auto& [name, value] : draft->fields) fields.add(name, value);
    return {std::move(fields), true};
}

Html restored_notice(const Site& site, const Visitor& visitor, const Request& request, std::string_view form,
                     const std::optional<record::Reference>& of, const Html& where)
{
    const auto& say = site.say();
    Html content;
    content << "<p class=\"govuk-notification-banner__heading\">"
            << say("This is what you had typed. It has not been sent yet."_p) << "</p>";
    if (!where.is_empty()) content << "<p class=\"govuk-body\">" << where << "</p>";
    content << "<form action=\"/drafts/forget\" method=\"post\">"
            << hidden_input(csrf_field, visitor.csrf_token) << hidden_input(draft_field, form)
            << hidden_input(draft_of_field, of ? of->text() : std::string_view{})
            << hidden_input("page", request.path) << "<button class=\"safelead-link-button\" type=\"submit\">"
            << say("Let it go and start again"_p) << "</button></form>";
    // A page may have several: each has a title of its own to be called by.
    return NotificationBanner{.title = say("Kept for you"_p),
                              .content = std::move(content),
                              .title_id = fmt::format("kept-{}", form)};
}

Response keep_and_ask_to_sign_in(Site& site, const Request& request)
{
    SignInPage page{.frame = {.action = "/sign-in", .csrf_token = {}, .command = {}, .draft = {}},
                    .next = page_of(request),
                    .reason = SignInReason::timed_out};
    const auto session = own_cookie(request, session_cookie);
    const bool is_ours = session && check_session_form(site.mac(), *session, request);
    if (is_ours && !request.form.text(draft_field).empty()) {
        page.reason = SignInReason::typing_kept;
        auto draft = draft_in(request.form);
        const bool kept = app::save_draft_after_time_out(site.app(), *session, draft).has_value();
        // Nobody knows any more whose session it was: the browser that has the typing carries it.
        if (!kept) page.carried = std::move(draft);
    }
    return show_sign_in(site, request, std::move(page), {}, {}, Status::ok);
}

Later<Response> post_draft(Site& site, const Request& request)
{
    const auto session = own_cookie(request, session_cookie);
    if (!session || !check_session_form(site.mac(), *session, request)) return site.fault(Fault::forbidden);
    if (request.form.text(draft_field).empty()) return site.fault(Fault::bad_request);
    auto draft = draft_in(request.form);
    const auto visitor = site.visitor(request);
    const auto saved = visitor ? app::save_draft(site.app(), visitor->actor, std::move(draft))
                               : app::save_draft_after_time_out(site.app(), *session, std::move(draft));
    if (!saved) return text_response("not kept", Status::unprocessable);
    if (!visitor) return text_response("kept; sign in again", Status::unauthorised);
    return text_response("kept");
}

Later<Response> post_forget_draft(Site& site, const Request& request, Visitor visitor)
{
    app::forget_draft(site.app(), visitor.actor, request.form.text(draft_field), reference_in(request.form));
    return see_other(page_of(request));
}

}  // namespace safelead::web
