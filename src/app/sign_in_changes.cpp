#include "app/sign_in_changes.h"

#include "app/mail_queue.h"
#include "app/parts.h"
#include "app/texts.h"
#include "base/overloaded.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace safelead::app {
namespace {

constexpr std::string_view kind = "sign-in-change";
constexpr std::string_view begun_kind = "sign-in-changing";

/// Until then whoever asked for it notes it: two who do at once would send two mails.
constexpr std::chrono::minutes left_to_who_asked{1};

/// What is not kept by then was refused, or is not known to anybody any more.
constexpr std::chrono::minutes longest_on_its_way{10};
constexpr std::chrono::days shown_for{90};
constexpr std::size_t most_shown = 10;
constexpr long long last_kind = static_cast<long long>(SignInChanged::was_reset);

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
            [&](const directory::ChangeEmail& one) { return is(SignInChanged::email)(one); },
            [&](const directory::AskSignInReset& one) { return is(SignInChanged::reset_asked)(one); },
            [&](const directory::AgreeSignInReset& one) { return is(SignInChanged::was_reset)(one); },
            [](const auto&) -> Found { return std::nullopt; },
        },
        kept);
}

/// An invitation takes away how somebody signs in only if they could: once it is kept, nothing says so.
std::optional<Changed> to_be_changed_by(const directory::Partnership& partnership,
                                        const directory::Command& asked)
{
    const auto* invitation = std::get_if<directory::InviteToSignIn>(&asked);
    if (invitation == nullptr) return changed_by(asked);
    const auto* person = partnership.person(invitation->person);
    if (person == nullptr || !directory::has_a_way_in(*person)) return std::nullopt;
    return Changed{invitation->person, SignInChanged::was_reset};
}

ledger::PassingThing kept_as(const PersonId& person, const SignInChange& change)
{
    return {std::string{kind}, change.id, std::string{person.text()},
            pack_texts({std::to_string(static_cast<int>(change.what)), to_text(change.at),
                        change.is_news ? "1" : "0"}),
            change.at + shown_for};
}

std::optional<SignInChanged> read_what(const std::string& text)
{
    const auto number = parse_number(text);
    if (!number || *number < 0 || *number > last_kind) return std::nullopt;
    return static_cast<SignInChanged>(*number);
}

std::optional<SignInChange> read(const ledger::PassingThing& thing)
{
    const auto texts = unpack_texts(thing.plaintext);
    if (!texts || texts->size() != 3) return std::nullopt;
    const auto what = read_what((*texts)[0]);
    const auto time = parse_instant((*texts)[1]);
    if (!what || !time) return std::nullopt;
    return SignInChange{thing.id, *what, *time, (*texts)[2] == "1"};
}

struct Begun {
    Changed changed;
    Instant at;
};

std::optional<Begun> read_begun(const ledger::PassingThing& thing)
{
    const auto texts = unpack_texts(thing.plaintext);
    if (!texts || texts->size() != 2) return std::nullopt;
    const auto what = read_what((*texts)[0]);
    const auto time = parse_instant((*texts)[1]);
    if (!what || !time) return std::nullopt;
    return Begun{{PersonId{thing.owner}, *what}, *time};
}

/// What was noted of it before it was kept, by this sending of the form or by one before.
std::optional<Changed> begun_by(Parts& parts, const CommandId& command)
{
    const auto thing = parts.passing->get(begun_kind, command.text(), parts.now());
    const auto begun = thing ? read_begun(*thing) : std::nullopt;
    if (!begun) return std::nullopt;
    return begun->changed;
}

void note(Parts& parts, const std::string& id, Instant at, const Changed& changed)
{
    const auto now = parts.now();
    if (at + shown_for > now && !parts.passing->get(kind, id, now)) {
        // First: whoever sends the same again because this failed is told of it by both.
        put_in_queue(parts, changed.person, MailFor::anybody);
        parts.passing->put(kept_as(changed.person, {id, changed.what, at, true}));
    }
    parts.passing->store().remove(begun_kind, id);
}

}  // namespace

void begin_sign_in_change(Parts& parts, const CommandId& command, const directory::Command& asked)
{
    const auto changed = to_be_changed_by(*parts.partnership(), asked);
    if (!changed) return;
    const auto now = parts.now();
    parts.passing->put(
        {std::string{begun_kind}, std::string{command.text()}, std::string{changed->person.text()},
         pack_texts({std::to_string(static_cast<int>(changed->what)), to_text(now)}), now + shown_for});
}

void note_sign_in_change(Parts& parts, const CommandId& command, Instant at, const directory::Command& kept)
{
    const bool is_invitation = std::holds_alternative<directory::InviteToSignIn>(kept);
    const auto changed = is_invitation ? begun_by(parts, command) : changed_by(kept);
    if (changed) note(parts, std::string{command.text()}, at, *changed);
}

void finish_sign_in_changes(Safelead& safelead)
{
    auto& parts = safelead.parts();
    const auto now = parts.now();
    for (const auto& thing : parts.passing->list(begun_kind, now)) {
        const auto begun = read_begun(thing);
        if (begun && begun->at + left_to_who_asked > now) continue;
        const auto recorded = parts.directory().log().recorded(CommandId{thing.id});
        if (begun && recorded)
            note(parts, thing.id, recorded->time, begun->changed);
        else if (!begun || begun->at + longest_on_its_way <= now)
            parts.passing->store().remove(begun_kind, thing.id);
    }
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
