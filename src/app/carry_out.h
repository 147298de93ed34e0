#pragma once

// The only place where deciding and keeping meet.
//
// A command is decided on what is in memory; what comes of it is sealed and submitted, saying what was seen.
// If somebody else was there first, nothing was written: once theirs is folded, it is decided again. The
// answer is there when the events are on disk and folded.

#include "app/follower.h"
#include "app/not_done.h"
#include "base/later.h"

#include <functional>

namespace safelead::app {

/// What comes of a command, and what was seen when it was decided.
class Writing {
public:
    /// The stream is still where it was seen; `start` says that it must not exist yet.
    void expect(ledger::StreamId stream, ledger::StreamPosition seen);

    template <class Event>
    void add(const ledger::StreamId& stream, const ledger::PartId& part, Event event)
    {
        entries_.push_back({stream, part, std::make_shared<const Event>(std::move(event))});
    }

    /// Destroys the key of a part of a stream, for good, with what is written.
    void destroy(ledger::StreamId stream, ledger::PartId part)
    {
        destroys_.emplace_back(std::move(stream), std::move(part));
    }

    /// What is written names what that part is of, and must not where its key was destroyed: NotThere then.
    /// The store sees to it as it writes; nothing is asked of it before.
    void name(ledger::StreamId stream, ledger::PartId part)
    {
        about_.emplace_back(std::move(stream), std::move(part));
    }

    /// Nothing at all came since: for what is decided on the whole log. Rarely right, for whoever writes
    /// meanwhile comes first.
    void expect_log(ledger::LogPosition seen) { log_seen_ = seen; }

    /// Keeps a fact to be counted with what is written: docs/formats/facts.md.
    void count(Bytes fact) { facts_.push_back(std::move(fact)); }

    [[nodiscard]] bool is_empty() const { return entries_.empty(); }

private:
    friend class CarryingOut;
    struct Written {
        ledger::StreamId stream;
        ledger::PartId part;
        AnyEvent event;
    };
    std::vector<ledger::Expectation> expectations_;
    std::vector<Written> entries_;
    std::vector<std::pair<ledger::StreamId, ledger::PartId>> destroys_;
    std::vector<Bytes> facts_;
    std::vector<std::pair<ledger::StreamId, ledger::PartId>> about_;
    std::optional<ledger::LogPosition> log_seen_;
};

struct Kept {
    Instant at{};
    ledger::Turn turn = ledger::Turn::first;
};

struct ToCarryOut {
    CommandId command;  ///< As the ledger knows it.
    Bytes content;      ///< What was said.
    Instant now;
    std::string reference;                     ///< For OtherContent: what the first sending is known by.
    std::function<Outcome<Writing>()> decide;  ///< On what is in memory now; called again after a conflict.
};

/// @throws Unavailable when it can't be kept; the Later may too.
[[nodiscard]] Later<Outcome<Kept>> carry_out(Follower& follower, ToCarryOut command);

}  // namespace safelead::app
