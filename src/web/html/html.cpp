#include "web/html/html.h"

#include <array>
#include <charconv>

namespace safelead::web {

namespace {

std::string_view escape_of(char character)
{
    switch (character) {
        case '&':
            return "&amp;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '`':
            return "&#96;";
        case '\\':
            return "&#92;";
        default:
            return {};
    }
}

constexpr std::array<bool, 256> make_escaped()
{
    std::array<bool, 256> escaped{};
    for (const char character : std::string_view{"&\"'<>`\\"}) {
        escaped[static_cast<unsigned char>(character)] = true;
    }
    return escaped;
}

constexpr auto escaped = make_escaped();

void append_escaped(std::string& out, std::string_view characters)
{
    std::size_t done = 0;
    for (std::size_t at = 0; at < characters.size(); ++at) {
        if (!escaped[static_cast<unsigned char>(characters[at])]) continue;
        out.append(characters, done, at - done);
        out.append(escape_of(characters[at]));
        done = at + 1;
    }
    out.append(characters, done);
}

}  // namespace

Html::Html(Text text)
{
    append_escaped(bytes_, text.characters);
}

Html& Html::operator<<(Markup markup)
{
    bytes_.append(markup.text());
    return *this;
}

Html& Html::operator<<(Text text)
{
    append_escaped(bytes_, text.characters);
    return *this;
}

Html& Html::operator<<(const Html& html)
{
    bytes_.append(html.bytes_);
    return *this;
}

Html& Html::operator<<(std::int64_t number)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    bytes_.append(digits.data(), end);
    return *this;
}

Html trusted(std::string markup)
{
    Html html;
    html.bytes_ = std::move(markup);
    return html;
}

}  // namespace safelead::web
