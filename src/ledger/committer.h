#pragma once

#include "ledger/commit_gate.h"
#include "ledger/entry_store.h"
#include "ledger/ledger.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>

namespace safelead::ledger {

/// One submission on its way to the disk.
struct Waiting {
    Append append;
    std::vector<std::size_t> asked;  ///< Which of the append's entries the submission asked for.
    std::shared_ptr<const void> note;
    std::shared_ptr<CommitGate> gate;
    /// Tells the log, before the gate opens; nothing when it is not known to be kept.
    std::function<void(const std::optional<AppendResult>&)> settle;
};

/// The one thread that writes to a store.
///
/// While it commits, others queue; what has queued up by then is the next group. So a lone submission never
/// waits for company, and under load one sync serves many.
class Committer {
public:
    Committer(EntryStore& store, Ledger::OnCommitted on_committed, Limits limits);
    ~Committer();
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;

    /// Queues. Submissions of one log are kept in the order in which they are queued.
    /// @throws Unavailable when too much is waiting, or an earlier commit failed.
    void submit(Waiting waiting);

    /// Waits until the group that is being written, if one is, has been told of or could not be kept; no
    /// longer than `longest`, and not at all on the committer's own thread.
    void wait_until_told(std::chrono::milliseconds longest);

private:
    void run();
    void commit(std::deque<Waiting> group);
    void note_told();
    void fail_all(std::deque<Waiting> group, const std::string& why);
    void put_off_all(std::deque<Waiting> group, const std::string& why);

    EntryStore& store_;
    const Ledger::OnCommitted on_committed_;
    const Limits limits_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Waiting> waiting_;
    // Groups, from the first: a store may show what is in the one that was begun and not yet told of.
    std::uint64_t begun_ = 0;
    std::uint64_t told_ = 0;
    std::condition_variable was_told_;
    bool is_stopping_ = false;
    std::optional<std::string> why_failed_;

    std::thread thread_;
};

}  // namespace safelead::ledger
