#include "exchange/directory_events.h"

#include "base/overloaded.h"
#include "exchange/directory_fields.h"
#include "exchange/json_tree.h"
#include "exchange/person_events.h"
#include "exchange/sign_in_events.h"
#include "exchange/token_events.h"

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

ordered_json json_of(const CaseOpenedByForce& event)
{
    const auto& opening = event.opening;
    return {{"opening", opening.id.text()},
            {"organisation", opening.organisation.text()},
            {"by", opening.by.text()},
            {"at", to_text(opening.at)},
            {"reference", opening.reference}};
}

ordered_json json_of(const OpeningReviewed& event)
{
    return {{"opening", event.opening.text()},
            {"by", event.review.by.text()},
            {"at", to_text(event.review.at)},
            {"judged", opening_judged_name(event.review.judged)},
            {"words", event.review.words}};
}

// Reading.

std::optional<Standing> standing_from_name(std::string_view name)
{
    if (name == "real") return Standing::real;
    if (name == "practice") return Standing::practice;
    return std::nullopt;
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

Read<std::optional<Interval>> hours_of_day(const JsonTree& tree)
{
    if (tree.kind == JsonTree::Kind::null) return std::optional<Interval>{};
    auto reader = SL_TRY(MemberReader::of(tree, "week"));
    const std::chrono::minutes from{SL_TRY(reader.integer("from"))};
    const std::chrono::minutes until{SL_TRY(reader.integer("until"))};
    SL_TRY(reader.nothing_else());
    return std::optional{Interval{from, until}};
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

Read<Instant> instant_of(MemberReader& reader, std::string_view member)
{
    const auto at = parse_instant(SL_TRY(reader.text(member)));
    if (!at) return reader.fault(member, "is no time");
    return *at;
}

Read<Event> case_opened_by_force(MemberReader& reader)
{
    const OpeningId id{SL_TRY(reader.text("opening"))};
    const auto where = SL_TRY(organisation(reader));
    const PersonId by{SL_TRY(reader.text("by"))};
    const auto at = SL_TRY(instant_of(reader, "at"));
    return Event{CaseOpenedByForce{{id, where, by, at, SL_TRY(reader.text("reference")), std::nullopt}}};
}

Read<Event> opening_reviewed(MemberReader& reader)
{
    const OpeningId id{SL_TRY(reader.text("opening"))};
    const PersonId by{SL_TRY(reader.text("by"))};
    const auto at = SL_TRY(instant_of(reader, "at"));
    const auto judged = SL_TRY(named_value(reader, "judged", opening_judged_from_name));
    return Event{OpeningReviewed{id, {by, at, judged, SL_TRY(reader.text("words"))}}};
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
    KnownType{"role-given", role_given},
    KnownType{"role-taken", role_taken},
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
    KnownType{"case-opened-by-force", case_opened_by_force},
    KnownType{"opening-reviewed", opening_reviewed},
    KnownType{"token-made", token_made},
    KnownType{"token-revoked", token_revoked},
    KnownType{"issuer-tied", issuer_tied},
    KnownType{"issuer-untied", issuer_untied},
    KnownType{"role-asked", role_asked},
    KnownType{"role-refused", role_refused},
    KnownType{"email-changed", email_changed},
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
            [](const OrganisationChanged& e) {
                return named("organisation-changed", json_of(e.organisation));
            },
            [](const TalkHoursSet& e) { return named("talk-hours-set", json_of(e)); },
            [](const TalkStopped& e) {
                return named("talk-stopped", {{"organisation", e.organisation.text()},
                                              {"authority", authority_json(e.authority)}});
            },
            [](const KitUsed& e) { return named("kit-used", json_of(e)); },
            [](const CaseOpenedByForce& e) { return named("case-opened-by-force", json_of(e)); },
            [](const OpeningReviewed& e) { return named("opening-reviewed", json_of(e)); },
            [](const auto& about_somebody) {
                if constexpr (requires { person_event_bytes(about_somebody); })
                    return person_event_bytes(about_somebody);
                else if constexpr (requires { token_event_bytes(about_somebody); })
                    return token_event_bytes(about_somebody);
                else
                    return sign_in_event_bytes(about_somebody);
            },
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
