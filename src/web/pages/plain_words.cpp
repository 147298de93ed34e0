#include "web/pages/plain_words.h"

#include "base/text.h"

#include <array>
#include <string_view>
#include <utility>

namespace safelead::web {
namespace {

constexpr auto entities = std::to_array<std::pair<std::string_view, char>>({{"&amp;", '&'},
                                                                            {"&quot;", '"'},
                                                                            {"&#39;", '\''},
                                                                            {"&lt;", '<'},
                                                                            {"&gt;", '>'},
                                                                            {"&#96;", '`'},
                                                                            {"&#92;", '\\'}});

std::size_t add_entity(std::string& out, std::string_view bytes)
{
    for (const auto& [entity, character] : entities) {
        if (!bytes.starts_with(entity)) continue;
        out += character;
        return entity.size();
    }
    out += '&';
    return 1;
}

void add_tag(std::string& out, std::string_view tag)
{
    const auto begin_line = [&out] {
        while (!out.empty() && out.back() == ' ') out.pop_back();
        if (!out.empty() && out.back() != '\n') out += '\n';
    };
    const bool is_item = tag == "li" || tag.starts_with("li ");
    if (is_item) {
        begin_line();
        out += "- ";
    } else if (tag.starts_with("br") || tag.starts_with("/li") || tag.starts_with("/p") ||
               tag.starts_with("/div") || tag.starts_with("/ul") || tag.starts_with("/ol")) {
        begin_line();
    }
}

}  // namespace

std::string plain_words(const Html& html)
{
    const std::string_view bytes = html.bytes();
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        if (bytes[at] == '<') {
            const auto end = bytes.find('>', at);
            if (end == std::string_view::npos) break;
            add_tag(out, bytes.substr(at + 1, end - at - 1));
            at = end + 1;
        } else if (bytes[at] == '&') {
            at += add_entity(out, bytes.substr(at));
        } else {
            out += bytes[at++];
        }
    }
    return std::string{trim(out)};
}

}  // namespace safelead::web
