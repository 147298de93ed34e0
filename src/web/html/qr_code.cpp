#include "web/html/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace safelead::web {
namespace {

constexpr int quiet_zone = 4;
constexpr std::size_t longest_content = 1000;

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

Html qr_code(std::string_view content, std::string_view label)
{
    if (content.size() > longest_content) return {};
    const std::unique_ptr<QRcode, FreeCode> code{
        QRcode_encodeString8bit(std::string{content}.c_str(), 0, QR_ECLEVEL_M)};
    if (!code) return {};
    const int whole = code->width + 2 * quiet_zone;
    std::string dark;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1U) != 0)
                dark += fmt::format("M{} {}h1v1h-1z", x + quiet_zone, y + quiet_zone);
    Html out;
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"240\" height=\"240\" "
           "shape-rendering=\"crispEdges\" aria-label=\""
        << text(label) << "\" viewBox=\"0 0 " << std::int64_t{whole} << " " << std::int64_t{whole}
        << "\"><path fill=\"#ffffff\" d=\"M0 0h" << std::int64_t{whole} << "v" << std::int64_t{whole} << "h-"
        << std::int64_t{whole} << "z\"/><path fill=\"#000000\" d=\"" << text(dark) << "\"/></svg>";
    return out;
}

}  // namespace safelead::web
