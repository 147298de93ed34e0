#include "ledger/committer.h"

#include "base/unavailable.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::ledger {
namespace {

Committed committed(const Waiting& one, const Recorded& recorded)
{
    Committed committed{one.append.organisation, recorded, one.note, {}, {}};
    for (const auto index : one.asked) {
        committed.positions.push_back(one.append.entries[index].position);
        committed.log_positions.push_back(LogPosition{number(recorded.first) + index});
    }
    return committed;
}

std::string without_details(const std::exception& failure)
{
    const bool is_world = dynamic_cast<const Unavailable*>(&failure) != nullptr;
    return fmt::format(
        "The record could not be written to disk, so nothing more is written: start safelead again. {}",
        is_world ? failure.what() : "(A fault in the program.)");
}

}  // namespace

Committer::Committer(EntryStore& store, Ledger::OnCommitted on_committed, Limits limits)
    : store_{store}, on_committed_{std::move(on_committed)}, limits_{limits}, thread_{[this] { run(); }}
{
}

Committer::~Committer()
{
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Committer::submit(Waiting waiting)
{
    {
        const std::lock_guard lock{mutex_};
        if (why_failed_) throw Unavailable{*why_failed_};
        if (waiting_.size() >= limits_.waiting)
            throw Unavailable{"Too much is waiting to be written just now: try again in a moment."};
        waiting_.push_back(std::move(waiting));
    }
    wake_.notify_one();
}

void Committer::wait_until_told(std::chrono::milliseconds longest)
{
    if (std::this_thread::get_id() == thread_.get_id()) return;
    std::unique_lock lock{mutex_};
    was_told_.wait_for(lock, longest, [this, begun = begun_] { return told_ >= begun; });
}

void Committer::note_told()
{
    {
        const std::lock_guard lock{mutex_};
        told_ = begun_;
    }
    was_told_.notify_all();
}

void Committer::run()
{
    while (true) {
        std::deque<Waiting> group;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [&] { return is_stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            if (waiting_.size() <= limits_.group) {
                group.swap(waiting_);
            } else {
                const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(limits_.group);
                group.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
                waiting_.erase(waiting_.begin(), end);
            }
            ++begun_;
        }
        commit(std::move(group));
    }
}

void Committer::commit(std::deque<Waiting> group)
{
    std::vector<Append> appends;
    appends.reserve(group.size());
    for (auto& one : group) appends.push_back(std::move(one.append));

    std::vector<AppendResult> results;
    std::vector<Committed> kept;
    try {
        results = store_.append(appends);
        for (std::size_t at = 0; at < group.size(); ++at) {
            group[at].append = std::move(appends[at]);
            if (results[at] && results[at]->turn == Turn::first)
                kept.push_back(committed(group[at], *results[at]));
        }
        if (on_committed_ && !kept.empty()) on_committed_(kept);
    } catch (const NotKnownToBeKept& failure) {
        note_told();
        put_off_all(std::move(group), failure.what());
        return;
    } catch (const std::exception& failure) {
        // The edge of this thread: whatever it was, nobody may be told that something is kept which may not
        // be.
        note_told();
        fail_all(std::move(group), without_details(failure));
        return;
    }
    note_told();
    for (std::size_t at = 0; at < group.size(); ++at) group[at].settle(results[at]);
    for (std::size_t at = 0; at < group.size(); ++at) group[at].gate->open(results[at]);
}

void Committer::fail_all(std::deque<Waiting> group, const std::string& why)
{
    {
        const std::lock_guard lock{mutex_};
        why_failed_ = why;
        group.insert(group.end(), std::make_move_iterator(waiting_.begin()),
                     std::make_move_iterator(waiting_.end()));
        waiting_.clear();
    }
    for (const auto& one : group) one.gate->open_failed(why);
}

// What queued up behind it has waited long enough, and was sealed as if this had been kept.
void Committer::put_off_all(std::deque<Waiting> group, const std::string& why)
{
    {
        const std::lock_guard lock{mutex_};
        group.insert(group.end(), std::make_move_iterator(waiting_.begin()),
                     std::make_move_iterator(waiting_.end()));
        waiting_.clear();
    }
    for (const auto& one : group) one.settle(std::nullopt);
    for (const auto& one : group)
        one.gate->open_failed(fmt::format("{} Send it again: it is kept once.", why));
}

}  // namespace safelead::ledger
