#include "web/http/assets.h"

#include "base/bug.h"
#include "base/bytes.h"
#include "base/text.h"
#include "base/unavailable.h"

#include <openssl/sha.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace safelead::web {

namespace {

struct FileType {
    std::string_view ending;
    std::string_view content_type;
};

constexpr std::array types{FileType{".css", "text/css; charset=utf-8"},
                           FileType{".js", "text/javascript; charset=utf-8"},
                           FileType{".mjs", "text/javascript; charset=utf-8"},
                           FileType{".svg", "image/svg+xml"},
                           FileType{".png", "image/png"},
                           FileType{".ico", "image/x-icon"},
                           FileType{".woff2", "font/woff2"},
                           FileType{".json", "application/json"},
                           FileType{".webmanifest", "application/manifest+json"},
                           FileType{".txt", "text/plain; charset=utf-8"}};

const FileType* type_of(std::string_view name)
{
    const auto found =
        std::ranges::find_if(types, [&](const FileType& type) { return name.ends_with(type.ending); });
    return found == types.end() ? nullptr : &*found;
}

/// Enough of the content's digest that no two versions of a file share a name.
std::string fingerprint(std::string_view content)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data());
    return to_hex(std::as_bytes(std::span{digest}).first(8));
}

std::string gzip(std::string_view content)
{
    constexpr int window_for_gzip = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_for_gzip, 9, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw Unavailable{"There is not enough memory to compress the assets; free some and start again."};
    }
    std::string small(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(small.data());
    stream.avail_out = static_cast<uInt>(small.size());
    const int outcome = deflate(&stream, Z_FINISH);
    small.resize(stream.total_out);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END) throw_bug("zlib did not finish in the space it asked for");
    return small;
}

/// Whether the browser says that it takes gzip: "gzip, br", but not "gzip;q=0".
bool takes_gzip(const Request& request)
{
    for (const std::string_view item : split(request.header("Accept-Encoding").value_or(""), ',')) {
        const auto semicolon = item.find(';');
        if (ascii_lower(trim(item.substr(0, semicolon))) != "gzip") continue;
        if (semicolon == std::string_view::npos) return true;
        std::string_view weight = trim(item.substr(semicolon + 1));
        return weight != "q=0" && weight != "q=0.0" && weight != "q=0.00" && weight != "q=0.000";
    }
    return false;
}

bool has_already(const Request& request, std::string_view etag)
{
    const auto known = split(request.header("If-None-Match").value_or(""), ',');
    return std::ranges::any_of(known, [&](std::string_view tag) { return trim(tag) == etag; });
}

}  // namespace

void Assets::add(std::string_view name, std::string content)
{
    const FileType* type = type_of(name);
    if (type == nullptr || name.find('/') != std::string_view::npos)
        throw_bug("an asset has a name we cannot serve");

    const std::string print = fingerprint(content);
    const std::string file = std::string{name.substr(0, name.size() - type->ending.size())} + '-' + print +
                             std::string{type->ending};
    std::string small = gzip(content);
    Asset asset{std::string{type->content_type}, '"' + print + '"', nullptr, nullptr};
    if (small.size() + small.size() / 16 < content.size()) {
        asset.gzipped = std::make_shared<const std::string>(std::move(small));
    }
    asset.plain = std::make_shared<const std::string>(std::move(content));
    addresses_.insert_or_assign(std::string{name}, "/assets/" + file);
    files_.insert_or_assign(file, std::move(asset));
}

Assets Assets::read_folder(const std::string& folder)
{
    Assets assets;
    std::error_code ec;
    for (const auto& entry : std::filesystem::directory_iterator{folder, ec}) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_regular_file(ec) || type_of(name) == nullptr) continue;
        std::ifstream file{entry.path(), std::ios::binary};
        std::string content{std::istreambuf_iterator<char>{file}, {}};
        if (!file)
            throw Unavailable{"The asset " + entry.path().string() +
                              " cannot be read; check its permissions."};
        assets.add(name, std::move(content));
    }
    if (ec) throw Unavailable{"The folder of assets " + folder + " cannot be read: " + ec.message() + "."};
    return assets;
}

std::string_view Assets::address(std::string_view name) const
{
    const auto found = addresses_.find(name);
    if (found == addresses_.end()) throw_bug("a page asks for an asset that is not there");
    return found->second;
}

std::optional<Response> Assets::answer(const Request& request, std::string_view file) const
{
    const auto found = files_.find(file);
    if (found == files_.end()) return std::nullopt;
    const Asset& asset = found->second;

    Response response;
    response.caching = Caching::for_ever;
    response.with_header("ETag", asset.etag);
    if (asset.gzipped) response.with_header("Vary", "Accept-Encoding");
    if (has_already(request, asset.etag)) {
        response.status = Status::not_modified;
        response.content_type.clear();
        return response;
    }
    response.content_type = asset.content_type;
    response.body = asset.plain;
    if (asset.gzipped && takes_gzip(request)) {
        response.body = asset.gzipped;
        response.with_header("Content-Encoding", "gzip");
    }
    return response;
}

}  // namespace safelead::web
