#include "base/text.h"
#include "base/text_length.h"
#include "directory/authority.h"
#include "directory/decide_sign_in.h"
#include "directory/partnership.h"
#include "directory/person_name.h"
#include "directory/schools_import.h"

#include <algorithm>

namespace safelead::directory {
namespace {

constexpr std::size_t longest_reason = 4'000;

Result<Done, Refusal> is_name(const std::string& name)
{
    if (trim(name).empty()) return fail(Refusal::name_missing);
    if (is_longer_than(name, longest_person_name)) return fail(Refusal::person_name_too_long);
    return Done{};
}

bool is_own(const Authority& authority, const PersonId& person)
{
    return authority.basis == Basis::themselves && authority.by == person;
}

/// Doing something for oneself, or for somebody else with one person's post of trust.
Result<Done, Refusal> own_or_light(const Partnership& state, const Authority& authority,
                                   const OrganisationId& organisation, const PersonId& person)
{
    if (is_own(authority, person)) return Done{};
    return is_enough(state, authority, organisation, person, Weight::light);
}

/// An import knows a school by it, so two can't have the same.
Result<Done, Refusal> is_free_urn(const Partnership& state, const OrganisationId& organisation,
                                  const std::string& urn)
{
    if (urn.empty()) return Done{};
    if (!is_urn(urn)) return fail(Refusal::urn_not_usable);
    const bool is_taken = std::ranges::any_of(state.organisations(), [&](const Organisation* one) {
        return one->urn == urn && one->id != organisation;
    });
    if (is_taken) return fail(Refusal::urn_already_there);
    return Done{};
}

Decided decide_one(const Partnership& state, const AddOrganisation& command)
{
    const auto& organisation = command.organisation;
    if (state.organisation(organisation.id) != nullptr) return fail(Refusal::organisation_already_there);
    if (trim(organisation.name).empty()) return fail(Refusal::name_missing);
    SL_TRY(is_free_urn(state, organisation.id, organisation.urn));
    return happens(OrganisationAdded{organisation});
}

Decided decide_one(const Partnership& state, const ChangeOrganisation& command)
{
    SL_TRY(is_there(state, command.organisation));
    if (command.name && trim(*command.name).empty()) return fail(Refusal::name_missing);
    if (command.urn) SL_TRY(is_free_urn(state, command.organisation, *command.urn));
    const auto& before = *state.organisation(command.organisation);
    auto now = before;
    now.name = command.name.value_or(before.name);
    now.phase = command.phase.value_or(before.phase);
    now.urn = command.urn.value_or(before.urn);
    now.telephone = command.telephone.value_or(before.telephone);
    now.dsl_telephone = command.dsl_telephone.value_or(before.dsl_telephone);
    now.area = command.area.value_or(before.area);
    if (now == before) return std::vector<Event>{};
    return happens(OrganisationChanged{std::move(now)});
}

Decided decide_one(const Partnership& state, const FinishSetUp& command)
{
    SL_TRY(is_there(state, command.organisation));
    if (!state.is_being_set_up(command.organisation)) return fail(Refusal::set_up_is_over);
    return happens(SetUpFinished{command.organisation});
}

Decided decide_one(const Partnership& state, const ReopenSetUp& command)
{
    SL_TRY(is_there(state, command.organisation));
    if (state.is_being_set_up(command.organisation)) return fail(Refusal::set_up_is_not_over);
    if (two_could_agree(state, command.organisation)) return fail(Refusal::people_still_there);
    if (trim(command.reason).empty()) return fail(Refusal::reason_missing);
    if (is_longer_than(command.reason, longest_reason)) return fail(Refusal::words_too_long);
    return happens(SetUpReopened{command.organisation, command.reason});
}

Decided decide_one(const Partnership& state, const AddPerson& command)
{
    SL_TRY(is_there(state, command.home));
    if (state.person(command.person) != nullptr) return fail(Refusal::person_already_there);
    SL_TRY(is_name(command.name));
    if (!reaches_by_mail(command.email)) return fail(Refusal::email_not_usable);
    const auto* namesake = state.person_by_sign_in_key(command.sign_in_key);
    if (namesake != nullptr) return fail(Refusal::email_already_used);
    SL_TRY(is_enough(state, command.authority, command.home, command.person, Weight::light));
    return happens(PersonAdded{command.person, command.home, command.name, std::string{trim(command.email)},
                               command.sign_in_key, command.authority});
}

Decided decide_one(const Partnership& state, const GiveRole& command)
{
    SL_TRY(is_there(state, command.organisation));
    SL_TRY(present(state, command.person));
    const auto held = state.roles_of(command.person, command.organisation);
    if (held.has(command.role)) return fail(Refusal::role_already_given);
    const auto weight = takes_two(command.role) ? Weight::heavy : Weight::light;
    SL_TRY(is_enough(state, command.authority, command.organisation, command.person, weight));
    return happens(RoleGiven{command.person, command.organisation, command.role, command.authority});
}

Decided decide_one(const Partnership& state, const TakeRole& command)
{
    SL_TRY(is_there(state, command.organisation));
    SL_TRY(present(state, command.person));
    const auto held = state.roles_of(command.person, command.organisation);
    if (!held.has(command.role)) return fail(Refusal::role_not_held);
    SL_TRY(own_or_light(state, command.authority, command.organisation, command.person));
    return happens(RoleTaken{command.person, command.organisation, command.role, command.authority});
}

Decided decide_one(const Partnership& state, const RenamePerson& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    SL_TRY(is_name(command.name));
    SL_TRY(own_or_light(state, command.authority, person->home, command.person));
    return happens(PersonRenamed{command.person, command.name, command.authority});
}

/// One person is enough, also for somebody who reads: nobody gets in by an address. docs/adr/0266.
Decided decide_one(const Partnership& state, const ChangeEmail& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (!reaches_by_mail(command.email)) return fail(Refusal::email_not_usable);
    SL_TRY(is_enough(state, command.authority, person->home, command.person, Weight::light));
    const auto* whose = state.person_by_sign_in_key(command.sign_in_key);
    if (whose != nullptr && whose->id != command.person) return fail(Refusal::email_already_used);
    return happens(EmailChanged{command.person, std::string{trim(command.email)}, command.sign_in_key,
                                command.authority});
}

Decided decide_one(const Partnership& state, const SetNotices& command)
{
    SL_TRY(present(state, command.person));
    return happens(NoticesSet{command.person, command.notices, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const RecordLeaving& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    SL_TRY(own_or_light(state, command.authority, person->home, command.person));
    return happens(PersonLeft{command.person, command.authority});
}

Decided decide_one(const Partnership& state, const SetPassword& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (command.argon2.empty()) return fail(Refusal::password_missing);
    const bool own = is_own(command.authority, command.person);
    if (own && person->passwords_set != command.seen) return fail(Refusal::changed_meanwhile);
    if (!own) SL_TRY(is_enough_to_reset(state, command.authority, *person));
    return happens(PasswordSet{command.person, command.argon2, command.authority});
}

bool is_fit_to_cover(const Partnership& state, const PersonId& cover, const RecordAway& command)
{
    return cover != command.person && may_agree(state, cover, command.organisation);
}

Decided decide_one(const Partnership& state, const RecordAway& command)
{
    SL_TRY(is_there(state, command.organisation));
    SL_TRY(present(state, command.person));
    if (state.roles_of(command.person, command.organisation).is_empty()) return fail(Refusal::role_not_held);
    const auto& absence = command.absence;
    if (absence.until && *absence.until < absence.from) return fail(Refusal::dates_backwards);
    const bool cover_fits = !absence.covered_by || is_fit_to_cover(state, *absence.covered_by, command);
    if (!cover_fits) return fail(Refusal::cover_not_suitable);
    SL_TRY(own_or_light(state, command.authority, command.organisation, command.person));
    return happens(AwayRecorded{command.person, command.organisation, absence, command.authority});
}

Decided decide_one(const Partnership& state, const EndAway& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (!person->away.contains(command.organisation)) return fail(Refusal::not_away);
    SL_TRY(own_or_light(state, command.authority, command.organisation, command.person));
    return happens(AwayEnded{command.person, command.organisation, command.authority});
}

constexpr std::size_t most_terms = 12;

Result<Done, Refusal> are_hours(const TalkHours& hours)
{
    bool any = false;
    for (const auto& day : hours.week) {
        if (!day) continue;
        any = true;
        if (day->until <= day->from) return fail(Refusal::hours_backwards);
    }
    if (!any) return fail(Refusal::hours_missing);
    if (hours.terms.empty()) return fail(Refusal::terms_missing);
    if (hours.terms.size() > most_terms) return fail(Refusal::too_many_terms);
    for (const auto& term : hours.terms)
        if (term.until < term.from) return fail(Refusal::dates_backwards);
    return Done{};
}

Decided decide_one(const Partnership& state, const SetTalkHours& command)
{
    SL_TRY(is_there(state, command.organisation));
    if (command.hours.people.empty()) return fail(Refusal::nobody_answers);
    for (const auto& person : command.hours.people) {
        SL_TRY(present(state, person));
        if (!answers_young_people(state.roles_of(person, command.organisation)))
            return fail(Refusal::nobody_answers);
    }
    SL_TRY(are_hours(command.hours));
    SL_TRY(is_enough(state, command.authority, command.organisation, command.hours.people.front(),
                     Weight::light));
    return happens(TalkHoursSet{command.organisation, command.hours, command.authority});
}

Decided decide_one(const Partnership& state, const StopTalk& command)
{
    SL_TRY(is_there(state, command.organisation));
    if (state.talk_hours_set(command.organisation) == nullptr) return fail(Refusal::talk_is_off);
    SL_TRY(is_enough(state, command.authority, command.organisation, PersonId{""}, Weight::light));
    return happens(TalkStopped{command.organisation, command.authority});
}

Decided decide_one(const Partnership& state, const RecordKitUse& command)
{
    SL_TRY(is_there(state, command.organisation));
    if (command.use.campaign.empty()) return fail(Refusal::name_missing);
    if (command.use.parts.empty()) return fail(Refusal::no_part_chosen);
    if (command.use.from > command.today) return fail(Refusal::day_to_come);
    SL_TRY(is_enough(state, command.authority, command.organisation, PersonId{""}, Weight::light));
    return happens(KitUsed{command.organisation, command.use, command.authority});
}

Decided decide_one(const Partnership& state, const RecordForcedOpening& command)
{
    SL_TRY(is_there(state, command.opening.organisation));
    if (state.person(command.opening.by) == nullptr) return fail(Refusal::no_such_person);
    if (state.forced_opening(command.opening.id) != nullptr) return std::vector<Event>{};
    return happens(CaseOpenedByForce{command.opening});
}

Decided decide_one(const Partnership& state, const ReviewOpening& command)
{
    const auto* opening = state.forced_opening(command.opening);
    if (opening == nullptr) return fail(Refusal::no_such_opening);
    if (opening->review) return fail(Refusal::opening_reviewed_already);
    if (opening->by == command.review.by) return fail(Refusal::own_opening);
    if (trim(command.review.words).empty()) return fail(Refusal::reason_missing);
    if (is_longer_than(command.review.words, longest_reason)) return fail(Refusal::words_too_long);
    return happens(OpeningReviewed{command.opening, command.review});
}

}  // namespace

Decided decide(const Partnership& state, const Command& command)
{
    return std::visit([&state](const auto& one) { return decide_one(state, one); }, command);
}

}  // namespace safelead::directory
