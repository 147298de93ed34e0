#include "app/codes.h"

#include "app/parts.h"
#include "app/said.h"
#include "crypto/base32.h"
#include "crypto/digest.h"
#include "crypto/timed_code.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

constexpr std::size_t recovery_codes = 10;
constexpr std::size_t recovery_letters = 16;  // 80 bits: nobody guesses one.
constexpr std::string_view used_kind = "code-used";
constexpr std::chrono::minutes used_known{5};  // Longer than any code works.

std::string plain_letters(std::string_view typed)
{
    std::string letters;
    for (char c : typed) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        letters += c;
    }
    return letters;
}

std::string kept_of(Parts& parts, std::string_view letters)
{
    const auto key = crypto::derive_key(*parts.sign_in_key, "recovery codes");
    return to_hex(crypto::keyed_digest(key, bytes_of(letters)));
}

}  // namespace

RecoveryCodes new_recovery_codes(Parts& parts, std::string_view by, const CommandId& command)
{
    RecoveryCodes codes;
    for (std::size_t i = 0; i < recovery_codes; ++i) {
        const auto letters =
            code_of_command(parts, "recovery code", by, command, i).substr(0, recovery_letters);
        codes.shown.push_back(fmt::format("{}-{}-{}-{}", letters.substr(0, 4), letters.substr(4, 4),
                                          letters.substr(8, 4), letters.substr(12, 4)));
        codes.kept.push_back(kept_of(parts, letters));
    }
    return codes;
}

std::string code_of_command(Parts& parts, std::string_view what, std::string_view by,
                            const CommandId& command, std::size_t number)
{
    Said said{what};
    said(by);
    said(command);
    said(number);
    const auto key = crypto::derive_key(*parts.sign_in_key, "codes of commands");
    const auto digest = crypto::keyed_digest(key, said.bytes());
    return plain_letters(crypto::to_base32(BytesView{digest}.first(16)));
}

std::string recovery_code_kept(Parts& parts, std::string_view typed)
{
    const auto letters = plain_letters(typed);
    return letters.size() == recovery_letters ? kept_of(parts, letters) : std::string{};
}

bool use_timed_code(Parts& parts, const PersonId& person, std::string_view secret, std::string_view typed)
{
    const auto bytes = crypto::parse_base32(secret);
    if (!bytes || bytes->empty()) return false;
    const auto step = crypto::step_of_code(*bytes, plain_letters(typed), parts.now());
    if (!step) return false;
    const auto used = to_hex(crypto::keyed_digest(
        *parts.sign_in_key, bytes_of(fmt::format("code used\n{}\n{}\n{}", person.text(), secret, *step))));
    return parts.passing->store().increment(used_kind, used, parts.now(), parts.now() + used_known) == 1;
}

}  // namespace safelead::app
