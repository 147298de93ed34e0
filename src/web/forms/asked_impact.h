#pragma once

// What is asked about what it has meant for a child, and about how cases hang together.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array impact_words{"How they are: sleep, mood, health, friendships"_p,
                                         "Attendance and learning"_p,
                                         "Contact with others in it, at school, at home or online"_p,
                                         "Their safety"_p, "What they say themselves"_p};

inline constexpr std::array why_linked{"The same image"_p, "The same group of children"_p,
                                       "Siblings, or the same household"_p, "The same child is in both"_p,
                                       "Something else"_p};

template <>
struct AskedOf<record::ImpactNoted> {
    static constexpr Phrase entry = "What it has meant for the child"_p;
    static constexpr std::string_view page = "records/impact";
    static constexpr Phrase title = "Record what it has meant for a child"_p;
    static constexpr Phrase button = "Record this"_p;
    static constexpr std::array list{
        Asked{"about", "Which child?"_p, "Every child in it, whatever their part was"_p,
              "Choose the child"_p},
        Asked{"on", "What does it touch?"_p, {}, "Choose what it touches"_p, 0, impact_words},
        Asked{"when", "When was that?"_p, "Leave it empty if it is now"_p},
        Asked{"words", "What was seen, or said?"_p,
              "For what they say: in their own words. Nothing about another child. Don’t describe an image"_p,
              "Write what was seen or said"_p, 5},
        Asked{"told_by", "Who saw it, or told it?"_p}};
};

template <>
struct AskedOf<record::CasesLinked> {
    static constexpr Phrase entry = "Linked to another case"_p;
    static constexpr std::string_view page = "records/links";
    static constexpr Phrase title = "Link this case to another"_p;
    static constexpr Phrase button = "Link them"_p;
    static constexpr std::array list{
        Asked{"other", "Reference of the other case"_p, "Such as C-7K3M-9QXD"_p,
              "Give the reference of the other case"_p},
        Asked{"why", "How do they hang together?"_p, {}, "Choose how they hang together"_p, 0, why_linked},
        Asked{"words", "What makes you think so?"_p, "No names"_p, "Write what makes you think so"_p, 3}};
};

template <>
struct AskedOf<record::CasesUnlinked> {
    static constexpr Phrase entry = "Not linked to another case any more"_p;
    static constexpr std::string_view page = "records/links";
    static constexpr Phrase title = "Take a link away"_p;
    static constexpr Phrase button = "Take the link away"_p;
    static constexpr std::array list{
        Asked{"other", "Reference of the other case"_p, {}, "Give the reference of the other case"_p},
        Asked{"words", "Why do they not hang together?"_p, {}, "Write why"_p, 3}};
};

}  // namespace safelead::web
