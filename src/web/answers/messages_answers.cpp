#include "web/answers/messages_answers.h"

#include "app/notices.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/messages_page.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

using directory::Notices;

Response show_messages(Site& site, const Request& request, const Visitor& visitor, const FormErrors& errors)
{
    FormFields fields;
    fields.add("notices",
               app::notices_of(site.app(), visitor.actor) == Notices::by_mail ? "by_mail" : "none");
    const FormWriter form{site.say(), fields, errors};
    const FormFrame frame{.action = "/settings/messages",
                          .csrf_token = visitor.csrf_token,
                          .command = site.new_command(),
                          .draft = {}};
    return site.page(request, visitor,
                     {.title = "Mail when something waits"_p,
                      .main = messages_page(form, frame),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_messages(Site& site, const Request& request, Visitor visitor)
{
    return show_messages(site, request, visitor, {});
}

Later<Response> post_messages(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    const auto chosen = read.typed().text("notices");
    if (chosen != "by_mail" && chosen != "none")
        read.wrong("notices", "Say whether you want mail when something waits"_p);
    if (!read.errors().empty()) return show_messages(site, request, visitor, read.errors());
    const auto notices = chosen == "by_mail" ? Notices::by_mail : Notices::none;
    return app::set_notices(site.app(), visitor.actor, command, notices)
        .then([&site, &request, visitor](app::Outcome<Done> kept) -> Response {
            if (!kept) return show_messages(site, request, visitor, errors_of(kept.error()));
            return see_other("/settings/messages");
        });
}

}  // namespace safelead::web
