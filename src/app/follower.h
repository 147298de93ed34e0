#pragma once

// Follows one log, so that what is folded from it goes forward in the log's order, each event once.
//
// 1. At first, and after a gap, it reads what is on disk (`catch_up`), on the thread of whoever asks first.
// 2. From then on the committer tells it of each append before anybody else learns of it (`committed`);
//    nothing is read or decoded again. Where other servers write too, each request looks once whether the log
//    has gone on (one_look.h), and then reads what they wrote. One thread looks at a time, and what this
//    server is just writing is not taken for theirs: docs/adr/0258.
// 3. A stream with an entry that does not open, or an event this program does not know, stops there: it is
//    kept out of everything, and said so. Other streams go on.

#include "app/entered.h"
#include "ledger/ledger.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>
#include <vector>

namespace safelead::app {

/// What a submission carries to `committed`: its events, in the order of its entries, and their streams.
struct Note {
    std::vector<std::pair<ledger::StreamId, AnyEvent>> events;
};

class Follower {
public:
    /// `patience` is how long whoever asks waits for another's look, and for the committer to tell of what is
    /// on disk already, before they look and read themselves.
    explicit Follower(ledger::Log& log, std::chrono::milliseconds patience = usual_patience)
        : log_{log}, patience_{patience}
    {
    }
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;
    virtual ~Follower() = default;

    static constexpr std::chrono::milliseconds usual_patience{250};

    [[nodiscard]] ledger::Log& log() const { return log_; }

    /// On the committer's thread, in the order of the log.
    void committed(const ledger::Committed& committed);

    /// Reads what is on disk and not here yet, if anything is missing.
    /// @throws Unavailable when the log can't be read, or ends before what was folded here: from then on
    /// always.
    void catch_up();

    /// Something up to `kept` is on disk: what of it is not here yet is read by the next `catch_up`.
    void learn_of(ledger::LogPosition kept);

    /// Hands a submission to the log, and remembers what is under way to the streams it expects something of.
    [[nodiscard]] Later<ledger::SubmitResult> submit(ledger::Submission submission,
                                                     std::shared_ptr<const Note> note);

    /// What is on its way to the disk in a stream that a submission was in conflict with; null if nothing is.
    /// When it opens, that has been folded, or could not be kept.
    [[nodiscard]] std::shared_ptr<Gate> under_way(const ledger::StreamId& stream) const;

    /// Whether `catch_up` would find nothing to do.
    /// @throws Unavailable as `catch_up`.
    [[nodiscard]] bool is_up_to_date();

    [[nodiscard]] bool is_stopped(const ledger::StreamId& stream) const;
    [[nodiscard]] std::size_t stopped_streams() const;

protected:
    /// Whether somebody may be holding what was folded so far.
    enum class Shown { not_yet, already };

    /// Folds one more event. Called with `mutex_` held alone.
    virtual void take(const Entered& entered, Shown shown) = 0;

    enum class Step { more, at_end };

    /// Takes some of what is on disk after `reached_`, and moves that on. Called with `mutex_` held alone.
    virtual Step read_page();

    /// Everything on disk was taken, or one submission was. Called with `mutex_` held alone.
    virtual void on_taken() {}

    /// What is being taken can't be without reading: all of it is read from the disk instead. For `take`.
    void fall_behind() { is_behind_ = true; }

    /// What is asked for next is read again from `reached`. Called with `mutex_` held alone.
    void start_again(ledger::LogPosition reached);

    /// Called with `mutex_` held.
    [[nodiscard]] bool is_following() const { return is_following_; }

    mutable std::shared_mutex mutex_;
    ledger::LogPosition reached_ = ledger::LogPosition::start;
    std::set<ledger::StreamId> stopped_;

private:
    Step read_some();
    void skip_fault(const ledger::Fault& fault, std::vector<ledger::OpenedEntry> before);
    void take_page(const std::vector<ledger::OpenedEntry>& entries, ledger::LogPosition reached);
    void take_one(const ledger::OpenedEntry& entry);

    /// Whether there is something to read: also what another server wrote, as seen by a look that will do.
    [[nodiscard]] bool is_behind(std::uint64_t wanted_look);
    /// The same without looking; nothing where only a look tells.
    [[nodiscard]] std::optional<bool> known_to_be_behind(std::uint64_t wanted_look) const;
    [[nodiscard]] bool look();
    [[nodiscard]] ledger::LogPosition head_on_disk();
    [[nodiscard]] ledger::LogPosition reached() const;
    void refuse_older_copy() const;
    void note_look(std::uint64_t look);
    class TurnToLook;
    void read_on();

    struct UnderWay {
        std::shared_ptr<const void> note;
        std::shared_ptr<Gate> gate;
    };
    void fold_committed(const ledger::Committed& committed);
    void forget_under_way(const Note& note);

    ledger::Log& log_;
    const std::chrono::milliseconds patience_;

    mutable std::mutex submitting_;
    std::map<ledger::StreamId, UnderWay> under_way_;

    std::mutex reading_;
    /// Never while following: what is committed meanwhile will be read.
    std::atomic<bool> is_reading_ = false;
    bool is_following_ = false;
    bool is_behind_ = false;
    Shown shown_ = Shown::not_yet;

    // Nobody who holds `looking_` waits for anything else, and the committer never takes it.
    std::mutex looking_;
    std::condition_variable look_is_over_;
    bool is_looking_ = false;
    std::atomic<bool> is_out_of_reach_ = false;  // the last look was answered by nobody
    std::atomic<bool> is_older_copy_ = false;    // a look found less than is folded here
    std::atomic<std::uint64_t> looked_ = 0;      // the newest look after which nothing was missing
};

}  // namespace safelead::app
