#include "web/answers/child_answers.h"

#include "app/child_file.h"
#include "app/drafts.h"
#include "app/erasures.h"
#include "base/overloaded.h"
#include "web/answers/child_record_answers.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/signing_in.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/certificate_page.h"
#include "web/pages/child_page.h"
#include "web/pages/child_sections.h"
#include "web/pages/readers_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using record::ErasureReason;
using record::ErasureRefusal;

record::ChildId child_in(const Request& request)
{
    return record::ChildId{std::string{request.path_value("child")}};
}

Phrase words_of(ErasureRefusal why)
{
    switch (why) {
        case ErasureRefusal::held:
            return "This record is held. It can’t be erased until the hold is lifted"_p;
        case ErasureRefusal::held_already:
            return "This record is held already"_p;
        case ErasureRefusal::not_held:
            return "This record is not held"_p;
        case ErasureRefusal::asked_already:
            return "Somebody has asked for that already"_p;
        case ErasureRefusal::not_asked:
            return "Nobody asks for that any more. Look again"_p;
        case ErasureRefusal::own_request:
            return "Somebody else has to agree"_p;
        case ErasureRefusal::no_reason:
            return "Say why"_p;
        case ErasureRefusal::text_too_long:
            return "That is too long"_p;
        case ErasureRefusal::case_open:
            return "The child is in a case that is open. Close it first"_p;
        case ErasureRefusal::concern_open:
            return "A concern about the child is open. Settle it first"_p;
        case ErasureRefusal::conversation_open:
            return "A young person’s conversation, of which a concern about this child was made, is open. End it first"_p;
        case ErasureRefusal::conversation_held:
            return "A conversation that would go led to a concern about a child whose record is held. Wait "
                   "until that hold is lifted, or ask again without that conversation"_p;
        case ErasureRefusal::not_all_read:
            return "You can’t erase this record. Somebody who may read all that is held about the child has to ask"_p;
        case ErasureRefusal::erased:
            return "This child’s record was erased"_p;
    }
    throw_bug("an erasure was refused for no reason");
}

FormErrors errors_of(const app::ErasureNotDone& why, std::string_view field)
{
    return std::visit(
        Overloaded{
            [](const app::NotDone& not_done) {
                if (!std::holds_alternative<app::RecordStopped>(not_done)) return web::errors_of(not_done);
                return FormErrors{
                    {"form",
                     "Part of the record does not open, and it may be about this child. Nothing was "
                     "written or erased. Tell whoever runs Safelead: “safelead record verify” says "
                     "where it is damaged. Where it finds nothing wrong, a newer version of Safelead "
                     "wrote that part, and has to be installed again"_p}};
            },
            [&](const ErasureRefusal& refused) {
                return FormErrors{{std::string{field}, words_of(refused)}};
            },
            [](const app::WrongPassword&) {
                return FormErrors{{"password", "That is not your password. Type it again"_p}};
            },
            [](const app::TooManyPasswords&) { return FormErrors{{"password", too_many_tries()}}; },
        },
        why);
}

/// What they were in, what it has meant, whom they belong with: without the others' names.
Html history_of(Site& site, const Visitor& visitor, const app::ChildFile& file, const std::string& address)
{
    if (!file.view.it || file.view.standing.erased) return {};
    auto record = child_record(site.say(), file, case_views_of(site, visitor, file));
    hide_names(record);
    return child_sections(site.say(), {file, record, site.app().zone(), address});
}

Response draw(Site& site, const Request& request, const Visitor& visitor, const app::ChildFile& file,
              const Typing& typing, const FormErrors& errors)
{
    const auto& view = file.view;
    const auto address = fmt::format("/children/{}", request.path_value("child"));
    const auto draft = app::draft_of_child(child_in(request));
    const auto frame = [&](std::string_view page, std::string_view kept_as = {}) {
        return FormFrame{.action = fmt::format("{}/{}", address, page),
                         .csrf_token = visitor.csrf_token,
                         .command = site.new_command(),
                         .draft = std::string{kept_as},
                         .draft_of = {},
                         .page = address,
                         .id = fmt::format("form-{}", page)};
    };
    const bool own = view.standing.asked && view.standing.asked->by == visitor.actor.person;
    const ChildPage page{view,
                         history_of(site, visitor, file, address),
                         site.app().zone(),
                         own,
                         frame("hold"),
                         frame("lift-hold"),
                         frame("ask-erasure", draft),
                         frame("refuse-erasure"),
                         frame("agree-erasure")};
    // There are several forms: none may be sent under the command of another.
    const auto typed = as_new_form(typing.fields);
    const FormWriter form{site.say(), typed, errors};
    Html main;
    main << saved_notice(site, request);
    if (typing.restored) main << restored_notice(site, visitor, request, draft, std::nullopt);
    main << child_page(form, page);
    if (view.may_see_reads && !view.standing.erased)
        main << readers_link(site.say(), address, "Who has read this page"_p);
    return site.page(request, visitor,
                     {.title = "A child’s record"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Later<Response> show(Site& site, const Request& request, const Visitor& visitor, FormFields typed,
                     FormErrors errors)
{
    return app::view_child_file(site.app(), visitor.actor, child_in(request))
        .then([&site, &request, visitor, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::ChildFile> file) -> Response {
            if (!file) return site.not_done(request, visitor, file.error());
            // Nothing was sent just now, so what they typed earlier comes back.
            if (typed.in_order().empty() && file->view.standing.may_be_asked())
                return draw(site, request, visitor, *file,
                            typing_of(site, visitor, app::draft_of_child(child_in(request)), std::nullopt),
                            errors);
            return draw(site, request, visitor, *file, {typed, false}, errors);
        });
}

/// Back to the page when it was carried out; the form again, with what is wrong, when it was not.
/// Each has one field of words, which is also where its errors stand.
Later<Response> answer(Site& site, const Request& request, const Visitor& visitor, std::string_view field,
                       Later<app::ErasureOutcome<Done>> step)
{
    return std::move(step).then([&site, &request, visitor, field = std::string{field}](
                                    app::ErasureOutcome<Done> done) -> Later<Response> {
        if (done)
            return see_other_saying(fmt::format("/children/{}", request.path_value("child")),
                                    taken_out_of(request.form, {field}));
        return show(site, request, visitor, request.form, errors_of(done.error(), field));
    });
}

/// A form with nothing but why.
struct WhyTyped {
    CommandId command;
    std::string why;
};

Result<WhyTyped, FormErrors> parse_why(const Site& site, const Request& request, std::string_view field)
{
    FormReader read{request.form, site.app().zone()};
    auto command = read.command();
    auto why = read.needed(field, "Say why"_p);
    return read.finish(WhyTyped{std::move(command), std::move(why)});
}

using WhyStep = Later<app::ErasureOutcome<Done>> (*)(app::Safelead&, const app::Actor&, const CommandId&,
                                                     const record::ChildId&, std::string);

Later<Response> post_why(Site& site, const Request& request, const Visitor& visitor, std::string_view field,
                         WhyStep step)
{
    auto typed = parse_why(site, request, field);
    if (!typed) return show(site, request, visitor, request.form, typed.error());
    return answer(site, request, visitor, field,
                  step(site.app(), visitor.actor, typed->command, child_in(request), typed->why));
}

}  // namespace

Later<Response> get_child(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, {}, {});
}

Later<Response> post_hold(Site& site, const Request& request, Visitor visitor)
{
    return post_why(site, request, visitor, "hold-why", app::hold_child);
}

Later<Response> post_lift_hold(Site& site, const Request& request, Visitor visitor)
{
    return post_why(site, request, visitor, "lift-why", app::lift_hold);
}

Later<Response> post_refuse_erasure(Site& site, const Request& request, Visitor visitor)
{
    return post_why(site, request, visitor, "refuse-why", app::refuse_erasure);
}

Later<Response> post_ask_erasure(Site& site, const Request& request, Visitor visitor)
{
    static constexpr Option<ErasureReason> reasons[] = {
        {"retention_ended", ErasureReason::retention_ended},
        {"recorded_by_mistake", ErasureReason::recorded_by_mistake},
        {"court_order", ErasureReason::court_order},
        {"agreed_request", ErasureReason::agreed_request}};
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto reason = read.choice<ErasureReason>("reason", reasons);
    if (!reason) read.wrong("reason", "Choose why it may go"_p);
    auto why = read.needed("ask-why", "Say what was checked, and who said so"_p);
    if (!read.errors().empty()) return show(site, request, visitor, request.form, read.errors());
    app::ErasureWish wish{*reason, std::move(why), {}};
    const auto ticked = request.form.all("copies-with");
    for (const auto& [word, holder] : record_copy_holders())
        if (std::ranges::find(ticked, word) != ticked.end()) wish.copies_with.push_back(holder);
    for (const auto& reference : request.form.all("conversations"))
        wish.conversations.emplace_back(std::string{reference});
    return app::ask_erasure(site.app(), visitor.actor, command, child_in(request), std::move(wish))
        .then([&site, &request, visitor](app::ErasureOutcome<Done> done) -> Later<Response> {
            if (done)
                app::forget_draft(site.app(), visitor.actor, app::draft_of_child(child_in(request)),
                                  std::nullopt);
            return answer(site, request, visitor, "ask-why", std::move(done));
        });
}

Later<Response> post_agree_erasure(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto password = std::string{request.form.text("password")};
    if (password.empty()) read.wrong("password", "Type your password"_p);
    if (!read.errors().empty()) return show(site, request, visitor, {}, read.errors());
    return app::agree_erasure(site.app(), visitor.actor, command, child_in(request), std::move(password))
        .then([&site, &request, visitor](app::ErasureOutcome<record::ErasureId> erased) -> Later<Response> {
            if (erased) return see_other(fmt::format("/erasures/{}", erased->text()));
            return show(site, request, visitor, {}, errors_of(erased.error(), "password"));
        });
}

Later<Response> get_erasures(Site& site, const Request& request, Visitor visitor)
{
    const auto all = app::certificates(site.app(), visitor.actor);
    if (!all) return site.not_done(request, visitor, all.error());
    return site.page(request, visitor,
                     {.title = "Certificates of erasure"_p,
                      .main = certificates_page(site.say(), *all, site.app().zone())});
}

Later<Response> get_erasure(Site& site, const Request& request, Visitor visitor)
{
    const record::ErasureId id{std::string{request.path_value("erasure")}};
    const auto found = app::certificate(site.app(), visitor.actor, id);
    if (!found) return site.not_done(request, visitor, found.error());
    const auto address = fmt::format("/erasures/{}", id.text());
    return site.page(request, visitor,
                     {.title = "Certificate of erasure"_p,
                      .main = certificate_page(site.say(), *found, site.app().zone(), address)});
}

Later<Response> get_erasure_text(Site& site, const Request& request, Visitor visitor)
{
    const record::ErasureId id{std::string{request.path_value("erasure")}};
    const auto found = app::certificate(site.app(), visitor.actor, id);
    if (!found) return site.not_done(request, visitor, found.error());
    return text_response(certificate_text(site.say(), *found, site.app().zone()));
}

Later<Response> get_erasure_notice(Site& site, const Request& request, Visitor visitor)
{
    const record::ErasureId id{std::string{request.path_value("erasure")}};
    const auto found = app::certificate(site.app(), visitor.actor, id);
    if (!found) return site.not_done(request, visitor, found.error());
    return text_response(notice_text(site.say(), *found, site.app().zone(), visitor.actor.organisation_name));
}

}  // namespace safelead::web
