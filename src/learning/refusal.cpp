#include "learning/refusal.h"

namespace safelead::learning {

std::string_view words(Refusal refusal)
{
    switch (refusal) {
        case Refusal::no_such_topic:
            return "Choose one of the topics.";
        case Refusal::where_missing:
            return "Say where it is.";
        case Refusal::words_too_long:
            return "That is too long: keep it to a few sentences.";
        case Refusal::has_telephone_number:
            return "Leave the telephone number out: this page can be read by anybody, and numbers on such "
                   "pages "
                   "come from the list of contacts.";
        case Refusal::too_few_places:
            return "Give at least one place.";
        case Refusal::too_many_places:
            return "Give no more than 500 places.";
        case Refusal::wrong_length:
            return "Give a length between 10 minutes and 10 hours.";
        case Refusal::too_long_ago:
            return "That is more than a year ago: record it as training done elsewhere.";
        case Refusal::too_far_ahead:
            return "That is more than two years ahead.";
        case Refusal::already_planned:
            return "This session is planned already.";
        case Refusal::reason_missing:
            return "Say why: it stays in the record.";
        case Refusal::is_cancelled:
            return "This session was cancelled.";
        case Refusal::not_for_their_organisation:
            return "This session is only for the organisation that holds it.";
        case Refusal::already_booked:
            return "You have a place already.";
        case Refusal::already_waiting:
            return "You are on the waiting list already.";
        case Refusal::waiting_list_full:
            return "The waiting list is full too: look for another session.";
        case Refusal::not_booked:
            return "There is no place and no waiting to give up.";
        case Refusal::has_begun:
            return "The session has begun: places can’t be changed any more.";
        case Refusal::not_yet:
            return "The register opens half an hour before the session begins.";
        case Refusal::no_code_open:
            return "No code is open now: ask the trainer.";
        case Refusal::wrong_code:
            return "That is not the code: check the words.";
        case Refusal::code_missing:
            return "Give the code.";
        case Refusal::was_not_there:
            return "Only somebody who was there can say how it was.";
        case Refusal::already_evaluated:
            return "You have said already how it was.";
        case Refusal::date_ahead:
            return "That day is still ahead.";
        case Refusal::provider_missing:
            return "Say who gave the training.";
        case Refusal::no_such_record:
            return "There is no such training on the record.";
        case Refusal::already_struck_out:
            return "It was struck out already.";
        case Refusal::already_understood:
            return "You have confirmed this edition already.";
        case Refusal::other_edition:
            return "There is a newer edition now: read it first.";
        case Refusal::too_many_tries:
            return "There were too many wrong tries: ask the trainer to mark you on the register.";
        case Refusal::nothing_answered:
            return "Decide what you would do in at least one of the situations.";
    }
    return "It was refused.";
}

}  // namespace safelead::learning
