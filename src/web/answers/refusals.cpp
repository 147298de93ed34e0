#include "web/answers/refusals.h"

#include "base/overloaded.h"
#include "web/pages/words.h"
#include "web/site.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace safelead::web {

namespace {

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
            return "It was sent or discarded, so it can’t be changed any more. Look again"_p;
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
            return "This is not agreed yet. Wait for the answer, accept it, or take the next step of the ladder"_p;
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
                   "LADO. Ring the LADO, and choose “Somebody who is not on this list”"_p;
        case opens_no_more:
            return "No link opens it any more: it was withdrawn, is closed, or belongs to somebody else. "
                   "Ring them instead. If they still have to read it, make a new referral"_p;
        case changed_since:
            return "Somebody changed this draft after you opened it. Read it through again, then send it"_p;
        case not_in_case:
            return "Child {0} is not in the case any more. Under “Children in it”, take the tick off {0} and "
                   "save. If nobody else is in it, discard the draft"_p;
        case higher_step:
            return "There is a higher step of the ladder. Take it, or say that it is agreed now"_p;
    }
    throw_bug("a referral was refused for a reason without words");
}

FormErrors on_form(const Phrase& words, std::string_view about = {})
{
    return {{"form", words, std::string{about}}};
}

/// Of each child that it names, at the field where children are chosen.
FormErrors errors_of_children(const record::ReferralRefusal& refusal)
{
    FormErrors errors{{"child", words_of(refusal.why), refusal.about}};
    for (const auto& other : refusal.also) errors.push_back({"child", words_of(refusal.why), other});
    return errors;
}

}  // namespace

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
    if (refusal.why == not_in_case) return errors_of_children(refusal);
    const bool is_of_child = refusal.why == no_child;
    const auto field = is_of_child ? std::string{"child"} : refusal.about;
    FormErrors errors{{field.empty() ? std::string{"form"} : field, words_of(refusal.why)}};
    for (const auto& other : refusal.also) errors.push_back({other, words_of(refusal.why)});
    return errors;
}

/// What is wrong with an address stands at it: only forms that have one ask for it.
FormErrors errors_of_directory(directory::Refusal refusal)
{
    using enum directory::Refusal;
    const bool is_of_address = refusal == email_not_usable || refusal == email_already_used;
    return {{is_of_address ? "email" : "form", "{0}"_p, std::string{directory::words(refusal)}}};
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
            [](directory::Refusal refusal) { return errors_of_directory(refusal); },
            [](learning::Refusal refusal) { return on_form("{0}"_p, learning::words(refusal)); },
            [](const record::ReferralRefusal& refusal) { return errors_of(refusal); }},
        why);
}

}  // namespace safelead::web
