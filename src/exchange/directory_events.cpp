#include "exchange/directory_events.h"

#include "base/overloaded.h"
#include "exchange/directory_fields.h"
#include "exchange/json_tree.h"
#include "exchange/sign_in_events.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace safelead::exchange {
namespace {

using nlohmann::ordered_json;
using namespace directory;

// Writing.

ordered_json json_of(const Organisation& organisation)
{
    return {{"id", organisation.id.text()},
            {"name", organisation.name},
            {"kind", kind_name(organisation.kind)},
            {"phase", phase_name(organisation.phase)},
            {"urn", organisation.urn},
            {"telephone", organisation.telephone},
            {"dsl_telephone", organisation.dsl_telephone},
            {"area", organisation.area},
            {"standing", organisation.standing == Standing::practice ? "practice" : "real"}};
}

template <class RoleEvent>
ordered_json json_of_role(const RoleEvent& event)
{
    return {{"person", event.person.text()},
            {"organisation", event.organisation.text()},
            {"role", role_name(event.role)},
            {"authority", authority_json(event.authority)}};
}

ordered_json json_of(const std::optional<Interval>& hours)
{
    if (!hours) return nullptr;
    return {{"from", hours->from.count()}, {"until", hours->until.count()}};
}

ordered_json json_of(const TalkHoursSet& event)
{
    auto people = ordered_json::array();
    for (const auto& id : event.hours.people) people.push_back(id.text());
    auto week = ordered_json::array();
    for (const auto& day : event.hours.week) week.push_back(json_of(day));
    auto terms = ordered_json::array();
    for (const auto& term : event.hours.terms)
        terms.push_back({{"from", to_text(term.from)}, {"until", to_text(term.until)}});
    return {{"organisation", event.organisation.text()},
            {"people", people},
            {"week", week},
            {"terms", terms},
            {"expect", answer_within_name(event.hours.expect)},
            {"authority", authority_json(event.authority)}};
}

ordered_json json_of(const KitUsed& event)
{
    auto parts = ordered_json::array();
    for (const auto part : event.use.parts) parts.push_back(kit_part_name(part));
    return {{"organisation", event.organisation.text()},
            {"campaign", event.use.campaign},
            {"from", to_text(event.use.from)},
            {"parts", parts},
            {"authority", authority_json(event.authority)}};
}

// Reading.

std::optional<Standing> standing_from_name(std::string_view name)
{
    if (name == "real") return Standing::real;
    if (name == "practice") return Standing::practice;
    return std::nullopt;
}

/// A text that must be there and may be empty.
Read<std::string> any_text(MemberReader& reader, std::string_view member)
{
    const auto* tree = SL_TRY(reader.any(member));
    if (tree->kind != JsonTree::Kind::text) return reader.fault(member, "is not a text");
    return tree->text;
}

Read<std::optional<Date>> date_or_null(MemberReader& reader, std::string_view member)
{
    const auto* tree = SL_TRY(reader.any(member));
    if (tree->kind == JsonTree::Kind::null) return std::optional<Date>{};
    const auto date = tree->kind == JsonTree::Kind::text ? parse_date(tree->text) : std::nullopt;
    if (!date) return reader.fault(member, "is neither a date nor null");
    return date;
}

Read<OrganisationId> organisation(MemberReader& reader)
{
    return OrganisationId{SL_TRY(reader.text("organisation"))};
}

Read<Organisation> whole_organisation(MemberReader& reader)
{
    const auto id = OrganisationId{SL_TRY(reader.text("id"))};
    const auto name = SL_TRY(reader.text("name"));
    const auto kind = SL_TRY(named_value(reader, "kind", kind_from_name));
    const auto phase = SL_TRY(named_value(reader, "phase", phase_from_name));
    const auto urn = SL_TRY(any_text(reader, "urn"));
    const auto telephone = SL_TRY(any_text(reader, "telephone"));
    const auto dsl_telephone = SL_TRY(any_text(reader, "dsl_telephone"));
    const auto area = SL_TRY(any_text(reader, "area"));
    const auto standing = SL_TRY(named_value(reader, "standing", standing_from_name));
    return Organisation{id, name, kind, phase, urn, telephone, dsl_telephone, area, standing};
}

Read<Event> organisation_added(MemberReader& reader)
{
    return Event{OrganisationAdded{SL_TRY(whole_organisation(reader))}};
}

Read<Event> organisation_changed(MemberReader& reader)
{
    return Event{OrganisationChanged{SL_TRY(whole_organisation(reader))}};
}

Read<Event> set_up_finished(MemberReader& reader)
{
    return Event{SetUpFinished{SL_TRY(organisation(reader))}};
}

Read<Event> set_up_reopened(MemberReader& reader)
{
    const auto where = SL_TRY(organisation(reader));
    return Event{SetUpReopened{where, SL_TRY(reader.text("reason"))}};
}

Read<Event> person_added(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto home = OrganisationId{SL_TRY(reader.text("home"))};
    const auto name = SL_TRY(reader.text("name"));
    const auto email = SL_TRY(reader.text("email"));
    const auto key = SL_TRY(any_text(reader, "sign_in_key"));
    return Event{PersonAdded{who, home, name, email, key, SL_TRY(authority(reader))}};
}

Read<Event> person_renamed(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto name = SL_TRY(reader.text("name"));
    return Event{PersonRenamed{who, name, SL_TRY(authority(reader))}};
}

std::optional<Notices> notices_from_name(std::string_view name)
{
    if (name == "none") return Notices::none;
    if (name == "by_mail") return Notices::by_mail;
    return std::nullopt;
}

Read<Event> notices_set(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto notices = SL_TRY(named_value(reader, "notices", notices_from_name));
    return Event{NoticesSet{who, notices, SL_TRY(authority(reader))}};
}

template <class RoleEvent>
Read<Event> role_event(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto where = SL_TRY(organisation(reader));
    const auto role = SL_TRY(named_value(reader, "role", role_from_name));
    return Event{RoleEvent{who, where, role, SL_TRY(authority(reader))}};
}

Read<Event> person_left(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    return Event{PersonLeft{who, SL_TRY(authority(reader))}};
}

Read<Event> password_set(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto argon2 = SL_TRY(reader.text("argon2"));
    return Event{PasswordSet{who, argon2, SL_TRY(authority(reader))}};
}

Read<Event> away_recorded(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto where = SL_TRY(organisation(reader));
    const auto from = parse_date(SL_TRY(reader.text("from")));
    if (!from) return reader.fault("from", "is not a date");
    const auto until = SL_TRY(date_or_null(reader, "until"));
    const auto cover = SL_TRY(person_or_null(reader, "covered_by"));
    return Event{AwayRecorded{who, where, {*from, until, cover}, SL_TRY(authority(reader))}};
}

Read<Event> away_ended(MemberReader& reader)
{
    const auto who = SL_TRY(person(reader));
    const auto where = SL_TRY(organisation(reader));
    return Event{AwayEnded{who, where, SL_TRY(authority(reader))}};
}

Read<std::optional<Interval>> hours_of_day(const JsonTree& tree)
{
    if (tree.kind == JsonTree::Kind::null) return std::optional<Interval>{};
    auto reader = SL_TRY(MemberReader::of(tree, "week"));
    const std::chrono::minutes from{SL_TRY(reader.integer("from"))};
    const std::chrono::minutes until{SL_TRY(reader.integer("until"))};
    SL_TRY(reader.nothing_else());
    return std::optional{Interval{from, until}};
}

Read<Date> date_of(MemberReader& reader, std::string_view member)
{
    const auto date = parse_date(SL_TRY(reader.text(member)));
    if (!date) return reader.fault(member, "is not a date");
    return *date;
}

Read<SchoolTerm> term_of(const JsonTree& tree)
{
    auto reader = SL_TRY(MemberReader::of(tree, "terms"));
    const auto from = SL_TRY(date_of(reader, "from"));
    const auto until = SL_TRY(date_of(reader, "until"));
    SL_TRY(reader.nothing_else());
    return SchoolTerm{from, until};
}

Read<Event> talk_hours_set(MemberReader& reader)
{
    const auto where = SL_TRY(organisation(reader));
    TalkHours hours;
    for (auto& id : SL_TRY(reader.texts("people"))) hours.people.emplace_back(std::move(id));
    const auto* week = SL_TRY(reader.array("week"));
    if (week->items.size() != hours.week.size()) return reader.fault("week", "is not seven days");
    for (std::size_t day = 0; day < hours.week.size(); ++day)
        hours.week.at(day) = SL_TRY(hours_of_day(week->items[day]));
    const auto* terms = SL_TRY(reader.array("terms"));
    for (const auto& term : terms->items) hours.terms.push_back(SL_TRY(term_of(term)));
    hours.expect = SL_TRY(named_value(reader, "expect", answer_within_from_name));
    return Event{TalkHoursSet{where, std::move(hours), SL_TRY(authority(reader))}};
}

Read<Event> talk_stopped(MemberReader& reader)
{
    const auto where = SL_TRY(organisation(reader));
    return Event{TalkStopped{where, SL_TRY(authority(reader))}};
}

Read<Event> kit_used(MemberReader& reader)
{
    const auto where = SL_TRY(organisation(reader));
    KitUse use;
    use.campaign = SL_TRY(reader.text("campaign"));
    use.from = SL_TRY(date_of(reader, "from"));
    for (const auto& name : SL_TRY(reader.texts("parts"))) {
        const auto part = kit_part_from_name(name);
        if (!part) return reader.fault("parts", "is not a word this program knows");
        use.parts.push_back(*part);
    }
    return Event{KitUsed{where, std::move(use), SL_TRY(authority(reader))}};
}

struct KnownType {
    std::string_view type;
    Read<Event> (*read)(MemberReader&);
};

constexpr std::array known{
    KnownType{"organisation-added", organisation_added},
    KnownType{"organisation-set-up-finished", set_up_finished},
    KnownType{"organisation-set-up-reopened", set_up_reopened},
    KnownType{"person-added", person_added},
    KnownType{"role-given", role_event<RoleGiven>},
    KnownType{"role-taken", role_event<RoleTaken>},
    KnownType{"person-left", person_left},
    KnownType{"password-set", password_set},
    KnownType{"away-recorded", away_recorded},
    KnownType{"away-ended", away_ended},
    KnownType{"talk-hours-set", talk_hours_set},
    KnownType{"talk-stopped", talk_stopped},
    KnownType{"organisation-changed", organisation_changed},
    KnownType{"person-renamed", person_renamed},
    KnownType{"notices-set", notices_set},
    KnownType{"second-factor-set", second_factor_set},
    KnownType{"recovery-codes-made", recovery_codes_made},
    KnownType{"recovery-code-used", recovery_code_used},
    KnownType{"sign-in-reset-asked", sign_in_reset_asked},
    KnownType{"sign-in-reset-refused", sign_in_reset_refused},
    KnownType{"sign-in-reset", sign_in_reset},
    KnownType{"sign-in-invited", sign_in_invited},
    KnownType{"passkey-added", passkey_added},
    KnownType{"passkey-removed", passkey_removed},
    KnownType{"kit-used", kit_used},
};

Read<Event> read_with(const KnownType& type, const std::string& json)
{
    const auto tree = SL_TRY(parse_json(json, {}));
    auto reader = SL_TRY(MemberReader::of(tree, ""));
    auto event = SL_TRY(type.read(reader));
    SL_TRY(reader.nothing_else());
    return event;
}

}  // namespace

EventBytes to_event_bytes(const directory::Event& event)
{
    return std::visit(
        Overloaded{
            [](const OrganisationAdded& e) { return named("organisation-added", json_of(e.organisation)); },
            [](const SetUpFinished& e) {
                return named("organisation-set-up-finished", {{"organisation", e.organisation.text()}});
            },
            [](const SetUpReopened& e) {
                return named("organisation-set-up-reopened",
                             {{"organisation", e.organisation.text()}, {"reason", e.reason}});
            },
            [](const PersonAdded& e) {
                return named("person-added", {{"person", e.person.text()},
                                              {"home", e.home.text()},
                                              {"name", e.name},
                                              {"email", e.email},
                                              {"sign_in_key", e.sign_in_key},
                                              {"authority", authority_json(e.authority)}});
            },
            [](const RoleGiven& e) { return named("role-given", json_of_role(e)); },
            [](const RoleTaken& e) { return named("role-taken", json_of_role(e)); },
            [](const PersonLeft& e) {
                return named("person-left",
                             {{"person", e.person.text()}, {"authority", authority_json(e.authority)}});
            },
            [](const PasswordSet& e) {
                return named("password-set", {{"person", e.person.text()},
                                              {"argon2", e.argon2},
                                              {"authority", authority_json(e.authority)}});
            },
            [](const AwayRecorded& e) {
                const auto& until = e.absence.until;
                return named("away-recorded",
                             {{"person", e.person.text()},
                              {"organisation", e.organisation.text()},
                              {"from", to_text(e.absence.from)},
                              {"until", until ? ordered_json(to_text(*until)) : ordered_json(nullptr)},
                              {"covered_by", person_json(e.absence.covered_by)},
                              {"authority", authority_json(e.authority)}});
            },
            [](const AwayEnded& e) {
                return named("away-ended", {{"person", e.person.text()},
                                            {"organisation", e.organisation.text()},
                                            {"authority", authority_json(e.authority)}});
            },
            [](const OrganisationChanged& e) {
                return named("organisation-changed", json_of(e.organisation));
            },
            [](const NoticesSet& e) {
                return named("notices-set", {{"person", e.person.text()},
                                             {"notices", e.notices == Notices::by_mail ? "by_mail" : "none"},
                                             {"authority", authority_json(e.authority)}});
            },
            [](const PersonRenamed& e) {
                return named("person-renamed", {{"person", e.person.text()},
                                                {"name", e.name},
                                                {"authority", authority_json(e.authority)}});
            },
            [](const TalkHoursSet& e) { return named("talk-hours-set", json_of(e)); },
            [](const TalkStopped& e) {
                return named("talk-stopped", {{"organisation", e.organisation.text()},
                                              {"authority", authority_json(e.authority)}});
            },
            [](const KitUsed& e) { return named("kit-used", json_of(e)); },
            [](const auto& about_sign_in) { return sign_in_event_bytes(about_sign_in); },
        },
        event);
}

Result<directory::Event, EventFault> directory_event(const EventBytes& bytes)
{
    using Kind = EventFault::Kind;
    for (const auto& type : known) {
        if (type.type != bytes.type) continue;
        if (bytes.version != 1) return fail(EventFault{Kind::unknown_version, bytes.type, bytes.version, {}});
        auto event = read_with(type, bytes.json);
        if (event) return *std::move(event);
        return fail(EventFault{Kind::wrong_field, bytes.type, bytes.version, event.error().field});
    }
    return fail(EventFault{Kind::unknown_type, bytes.type, bytes.version, {}});
}

}  // namespace safelead::exchange
