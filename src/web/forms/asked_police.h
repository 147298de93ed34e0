#pragma once

// What is asked about what the police did with what they were told.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array recorded_as_words{"Nobody has said"_p, "Person involved"_p, "Suspect"_p,
                                              "Witness"_p};

template <>
struct AskedOf<record::PoliceSaid> {
    static constexpr Phrase entry = "What the police recorded"_p;
    static constexpr std::string_view page = "records/police";
    static constexpr Phrase title = "Record what the police recorded"_p;
    static constexpr Phrase button = "Record what they said"_p;
    static constexpr std::array list{
        Asked{"about", "Which child is it about?"_p,
              "One record for each child; choose nobody if it is about the whole case"_p},
        Asked{"when", "When did they say so?"_p, {}, "Say when they said so"_p},
        Asked{"officer", "Which officer, and of which team?"_p, {}, "Say which officer"_p},
        Asked{"crime_recorded", "Has a crime been recorded?"_p,
              "The police must record one, even if they then do nothing more"_p,
              "Say whether a crime was recorded, or that it is not known"_p},
        Asked{"why_not", "If not, what reason did they give?"_p},
        Asked{"reference", "Crime reference"_p},
        Asked{"recorded_as", "As what is this child recorded?"_p,
              "“Person involved” is not the same as “suspect”. Ask, and do not guess"_p,
              "Choose as what they are recorded, or that nobody has said"_p, 0, recorded_as_words},
        Asked{"outcome", "Outcome code, if there is one"_p, "1 to 22, or 1A, 2A, 3A"_p},
        Asked{"outcome_on", "When was the outcome given?"_p},
        Asked{
            "told_child", "What was the child told?"_p, "Never promise that it cannot be disclosed"_p, {}, 2},
        Asked{"told_parents", "What were the parents told?"_p, {}, {}, 2},
        Asked{"said", "Anything else they said"_p, "Don’t describe an image"_p, {}, 3}};
};

}  // namespace safelead::web
