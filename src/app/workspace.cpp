#include "app/workspace.h"

#include <algorithm>
#include <shared_mutex>

namespace safelead::app {
namespace {

template <class Table, class Key>
auto folded_of(const Table& table, const Key& key)
{
    const auto found = table.find(key);
    using Folded = decltype(found->second.folded());
    if (found == table.end()) return std::optional<Folded>{};
    return std::optional<Folded>{found->second.folded()};
}

template <class Set, class Key>
void set_member(Set& set, const Key& key, bool belongs)
{
    if (belongs) {
        set.insert(key);
    } else {
        set.erase(key);
    }
}

template <class AnyId>
AnyId id_in(const ledger::StreamId& stream)
{
    const auto name = stream.text();
    return AnyId{std::string{name.substr(name.find('/') + 1)}};
}

}  // namespace

void Workspace::take(const Entered& entered, Shown shown)
{
    if (const auto* concern = std::get_if<std::shared_ptr<const record::ConcernEvent>>(&entered.event))
        take_concern(entered, shown, *concern);
    if (const auto* of = std::get_if<std::shared_ptr<const record::CaseEvent>>(&entered.event))
        take_case(entered, shown, *of);
    if (const auto* child = std::get_if<std::shared_ptr<const record::ChildEvent>>(&entered.event))
        take_child(entered, shown, *child);
    // Days of views are not folded.
}

template <class Thing, class Event>
void Workspace::fold(Keeping<Thing>& keeping, const Entered& entered, Shown shown,
                     const std::shared_ptr<const Event>& event)
{
    const record::Happened<Event> happened{ledger::number(entered.log_position), entered.at, event};
    if (!keeping.it) {
        keeping.it = std::make_shared<Thing>(evolve(Thing{}, happened));
    } else if (shown == Shown::not_yet) {
        *keeping.it = evolve(std::move(*keeping.it), happened);
    } else {
        // Somebody may be reading the old one.
        keeping.it = std::make_shared<Thing>(evolve(*keeping.it, happened));
    }
    keeping.position = entered.position;
}

void Workspace::take_concern(const Entered& entered, Shown shown,
                             const std::shared_ptr<const record::ConcernEvent>& event)
{
    const auto id = id_in<record::ConcernId>(entered.stream);
    auto& keeping = concerns_[id];
    fold(keeping, entered, shown, event);
    const auto& concern = *keeping.it;

    if (std::holds_alternative<record::ConcernReported>(*event)) {
        concern_references_.insert_or_assign(concern.reported.reference, id);
        reported_by_[concern.reported.by].insert(id);
    }
    const bool is_open =
        concern.state == record::ConcernState::waiting || concern.state == record::ConcernState::read;
    set_member(open_concerns_, id, is_open);
    set_member(unread_concerns_, id, concern.is_unread());
}

void Workspace::take_case(const Entered& entered, Shown shown,
                          const std::shared_ptr<const record::CaseEvent>& event)
{
    const auto id = id_in<record::CaseId>(entered.stream);
    auto& keeping = cases_[id];
    fold(keeping, entered, shown, event);

    if (std::holds_alternative<record::CaseOpened>(*event))
        case_references_.insert_or_assign(keeping.it->reference, id);
    if (const auto* added = std::get_if<record::PersonAdded>(event.get()); added != nullptr && added->child)
        cases_of_child_[*added->child].insert(id);
}

void Workspace::take_child(const Entered& entered, Shown shown,
                           const std::shared_ptr<const record::ChildEvent>& event)
{
    const auto id = id_in<record::ChildId>(entered.stream);
    auto& keeping = children_[id];
    const auto before = keeping.it ? keeping.it->identity : record::Identity{};
    fold(keeping, entered, shown, event);
    if (keeping.it->known_by == record::ChildKnownBy::school_list)
        names_.put(id, before, keeping.it->identity);
}

std::optional<FoldedConcern> Workspace::concern(const record::ConcernId& id) const
{
    const std::shared_lock lock{mutex_};
    return folded_of(concerns_, id);
}

std::optional<FoldedConcern> Workspace::concern(const record::Reference& reference) const
{
    const std::shared_lock lock{mutex_};
    const auto found = concern_references_.find(reference);
    if (found == concern_references_.end()) return std::nullopt;
    return folded_of(concerns_, found->second);
}

std::optional<FoldedCase> Workspace::one_case(const record::CaseId& id) const
{
    const std::shared_lock lock{mutex_};
    return folded_of(cases_, id);
}

std::optional<FoldedCase> Workspace::one_case(const record::Reference& reference) const
{
    const std::shared_lock lock{mutex_};
    const auto found = case_references_.find(reference);
    if (found == case_references_.end()) return std::nullopt;
    return folded_of(cases_, found->second);
}

std::optional<FoldedChild> Workspace::child(const record::ChildId& id) const
{
    const std::shared_lock lock{mutex_};
    return folded_of(children_, id);
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_among(
    const std::set<record::ConcernId>& ids) const
{
    std::vector<std::shared_ptr<const record::Concern>> concerns;
    concerns.reserve(ids.size());
    for (const auto& id : ids) concerns.push_back(concerns_.at(id).it);
    return concerns;
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::open_concerns() const
{
    const std::shared_lock lock{mutex_};
    return concerns_among(open_concerns_);
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::unread_concerns() const
{
    const std::shared_lock lock{mutex_};
    return concerns_among(unread_concerns_);
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_reported_by(
    const PersonId& person) const
{
    const std::shared_lock lock{mutex_};
    const auto found = reported_by_.find(person);
    if (found == reported_by_.end()) return {};
    return concerns_among(found->second);
}

std::vector<std::shared_ptr<const record::Case>> Workspace::cases() const
{
    const std::shared_lock lock{mutex_};
    std::vector<std::shared_ptr<const record::Case>> all;
    all.reserve(cases_.size());
    for (const auto& [id, keeping] : cases_) all.push_back(keeping.it);
    return all;
}

std::vector<std::shared_ptr<const record::Case>> Workspace::cases_of(const record::ChildId& child) const
{
    const std::shared_lock lock{mutex_};
    std::vector<std::shared_ptr<const record::Case>> found;
    if (const auto ids = cases_of_child_.find(child); ids != cases_of_child_.end()) {
        for (const auto& id : ids->second) found.push_back(cases_.at(id).it);
    }
    return found;
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_of(const record::Case& of) const
{
    const std::shared_lock lock{mutex_};
    std::vector<std::shared_ptr<const record::Concern>> found;
    for (const auto& id : of.concerns) {
        if (const auto concern = concerns_.find(id); concern != concerns_.end())
            found.push_back(concern->second.it);
    }
    return found;
}

std::vector<std::shared_ptr<const record::Child>> Workspace::find_children(std::string_view typed,
                                                                           std::size_t most) const
{
    std::vector<std::pair<std::string, std::shared_ptr<const record::Child>>> named;
    {
        const std::shared_lock lock{mutex_};
        for (const auto& id : names_.find(typed)) {
            const auto& child = children_.at(id).it;
            const auto& identity = child->identity;
            named.emplace_back(identity.family_name + '\n' + identity.given_name, child);
        }
    }
    const auto kept = std::min(most, named.size());
    std::ranges::partial_sort(named, named.begin() + static_cast<std::ptrdiff_t>(kept), {},
                              [](const auto& one) { return std::tie(one.first, one.second->id); });
    std::vector<std::shared_ptr<const record::Child>> children;
    for (std::size_t i = 0; i < kept; ++i) children.push_back(named[i].second);
    return children;
}

}  // namespace safelead::app
