#include "app/proof_again.h"

#include "app/codes.h"
#include "app/parts.h"
#include "app/session.h"

namespace safelead::app {
namespace {

constexpr std::size_t longest_timed_code = 8;  // With a space in the middle; no password is that short.

void note_proof(Parts& parts, const Actor& actor)
{
    change_session(parts, actor.session, [&](Session& session) {
        if (session.person == actor.person) session.proved = parts.now();
    });
}

}  // namespace

bool was_proved_lately(Safelead& safelead, const Actor& actor)
{
    auto& parts = safelead.parts();
    const auto session = find_session(parts, actor.session);
    return session && session->person == actor.person &&
           parts.now() - session->proved < parts.options.proof_lasts;
}

bool can_prove(Safelead& safelead, const Actor& actor)
{
    const auto partnership = safelead.parts().partnership();
    const auto* person = partnership->person(actor.person);
    return person != nullptr && (!person->password.empty() || !person->code_secret.empty());
}

Later<PasswordTyped> prove_again(Safelead& safelead, const Actor& actor, std::string typed)
{
    auto& parts = safelead.parts();
    if (typed.size() <= longest_timed_code) {
        const auto partnership = parts.partnership();
        const auto* person = partnership->person(actor.person);
        if (person == nullptr || person->code_secret.empty()) return PasswordTyped::wrong;
        const std::vector<Tries::Limit> limits{
            {"code " + std::string{actor.person.text()}, parts.options.account_tries}};
        auto attempt = parts.tries->begin(limits, parts.now());
        if (!attempt) return PasswordTyped::too_many;
        if (!use_timed_code(parts, actor.person, person->code_secret, typed)) {
            attempt->count(parts.now(), parts.options.tries_window);
            return PasswordTyped::wrong;
        }
        note_proof(parts, actor);
        return PasswordTyped::right;
    }
    return check_own_password(safelead, actor, std::move(typed)).then([&parts, actor](PasswordTyped checked) {
        if (checked == PasswordTyped::right) note_proof(parts, actor);
        return checked;
    });
}

}  // namespace safelead::app
