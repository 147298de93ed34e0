#pragma once

// What is asked about viewing, devices, and taking down and deleting.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array viewing_grounds{
    "It is the only way to decide whether to involve other agencies: the facts can’t be found out from the children"_p,
    "It is needed to report it to a site, an app or an agency so that it is taken down"_p,
    "It can’t be avoided: a child has shown it to staff, or it was found on the school’s own systems"_p};

inline constexpr std::array signs_as{"Whoever viewed"_p, "The witness"_p, "Head or senior leader"_p};

inline constexpr std::array device_went{"To another locked place in school"_p, "To the police"_p,
                                        "Back to whose it is"_p};

inline constexpr std::array removal_through{"Report Remove (the young person uses it themselves)"_p,
                                            "The site or app"_p, "Another way"_p};

inline constexpr std::array deletion_answers{"They say that it is deleted, in writing"_p,
                                             "They have deleted some of it"_p,
                                             "They refuse, or don’t answer"_p};

template <>
struct AskedOf<record::ViewingRecorded> {
    static constexpr Phrase entry = "Viewing recorded"_p;
    static constexpr std::string_view page = "records/viewing";
    static constexpr Phrase title = "Record a viewing"_p;
    static constexpr Phrase button = "Record this viewing"_p;
    static constexpr std::array list{
        Asked{"about", "Which child is it about?"_p, "Choose nobody if that is not known"_p},
        Asked{"ground", "Which of the three grounds is it?"_p, "If it is none of them, nobody looks"_p,
              "Choose the ground. If it is none of them, nobody looks"_p, 0, viewing_grounds},
        Asked{"why_no_other_way", "Why was there no other way?"_p,
              "What was tried first: asking the children, Report Remove, advice from police"_p,
              "Write why there was no other way"_p, 3},
        Asked{"would_distress", "Would it cause a child significant distress or harm if somebody looked?"_p,
              "If it would, or if that is not known, nobody looks"_p, "Answer this"_p},
        Asked{"viewer", "Who viewed?"_p, {}, "Choose who viewed"_p},
        Asked{"authority", "As what?"_p,
              "Safeguarding lead, or a member of the team whom the head authorised: say when and how"_p,
              "Say as what they viewed"_p},
        Asked{"approver",
              "With which head or senior leader was it discussed before?"_p,
              {},
              "Choose with whom it was discussed before"_p},
        Asked{"approved", "When was it discussed?"_p, {}, "Say when it was discussed"_p},
        Asked{"witness", "Which other member of staff was present?"_p, "They need not have looked"_p,
              "Choose who was present"_p},
        Asked{"place", "Where in the school?"_p, "Ideally the office of the head or a senior leader"_p,
              "Say where it was"_p},
        Asked{"same_sex", "Was whoever viewed of the same sex as the child?"_p, {}, "Answer this"_p},
        Asked{"same_sex_reason", "If not, why not?"_p},
        Asked{"when", "When did it begin?"_p, {}, "Say when it began"_p},
        Asked{"ended", "How long did it last?"_p, {}, "Say how long it lasted"_p},
        Asked{"followed", "What was done because of it?"_p,
              "Never what the image shows: nobody describes one"_p, "Write what was done because of it"_p, 3},
        Asked{"attested", "Was nothing copied, printed, shared, stored or saved?"_p,
              "Yes means that nothing was"_p, "Answer this"_p}};
};

template <>
struct AskedOf<record::ViewingSigned> {
    static constexpr Phrase entry = "Record of viewing signed"_p;
    static constexpr std::string_view page = "records/viewing";
    static constexpr Phrase title = "Sign a record of viewing"_p;
    static constexpr Phrase button = "Sign"_p;
    static constexpr std::array list{Asked{"number", "Which record?"_p, {}, "Choose the record"_p},
                                     Asked{"as", "Who signs?"_p, {}, "Choose who signs"_p, 0, signs_as},
                                     Asked{"on_paper", "If they signed on paper: where is the paper kept?"_p,
                                           "Leave it empty if you sign for yourself, here and now"_p}};
};

template <>
struct AskedOf<record::DeviceTaken> {
    static constexpr Phrase entry = "Device taken"_p;
    static constexpr std::string_view page = "records/devices";
    static constexpr Phrase title = "Record that a device was taken"_p;
    static constexpr Phrase button = "Record this device"_p;
    static constexpr std::array list{
        Asked{"about", "Whose is it?"_p, "Choose nobody if they are not in the case"_p},
        Asked{"device", "What is it?"_p, "Make and colour. Never what is on it"_p, "Say what it is"_p},
        Asked{"state", "In what state was it when it was taken?"_p, "On, off, locked, screen broken"_p,
              "Say in what state it was"_p},
        Asked{"taken_by", "Who took it?"_p, {}, "Say who took it"_p},
        Asked{"when", "When?"_p, {}, "Say when it was taken"_p},
        Asked{"why", "Why, and under which power?"_p,
              "Handed over, or taken under the power to search: say which"_p, "Say why it was taken"_p, 3},
        Asked{
            "made_safe", "What was done so that nothing changes on it?"_p,
            "For example: Wi-Fi and data off, powered down, nobody looked. The advice changed in 2024: ask the police if you are unsure"_p,
            "Say what was done"_p},
        Asked{"kept_at", "Where is it locked away?"_p, {}, "Say where it is locked away"_p}};
};

template <>
struct AskedOf<record::DeviceMoved> {
    static constexpr Phrase entry = "Device moved"_p;
    static constexpr std::string_view page = "records/devices";
    static constexpr Phrase title = "Record where a device went"_p;
    static constexpr Phrase button = "Record where it went"_p;
    static constexpr std::array list{
        Asked{"number", "Which device?"_p, {}, "Choose the device"_p},
        Asked{"went", "Where did it go?"_p, {}, "Choose where it went"_p, 0, device_went},
        Asked{"when", "When?"_p, {}, "Say when it went"_p},
        Asked{"handed_by", "Who handed it over?"_p, {}, "Say who handed it over"_p},
        Asked{"received_by", "Who received it?"_p, {}, "Say who received it"_p},
        Asked{"reference",
              "Officer’s collar number, receipt, or where it is locked now"_p,
              {},
              "Give the number, or say where it is"_p},
        Asked{"agreed",
              "If it goes back while police are involved: which officer agreed in writing, and when?"_p}};
};

template <>
struct AskedOf<record::RemovalAsked> {
    static constexpr Phrase entry = "Asked to be taken down"_p;
    static constexpr std::string_view page = "records/removal";
    static constexpr Phrase title = "Record that it was asked to be taken down"_p;
    static constexpr Phrase button = "Record this"_p;
    static constexpr std::array list{
        Asked{"about", "For which child?"_p, "Choose nobody if it is for all of them"_p},
        Asked{"through", "Through whom?"_p, {}, "Choose through whom"_p, 0, removal_through},
        Asked{"when", "When?"_p, {}, "Say when it was asked"_p},
        Asked{"asked_by", "Who asked?"_p, {}, "Say who asked"_p},
        Asked{"where", "On which site or app?"_p, "Its name. Never an address of an image"_p,
              "Say on which site or app"_p},
        Asked{"answer", "What was the answer, if there is one?"_p},
        Asked{"police_agreed", "If police are involved: who agreed in writing, and when?"_p,
              "Not needed for Report Remove"_p}};
};

template <>
struct AskedOf<record::DeletionAsked> {
    static constexpr Phrase entry = "Asked to delete"_p;
    static constexpr std::string_view page = "records/removal";
    static constexpr Phrase title = "Record that somebody was asked to delete"_p;
    static constexpr Phrase button = "Record that they were asked"_p;
    static constexpr std::array list{
        Asked{"about", "Who was asked?"_p, "Choose nobody if they are not in the case"_p},
        Asked{"when", "When?"_p, {}, "Say when they were asked"_p},
        Asked{"asked_by", "Who asked them?"_p, {}, "Say who asked them"_p},
        Asked{"places", "Where are they to delete it?"_p, "Devices, cloud, accounts"_p, "Say where"_p, 2},
        Asked{"until", "By which day?"_p},
        Asked{"report_remove_first",
              "Was the child in the image helped to use Report Remove first, or asked and did not want it?"_p,
              "Report Remove needs the image or its address: after a deletion it is too late"_p,
              "Answer this"_p},
        Asked{"report_remove", "What came of that?"_p,
              "Not what the image is: whether it was used, or what the child said"_p,
              "Say what came of it"_p},
        Asked{"police_agreed", "If police are involved: who agreed in writing, and when?"_p}};
};

template <>
struct AskedOf<record::DeletionAnswered> {
    static constexpr Phrase entry = "What came of asking to delete"_p;
    static constexpr std::string_view page = "records/removal";
    static constexpr Phrase title = "Record what came of asking somebody to delete"_p;
    static constexpr Phrase button = "Record what came of it"_p;
    static constexpr std::array list{
        Asked{"number", "Who was asked?"_p, {}, "Choose who was asked"_p},
        Asked{"answer", "What came of it?"_p, {}, "Choose what came of it"_p, 0, deletion_answers},
        Asked{"when", "When?"_p, {}, "Say when"_p},
        Asked{"said", "What did they say, and how?"_p, "Nobody checks it by looking"_p,
              "Write what they said"_p, 3},
        Asked{"next", "What happens next, if it is not all deleted?"_p,
              "Keeping it is unlawful: a refusal goes to the police"_p},
        Asked{"police_agreed", "If police are involved: who agreed in writing, and when?"_p}};
};

}  // namespace safelead::web
