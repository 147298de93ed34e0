#pragma once

// What a young person sees who writes to their school.

#include "app/talk.h"
#include "web/forms/form_writer.h"
#include "web/pages/open_pages.h"

#include <string>
#include <vector>

namespace safelead::web {

/// Whom to ring, in view on each of these pages.
struct TalkHelp {
    const RingingNow& ringing;
    bool danger_words = false;  ///< Something they wrote: help then stands out more.
};
[[nodiscard]] Html talk_help(const Speaker& say, const TalkHelp& help);

[[nodiscard]] Html talk_start_page(const FormWriter& form, const std::vector<app::TalkSchool>& schools,
                                   const TalkHelp& help);

/// `command` is the id of the command that the form asks for.
[[nodiscard]] Html talk_write_page(const FormWriter& form, const app::TalkPlace& place, const TalkHelp& help,
                                   std::string command);

[[nodiscard]] Html talk_sent_page(const Speaker& say, const app::TalkStarted& started, const TalkHelp& help);

[[nodiscard]] Html talk_back_page(const FormWriter& form, const std::vector<app::TalkSchool>& schools,
                                  const TalkHelp& help);

struct TalkPage {
    const app::TalkView& view;
    const directory::Zone& zone;
    std::string command;
};
[[nodiscard]] Html talk_page(const FormWriter& form, const TalkPage& page, const TalkHelp& help);

/// "Monday to Friday, 8:30am to 4pm".
[[nodiscard]] std::string week_in_words(const directory::TalkHours& hours);

}  // namespace safelead::web
