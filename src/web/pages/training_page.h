#pragma once

// What is taught, when, and one session: read by anybody, booked by somebody signed in.

#include "app/training.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

/// What the reader may do beside reading.
struct TrainingDoors {
    bool is_signed_in = false;
    bool may_run = false;
    bool may_keep_record = false;
};

struct TrainingPage {
    const learning::Curriculum& curriculum;
    const directory::Zone& zone;
    Date today;
    TrainingDoors doors;
    std::vector<app::TrainingView> coming;
    std::vector<app::TrainingView> held;  ///< For whoever keeps their registers.
};
[[nodiscard]] Html training_page(const Speaker& say, const TrainingPage& page);

struct SessionPage {
    app::TrainingView view;
    const learning::Topic* topic;
    const directory::Zone& zone;
    Instant now;
    std::optional<PersonId> reader;  ///< Whoever is signed in.
    std::string csrf_token;
    std::string command;
    bool may_come = true;  ///< It is open to their organisation.
};
[[nodiscard]] Html session_page(const FormWriter& form, const SessionPage& page);

/// "1 December 2026, 3:30pm".
[[nodiscard]] std::string when_of(const learning::Session& session, const directory::Zone& zone);

/// "/training/S-7K3M-9QXD".
[[nodiscard]] std::string address_of(const learning::Session& session);

/// One line of a list of sessions.
[[nodiscard]] Html session_line(const Speaker& say, const app::TrainingView& view,
                                const learning::Topic* topic, const directory::Zone& zone);

}  // namespace safelead::web
