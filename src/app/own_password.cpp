#include "app/own_password.h"

#include "app/beginning.h"
#include "app/invitations.h"
#include "app/keep_in_directory.h"
#include "app/known_password.h"
#include "app/parts.h"
#include "crypto/password.h"
#include "crypto/random.h"

#include <optional>
#include <utility>
#include <variant>

namespace safelead::app {
namespace {

constexpr std::size_t longest_password = 1000;

using Changed = Result<SignedIn, PasswordRefusal>;

/// What stood when the old password was looked at: nothing is built on what is newer than that.
struct Seen {
    int passwords_set = 0;
    std::optional<Session> session;
};

Changed begin_after_change(Parts& parts, const Actor& actor, const PasswordChange& change, const Seen& seen)
{
    // One that was ended meanwhile does not live on in another.
    const bool stands = !seen.session || find_session(parts, seen.session->id);
    parts.passing->store().remove_of(session_kind, actor.person.text());
    auto beginning = begin_for(parts, actor.person, change.device, change.about, {});
    if (!beginning || !stands) return fail(PasswordRefusal::over);
    beginning->organisation = actor.organisation;
    auto factors = Factors::one;
    if (seen.session) {
        factors = seen.session->factors;
        beginning->factors_changed = seen.session->factors_changed;
    }
    auto session = begin_session(parts, *beginning, factors);
    if (!session) return fail(PasswordRefusal::over);
    return *std::move(session);
}

Later<Changed> keep_new_password(Parts& parts, const Actor& actor, PasswordChange change, Seen seen)
{
    auto hashing = parts.workers.run([&parts, password = std::move(change.new_one)] {
        return crypto::hash_password(password, parts.password_cost());
    });
    if (!hashing) return Changed{fail(PasswordRefusal::crowded)};
    return std::move(*hashing)
        .then([&parts, actor, passwords_set = seen.passwords_set](const std::string& hash) {
            return keep_in_directory(
                parts, actor.person.text(), CommandId{crypto::random_id_text()}, Said{"own password"},
                directory::SetPassword{actor.person, hash, directory::by_themselves(actor.person),
                                       passwords_set});
        })
        .then([&parts, actor, seen = std::move(seen),
               change = std::move(change)](Outcome<Done> kept) -> Changed {
            if (!kept)
                return fail(std::holds_alternative<Crowded>(kept.error()) ? PasswordRefusal::crowded
                                                                          : PasswordRefusal::over);
            return begin_after_change(parts, actor, change, seen);
        });
}

}  // namespace

Later<PasswordTyped> check_own_password(Safelead& safelead, const Actor& actor, std::string password)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(actor.person);
    if (person == nullptr || person->password.empty() || password.size() > longest_password)
        return PasswordTyped::wrong;
    const std::vector<Tries::Limit> limits{
        {"again " + std::string{actor.person.text()}, parts.options.device_tries}};
    auto attempt = parts.tries->begin(limits, parts.now());
    if (!attempt) return PasswordTyped::too_many;
    auto checking = parts.workers.run([hash = person->password, password = std::move(password)] {
        return crypto::check_password(hash, password);
    });
    if (!checking) return PasswordTyped::crowded;
    return std::move(*checking).then([attempt, &parts](crypto::PasswordCheck check) {
        if (check != crypto::PasswordCheck::wrong) return PasswordTyped::right;
        attempt->count(parts.now(), parts.options.tries_window);
        return PasswordTyped::wrong;
    });
}

Later<Result<SignedIn, PasswordRefusal>> change_own_password(Safelead& safelead, const Actor& actor,
                                                             PasswordChange change)
{
    auto& parts = safelead.parts();
    if (change.new_one.size() < shortest_password || change.new_one.size() > longest_password)
        return Changed{fail(PasswordRefusal::too_short)};
    if (is_widely_known(change.new_one)) return Changed{fail(PasswordRefusal::well_known)};
    if (change.new_one == change.old_one) return Changed{fail(PasswordRefusal::same)};
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(actor.person);
    if (person == nullptr) return Changed{fail(PasswordRefusal::over)};
    // Before the old one is looked at, so that what is looked at is never older than this.
    Seen seen{person->passwords_set, find_session(parts, actor.session)};
    auto old_one = change.old_one;
    return check_own_password(safelead, actor, std::move(old_one))
        .then([&parts, actor, seen = std::move(seen),
               change = std::move(change)](PasswordTyped typed) mutable -> Later<Changed> {
            if (typed == PasswordTyped::crowded) return Changed{fail(PasswordRefusal::crowded)};
            if (typed == PasswordTyped::too_many) return Changed{fail(PasswordRefusal::too_many)};
            if (typed == PasswordTyped::wrong) return Changed{fail(PasswordRefusal::wrong)};
            return keep_new_password(parts, actor, std::move(change), std::move(seen));
        });
}

}  // namespace safelead::app
