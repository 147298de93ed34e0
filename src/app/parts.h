#pragma once

// What the functions of this module work with. Pages and commands hold Safelead and never look inside.

#include "app/call_rate.h"
#include "app/clock.h"
#include "app/directory_book.h"
#include "app/learning_book.h"
#include "app/london.h"
#include "app/one_at_a_time.h"
#include "app/packs.h"
#include "app/recent_views.h"
#include "app/safelead.h"
#include "app/tries.h"
#include "app/when_to_pass_on.h"
#include "app/who_to_ring.h"
#include "app/workers.h"
#include "app/workspace.h"
#include "crypto/password.h"
#include "ledger/passing.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

namespace safelead::app {

/// The log of the partnership itself.
[[nodiscard]] const OrganisationId& partnership_log();

/// What src/app/proof.cpp works with.
struct ProofParts;

class Parts {
public:
    Parts(ledger::EntryStore& entry_store, ledger::PassingStore& passing_store, crypto::SecretKey master_key,
          const Packs& all_packs, const LocalGuidance& local_guidance, const directory::Zone& a_zone,
          const Clock& a_clock, Options some_options);

    /// The organisation's workspace, up to date with the disk. Null if there is no such organisation.
    [[nodiscard]] Workspace* find_workspace(const OrganisationId& organisation);

    /// The same, as far as it is in memory.
    [[nodiscard]] Workspace* workspace_as_it_is(const OrganisationId& organisation);

    /// Writes a snapshot of each that is so many entries past its last. One that can't be written is not
    /// needed.
    void save_snapshots(std::uint64_t entries) noexcept;

    /// Puts the least recently used out of memory until the rest has room.
    void keep_within_memory();

    /// Of an organisation that is there.
    [[nodiscard]] Workspace& workspace(const OrganisationId& organisation);

    [[nodiscard]] std::shared_ptr<const directory::Partnership> partnership();
    [[nodiscard]] DirectoryBook& directory() { return *directory_; }

    /// Up to date with the disk.
    [[nodiscard]] LearningBook& learning();
    [[nodiscard]] ledger::Ledger& ledger() { return *ledger_; }

    [[nodiscard]] Instant now() const { return clock.now(); }
    [[nodiscard]] Date today() const { return zone.local(clock.now()).wall.date; }
    [[nodiscard]] crypto::PasswordCost password_cost() const { return {2, options.password_memory}; }

    /// The hash of a password that nobody has, made at the cost that is set. Slow the first time: for
    /// workers.
    [[nodiscard]] const std::string& nobodys_password();

    ledger::EntryStore& entries;
    const Packs& packs;
    const LocalGuidance& local;
    const directory::Zone& zone;
    const Clock& clock;
    const Options options;

private:
    struct Place {
        std::unique_ptr<Workspace> workspace;
        std::atomic<std::uint64_t> used = 0;  ///< Larger is later.
    };

    void committed(std::span<const ledger::Committed> group);

    std::once_flag nobodys_password_made_;
    std::string nobodys_password_;
    std::shared_mutex mutex_;
    Snapshots snapshots_;
    std::atomic<std::uint64_t> uses_ = 0;
    std::map<OrganisationId, Place> workspaces_;  // Each stays where it is.
    std::unique_ptr<DirectoryBook> directory_;
    std::unique_ptr<LearningBook> learning_;
    std::unique_ptr<ledger::Ledger> ledger_;  // Stops before what it tells of commits is gone.

public:
    // These need the partnership's keys, so they are made once its log is open.
    std::optional<ledger::Passing> passing;
    std::optional<crypto::SecretKey> sign_in_key;  ///< Finds people by e-mail.
    std::optional<crypto::SecretKey> form_key;
    std::optional<crypto::SecretKey> draft_key;
    std::optional<Tries> tries;
    CallRate call_rate{options.calls_a_minute};
    std::shared_ptr<ProofParts> proof;
    RecentViews recent_views;
    OneAtATime imports_of_children;
    WhenToPassOn when_to_pass_on;
    WhenToPassOn when_to_tell;  ///< Likewise, for mail.
    // Last: their threads stop first.
    Workers workers;
    Workers ahead;    ///< One thread that reads what nobody has asked for yet.
    Workers readers;  ///< Read organisations into memory. What they do gives work to `ahead`.
};

}  // namespace safelead::app
