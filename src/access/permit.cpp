#include "access/permit.h"

#include "access/table.h"

#include <algorithm>
#include <array>

namespace safelead::access {
namespace {

bool is_among(const std::vector<PersonId>& people, const PersonId& person)
{
    return std::ranges::find(people, person) != people.end();
}

directory::Roles roles_for(const Line& line, Routed routed)
{
    switch (routed) {
        case Routed::to_lead:
            return line.usually;
        case Routed::past_lead:
            return line.past_lead;
        case Routed::past_head:
            return line.past_head;
        case Routed::to_lado:
            return line.to_lado;
    }
    return {};
}

/// The posts that it may be about. Another post of the same person brings nobody back in. docs/adr/0246.
directory::Roles posts_it_is_about(Routed routed)
{
    using directory::Role;
    switch (routed) {
        case Routed::past_lead:
            return {Role::dsl};
        case Routed::past_head:
            return {Role::dsl, Role::headteacher};
        case Routed::to_lead:
        case Routed::to_lado:
            return {};
    }
    return {};
}

/// Theirs as a rule, but not this one: it is about a post that they hold, or about whoever they answer to.
bool is_routed_past(const Actor& actor, const Line& line, const Subject& subject)
{
    if (!actor.roles.has_any(line.usually)) return false;
    return actor.roles.has_any(posts_it_is_about(subject.routed)) ||
           !actor.roles.has_any(roles_for(line, subject.routed));
}

/// An unread report was passed up to them by name, and they are somebody who reads: they have the lead's part
/// in it, and in the case that is made from it. What turns out to be about them is theirs no longer.
bool was_passed_up(const Actor& actor, const Line& line, const Subject& subject)
{
    return line.about == About::matter && is_among(subject.passed_up_to, actor.person) &&
           std::ranges::any_of(actor.roles.list(), directory::reads_records) && !is_kept_out(actor, subject);
}

/// A lock keeps what a matter says. That nobody answers for a child in it is told to a manager all the same.
bool is_locked_out(const Actor& actor, const Line& line, const Subject& subject)
{
    return line.action != Action::see_silence && subject.only_for &&
           !is_among(*subject.only_for, actor.person);
}

/// The LADO let them read it, and answer it as they do.
bool was_opened_to(const Actor& actor, const Line& line, const Subject& subject)
{
    return subject.routed == Routed::to_lado && is_among(subject.opened_to, actor.person) &&
           !line.to_lado.is_empty() && actor.roles.has_any(line.usually);
}

Result<Done, WhyNot> permit_matter(const Actor& actor, const Line& line, const Subject& subject)
{
    if (is_among(subject.involved, actor.person)) return fail(WhyNot::involved);
    if (is_locked_out(actor, line, subject)) return fail(WhyNot::locked);
    if (was_passed_up(actor, line, subject) || was_opened_to(actor, line, subject)) return Done{};
    if (is_routed_past(actor, line, subject)) return fail(WhyNot::routed_past_them);
    if (!actor.roles.has_any(roles_for(line, subject.routed))) return fail(WhyNot::not_their_role);
    const bool own = line.about == About::decision && subject.decided_by == actor.person;
    if (own) return fail(WhyNot::own_decision);
    return Done{};
}

/// Whether people of that kind of organisation have the posts that read a concern, whichever way it is
/// routed: also one about the first of them. One person who was given such a role does not make it so.
bool takes_reports(directory::OrganisationKind kind)
{
    const auto posts = directory::usual_roles(kind);
    const auto& reading = table()[static_cast<std::size_t>(Action::read_concern)];
    return posts.has_any(reading.usually) && posts.has_any(reading.past_lead) &&
           posts.has_any(reading.past_head);
}

}  // namespace

Subject of_organisation(OrganisationId organisation)
{
    return {std::move(organisation), Routed::to_lead, {}, {}, std::nullopt, std::nullopt, std::nullopt};
}

bool is_as_usual(const Subject& subject)
{
    return subject.routed == Routed::to_lead && subject.involved.empty() && !subject.only_for;
}

bool is_kept_out(const Actor& actor, const Subject& subject)
{
    const auto& reading = table()[static_cast<std::size_t>(Action::read_case)];
    return is_among(subject.involved, actor.person) || is_routed_past(actor, reading, subject);
}

Result<Done, WhyNot> permit(const Actor& actor, Action action, const Subject& subject)
{
    if (actor.organisation != subject.organisation) return fail(WhyNot::other_organisation);

    const auto& line = table()[static_cast<std::size_t>(action)];
    if (line.about == About::matter || line.about == About::decision)
        return permit_matter(actor, line, subject);

    if (action == Action::report_concern && !takes_reports(actor.kind)) return fail(WhyNot::no_reports_here);
    if (line.about == About::supervision && is_among(subject.involved, actor.person) &&
        !actor.roles.list().empty())
        return Done{};
    if (!actor.roles.has_any(line.usually)) return fail(WhyNot::not_their_role);
    const bool own = line.about != About::own_report || subject.reporter == actor.person;
    if (!own) return fail(WhyNot::not_the_reporter);
    return Done{};
}

Shown shown_for(Action action, WhyNot why)
{
    if (why == WhyNot::own_decision) return Shown::not_allowed;  // They read it anyway.
    if (why == WhyNot::other_organisation) return Shown::not_found;
    const auto about = table()[static_cast<std::size_t>(action)].about;
    return about == About::organisation ? Shown::not_allowed : Shown::not_found;
}

std::string_view words(WhyNot why)
{
    switch (why) {
        case WhyNot::other_organisation:
        case WhyNot::involved:
        case WhyNot::locked:
        case WhyNot::routed_past_them:
        case WhyNot::not_the_reporter:
            return "There is nothing here.";
        case WhyNot::not_their_role:
            return "Your role does not include this. Ask your safeguarding lead.";
        case WhyNot::own_decision:
            return "Somebody else has to look at what you decided yourself.";
        case WhyNot::no_reports_here:
            return "Reports are taken only at schools and colleges, where somebody reads them. If a child is "
                   "in danger now, ring 999; otherwise tell children’s social care yourself.";
    }
    return "There is nothing here.";
}

std::string_view action_name(Action action)
{
    constexpr std::array<std::string_view, 44> names{"report_concern",
                                                     "find_child",
                                                     "see_own_report",
                                                     "say_still_worried",
                                                     "see_inbox",
                                                     "read_concern",
                                                     "settle_concern",
                                                     "open_case",
                                                     "read_case",
                                                     "change_case",
                                                     "settle_task",
                                                     "decide_route",
                                                     "sign_off",
                                                     "record_referral",
                                                     "read_child",
                                                     "see_reads",
                                                     "see_figures",
                                                     "manage_children",
                                                     "manage_accounts",
                                                     "manage_tokens",
                                                     "agree_to_role",
                                                     "record_away",
                                                     "check_record",
                                                     "replay_guidance",
                                                     "read_conversation",
                                                     "answer_conversation",
                                                     "review_name_opening",
                                                     "set_talk_hours",
                                                     "learn",
                                                     "run_training",
                                                     "keep_training_record",
                                                     "look_after_guides",
                                                     "see_referrals",
                                                     "read_referral",
                                                     "answer_referral",
                                                     "record_supervision",
                                                     "read_supervision",
                                                     "record_kit_use",
                                                     "see_upkeep",
                                                     "open_by_force",
                                                     "see_openings",
                                                     "review_openings",
                                                     "see_partnership_figures",
                                                     "see_silence"};
    return names.at(static_cast<std::size_t>(action));
}

}  // namespace safelead::access
