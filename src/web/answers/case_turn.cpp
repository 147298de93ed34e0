#include "web/answers/case_turn.h"

#include "app/drafts.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_writer.h"
#include "web/html/components.h"
#include "web/pages/finder.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace safelead::web {

namespace {

record::Reference reference_of(const Request& request)
{
    return record::Reference{std::string{request.path_value("ref")}};
}

/// Where something was: that it was erased, and what says so.
Html erased_notice(const Site& site, const app::CaseView& shown)
{
    Html out;
    for (const auto& one : shown.erased) {
        std::string refs;
        for (const auto& ref : one.refs) refs += fmt::format("{}{}", refs.empty() ? "" : ", ", ref.text());
        out << InsetText{.content =
                             site.say()("Erased: what concerned {0} alone. [The "
                                        "certificate](/erasures/{1}) says what went and what is left."_p,
                                        {refs.empty() ? site.say().plain("a child who was reported"_p) : refs,
                                         one.certificate.text()})};
    }
    return out;
}

/// Under what name typing on this page is kept: each person's page has its own.
std::string draft_name(const CaseForm& form, const Request& request)
{
    for (const auto& value : request.path_values)
        if (value.name == "person" && !form.draft.empty())
            return fmt::format("{}-{}", form.draft, value.value);
    return std::string{form.draft};
}

/// Whoever has just kept themselves out has no page of it to come back to.
bool is_kept_out(const record::Case& of, const Visitor& visitor)
{
    return std::ranges::find(of.who_reads.kept_out, visitor.actor.person) != of.who_reads.kept_out.end();
}

struct Opened {
    Visitor visitor;
    CaseView view;
};

}  // namespace

FormFrame CaseTurn::frame(std::string_view page, std::string_view draft, std::string_view id) const
{
    return {.action = view.address(page),
            .csrf_token = visitor.csrf_token,
            .command = site.new_command(),
            .draft = std::string{draft},
            .draft_of = draft.empty() ? std::string{} : std::string{view.reference()},
            .page = {},
            .id = std::string{id}};
}

CaseView case_view_of(const Site& site, const Visitor& visitor, const app::CaseView& shown)
{
    CaseView view{.state = *shown.it,
                  .in_force = *shown.in_force,
                  .newest = *shown.newest,
                  .zone = site.app().zone(),
                  .now = shown.now,
                  .children = {},
                  .staff = {},
                  .concerns = {},
                  .csrf_token = visitor.csrf_token,
                  .may = shown.may,
                  .readers = shown.readers,
                  .looker = visitor.actor.person,
                  .repeats = shown.repeats,
                  .referrals = shown.referrals};
    for (const auto& concern : shown.concerns) view.concerns.push_back(*concern);
    for (const auto& [id, child] : shown.names.children)
        if (child) view.children.emplace(std::string{id.text()}, child->identity);
    for (const auto& [id, name] : shown.names.staff) view.staff.emplace(std::string{id.text()}, name);
    for (const auto& [id, references] : shown.also_in)
        for (const auto& reference : references)
            view.also_in[std::string{id.text()}].emplace_back(reference.text());
    return view;
}

Response draw_case(const CaseTurn& turn, const CaseForm& form, const FormFields& typed,
                   const FormErrors& errors)
{
    return turn.site.page(turn.request, turn.visitor,
                          {.title = form.title,
                           .main = form.draw(turn, typed, errors),
                           .about = std::string{turn.view.reference()},
                           .status = errors.empty() ? Status::ok : Status::unprocessable});
}

Later<Response> show_case(Site& site, const Request& request, Visitor visitor, const CaseForm& form)
{
    const auto reference = reference_of(request);
    return app::view_case(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, &form, reference](app::Outcome<app::CaseView> shown) -> Response {
            if (!shown) return site.not_done(request, visitor, shown.error());
            const auto view = case_view_of(site, visitor, *shown);
            const CaseTurn turn{site, request, visitor, view};
            auto start = form.start == nullptr ? FormFields{} : form.start(turn);
            Typing typing{std::move(start), false};
            if (!form.draft.empty())
                typing =
                    typing_of(site, visitor, draft_name(form, request), reference, std::move(typing.fields));
            Html main;
            main << saved_notice(site, request) << erased_notice(site, *shown);
            if (typing.restored)
                main << restored_notice(site, visitor, request, draft_name(form, request), reference);
            main << form.draw(turn, typing.fields, {});
            return site.page(
                request, visitor,
                {.title = form.title, .main = std::move(main), .about = std::string{reference.text()}});
        });
}

Later<Response> change_case(Site& site, const Request& request, Visitor visitor, const CaseForm& form)
{
    const auto reference = reference_of(request);
    return app::view_case(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, &form,
               reference](app::Outcome<app::CaseView> shown) -> Later<Response> {
            if (!shown) return site.not_done(request, visitor, shown.error());
            const auto opened =
                std::make_shared<const Opened>(Opened{visitor, case_view_of(site, visitor, *shown)});
            const CaseTurn turn{site, request, opened->visitor, opened->view};
            if (!request.form.text(ask_field).empty() && request.form.text(ask_field).starts_with("find-"))
                return draw_case(turn, form, request.form, {});
            auto typed = form.parse(turn, request.form);
            if (!typed) return draw_case(turn, form, request.form, typed.error());
            return app::change_case(site.app(), visitor.actor, typed->command, reference, typed->asked)
                .then([&site, &request, &form, reference,
                       opened](app::Outcome<app::CaseChanged> changed) -> Response {
                    const CaseTurn at_end{site, request, opened->visitor, opened->view};
                    if (!changed)
                        return draw_case(at_end, form, as_new_form(request.form), errors_of(changed.error()));
                    if (!form.draft.empty())
                        app::forget_draft(site.app(), opened->visitor.actor, draft_name(form, request),
                                          reference);
                    if (is_kept_out(*changed->it, opened->visitor))
                        return see_other_saying("/today", changed->taken_out);
                    return see_other_saying(opened->view.address(form.after) + "?saved=1",
                                            changed->taken_out);
                });
        });
}

}  // namespace safelead::web
