#include "app/second_factor.h"

#include "app/beginning.h"
#include "app/carry_out.h"
#include "app/codes.h"
#include "app/keep_in_directory.h"
#include "app/parts.h"
#include "crypto/base32.h"
#include "crypto/digest.h"
#include "crypto/random.h"

namespace safelead::app {
namespace {

constexpr std::string_view offered_kind = "factor-offered";
constexpr std::chrono::minutes offered_lasts{30};
constexpr std::size_t secret_bytes = 20;
constexpr std::size_t longest_code = 64;

std::vector<Tries::Limit> limits_of(const Parts& parts, const PersonId& person)
{
    return {{"code " + std::string{person.text()}, parts.options.account_tries}};
}

std::string email_of(Parts& parts, const PersonId& person)
{
    const auto partnership = parts.partnership();
    const auto* found = partnership->person(person);
    return found == nullptr ? std::string{} : found->email;
}

/// Under the digest of what the browser holds: another browser is offered another secret.
std::string offered_id(std::string_view holder)
{
    return to_hex(crypto::sha256(bytes_of("factor-offered\n" + std::string{holder})));
}

std::string secret_for(Parts& parts, const PersonId& person, std::string_view holder)
{
    const auto id = offered_id(holder);
    if (const auto kept = parts.passing->get(offered_kind, id, parts.now());
        kept && kept->owner == person.text())
        return std::string{text_of(kept->plaintext)};
    auto secret = crypto::to_base32(crypto::random_bytes(secret_bytes));
    const auto bytes = bytes_of(secret);
    parts.passing->put({std::string{offered_kind}, id, std::string{person.text()},
                        Bytes{bytes.begin(), bytes.end()}, parts.now() + offered_lasts});
    return secret;
}

Later<Result<FactorSet, CodeRefusal>> set_up(Parts& parts, Beginning beginning, std::string holder,
                                             const std::string& code)
{
    auto attempt = parts.tries->begin(limits_of(parts, beginning.person), parts.now());
    if (!attempt) return Result<FactorSet, CodeRefusal>{fail(CodeRefusal::wait)};
    const auto secret = secret_for(parts, beginning.person, holder);
    if (code.size() > longest_code || !use_timed_code(parts, beginning.person, secret, code)) {
        attempt->count(parts.now(), parts.options.tries_window);
        return Result<FactorSet, CodeRefusal>{fail(CodeRefusal::wrong)};
    }
    const CommandId command{crypto::random_id_text()};
    auto codes = new_recovery_codes(parts, beginning.person.text(), command);
    return keep_in_directory(
               parts, beginning.person.text(), command, Said{"second factor"},
               directory::SetSecondFactor{beginning.person, secret, codes.kept, beginning.factors_changed})
        .then([&parts, beginning = std::move(beginning), holder = std::move(holder),
               shown = std::move(codes.shown)](Outcome<Done> kept) mutable -> Result<FactorSet, CodeRefusal> {
            if (!kept)
                return fail(std::holds_alternative<Crowded>(kept.error()) ? CodeRefusal::crowded
                                                                          : CodeRefusal::over);
            parts.passing->store().remove(offered_kind, offered_id(holder));
            ++beginning.factors_changed;
            beginning.proved.reset();
            parts.passing->store().remove_of(session_kind, beginning.person.text());
            auto session = begin_session(parts, beginning, Factors::two);
            if (!session) return fail(CodeRefusal::over);
            return FactorSet{*std::move(session), std::move(shown)};
        });
}

}  // namespace

Later<Result<SignInAnswer, CodeRefusal>> sign_in_with_code(Safelead& safelead, std::string step,
                                                           std::string code)
{
    using Answer = Result<SignInAnswer, CodeRefusal>;
    auto& parts = safelead.parts();
    auto beginning = find_step(parts, step);
    if (!beginning) return Answer{fail(CodeRefusal::over)};
    auto attempt = parts.tries->begin(limits_of(parts, beginning->person), parts.now());
    if (!attempt) return Answer{fail(CodeRefusal::wait)};
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(beginning->person);
    beginning->shown = Factors::two;  // Once the code is right.
    beginning->proved.reset();
    const auto begin = [&parts, step, beginning = *beginning]() -> Answer {
        end_step(parts, step);
        auto answer = go_on(parts, beginning);
        if (!answer) return fail(CodeRefusal::over);
        return *std::move(answer);
    };
    if (code.size() > longest_code) code.clear();
    if (use_timed_code(parts, person->id, person->code_secret, code)) return begin();
    const auto recovery = recovery_code_kept(parts, code);
    if (recovery.empty()) {
        attempt->count(parts.now(), parts.options.tries_window);
        return Answer{fail(CodeRefusal::wrong)};
    }
    return keep_in_directory(parts, person->id.text(), CommandId{crypto::random_id_text()},
                             Said{"recovery code"}, directory::UseRecoveryCode{person->id, recovery})
        .then([&parts, begin, attempt](Outcome<Done> used) -> Answer {
            if (used) return begin();
            if (std::holds_alternative<Crowded>(used.error())) return fail(CodeRefusal::crowded);
            attempt->count(parts.now(), parts.options.tries_window);
            return fail(CodeRefusal::wrong);
        });
}

std::optional<FactorOffered> factor_offered(Safelead& safelead, const std::string& step)
{
    auto& parts = safelead.parts();
    const auto beginning = find_step(parts, step);
    if (!beginning) return std::nullopt;
    return FactorOffered{secret_for(parts, beginning->person, step), email_of(parts, beginning->person)};
}

FactorOffered factor_offered(Safelead& safelead, const Actor& actor)
{
    auto& parts = safelead.parts();
    return {secret_for(parts, actor.person, actor.session.text()), email_of(parts, actor.person)};
}

Later<Result<FactorSet, CodeRefusal>> confirm_factor(Safelead& safelead, std::string step, std::string code)
{
    auto& parts = safelead.parts();
    auto beginning = find_step(parts, step);
    const auto partnership = parts.partnership();
    // A password alone sets up what was never set up; it replaces nothing.
    const auto* person = beginning ? partnership->person(beginning->person) : nullptr;
    const bool has_none = person != nullptr && person->code_secret.empty() && person->passkeys.empty();
    if (!has_none) return Result<FactorSet, CodeRefusal>{fail(CodeRefusal::over)};
    return set_up(parts, *std::move(beginning), step, code)
        .then([&parts, step](Result<FactorSet, CodeRefusal> set) {
            if (set) end_step(parts, step);
            return set;
        });
}

Later<Result<FactorSet, CodeRefusal>> confirm_factor(Safelead& safelead, const Actor& actor, std::string code,
                                                     std::string about, std::string device)
{
    auto& parts = safelead.parts();
    auto beginning = begin_for(parts, actor.person, std::move(device), std::move(about), {});
    if (!beginning) return Result<FactorSet, CodeRefusal>{fail(CodeRefusal::over)};
    beginning->organisation = actor.organisation;
    return set_up(parts, *std::move(beginning), std::string{actor.session.text()}, code);
}

Later<Outcome<std::vector<std::string>>> make_recovery_codes(Safelead& safelead, const Actor& actor,
                                                             const CommandId& command)
{
    auto& parts = safelead.parts();
    auto codes = new_recovery_codes(parts, actor.person.text(), command);
    return keep_in_directory(parts, actor.person.text(), command, Said{"recovery codes"},
                             directory::MakeRecoveryCodes{actor.person, codes.kept})
        .then([shown = std::move(codes.shown)](Outcome<Done> kept) -> Outcome<std::vector<std::string>> {
            (void)SL_TRY(std::move(kept));
            return shown;
        });
}

OwnFactor own_factor(Safelead& safelead, const Actor& actor)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(actor.person);
    if (person == nullptr) return {};
    return {
        !person->code_secret.empty(),
        person->passkeys.empty() && must_have_factor(parts, *partnership, actor.person, actor.organisation),
        person->recovery_codes.size()};
}

}  // namespace safelead::app
