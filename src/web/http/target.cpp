#include "web/http/target.h"

#include "web/forms/percent.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace safelead::web {

namespace {

bool has_control(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
}

}  // namespace

Result<Target, BadTarget> parse_target(std::string_view text)
{
    const auto parsed = boost::urls::parse_origin_form(text);
    if (!parsed) return fail(BadTarget{});

    Target target;
    const auto path = parsed->encoded_path();
    target.path.assign(path.data(), path.size());
    for (const auto& encoded : parsed->encoded_segments()) {
        auto segment = percent_decoded({encoded.data(), encoded.size()}, Plus::is_plus);
        if (!segment || has_control(*segment)) return fail(BadTarget{});
        target.segments.push_back(std::move(*segment));
    }
    if (parsed->has_query()) {
        const auto query = parsed->encoded_query();
        auto fields = parse_urlencoded({query.data(), query.size()});
        if (!fields) return fail(BadTarget{});
        target.query = std::move(fields).value();
    }
    return target;
}

}  // namespace safelead::web
