#pragma once

// Who may do what. One table (access/table.h), default no.
//
// 1. Nobody outside an organisation learns that anything of it exists: the answer is the one for what is not
//    there.
// 2. Whoever is named as involved in a concern or a case is kept out of it by name, whatever their roles.
// 3. A concern about the lead goes to the head, one about the head to the chair of governors, and so does one
//    about a lead who is the head; whoever it went past does not see it, and whoever it went to has the
//    lead's part in it.
// 4. A case that is locked is read by those it names, whatever others' roles. Whoever reads cases, and may
//    not read this one, can open it all the same where it can't wait: for a night, seen by the head and the
//    coordinator; never one that they are kept out of by name, or that went past them.
// 5. A referral about somebody who works with children is read at the authority by the LADO, and by those to
//    whom they open it by name. Those answer it as the LADO does, and settle with them who reads it.
// 6. Whoever reported sees that it was read and whether it is being acted on, no more.
// 7. An administrator has accounts, never a concern or a case. Whoever reads keeps accounts too, so that no
//    school depends on having an administrator; what lets somebody read takes two of them.
// 8. A report is taken only where the posts are that read it, whichever way it goes: a school or a college.
//
// Roles add, with one exception, in 3: whoever holds the post that a matter is about does not see it,
// whatever else they are (docs/adr/0246).

#include "base/ids.h"
#include "base/result.h"
#include "directory/organisation.h"
#include "directory/role.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::access {

/// Whoever asks, in the one organisation they act for now.
struct Actor {
    PersonId person;
    OrganisationId organisation;
    directory::Roles roles;  ///< What they do there; none: nobody.
    /// Of the organisation: it matters to reports alone, so whoever is asked about a matter need not say.
    directory::OrganisationKind kind = directory::OrganisationKind::school;
};

enum class Action : std::uint8_t {
    report_concern,
    find_child,  ///< Look for a name on the organisation's list of children, to report or to add to a case.
    see_own_report,  ///< That it was read, and whether it is being acted on.
    say_still_worried,
    see_inbox,
    read_concern,
    settle_concern,  ///< Open a case from it, take it into one, or keep it without.
    open_case,       ///< A case of no concern in particular.
    read_case,
    change_case,  ///< People, facts, tasks.
    settle_task,  ///< Say that a task is done or why not; sign a record that names one.
    decide_route,
    sign_off,
    record_referral,
    read_child,
    see_reads,        ///< Who has read a case, a concern, a conversation or a child's page, and when.
    see_figures,      ///< Counts, never a case.
    manage_children,  ///< The list of names.
    manage_accounts,  ///< People, roles, invitations: all that one person can do, and asking for the rest.
    manage_tokens,    ///< Of the school's own systems.
    agree_to_role,    ///< Be the second person, for a role or for a reset.
    record_away,
    check_record,     ///< That the record opens and is in order; not what is in it.
    replay_guidance,  ///< Recorded assessments weighed under another edition: counts. Cases are read_case's.
    read_conversation,     ///< What a young person wrote, never a name that they left.
    answer_conversation,   ///< Also make a concern of it, ask for the name, or open it as is laid down.
    review_name_opening,   ///< Look at somebody else's opening of a name for danger.
    set_talk_hours,        ///< Say who answers young people and when, or stop it.
    learn,                 ///< Book training, give its code, confirm a guide, see their own training.
    run_training,          ///< Plan sessions, keep their registers.
    keep_training_record,  ///< See who has which training, record what was done elsewhere.
    look_after_guides,     ///< Be told of guides past their review date.
    see_referrals,         ///< The list of what was referred to their organisation.
    read_referral,    ///< One that was sent to their organisation. The sender's copy is a part of its case.
    answer_referral,  ///< Say what their organisation does about it.
    record_supervision,       ///< Of a lead, by one of the two who were there.
    read_supervision,         ///< What was agreed: those who were there, and the head.
    record_kit_use,           ///< That the school used a campaign's kit.
    see_upkeep,               ///< Of the partnership: what is due to be checked, who used a kit.
    open_by_force,            ///< A case of their organisation that they may not read, with a reason.
    see_openings,             ///< That cases were opened by force, and what was found of it.
    review_openings,          ///< Say what was found; never of their own.
    see_partnership_figures,  ///< Counts of all schools together.
    see_silence,  ///< That nobody has answered a referral: which, and since when; never what it says.
};

[[nodiscard]] std::string_view action_name(Action action);

/// Past whom a concern, and the case made from it, was routed; or that a referral is the LADO's.
enum class Routed : std::uint8_t { to_lead, past_lead, past_head, to_lado };

/// What it is done to.
struct Subject {
    OrganisationId organisation;
    Routed routed = Routed::to_lead;
    std::vector<PersonId> involved;  ///< On the staff and named as part of it, or kept out for a conflict.
    std::vector<PersonId> passed_up_to;  ///< Next people up whom an unread report was passed to, and whoever
                                         ///< has it open by force.
    std::optional<PersonId> reporter;
    std::optional<PersonId> decided_by;                            ///< Whose decision awaits the sign-off.
    std::optional<std::vector<PersonId>> only_for = std::nullopt;  ///< Where it is locked.
    std::vector<PersonId> opened_to = {};  ///< By name, to a referral that is the LADO's.
};

/// The organisation itself: for what is about no concern and no case.
[[nodiscard]] Subject of_organisation(OrganisationId organisation);

enum class WhyNot : std::uint8_t {
    other_organisation,
    involved,
    locked,
    routed_past_them,
    not_their_role,
    not_the_reporter,
    own_decision,     ///< Somebody else must sign it off.
    no_reports_here,  ///< Nobody would read one: the organisation is of another kind.
};

/// What the page may show: a refusal, or what it shows for what is not there.
enum class Shown : std::uint8_t { not_found, not_allowed };
[[nodiscard]] Shown shown_for(Action action, WhyNot why);

/// One sentence for the person refused, where they may be told at all.
[[nodiscard]] std::string_view words(WhyNot why);

/// Whether nothing lets them in, opening by force included: they are named in it, or it was routed past the
/// post that they hold. A lock alone keeps nobody out for good.
[[nodiscard]] bool is_kept_out(const Actor& actor, const Subject& subject);

/// Whether it is read by the posts that read everything of the kind: by nobody more, and nobody less.
[[nodiscard]] bool is_as_usual(const Subject& subject);

/// Whether `actor` may do `action` to `subject`, or why not.
[[nodiscard]] Result<Done, WhyNot> permit(const Actor& actor, Action action, const Subject& subject);

}  // namespace safelead::access
