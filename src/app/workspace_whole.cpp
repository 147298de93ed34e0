// Whole things of a workspace: as they are in memory, or read from the log.

#include "app/batches.h"
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
void Workspace::bring(const std::vector<AnyId>& ids)
{
    using Thing = ThingOf<AnyId>;
    std::vector<ledger::StreamId> missing;
    std::uint64_t forgotten = 0;
    {
        const auto lock = up_to_date();
        forgotten = forgotten_;
        for (const auto& id : ids) {
            auto stream = stream_of(id);
            const auto known = position_of(stream);
            if (known == ledger::StreamPosition::start) continue;
            const auto kept = whole_.find(stream);
            if (!kept || kept->position < known) missing.push_back(std::move(stream));
        }
    }
    read_each(missing, [&](std::size_t at, const ledger::StreamRead& opened) {
        const auto now = folded<Thing>(missing[at], opened);
        if (now.kept && !now.is_stopped) whole_.put(missing[at], *now.kept);
    });
    // What was read may have been erased meanwhile.
    if (forgotten_ != forgotten)
        for (const auto& stream : missing) whole_.forget(stream);
}

template void Workspace::bring(const std::vector<record::ConcernId>& ids);
template void Workspace::bring(const std::vector<record::CaseId>& ids);
template void Workspace::bring(const std::vector<record::ChildId>& ids);
template void Workspace::bring(const std::vector<record::ConversationId>& ids);
template void Workspace::bring(const std::vector<record::ReferralId>& ids);

template <class AnyId>
std::vector<Folded<ThingOf<AnyId>>> Workspace::all_folded(const std::vector<AnyId>& ids)
{
    std::vector<Folded<ThingOf<AnyId>>> all;
    for (const auto& some : batches_of(ids)) {
        bring(some);
        for (const auto& id : some)
            if (auto found = whole<ThingOf<AnyId>>(stream_of(id))) all.push_back(*std::move(found));
    }
    return all;
}

template <class AnyId>
std::vector<std::shared_ptr<const ThingOf<AnyId>>> Workspace::all_whole(const std::vector<AnyId>& ids)
{
    std::vector<std::shared_ptr<const ThingOf<AnyId>>> all;
    for (auto& one : all_folded(ids)) all.push_back(std::move(one.it));
    return all;
}

template std::vector<FoldedChild> Workspace::all_folded(const std::vector<record::ChildId>& ids);
template std::vector<std::shared_ptr<const record::Concern>> Workspace::all_whole(
    const std::vector<record::ConcernId>& ids);
template std::vector<std::shared_ptr<const record::Case>> Workspace::all_whole(
    const std::vector<record::CaseId>& ids);
template std::vector<std::shared_ptr<const record::Child>> Workspace::all_whole(
    const std::vector<record::ChildId>& ids);
template std::vector<std::shared_ptr<const record::Conversation>> Workspace::all_whole(
    const std::vector<record::ConversationId>& ids);

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
