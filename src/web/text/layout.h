#pragma once

// What stands around every page.

#include "web/text/phrase.h"

namespace safelead::web::words::layout {

inline constexpr Phrase product{"layout.product", "Safelead"};
inline constexpr Phrase skip{"layout.skip", "Skip to main content"};
inline constexpr Phrase menu{"layout.menu", "Menu"};
inline constexpr Phrase about_service{"layout.about-service", "Service information"};
inline constexpr Phrase practice{"layout.practice", "Practice: nothing here is real"};
inline constexpr Phrase practice_more{"layout.practice-more",
                                      "The people are made up. Do not write about a real child here."};
inline constexpr Phrase signed_in_as{"layout.signed-in-as", "Signed in as {0}"};
inline constexpr Phrase signed_in_at{"layout.signed-in-at", "Signed in as {0}, {1}"};
inline constexpr Phrase work_elsewhere{"layout.work-elsewhere", "Work elsewhere"};
inline constexpr Phrase sign_out{"layout.sign-out", "Sign out"};
inline constexpr Phrase exit{"layout.exit", "Exit this page"};
inline constexpr Phrase exit_emergency{"layout.exit-emergency", "Emergency"};
inline constexpr Phrase exit_activated{"layout.exit-activated", "Loading."};
inline constexpr Phrase exit_timed_out{"layout.exit-timed-out", "Exit this page expired."};
inline constexpr Phrase exit_two_more{"layout.exit-two-more", "Shift, press 2 more times to exit."};
inline constexpr Phrase exit_one_more{"layout.exit-one-more", "Shift, press 1 more time to exit."};
inline constexpr Phrase support_links{"layout.support-links", "About Safelead"};
inline constexpr Phrase footer_danger{
    "layout.footer-danger", "If anyone is in danger now, ring [999](tel:999). Nothing here rings anyone."};

inline constexpr Phrase way_back{"layout.way-back", "Way back"};

inline constexpr Phrase kept{"layout.kept", "What you have typed is kept. It has not been sent yet."};
inline constexpr Phrase kept_sign_in{
    "layout.kept-sign-in",
    "What you have typed is kept, but you have been signed out. Send the form and sign "
    "in again: it will be there."};
inline constexpr Phrase not_kept{
    "layout.not-kept",
    "What you have typed could not be kept just now. Don’t close this page; if it is urgent, "
    "tell the safeguarding lead in person."};
inline constexpr Phrase added{"layout.added", "Added:"};
inline constexpr Phrase found{"layout.found", "found. They are listed below the box."};
inline constexpr Phrase none_found{"layout.none-found", "Nobody was found by those letters."};

inline constexpr Phrase nav_now{"layout.nav-now", "What to do now"};
inline constexpr Phrase nav_young_people{"layout.nav-young-people", "Young people"};
inline constexpr Phrase nav_parents{"layout.nav-parents", "Parents and carers"};
inline constexpr Phrase nav_law{"layout.nav-law", "The law"};
inline constexpr Phrase nav_sign_in{"layout.nav-sign-in", "Staff sign in"};
inline constexpr Phrase nav_accessibility{"layout.nav-accessibility", "Accessibility"};
inline constexpr Phrase nav_privacy{"layout.nav-privacy", "Privacy"};
inline constexpr Phrase nav_paper{"layout.nav-paper", "Paper form"};

}  // namespace safelead::web::words::layout
