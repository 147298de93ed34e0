#pragma once

// Safelead as the pages and the commands hold it.
//
// Everything that somebody can ask for is a function of its own that takes this object, whoever asks
// (`Actor`), the command id of the form where it changes something, and what was typed; see the headers
// beside this one. Each fetches, asks `access`, calls the core and keeps: nothing here decides anything about
// a child.
//
// 1. Any thread may call any of them. Those that give a Later wait for the disk or for a worker; the others
//    don't wait.
// 2. A command id comes from a hidden field that was made with the form. Sent twice, it is carried out once
//    and answered twice with the same.
// 3. What is typed goes through the gate for words first; `taken_out` says how often something was taken out.

#include "base/ids.h"
#include "base/time.h"
#include "directory/local_time.h"
#include "directory/sign_in_steps.h"
#include "guidance/pack.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::crypto {
class SecretKey;
struct PasswordCost;
}  // namespace safelead::crypto
namespace safelead::ledger {
class EntryStore;
class PassingStore;
}  // namespace safelead::ledger

namespace safelead::app {

class Clock;
class Issuers;
class Packs;
struct LocalGuidance;

/// What can be set. Limits are project rules.
struct Options {
    std::chrono::minutes idle{30};   ///< After which a session asks to sign in again.
    std::chrono::hours longest{12};  ///< After which it does so whatever happens.
    unsigned workers = 2;            ///< Threads for passwords; each takes 64 MiB while it works.
    std::size_t workers_queue = 64;  ///< More than that waiting is Crowded.
    std::size_t password_memory = std::size_t{64} * 1024 * 1024;
    unsigned account_tries = 10;   ///< Wrong passwords on devices not known, in `tries_window`.
    unsigned device_tries = 20;    ///< Likewise on a device that signed in before.
    unsigned address_tries = 500;  ///< Likewise from one address: a whole school shares one.
    std::chrono::minutes tries_window{15};
    unsigned calls_a_minute = 600;  ///< Of one token, at one server.
    std::chrono::days drafts_kept{14};
    std::size_t longest_draft = std::size_t{256} * 1024;
    std::size_t most_drafts = 50;
    std::size_t things_memory = std::size_t{8} * 1024 * 1024;  ///< For whole things of one organisation.
    std::size_t all_memory =
        std::size_t{160} * 1024 * 1024;    ///< For all organisations; the least recently used goes out.
    std::uint64_t snapshot_after = 5'000;  ///< Entries, after which one is written while serving.
    std::uint64_t snapshot_at_stop = 500;  ///< Likewise, at a clean stop.
    unsigned readers = 2;                  ///< Threads that read organisations into memory.
    std::size_t readers_queue = 1'000;     ///< More than that waiting is Crowded.
    std::string checkpoints_beside;        ///< The file of checkpoints beside the key; empty: none is kept.
    directory::FactorFor factor_for = directory::FactorFor::real_organisations;
    std::chrono::minutes proof_lasts{5};  ///< After which something dangerous asks again who it is.
    std::chrono::hours invitation_lasts{72};
    std::vector<std::string> witnesses;  ///< Their keys' lines (docs/formats/checkpoint.md).
    std::shared_ptr<Issuers> issuers;    ///< Who else may vouch for people; null: nobody.
};

class Parts;

class Safelead {
public:
    /// Opens what is there. All that is passed by reference outlives it. The partnership's log must have been
    /// started (`start_partnership`).
    /// @throws Unavailable when the key is not that of the store, or the partnership's log does not open.
    Safelead(ledger::EntryStore& entries, ledger::PassingStore& passing, crypto::SecretKey master_key,
             const Packs& packs, const LocalGuidance& local, const directory::Zone& zone, const Clock& clock,
             Options options = {});

    /// Carries out what is waiting, then stops.
    ~Safelead();

    Safelead(const Safelead&) = delete;
    Safelead& operator=(const Safelead&) = delete;

    [[nodiscard]] Instant now() const;
    [[nodiscard]] Date today() const;  ///< In Europe/London.
    [[nodiscard]] const directory::Zone& zone() const;
    [[nodiscard]] const Packs& packs() const;
    [[nodiscard]] const LocalGuidance& local() const;
    [[nodiscard]] const Options& options() const;

    /// A keyed digest as hexadecimal, for forms (web/forms/csrf.h), under a key that stays the same.
    [[nodiscard]] std::string form_mac(std::string_view text) const;

    /// 256 random bits, for forms and command ids.
    [[nodiscard]] static std::string random_text();

    /// What the other files of this module work with.
    [[nodiscard]] Parts& parts() const { return *parts_; }

private:
    std::unique_ptr<Parts> parts_;
};

}  // namespace safelead::app
