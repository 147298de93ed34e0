// Finding children, and their cases, by name.

#include "app/workspace.h"

#include <algorithm>

namespace safelead::app {

void Workspace::read_names()
{
    const std::lock_guard reading{reading_names_};
    std::vector<std::pair<record::ChildId, ledger::StreamPosition>> known;
    std::uint64_t forgotten = 0;
    {
        const auto lock = up_to_date();
        if (names_) return;
        forgotten = forgotten_;
        for (const auto& row : children_) known.emplace_back(row.summary.id, row.position);
    }
    auto names = std::make_unique<NameIndex>();
    const auto add = [&](std::uint32_t number, const Read<record::Child>& child) {
        if (child.kept) names->put(number, static_cast<const record::Child*>(child.kept->it.get())->identity);
    };
    std::vector<ledger::StreamId> streams;
    for (const auto& [id, position] : known) streams.push_back(stream_of(id));
    read_each(streams, [&](std::size_t number, const ledger::StreamRead& opened) {
        add(static_cast<std::uint32_t>(number), folded<record::Child>(streams[number], opened));
    });

    const std::unique_lock lock{mutex_};
    if (forgotten_ != forgotten) return;  // Whoever needs them reads them again, without who was erased.
    for (std::uint32_t number = 0; number < children_.size(); ++number)
        if (number >= known.size() || children_[number].position != known[number].second)
            add(number, read<record::Child>(stream_of(children_[number].summary.id)));
    names_ = std::move(names);
}

std::shared_lock<std::shared_mutex> Workspace::with_names()
{
    while (true) {
        read_names();
        auto lock = up_to_date();
        if (names_) return lock;
    }
}

std::vector<std::shared_ptr<const record::Child>> Workspace::find_children(std::string_view typed,
                                                                           std::size_t most)
{
    std::vector<record::ChildId> ids;
    {
        const auto lock = with_names();
        auto numbers = names_->find(typed);
        if (numbers.empty()) numbers = names_->find_near(typed);
        for (const auto number : numbers) {
            const auto& child = children_[number].summary;
            if (child.known_by == record::ChildKnownBy::school_list) ids.push_back(child.id);
            if (ids.size() == most) break;
        }
    }
    return all_whole(ids);
}

std::vector<std::shared_ptr<const record::Child>> Workspace::children_by_name(std::string_view typed,
                                                                              std::size_t most)
{
    std::vector<record::ChildId> ids;
    {
        const auto lock = with_names();
        for (const auto number : names_->find(typed)) {
            if (children_[number].is_there()) ids.push_back(children_[number].summary.id);
            if (ids.size() == most) break;
        }
    }
    return all_whole(ids);
}

std::vector<FoldedChild> Workspace::children_on_list()
{
    std::vector<record::ChildId> ids;
    {
        const auto lock = up_to_date();
        for (std::uint32_t number = 0; number < children_.size(); ++number) {
            const auto& child = children_[number].summary;
            if (child.known_by == record::ChildKnownBy::school_list) ids.push_back(child.id);
        }
    }
    return all_folded(ids);
}

std::vector<record::CaseId> Workspace::cases_by_name(std::string_view typed, std::size_t most)
{
    const auto lock = with_names();
    std::vector<record::CaseId> found;
    auto numbers = names_->find(typed);
    if (numbers.empty()) numbers = names_->find_near(typed);
    for (const auto number : numbers) {
        for (auto& id : cases_of_one(children_[number].summary.id))
            if (std::ranges::find(found, id) == found.end()) found.push_back(std::move(id));
        if (found.size() >= most) break;
    }
    return found;
}

}  // namespace safelead::app
