#include "exchange/person_events.h"

namespace safelead::exchange {
namespace {

using namespace directory;
using nlohmann::ordered_json;

template <class RoleEvent>
EventBytes role_event_bytes(std::string_view type, const RoleEvent& event)
{
    return named(type, {{"person", event.person.text()},
                        {"organisation", event.organisation.text()},
                        {"role", role_name(event.role)},
                        {"authority", authority_json(event.authority)}});
}

template <class RoleEvent>
Read<directory::Event> role_event(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto where = SL_TRY(organisation(reader));
    const auto role = SL_TRY(named_value(reader, "role", role_from_name));
    return directory::Event{RoleEvent{who, where, role, SL_TRY(authority(reader))}};
}

std::optional<Notices> notices_from_name(std::string_view name)
{
    if (name == "none") return Notices::none;
    if (name == "by_mail") return Notices::by_mail;
    return std::nullopt;
}

Read<std::optional<Date>> date_or_null(MemberReader& reader, std::string_view member)
{
    const auto* tree = SL_TRY(reader.any(member));
    if (tree->kind == JsonTree::Kind::null) return std::optional<Date>{};
    const auto date = tree->kind == JsonTree::Kind::text ? parse_date(tree->text) : std::nullopt;
    if (!date) return reader.fault(member, "is neither a date nor null");
    return date;
}

}  // namespace

EventBytes person_event_bytes(const PersonAdded& event)
{
    return named("person-added", {{"person", event.person.text()},
                                  {"home", event.home.text()},
                                  {"name", event.name},
                                  {"email", event.email},
                                  {"sign_in_key", event.sign_in_key},
                                  {"authority", authority_json(event.authority)}});
}

EventBytes person_event_bytes(const PersonRenamed& event)
{
    return named("person-renamed", {{"person", event.person.text()},
                                    {"name", event.name},
                                    {"authority", authority_json(event.authority)}});
}

EventBytes person_event_bytes(const EmailChanged& event)
{
    return named("email-changed", {{"person", event.person.text()},
                                   {"email", event.email},
                                   {"sign_in_key", event.sign_in_key},
                                   {"authority", authority_json(event.authority)}});
}

EventBytes person_event_bytes(const PersonLeft& event)
{
    return named("person-left",
                 {{"person", event.person.text()}, {"authority", authority_json(event.authority)}});
}

EventBytes person_event_bytes(const PasswordSet& event)
{
    return named("password-set", {{"person", event.person.text()},
                                  {"argon2", event.argon2},
                                  {"authority", authority_json(event.authority)}});
}

EventBytes person_event_bytes(const NoticesSet& event)
{
    return named("notices-set", {{"person", event.person.text()},
                                 {"notices", event.notices == Notices::by_mail ? "by_mail" : "none"},
                                 {"authority", authority_json(event.authority)}});
}

EventBytes person_event_bytes(const RoleGiven& event)
{
    return role_event_bytes("role-given", event);
}

EventBytes person_event_bytes(const RoleTaken& event)
{
    return role_event_bytes("role-taken", event);
}

EventBytes person_event_bytes(const RoleAsked& event)
{
    return role_event_bytes("role-asked", event);
}

EventBytes person_event_bytes(const RoleRefused& event)
{
    return role_event_bytes("role-refused", event);
}

EventBytes person_event_bytes(const AwayRecorded& event)
{
    const auto& until = event.absence.until;
    return named("away-recorded", {{"person", event.person.text()},
                                   {"organisation", event.organisation.text()},
                                   {"from", to_text(event.absence.from)},
                                   {"until", until ? ordered_json(to_text(*until)) : ordered_json(nullptr)},
                                   {"covered_by", person_json(event.absence.covered_by)},
                                   {"authority", authority_json(event.authority)}});
}

EventBytes person_event_bytes(const AwayEnded& event)
{
    return named("away-ended", {{"person", event.person.text()},
                                {"organisation", event.organisation.text()},
                                {"authority", authority_json(event.authority)}});
}

Read<directory::Event> person_added(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto home = OrganisationId{SL_TRY(reader.text("home"))};
    const auto name = SL_TRY(reader.text("name"));
    const auto email = SL_TRY(reader.text("email"));
    const auto key = SL_TRY(any_text(reader, "sign_in_key"));
    return directory::Event{PersonAdded{who, home, name, email, key, SL_TRY(authority(reader))}};
}

Read<directory::Event> person_renamed(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto name = SL_TRY(reader.text("name"));
    return directory::Event{PersonRenamed{who, name, SL_TRY(authority(reader))}};
}

Read<directory::Event> email_changed(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto email = SL_TRY(reader.text("email"));
    const auto key = SL_TRY(reader.text("sign_in_key"));
    return directory::Event{EmailChanged{who, email, key, SL_TRY(authority(reader))}};
}

Read<directory::Event> person_left(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    return directory::Event{PersonLeft{who, SL_TRY(authority(reader))}};
}

Read<directory::Event> password_set(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto argon2 = SL_TRY(reader.text("argon2"));
    return directory::Event{PasswordSet{who, argon2, SL_TRY(authority(reader))}};
}

Read<directory::Event> notices_set(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto notices = SL_TRY(named_value(reader, "notices", notices_from_name));
    return directory::Event{NoticesSet{who, notices, SL_TRY(authority(reader))}};
}

Read<directory::Event> role_given(MemberReader& reader)
{
    return role_event<RoleGiven>(reader);
}

Read<directory::Event> role_taken(MemberReader& reader)
{
    return role_event<RoleTaken>(reader);
}

Read<directory::Event> role_asked(MemberReader& reader)
{
    return role_event<RoleAsked>(reader);
}

Read<directory::Event> role_refused(MemberReader& reader)
{
    return role_event<RoleRefused>(reader);
}

Read<directory::Event> away_recorded(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto where = SL_TRY(organisation(reader));
    const auto from = SL_TRY(date_of(reader, "from"));
    const auto until = SL_TRY(date_or_null(reader, "until"));
    const auto cover = SL_TRY(person_or_null(reader, "covered_by"));
    return directory::Event{AwayRecorded{who, where, {from, until, cover}, SL_TRY(authority(reader))}};
}

Read<directory::Event> away_ended(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto where = SL_TRY(organisation(reader));
    return directory::Event{AwayEnded{who, where, SL_TRY(authority(reader))}};
}

}  // namespace safelead::exchange
