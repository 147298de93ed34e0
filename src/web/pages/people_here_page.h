#pragma once

// The people of an organisation and their roles, as whoever looks after them sees them.

#include "app/people_here.h"
#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

struct PersonHereLine {
    app::PersonHere here;
    std::string away;  ///< In words: "from 23 November 2026 until 27 November 2026"; "" if they are not.
    std::string invited_until;  ///< Likewise.
};

/// The buttons about a role that waits; whose and which goes along.
struct WaitingFrames {
    FormFrame agree;
    FormFrame refuse;
};

struct PeopleHerePage {
    std::vector<PersonHereLine> people;
    WaitingFrames waiting;
};
[[nodiscard]] Html people_here_page(const FormWriter& form, const PeopleHerePage& page);

/// `roles`: what an organisation of that kind usually has people in.
[[nodiscard]] Html add_here_page(const FormWriter& form, const FormFrame& frame, directory::Roles roles);

struct PersonHerePage {
    PersonHereLine line;
    WaitingFrames waiting;
    FormFrame back;
    bool may_record_away = false;
};
[[nodiscard]] Html person_here_page(const FormWriter& form, const PersonHerePage& page);

/// One thing to do about somebody, each a page of its own.
struct PersonFormPage {
    app::PersonHere here;
    FormFrame frame;
    std::vector<Choice> choices;  ///< Of roles, or of who covers.
};
[[nodiscard]] Html rename_page(const FormWriter& form, const PersonFormPage& page);
[[nodiscard]] Html change_email_page(const FormWriter& form, const PersonFormPage& page);
[[nodiscard]] Html ask_role_page(const FormWriter& form, const PersonFormPage& page);
[[nodiscard]] Html take_role_page(const FormWriter& form, const PersonFormPage& page);
[[nodiscard]] Html away_page(const FormWriter& form, const PersonFormPage& page);
[[nodiscard]] Html left_page(const FormWriter& form, const PersonFormPage& page);

/// A role as an answer, with what it takes to give it.
[[nodiscard]] Choice role_choice(const Speaker& say, directory::Role role);

}  // namespace safelead::web
