#include "app/issuer_sign_in.h"

#include "app/beginning.h"
#include "app/drafts.h"
#include "app/invitations.h"
#include "app/issuer_steps.h"
#include "app/issuer_token.h"
#include "app/keep_in_directory.h"
#include "app/parts.h"
#include "app/said.h"
#include "base/overloaded.h"
#include "base/percent.h"
#include "base/unavailable.h"
#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

using Begun = Result<SentToIssuer, IssuerRefusal>;
using Back = Result<BackFromIssuer, NotBackFromIssuer>;
using Claims = Result<directory::TokenClaims, IssuerRefusal>;

constexpr std::size_t longest_code = 4096;
constexpr std::size_t longest_next = 500;
constexpr std::size_t longest_own_token = 43;  // As long as crypto::random_token.

const Issuer* find_issuer(Parts& parts, std::string_view id)
{
    return parts.options.issuers ? parts.options.issuers->find(id) : nullptr;
}

std::vector<Tries::Limit> limits_of(const Parts& parts, const std::string& address)
{
    return {{"issuer " + address, parts.options.address_tries}};
}

/// The invitation as its digest, if it is good now.
std::optional<IssuerPurpose> checked_purpose(Parts& parts, IssuerPurpose purpose)
{
    const auto* take_up = std::get_if<ToTakeUp>(&purpose);
    if (take_up == nullptr) return purpose;
    auto digest = invitation_digest(take_up->invitation);
    const auto partnership = parts.partnership();
    const auto* person = partnership->person_by_invitation(digest);
    if (person == nullptr || parts.now() >= person->invitation->until) return std::nullopt;
    return IssuerPurpose{ToTakeUp{std::move(digest)}};
}

/// All of it is kept before anybody knows whose it is, so it is no way in for data.
void leave_what_may_be_kept(const Parts& parts, IssuerBegin& begin)
{
    for (auto* token : {&begin.device, &begin.ends})
        if (token->size() > longest_own_token) token->clear();
    if (begin.next.size() > longest_next) begin.next.clear();
    WordsGate of_next;
    of_next(begin.next);
    if (of_next.taken_out() > 0) begin.next.clear();
    if (begin.carried) begin.carried = fit_to_keep(parts, *std::move(begin.carried));
}

std::string address_to(const exchange::Discovery& found, const Issuers& issuers, const Issuer& issuer,
                       const IssuerStep& step, const std::string& state)
{
    const auto challenge = crypto::to_base64url(crypto::sha256(bytes_of(step.verifier)));
    const auto mark = found.authorisation.find('?') == std::string::npos ? '?' : '&';
    return fmt::format(
        "{}{}response_type=code&scope=openid&client_id={}&redirect_uri={}&state={}&nonce={}&code_challenge={}"
        "&code_challenge_method=S256",
        found.authorisation, mark, percent_encoded(issuer.setting.client),
        percent_encoded(issuers.return_address(issuer)), state, step.nonce, challenge);
}

/// What `work` gives; or that the issuer can't be reached.
template <class Value, class Work>
Result<Value, IssuerRefusal> reaching(Work work)
{
    try {
        return work();
    } catch (const Unavailable&) {
        return fail(IssuerRefusal::unreachable);
    }
}

/// Who came back, as the issuer says. On a worker.
Claims ask_who(Issuers& issuers, const Issuer& issuer, const IssuerStep& step, const IssuerReturn& back,
               Instant now)
{
    return reaching<directory::TokenClaims>([&]() -> Claims {
        // Said of another issuer, the answer was meant for somebody else's sign-in (RFC 9207).
        const bool must_say = issuers.discovery(issuer, now).says_issuer_on_return;
        if (back.said_issuer ? *back.said_issuer != issuer.setting.issuer : must_say)
            return fail(IssuerRefusal::not_believed);
        if (!back.error.empty()) return fail(IssuerRefusal::refused_there);
        if (back.code.empty() || back.code.size() > longest_code) return fail(IssuerRefusal::not_believed);
        const auto token = issuers.token_for(issuer, back.code, step.verifier, now);
        if (!token) return fail(IssuerRefusal::refused_there);
        auto claims = open_token(issuers, issuer, *token,
                                 {issuer.setting.issuer, issuer.setting.client, step.nonce,
                                  issuer.setting.tenant, step.began, now});
        if (!claims) return fail(IssuerRefusal::not_believed);
        return *std::move(claims);
    });
}

/// Goes on once the issuer has said who it is.
class ComingBack : public std::enable_shared_from_this<ComingBack> {
public:
    ComingBack(Parts& parts, const Issuer& issuer, IssuerStep step)
        : parts_{parts}, issuer_{issuer}, step_{std::move(step)}
    {
    }

    Later<Back> go_on_with(const Claims& claims)
    {
        if (!claims) return refuse(claims.error());
        const directory::Tie tie{claims->issuer, claims->subject};
        return std::visit(Overloaded{
                              [&](std::monostate) -> Later<Back> { return sign_in(*claims, tie); },
                              [&](const ToTie& to_tie) { return tie_to(to_tie, tie); },
                              [&](const ToTakeUp& take_up) { return take_up_with(take_up, *claims, tie); },
                          },
                          step_.purpose);
    }

    [[nodiscard]] Back refuse(IssuerRefusal why) const
    {
        return fail(NotBackFromIssuer{why, step_.purpose, step_.next, step_.carried});
    }

private:
    Back sign_in(const directory::TokenClaims& claims, const directory::Tie& tie)
    {
        const auto partnership = parts_.partnership();
        const auto* person = partnership->person_by_tie(tie);
        if (person == nullptr || person->left) return refuse(IssuerRefusal::not_tied);
        return begin_as(*person, claims);
    }

    Back begin_as(const directory::Person& person, const directory::TokenClaims& claims)
    {
        auto beginning = begin_for(parts_, person.id, step_.device, step_.about, step_.ends);
        if (!beginning) return refuse(IssuerRefusal::nowhere);
        // The issuer may have let them in because they were signed in there: that shows nothing of who sits
        // there now. Whoever has nothing else to show has shown what they have.
        const bool can_show_more = !person.password.empty() || !person.code_secret.empty();
        if (can_show_more) beginning->proved = claims.authenticated.value_or(Instant{});
        if (has_second_factor(claims, issuer_.setting.second_factor)) beginning->shown = Factors::two;
        auto answer = go_on(parts_, *beginning);
        if (!answer) return refuse(IssuerRefusal::nowhere);
        return BackFromIssuer{*std::move(answer), step_.next, step_.carried};
    }

    Later<Back> tie_to(const ToTie& to_tie, const directory::Tie& tie)
    {
        const auto session = find_session(parts_, to_tie.session);
        if (!session || session->person != to_tie.person || !is_good(parts_, *session))
            return refuse(IssuerRefusal::session_over);
        return keep_in_directory(parts_, to_tie.person.text(), CommandId{crypto::random_id_text()},
                                 Said{"tie issuer"},
                                 directory::TieIssuer{to_tie.person, tie, session->factors_changed})
            .then([self = shared_from_this()](Outcome<Done> kept) -> Back {
                if (!kept) return self->refuse(why_not_tied(kept.error()));
                return BackFromIssuer{std::nullopt, self->step_.next, std::nullopt};
            });
    }

    Later<Back> take_up_with(const ToTakeUp& take_up, const directory::TokenClaims& claims,
                             const directory::Tie& tie)
    {
        const auto partnership = parts_.partnership();
        const auto* person = partnership->person_by_invitation(take_up.invitation);
        if (person == nullptr) return refuse(IssuerRefusal::invitation_not_usable);
        return keep_in_directory(
                   parts_, person->id.text(), CommandId{crypto::random_id_text()}, Said{"invitation"},
                   directory::AcceptInvitationByIssuer{person->id, take_up.invitation, parts_.now(), tie})
            .then([self = shared_from_this(), claims, id = person->id](Outcome<Done> kept) -> Back {
                if (!kept) return self->refuse(why_not_tied(kept.error()));
                self->parts_.passing->store().remove_of(session_kind, id.text());
                const auto now = self->parts_.partnership();
                const auto* invited = now->person(id);
                if (invited == nullptr) return self->refuse(IssuerRefusal::nowhere);
                return self->begin_as(*invited, claims);
            });
    }

    static IssuerRefusal why_not_tied(const NotDone& why)
    {
        if (const auto* refused = std::get_if<directory::Refusal>(&why)) {
            if (*refused == directory::Refusal::invitation_not_usable)
                return IssuerRefusal::invitation_not_usable;
            if (*refused == directory::Refusal::changed_meanwhile) return IssuerRefusal::session_over;
            return IssuerRefusal::tied_already;
        }
        return IssuerRefusal::crowded;
    }

    Parts& parts_;
    const Issuer& issuer_;
    IssuerStep step_;
};

}  // namespace

std::vector<IssuerShown> issuers_shown(Safelead& safelead)
{
    std::vector<IssuerShown> shown;
    const auto& issuers = safelead.parts().options.issuers;
    if (!issuers) return shown;
    for (const auto& one : issuers->all()) shown.push_back({one.setting.id, one.setting.label});
    return shown;
}

std::optional<IssuerToLeave> issuer_to_leave(Safelead& safelead, std::string_view id)
{
    auto& parts = safelead.parts();
    const auto* issuer = find_issuer(parts, id);
    if (issuer == nullptr) return std::nullopt;
    return IssuerToLeave{issuer->setting.label, parts.options.issuers->sign_out_address(*issuer)};
}

Later<Begun> begin_at_issuer(Safelead& safelead, IssuerBegin begin)
{
    auto& parts = safelead.parts();
    const auto* issuer = find_issuer(parts, begin.issuer);
    if (issuer == nullptr) return Begun{fail(IssuerRefusal::not_known)};
    auto attempt = parts.tries->begin(limits_of(parts, begin.address), parts.now());
    if (!attempt) return Begun{fail(IssuerRefusal::wait)};
    attempt->count(parts.now(), parts.options.tries_window);  // Each keeps a row for ten minutes.
    auto purpose = checked_purpose(parts, std::move(begin.purpose));
    if (!purpose) return Begun{fail(IssuerRefusal::invitation_not_usable)};
    leave_what_may_be_kept(parts, begin);

    // Not shared with the work: whoever lets go of it last waits for its workers, and a worker can't.
    auto* issuers = parts.options.issuers.get();
    auto asking = issuers->workers().run([issuers, issuer, now = parts.now()] {
        return reaching<exchange::Discovery>(
            [&]() -> Result<exchange::Discovery, IssuerRefusal> { return issuers->discovery(*issuer, now); });
    });
    if (!asking) return Begun{fail(IssuerRefusal::crowded)};
    return std::move(*asking).then(
        [&parts, issuers, issuer, purpose = *std::move(purpose),
         begin = std::move(begin)](Result<exchange::Discovery, IssuerRefusal> found) -> Begun {
            const auto discovery = SL_TRY(std::move(found));
            const auto browser = crypto::random_token();
            const IssuerStep step{issuer->setting.issuer,
                                  issuer_browser_digest(browser),
                                  crypto::random_token(),
                                  crypto::random_token(),
                                  parts.now(),
                                  purpose,
                                  begin.device,
                                  begin.about,
                                  begin.ends,
                                  begin.next,
                                  begin.carried};
            const auto state = keep_issuer_step(parts, step);
            return SentToIssuer{address_to(discovery, *issuers, *issuer, step, state), issuer->setting.label,
                                browser};
        });
}

Later<Back> return_from_issuer(Safelead& safelead, IssuerReturn back)
{
    auto& parts = safelead.parts();
    const auto refuse = [](IssuerRefusal why) { return Back{fail(NotBackFromIssuer{why, {}, {}, {}})}; };
    const auto* issuer = find_issuer(parts, back.issuer);
    if (issuer == nullptr) return refuse(IssuerRefusal::not_known);
    auto attempt =
        parts.tries->begin({{"address " + back.address, parts.options.address_tries}}, parts.now());
    if (!attempt) return refuse(IssuerRefusal::wait);
    auto step = take_issuer_step(parts, back.state, back.browser);
    if (!step || step->issuer != issuer->setting.issuer) {
        attempt->count(parts.now(), parts.options.tries_window);
        return refuse(IssuerRefusal::over);
    }
    auto coming = std::make_shared<ComingBack>(parts, *issuer, *step);
    auto* issuers = parts.options.issuers.get();
    auto asking =
        issuers->workers().run([issuers, issuer, step = *std::move(step), back = std::move(back),
                                now = parts.now()] { return ask_who(*issuers, *issuer, step, back, now); });
    if (!asking) return coming->refuse(IssuerRefusal::crowded);
    return std::move(*asking).then(
        [coming](const Claims& claims) -> Later<Back> { return coming->go_on_with(claims); });
}

}  // namespace safelead::app
