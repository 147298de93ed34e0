#pragma once

// A practice partnership in memory: real crypto, the real guidance, a clock that stands still, cheap
// passwords.

#include "app/accounts.h"
#include "app/concerns.h"
#include "app/london.h"
#include "app/practice.h"
#include "app/report_concern.h"
#include "app/safelead.h"
#include "app/sign_in.h"
#include "app/who_to_ring.h"
#include "crypto/secret_key.h"
#include "ledger/entry_store.h"
#include "ledger/ledger.h"
#include "ledger/passing_store.h"
#include "support/fixed_clock.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::test {

/// The local guidance of the source tree, read once for all tests of a program.
[[nodiscard]] const app::LocalGuidance& local_guidance();
[[nodiscard]] const app::London& london();

class PracticePartnership {
public:
    /// Monday 23 November 2026, 10:00 in England, unless said otherwise.
    explicit PracticePartnership(app::Options options = cheap_options());

    /// Limits as they are, passwords as cheap as can be.
    [[nodiscard]] static app::Options cheap_options();

    [[nodiscard]] app::Safelead& safelead() { return *safelead_; }
    [[nodiscard]] FixedClock& clock() { return clock_; }
    [[nodiscard]] ledger::EntryStore& entries() { return *entries_; }
    [[nodiscard]] ledger::PassingStore& passing() { return *passing_; }

    /// Stops and starts again on the same stores: everything in memory is folded anew.
    void restart();

    /// Likewise, with another store in front of the entries.
    void restart_on(ledger::EntryStore& entries);

    /// Stops, lets somebody write to the record past everything, and starts again.
    template <class Write>
    void while_stopped(Write write)
    {
        safelead_.reset();
        {
            ledger::Ledger ledger{*entries_, master_key_.copy()};
            write(ledger);
        }
        restart();
    }

    /// Whoever has this e-mail, as if they had signed in: "lead@fennimore.example".
    [[nodiscard]] app::Actor actor(std::string_view email);

    [[nodiscard]] CommandId command();

    /// A report by a teacher of the secondary school about a child on its list; `change` may change it first.
    template <class Change>
    app::Reported report(Change change)
    {
        auto report = plain_report();
        change(report);
        return wait_for(
                   app::report_concern(safelead(), actor("teacher@fennimore.example"), command(), report))
            .value();
    }
    app::Reported report();
    [[nodiscard]] app::Report plain_report();

private:
    FixedClock clock_;
    app::Options options_;
    std::unique_ptr<ledger::EntryStore> entries_;
    std::unique_ptr<ledger::PassingStore> passing_;
    crypto::SecretKey master_key_;
    std::unique_ptr<app::Safelead> safelead_;
    int commands_ = 0;
};

}  // namespace safelead::test
