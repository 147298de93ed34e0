#include "web/pages/taken_out.h"

#include "web/html/components.h"

namespace safelead::web {

Html taken_out_notice(const Speaker& say)
{
    Html out;
    out << NotificationBanner{.heading =
                                  say("Part of what you typed carried data, such as an image. That part was "
                                      "not kept; your words were."_p)};
    return out;
}

}  // namespace safelead::web
