#include "exchange/sign_in_events.h"

namespace safelead::exchange {
namespace {

using namespace directory;

template <class PersonEvent>
EventBytes with_person(std::string_view type, const PersonEvent& event)
{
    return named(type, {{"person", event.person.text()}, {"authority", authority_json(event.authority)}});
}

template <class PersonEvent>
Read<directory::Event> of_person(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    return directory::Event{PersonEvent{who, SL_TRY(authority(reader))}};
}

}  // namespace

EventBytes sign_in_event_bytes(const SecondFactorSet& event)
{
    return named("second-factor-set", {{"person", event.person.text()},
                                       {"secret", event.secret},
                                       {"recovery", event.recovery},
                                       {"authority", authority_json(event.authority)}});
}

EventBytes sign_in_event_bytes(const RecoveryCodesMade& event)
{
    return named("recovery-codes-made", {{"person", event.person.text()},
                                         {"recovery", event.recovery},
                                         {"authority", authority_json(event.authority)}});
}

EventBytes sign_in_event_bytes(const RecoveryCodeUsed& event)
{
    return named("recovery-code-used", {{"person", event.person.text()}, {"code", event.code}});
}

EventBytes sign_in_event_bytes(const SignInResetAsked& event)
{
    return with_person("sign-in-reset-asked", event);
}

EventBytes sign_in_event_bytes(const SignInResetRefused& event)
{
    return with_person("sign-in-reset-refused", event);
}

EventBytes sign_in_event_bytes(const SignInReset& event)
{
    return with_person("sign-in-reset", event);
}

EventBytes sign_in_event_bytes(const SignInInvited& event)
{
    return named("sign-in-invited", {{"person", event.person.text()},
                                     {"code", event.invitation.code},
                                     {"until", to_text(event.invitation.until)},
                                     {"authority", authority_json(event.authority)}});
}

EventBytes sign_in_event_bytes(const PasskeyAdded& event)
{
    return named("passkey-added", {{"person", event.person.text()},
                                   {"passkey", event.passkey.id},
                                   {"key", event.passkey.key},
                                   {"name", event.passkey.name},
                                   {"authority", authority_json(event.authority)}});
}

EventBytes sign_in_event_bytes(const PasskeyRemoved& event)
{
    return named("passkey-removed", {{"person", event.person.text()},
                                     {"passkey", event.passkey},
                                     {"authority", authority_json(event.authority)}});
}

EventBytes sign_in_event_bytes(const IssuerTied& event)
{
    return named("issuer-tied", {{"person", event.person.text()},
                                 {"issuer", event.tie.issuer},
                                 {"subject", event.tie.subject},
                                 {"authority", authority_json(event.authority)}});
}

EventBytes sign_in_event_bytes(const IssuerUntied& event)
{
    return named("issuer-untied", {{"person", event.person.text()},
                                   {"issuer", event.issuer},
                                   {"authority", authority_json(event.authority)}});
}

Read<directory::Event> second_factor_set(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto secret = SL_TRY(reader.text("secret"));
    auto recovery = SL_TRY(reader.texts("recovery"));
    return directory::Event{SecondFactorSet{who, secret, std::move(recovery), SL_TRY(authority(reader))}};
}

Read<directory::Event> recovery_codes_made(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    auto recovery = SL_TRY(reader.texts("recovery"));
    return directory::Event{RecoveryCodesMade{who, std::move(recovery), SL_TRY(authority(reader))}};
}

Read<directory::Event> recovery_code_used(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    return directory::Event{RecoveryCodeUsed{who, SL_TRY(reader.text("code"))}};
}

Read<directory::Event> sign_in_reset_asked(MemberReader& reader)
{
    return of_person<SignInResetAsked>(reader);
}

Read<directory::Event> sign_in_reset_refused(MemberReader& reader)
{
    return of_person<SignInResetRefused>(reader);
}

Read<directory::Event> sign_in_reset(MemberReader& reader)
{
    return of_person<SignInReset>(reader);
}

Read<directory::Event> sign_in_invited(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto code = SL_TRY(reader.text("code"));
    const auto until = parse_instant(SL_TRY(reader.text("until")));
    if (!until) return reader.fault("until", "is not an instant");
    return directory::Event{SignInInvited{who, {code, *until}, SL_TRY(authority(reader))}};
}

Read<directory::Event> passkey_added(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto id = SL_TRY(reader.text("passkey"));
    const auto key = SL_TRY(reader.text("key"));
    const auto name = SL_TRY(reader.text("name"));
    return directory::Event{PasskeyAdded{who, {id, key, name}, SL_TRY(authority(reader))}};
}

Read<directory::Event> passkey_removed(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto id = SL_TRY(reader.text("passkey"));
    return directory::Event{PasskeyRemoved{who, id, SL_TRY(authority(reader))}};
}

Read<directory::Event> issuer_tied(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto issuer = SL_TRY(reader.text("issuer"));
    const auto subject = SL_TRY(reader.text("subject"));
    return directory::Event{IssuerTied{who, {issuer, subject}, SL_TRY(authority(reader))}};
}

Read<directory::Event> issuer_untied(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto issuer = SL_TRY(reader.text("issuer"));
    return directory::Event{IssuerUntied{who, issuer, SL_TRY(authority(reader))}};
}

}  // namespace safelead::exchange
