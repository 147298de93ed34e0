#include "web/answers/refusals.h"

#include "base/overloaded.h"
#include "record/risk_assessment.h"
#include "web/pages/words.h"
#include "web/site.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

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
                   "given it "
                   "back: record the referral, and that it was given back"_p;
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
        case CaseRefused::tasks_to_do:
            return "Some actions are neither done nor dropped with a reason. Settle them under Actions first"_p;
        case CaseRefused::text_too_long:
            return "This is too long to keep in one piece. Split it"_p;
        case CaseRefused::no_ground_to_view:
            return "Then nobody looks. If somebody has looked, tell the headteacher and write it as a note: "
                   "it is "
                   "not a viewing that guidance allows"_p;
        case CaseRefused::evidence_first:
            return "This has to wait: police or social care are involved, or it is not settled. If the "
                   "police "
                   "have agreed in writing, say who and when"_p;
        case CaseRefused::report_remove_first:
            return "Report Remove comes first: help the child in the image to use it, or ask whether they "
                   "want "
                   "to. After a deletion it is too late"_p;
        case CaseRefused::too_long_a_wait:
            return "It is looked at again within 24 hours. Give a number from 1 to 24"_p;
        case CaseRefused::not_the_one_named:
            return "The record names somebody else for this. They sign in and sign it, or say where their "
                   "signed "
                   "paper is kept"_p;
        case CaseRefused::late_and_unsaid:
            return "This is later than the same school day. Say why"_p;
        case CaseRefused::nothing_said:
            return "Write what was said, what you thought, or what was agreed"_p;
        case CaseRefused::two_things_said:
            return "Two answers say different things. Choose which is so"_p;
        case CaseRefused::agency_silent:
            return "Nobody has recorded what the agency answered. Record it, or that you asked again"_p;
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
            return "There is no link to it that could still be opened"_p;
        case CaseRefused::names_nobody:
            return "This names somebody in the case. Say it without names: “a pupil of 13”"_p;
        case CaseRefused::name_and_agency:
            return "Write each person on a line of their own: the name, a comma, the agency"_p;
        case CaseRefused::police_notice_first:
            return "It is, or may be, the police. Read what telling them means, and confirm it; if they were "
                   "told before you knew, say so"_p;
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

Phrase words_of(record::ConversationRefusal why)
{
    using enum record::ConversationRefusal;
    switch (why) {
        case already_started:
        case not_started:
            return "It is not there. Look again"_p;
        case no_words:
            return "Write what you want to say"_p;
        case text_too_long:
            return "This is longer than one message can be"_p;
        case too_much:
            return "This conversation can hold no more messages"_p;
        case no_name:
            return "They have left no name"_p;
        case not_asked:
            return "They were not asked"_p;
        case name_not_agreed:
            return "They have not agreed that the name may be opened"_p;
        case no_reason:
            return "Say why"_p;
        case own_opening:
            return "Somebody other than whoever opened the name must look at this"_p;
        case no_such_opening:
            return "There is nothing to look at here"_p;
        case already_reviewed:
            return "Somebody has looked at this already"_p;
        case concern_already:
            return "It is a concern already"_p;
    }
    throw_bug("a refusal in a conversation has no words");
}

Phrase words_of(record::ConcernRefusal why)
{
    using record::ConcernRefusal;
    switch (why) {
        case ConcernRefusal::already_reported:
            return "This was reported already"_p;
        case ConcernRefusal::not_reported:
            return "There is no such concern"_p;
        case ConcernRefusal::no_words:
            return "Write what was said, in the words used"_p;
        case ConcernRefusal::no_child:
            return "Say which child this is about"_p;
        case ConcernRefusal::no_reason:
            return "Give the reason"_p;
        case ConcernRefusal::not_the_reporter:
            return "Only whoever reported it can say this"_p;
        case ConcernRefusal::in_a_case_already:
            return "It is in a case already"_p;
        case ConcernRefusal::text_too_long:
            return "This is too long to keep in one piece. Split it"_p;
    }
    throw_bug("a concern was refused for a reason without words");
}

Phrase words_of(record::ChildRefusal why)
{
    using record::ChildRefusal;
    switch (why) {
        case ChildRefusal::no_name:
            return "Give a name, or say what you know of them"_p;
        case ChildRefusal::already_there:
            return "This child is there already"_p;
        case ChildRefusal::not_there:
            return "There is no such child"_p;
        case ChildRefusal::no_reason:
            return "Give the reason"_p;
        case ChildRefusal::born_in_future:
            return "The date of birth is in the future"_p;
        case ChildRefusal::text_too_long:
            return "This is too long to keep in one piece. Split it"_p;
        case ChildRefusal::same_record:
            return "Choose another child: this is the same record"_p;
        case ChildRefusal::already_so:
            return "That is recorded already"_p;
        case ChildRefusal::not_so:
            return "That is not so any more. Look again"_p;
        case ChildRefusal::nobody_to_give:
            return "Say who gets it"_p;
    }
    throw_bug("a child was refused for a reason without words");
}

Phrase words_of(record::ReferralRefused why)
{
    using enum record::ReferralRefused;
    switch (why) {
        case already_there:
            return "This referral is there already"_p;
        case not_there:
            return "It is not there. Look again"_p;
        case not_a_draft:
            return "It has been sent, and no longer changes"_p;
        case no_child:
            return "Choose at least one child"_p;
        case not_said:
            return "This has to be said"_p;
        case text_too_long:
            return "This is too long to keep in one piece. Split it"_p;
        case police_notice_first:
            return "Confirm it first: the police must record a crime"_p;
        case not_now:
            return "This can’t be done now: something has changed. Look again"_p;
        case not_the_police:
            return "Only the police record this"_p;
        case disagreement_open:
            return "What is not agreed waits for an answer"_p;
        case no_disagreement:
            return "There is nothing of the other side’s to answer"_p;
        case nobody_such:
            return "Choose somebody whom this can be about"_p;
        case nobody_left:
            return "Nobody would be left who could answer it. Let somebody else read it first"_p;
        case settled_already:
            return "That is so already"_p;
        case not_locked:
            return "It is not locked"_p;
        case same_person:
            return "Choose somebody else: one person alone is not enough"_p;
        case second_person:
            return "Somebody else has to look at it, or nothing waits for that"_p;
        case not_on_the_ladder:
            return "Choose a step of the ladder"_p;
        case step_back:
            return "The two are past that step. Take the next one, or the same again and say why"_p;
        case no_such_action:
            return "Choose one of the actions that you were told of"_p;
        case two_things_said:
            return "Two answers say different things. Choose which is so"_p;
        case no_lado:
            return "It is about somebody who works with children, and nobody there is known here as the "
                   "LADO. Ring "
                   "the LADO, and choose “Somebody who is not on this list”"_p;
    }
    throw_bug("a referral was refused for a reason without words");
}

FormErrors on_form(const Phrase& words, std::string_view about = {})
{
    return {{"form", words, std::string{about}}};
}

}  // namespace

FormErrors errors_of(const record::CaseRefusal& refusal)
{
    const auto words = words_of(refusal.why);
    if (refusal.about.empty()) return {{about_field(refusal.why, ""), words}};
    FormErrors errors;
    for (const auto& about : refusal.about) errors.push_back({about_field(refusal.why, about), words});
    return errors;
}

FormErrors errors_of(record::ConcernRefusal refusal)
{
    return on_form(words_of(refusal));
}

FormErrors errors_of(record::ConversationRefusal refusal)
{
    return on_form(words_of(refusal));
}

FormErrors errors_of(record::ChildRefusal refusal)
{
    return on_form(words_of(refusal));
}

FormErrors errors_of(const record::ReferralRefusal& refusal)
{
    using enum record::ReferralRefused;
    const bool is_of_child = refusal.why == no_child;
    const auto field = is_of_child ? std::string{"child"} : refusal.about;
    return {{field.empty() ? std::string{"form"} : field, words_of(refusal.why)}};
}

FormErrors errors_of(const app::NotDone& why)
{
    return std::visit(
        Overloaded{
            [](const app::NotThere&) { return on_form("It is not there"_p); },
            [](const app::NotAllowed& not_allowed) {
                return on_form("{0}"_p, access::words(not_allowed.why));
            },
            [](const app::Crowded&) {
                return on_form("Others are changing the same thing. Nothing is lost: send it again"_p);
            },
            [](const app::OtherContent& other) {
                if (other.reference.empty())
                    return on_form(
                        "This form was sent before and said something else, and that was kept. What you "
                        "see here was not kept yet. Send it again to add it"_p);
                return on_form(
                    "This form was sent before and said something else, and that was kept as {0}. What you "
                    "see here was not kept yet. Send it again to add it"_p,
                    other.reference);
            },
            [](const app::RecordStopped&) {
                return on_form(
                    "Part of the record does not open. Nothing was written. Tell whoever runs Safelead: "
                    "“safelead record verify” says more"_p);
            },
            [](const app::TooMuch&) { return on_form("This is more than can be kept at once"_p); },
            [](record::ConcernRefusal refusal) { return errors_of(refusal); },
            [](const record::CaseRefusal& refusal) { return errors_of(refusal); },
            [](record::ChildRefusal refusal) { return errors_of(refusal); },
            [](record::ConversationRefusal refusal) { return errors_of(refusal); },
            [](directory::Refusal refusal) { return on_form("{0}"_p, directory::words(refusal)); },
            [](learning::Refusal refusal) { return on_form("{0}"_p, learning::words(refusal)); },
            [](const record::ReferralRefusal& refusal) { return errors_of(refusal); }},
        why);
}

}  // namespace safelead::web
