#include "app/talk.h"

#include "access/lead_and_head.h"
#include "app/carry_out.h"
#include "app/memory.h"
#include "app/naming.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/said.h"
#include "app/talk_limits.h"
#include "app/talk_pass.h"
#include "base/text.h"
#include "crypto/digest.h"
#include "record/danger_words.h"
#include "record/talk_code.h"
#include "record/text_limits.h"

#include <fmt/format.h>

#include <array>
#include <functional>

namespace safelead::app {
namespace {

/// Sending a form again after a broken connection shows the code again; coming upon the form later does not.
constexpr std::chrono::minutes code_shown_for{10};

TalkRefusal refusal_of(const NotDone& why)
{
    if (std::holds_alternative<OtherContent>(why)) return TalkRefusal::other_content;
    if (std::holds_alternative<NotThere>(why)) return TalkRefusal::off;
    const auto* refused = std::get_if<record::ConversationRefusal>(&why);
    if (refused == nullptr) return TalkRefusal::crowded;
    switch (*refused) {
        case record::ConversationRefusal::no_words:
            return TalkRefusal::no_words;
        case record::ConversationRefusal::text_too_long:
            return TalkRefusal::too_long;
        case record::ConversationRefusal::too_much:
            return TalkRefusal::too_much;
        default:
            return TalkRefusal::crowded;
    }
}

/// The conversation that a code opens. Only the organisation's key leads from one to the other.
record::ConversationId conversation_of(const ledger::Log& log, const record::TalkCode& code)
{
    const auto digest =
        crypto::derive_digest(log.key_for("codes of conversations"), "safelead.talk-code.1", bytes_of(code));
    return record::ConversationId{to_hex(BytesView{digest}.first(16))};
}

record::TalkCode code_of(const NewIds& ids)
{
    const auto hex = ids.id<Id<struct CodeKind>>("talk code");
    std::array<std::byte, record::bytes_for_code> random{};
    const auto digit = [&hex](std::size_t at) {
        const char c = hex.text().at(at);
        return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    };
    for (std::size_t i = 0; i < random.size(); ++i)
        random.at(i) = static_cast<std::byte>(digit(2 * i) * 16 + digit(2 * i + 1));
    return record::talk_code(random);
}

std::optional<record::NameAgreement> agreement_for(const std::string& name, record::NameAgreement agreement)
{
    if (record::is_blank(name)) return std::nullopt;
    return agreement;
}

void add_name(Writing& writing, const record::ConversationId& conversation, const std::string& name)
{
    if (record::is_blank(name)) return;
    writing.add(stream_of_name(conversation), ledger::shared_part(),
                record::NameEvent{record::NameLeft{name}});
}

class Starting {
public:
    Starting(Workspace& workspace, const CommandId& command, NewTalk talk, Instant now,
             record::LeadAndHead lead_and_head)
        : workspace_{workspace},
          ids_{workspace.log(), "a young person", command},
          talk_{std::move(talk)},
          now_{now},
          lead_and_head_{lead_and_head},
          code_{code_of(ids_)},
          conversation_{conversation_of(workspace.log(), code_)},
          reference_{ids_.reference('T', [this](const record::Reference& taken) {
              const auto other = workspace_.conversation(taken);
              return other && other->it->started.conversation != conversation_;
          })}
    {
    }

    [[nodiscard]] bool is_known() const { return workspace_.log().recorded(ids_.command()).has_value(); }

    ToCarryOut command(Bytes content) const
    {
        return {ids_.command(), std::move(content), now_, std::string{reference_.text()},
                [this] { return decide(); }};
    }

    [[nodiscard]] std::string code_to_show(const Kept& kept) const
    {
        return now_ - kept.at > code_shown_for ? std::string{} : code_;
    }

    [[nodiscard]] record::RoutedTo routed_to() const
    {
        const auto there = workspace_.conversation(conversation_);
        return there ? there->it->started.routed_to : record::RoutedTo::lead;
    }

private:
    Outcome<Writing> decide() const
    {
        Writing writing;
        const auto before = workspace_.conversation(conversation_);
        const auto stream = stream_of(conversation_);
        writing.expect(stream, before ? before->position : ledger::StreamPosition::start);
        const record::StartConversation start{
            conversation_, reference_, talk_.words, talk_.about, agreement_for(talk_.name, talk_.agreement),
            lead_and_head_};
        for (auto& event : SL_TRY(record::decide(before ? *before->it : record::Conversation{}, start)))
            writing.add(stream, ledger::shared_part(), std::move(event));
        if (!record::fits_line(talk_.name)) return fail(record::ConversationRefusal::text_too_long);
        add_name(writing, conversation_, talk_.name);
        return writing;
    }

    Workspace& workspace_;
    NewIds ids_;
    NewTalk talk_;
    Instant now_;
    record::LeadAndHead lead_and_head_;
    record::TalkCode code_;
    record::ConversationId conversation_;
    record::Reference reference_;
};

using StartedAnswer = Result<TalkStarted, TalkRefusal>;

Later<StartedAnswer> start(Safelead& safelead, const CommandId& command, NewTalk talk)
{
    auto& parts = safelead.parts();
    auto& workspace = parts.workspace(talk.school);
    const auto school = talk.school;
    const auto address = talk.address;
    WordsGate gate;
    gate(talk.words);
    gate(talk.name);
    Said said{"start talk"};
    said(talk.words);
    said(talk.name);
    said(talk.agreement);
    said(talk.about);
    const bool danger = record::has_danger_words(talk.words);

    auto starting = std::make_shared<Starting>(workspace, command, std::move(talk), parts.now(),
                                               access::lead_and_head_of(*parts.partnership(), school));
    if (!starting->is_known() && !TalkLimits{parts}.may_start(school, address))
        return StartedAnswer{fail(TalkRefusal::wait)};
    return carry_out(workspace, starting->command(said.bytes()))
        .then([&safelead, starting, school, danger,
               taken_out = gate.taken_out()](Outcome<Kept> kept) -> StartedAnswer {
            if (!kept) return fail(refusal_of(kept.error()));
            auto place = talk_place(safelead, school);
            if (!place) return fail(TalkRefusal::off);
            return TalkStarted{starting->code_to_show(*kept), *std::move(place), starting->routed_to(),
                               danger, taken_out};
        });
}

/// What the page shows, with a pass to go on.
TalkAnswer view_of(Safelead& safelead, const TalkPass& of, std::string pass)
{
    auto& parts = safelead.parts();
    auto& workspace = parts.workspace(of.school);
    const auto found = workspace.conversation(of.conversation);
    auto place = talk_place(safelead, of.school);
    if (!found) return fail(TalkRefusal::over);  // Erased meanwhile: the code opens nothing any more, either.
    if (!place || workspace.is_stopped(stream_of(of.conversation))) return fail(TalkRefusal::crowded);
    TalkView view{found->it, *std::move(place), {}, false, false, std::move(pass), 0};
    Naming naming{parts, workspace};
    for (const auto& message : view.it->messages)
        if (message.by) naming.add(*message.by);
    for (const auto& opening : view.it->openings) naming.add(opening.opened.by);
    view.names = std::move(naming).names();
    if (view.it->concern) {
        const auto concern = workspace.concern(*view.it->concern);
        view.in_case = concern && concern->it->in;
    }
    for (const auto& message : view.it->messages)
        view.danger_words = view.danger_words || (!message.by && record::has_danger_words(message.words));
    return view;
}

/// The same steps for every code that was typed, so that none tells by its time whether it was near.
TalkAnswer open_by_code(Safelead& safelead, const ComeBack& asked)
{
    auto& parts = safelead.parts();
    auto& workspace = parts.workspace(asked.school);
    TalkLimits limits{parts};
    if (!limits.may_try(asked.school, asked.address)) return fail(TalkRefusal::wait);
    const auto code = record::parse_talk_code(asked.code);
    const auto id = conversation_of(workspace.log(), code.value_or("no code"));
    const auto summary = workspace.conversation_summary(id);
    const bool opens = code && summary && parts.now() <= summary->newest_at + record::code_lasts;
    if (!opens) {
        limits.count_wrong(asked.school, asked.address);
        return fail(TalkRefusal::wrong);
    }
    const TalkPass pass{asked.school, id};
    return view_of(safelead, pass, give_pass(parts, pass));
}

/// One change in a conversation, by whoever has a pass for it.
Later<TalkAnswer> change(Safelead& safelead, const CommandId& command, const TalkPass& pass,
                         std::string_view token, Said said, record::ConversationCommand asked,
                         std::string name)
{
    auto& parts = safelead.parts();
    auto& workspace = parts.workspace(pass.school);
    const NewIds ids{workspace.log(), fmt::format("a young person in {}", pass.conversation.text()), command};
    const bool known = workspace.log().recorded(ids.command()).has_value();
    if (!known && !TalkLimits{parts}.may_write(pass.conversation)) return TalkAnswer{fail(TalkRefusal::wait)};
    const auto decide = [&workspace, pass, asked = std::move(asked),
                         name = std::move(name)]() -> Outcome<Writing> {
        Writing writing;
        const auto before = workspace.conversation(pass.conversation);
        if (!before) return fail(NotThere{});
        const auto stream = stream_of(pass.conversation);
        if (workspace.is_stopped(stream)) return fail(RecordStopped{});
        writing.expect(stream, before->position);
        if (!record::fits_line(name)) return fail(record::ConversationRefusal::text_too_long);
        for (auto& event : SL_TRY(record::decide(*before->it, asked)))
            writing.add(stream, ledger::shared_part(), std::move(event));
        add_name(writing, pass.conversation, name);
        return writing;
    };
    return carry_out(workspace, {ids.command(), said.bytes(), parts.now(), {}, decide})
        .then([&safelead, pass, token = std::string{token}](Outcome<Kept> kept) -> TalkAnswer {
            if (!kept) return fail(refusal_of(kept.error()));
            return view_of(safelead, pass, token);
        });
}

using WithPass = std::function<Later<TalkAnswer>(const TalkPass&)>;

Later<TalkAnswer> with_pass(Safelead& safelead, std::string_view token, WithPass go_on)
{
    const auto pass = use_pass(safelead.parts(), token);
    if (!pass) return TalkAnswer{fail(TalkRefusal::over)};
    return ready(safelead, pass->school)
        .then([pass = *pass, go_on = std::move(go_on)](Outcome<Done> is_ready) -> Later<TalkAnswer> {
            if (!is_ready) return TalkAnswer{fail(refusal_of(is_ready.error()))};
            return go_on(pass);
        });
}

}  // namespace

Later<Result<TalkStarted, TalkRefusal>> start_talk(Safelead& safelead, const CommandId& command, NewTalk talk)
{
    const auto place = talk_place(safelead, talk.school);
    if (!place || !place->is_on()) return StartedAnswer{fail(TalkRefusal::off)};
    const auto school = talk.school;
    return ready(safelead, school)
        .then([&safelead, command, talk = std::move(talk)](Outcome<Done> is_ready) -> Later<StartedAnswer> {
            if (!is_ready) return StartedAnswer{fail(refusal_of(is_ready.error()))};
            return start(safelead, command, talk);
        });
}

Later<TalkAnswer> come_back(Safelead& safelead, ComeBack asked)
{
    if (!talk_place(safelead, asked.school)) return TalkAnswer{fail(TalkRefusal::wrong)};
    const auto school = asked.school;
    return ready(safelead, school)
        .then([&safelead, asked = std::move(asked)](Outcome<Done> is_ready) -> TalkAnswer {
            if (!is_ready) return fail(refusal_of(is_ready.error()));
            return open_by_code(safelead, asked);
        });
}

Later<TalkAnswer> look_again(Safelead& safelead, std::string_view pass)
{
    return with_pass(safelead, pass,
                     [&safelead, token = std::string{pass}](const TalkPass& of) -> Later<TalkAnswer> {
                         return view_of(safelead, of, token);
                     });
}

Later<TalkAnswer> say_more(Safelead& safelead, const CommandId& command, std::string_view pass, SayMore more)
{
    const auto token = std::string{pass};
    return with_pass(safelead, pass,
                     [&safelead, command, token, more](const TalkPass& of) mutable -> Later<TalkAnswer> {
                         const auto place = talk_place(safelead, of.school);
                         if (!place || !place->is_on()) return TalkAnswer{fail(TalkRefusal::off)};
                         WordsGate gate;
                         gate(more.words);
                         gate(more.name);
                         Said said{"say more"};
                         said(more.words);
                         said(more.name);
                         said(more.agreement);
                         const record::WriteMore asked{more.words, agreement_for(more.name, more.agreement)};
                         return change(safelead, command, of, token, std::move(said), asked, more.name)
                             .then([taken_out = gate.taken_out()](TalkAnswer answer) -> TalkAnswer {
                                 auto view = SL_TRY(std::move(answer));
                                 view.taken_out = taken_out;
                                 return view;
                             });
                     });
}

Later<TalkAnswer> answer_about_name(Safelead& safelead, const CommandId& command, std::string_view pass,
                                    record::Answer agreed)
{
    return with_pass(
        safelead, pass,
        [&safelead, command, token = std::string{pass}, agreed](const TalkPass& of) -> Later<TalkAnswer> {
            Said said{"answer about name"};
            said(agreed);
            return change(safelead, command, of, token, std::move(said), record::AnswerAboutName{agreed}, {});
        });
}

void leave_talk(Safelead& safelead, std::string_view pass)
{
    end_pass(safelead.parts(), pass);
}

}  // namespace safelead::app
