#include "record/erasure.h"

#include "base/overloaded.h"
#include "base/text.h"
#include "record/text_limits.h"

namespace safelead::record {
namespace {

using Checked = Result<Done, ErasureRefusal>;

Checked check_words(const std::string& why)
{
    if (is_blank(why)) return fail(ErasureRefusal::no_reason);
    if (!fits_account(why)) return fail(ErasureRefusal::text_too_long);
    return Done{};
}

Checked may_go(const ChildStanding& standing, StillOpen open)
{
    if (standing.erased) return fail(ErasureRefusal::erased);
    if (standing.hold) return fail(ErasureRefusal::held);
    if (open.a_case) return fail(ErasureRefusal::case_open);
    if (open.a_concern) return fail(ErasureRefusal::concern_open);
    if (open.a_conversation) return fail(ErasureRefusal::conversation_open);
    if (open.a_held_conversation) return fail(ErasureRefusal::conversation_held);
    return Done{};
}

}  // namespace

CopyHolder holder_of(AgencyKind agency)
{
    switch (agency) {
        case AgencyKind::school:
            return CopyHolder::another_school;
        case AgencyKind::social_care:
            return CopyHolder::social_care;
        case AgencyKind::police:
            return CopyHolder::police;
        case AgencyKind::local_authority:
        case AgencyKind::lado:
            return CopyHolder::local_authority;
        case AgencyKind::other:
        case AgencyKind::not_known:
            return CopyHolder::somebody_else;
    }
    throw_bug("an agency of no kind");
}

std::vector<ErasedConversation> conversations_in(const ChildErased& erased)
{
    return erased.conversations.value_or(std::vector<ErasedConversation>{});
}

const ChildId& child_of(const ErasureEvent& event)
{
    return std::visit([](const auto& one) -> const ChildId& { return one.child; }, event);
}

ChildStanding evolve(ChildStanding standing, const ErasureEvent& event, Instant at)
{
    std::visit(Overloaded{
                   [&](const HoldSet& set) {
                       standing.hold = set;
                       standing.held_at = at;
                       standing.asked.reset();
                   },
                   [&](const HoldLifted&) { standing.hold.reset(); },
                   [&](const ErasureAsked& asked) {
                       standing.asked = asked;
                       standing.asked_at = at;
                   },
                   [&](const ErasureRefused&) { standing.asked.reset(); },
                   [&](const ChildErased& erased) {
                       standing = {};
                       standing.erased = erased.id;
                   },
               },
               event);
    return standing;
}

Checked may_hold(const ChildStanding& standing, const HoldSet& asked)
{
    if (standing.erased) return fail(ErasureRefusal::erased);
    if (standing.hold) return fail(ErasureRefusal::held_already);
    return check_words(asked.why);
}

Checked may_lift(const ChildStanding& standing, const HoldLifted& asked)
{
    if (!standing.hold) return fail(ErasureRefusal::not_held);
    return check_words(asked.why);
}

Checked may_ask(const ChildStanding& standing, const ErasureAsked& asked, StillOpen open)
{
    SL_TRY(may_go(standing, open));
    if (standing.asked) return fail(ErasureRefusal::asked_already);
    SL_TRY(check_words(asked.why));
    if (open.not_all_read) return fail(ErasureRefusal::not_all_read);
    return Done{};
}

Checked may_refuse(const ChildStanding& standing, const ErasureRefused& asked)
{
    if (!standing.asked) return fail(ErasureRefusal::not_asked);
    return check_words(asked.why);
}

Checked may_agree(const ChildStanding& standing, const PersonId& by, StillOpen open)
{
    SL_TRY(may_go(standing, open));
    if (!standing.asked) return fail(ErasureRefusal::not_asked);
    if (standing.asked->by == by) return fail(ErasureRefusal::own_request);
    if (open.not_all_read) return fail(ErasureRefusal::not_all_read);
    return Done{};
}

}  // namespace safelead::record
