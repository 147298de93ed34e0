// What is refused of a case.

#include "record/risk_assessment.h"
#include "web/answers/refusals.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace safelead::web {

namespace {

using record::CaseRefused;

/// What the core calls a part of a command, and the field of the form that asks for it.
constexpr std::pair<std::string_view, std::string_view> fields[] = {
    {"told_by", "told-by"},
    {"their_person", "their-person"},
    {"their_reference", "their-reference"},
    {"age_at_event", "age-then"},
    {"age_basis", "basis"},
    {"roles", "role"},
    {"acted_on", "acted-day"},
    {"born", "born-day"},
    {"enough_known", "enough-known"},
};

std::string field_of(std::string_view about)
{
    for (const auto& [part, field] : fields)
        if (part == about) return std::string{field};
    return about.empty() ? "form" : std::string{about};
}

Phrase words_of(CaseRefused why)
{
    switch (why) {
        case CaseRefused::not_open:
            return "The case is closed. Reopen it first"_p;
        case CaseRefused::already_open:
            return "The case is open already"_p;
        case CaseRefused::nobody_such:
            return "That is no longer in the case. Look again"_p;
        case CaseRefused::already_in_case:
            return "They are in the case already"_p;
        case CaseRefused::unknown_fact:
            return "This edition has no such question"_p;
        case CaseRefused::unknown_value:
            return "Choose one of the answers"_p;
        case CaseRefused::bad_age:
            return "The day or the age can’t be right. Check it"_p;
        case CaseRefused::no_reason:
            return "This has to be said"_p;
        case CaseRefused::tests_not_stated:
            return "Not referring needs a yes to this. If it is no, refer or consult"_p;
        case CaseRefused::unknowns_unsaid:
            return "This is not known and could raise the route. Find it out, or say why it is safe not to know"_p;
        case CaseRefused::consult_first:
            return "The advice is to consult. Record a consultation first, then decide"_p;
        case CaseRefused::agency_must_give_back:
            return "A criterion for referring is met. The school can manage this only after an agency has "
                   "given it back: record the referral, and that it was given back"_p;
        case CaseRefused::unknown_route:
            return "Choose what you decide"_p;
        case CaseRefused::same_person:
            return "This has to be somebody else: not whoever decided, viewed, or has it now"_p;
        case CaseRefused::settled_already:
            return "This has been settled already"_p;
        case CaseRefused::sign_off_awaited:
            return "The decision still waits for a second person. It can be closed when they have agreed"_p;
        case CaseRefused::no_decision:
            return "Record a decision before you close the case"_p;
        case CaseRefused::decide_again:
            return "The second person did not agree, or the advice has risen since. Decide again first"_p;
        case CaseRefused::referral_not_recorded:
            return "Record the referral first"_p;
        case CaseRefused::nobody_has_it:
            return "No agency has it: each referral was withdrawn, or is another agency’s. Refer again, or "
                   "decide again"_p;
        case CaseRefused::referral_to_send_on:
            return "{0} said that it is another agency’s, and it was not sent on. Send it on or, if you "
                   "referred it again yourself, close that referral with the reason"_p;
        case CaseRefused::tasks_to_do:
            return "Some actions are neither done nor dropped with a reason. Settle them under Actions first"_p;
        case CaseRefused::text_too_long:
            return "This is too long to keep in one piece. Split it"_p;
        case CaseRefused::no_ground_to_view:
            return "Then nobody looks. If somebody has looked, tell the headteacher and write it as a note: "
                   "it is not a viewing that guidance allows"_p;
        case CaseRefused::evidence_first:
            return "This has to wait: police or social care are involved, or it is not settled. If the "
                   "police have agreed in writing, say who and when"_p;
        case CaseRefused::report_remove_first:
            return "Report Remove comes first: help the child in the image to use it, or ask whether they "
                   "want to. After a deletion it is too late"_p;
        case CaseRefused::too_long_a_wait:
            return "It is looked at again within 24 hours. Give a number from 1 to 24"_p;
        case CaseRefused::not_the_one_named:
            return "The record names somebody else for this. They sign in and sign it, or say where their "
                   "signed paper is kept"_p;
        case CaseRefused::late_and_unsaid:
            return "This is later than the same school day. Say why"_p;
        case CaseRefused::nothing_said:
            return "Write what was said, what you thought, or what was agreed"_p;
        case CaseRefused::two_things_said:
            return "Two answers say different things. Choose which is so"_p;
        case CaseRefused::agency_silent:
            return "Nobody has recorded what {0} answered. Record it, or that you asked again"_p;
        case CaseRefused::signature_missing:
            return "A record of viewing lacks one of its three signatures"_p;
        case CaseRefused::not_looked_at_again:
            return "Something new was recorded since the decision. Decide again first"_p;
        case CaseRefused::no_such_case:
            return "There is no such case that you may change. Check the reference"_p;
        case CaseRefused::linked_already:
            return "They are linked already"_p;
        case CaseRefused::not_linked:
            return "They are not linked"_p;
        case CaseRefused::not_same_readers:
            return "These two cases are not read by the same people, so a link would tell somebody of a case "
                   "that they may not see. Write what has to be known as a note instead"_p;
        case CaseRefused::hand_over_first:
            return "They have this case. Hand it over first, under Actions"_p;
        case CaseRefused::opened_by_force:
            return "You opened this case because it could not wait. Who else reads it is settled by others"_p;
        case CaseRefused::not_locked:
            return "The case is not locked"_p;
        case CaseRefused::locked_already:
            return "The case is locked already. Name one more who reads it, or unlock it first"_p;
        case CaseRefused::nobody_left:
            return "Nobody would be left who works on this case. Give somebody a role that reads it first"_p;
        case CaseRefused::nothing_to_open:
            return "There is no case of that reference that you could open. Check it, or ring somebody who "
                   "reads it"_p;
        case CaseRefused::no_link:
            return "No link to it waits or is open any more: it was taken back already, or its time is over"_p;
        case CaseRefused::names_nobody:
            return "This names somebody in the case. Say it without names: “a pupil of 13”, “the mother of "
                   "one of them”, “a duty worker”"_p;
        case CaseRefused::never_an_officer:
            return "This says that a police officer was asked. Telling one, also without a name, means that "
                   "a crime must be recorded, so it is never advice without names. Record it as a referral "
                   "to the police, which asks what has to be known first; if it was no officer, write who it "
                   "was in other words"_p;
        case CaseRefused::name_and_agency:
            return "Write each person on a line of their own: the name, a comma, the agency"_p;
        case CaseRefused::not_a_reader:
            return "They may not read this case, or have it open for one night only. Choose somebody who "
                   "reads it. If the case is locked, somebody it is locked to has to name them first, under "
                   "“Who may read this case”"_p;
        case CaseRefused::police_notice_first:
            return "It is, or may be, the police, by its kind or by what they are called. Read what telling "
                   "them means, and confirm it; if they were told before you knew, say so. If it was no "
                   "officer, write who it was in other words"_p;
    }
    throw_bug("a case was refused for a reason without words");
}

std::string about_field(CaseRefused why, std::string_view about)
{
    switch (why) {
        case CaseRefused::unknowns_unsaid:
            return fmt::format("unknown-{}", about);
        case CaseRefused::unknown_fact:
            return fmt::format("fact-{}", about);
        case CaseRefused::two_things_said:
            // No fact and no question of the assessment: a field of what the police said.
            if (about == "outcome") return std::string{about};
            return fmt::format("{}-{}", record::assessment_question(about) != nullptr ? "value" : "fact",
                               about);
        case CaseRefused::tasks_to_do:
        case CaseRefused::agency_silent:
        case CaseRefused::referral_to_send_on:
            return "form";
        case CaseRefused::nobody_such:
        case CaseRefused::settled_already:
            // A task's id is no field; a field of a kept record is.
            for (const auto field : {"about", "number", "as", "entry", "person", "with"})
                if (about == field) return field;
            return "form";
        case CaseRefused::consult_first:
        case CaseRefused::agency_must_give_back:
        case CaseRefused::unknown_route:
            return "route";
        default:
            // What a child needs is answered beside its choice.
            for (const auto& need : record::all_needs())
                if (about == need.id) return fmt::format("words-{}", about);
            return field_of(about);
    }
}

}  // namespace

FormErrors errors_of(const record::CaseRefusal& refusal)
{
    const auto words = words_of(refusal.why);
    if (refusal.about.empty()) return {{about_field(refusal.why, ""), words}};
    const bool names_agency =
        refusal.why == CaseRefused::agency_silent || refusal.why == CaseRefused::referral_to_send_on;
    FormErrors errors;
    for (const auto& about : refusal.about)
        errors.push_back({about_field(refusal.why, about), words, names_agency ? about : std::string{}});
    return errors;
}

}  // namespace safelead::web
