#pragma once

#include <cstdint>
#include <string_view>

namespace safelead::learning {

enum class Refusal : std::uint8_t {
    no_such_topic,
    where_missing,
    words_too_long,
    has_telephone_number,  ///< A number on an open page can only be one of the directory.
    too_few_places,
    too_many_places,
    wrong_length,
    too_long_ago,
    too_far_ahead,
    already_planned,
    reason_missing,
    is_cancelled,
    not_for_their_organisation,
    already_booked,
    already_waiting,
    waiting_list_full,
    not_booked,
    has_begun,
    not_yet,       ///< The register opens half an hour before the session begins.
    no_code_open,  ///< None was ever, or its time is over.
    wrong_code,
    code_missing,
    was_not_there,  ///< Only whoever was there evaluates it.
    already_evaluated,
    date_ahead,
    provider_missing,
    no_such_record,
    already_struck_out,
    already_understood,
    other_edition,  ///< The guide has changed since the page was shown.
    too_many_tries,
    nothing_answered,
};

/// One sentence: what was refused and what to do.
[[nodiscard]] std::string_view words(Refusal refusal);

}  // namespace safelead::learning
