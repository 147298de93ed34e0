#include "base/text.h"
#include "learning/session.h"

#include <algorithm>

namespace safelead::learning {
namespace {

using Decided = Result<std::vector<SessionEvent>, Refusal>;

constexpr int most_places = 500;
constexpr std::size_t most_waiting = 500;
constexpr std::chrono::days longest_ago{366};
constexpr std::chrono::days furthest_ahead{731};

Decided happens(SessionEvent event)
{
    return std::vector<SessionEvent>{std::move(event)};
}

/// Seven digits in a row, however they are set apart.
bool has_telephone_number(std::string_view text)
{
    int digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (++digits == 7) return true;
        } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.') {
            digits = 0;
        }
    }
    return false;
}

Result<Done, Refusal> goes_on(const Session& session)
{
    if (session.cancelled) return fail(Refusal::is_cancelled);
    return Done{};
}

Result<Done, Refusal> register_is_open(const Session& session, Instant now)
{
    SL_TRY(goes_on(session));
    if (now < session.planned.starts - register_opens_before) return fail(Refusal::not_yet);
    return Done{};
}

/// Words that anybody can read.
Result<Done, Refusal> are_fit(const SessionPlanned& plan)
{
    if (trim(plan.where).empty()) return fail(Refusal::where_missing);
    if (plan.where.size() > longest_line || plan.about.size() > longest_about ||
        plan.content_version.size() > longest_line)
        return fail(Refusal::words_too_long);
    for (const auto* text : {&plan.where, &plan.about, &plan.content_version})
        if (has_telephone_number(*text)) return fail(Refusal::has_telephone_number);
    return Done{};
}

Decided decide_one(const Session& session, const PlanSession& command, Instant now)
{
    constexpr int shortest = 10;
    constexpr int longest = 600;
    const auto& plan = command.session;
    if (session.is_there()) return fail(Refusal::already_planned);
    SL_TRY(are_fit(plan));
    if (plan.places < 1) return fail(Refusal::too_few_places);
    if (plan.places > most_places) return fail(Refusal::too_many_places);
    if (plan.minutes < shortest || plan.minutes > longest) return fail(Refusal::wrong_length);
    if (plan.starts < now - longest_ago) return fail(Refusal::too_long_ago);
    if (plan.starts > now + furthest_ahead) return fail(Refusal::too_far_ahead);
    return happens(plan);
}

Decided decide_one(const Session& session, const CancelSession& command, Instant now)
{
    SL_TRY(goes_on(session));
    if (session.has_begun(now)) return fail(Refusal::has_begun);
    if (trim(command.why).empty()) return fail(Refusal::reason_missing);
    if (command.why.size() > longest_about) return fail(Refusal::words_too_long);
    if (has_telephone_number(command.why)) return fail(Refusal::has_telephone_number);
    return happens(SessionCancelled{command.by, command.why});
}

Decided decide_one(const Session& session, const BookPlace& command, Instant now)
{
    SL_TRY(goes_on(session));
    if (session.has_begun(now)) return fail(Refusal::has_begun);
    if (session.planned.audience == Audience::organisation &&
        command.organisation != session.planned.organisation)
        return fail(Refusal::not_for_their_organisation);
    if (session.has_place(command.person)) return fail(Refusal::already_booked);
    if (session.place_in_line(command.person)) return fail(Refusal::already_waiting);
    if (session.places_left() > 0) return happens(PlaceBooked{command.person, command.organisation});
    if (session.waiting.size() >= most_waiting) return fail(Refusal::waiting_list_full);
    return happens(PlaceAwaited{command.person, command.organisation});
}

Decided decide_one(const Session& session, const GiveUpPlace& command, Instant now)
{
    SL_TRY(goes_on(session));
    if (session.has_begun(now)) return fail(Refusal::has_begun);
    const bool had_place = session.has_place(command.person);
    if (!had_place && !session.place_in_line(command.person)) return fail(Refusal::not_booked);
    std::vector<SessionEvent> events{PlaceGivenUp{command.person}};
    if (had_place && !session.waiting.empty()) events.push_back(PlaceMovedUp{session.waiting.front().person});
    return events;
}

Decided decide_one(const Session& session, const OpenCode& command, Instant now)
{
    SL_TRY(register_is_open(session, now));
    if (trim(command.code).empty()) return fail(Refusal::code_missing);
    return happens(CodeOpened{command.by, command.code, now + code_lasts});
}

AttendanceMarked mark(const Session& session, const ToMark& asked, const PersonId& by, MarkedBy how)
{
    const auto came = session.has_place(asked.person) ? Came::booked : Came::walked_in;
    return {asked.person, asked.organisation, asked.mark, came, how, by, asked.why};
}

Decided decide_one(const Session& session, const KeepRegister& command, Instant now)
{
    SL_TRY(register_is_open(session, now));
    std::vector<SessionEvent> events;
    Session after = session;
    for (const auto& asked : command.marks) {
        if (asked.why.size() > longest_line) return fail(Refusal::words_too_long);
        const auto* before = after.mark_of(asked.person);
        const bool is_known = before != nullptr || session.has_place(asked.person);
        if (asked.mark == Mark::absent && !is_known) return fail(Refusal::not_booked);
        if (before != nullptr && before->mark == asked.mark && before->why == asked.why) continue;
        events.emplace_back(mark(session, asked, command.by, MarkedBy::trainer));
        after = evolve(std::move(after), events.back(), now);
    }
    return events;
}

Decided decide_one(const Session& session, const AttendByCode& command, Instant now)
{
    SL_TRY(register_is_open(session, now));
    if (session.was_present(command.person)) return std::vector<SessionEvent>{};
    if (!session.code || now > session.code->until) return fail(Refusal::no_code_open);
    if (command.code.empty()) return fail(Refusal::code_missing);
    if (command.code != session.code->code) return fail(Refusal::wrong_code);
    if (session.planned.audience == Audience::organisation &&
        command.organisation != session.planned.organisation)
        return fail(Refusal::not_for_their_organisation);
    return happens(mark(session, {command.person, command.organisation, Mark::present, {}}, command.person,
                        MarkedBy::code));
}

Decided decide_one(const Session& session, const EvaluateSession& command, Instant)
{
    const auto& evaluation = command.evaluation;
    if (!session.was_present(evaluation.person)) return fail(Refusal::was_not_there);
    if (session.has_evaluated(evaluation.person)) return fail(Refusal::already_evaluated);
    if (evaluation.words.size() > longest_about) return fail(Refusal::words_too_long);
    return happens(evaluation);
}

}  // namespace

Decided decide(const Session& session, const SessionCommand& command, Instant now)
{
    return std::visit([&](const auto& one) { return decide_one(session, one, now); }, command);
}

}  // namespace safelead::learning
