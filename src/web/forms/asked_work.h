#pragma once

// What is asked about tasks, handing over, calling the meeting, and correcting an entry.

#include "record/kept_events.h"
#include "web/forms/asked.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

inline constexpr std::array clocks{
    "Working hours: nights, weekends and holidays don’t count"_p,
    "Real hours, because a child’s safety depends on it: nothing stops the clock"_p};

template <>
struct AskedOf<record::ReviewMeetingCalled> {
    static constexpr Phrase entry = "Initial review meeting called"_p;
    static constexpr std::string_view page = "records/meeting";
    static constexpr Phrase title = "Call the initial review meeting"_p;
    static constexpr Phrase button = "Record that it is called"_p;
    static constexpr std::array list{
        Asked{"when", "For when is it called?"_p, "The same school day"_p, "Say for when it is called"_p},
        Asked{"asked", "Who is asked to come?"_p,
              "Whoever took the report, and the staff who deal with safeguarding"_p,
              "Say who is asked to come"_p},
        Asked{"why_late", "If it is later than the same school day: why?"_p}};
};

template <>
struct AskedOf<record::OwnTaskSet> {
    static constexpr Phrase entry = "Task added"_p;
    static constexpr std::string_view page = "actions";
    static constexpr Phrase title = "Add a task of your own"_p;
    static constexpr Phrase button = "Add this task"_p;
    static constexpr std::array list{
        Asked{"words", "What is to be done?"_p, {}, "Say what is to be done"_p},
        Asked{"owner",
              "Who does it?"_p,
              "People who may read this case. Nobody by name: the safeguarding leads"_p,
              {},
              0,
              {},
              Offered::readers_of_the_case},
        Asked{"clock", "How is the time counted?"_p, {}, "Choose how the time is counted"_p, 0, clocks},
        Asked{"hours", "In how many hours is it due?"_p, "0 is now; 8 working hours are one day"_p,
              "Give a number of hours"_p}};
};

template <>
struct AskedOf<record::TaskGiven> {
    static constexpr Phrase entry = "Task given"_p;
    static constexpr std::string_view page = "actions";
    static constexpr Phrase title = "Give a task to somebody"_p;
    static constexpr Phrase button = "Give it to them"_p;
    static constexpr std::array list{Asked{"task", "Which task?"_p, {}, "Choose the task"_p},
                                     Asked{"to",
                                           "To whom?"_p,
                                           "People who may read this case"_p,
                                           "Choose to whom"_p,
                                           0,
                                           {},
                                           Offered::readers_of_the_case},
                                     Asked{"why", "Why?"_p}};
};

template <>
struct AskedOf<record::CaseHandedOver> {
    static constexpr Phrase entry = "Case handed over"_p;
    static constexpr std::string_view page = "actions";
    static constexpr Phrase title = "Hand the case over"_p;
    static constexpr Phrase button = "Hand the case over"_p;
    static constexpr std::array list{
        Asked{"to",
              "To whom?"_p,
              "With the case go the tasks that wait for whoever has it now"_p,
              "Choose to whom"_p,
              0,
              {},
              Offered::readers_of_the_case},
        Asked{"why", "Why, and what do they need to know first?"_p, {}, "Say why"_p, 3}};
};

template <>
struct AskedOf<record::EntryCorrected> {
    static constexpr Phrase entry = "Entry corrected"_p;
    static constexpr std::string_view page = "chronology";
    static constexpr Phrase title = "Correct an entry"_p;
    static constexpr Phrase button = "Record this correction"_p;
    static constexpr std::array list{
        Asked{"entry", "Which entry?"_p, "Its number stands in the chronology"_p,
              "Give the number of the entry"_p},
        Asked{"says", "What does it say that is wrong?"_p, {}, "Write what is wrong"_p, 2},
        Asked{"should_say", "What should it say?"_p, {}, "Write what it should say"_p, 2},
        Asked{"why", "How do you know?"_p, {}, "Say how you know"_p}};
};

}  // namespace safelead::web
