#include "words/drawings.h"

#include "base/text.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace safelead::words {

namespace {

// --- arrays ---

/// "static char * a_xpm[] = { … }", "static unsigned char x_bits[] = { … }": XPM and XBM are programs.
void find_arrays(std::string_view lower, std::vector<Span>& spans)
{
    for (auto at = lower.find("static"); at != npos; at = lower.find("static", at + 6)) {
        const auto head = lower.substr(at, 160);
        const auto open = head.find('{');
        if (open == npos || head.substr(0, open).find("char") == npos ||
            head.substr(0, open).find('[') == npos)
            continue;
        auto end = at + open + 1;
        // Strings and numbers: the first letter that is neither, outside quotation marks, ends it.
        for (bool is_quoted = false; end < lower.size(); ++end) {
            const char c = lower[end];
            if (c == '"') is_quoted = !is_quoted;
            if (is_quoted ? c == '\n' : c == '}' || !(is_space(c) || is_hex(c) || is_one_of(c, ",\"x/*")))
                break;
        }
        if (end < lower.size() && lower[end] == '}') ++end;
        if (end < lower.size() && lower[end] == ';') ++end;
        if (end - at - open > 8) spans.push_back({at, end, Carries::data});
    }
}

// --- Netpbm ---

std::optional<std::size_t> number_of(std::string_view text)
{
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Words from a place on, without comments: from "#" to the end of the line.
class Fields {
public:
    Fields(std::string_view letters, std::size_t at) : letters_{letters}, at_{at} {}

    std::string_view next()
    {
        while (at_ < letters_.size() && (is_space(letters_[at_]) || letters_[at_] == '#')) {
            const bool is_comment = letters_[at_] == '#';
            at_ = is_comment ? std::min(letters_.find('\n', at_), letters_.size()) : at_ + 1;
        }
        begin_ = at_;
        while (at_ < letters_.size() && !is_space(letters_[at_])) ++at_;
        return letters_.substr(begin_, at_ - begin_);
    }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] std::size_t begin() const { return begin_; }  ///< Of the last.

private:
    std::string_view letters_;
    std::size_t at_;
    std::size_t begin_ = at_;
};

/// "P2 60 60 15 5 12 …": as many numbers as its size says, or half of them; a row of figures has not. Its
/// `kind` is the digit. What is read last is the end of it, or is none of it.
std::optional<std::size_t> netpbm_end(Fields& fields, char kind)
{
    constexpr std::size_t enough = 2000;
    const bool is_bits = kind == '1';
    const auto width = number_of(fields.next());
    const auto height = number_of(fields.next());
    if (!width || !height || *width == 0 || *height == 0 || *width > 20000 || *height > 20000)
        return std::nullopt;
    if (!is_bits && !number_of(fields.next())) return std::nullopt;
    const auto needed = *width * *height * (kind == '3' ? 3U : 1U);
    std::size_t count = 0;
    auto end = fields.at();
    while (true) {
        const auto field = fields.next();
        const auto allowed = is_bits ? std::string_view{"01"} : std::string_view{"0123456789"};
        if (field.empty() || field.find_first_not_of(allowed) != npos) break;
        count += is_bits ? field.size() : 1U;
        end = fields.at();
    }
    const bool is_picture = count >= 32 && (count * 2 >= needed || count >= enough);
    return is_picture ? std::optional{end} : std::nullopt;
}

void find_netpbm(std::string_view letters, std::vector<Span>& spans)
{
    for (std::size_t at = 0; at + 3 < letters.size(); ++at) {
        const bool is_begin = letters[at] == 'P' && letters[at + 1] >= '1' && letters[at + 1] <= '3' &&
                              is_space(letters[at + 2]) && (at == 0 || !is_alphanumeric(letters[at - 1]));
        if (!is_begin) continue;
        Fields fields{letters, at + 2};
        const auto end = netpbm_end(fields, letters[at + 1]);
        if (end) spans.push_back({at, *end, Carries::data});
        // Between are numbers and comments, in which none begins; so nothing is read again.
        at = (end ? *end : fields.begin()) - 1;
    }
}

// --- pages ---

std::size_t end_of_postscript(std::string_view lower, std::size_t from)
{
    auto end = lower.find("%%eof", from);
    // A PDF that was changed has another behind it, with numbered objects between.
    for (auto next = end; next != npos; next = lower.find("%%eof", end)) {
        end = next + 5;
        auto after = end;
        while (after < lower.size() && is_space(lower[after])) ++after;
        if (after == lower.size() || !is_digit(lower[after])) break;
    }
    return end;
}

std::size_t end_of_braces(std::string_view lower, std::size_t from)
{
    std::size_t depth = 0;
    for (std::size_t at = from; at < lower.size(); ++at) {
        if (lower[at] == '{') ++depth;
        if (lower[at] == '}' && --depth == 0) return at + 1;
    }
    return npos;
}

std::size_t end_of_dxf(std::string_view lower, std::size_t from)
{
    const auto end = lower.find("\neof", from);
    return end == npos ? npos : end + 4;
}

constexpr std::size_t least_page = 32;

/// A file that stands among words from a line of its own on, if its end is there, too.
void find_pages(std::string_view lower, std::vector<Span>& spans)
{
    struct Page {
        std::string_view begins;
        std::size_t (*end)(std::string_view lower, std::size_t from);
    };
    static constexpr auto pages = std::to_array<Page>({{"%pdf-1.", end_of_postscript},
                                                       {"%pdf-2.", end_of_postscript},
                                                       {"%!ps", end_of_postscript},
                                                       {"0\nsection\n", end_of_dxf},
                                                       {"0\r\nsection\r\n", end_of_dxf},
                                                       {"{\\rtf", end_of_braces}});
    for (const Page& page : pages)
        for (auto at = lower.find(page.begins); at != npos; at = lower.find(page.begins, at + 1)) {
            auto line = at;
            while (line > 0 && (lower[line - 1] == ' ' || lower[line - 1] == '\t')) --line;
            if (line > 0 && lower[line - 1] != '\n') continue;
            const auto end = page.end(lower, at);
            if (end == npos) break;
            if (end - at < least_page) continue;
            spans.push_back({at, end, Carries::data});
            at = end - 1;
        }
}

}  // namespace

void find_drawings(std::string_view letters, std::vector<Span>& spans)
{
    const auto lower = ascii_lower(letters);
    find_svg(lower, spans);
    find_arrays(lower, spans);
    find_netpbm(letters, spans);
    find_pages(lower, spans);
    find_colours(lower, spans);
}

}  // namespace safelead::words
