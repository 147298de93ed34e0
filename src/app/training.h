#pragma once

// Training sessions: looking, booking, keeping the register. They stand in the partnership's log, because
// people of several organisations come to them (docs/adr/0165).

#include "app/actor.h"
#include "app/not_done.h"
#include "app/report_concern.h"
#include "app/safelead.h"
#include "base/later.h"
#include "learning/session.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::app {

/// One session, as somebody sees it.
struct TrainingView {
    std::shared_ptr<const learning::Session> it;
    std::string holder;    ///< The organisation that holds it.
    std::string trainer;   ///< Only for somebody signed in.
    bool may_run = false;  ///< They keep its register.
};

/// Those that begin after now and are not cancelled, the soonest first: open to everybody, and for somebody
/// signed in also those that only their organisation may come to.
[[nodiscard]] std::vector<TrainingView> coming_training(Safelead& safelead, const Actor* actor);

/// Those that their organisation holds and whose registers they keep, the newest first.
[[nodiscard]] Outcome<std::vector<TrainingView>> training_held(Safelead& safelead, const Actor& actor);

[[nodiscard]] Outcome<TrainingView> see_training(Safelead& safelead, const Actor* actor,
                                                 const learning::SessionReference& reference);

struct NewTraining {
    learning::TopicId topic{""};
    learning::Kind kind = learning::Kind::course;
    Instant starts{};
    int minutes = 0;
    std::string where;
    std::string about;
    std::string content_version;
    int places = 0;
    learning::Audience audience = learning::Audience::partnership;
};

/// Whoever plans it is its trainer.
[[nodiscard]] Later<Outcome<learning::SessionReference>> plan_training(Safelead& safelead,
                                                                       const learning::Curriculum& curriculum,
                                                                       const Actor& actor,
                                                                       const CommandId& command,
                                                                       NewTraining planned);

/// Who does it is the actor, whatever the change says.
using TrainingChange = std::variant<learning::CancelSession, learning::BookPlace, learning::GiveUpPlace,
                                    learning::KeepRegister, learning::EvaluateSession>;
[[nodiscard]] Later<Outcome<Done>> change_training(Safelead& safelead, const Actor& actor,
                                                   const CommandId& command,
                                                   const learning::SessionReference& reference,
                                                   TrainingChange change);

/// A new code of two plain words, to be said in the room.
[[nodiscard]] Later<Outcome<Done>> open_attendance_code(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command,
                                                        const learning::SessionReference& reference);

/// Few wrong tries: then only the trainer can mark them.
[[nodiscard]] Later<Outcome<Done>> give_attendance_code(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command,
                                                        const learning::SessionReference& reference,
                                                        const std::string& typed);

struct RegisterLine {
    PersonId person;
    OrganisationId organisation;
    std::string name;
    std::string organisation_name;
    const learning::AttendanceMarked* mark = nullptr;  ///< In the view's session.
};

struct RegisterView {
    TrainingView session;
    std::vector<RegisterLine> expected;  ///< Who has a place or was marked, by name.
    std::vector<RegisterLine> waiting;   ///< Who has waited longest first.
    std::vector<StaffMember> others;     ///< Of the organisation that holds it, who are in neither.
};
[[nodiscard]] Outcome<RegisterView> see_register(Safelead& safelead, const Actor& actor,
                                                 const learning::SessionReference& reference);

/// A file for a calendar, with a title that says nothing.
[[nodiscard]] std::string training_calendar(const TrainingView& view);

/// The code as it is compared: small letters, one space between words.
[[nodiscard]] std::string code_as_compared(std::string_view typed);

}  // namespace safelead::app
