#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct ExitThisPage {
    using ComponentTag = void;
    Html content = {};  ///< "Exit this page", unless given.
    std::string redirect_url = "https://www.bbc.co.uk/weather";
    std::string id = {};
    std::string classes = {};
    std::string activated_text = {};
    std::string timed_out_text = {};
    std::string press_two_more_times_text = {};
    std::string press_one_more_time_text = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const ExitThisPage& exit);

}  // namespace safelead::web
