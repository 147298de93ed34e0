#include "app/own_password.h"

#include "app/beginning.h"
#include "app/invitations.h"
#include "app/keep_in_directory.h"
#include "app/known_password.h"
#include "app/parts.h"
#include "crypto/password.h"
#include "crypto/random.h"

namespace safelead::app {
namespace {

constexpr std::size_t longest_password = 1000;

using Changed = Result<SignedIn, PasswordRefusal>;

Later<Changed> keep_new_password(Parts& parts, const Actor& actor, PasswordChange change, Factors factors)
{
    auto hashing = parts.workers.run([&parts, password = std::move(change.new_one)] {
        return crypto::hash_password(password, parts.password_cost());
    });
    if (!hashing) return Changed{fail(PasswordRefusal::crowded)};
    return std::move(*hashing)
        .then([&parts, actor](const std::string& hash) {
            return keep_in_directory(
                parts, actor.person.text(), CommandId{crypto::random_id_text()}, Said{"own password"},
                directory::SetPassword{actor.person, hash, directory::by_themselves(actor.person)});
        })
        .then([&parts, actor, factors, change = std::move(change)](Outcome<Done> kept) -> Changed {
            if (!kept) return fail(PasswordRefusal::crowded);
            parts.passing->store().remove_of(session_kind, actor.person.text());
            auto beginning = begin_for(parts, actor.person, change.device, change.about, {});
            if (!beginning) return fail(PasswordRefusal::wrong);
            beginning->organisation = actor.organisation;
            auto session = begin_session(parts, *beginning, factors);
            if (!session) return fail(PasswordRefusal::wrong);
            return *std::move(session);
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
    const auto session = find_session(parts, actor.session);
    const auto factors = session ? session->factors : Factors::one;
    auto old_one = change.old_one;
    return check_own_password(safelead, actor, std::move(old_one))
        .then([&parts, actor, factors,
               change = std::move(change)](PasswordTyped typed) mutable -> Later<Changed> {
            if (typed == PasswordTyped::crowded) return Changed{fail(PasswordRefusal::crowded)};
            if (typed == PasswordTyped::too_many) return Changed{fail(PasswordRefusal::too_many)};
            if (typed == PasswordTyped::wrong) return Changed{fail(PasswordRefusal::wrong)};
            return keep_new_password(parts, actor, std::move(change), factors);
        });
}

}  // namespace safelead::app
