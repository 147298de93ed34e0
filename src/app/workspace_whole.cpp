// Whole things of a workspace: as they are in memory, or read from the log.

#include "app/workspace.h"

#include <algorithm>
#include <utility>

namespace safelead::app {

std::shared_lock<std::shared_mutex> Workspace::up_to_date()
{
    while (true) {
        catch_up();
        std::shared_lock lock{mutex_};
        if (is_following()) return lock;
    }
}

template <class Thing>
std::optional<Folded<Thing>> Workspace::whole(const ledger::StreamId& stream)
{
    while (true) {
        ledger::StreamPosition known;
        std::uint64_t forgotten = 0;
        {
            const auto lock = up_to_date();
            known = position_of(stream);
            forgotten = forgotten_;
        }
        if (known == ledger::StreamPosition::start) return std::nullopt;
        auto kept = whole_.find(stream);
        if (!kept || kept->position < known) {
            auto now = read<Thing>(stream);
            if (now.is_stopped) {
                const std::unique_lock lock{mutex_};
                stopped_.insert(stream);
            }
            if (!now.kept) return std::nullopt;
            if (!now.is_stopped) whole_.put(stream, *now.kept);
            kept = std::move(now.kept);
            // What was read may have been erased meanwhile.
            if (forgotten_ != forgotten) {
                whole_.forget(stream);
                continue;
            }
        }
        return Folded<Thing>{std::static_pointer_cast<const Thing>(kept->it), kept->position};
    }
}

std::optional<FoldedConcern> Workspace::concern(const record::ConcernId& id)
{
    return whole<record::Concern>(stream_of(id));
}

std::optional<FoldedCase> Workspace::one_case(const record::CaseId& id)
{
    return whole<record::Case>(stream_of(id));
}

std::optional<FoldedChild> Workspace::child(const record::ChildId& id)
{
    return whole<record::Child>(stream_of(id));
}

std::optional<FoldedConcern> Workspace::concern(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = concern_references_.find(reference);
    if (found == concern_references_.end()) return std::nullopt;
    const auto id = concerns_[found->second].summary.id;
    lock.unlock();
    return concern(id);
}

std::optional<FoldedCase> Workspace::one_case(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = case_references_.find(reference);
    if (found == case_references_.end()) return std::nullopt;
    const auto id = cases_[found->second].summary.id;
    lock.unlock();
    return one_case(id);
}

std::optional<FoldedConversation> Workspace::conversation(const record::ConversationId& id)
{
    return whole<record::Conversation>(stream_of(id));
}

std::optional<FoldedConversation> Workspace::conversation(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = conversation_references_.find(reference);
    if (found == conversation_references_.end()) return std::nullopt;
    const auto id = conversations_[found->second].summary.id;
    lock.unlock();
    return conversation(id);
}

std::optional<FoldedReferral> Workspace::referral(const record::ReferralId& id)
{
    return whole<record::Referral>(stream_of(id));
}

std::optional<FoldedReferral> Workspace::referral(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = referral_references_.find(reference);
    if (found == referral_references_.end()) return std::nullopt;
    const auto id = referrals_[found->second].summary.id;
    lock.unlock();
    return referral(id);
}

template <class AnyId>
auto Workspace::all_whole(const std::vector<AnyId>& ids)
{
    const auto one = [this](const AnyId& id) {
        if constexpr (std::is_same_v<AnyId, record::ConcernId>)
            return concern(id);
        else if constexpr (std::is_same_v<AnyId, record::CaseId>)
            return one_case(id);
        else
            return child(id);
    };
    std::vector<decltype(one(ids.front())->it)> all;
    for (const auto& id : ids)
        if (auto found = one(id)) all.push_back(std::move(found->it));
    return all;
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_reported_by(const PersonId& person)
{
    std::vector<record::ConcernId> ids;
    {
        const auto lock = up_to_date();
        if (const auto found = reported_by_.find(person); found != reported_by_.end())
            for (const auto number : found->second) ids.push_back(concerns_[number].summary.id);
    }
    return all_whole(ids);
}

std::vector<record::CaseId> Workspace::cases_of_one(const record::ChildId& child) const
{
    std::vector<record::CaseId> ids;
    const auto [from, to] = cases_of_child_.equal_range(std::hash<std::string_view>{}(child.text()));
    for (auto at = from; at != to; ++at) {
        const auto& of = cases_[at->second].summary;
        if (std::ranges::find(of.children, child) != of.children.end()) ids.push_back(of.id);
    }
    std::ranges::sort(ids);
    return ids;
}

std::vector<std::shared_ptr<const record::Case>> Workspace::cases_of(const record::ChildId& child)
{
    std::vector<record::CaseId> ids;
    {
        const auto lock = up_to_date();
        ids = cases_of_one(child);
    }
    return all_whole(ids);
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_of(const record::Case& of)
{
    return all_whole(of.concerns);
}

}  // namespace safelead::app
