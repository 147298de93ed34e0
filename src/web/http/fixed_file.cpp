#include "web/http/fixed_file.h"

#include "base/text.h"

#include <algorithm>

namespace safelead::web {

namespace {

/// Whether the browser says that it takes gzip: "gzip, br", but not "gzip;q=0".
bool takes_gzip(const Request& request)
{
    for (const std::string_view item : split(request.header("Accept-Encoding").value_or(""), ',')) {
        const auto semicolon = item.find(';');
        if (ascii_lower(trim(item.substr(0, semicolon))) != "gzip") continue;
        if (semicolon == std::string_view::npos) return true;
        const std::string_view weight = trim(item.substr(semicolon + 1));
        return weight.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

bool has_already(const Request& request, std::string_view etag)
{
    const auto known = split(request.header("If-None-Match").value_or(""), ',');
    return std::ranges::any_of(known, [&](std::string_view tag) { return trim(tag) == etag; });
}

}  // namespace

Response file_response(const Request& request, const FixedFile& file)
{
    const bool is_compressed = !file.gzipped.empty() && takes_gzip(request);
    // The two forms are two things to a cache, so they have two tags.
    const std::string etag = '"' + std::string{file.name} + (is_compressed ? ".gz\"" : "\"");

    Response response;
    response.caching = Caching::for_ever;
    response.with_header("ETag", etag);
    if (!file.gzipped.empty()) response.with_header("Vary", "Accept-Encoding");
    if (has_already(request, etag)) {
        response.status = Status::not_modified;
        response.content_type.clear();
        return response;
    }
    response.content_type = file.content_type;
    response.body = LastingText{is_compressed ? file.gzipped : file.bytes};
    if (is_compressed) response.with_header("Content-Encoding", "gzip");
    return response;
}

}  // namespace safelead::web
