#include "app/beginning.h"

#include "app/parts.h"
#include "app/texts.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::string_view step_kind = "sign-in-step";
constexpr std::string_view device_kind = "device";
constexpr std::chrono::minutes step_lasts{10};
constexpr std::chrono::days device_known{180};
constexpr std::size_t longest_about = 200;

std::string step_id(std::string_view token)
{
    return to_hex(crypto::sha256(bytes_of("sign-in-step\n" + std::string{token})));
}

/// Where they work, or the first place that gave them a role.
std::optional<OrganisationId> organisation_of(const directory::Person& person)
{
    if (person.left || person.roles.empty()) return std::nullopt;
    if (person.roles.contains(person.home)) return person.home;
    return person.roles.begin()->first;
}

/// A device is known to an account, not to everybody who ever used it.
std::string know_device(Parts& parts, const Beginning& beginning)
{
    const auto device = beginning.device.empty() ? crypto::random_token() : beginning.device;
    parts.passing->put({std::string{device_kind},
                        device_id(device, beginning.person),
                        std::string{beginning.person.text()},
                        {},
                        parts.now() + device_known});
    return device;
}

std::string keep_step(Parts& parts, const Beginning& beginning)
{
    const auto token = crypto::random_token();
    const auto plaintext = pack_texts(
        {std::string{beginning.person.text()}, std::string{beginning.organisation.text()},
         std::to_string(beginning.passwords_set), std::to_string(beginning.factors_changed), beginning.device,
         beginning.about, beginning.ends, to_text(beginning.proved.value_or(parts.now())),
         beginning.shown == Factors::two ? "two" : "one", beginning.is_place_chosen ? "chosen" : ""});
    parts.passing->put({std::string{step_kind}, step_id(token), std::string{beginning.person.text()},
                        plaintext, parts.now() + step_lasts});
    return token;
}

std::optional<Beginning> read_step(BytesView plaintext)
{
    auto texts = unpack_texts(plaintext);
    if (!texts || texts->size() != 10) return std::nullopt;
    const auto passwords_set = parse_number((*texts)[2]);
    const auto factors_changed = parse_number((*texts)[3]);
    const auto proved = parse_instant((*texts)[7]);
    if (!passwords_set || !factors_changed || !proved) return std::nullopt;
    return Beginning{PersonId{(*texts)[0]},
                     OrganisationId{(*texts)[1]},
                     static_cast<int>(*passwords_set),
                     static_cast<int>(*factors_changed),
                     (*texts)[4],
                     (*texts)[5],
                     (*texts)[6],
                     *proved,
                     (*texts)[8] == "two" ? Factors::two : Factors::one,
                     !(*texts)[9].empty()};
}

}  // namespace

std::string device_id(std::string_view device, const PersonId& person)
{
    return to_hex(crypto::sha256(bytes_of(std::string{device} + '\n' + std::string{person.text()})));
}

bool knows_device(Parts& parts, std::string_view device, const PersonId& person)
{
    return !device.empty() &&
           parts.passing->get(device_kind, device_id(device, person), parts.now()).has_value();
}

std::optional<Beginning> begin_for(Parts& parts, const PersonId& id, std::string device, std::string about,
                                   std::string ends)
{
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(id);
    if (person == nullptr) return std::nullopt;
    auto where = organisation_of(*person);
    if (!where) return std::nullopt;
    if (about.size() > longest_about) about.resize(longest_about);
    return Beginning{id,
                     *std::move(where),
                     person->passwords_set,
                     person->factors_changed,
                     std::move(device),
                     std::move(about),
                     std::move(ends),
                     std::nullopt,
                     Factors::one,
                     person->roles.size() <= 1};
}

bool must_show_factor(Parts& parts, const Beginning& beginning)
{
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(beginning.person);
    return beginning.shown != Factors::two && person != nullptr &&
           (!person->code_secret.empty() || !person->passkeys.empty());
}

std::optional<SignInAnswer> go_on(Parts& parts, const Beginning& beginning)
{
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(beginning.person);
    if (person == nullptr || person->left) return std::nullopt;
    const bool has_shown = beginning.shown == Factors::two;
    if (must_show_factor(parts, beginning)) {
        if (person->code_secret.empty()) return StepWanted{Step::passkey, {}};
        return StepWanted{Step::code, keep_step(parts, beginning)};
    }
    // What comes after depends on where: one school may ask for a second factor, and another not.
    if (!beginning.is_place_chosen) return StepWanted{Step::place, keep_step(parts, beginning)};
    if (!has_shown && must_have_factor(parts, *partnership, beginning.person, beginning.organisation))
        return StepWanted{Step::set_up, keep_step(parts, beginning)};
    auto session = begin_session(parts, beginning, beginning.shown);
    if (!session) return std::nullopt;
    return *std::move(session);
}

std::optional<Beginning> find_step(Parts& parts, std::string_view token)
{
    if (token.empty()) return std::nullopt;
    const auto thing = parts.passing->get(step_kind, step_id(token), parts.now());
    if (!thing) return std::nullopt;
    auto step = read_step(thing->plaintext);
    if (!step) return std::nullopt;
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(step->person);
    const bool stands = person != nullptr && !person->left && person->passwords_set == step->passwords_set &&
                        person->factors_changed == step->factors_changed;
    if (!stands) return std::nullopt;
    return step;
}

void end_step(Parts& parts, std::string_view token)
{
    parts.passing->store().remove(step_kind, step_id(token));
}

std::optional<SignedIn> begin_session(Parts& parts, const Beginning& beginning, Factors factors)
{
    const auto token = crypto::random_token();
    const auto now = parts.now();
    const Session session{session_id_of(token),
                          beginning.person,
                          beginning.organisation,
                          beginning.passwords_set,
                          now,
                          now,
                          beginning.about,
                          beginning.factors_changed,
                          factors,
                          std::min(beginning.proved.value_or(now), now)};
    auto actor = actor_in(parts, session);
    if (!actor || !is_good(parts, session)) return std::nullopt;
    if (!beginning.ends.empty())
        parts.passing->store().remove(session_kind, session_id_of(beginning.ends).text());
    keep_session(parts, session);
    return SignedIn{*std::move(actor), token, know_device(parts, beginning)};
}

}  // namespace safelead::app
