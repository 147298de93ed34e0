#include "app/sign_in_changes.h"

#include "app/mail_queue.h"
#include "app/parts.h"
#include "app/texts.h"
#include "base/overloaded.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace safelead::app {
namespace {

constexpr std::string_view kind = "sign-in-changes";
constexpr std::chrono::days shown_for{90};
constexpr std::size_t most_shown = 10;
constexpr long long last_kind = static_cast<long long>(SignInChanged::account_untied);

struct Changed {
    PersonId person;
    SignInChanged what;
};

std::optional<Changed> changed_by(const directory::Command& kept)
{
    using Found = std::optional<Changed>;
    const auto is = [](SignInChanged what) {
        return [what](const auto& command) -> Found { return Changed{command.person, what}; };
    };
    return std::visit(
        Overloaded{
            [&](const directory::SetPassword& one) { return is(SignInChanged::password)(one); },
            [&](const directory::AcceptInvitation& one) { return is(SignInChanged::by_invitation)(one); },
            [&](const directory::AcceptInvitationByIssuer& one) {
                return is(SignInChanged::by_invitation)(one);
            },
            [&](const directory::SetSecondFactor& one) { return is(SignInChanged::codes)(one); },
            [&](const directory::MakeRecoveryCodes& one) { return is(SignInChanged::recovery_codes)(one); },
            [&](const directory::AddPasskey& one) { return is(SignInChanged::passkey_added)(one); },
            [&](const directory::RemovePasskey& one) { return is(SignInChanged::passkey_removed)(one); },
            [&](const directory::TieIssuer& one) { return is(SignInChanged::account_tied)(one); },
            [&](const directory::UntieIssuer& one) { return is(SignInChanged::account_untied)(one); },
            [](const auto&) -> Found { return std::nullopt; },
        },
        kept);
}

std::optional<SignInChange> read(const std::string& what, const std::string& at, const std::string& is_news)
{
    const auto number = parse_number(what);
    const auto time = parse_instant(at);
    if (!number || *number < 0 || *number > last_kind || !time) return std::nullopt;
    return SignInChange{static_cast<SignInChanged>(*number), *time, is_news == "1"};
}

void keep(Parts& parts, const PersonId& person, const std::vector<SignInChange>& changes)
{
    std::vector<std::string> texts;
    for (const auto& one : changes) {
        texts.push_back(std::to_string(static_cast<int>(one.what)));
        texts.push_back(to_text(one.at));
        texts.emplace_back(one.is_news ? "1" : "0");
    }
    const std::string id{person.text()};
    parts.passing->put({std::string{kind}, id, id, pack_texts(texts), parts.now() + shown_for});
}

std::vector<SignInChange> known(Parts& parts, const PersonId& person)
{
    constexpr std::size_t each = 3;
    std::vector<SignInChange> changes;
    const auto thing = parts.passing->get(kind, person.text(), parts.now());
    const auto texts = thing ? unpack_texts(thing->plaintext) : std::nullopt;
    if (!texts) return changes;
    for (std::size_t at = 0; at + each <= texts->size(); at += each)
        if (const auto one = read((*texts)[at], (*texts)[at + 1], (*texts)[at + 2]);
            one && one->at + shown_for > parts.now())
            changes.push_back(*one);
    return changes;
}

}  // namespace

void note_sign_in_change(Parts& parts, const directory::Command& kept)
{
    const auto changed = changed_by(kept);
    if (!changed) return;
    auto changes = known(parts, changed->person);
    changes.insert(changes.begin(), {changed->what, parts.now(), true});
    if (changes.size() > most_shown) changes.erase(changes.begin() + most_shown, changes.end());
    keep(parts, changed->person, changes);
    put_in_queue(parts, changed->person, MailFor::anybody);
}

std::vector<SignInChange> sign_in_changes(Safelead& safelead, const PersonId& person)
{
    return known(safelead.parts(), person);
}

void see_sign_in_changes(Safelead& safelead, const PersonId& person)
{
    auto& parts = safelead.parts();
    auto changes = known(parts, person);
    if (std::ranges::none_of(changes, &SignInChange::is_news)) return;
    for (auto& one : changes) one.is_news = false;
    keep(parts, person, changes);
}

}  // namespace safelead::app
