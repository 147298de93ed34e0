#pragma once

// A young person talks to their school: without an account, a cookie or a name.
//
// 1. What opens a conversation is the code, and for half an hour after it the pass that a page carries in a
//    hidden field. Neither is ever in an address or kept as it is.
// 2. A code that is wrong, too old, of another school or no code at all gets the same answer.
// 3. Counts are for each school and each conversation. An address alone is never shut out (docs/adr/0122).

#include "app/names.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "directory/talk_hours.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

struct TalkSchool {
    OrganisationId id;
    std::string name;
    bool operator==(const TalkSchool&) const = default;
};

/// Those that a young person can write to now, by name.
[[nodiscard]] std::vector<TalkSchool> schools_to_write_to(Safelead& safelead);

/// Also those that have stopped since: somebody may come back with a code.
[[nodiscard]] std::vector<TalkSchool> schools_to_come_back_to(Safelead& safelead);

/// What whoever writes to a school is told of it.
struct TalkPlace {
    TalkSchool school;
    std::optional<directory::TalkHours> hours;  ///< Nothing while it is off.
    std::vector<std::string> who;               ///< Who answers, by name.
    directory::TalkReading reading;             ///< Whether somebody reads now, and when next.
    std::vector<std::string> leads;             ///< The safeguarding lead and deputies, by name.
    std::vector<std::string> heads;

    [[nodiscard]] bool is_on() const { return hours.has_value(); }
};

/// Nothing if nobody could ever write to it.
[[nodiscard]] std::optional<TalkPlace> talk_place(Safelead& safelead, const OrganisationId& school);

enum class TalkRefusal {
    off,    ///< Nobody answers there, or there is no such school.
    wrong,  ///< Not a code that opens a conversation there.
    over,   ///< The half hour is over: the code again.
    wait,   ///< Too many at once.
    no_words,
    too_long,
    too_much,       ///< As many messages as one conversation holds.
    other_content,  ///< Sent before, with other words: those were kept, these were not.
    crowded,
};

struct NewTalk {
    OrganisationId school;
    std::string words;
    std::string name;  ///< Empty if they leave none.
    record::NameAgreement agreement = record::NameAgreement::ask_first;
    record::StaffInvolved about = record::StaffInvolved::unknown;
    std::string address;  ///< Where from; only ever counted, as a keyed digest.
};

struct TalkStarted {
    std::string code;  ///< Empty if the form was sent again too long after: it is shown once.
    TalkPlace place;
    record::RoutedTo routed_to = record::RoutedTo::lead;
    bool danger_words = false;  ///< Only to put help in view.
    std::size_t taken_out = 0;
};
[[nodiscard]] Later<Result<TalkStarted, TalkRefusal>> start_talk(Safelead& safelead, const CommandId& command,
                                                                 NewTalk talk);

/// A conversation as the young person sees it.
struct TalkView {
    std::shared_ptr<const record::Conversation> it;
    TalkPlace place;
    Names names;
    bool in_case = false;  ///< Their school works on it as a case.
    bool danger_words = false;
    std::string pass;  ///< For the hidden field of the forms on the page.
    std::size_t taken_out = 0;
};
using TalkAnswer = Result<TalkView, TalkRefusal>;

struct ComeBack {
    OrganisationId school;
    std::string code;  ///< As it was typed.
    std::string address;
};
[[nodiscard]] Later<TalkAnswer> come_back(Safelead& safelead, ComeBack asked);

/// The conversation that a pass opens.
[[nodiscard]] Later<TalkAnswer> look_again(Safelead& safelead, std::string_view pass);

struct SayMore {
    std::string words;
    std::string name;
    record::NameAgreement agreement = record::NameAgreement::ask_first;
};
[[nodiscard]] Later<TalkAnswer> say_more(Safelead& safelead, const CommandId& command, std::string_view pass,
                                         SayMore more);

[[nodiscard]] Later<TalkAnswer> answer_about_name(Safelead& safelead, const CommandId& command,
                                                  std::string_view pass, record::Answer agreed);

/// The pass opens nothing any more.
void leave_talk(Safelead& safelead, std::string_view pass);

}  // namespace safelead::app
