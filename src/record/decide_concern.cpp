#include "record/concern.h"
#include "record/routing.h"
#include "record/text_limits.h"

#include <algorithm>
#include <initializer_list>

namespace safelead::record {

namespace {

using Decided = Result<std::vector<ConcernEvent>, ConcernRefusal>;
using Events = std::vector<ConcernEvent>;

bool is_there(const Concern& concern)
{
    return !concern.history.empty();
}

template <class Kind>
std::vector<Id<Kind>> each_once(const std::vector<Id<Kind>>& ids)
{
    std::vector<Id<Kind>> once;
    for (const auto& id : ids) {
        if (std::ranges::find(once, id) == once.end()) once.push_back(id);
    }
    return once;
}

Decided decided(const Concern& concern, const ReportConcern& report)
{
    if (is_there(concern)) return fail(ConcernRefusal::already_reported);
    if (is_blank(report.words)) return fail(ConcernRefusal::no_words);
    if (report.children.empty()) return fail(ConcernRefusal::no_child);
    if (!fits_account(report.words) || !fits_account(report.child_now) || !fits_account(report.where) ||
        !fits_account(report.when.words)) {
        return fail(ConcernRefusal::text_too_long);
    }
    Events events{ConcernReported{report.concern, report.reference, report.by, each_once(report.children),
                                  report.words, report.when, report.where, report.danger_now,
                                  report.child_now, report.staff_involved, each_once(report.people_involved),
                                  report.told_lead_in_person, report.staff_exposure,
                                  route_past(report.staff_involved, report.lead_and_head)}};
    if (report.sent_by)
        events.push_back(ConcernSentBySystem{report.by, report.sent_by->system, report.sent_by->token});
    return events;
}

Decided decided(const Concern& concern, const ReadConcern& read)
{
    if (!is_there(concern)) return fail(ConcernRefusal::not_reported);
    const bool read_before = std::ranges::find(concern.read_by, read.by) != concern.read_by.end();
    if (read_before && !concern.is_unread()) return Events{};
    return Events{ConcernRead{read.by}};
}

// Somebody may read it in the very moment in which it would go up: then there is nothing left to do.
Decided decided(const Concern& concern, const EscalateConcern& escalate)
{
    if (!is_there(concern)) return fail(ConcernRefusal::not_reported);
    if (!concern.is_unread()) return Events{};
    if (is_blank(escalate.why)) return fail(ConcernRefusal::no_reason);
    if (!fits_account(escalate.why)) return fail(ConcernRefusal::text_too_long);
    return Events{ConcernEscalated{escalate.to, escalate.why}};
}

Decided decided(const Concern& concern, const TakeIntoCase& take)
{
    if (!is_there(concern)) return fail(ConcernRefusal::not_reported);
    if (concern.in) return fail(ConcernRefusal::in_a_case_already);
    return Events{ConcernTakenIntoCase{take.by, take.in}};
}

Decided decided(const Concern& concern, const KeepWithoutCase& keep)
{
    if (!is_there(concern)) return fail(ConcernRefusal::not_reported);
    if (concern.in) return fail(ConcernRefusal::in_a_case_already);
    if (is_blank(keep.reason)) return fail(ConcernRefusal::no_reason);
    if (!fits_account(keep.reason)) return fail(ConcernRefusal::text_too_long);
    return Events{ConcernKeptWithoutCase{keep.by, keep.reason}};
}

// No words are needed: "I'm still worried" says enough.
Decided decided(const Concern& concern, const SayStillWorried& say)
{
    if (!is_there(concern)) return fail(ConcernRefusal::not_reported);
    if (say.by != concern.reported.by) return fail(ConcernRefusal::not_the_reporter);
    if (!fits_account(say.words)) return fail(ConcernRefusal::text_too_long);
    return Events{StillWorried{say.by, say.words}};
}

}  // namespace

Result<std::vector<ConcernEvent>, ConcernRefusal> decide(const Concern& concern,
                                                         const ConcernCommand& command)
{
    return std::visit([&](const auto& asked) { return decided(concern, asked); }, command);
}

}  // namespace safelead::record
