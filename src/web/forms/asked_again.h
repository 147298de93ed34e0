#pragma once

// What is asked about an agency's answer, and about something new.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array agency_answers{"They took it on"_p, "They gave advice, and the school goes on"_p,
                                           "They decided on no further action, and said why"_p,
                                           "No answer yet: we asked for one"_p};

inline constexpr std::array new_things{"The image has appeared again"_p,
                                       "Another child is involved"_p,
                                       "Another school or setting is involved"_p,
                                       "An adult is involved, or may be"_p,
                                       "A parent or carer told us something"_p,
                                       "The police, social care or another partner told us something"_p,
                                       "A child is more distressed, or distressed again"_p,
                                       "It was not deleted, as we were told it was"_p,
                                       "Something else"_p};

template <>
struct AskedOf<record::AgencyAnswered> {
    static constexpr Phrase entry = "An agency’s answer"_p;
    static constexpr std::string_view page = "referrals";
    static constexpr Phrase title = "Record what an agency answered, or that you asked again"_p;
    static constexpr Phrase button = "Record the answer"_p;
    static constexpr std::array list{
        Asked{"agency", "Which agency?"_p, {}, "Say which agency"_p},
        Asked{"person", "Whom did you speak to?"_p}, Asked{"when", "When?"_p, {}, "Say when it was"_p},
        Asked{"answer", "What was the answer?"_p,
              "An agency decides within one working day what it does. If nobody answers, ask again"_p,
              "Choose what the answer was"_p, 0, agency_answers},
        Asked{"said", "What was said?"_p, "With their reason, in their words. Don’t describe an image"_p,
              "Write what was said"_p, 4}};
};

template <>
struct AskedOf<record::SomethingNew> {
    static constexpr Phrase entry = "Something new"_p;
    static constexpr std::string_view page = "notes";
    static constexpr Phrase title = "Record something new"_p;
    static constexpr Phrase button = "Record what is new"_p;
    static constexpr std::array list{
        Asked{"kind", "What is new?"_p, {}, "Choose what is new"_p, 0, new_things},
        Asked{"about", "Which child is it about?"_p, "Choose nobody if it is about the whole case"_p},
        Asked{"when", "When did it happen?"_p, {}, "Say when it happened"_p},
        Asked{"words", "What do you know?"_p, "In the words of whoever told you. Don’t describe an image"_p,
              "Write what you know"_p, 4},
        Asked{"told_by", "Who told you?"_p}};
};

}  // namespace safelead::web
