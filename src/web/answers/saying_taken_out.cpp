#include "web/answers/saying_taken_out.h"

#include "app/taken_out.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <utility>
#include <vector>

namespace safelead::web {

std::size_t taken_out_of(const FormFields& typed, std::initializer_list<std::string_view> fields)
{
    std::vector<std::string> words;
    for (const auto field : fields) words.emplace_back(typed.text(field));
    return app::taken_out_of(std::move(words));
}

TakenOut taken_out_by(const FormFields& typed, std::initializer_list<std::string_view> fields)
{
    return taken_out_of(typed, fields) > 0 ? TakenOut::something : TakenOut::as_the_address_says;
}

Html saved_notice(const Site& site, const Request& request)
{
    Html out;
    if (request.query.find("saved"))
        out << NotificationBanner{.kind = BannerKind::success, .heading = site.say()("It is recorded."_p)};
    return out;
}

Response see_other_saying(std::string address, std::size_t taken_out)
{
    if (taken_out > 0) {
        address += address.find('?') == std::string::npos ? '?' : '&';
        address += "taken-out=1";
    }
    return see_other(std::move(address));
}

}  // namespace safelead::web
