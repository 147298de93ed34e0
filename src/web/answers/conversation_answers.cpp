#include "web/answers/conversation_answers.h"

#include "app/conversations.h"
#include "app/drafts.h"
#include "app/late_talk.h"
#include "web/answers/concern_reading.h"
#include "web/answers/saying_taken_out.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/conversations_page.h"
#include "web/pages/readers_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace safelead::web {

namespace {

std::string in_words(const Site& site, Instant at)
{
    return directory::words(site.app().zone().local(at));
}

record::Reference reference_in(const Request& request)
{
    return record::Reference{std::string{request.path_value("ref")}};
}

ConversationLine line_of(const Site& site, const record::ConversationSummary& one,
                         const app::Conversations& list)
{
    ConversationLine line{
        .reference = std::string{one.reference.text()},
        .started = in_words(site, one.started_at),
        .waits = one.waits_since ? in_words(site, *one.waits_since) : std::string{},
        .is_unread = one.is_unread,
        .is_ended = one.state == record::ConversationState::ended,
        .to_review = std::ranges::find(list.to_review, one.reference) != list.to_review.end(),
        .review_by = {}};
    if (line.to_review && one.review_since) {
        // "The next day" by the calendar on the wall.
        const auto by = directory::next_day(site.app().zone().local(*one.review_since).wall.date);
        line.review_by = directory::long_date(by);
        line.review_overdue = site.app().today() > by;
    }
    return line;
}

ConversationPage page_of(Site& site, const Visitor& visitor, const app::ConversationView& view)
{
    const auto& of = *view.it;
    ConversationPage page{.reference = std::string{of.started.reference.text()},
                          .messages = {},
                          .name_standing = of.name,
                          .name = view.name,
                          .openings = {},
                          .to_review = view.to_review,
                          .concern = view.concern ? std::string{view.concern->text()} : std::string{},
                          .is_concern = of.concern.has_value(),
                          .is_ended = of.state == record::ConversationState::ended,
                          .may_answer = view.may_answer,
                          .staff_involved = of.started.staff_involved,
                          .code_ends = in_words(site, view.code_ends),
                          .cases = {},
                          .csrf_token = visitor.csrf_token,
                          .command = site.new_command()};
    for (const auto& one : of.messages)
        page.messages.push_back(
            {one.by ? view.names.of(*one.by) : std::string{}, in_words(site, one.at), one.words});
    int number = 0;
    for (const auto& opening : of.openings)
        page.openings.push_back({++number, view.names.of(opening.opened.by), in_words(site, opening.at),
                                 opening,
                                 opening.review ? view.names.of(opening.review->by) : std::string{}});
    for (const auto& one : view.open_cases) {
        const auto line = case_line(site, *one, view.names);
        page.cases.push_back({.value = line.reference,
                              .label = site.say()("Join it to case {0}: {1}"_p, {line.reference, line.who})});
    }
    return page;
}

Later<Response> show(Site& site, const Request& request, Visitor visitor, FormFields typed, FormErrors errors)
{
    const auto reference = reference_in(request);
    return app::read_conversation(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, reference, typed = std::move(typed),
               errors = std::move(errors)](app::Outcome<app::ConversationView> shown) -> Response {
            if (!shown) return site.not_done(request, visitor, shown.error());
            FormFields fields = typed;
            Html main;
            if (typed.empty()) {
                for (const auto form : app::conversation_forms) {
                    const auto name = app::draft_of_conversation(form, reference);
                    const auto typing = typing_of(site, visitor, name, std::nullopt);
                    if (!typing.restored) continue;
                    for (const auto& field : typing.fields.in_order()) fields.add(field.name, field.value);
                    main << restored_notice(site, visitor, request, name, std::nullopt);
                }
            }
            const FormWriter form{site.say(), fields, errors};
            main << conversation_page(form, page_of(site, visitor, *shown));
            if (shown->may_see_reads)
                main << readers_link(site.say(), fmt::format("/conversations/{}", reference.text()),
                                     "Who has read this conversation"_p);
            return site.page(request, visitor,
                             {.title = "Conversation {0}"_p,
                              .main = std::move(main),
                              .about = std::string{reference.text()},
                              .status = errors.empty() ? Status::ok : Status::unprocessable});
        });
}

/// Carries out one change, and shows the conversation again: by a redirect, or with what was wrong.
Later<Response> change(Site& site, const Request& request, const Visitor& visitor, std::string_view form,
                       const FormReader& read, const CommandId& command, app::ConversationChange what)
{
    if (!read.errors().empty()) return show(site, request, visitor, request.form, read.errors());
    const auto reference = reference_in(request);
    return app::change_conversation(site.app(), visitor.actor, command, reference, std::move(what))
        .then([&site, &request, visitor, reference,
               form = std::string{form}](app::Outcome<app::ConversationChanged> changed) -> Later<Response> {
            if (!changed)
                return show(site, request, visitor, as_new_form(request.form), errors_of(changed.error()));
            app::forget_draft(site.app(), visitor.actor, app::draft_of_conversation(form, reference));
            return see_other_saying(fmt::format("/conversations/{}", reference.text()), changed->taken_out);
        });
}

}  // namespace

Html late_conversations(Site& site, const Visitor& visitor)
{
    const auto late = app::late_talk(site.app(), visitor.actor);
    if (!late) return {};
    std::vector<LateTalkLine> lines;
    for (const auto& one : *late)
        lines.push_back({.reference = std::string{one.reference.text()},
                         .since = in_words(site, one.since),
                         .due = one.due ? in_words(site, *one.due) : std::string{},
                         .who = fmt::format("{}", fmt::join(one.answer, ", ")),
                         .is_passed_up = one.is_passed_up});
    return late_talk_lines(site.say(), lines);
}

Html conversations_waiting(Site& site, const Visitor& visitor)
{
    const auto list = app::conversations(site.app(), visitor.actor);
    if (!list) return {};
    std::vector<ConversationLine> lines;
    for (const auto& one : list->all) {
        auto line = line_of(site, one, *list);
        if (!line.waits.empty() || line.to_review) lines.push_back(std::move(line));
    }
    Html out;
    if (!lines.empty())
        out << "<h2 class=\"govuk-heading-m\">" << site.say()("Messages from young people"_p) << "</h2>"
            << conversation_lines(site.say(), lines);
    if (!list->all.empty() || app::may(visitor.actor, access::Action::set_talk_hours))
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/conversations\">"
            << site.say()("All messages from young people"_p) << "</a></p>";
    return out;
}

Later<Response> get_conversations(Site& site, const Request& request, Visitor visitor)
{
    const auto list = app::conversations(site.app(), visitor.actor);
    if (!list) return site.not_done(request, visitor, list.error());
    std::vector<ConversationLine> lines;
    for (const auto& one : list->all) lines.push_back(line_of(site, one, *list));
    return site.page(request, visitor,
                     {.title = "Messages from young people"_p,
                      .main = conversations_page(site.say(), lines,
                                                 app::may(visitor.actor, access::Action::set_talk_hours))});
}

Later<Response> get_conversation(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, std::move(visitor), {}, {});
}

Later<Response> post_answer_young_person(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto words = read.needed("answer", "Write your answer"_p);
    return change(site, request, visitor, "answer", read, command,
                  record::AnswerYoungPerson{visitor.actor.person, std::move(words)});
}

Later<Response> post_ask_for_name(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto why = read.needed("ask-why", "Say why: the young person reads it"_p);
    return change(site, request, visitor, "ask-for-name", read, command,
                  record::AskForName{visitor.actor.person, std::move(why)});
}

Later<Response> post_open_name(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const bool agreed = request.form.text("basis") == "agreed";
    auto reason = agreed ? std::string{} : read.needed("danger-reason", "Say what the danger is"_p);
    return change(
        site, request, visitor, "open-name", read, command,
        record::OpenName{visitor.actor.person, agreed ? record::NameBasis::agreed : record::NameBasis::danger,
                         std::move(reason)});
}

Later<Response> post_review_opening(Site& site, const Request& request, Visitor visitor)
{
    constexpr std::array found{Option<record::OpeningFound>{"right", record::OpeningFound::right},
                               Option<record::OpeningFound>{"not_right", record::OpeningFound::not_right}};
    constexpr std::array<std::string_view, 9> numbers{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto chosen = read.choice<record::OpeningFound>("found", found);
    if (!chosen) read.wrong("found", "Say what you find"_p);
    auto words = read.needed("found-words", "Say why"_p);
    const auto number = std::ranges::find(numbers, request.form.text("number"));
    return change(
        site, request, visitor, "review", read, command,
        record::ReviewNameOpening{static_cast<int>(number - numbers.begin()) + 1, visitor.actor.person,
                                  chosen.value_or(record::OpeningFound::not_right), std::move(words)});
}

Later<Response> post_end_conversation(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto words = read.needed("last-words", "Write what they should know at the end"_p);
    return change(site, request, visitor, "end", read, command,
                  record::EndConversation{visitor.actor.person, std::move(words)});
}

Later<Response> post_make_concern(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto danger = read.choice<record::Answer>("danger-now", answer_options);
    if (!danger) read.wrong("danger-now", "Say whether anyone is in danger now, as far as is known"_p);
    app::ConcernOfConversation asked{read.words("who"), danger.value_or(record::Answer::unknown), {}};
    if (const auto to = request.form.text("case"); !to.empty())
        asked.join = record::Reference{std::string{to}};
    if (!read.errors().empty()) return show(site, request, std::move(visitor), request.form, read.errors());
    const auto reference = reference_in(request);
    return app::make_concern(site.app(), visitor.actor, command, reference, std::move(asked))
        .then([&site, &request, visitor, reference](app::Outcome<app::Reported> reported) -> Later<Response> {
            if (!reported)
                return show(site, request, visitor, as_new_form(request.form), errors_of(reported.error()));
            app::forget_draft(site.app(), visitor.actor, app::draft_of_conversation("concern", reference));
            return see_other_saying(fmt::format("/concerns/{}", reported->reference.text()),
                                    reported->taken_out);
        });
}

}  // namespace safelead::web
