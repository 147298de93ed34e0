// How much of a workspace is kept in memory, and what a start begins with.

#include "app/clock.h"
#include "app/workspace.h"

#include <shared_mutex>

namespace safelead::app {

std::size_t Workspace::bytes() const
{
    constexpr std::size_t concern = 700;
    constexpr std::size_t one_case = 900;
    constexpr std::size_t child = 200;
    constexpr std::size_t conversation = 500;
    constexpr std::size_t referral = 500;
    const std::shared_lock lock{mutex_};
    return concerns_.size() * concern + cases_.size() * one_case + children_.size() * child +
           conversations_.size() * conversation + referrals_.size() * referral +
           (names_ ? names_->bytes() : 0) + (words_ ? words_->bytes() : 0) + whole_.bytes();
}

void Workspace::put_out()
{
    ++putting_out_;  // Whoever reads ahead lets go.
    {
        const std::scoped_lock reading{reading_names_, reading_words_};
        const std::unique_lock lock{mutex_};
        clear();
    }
    --putting_out_;
}

void Workspace::clear()
{
    start_again(ledger::LogPosition::start);
    snapshot_at_ = ledger::LogPosition::start;
    ++forgotten_;
    erasures_.clear();
    whole_.clear();
    concerns_.clear();
    cases_.clear();
    children_.clear();
    conversations_.clear();
    conversation_references_.clear();
    referrals_.clear();
    referral_references_.clear();
    concern_references_.clear();
    case_references_.clear();
    open_concerns_.clear();
    unread_concerns_.clear();
    reported_by_.clear();
    cases_of_child_.clear();
    subjects_.clear();
    subject_numbers_.clear();
    cases_without_subject_.clear();
    cases_not_as_usual_.clear();
    opened_by_force_.clear();
    names_.reset();
    words_.reset();
    cases_without_words_.clear();
}

std::optional<ledger::LogPosition> Workspace::begin_with_snapshot()
{
    const auto take = [this](AnySnapshotRow any) {
        std::visit([this](auto row) { put(std::move(row.summary), row.position); }, std::move(any));
    };
    const auto stands_at = parts_.snapshots.load(log(), parts_.clock.now(), take);
    if (!stands_at) clear();
    return stands_at;
}

std::uint64_t Workspace::entries_since_snapshot() const
{
    const std::shared_lock lock{mutex_};
    return is_following() ? number(reached_) - number(snapshot_at_) : 0;
}

void Workspace::save_snapshot()
{
    const std::lock_guard saving{saving_};
    SnapshotParts rows;
    auto stands_at = ledger::LogPosition::start;
    {
        const std::shared_lock lock{mutex_};
        // A stream that stops is to be said again after the next start, so the log is folded again then.
        if (!is_following() || !stopped_.empty() || reached_ == snapshot_at_) return;
        stands_at = reached_;
        // What a case is about is known from its concerns, so they come first.
        const auto add = [&rows](const auto& all) {
            for (const auto& row : all)
                if (row.is_there()) rows.add(row.summary, row.position);
        };
        add(concerns_);
        add(cases_);
        add(children_);
        add(conversations_);
        add(referrals_);
    }
    parts_.snapshots.save(log(), parts_.clock.now(), stands_at, std::move(rows).parts());
    const std::unique_lock lock{mutex_};
    if (is_following()) snapshot_at_ = stands_at;
}

}  // namespace safelead::app
