#include "web/pages/assessment_words.h"

#include "base/bug.h"
#include "web/pages/words.h"

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

constexpr QuestionWords questions[] = {
    {"R1", "Who spoke of it first, and is it about an image of their own or another child’s?"_p,
     "If somebody else reported it, the child in the image is still to be spoken to."_p},
    {"R2", "Is it known who is in the image, and how old they were when it was made?"_p,
     "Not known means: consult, and ask the police for advice."_p},
    {"R3", "Is any child under 13?"_p,
     "More protection in law. It may be curiosity or a dare: take it seriously, and in proportion."_p},
    {"R4", "Is there a big difference in age, or another imbalance of power?"_p,
     "A gap suggests pressure, even when nobody says so."_p},
    {"R5", "Is there an adult, or anybody whose identity nobody can confirm?"_p,
     "Refer, to the police too."_p},
    {"R6", "Why was it shared?"_p,
     "Pressure or a trick makes it a reason to refer; payment counts against it."_p},
    {"R7", "Was there a threat, blackmail, or a demand for money or more images?"_p,
     "Refer at once. The child does not pay, stops contact and keeps the messages."_p},
    {"R8a", "Did the child understand and agree to its being made?"_p, "Part of what consent there was."_p},
    {"R8b", "Did the child understand and agree to the first sharing?"_p, "No is a reason to refer."_p},
    {"R8c", "Did the child understand and agree to any further sharing?"_p,
     "No is sharing without consent, and child-on-child abuse under Part five of KCSIE."_p},
    {"R9", "Could each child decide freely: age, needs, language, drink or drugs, state of mind?"_p,
     "Doubt about this decision is a reason to refer; a label alone is not."_p},
    {"R10", "Who has shared it, with whom, and with how many?"_p,
     "Six or more prevents managing alone without advice. Add each person who received it under People."_p},
    {"R11", "Where is it?"_p, "In public: Report Remove and the site’s own reporting first."_p},
    {"R12", "Was it made or altered by computer, or taken without the child knowing?"_p,
     "It changes the category; Part five of KCSIE applies."_p},
    {"R13", "What has been reported about its nature?"_p,
     "Answer only from what was said. There is no box for a description, and nobody asks for one."_p},
    {"R14", "What was the motive of whoever shared it?"_p,
     "Malice or money prevents managing alone without advice, and weighs with the police."_p},
    {"R15", "Have there been incidents before, of either child, at any school?"_p,
     "A repeat prevents managing alone without advice."_p},
    {"R16", "What makes a child vulnerable?"_p, "A social worker who is allocated has to be told."_p},
    {"R17", "How is each child now: distress, self-harm, suicidal thoughts, missing, absent?"_p,
     "Immediate harm: refer. Danger to life: ring 999."_p},
    {"R18", "Is there bullying, a coercive relationship, or a threat now?"_p,
     "A safety plan; a coercive relationship is a reason to refer."_p},
    {"R19", "Would telling parents or carers put the child at risk?"_p,
     "Then take advice before anybody is told."_p},
    {"R20", "Which other settings are concerned: school, college, club, another authority?"_p,
     "Speak to their safeguarding lead. A referral goes to the authority where the child lives."_p},
    {"R21", "What has been deleted or contained, and was anything lost that could be evidence?"_p,
     "If the police are involved: stop, and ask them."_p},
    {"R22", "What does each child wish, and what worries them?"_p,
     "Recorded and weighed. It does not decide whether to refer."_p},
    {"R23", "Where do the children meet now: class, transport, home, online?"_p,
     "A plan to keep them apart, where that is needed."_p},
    {"R24", "Is a brother, sister or other child at risk?"_p, "Then add them: the case is wider."_p},
};

struct ValueWords {
    std::string_view question;
    std::string_view value;
    Phrase words;
};

constexpr ValueWords values[] = {
    {"R1", "own", "The child, about an image of their own"_p},
    {"R1", "another_childs", "A child, about another child’s image"_p},
    {"R1", "adult_reported", "An adult, or somebody else"_p},
    {"R6", "agreed", "It was agreed between them"_p},
    {"R6", "asked", "It was asked for"_p},
    {"R6", "pressured", "Under pressure"_p},
    {"R6", "dared", "For a dare"_p},
    {"R6", "tricked", "By a trick"_p},
    {"R6", "paid", "For money or a gift"_p},
    {"R11", "app", "In an app, between two people"_p},
    {"R11", "group_chat", "In a group chat"_p},
    {"R11", "public_site", "On a public site"_p},
    {"R11", "device_only", "On a device only"_p},
    {"R14", "trust", "Trust: it was meant for one person"_p},
    {"R14", "peer_approval", "To be well thought of"_p},
    {"R14", "joke", "As a joke"_p},
    {"R14", "revenge", "Revenge"_p},
    {"R14", "humiliation", "To humiliate"_p},
    {"R14", "money", "For money"_p},
    {"R16", "protection_plan", "A child protection plan"_p},
    {"R16", "looked_after", "Looked after"_p},
    {"R16", "send", "Special educational needs or a disability, where it bears on this"_p},
    {"R16", "mental_health", "Mental health"_p},
    {"R16", "home_violence", "Violence at home"_p},
    {"R16", "exploitation", "Exploitation"_p},
    {"R16", "bullied", "Bullied"_p},
    {"R18", "bullying", "Bullying"_p},
    {"R18", "coercive_relationship", "A coercive relationship"_p},
    {"R18", "threats", "Threats"_p},
    {"R18", "none", "None of these"_p},
    {"", "yes", "Yes"_p},
    {"", "no", "No"_p},
    {"", "unknown", "Not known"_p},
};

struct NeedWords {
    std::string_view need;
    Phrase words;
};

constexpr NeedWords needs[] = {
    {"believed", "Told that they are believed, and not to blame"_p},
    {"safety_screen", "Asked about safety, self-harm and suicide"_p},
    {"named_adult", "A named adult to talk to"_p},
    {"choice_of_staff", "A choice of which staff deal with it"_p},
    {"removal_help", "Help to have it taken down: Report Remove, if they are under 18 today"_p},
    {"say_in_who_is_told", "A say in who is told, and where, as far as can be"_p},
    {"separation_and_attendance", "A plan to be kept apart and to go on attending"_p},
    {"specialist_support", "Specialist support"_p},
    {"told_what_happened", "Told what came of it"_p},
    {"own_experience_heard", "Asked what happened to them: they may have been harmed too"_p},
    {"own_named_adult", "A named adult of their own"_p},
    {"law_and_harm_explained", "The law and the harm explained"_p},
    {"own_needs_assessed", "Their own risks and needs assessed"_p},
    {"behaviour_kept_apart", "Any sanction considered apart, and never before police advice"_p},
    {"behaviour_service", "Early help, or a service for harmful sexual behaviour"_p},
    {"asked_for_or_not", "Asked whether they had asked for it: not to blame if they had not"_p},
    {"told_not_to_share", "Told not to share it"_p},
    {"deletion_confirmed", "Deletion confirmed, when it may be deleted"_p},
    {"receiver_support", "Support for having received it"_p},
    {"message_not_to_share", "Told, without details, not to share and how it is deleted"_p},
    {"how_to_report", "Told how to report, and that bullying will not be accepted"_p},
    {"do_not_pay", "Told not to pay"_p},
    {"stop_contact", "Helped to stop contact and block"_p},
    {"keep_messages", "Told to keep the messages"_p},
};

}  // namespace

const QuestionWords& words_of_question(std::string_view id)
{
    const auto found = std::ranges::find(questions, id, &QuestionWords::id);
    if (found == std::end(questions)) throw_bug("a question of the assessment without words");
    return *found;
}

Phrase words_of_value(std::string_view question, std::string_view value)
{
    for (const auto& one : values)
        if (one.value == value && (one.question.empty() || one.question == question)) return one.words;
    throw_bug("an answer of the assessment without words");
}

Phrase words_of_need(std::string_view need)
{
    const auto found = std::ranges::find(needs, need, &NeedWords::need);
    if (found == std::end(needs)) throw_bug("a need without words");
    return found->words;
}

Phrase words_of_part(record::PartHad part)
{
    switch (part) {
        case record::PartHad::in_the_image:
            return "As the child in the image"_p;
        case record::PartHad::shared_or_pressured:
            return "As a child who shared it, or put pressure on somebody"_p;
        case record::PartHad::received:
            return "As a child who received it"_p;
        case record::PartHad::stood_by:
            return "As somebody who stood by, or whose part is not known"_p;
        case record::PartHad::pressed_for_money:
            return "As a child who is threatened or pressed for money"_p;
    }
    throw_bug("a part without words");
}

Phrase words_of_state(record::NeedState state)
{
    switch (state) {
        case record::NeedState::offered:
            return "Offered"_p;
        case record::NeedState::accepted:
            return "Accepted"_p;
        case record::NeedState::declined:
            return "Declined"_p;
        case record::NeedState::not_needed:
            return "Not needed"_p;
    }
    throw_bug("a need in no state");
}

}  // namespace safelead::web
