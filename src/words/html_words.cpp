#include "words/html_words.h"

#include "base/text.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace safelead::words {

namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 28> named{{
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},    {"pound", 0xA3},   {"euro", 0x20AC},  {"ndash", 0x2013}, {"mdash", 0x2014},
    {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"hellip", 0x2026},
    {"bull", 0x2022},  {"middot", 0xB7},  {"copy", 0xA9},    {"reg", 0xAE},     {"eacute", 0xE9},
    {"egrave", 0xE8},  {"agrave", 0xE0},  {"ccedil", 0xE7},  {"ouml", 0xF6},    {"uuml", 0xFC},
    {"auml", 0xE4},    {"szlig", 0xDF},   {"trade", 0x2122},
}};

constexpr std::array<std::string_view, 22> line_makers{
    "p",  "div", "br", "tr", "li", "ul", "ol",         "h1",    "h2",     "h3",     "h4",
    "h5", "h6",  "hr", "dt", "dd", "dl", "blockquote", "table", "header", "footer", "section"};
constexpr std::array<std::string_view, 9> unseen{"script", "style",  "head",   "title",   "svg",
                                                 "object", "iframe", "canvas", "template"};

/// "&eacute;" or "&#233;" at the beginning of `text`; how long it is there.
std::optional<std::pair<char32_t, std::size_t>> entity_at(std::string_view text)
{
    const auto end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos || end < 2) return std::nullopt;
    const auto inner = text.substr(1, end - 1);
    if (inner.front() != '#') {
        const auto* found = std::ranges::find(named, inner, &std::pair<std::string_view, char32_t>::first);
        if (found == named.end()) return std::nullopt;
        return std::pair{found->second, end + 1};
    }
    const bool in_hex = inner.size() > 1 && (inner[1] == 'x' || inner[1] == 'X');
    char32_t point = 0;
    for (const char c : inner.substr(in_hex ? 2 : 1)) {
        if (in_hex ? !is_hex(c) : !is_digit(c)) return std::nullopt;
        point = point * (in_hex ? 16 : 10) + hex_value(c);
        if (point > 0x10FFFF) return std::nullopt;
    }
    if (point < 0x20 || (point >= 0xD800 && point <= 0xDFFF)) return std::pair{char32_t{' '}, end + 1};
    return std::pair{point, end + 1};
}

class Stripping {
public:
    Stripping(std::string_view html, Extracted& into) : html_{html}, into_{into} {}

    void run()
    {
        while (at_ < html_.size() && into_.text.size() <= longest_text) {
            const char c = html_[at_];
            if (c == '<' && at_ + 1 < html_.size() &&
                (is_letter(html_[at_ + 1]) || html_[at_ + 1] == '/' || html_[at_ + 1] == '!' ||
                 html_[at_ + 1] == '?')) {
                tag();
            } else if (c == '&') {
                entity();
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                space();
                ++at_;
            } else {
                into_.text += c;
                ++at_;
            }
        }
    }

private:
    void space()
    {
        auto& text = into_.text;
        if (!text.empty() && text.back() != '\n' && text.back() != ' ') text += ' ';
    }
    void line()
    {
        auto& text = into_.text;
        while (!text.empty() && text.back() == ' ') text.pop_back();
        if (text.empty() || text.ends_with('\n')) return;
        text += '\n';
    }
    void entity()
    {
        const auto found = entity_at(html_.substr(at_));
        if (!found) {
            into_.text += '&';
            ++at_;
            return;
        }
        if (found->first == 0xA0 || found->first == ' ') {
            space();
        } else {
            append_utf8(into_.text, found->first);
        }
        at_ += found->second;
    }
    void go_to(std::size_t end) { at_ = end == std::string_view::npos ? html_.size() : end; }

    void tag()
    {
        if (html_.substr(at_).starts_with("<!--")) {
            const auto end = html_.find("-->", at_ + 4);
            return go_to(end == std::string_view::npos ? end : end + 3);
        }
        const bool closes = html_[at_ + 1] == '/';
        std::size_t name_end = at_ + (closes ? 2 : 1);
        const auto name_begin = name_end;
        while (name_end < html_.size() && is_alphanumeric(html_[name_end])) ++name_end;
        const auto name = ascii_lower(html_.substr(name_begin, name_end - name_begin));
        skip_attributes(name_end);
        if (name == "img" || (name == "svg" && !closes)) ++into_.pictures_left_out;
        if (!closes && std::ranges::find(unseen, name) != unseen.end()) return skip_to_close(name);
        if (name == "td" || name == "th") {
            if (closes) into_.text += '\t';
        } else if (std::ranges::find(line_makers, name) != line_makers.end()) {
            line();
        }
    }
    void skip_attributes(std::size_t from)
    {
        char quote = 0;
        for (at_ = from; at_ < html_.size(); ++at_) {
            const char c = html_[at_];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                ++at_;
                return;
            }
        }
    }
    void skip_to_close(std::string_view name)
    {
        for (auto end = html_.find("</", at_); end != std::string_view::npos;
             end = html_.find("</", end + 2)) {
            if (ascii_lower(html_.substr(end + 2, name.size())) != name) continue;
            const auto close = html_.find('>', end);
            return go_to(close == std::string_view::npos ? close : close + 1);
        }
        // Not closed: an empty one, or all the rest.
        if (name != "head" && name != "title") at_ = html_.size();
    }

    std::string_view html_;
    Extracted& into_;
    std::size_t at_ = 0;
};

}  // namespace

void read_html_words(std::string_view html, Extracted& into)
{
    Stripping{html, into}.run();
}

}  // namespace safelead::words
