#pragma once

// A practice partnership where two issuers may vouch for people, one with RSA keys and one with elliptic
// ones.

#include "app/issuer_sign_in.h"
#include "app/practice_people.h"
#include "support/made_up_issuer.h"
#include "support/practice_partnership.h"

#include <string>
#include <string_view>

namespace safelead::test {

class IssuerPartnership {
public:
    explicit IssuerPartnership(app::Options options = PracticePartnership::cheap_options(),
                               directory::FactorElsewhere counts = {})
        : at{with_issuers(std::move(options), std::move(counts))}
    {
        google.clock = &at.clock();
        dfe.clock = &at.clock();
    }

    [[nodiscard]] app::SignInAnswer with_password(std::string_view who)
    {
        return wait_for(app::sign_in(at.safelead(), {std::string{who}, std::string{app::practice_password},
                                                     "192.0.2.1", "", "A browser", ""}))
            .value();
    }
    [[nodiscard]] app::SignedIn signed_in(std::string_view who)
    {
        return std::get<app::SignedIn>(with_password(who));
    }

    [[nodiscard]] Result<app::SentToIssuer, app::IssuerRefusal> begin(const std::string& issuer,
                                                                      app::IssuerPurpose purpose = {})
    {
        return wait_for(app::begin_at_issuer(at.safelead(), {.issuer = issuer,
                                                             .purpose = std::move(purpose),
                                                             .address = "192.0.2.1",
                                                             .device = "",
                                                             .about = "A browser",
                                                             .ends = "",
                                                             .next = "/my-reports",
                                                             .carried = {}}));
    }

    using Back = Result<app::BackFromIssuer, app::NotBackFromIssuer>;
    [[nodiscard]] Back come_back(app::IssuerReturn back)
    {
        return wait_for(app::return_from_issuer(at.safelead(), std::move(back)));
    }
    /// There and back.
    [[nodiscard]] Back go(MadeUpIssuer& issuer, app::IssuerPurpose purpose = {})
    {
        return come_back(issuer.sign_in(begin(issuer.id, std::move(purpose)).value()));
    }

    /// They sign in with their password, and tie the account that the issuer has now.
    app::SignedIn tie(std::string_view who, MadeUpIssuer& issuer)
    {
        auto in = signed_in(who);
        const auto back = go(issuer, app::ToTie{in.actor.person, in.actor.session});
        if (!back) throw_bug("a made-up account was not tied");
        return in;
    }

    MadeUpIssuer google{"google", "https://accounts.google.example"};
    MadeUpIssuer dfe{"dfe", "https://oidc.signin.example:443", MadeUpIssuer::Kind::ec};
    PracticePartnership at;

private:
    app::Options with_issuers(app::Options options, directory::FactorElsewhere counts)
    {
        google.second_factor = std::move(counts);
        options.issuers = issuers_of({&google, &dfe});
        return options;
    }
};

}  // namespace safelead::test
