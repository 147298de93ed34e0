#pragma once

// The pages of what is kept in a case: one CaseForm for each kind of record, made from its own list.

#include "web/answers/case_turn.h"
#include "web/pages/kept_fields.h"
#include "web/pages/records_page.h"
#include "web/pages/words.h"

#include <utility>

namespace safelead::web::case_page {

/// With the fields that the record's list draws.
[[nodiscard]] Html draw_kept_form(const CaseTurn& turn, const FormWriter& form, KeptForm kept);

/// The same, with what follows the fields.
template <class Record>
Html draw_kept_and(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors, Html after)
{
    const FormWriter form{turn.site.say(), typed, errors};
    Html fields = draw_asked<Record>(form, turn.view);
    fields << std::move(after);
    return draw_kept_form(turn, form,
                          {.frame = {},
                           .type = record::FieldsOf<Record>::type,
                           .page = AskedOf<Record>::page,
                           .title = AskedOf<Record>::title,
                           .button = AskedOf<Record>::button,
                           .fields = std::move(fields)});
}

template <class Record>
Html draw_kept(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors)
{
    return draw_kept_and<Record>(turn, typed, errors, {});
}

template <class Record>
CaseTyped parse_kept(const CaseTurn& turn, const FormFields& typed)
{
    return parse_record<Record>(typed, turn.zone(), turn.by());
}

template <class Record>
inline constexpr CaseForm kept_turn{
    AskedOf<Record>::title, record::FieldsOf<Record>::type, AskedOf<Record>::page, draw_kept<Record>, nullptr,
    parse_kept<Record>};

Html draw_records(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_area(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_meeting(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
FormFields start_meeting(const CaseTurn& turn);
CaseTyped parse_held(const CaseTurn& turn, const FormFields& typed);

inline constexpr CaseForm records_turn{"Records: case {0}"_p, "", "", draw_records};
inline constexpr CaseForm area_turn{"Records: case {0}"_p, "", "", draw_area};
inline constexpr CaseForm meeting_turn{"Initial review meeting: case {0}"_p,
                                       record::FieldsOf<record::ReviewMeetingHeld>::type,
                                       "records/meeting",
                                       draw_meeting,
                                       start_meeting,
                                       parse_held};

}  // namespace safelead::web::case_page
