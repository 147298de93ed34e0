#pragma once

// Somebody who refers from a case of a practice partnership, as far as a test needs it done.

#include "app/referrals.h"
#include "support/practice_partnership.h"

#include <functional>
#include <optional>

namespace safelead::test {

/// The first of the case, to an agency that is here. `follows`: one that was redirected.
[[nodiscard]] app::NewReferral first_child_to(const app::Actor& receiver,
                                              std::optional<record::Reference> follows = std::nullopt);

/// Likewise, to an agency that is not here.
[[nodiscard]] app::NewReferral first_child_to(record::Agency not_here);

class Referring {
public:
    Referring(PracticePartnership& at, app::Actor by, record::Reference of);

    using Change = std::function<void(app::ReferralText&)>;

    /// Writes what may not be missing; `change` may change what it says.
    void fill(const record::Reference& referral, const Change& change = {}) const;
    [[nodiscard]] app::Outcome<app::ReferralChanged> send(const record::Reference& referral,
                                                          record::Answer notice_confirmed) const;

    /// A draft, with nothing in it but what the case knows.
    [[nodiscard]] record::Reference begin(app::NewReferral asked) const;

    /// Begun and filled.
    [[nodiscard]] record::Reference draft(app::NewReferral asked, const Change& change = {}) const;

    /// Begun, filled and sent.
    [[nodiscard]] record::Reference refer(app::NewReferral asked,
                                          record::Answer notice_confirmed = record::Answer::yes) const;

private:
    PracticePartnership& at_;
    const app::Actor by_;
    const record::Reference of_;
};

}  // namespace safelead::test
