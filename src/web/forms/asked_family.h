#pragma once

// What is asked about parents and carers, conversations and each child's support.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array why_not_told{
    "Telling them would put the child at risk of harm at home"_p,
    "A parent or carer may be the adult involved"_p,
    "There is a risk of honour-based abuse or forced marriage"_p,
    "The police have asked us to wait"_p,
    "The young person is 16 or 17 and objects, and this has been weighed"_p,
    "Telling would disclose something private about the child, such as who they are"_p};

inline constexpr std::array review_weeks{"After 1 week"_p, "After 4 weeks"_p, "After 12 weeks"_p};

template <>
struct AskedOf<record::FamilyTold> {
    static constexpr Phrase entry = "A parent or carer was told"_p;
    static constexpr std::string_view page = "records/family";
    static constexpr Phrase title = "Record that a parent or carer was told"_p;
    static constexpr Phrase button = "Record that they were told"_p;
    static constexpr std::array list{
        Asked{"about", "Whose parent or carer?"_p, {}, "Choose the child"_p},
        Asked{
            "whom", "Who was told?"_p,
            "Each person with parental responsibility has a record of their own. For a child who is looked after: the social worker and the carer"_p,
            "Say who was told"_p},
        Asked{"teller", "Who told them?"_p, {}, "Say who told them"_p},
        Asked{"when", "When?"_p, {}, "Say when they were told"_p},
        Asked{"how", "How?"_p, "In person, by telephone"_p, "Say how they were told"_p},
        Asked{
            "said", "What were they told?"_p,
            "Nothing about another family. Ask them not to look, forward, screenshot or delete anything before advice, and not to contact the other family"_p,
            "Write what they were told"_p, 4},
        Asked{"their_view", "What did they say, and what do they want?"_p, {}, {}, 3}};
};

template <>
struct AskedOf<record::FamilyNotTold> {
    static constexpr Phrase entry = "A parent or carer is not told yet"_p;
    static constexpr std::string_view page = "records/family";
    static constexpr Phrase title = "Record why a parent or carer is not told yet"_p;
    static constexpr Phrase button = "Record why they are not told yet"_p;
    static constexpr std::array list{
        Asked{"about", "Whose parent or carer?"_p, {}, "Choose the child"_p},
        Asked{"whom", "Who is not told yet?"_p, {}, "Say who is not told yet"_p},
        Asked{"why", "Why not?"_p, {}, "Choose why"_p, 0, why_not_told},
        Asked{"words", "What makes you think so?"_p, {}, "Write what makes you think so"_p, 3},
        Asked{
            "agreed_by", "Who agreed with it?"_p,
            "Usually social care or the police: they lead on when a family is told. Give the name and the agency"_p,
            "Say who agreed with it"_p},
        Asked{"when", "When did they agree?"_p, {}, "Say when they agreed"_p},
        Asked{"again_in_hours", "In how many hours is it looked at again?"_p,
              "24 at most. Project rule: weekends and holidays count"_p,
              "Give a number of hours, 1 to 24"_p}};
};

template <>
struct AskedOf<record::ConversationHeld> {
    static constexpr Phrase entry = "Conversation"_p;
    static constexpr std::string_view page = "records/conversations";
    static constexpr Phrase title = "Record a conversation"_p;
    static constexpr Phrase button = "Record this conversation"_p;
    static constexpr std::array list{
        Asked{"about", "Which child is it about?"_p, "Choose nobody if it is about the whole case"_p},
        Asked{"with", "Who spoke?"_p, {}, "Say who spoke"_p},
        Asked{"when", "When?"_p, {}, "Say when it was"_p},
        Asked{"where", "Where?"_p},
        Asked{"present", "Who else was there?"_p},
        Asked{"their_words",
              "What they said, in their own words"_p,
              "As they said it. Don’t ask them to describe an image, and don’t write one down"_p,
              {},
              6},
        Asked{"writers_view", "What you saw and thought"_p, "Your own view, apart from their words"_p, {}, 4},
        Asked{"agreed", "What was agreed?"_p, {}, {}, 3}};
};

template <>
struct AskedOf<record::SupportPlanMade> {
    static constexpr Phrase entry = "Support and safety plan"_p;
    static constexpr std::string_view page = "records/support";
    static constexpr Phrase title = "Make a support and safety plan"_p;
    static constexpr Phrase button = "Record this plan"_p;
    static constexpr std::array list{
        Asked{"about", "Whose plan is it?"_p, "Each child has one, whatever their part was"_p,
              "Choose the child"_p},
        Asked{"safety", "What keeps them safe today and tonight?"_p,
              "Who is with them, who asks about self-harm and suicide, whom they can ring"_p,
              "Write what keeps them safe"_p, 4},
        Asked{"trusted_adult", "Which adult did they choose to talk to?"_p},
        Asked{"separation",
              "How are the children kept apart, where they have to be?"_p,
              "Class, transport, home, online. Support for attendance goes here too"_p,
              {},
              3},
        Asked{"support",
              "What support is offered, by whom, and what did they take up?"_p,
              {},
              "Write what support is offered"_p,
              4},
        Asked{"early_help", "Early help, and other services"_p, {}, {}, 2},
        Asked{"language", "Interpreter, British Sign Language, other help to be understood"_p},
        Asked{"wishes", "What does the child want, and what worries them?"_p, "In their own words"_p, {}, 3}};
};

template <>
struct AskedOf<record::SupportPlanReviewed> {
    static constexpr Phrase entry = "Support and safety plan reviewed"_p;
    static constexpr std::string_view page = "records/support";
    static constexpr Phrase title = "Review a plan"_p;
    static constexpr Phrase button = "Record this review"_p;
    static constexpr std::array list{
        Asked{"number", "Which plan?"_p, {}, "Choose the plan"_p},
        Asked{"week", "Which review is it?"_p, {}, "Choose which review it is"_p, 0, review_weeks},
        Asked{"when", "When?"_p, {}, "Say when it was reviewed"_p},
        Asked{"how_they_are", "How is the child?"_p, "Ask them, and write it in their words"_p,
              "Write how the child is"_p, 4},
        Asked{"what_changes", "What changes in the plan?"_p, "Write “nothing” if nothing does"_p,
              "Write what changes"_p, 4}};
};

}  // namespace safelead::web
