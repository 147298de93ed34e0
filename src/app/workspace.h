#pragma once

// What the screens of one organisation show: the fold of its log, in memory.
//
// Readers take a pointer to what does not change and hold no lock while they use it. Nothing readable of it
// is ever on the disk.

#include "app/follower.h"
#include "app/name_index.h"
#include "record/case.h"
#include "record/child.h"
#include "record/concern.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

namespace safelead::app {

/// Something folded, and how far its stream was when it was.
template <class Thing>
struct Folded {
    std::shared_ptr<const Thing> it;
    ledger::StreamPosition position = ledger::StreamPosition::start;
};

using FoldedConcern = Folded<record::Concern>;
using FoldedCase = Folded<record::Case>;
using FoldedChild = Folded<record::Child>;

class Workspace final : public Follower {
public:
    using Follower::Follower;

    // What is there, or nothing. None of them reads the disk: `catch_up` first.

    [[nodiscard]] std::optional<FoldedConcern> concern(const record::ConcernId& id) const;
    [[nodiscard]] std::optional<FoldedConcern> concern(const record::Reference& reference) const;
    [[nodiscard]] std::optional<FoldedCase> one_case(const record::CaseId& id) const;
    [[nodiscard]] std::optional<FoldedCase> one_case(const record::Reference& reference) const;
    [[nodiscard]] std::optional<FoldedChild> child(const record::ChildId& id) const;

    /// In no case and not kept without one.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> open_concerns() const;
    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> concerns_reported_by(
        const PersonId& person) const;

    /// Concerns that could go up to the next person: unread.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> unread_concerns() const;

    [[nodiscard]] std::vector<std::shared_ptr<const record::Case>> cases() const;
    [[nodiscard]] std::vector<std::shared_ptr<const record::Case>> cases_of(
        const record::ChildId& child) const;
    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> concerns_of(
        const record::Case& of) const;

    /// On the school's list, one of whose names begins so, for every word; in the order of names.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Child>> find_children(std::string_view typed,
                                                                                  std::size_t most) const;

private:
    template <class Thing>
    struct Keeping {
        std::shared_ptr<Thing> it;
        ledger::StreamPosition position = ledger::StreamPosition::start;

        [[nodiscard]] Folded<Thing> folded() const { return {it, position}; }
    };
    struct Hash {
        template <class Kind>
        std::size_t operator()(const Id<Kind>& id) const
        {
            return std::hash<std::string_view>{}(id.text());
        }
    };
    template <class Key, class Value>
    using Table = std::unordered_map<Key, Value, Hash>;

    void take(const Entered& entered, Shown shown) override;
    void take_concern(const Entered& entered, Shown shown,
                      const std::shared_ptr<const record::ConcernEvent>& event);
    void take_case(const Entered& entered, Shown shown,
                   const std::shared_ptr<const record::CaseEvent>& event);
    void take_child(const Entered& entered, Shown shown,
                    const std::shared_ptr<const record::ChildEvent>& event);

    template <class Thing, class Event>
    static void fold(Keeping<Thing>& keeping, const Entered& entered, Shown shown,
                     const std::shared_ptr<const Event>& event);

    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> concerns_among(
        const std::set<record::ConcernId>& ids) const;

    Table<record::ConcernId, Keeping<record::Concern>> concerns_;
    Table<record::CaseId, Keeping<record::Case>> cases_;
    Table<record::ChildId, Keeping<record::Child>> children_;

    Table<record::Reference, record::ConcernId> concern_references_;
    Table<record::Reference, record::CaseId> case_references_;
    std::set<record::ConcernId> open_concerns_;
    std::set<record::ConcernId> unread_concerns_;
    Table<PersonId, std::set<record::ConcernId>> reported_by_;
    Table<record::ChildId, std::set<record::CaseId>> cases_of_child_;
    NameIndex names_;
};

}  // namespace safelead::app
