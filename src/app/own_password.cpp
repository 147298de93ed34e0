#include "app/own_password.h"

#include "app/parts.h"
#include "crypto/password.h"

namespace safelead::app {
namespace {

constexpr std::size_t longest_password = 1000;

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
    if (!attempt) return PasswordTyped::wrong;
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

}  // namespace safelead::app
