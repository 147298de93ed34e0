#include "app/seen_by.h"

#include "app/child_records.h"

#include <algorithm>

namespace safelead::app {

bool SeenBy::permits(access::Action action, const access::Subject& subject) const
{
    return access::permit(who_, action, subject).has_value();
}

bool SeenBy::reads(const record::Case& of) const
{
    return permits(access::Action::read_case, workspace_->subject_of(of));
}

bool SeenBy::reads(const record::Concern& concern) const
{
    return permits(access::Action::read_concern, workspace_->subject_of(concern));
}

bool SeenBy::reads(const record::Conversation& conversation) const
{
    if (!permits(access::Action::read_conversation, workspace_->subject_of(conversation))) return false;
    const auto concern = conversation.concern ? workspace_->concern(*conversation.concern) : std::nullopt;
    if (!concern) return true;
    if (!concern->it->in) return reads(*concern->it);
    const auto in = workspace_->subject_of_case(*concern->it->in);
    return !in || permits(access::Action::read_case, *in);
}

template <class Is>
bool SeenBy::any_subject(const record::ChildId& record, const Is& is) const
{
    const auto organisation = access::of_organisation(workspace_->log().organisation());
    const auto known = workspace_->child(record);
    const bool needs_no_matter = !known || known->it->known_by == record::ChildKnownBy::school_list;
    if (needs_no_matter && is(organisation)) return true;
    bool is_in_any = false;
    for (const auto& of : workspace_->cases_of(record)) {
        is_in_any = true;
        if (is(workspace_->subject_of(*of))) return true;
    }
    for (const auto& concern : workspace_->concerns_about(record)) {
        is_in_any = true;
        if (is(workspace_->subject_of(*concern))) return true;
    }
    return !needs_no_matter && !is_in_any && is(organisation);
}

bool SeenBy::knows(const record::ChildId& child) const
{
    if (!workspace_->child(child) && !workspace_->standing_of(child).erased) return false;
    return any_subject(child, [this](const access::Subject& subject) {
        return permits(access::Action::read_child, subject);
    });
}

std::vector<record::ChildId> SeenBy::records_of(const record::ChildId& child) const
{
    // Not through one that they do not know of: without it, nothing would join those on either side.
    return joined_records(*workspace_, child, [this](const record::ChildId& other) { return knows(other); });
}

Outcome<Done> SeenBy::allow(access::Action action, const record::ChildId& child) const
{
    if (!knows(child)) return fail(NotThere{});
    const auto records = records_of(child);
    const auto standing = standing_of_records(*workspace_, child, records).standing;
    bool is_own = false;
    const auto lets = [&](access::Subject subject) {
        subject.decided_by = standing.asked ? std::optional{standing.asked->by} : std::nullopt;
        const auto answer = access::permit(who_, action, subject);
        is_own = is_own || (!answer && answer.error() == access::WhyNot::own_decision);
        return answer.has_value();
    };
    if (std::ranges::any_of(records, [&](const auto& record) { return any_subject(record, lets); }))
        return Done{};
    if (is_own) return fail(NotAllowed{access::WhyNot::own_decision});
    return fail(NotThere{});
}

bool SeenBy::explains(const access::Actor& reader, const record::ChildId& child) const
{
    constexpr auto reading = access::Action::read_child;
    if (access::permit(reader, reading, access::of_organisation(who_.organisation))) return true;
    const auto is_why = [&](access::Subject subject) {
        if (!permits(reading, subject)) return false;
        subject.involved.clear();
        subject.only_for.reset();
        return access::permit(reader, reading, subject).has_value();
    };
    return std::ranges::any_of(records_of(child),
                               [&](const auto& record) { return any_subject(record, is_why); });
}

std::shared_ptr<const record::Child> SeenBy::as_seen(const std::shared_ptr<const record::Child>& child) const
{
    const auto is_unknown = [this](const auto& tied) { return !knows(tied.other); };
    if (std::ranges::none_of(child->ties, is_unknown) && std::ranges::none_of(child->joined, is_unknown))
        return child;
    auto seen = std::make_shared<record::Child>(*child);
    std::erase_if(seen->ties, is_unknown);
    std::erase_if(seen->joined, is_unknown);
    return seen;
}

}  // namespace safelead::app
