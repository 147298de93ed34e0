// What becomes of a workspace when a child is erased: nothing that was erased stays in memory, and what is
// left is what a program that starts now would read.

#include "app/what_goes.h"
#include "app/workspace.h"

#include <algorithm>
#include <set>

namespace safelead::app {

void Workspace::take_erasure(const Entered& entered, const record::ErasureEvent& event)
{
    if (entered.position <= erasures_.seen()) return;
    if (entered.position != next(erasures_.seen())) return fall_behind();
    keep_erasure(event, entered.at, entered.position);
}

void Workspace::read_erasures()
{
    const auto opened = log().read_what_opens(stream_of_erasures());
    if (opened.fault) stopped_.insert(stream_of_erasures());
    for (const auto& entry : opened.entries) {
        const auto position = entry.header.position;
        if (position <= erasures_.seen()) continue;
        if (entry.readable == ledger::Readable::erased) {
            erasures_.pass_over(position);
            continue;
        }
        const auto event = event_of(stream_of_erasures(), entry.plaintext);
        if (!event) {
            stopped_.insert(stream_of_erasures());
            return;
        }
        keep_erasure(*std::get<std::shared_ptr<const record::ErasureEvent>>(*event), entry.header.time,
                     position);
    }
}

void Workspace::keep_erasure(const record::ErasureEvent& event, Instant at, ledger::StreamPosition position)
{
    erasures_.take(event, at, position);
    const auto* erased = std::get_if<record::ChildErased>(&event);
    if (erased == nullptr) return;
    // In this order: whoever reads from now on can't, and whoever has read before does not keep it.
    forget_keys(*erased);
    ++forgotten_;
    forget(*erased);
}

void Workspace::forget_keys(const record::ChildErased& erased) const
{
    const auto childs_part = part_of(erased.child);
    log().forget_key(stream_of(erased.child), ledger::shared_part());
    log().forget_key(stream_of_erasures(), childs_part);
    for (const auto& one : erased.cases) {
        log().forget_key(stream_of(one.of), childs_part);
        if (one.extent == record::ErasedExtent::whole)
            log().forget_key(stream_of(one.of), ledger::shared_part());
        for (const auto& row : referrals_) {
            if (!row.is_there() || row.summary.of != one.of) continue;
            log().forget_key(stream_of(row.summary.id), childs_part);
            if (one.extent == record::ErasedExtent::whole)
                log().forget_key(stream_of(row.summary.id), ledger::shared_part());
        }
    }
    for (const auto& one : erased.concerns) log().forget_key(stream_of(one.concern), ledger::shared_part());
    for (const auto& one : conversations_in(erased)) {
        log().forget_key(stream_of(one.conversation), ledger::shared_part());
        log().forget_key(stream_of_name(one.conversation), ledger::shared_part());
    }
    // Whatever else went with them, and was not known here yet: an erasure is rare, and a key soon unwrapped.
    log().forget_keys();
}

void Workspace::forget(const record::ChildErased& erased)
{
    whole_.forget(stream_of(erased.child));
    if (const auto number = children_.number_of(erased.child)) {
        if (names_) names_->remove(*number);
        children_.erase(*number);
    }
    for (const auto& one : erased.cases) {
        if (one.extent == record::ErasedExtent::whole)
            forget(one.of);
        else
            forget_in_case(one.of, erased.child);
    }
    for (const auto& one : erased.concerns) forget(one.concern);
    for (const auto& one : conversations_in(erased)) forget(one.conversation);
    // Which words are in which case is found out again when somebody looks for one.
    words_.reset();
}

void Workspace::forget_in_case(const record::CaseId& id, const record::ChildId& child)
{
    whole_.forget(stream_of(id));
    forget_referrals_of(id, record::ErasedExtent::childs_part);
    if (const auto number = cases_.number_of(id)) std::erase(cases_[*number].summary.children, child);
}

void Workspace::forget_referrals_of(const record::CaseId& id, record::ErasedExtent extent)
{
    for (std::uint32_t number = 0; number < referrals_.size(); ++number) {
        const auto& row = referrals_[number];
        if (!row.is_there() || row.summary.of != id) continue;
        whole_.forget(stream_of(row.summary.id));
        if (extent != record::ErasedExtent::whole) continue;
        referral_references_.erase(row.summary.reference);
        referrals_.erase(number);
    }
}

void Workspace::forget(const record::CaseId& id)
{
    whole_.forget(stream_of(id));
    forget_referrals_of(id, record::ErasedExtent::whole);
    const auto number = cases_.number_of(id);
    if (!number) return;
    case_references_.erase(cases_[*number].summary.reference);
    cases_.erase(*number);
}

void Workspace::forget(const record::ConcernId& id)
{
    whole_.forget(stream_of(id));
    const auto number = concerns_.number_of(id);
    if (!number) return;
    const auto& concern = concerns_[*number].summary;
    concern_references_.erase(concern.reference);
    reported_by_[concern.by].erase(*number);
    open_concerns_.erase(*number);
    unread_concerns_.erase(*number);
    concerns_.erase(*number);
}

void Workspace::forget(const record::ConversationId& id)
{
    whole_.forget(stream_of(id));
    const auto number = conversations_.number_of(id);
    if (!number) return;
    conversation_references_.erase(conversations_[*number].summary.reference);
    conversations_.erase(*number);
}

std::vector<std::shared_ptr<const record::Conversation>> Workspace::conversations_that(
    const BecameConcern& became)
{
    std::vector<record::ConversationId> ids;
    {
        const auto lock = up_to_date();
        for (const auto& row : conversations_) {
            const auto* concern = row.summary.concern ? concerns_.find(*row.summary.concern) : nullptr;
            if (concern != nullptr && became(concern->summary)) ids.push_back(row.summary.id);
        }
    }
    return all_whole(ids);
}

std::vector<std::shared_ptr<const record::Conversation>> Workspace::conversations_about(
    const record::ChildId& child)
{
    return conversations_that([&child](const record::ConcernSummary& concern) {
        return std::ranges::find(concern.children, child) != concern.children.end();
    });
}

std::vector<std::shared_ptr<const record::Conversation>> Workspace::conversations_beside(
    const record::ChildId& child)
{
    std::set<record::ConcernId> concerns;
    for (const auto& of : cases_of(child)) concerns.insert(of->concerns.begin(), of->concerns.end());
    return conversations_that([&](const record::ConcernSummary& concern) {
        return concerns.contains(concern.id) &&
               std::ranges::find(concern.children, child) == concern.children.end();
    });
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_about(const record::ChildId& child)
{
    std::vector<record::ConcernId> ids;
    {
        const auto lock = up_to_date();
        for (const auto& row : concerns_)
            if (std::ranges::find(row.summary.children, child) != row.summary.children.end())
                ids.push_back(row.summary.id);
    }
    return all_whole(ids);
}

record::ChildStanding Workspace::standing_of(const record::ChildId& child)
{
    const auto lock = up_to_date();
    return erasures_.standing_of(child);
}

std::vector<ErasureKept> Workspace::erasures()
{
    const auto lock = up_to_date();
    return erasures_.all();
}

std::vector<ErasedInCase> Workspace::erased_in(const record::CaseId& of)
{
    const auto lock = up_to_date();
    return erasures_.in_case(of);
}

ledger::LogPosition Workspace::read_to_the_end()
{
    learn_of(log().head().position);
    const auto lock = up_to_date();
    return reached_;
}

ledger::StreamPosition Workspace::seen_of(const ledger::StreamId& stream)
{
    const auto lock = up_to_date();
    return position_of(stream);
}

}  // namespace safelead::app
