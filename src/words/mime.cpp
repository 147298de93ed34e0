#include "words/mime.h"

#include "base/text.h"
#include "words/noise.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace safelead::words {

namespace {

constexpr std::size_t most_fields = 500;
constexpr std::size_t longest_field = 16384;
constexpr std::size_t most_parts = 500;

/// The line at `at` without its end; moves `at` behind it.
std::string_view next_line(std::string_view text, std::size_t& at)
{
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

/// The line end before a delimiter belongs to the delimiter.
std::string_view without_line_end(std::string_view text)
{
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string from_base64(std::string_view text)
{
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char c : text) {
        const int value = base64_value(c);
        if (c == '=') break;
        if (value < 0) continue;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>((bits >> held) & 0xFFU);
        }
    }
    return bytes;
}

enum class Underscore { stays, is_space };

std::string from_quoted(std::string_view text, Underscore underscore)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && underscore == Underscore::is_space) {
            bytes += ' ';
        } else if (text[i] != '=') {
            bytes += text[i];
        } else if (i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2])) {
            bytes += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            // A line that goes on: "=", perhaps spaces, and the line's end.
            const auto end = text.find_first_not_of(" \t\r", i + 1);
            if (end != std::string_view::npos && text[end] == '\n') {
                i = end;
            } else {
                bytes += '=';
            }
        }
    }
    return bytes;
}

/// "=?utf-8?B?…?=" at the beginning of `text`.
struct EncodedWord {
    std::string text;
    std::size_t length;
};

std::optional<EncodedWord> encoded_word_at(std::string_view text, const Charsets& charsets)
{
    if (!text.starts_with("=?")) return std::nullopt;
    const auto charset_end = text.find('?', 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
        text[charset_end + 2] != '?')
        return std::nullopt;
    const auto end = text.find("?=", charset_end + 3);
    if (end == std::string_view::npos) return std::nullopt;
    auto charset = text.substr(2, charset_end - 2);
    charset = charset.substr(0, charset.find('*'));  // RFC 2231: a language may follow.
    const auto inner = text.substr(charset_end + 3, end - charset_end - 3);
    const char encoding = text[charset_end + 1];
    const bool is_base64 = encoding == 'B' || encoding == 'b';
    if (!is_base64 && encoding != 'Q' && encoding != 'q') return std::nullopt;
    auto decoded =
        charsets.to_utf8(is_base64 ? from_base64(inner) : from_quoted(inner, Underscore::is_space), charset);
    if (!decoded) return std::nullopt;
    return EncodedWord{std::move(*decoded), end + 2};
}

}  // namespace

std::string_view MimePart::field(std::string_view name) const
{
    const auto found = std::ranges::find(header, name, &std::pair<std::string, std::string>::first);
    return found == header.end() ? std::string_view{} : std::string_view{found->second};
}

MimePart read_mime_part(std::string_view bytes)
{
    MimePart part;
    std::size_t at = 0;
    if (bytes.starts_with("\xEF\xBB\xBF")) at = 3;
    while (at < bytes.size()) {
        const auto line_begin = at;
        const auto line = next_line(bytes, at);
        if (line.empty()) break;
        if ((line.front() == ' ' || line.front() == '\t') && !part.header.empty()) {
            auto& value = part.header.back().second;
            if (value.size() + line.size() <= longest_field) value += line;
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) {
            if (line.starts_with("From ") && part.header.empty()) continue;  // From a mailbox file.
            at = line_begin;
            break;
        }
        if (part.header.size() == most_fields) continue;
        part.header.emplace_back(ascii_lower(trim(line.substr(0, colon))),
                                 std::string{trim(line.substr(colon + 1, longest_field))});
    }
    part.body = bytes.substr(at);
    return part;
}

std::string mime_type(const MimePart& part)
{
    const auto field = part.field("content-type");
    std::string type = ascii_lower(trim(field.substr(0, field.find(';'))));
    return type.empty() ? "text/plain" : type;
}

std::string mime_parameter(std::string_view field, std::string_view key)
{
    for (auto at = field.find(';'); at != std::string_view::npos;) {
        const auto rest = field.substr(at + 1);
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) return {};
        const auto found = ascii_lower(trim(rest.substr(0, equals)));
        auto value = rest.substr(equals + 1);
        std::size_t used = equals + 1;
        if (value.starts_with('"')) {
            const auto close = std::min(value.find('"', 1), value.size());
            if (found == key) return std::string{value.substr(1, close - 1)};
            used += close;
        } else {
            const auto end = std::min(value.find(';'), value.size());
            if (found == key) return std::string{trim(value.substr(0, end))};
            used += end;
        }
        at = field.find(';', at + 1 + used);
    }
    return {};
}

MimeParts mime_parts(std::string_view body, std::string_view boundary)
{
    MimeParts found;
    const std::string delimiter = "--" + std::string{boundary};
    std::optional<std::size_t> begin;
    for (std::size_t at = 0; at < body.size() && found.parts.size() < most_parts;) {
        const auto line_begin = at;
        const auto line = next_line(body, at);
        if (!line.starts_with(delimiter)) continue;
        const auto rest = trim(line.substr(delimiter.size()));
        if (!rest.empty() && rest != "--") continue;
        if (begin)
            found.parts.push_back(
                without_line_end(body.substr(*begin, std::max(line_begin, *begin) - *begin)));
        else
            found.before = body.substr(0, line_begin);
        begin = at;
        found.after = body.substr(at);
        if (rest == "--") return found;
    }
    if (!begin) found.before = body;
    if (begin && *begin < body.size() && found.parts.size() < most_parts) {
        found.parts.push_back(found.after);
        found.after = {};
    }
    return found;
}

std::string decode_transfer(std::string_view body, std::string_view encoding)
{
    const std::string name = ascii_lower(trim(encoding));
    if (name == "base64") return from_base64(body);
    if (name == "quoted-printable") return from_quoted(body, Underscore::stays);
    return std::string{body};
}

std::string decode_words(std::string_view value, const Charsets& charsets)
{
    std::string text;
    std::size_t after_word = std::string::npos;  // Where the text ended after the last encoded word.
    for (std::size_t at = 0; at < value.size();) {
        if (const auto word = encoded_word_at(value.substr(at), charsets)) {
            // White space between two encoded words is not meant.
            if (after_word != std::string::npos &&
                text.find_first_not_of(" \t", after_word) == std::string::npos)
                text.resize(after_word);
            text += word->text;
            after_word = text.size();
            at += word->length;
        } else {
            text += value[at++];
        }
    }
    if (is_utf8(text)) return text;
    return charsets.to_utf8(text, "windows-1252").value_or("");
}

}  // namespace safelead::words
