#pragma once

// What is asked about information that leaves the case, advice without names, and meetings of agencies.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array sharings{"It was shared"_p, "It was asked for, and not shared"_p};

inline constexpr std::array lawful_bases{"Public task: safeguarding is what a school has to do"_p,
                                         "A legal obligation"_p, "Vital interests: a life is in danger"_p,
                                         "Legitimate interests"_p,
                                         "Consent, freely given (who gives it can take it back)"_p};

inline constexpr std::array advisers{"Social care: Duty and Advice"_p, "The LADO"_p,
                                     "The education safeguarding team"_p, "The local coordinator"_p,
                                     "A helpline for professionals"_p};

inline constexpr std::array actions_came{"It is done"_p, "Partly"_p, "Not done"_p};

template <>
struct AskedOf<record::InformationShared> {
    static constexpr Phrase entry = "Information shared, or not"_p;
    static constexpr std::string_view page = "records/sharing";
    static constexpr Phrase title = "Record what was shared, or not"_p;
    static constexpr Phrase button = "Record it"_p;
    static constexpr std::array list{
        Asked{"sharing", "Was it shared?"_p, {}, "Choose whether it was shared"_p, 0, sharings},
        Asked{"with", "With whom, or who asked?"_p, {}, "Say with whom, or who asked"_p},
        Asked{"person", "Whom there?"_p},
        Asked{"when", "When?"_p, {}, "Say when it was"_p},
        Asked{"what", "What?"_p, "As little as will do. Don’t describe an image"_p, "Say what"_p, 3},
        Asked{
            "basis", "On what lawful basis?"_p,
            "UK GDPR, article 6. Data protection law does not stop sharing to keep a child safe, and consent "
            "is not needed for that"_p,
            "Choose the basis"_p, 0, lawful_bases},
        Asked{"why", "Why was it right to share it, or not to?"_p,
              "Necessary, proportionate, relevant, accurate, timely, secure"_p, "Say why"_p, 3},
        Asked{"told", "Do the child and the family know?"_p},
        Asked{"why_not_told", "If they don’t: why not?"_p,
              "For example that telling them would put a child in danger"_p}};
};

template <>
struct AskedOf<record::AdviceWithoutNames> {
    static constexpr Phrase entry = "Advice without names"_p;
    static constexpr std::string_view page = "records/sharing";
    static constexpr Phrase title = "Record advice asked for without names"_p;
    static constexpr Phrase button = "Record the advice"_p;
    static constexpr std::array list{
        Asked{
            "adviser", "Who was asked?"_p,
            "Never a police officer: telling one, also without a name, means that a crime must be recorded. "
            "If an officer was told, record it as a referral: it asks what has to be known first"_p,
            "Choose who was asked"_p, 0, advisers},
        Asked{"person", "Whom did you speak to?"_p, "Their post will do. Never an officer"_p},
        Asked{"when", "When?"_p, {}, "Say when it was"_p},
        Asked{"told", "What did you tell them?"_p, "Without a name: “a pupil of 13”, “another school”"_p,
              "Write what you told them"_p, 3},
        Asked{"advised", "What did they advise?"_p, "Without a name, too"_p, "Write what they advised"_p, 3}};
};

template <>
struct AskedOf<record::BasisGiven> {
    static constexpr Phrase entry = "On what basis it was shared"_p;
    static constexpr std::string_view page = "records/sharing";
    static constexpr Phrase title = "Write down on what basis something was shared"_p;
    static constexpr Phrase button = "Record the basis"_p;
    static constexpr std::array list{
        Asked{"entry", "Which entry?"_p, "Its number stands beside it in the list of what was shared"_p,
              "Give the number of the entry"_p},
        Asked{
            "basis", "On what lawful basis?"_p,
            "UK GDPR, article 6. Data protection law does not stop sharing to keep a child safe, and consent "
            "is not needed for that"_p,
            "Choose the basis"_p, 0, lawful_bases},
        Asked{"why", "Why was it right to share it?"_p, {}, {}, 3}};
};

/// Of what is written by a referral's page, only how it is shown.
template <>
struct AskedOf<record::ReferralLinkMade> {
    static constexpr Phrase entry = "A link to a referral was made"_p;
    static constexpr std::string_view page = "records/sharing";
    static constexpr Phrase title = "Make a link to it"_p;
    static constexpr Phrase button = "Make a link and a code"_p;
    static constexpr std::array list{
        Asked{"referral", "Referral"_p},
        Asked{"whom", "Who is to open it, and at which agency?"_p, {}, "Say who is to open it"_p},
        Asked{"until", "It opens until"_p}};
};

template <>
struct AskedOf<record::ReferralLinkRevoked> {
    static constexpr Phrase entry = "A link to a referral was taken back"_p;
    static constexpr std::string_view page = "records/sharing";
    static constexpr Phrase title = "Take the link back"_p;
    static constexpr Phrase button = "Take the link back"_p;
    static constexpr std::array list{Asked{"referral", "Referral"_p},
                                     Asked{"why", "Why?"_p, {}, "Say why"_p}};
};

template <>
struct AskedOf<record::StrategyMeetingHeld> {
    static constexpr Phrase entry = "Strategy meeting"_p;
    static constexpr std::string_view page = "records/strategy";
    static constexpr Phrase title = "Record a strategy meeting or discussion"_p;
    static constexpr Phrase button = "Record the meeting"_p;
    static constexpr std::array list{
        Asked{"when", "When was it?"_p, {}, "Say when it was"_p},
        Asked{"chaired_by", "Who chaired it?"_p, "With their agency"_p, "Say who chaired it"_p},
        Asked{"attended", "Who was there, and for which agency?"_p,
              "One a line: the name, a comma, the agency"_p, "Say who was there"_p, 5},
        Asked{"not_there", "Who was asked and did not come?"_p, {}, {}, 2},
        Asked{"shared", "What did each agency tell the others?"_p, "Don’t describe an image"_p, {}, 4},
        Asked{"decided", "What was decided?"_p,
              "What each agency took on is recorded one by one, afterwards"_p, "Write what was decided"_p,
              4}};
};

template <>
struct AskedOf<record::ActionAgreed> {
    static constexpr Phrase entry = "Action agreed"_p;
    static constexpr std::string_view page = "records/strategy";
    static constexpr Phrase title = "Record what an agency took on"_p;
    static constexpr Phrase button = "Record this action"_p;
    static constexpr std::array list{
        Asked{"agency", "Which agency?"_p, "Your own school, too"_p, "Say which agency"_p},
        Asked{"person", "Who there?"_p},
        Asked{"what", "What will they do?"_p, {}, "Say what they will do"_p, 2},
        Asked{"due", "By which day?"_p,
              "On that day you are asked what became of it; without one, after five working days"_p}};
};

template <>
struct AskedOf<record::ActionAnswered> {
    static constexpr Phrase entry = "What became of action"_p;
    static constexpr std::string_view page = "records/strategy";
    static constexpr Phrase title = "Record what became of an action"_p;
    static constexpr Phrase button = "Record what became of it"_p;
    static constexpr std::array list{
        Asked{"number", "Which action?"_p, {}, "Choose which action"_p},
        Asked{"when", "When did you hear?"_p, {}, "Say when you heard"_p},
        Asked{"came", "What became of it?"_p, "Until it is done you are asked again each working day"_p,
              "Choose what became of it"_p, 0, actions_came},
        Asked{"said", "What was said?"_p, {}, "Write what was said"_p, 2}};
};

}  // namespace safelead::web
