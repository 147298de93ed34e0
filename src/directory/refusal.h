#pragma once

#include <cstdint>
#include <string_view>

namespace safelead::directory {

/// Why something that somebody asks for does not happen.
enum class Refusal : std::uint8_t {
    organisation_already_there,
    no_such_organisation,
    name_missing,
    email_not_usable,
    email_already_used,
    person_already_there,
    no_such_person,
    person_has_left,
    role_already_given,
    role_not_held,
    second_person_needed,  ///< The role reads: somebody else of that organisation must agree.
    same_person_twice,     ///< The two are one, or one of them is the person who gains.
    not_theirs_to_give,    ///< Whoever gives or agrees has no post of trust in that organisation.
    set_up_is_over,        ///< The operator may give roles only while an organisation is being set up.
    set_up_is_not_over,
    reason_missing,
    password_missing,
    dates_backwards,
    cover_not_suitable,
    not_away,
    people_still_there,  ///< Two people of it could still agree, so the operator may not.
    nobody_answers,      ///< Young people can write only where somebody is named who answers.
    hours_missing,
    hours_backwards,
    terms_missing,
    too_many_terms,
    talk_is_off,
    changed_meanwhile,  ///< How they sign in was changed since the form was made.
    code_not_usable,
    reset_already_asked,
    reset_not_asked,
    passkey_already_there,
    too_many_passkeys,
    no_such_passkey,
    invitation_not_usable,  ///< Used, over, or never made: never said which.
    issuer_already_tied,    ///< They have an account of that issuer: it is untied first.
    account_already_tied,   ///< To somebody, them or another: never said whom.
    account_not_usable,
    too_many_ties,
    no_such_tie,
    last_way_in,  ///< Without it they could not sign in any more.
    no_part_chosen,
    day_to_come,
    no_such_opening,
    own_opening,
    opening_reviewed_already,
    words_too_long,
    no_scope_chosen,
    name_too_long,
    end_not_usable,  ///< Of a token: gone by, or more than a year away.
    too_many_tokens,
    no_such_token,
    role_asked_already,
    role_not_asked,
    person_name_too_long,
    urn_not_usable,
    urn_already_there,
    nobody_could_agree,  ///< To a reset: nobody is left who could be the second person.
};

/// One sentence: what was refused and what to do.
[[nodiscard]] std::string_view words(Refusal refusal);

}  // namespace safelead::directory
