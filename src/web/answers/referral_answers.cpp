// The sender's side.

#include "web/answers/referral_answers.h"

#include "app/cases.h"
#include "app/drafts.h"
#include "web/answers/draft_typing.h"
#include "web/answers/kept_steps.h"
#include "web/answers/referral_answering.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/forms/referral_draft_form.h"
#include "web/forms/referral_form.h"
#include "web/pages/referral_outside.h"
#include "web/pages/referral_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

struct AskedReferral {
    record::Reference of;
    record::Reference referral;

    [[nodiscard]] std::string address() const
    {
        return fmt::format("/cases/{}/referrals/{}", of.text(), referral.text());
    }
    [[nodiscard]] std::string draft() const { return draft_of_referral(referral); }
};

AskedReferral asked_in(const Request& request)
{
    return {record::Reference{std::string{request.path_value("ref")}},
            record::Reference{std::string{request.path_value("referral")}}};
}

ReferralPage page_of(Site& site, const Visitor& visitor, const app::ReferralView& view,
                     const AskedReferral& asked)
{
    return {view,
            site.app().zone(),
            asked.address(),
            visitor.csrf_token,
            site.new_command(),
            std::string{asked.of.text()}};
}

enum class Showing { as_it_is, draft, check, check_again };

/// The page of one referral, for whoever opened its case (which is recorded).
Later<Response> show(Site& site, const Request& request, const Visitor& visitor, Showing showing,
                     FormFields typed, FormErrors errors)
{
    const auto asked = asked_in(request);
    errors = at_their_fields(std::move(errors), typed);
    return app::view_case(site.app(), visitor.actor, asked.of)
        .then([&site, &request, visitor, asked, showing, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::CaseView> opened) -> Later<Response> {
            if (!opened) return site.not_done(request, visitor, opened.error());
            const auto view = app::sent_referral(site.app(), visitor.actor, asked.of, asked.referral);
            if (!view) return site.not_done(request, visitor, view.error());
            auto page = page_of(site, visitor, *view, asked);
            Html main = saved_notice(site, request);
            FormFields fields = typed;
            const bool is_draft = view->it->state == record::ReferralState::draft;
            const bool is_written = is_draft && view->may_act && showing == Showing::draft;
            // What is read through before it is sent has no forms but that one.
            const bool is_checked = showing == Showing::check_again || (is_draft && !is_written);
            if (!is_checked) page.kept = typed_before(site, visitor, *view, asked.of);
            main << kept_notices(site, visitor, request, page, typed);
            auto wrong = leading_to_form(errors, page, typed);
            if (is_written) {
                const bool is_discarding = typed.text("kind") == discarded_word;
                auto typing =
                    draft_typing(site, visitor, asked.of, *view, is_discarding ? FormFields{} : typed);
                if (typing.restored) main << restored_notice(site, visitor, request, asked.draft(), asked.of);
                if (!typing.beside.empty() && !wrong.empty() && !is_discarding) wrong = changed_beside();
                fields = std::move(typing.fields);
                page.beside = std::move(typing.beside);
            }
            const FormWriter form{site.say(), fields, wrong};
            const FormWriter discarding{site.say(), discarding_typed(page, typed), wrong};
            if (is_written)
                main << draft_referral_page(form, discarding, page);
            else if (is_checked)
                main << check_referral_page(form, page);
            else if (record::is_discarded(*view->it))
                main << discarded_referral_page(form, page);
            else
                main << referral_page(form, page);
            auto shown = site.page(request, visitor,
                                   {.title = "Referral {0}"_p,
                                    .main = std::move(main),
                                    .about = std::string{asked.referral.text()},
                                    .status = errors.empty() ? Status::ok : Status::unprocessable});
            return app::sent_referral_read(site.app(), visitor.actor, asked.of, asked.referral,
                                           view->it->number())
                // Where that can't be kept now, it is news the next time, and is shown all the same.
                .then([shown = std::move(shown)](const app::Outcome<Done>&) { return shown; });
        });
}

std::string until_words(const Site& site, Instant until)
{
    return directory::words(site.app().zone().local(until));
}

/// After a step of the sender's own: back to the referral, or to the form with what was wrong in it.
auto after_step(Site& site, const Request& request, const Visitor& visitor, const AskedReferral& asked)
{
    return [&site, &request, visitor, asked](app::Outcome<app::ReferralChanged> changed) -> Later<Response> {
        if (!changed)
            return show(site, request, visitor, Showing::as_it_is, as_new_form(request.form),
                        step_errors(errors_of(changed.error()), request.form));
        forget_step(site, visitor, request, asked.referral, asked.of);
        return see_other_saying(asked.address() + "?saved=1", changed->taken_out);
    };
}

}  // namespace

Later<Response> get_sent_referral(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, Showing::draft, {}, {});
}

Later<Response> get_referral_to_send(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, Showing::check, {}, {});
}

Later<Response> post_write_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    const auto view = app::sent_referral(site.app(), visitor.actor, asked.of, asked.referral);
    if (!view) return site.not_done(request, visitor, view.error());
    auto typed = parse_referral_text(request.form, site.app().zone(), *view);
    if (!typed) return show(site, request, visitor, Showing::draft, request.form, typed.error());
    return app::write_referral(site.app(), visitor.actor, typed->command, asked.of, asked.referral,
                               typed->asked)
        .then(
            [&site, &request, visitor, asked](app::Outcome<app::ReferralChanged> written) -> Later<Response> {
                if (!written)
                    return show(site, request, visitor, Showing::draft, as_new_form(request.form),
                                errors_of(written.error()));
                app::forget_draft(site.app(), visitor.actor, asked.draft(), asked.of);
                return see_other_saying(asked.address() + "/send", written->taken_out);
            });
}

Later<Response> post_send_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty())
        return show(site, request, visitor, Showing::check, request.form, read.errors());
    const auto confirmed =
        request.form.text("notice") == "yes" ? record::Answer::yes : record::Answer::unknown;
    return app::send_referral(site.app(), visitor.actor, command, asked.of, asked.referral, confirmed,
                              seen_in(request.form))
        .then([&site, &request, visitor, asked](app::Outcome<app::ReferralChanged> sent) -> Later<Response> {
            // Part of it may be done: the rest is done by the same form alone.
            if (!sent && std::holds_alternative<app::Crowded>(sent.error()))
                return show(site, request, visitor, Showing::check_again, request.form,
                            errors_of(sent.error()));
            if (!sent) {
                const auto* refusal = std::get_if<record::ReferralRefusal>(&sent.error());
                // What is missing is written in the draft, and who is in it is chosen there.
                const bool is_in_draft =
                    refusal != nullptr && (refusal->why == record::ReferralRefused::not_said ||
                                           refusal->why == record::ReferralRefused::not_in_case);
                const auto view = app::sent_referral(site.app(), visitor.actor, asked.of, asked.referral);
                auto fields =
                    is_in_draft && view ? typed_of(*view, site.app().zone()) : as_new_form(request.form);
                auto errors = errors_of(sent.error());
                return show(site, request, visitor, is_in_draft ? Showing::draft : Showing::check,
                            std::move(fields),
                            is_in_draft ? missing_in_draft(std::move(errors)) : std::move(errors));
            }
            return see_other(fmt::format("{}?saved=1", asked.address()));
        });
}

Later<Response> post_discard_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto why = read.needed(discarded_why_field, "Say why it is not sent"_p);
    if (!read.errors().empty())
        return show(site, request, visitor, Showing::draft, request.form, read.errors());
    return app::discard_referral(site.app(), visitor.actor, command, asked.of, asked.referral, std::move(why))
        .then([&site, &request, visitor,
               asked](app::Outcome<app::ReferralChanged> discarded) -> Later<Response> {
            if (!discarded)
                return show(site, request, visitor, Showing::draft, as_new_form(request.form),
                            step_errors(errors_of(discarded.error()), request.form));
            forget_step(site, visitor, request, asked.referral, asked.of);
            app::forget_draft(site.app(), visitor.actor, asked.draft(), asked.of);
            return see_other_saying(asked.address() + "?saved=1", discarded->taken_out);
        });
}

Later<Response> post_follow_referral(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    const auto offers = app::step_offers(site.app(), visitor.actor, std::nullopt);
    auto typed = parse_step(request.form, site.app().zone(), offers);
    if (!typed) return show(site, request, visitor, Showing::as_it_is, request.form, typed.error());
    return app::follow_referral(site.app(), visitor.actor, typed->command, asked.of, asked.referral,
                                typed->asked)
        .then(after_step(site, request, visitor, asked));
}

Later<Response> post_written_answer(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    const auto offers = app::step_offers(site.app(), visitor.actor, std::nullopt);
    auto typed = parse_answer_of(request.form, site.app().zone(), offers);
    if (!typed) return show(site, request, visitor, Showing::as_it_is, request.form, typed.error());
    return app::write_down_answer(site.app(), visitor.actor, typed->command, asked.of, asked.referral,
                                  typed->asked.said, typed->asked.who)
        .then(after_step(site, request, visitor, asked));
}

Later<Response> post_link(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto whom = read.needed("whom", "Say who is to open it"_p);
    if (!read.errors().empty())
        return show(site, request, visitor, Showing::as_it_is, request.form, read.errors());
    return app::make_link(site.app(), visitor.actor, command, asked.of, asked.referral, std::move(whom))
        .then([&site, &request, visitor, asked](app::Outcome<app::SharedLink> made) -> Later<Response> {
            if (!made)
                return show(site, request, visitor, Showing::as_it_is, as_new_form(request.form),
                            errors_of(made.error()));
            return site.page(
                request, visitor,
                {.title = "Give them this link, and the code another way"_p,
                 .main = made_link_page(site.say(), *made, address_for_others(request, "/shared"),
                                        until_words(site, made->until), asked.address()),
                 .taken_out = made->taken_out > 0 ? TakenOut::something : TakenOut::as_the_address_says});
        });
}

Later<Response> post_revoke_link(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto why = read.needed("link-why", "Say why"_p);
    if (!read.errors().empty())
        return show(site, request, visitor, Showing::as_it_is, request.form, read.errors());
    return app::revoke_link(site.app(), visitor.actor, command, asked.of, asked.referral, std::move(why))
        .then([&site, &request, visitor, asked](app::Outcome<std::size_t> taken_out) -> Later<Response> {
            if (!taken_out)
                return show(site, request, visitor, Showing::as_it_is, as_new_form(request.form),
                            errors_of(taken_out.error()));
            return see_other_saying(fmt::format("{}?saved=1", asked.address()), *taken_out);
        });
}

Later<Response> get_referral_paper(Site& site, const Request& request, Visitor visitor)
{
    const auto asked = asked_in(request);
    return app::view_case(site.app(), visitor.actor, asked.of)
        .then([&site, visitor,
               asked](app::Outcome<app::CaseView> opened) -> Later<app::Outcome<app::ReferralView>> {
            if (!opened) return app::Outcome<app::ReferralView>{fail(std::move(opened).error())};
            return app::referral_for_paper(site.app(), visitor.actor, asked.of, asked.referral);
        })
        .then([&site, &request, visitor,
               asked](const app::Outcome<app::ReferralView>& view) -> Later<Response> {
            if (!view) return site.not_done(request, visitor, view.error());
            return app::draw_letter(site.app(), on_paper(site.say(), page_of(site, visitor, *view, asked)))
                .then([&site, &request, visitor](app::Outcome<std::string> drawn) -> Response {
                    if (!drawn) return site.not_done(request, visitor, drawn.error());
                    Response response;
                    response.content_type = "application/pdf";
                    response.body = *std::move(drawn);
                    response.with_header("Content-Disposition", "inline; filename=\"referral.pdf\"");
                    return response;
                });
        });
}

Html referrals_in_case(const Site& site, const Visitor& visitor, const record::Reference& of)
{
    const auto lines = app::referrals_of_case(site.app(), visitor.actor, of);
    if (!lines || lines->empty()) return {};
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << site.say()("Sent to an agency in Safelead"_p) << "</h2>"
               << referral_lines(site.say(), *lines, site.app().zone());
}

}  // namespace safelead::web
