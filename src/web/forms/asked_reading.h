#pragma once

// What is asked about who reads a case.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array too_near{"A child in it is theirs"_p,
                                     "They are family, or close to somebody in it"_p,
                                     "What was said is about them"_p, "Something else"_p};

template <>
struct AskedOf<record::PersonKeptOut> {
    static constexpr Phrase entry = "Kept out of this case"_p;
    static constexpr std::string_view page = "records/reading";
    static constexpr Phrase title = "Keep somebody out of this case"_p;
    static constexpr Phrase button = "Keep them out"_p;
    static constexpr std::array list{
        Asked{"person", "Who is kept out?"_p,
              "It may be you. From then on it is as if the case did not exist for them"_p,
              "Choose who is kept out"_p},
        Asked{"near", "Why do they stand too near?"_p, {}, "Choose why they stand too near"_p, 0, too_near},
        Asked{"why", "What is known about that?"_p, {}, "Say what is known about that"_p, 2}};
};

template <>
struct AskedOf<record::PersonLetBackIn> {
    static constexpr Phrase entry = "Let back in"_p;
    static constexpr std::string_view page = "records/reading";
    static constexpr Phrase title = "Let somebody back in"_p;
    static constexpr Phrase button = "Let them back in"_p;
    static constexpr std::array list{
        Asked{"person", "Who may read it again, if their role does?"_p, {}, "Choose who may read it again"_p},
        Asked{"why", "Why?"_p, {}, "Say why"_p, 2}};
};

template <>
struct AskedOf<record::CaseLocked> {
    static constexpr Phrase entry = "Locked to named people"_p;
    static constexpr std::string_view page = "records/reading";
    static constexpr Phrase title = "Lock this case to named people"_p;
    static constexpr Phrase button = "Lock the case"_p;
    static constexpr std::array list{
        Asked{"with",
              "Who else reads it?"_p,
              "With you and whoever has the case. One more person at least, so that a child never depends on "
              "one of you"_p,
              "Choose who else reads it"_p,
              0,
              {},
              Offered::readers_of_the_case},
        Asked{"why", "Why is it locked?"_p, {}, "Say why it is locked"_p, 2}};
};

template <>
struct AskedOf<record::ReaderNamed> {
    static constexpr Phrase entry = "One more reads the locked case"_p;
    static constexpr std::string_view page = "records/reading";
    static constexpr Phrase title = "Name one more who reads it"_p;
    static constexpr Phrase button = "Let them read it"_p;
    static constexpr std::array list{
        Asked{"person", "Who?"_p, "Somebody whose role reads cases: a lock gives nobody a role"_p,
              "Choose who"_p},
        Asked{"why", "Why?"_p, {}, "Say why"_p, 2}};
};

template <>
struct AskedOf<record::CaseUnlocked> {
    static constexpr Phrase entry = "No longer locked"_p;
    static constexpr std::string_view page = "records/reading";
    static constexpr Phrase title = "Unlock this case"_p;
    static constexpr Phrase button = "Unlock the case"_p;
    static constexpr std::array list{Asked{"why", "Why need it be locked no more?"_p, {}, "Say why"_p, 2}};
};

/// Of what is written by another page, only how it is shown.
template <>
struct AskedOf<record::OpenedByForce> {
    static constexpr Phrase entry = "Opened because it could not wait"_p;
    static constexpr std::string_view page = "records/reading";
    static constexpr Phrase title = "Open a case that is closed to you"_p;
    static constexpr Phrase button = "Open the case"_p;
    static constexpr std::array list{Asked{"why", "Why could it not wait?"_p, {}, "Say why"_p, 3},
                                     Asked{"until", "Open until"_p}};
};

}  // namespace safelead::web
