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

constexpr std::string_view kind = "sign-in-change";
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

ledger::PassingThing kept_as(const PersonId& person, const SignInChange& change)
{
    return {std::string{kind}, change.id, std::string{person.text()},
            pack_texts({std::to_string(static_cast<int>(change.what)), to_text(change.at),
                        change.is_news ? "1" : "0"}),
            change.at + shown_for};
}

std::optional<SignInChange> read(const ledger::PassingThing& thing)
{
    const auto texts = unpack_texts(thing.plaintext);
    if (!texts || texts->size() != 3) return std::nullopt;
    const auto number = parse_number((*texts)[0]);
    const auto time = parse_instant((*texts)[1]);
    if (!number || *number < 0 || *number > last_kind || !time) return std::nullopt;
    return SignInChange{thing.id, static_cast<SignInChanged>(*number), *time, (*texts)[2] == "1"};
}

}  // namespace

void note_sign_in_change(Parts& parts, const CommandId& command, Instant at, const directory::Command& kept)
{
    const auto changed = changed_by(kept);
    const auto now = parts.now();
    if (!changed || at + shown_for <= now || parts.passing->get(kind, command.text(), now)) return;
    // First: whoever sends the same again because this failed is told of it by both.
    put_in_queue(parts, changed->person, MailFor::anybody);
    parts.passing->put(kept_as(changed->person, {std::string{command.text()}, changed->what, at, true}));
}

std::vector<SignInChange> sign_in_changes(Safelead& safelead, const PersonId& person)
{
    auto& parts = safelead.parts();
    std::vector<SignInChange> changes;
    for (const auto& thing : parts.passing->list_of(kind, person.text(), parts.now()))
        if (auto one = read(thing)) changes.push_back(*std::move(one));
    std::ranges::stable_sort(changes, std::ranges::greater{}, &SignInChange::at);
    if (changes.size() > most_shown) changes.resize(most_shown);
    return changes;
}

void see_sign_in_changes(Safelead& safelead, const PersonId& person, const std::vector<SignInChange>& shown)
{
    auto& parts = safelead.parts();
    for (auto one : shown) {
        if (!one.is_news) continue;
        one.is_news = false;
        parts.passing->change(kind, one.id, parts.now(),
                              [&](const ledger::PassingThing& there) -> std::optional<ledger::PassingThing> {
                                  if (there.owner != person.text()) return std::nullopt;
                                  return kept_as(person, one);
                              });
    }
}

}  // namespace safelead::app
