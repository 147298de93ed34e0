#include "directory/refusal.h"

namespace safelead::directory {

std::string_view words(Refusal refusal)
{
    switch (refusal) {
        case Refusal::organisation_already_there:
            return "There is an organisation with this id already.";
        case Refusal::no_such_organisation:
            return "There is no such organisation: add it first.";
        case Refusal::name_missing:
            return "Give a name.";
        case Refusal::urn_not_usable:
            return "This is no URN: it has six digits, and GIAS lists it with the school.";
        case Refusal::urn_already_there:
            return "Another organisation here has this URN: `safelead organisation list` lists them.";
        case Refusal::email_not_usable:
            return "Give a whole e-mail address and nothing beside it, like name@school.example: no "
                   "brackets, quotation marks, commas, semicolons or letters with accents.";
        case Refusal::email_already_used:
            return "Somebody already signs in with this e-mail address.";
        case Refusal::person_already_there:
            return "There is a person with this id already.";
        case Refusal::no_such_person:
            return "There is no such person: add them first.";
        case Refusal::person_has_left:
            return "This person has left: add them again if they are back.";
        case Refusal::role_already_given:
            return "They have this role already.";
        case Refusal::role_not_held:
            return "They do not have this role there.";
        case Refusal::second_person_needed:
            return "A second person of the organisation has to agree to this.";
        case Refusal::same_person_twice:
            return "It takes two different people, and neither may be the person it is for.";
        case Refusal::not_theirs_to_give:
            return "Whoever gives or agrees needs a post there that may: ask an administrator, the lead or "
                   "the head.";
        case Refusal::set_up_is_over:
            return "This organisation has been set up: two of its own people have to agree to this.";
        case Refusal::set_up_is_not_over:
            return "This organisation is still being set up.";
        case Refusal::reason_missing:
            return "Give a reason: it stays in the record.";
        case Refusal::password_missing:
            return "Give a password.";
        case Refusal::dates_backwards:
            return "The last day away is before the first.";
        case Refusal::cover_not_suitable:
            return "Whoever covers must be somebody else there whose role already reads the record.";
        case Refusal::not_away:
            return "They are not recorded as away.";
        case Refusal::people_still_there:
            return "Two people there can still agree to this: ask them.";
        case Refusal::nobody_answers:
            return "Name at least one person who answers: a safeguarding lead, a deputy or the head.";
        case Refusal::hours_missing:
            return "Choose at least one day, and say from when until when messages are read.";
        case Refusal::hours_backwards:
            return "The hours end before they begin.";
        case Refusal::terms_missing:
            return "Give the first and the last day of at least one term.";
        case Refusal::too_many_terms:
            return "Give no more than 12 terms: take out those that are over.";
        case Refusal::talk_is_off:
            return "Young people can't write to this school: it is off already.";
        case Refusal::changed_meanwhile:
            return "How they sign in was changed meanwhile: begin again.";
        case Refusal::code_not_usable:
            return "That code is not good, or was used before.";
        case Refusal::reset_already_asked:
            return "Somebody has asked for that already: a second person has to agree.";
        case Refusal::reset_not_asked:
            return "Nobody asks for that any more.";
        case Refusal::passkey_already_there:
            return "This passkey is registered already.";
        case Refusal::too_many_passkeys:
            return "There are ten passkeys: take one away first.";
        case Refusal::no_such_passkey:
            return "There is no such passkey any more.";
        case Refusal::invitation_not_usable:
            return "That invitation is not good, was used, or is over: ask for a new one.";
        case Refusal::issuer_already_tied:
            return "You have tied an account there already: take that one away first.";
        case Refusal::account_already_tied:
            return "That account is tied to somebody here already.";
        case Refusal::account_not_usable:
            return "That account can't be tied: its issuer gives it no usable name.";
        case Refusal::too_many_ties:
            return "There are ten accounts elsewhere: take one away first.";
        case Refusal::no_such_tie:
            return "That account is not tied any more.";
        case Refusal::last_way_in:
            return "It is your only way to sign in: add a passkey first, or ask for a reset.";
        case Refusal::no_part_chosen:
            return "Choose at least one part of the kit.";
        case Refusal::day_to_come:
            return "That day is still to come: give the first day on which it was used.";
        case Refusal::no_such_opening:
            return "There is no such opening of a case.";
        case Refusal::own_opening:
            return "Somebody else has to look at a case that you opened yourself.";
        case Refusal::words_too_long:
            return "That is too long to keep: say it in fewer words.";
        case Refusal::opening_reviewed_already:
            return "Somebody has looked at this already.";
        case Refusal::no_scope_chosen:
            return "Choose at least one thing that the system may do.";
        case Refusal::name_too_long:
            return "Give the system a name of at most 60 letters.";
        case Refusal::end_not_usable:
            return "Choose an end that is to come, and at most a year away.";
        case Refusal::too_many_tokens:
            return "There are 20 tokens: revoke one first.";
        case Refusal::no_such_token:
            return "There is no such token any more.";
        case Refusal::role_asked_already:
            return "Somebody has asked for this role already: a second person has to agree.";
        case Refusal::role_not_asked:
            return "Nobody asks for that role any more.";
        case Refusal::person_name_too_long:
            return "Give a name of at most 200 characters.";
        case Refusal::nobody_could_agree:
            return "Nobody could be the second person: it takes somebody else who reads where they do, and "
                   "one of the two has to be of each organisation where they read. Where nobody is left, "
                   "ask whoever runs Safelead.";
    }
    return "It was refused.";
}

}  // namespace safelead::directory
