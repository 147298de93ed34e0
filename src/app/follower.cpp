#include "app/follower.h"

#include "app/one_look.h"
#include "base/unavailable.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::app {
namespace {

constexpr std::size_t page_size = 1000;

}  // namespace

Later<ledger::SubmitResult> Follower::submit(ledger::Submission submission, std::shared_ptr<const Note> note)
{
    std::vector<ledger::StreamId> expected;
    for (const auto& expectation : submission.expectations) expected.push_back(expectation.stream);
    submission.note = note;

    // Held together, so that whoever meets a conflict also finds what it is with.
    const std::lock_guard lock{submitting_};
    auto later = log_.submit(std::move(submission));
    if (later.is_ready()) return later;
    for (const auto& stream : expected) under_way_.insert_or_assign(stream, UnderWay{note, later.gate()});
    return std::move(later).then([this, note](ledger::SubmitResult result) {
        const bool is_folded = result && result->turn == ledger::Turn::first;
        if (note && !is_folded) forget_under_way(*note);
        return result;
    });
}

std::shared_ptr<Gate> Follower::under_way(const ledger::StreamId& stream) const
{
    const std::lock_guard lock{submitting_};
    const auto found = under_way_.find(stream);
    return found == under_way_.end() ? nullptr : found->second.gate;
}

void Follower::forget_under_way(const Note& note)
{
    const std::lock_guard lock{submitting_};
    for (const auto& [stream, event] : note.events) {
        const auto found = under_way_.find(stream);
        if (found != under_way_.end() && found->second.note.get() == &note) under_way_.erase(found);
    }
}

void Follower::committed(const ledger::Committed& committed)
{
    if (!committed.note) return;
    fold_committed(committed);
    forget_under_way(*static_cast<const Note*>(committed.note.get()));
}

void Follower::fold_committed(const ledger::Committed& committed)
{
    // Neither reading nor the committer waits for the other while there is much to read.
    if (is_reading_) return;
    const std::unique_lock lock{mutex_};
    if (!is_following_) return;  // catch_up will read it.
    if (committed.recorded.last <= reached_) return;
    if (committed.recorded.first != next(reached_)) {
        is_following_ = false;
        return;
    }
    const auto& note = *static_cast<const Note*>(committed.note.get());
    for (std::size_t i = 0; i < note.events.size(); ++i) {
        const auto& [stream, event] = note.events[i];
        if (stopped_.contains(stream)) continue;
        take({stream, committed.positions[i], committed.log_positions[i], committed.recorded.time, event},
             shown_);
    }
    on_taken();
    if (std::exchange(is_behind_, false)) {
        is_following_ = false;
        return;
    }
    reached_ = committed.recorded.last;
}

void Follower::catch_up()
{
    const auto wanted = oldest_look_that_will_do();
    while (is_behind(wanted)) read_on();
}

void Follower::learn_of(ledger::LogPosition kept)
{
    const std::unique_lock lock{mutex_};
    if (kept > reached_) is_following_ = false;
}

/// Of those who would look at the same time one looks, and the others wait: where it began before they asked,
/// one of them looks next, for all of them. Nobody waits where the last look was answered by nobody, because
/// whoever tries again may be told late.
class Follower::TurnToLook {
public:
    TurnToLook(Follower& of, std::uint64_t wanted_look) : of_{of}
    {
        std::unique_lock lock{of_.looking_};
        of_.look_is_over_.wait_for(lock, of_.patience_, [&] {
            return !of_.is_looking_ || of_.looked_ >= wanted_look || of_.is_out_of_reach_;
        });
        if (!of_.is_looking_ && of_.looked_ < wanted_look) of_.is_looking_ = is_mine_ = true;
    }
    TurnToLook(const TurnToLook&) = delete;
    TurnToLook& operator=(const TurnToLook&) = delete;
    ~TurnToLook()
    {
        if (!is_mine_) return;
        {
            const std::lock_guard lock{of_.looking_};
            of_.is_looking_ = false;
        }
        of_.look_is_over_.notify_all();
    }

private:
    Follower& of_;
    bool is_mine_ = false;
};

bool Follower::is_behind(std::uint64_t wanted_look)
{
    refuse_older_copy();
    if (const auto known = known_to_be_behind(wanted_look)) return *known;
    const TurnToLook turn{*this, wanted_look};
    if (const auto known = known_to_be_behind(wanted_look)) return *known;
    return look();
}

std::optional<bool> Follower::known_to_be_behind(std::uint64_t wanted_look) const
{
    const std::shared_lock lock{mutex_};
    if (!is_following_) return true;
    if (log_.writers() == ledger::Writers::this_program_alone || looked_ >= wanted_look) return false;
    return std::nullopt;
}

bool Follower::look()
{
    const auto look = begin_look();
    const auto known = reached();
    const auto head = head_on_disk();
    // What is known was on disk before anybody asked, so a log that ends before it was put back.
    if (head < known) is_older_copy_ = true;
    refuse_older_copy();
    if (head > reached()) {
        // What this server writes is seen on disk a moment before it is folded here. Only what is still
        // missing then is somebody else's, or has to be read all the same.
        log_.wait_until_told(patience_);
        const std::unique_lock lock{mutex_};
        if (head > reached_) {
            is_following_ = false;
            return true;
        }
    }
    note_look(look);
    return false;
}

ledger::LogPosition Follower::head_on_disk()
{
    try {
        const auto head = log_.head().position;
        is_out_of_reach_ = false;
        return head;
    } catch (...) {
        is_out_of_reach_ = true;
        throw;
    }
}

ledger::LogPosition Follower::reached() const
{
    const std::shared_lock lock{mutex_};
    return reached_;
}

// Once that was seen it stays so here: what is written there next would be taken for what follows on what was
// lost.
void Follower::refuse_older_copy() const
{
    if (is_older_copy_)
        throw Unavailable{
            "The database is an older copy than what was shown already: stop every server and start them "
            "again; they say what is missing."};
}

void Follower::note_look(std::uint64_t look)
{
    auto known = looked_.load();
    while (known < look && !looked_.compare_exchange_weak(known, look)) {
    }
}

void Follower::read_on()
{
    const auto look = begin_look();
    const std::lock_guard reading{reading_};
    {
        // Whoever read before this one may have come to the end: from there on, what is committed comes
        // through `committed`, and must not be held to be read here.
        const std::shared_lock lock{mutex_};
        if (is_following_) return;
        is_reading_ = true;
    }
    try {
        while (read_some() == Step::more) {
        }
    } catch (...) {
        is_reading_ = false;
        throw;
    }
    is_reading_ = false;
    // What is committed meanwhile waits for the lock, and is either read here or comes through `committed`.
    const std::unique_lock lock{mutex_};
    if (is_following_) return;
    while (read_page() == Step::more) {
    }
    on_taken();
    is_following_ = true;
    shown_ = Shown::already;
    note_look(look);
}

void Follower::start_again(ledger::LogPosition reached)
{
    reached_ = reached;
    is_following_ = false;
    stopped_.clear();
}

Follower::Step Follower::read_some()
{
    const std::unique_lock lock{mutex_};
    if (is_following_) return Step::at_end;
    return read_page();
}

Follower::Step Follower::read_page()
{
    const auto after = reached_;
    auto page = log_.read(after, page_size);
    if (!page) {
        const auto& fault = page.error();
        if (!fault.log_position || *fault.log_position <= after)
            throw Unavailable{
                "Part of the record does not open: run `safelead record verify`, which says where."};
        const auto good = number(*fault.log_position) - number(after) - 1;
        std::vector<ledger::OpenedEntry> before;
        if (good > 0) {
            auto readable = log_.read(after, static_cast<std::size_t>(good));
            if (readable) before = std::move(*std::move(readable)).entries;
        }
        skip_fault(fault, std::move(before));
        return Step::more;
    }
    if (page->reached == after) return Step::at_end;
    take_page(page->entries, page->reached);
    return Step::more;
}

void Follower::skip_fault(const ledger::Fault& fault, std::vector<ledger::OpenedEntry> before)
{
    take_page(before, *fault.log_position);
    // A fault that names no stream is in one nobody can name: then only `safelead record verify` says more.
    stopped_.insert(fault.stream.value_or(ledger::StreamId{fmt::format("?{}", number(*fault.log_position))}));
}

void Follower::take_page(const std::vector<ledger::OpenedEntry>& entries, ledger::LogPosition reached)
{
    for (const auto& entry : entries) take_one(entry);
    reached_ = reached;
}

void Follower::take_one(const ledger::OpenedEntry& entry)
{
    const auto& stream = entry.header.stream;
    if (stopped_.contains(stream) || entry.readable == ledger::Readable::erased) return;
    auto event = event_of(stream, entry.plaintext);
    if (!event) {
        stopped_.insert(stream);
        return;
    }
    take({stream, entry.header.position, entry.log_position, entry.header.time, *std::move(event)}, shown_);
}

bool Follower::is_up_to_date()
{
    return !is_behind(oldest_look_that_will_do());
}

bool Follower::is_stopped(const ledger::StreamId& stream) const
{
    const std::shared_lock lock{mutex_};
    return stopped_.contains(stream);
}

std::size_t Follower::stopped_streams() const
{
    const std::shared_lock lock{mutex_};
    return stopped_.size();
}

}  // namespace safelead::app
