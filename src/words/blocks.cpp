// Blocks that say where they begin. People write such lines, too ("Begin 6 week plan", "-----Begin forwarded
// message-----"), so a block is one only if what follows is written in its letters; and it ends where that
// does.

#include "base/text.h"
#include "words/decoded.h"
#include "words/kinds.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace safelead::words {

namespace {

constexpr std::size_t least_body = 16;

/// Lines from a place on, one after the other.
class Lines {
public:
    Lines(std::string_view letters, std::size_t at) : letters_{letters}, at_{at} {}

    [[nodiscard]] bool at_end() const { return at_ >= letters_.size(); }
    [[nodiscard]] std::size_t at() const { return at_; }
    /// The next one without its end and the spaces before that.
    [[nodiscard]] std::string_view look() const
    {
        auto line = letters_.substr(at_, letters_.find('\n', at_) - at_);
        while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
        return line;
    }
    /// The end of that.
    [[nodiscard]] std::size_t end() const { return at_ + look().size(); }
    void go_on() { at_ = std::min(letters_.find('\n', at_), letters_.size() - 1) + 1; }

private:
    std::string_view letters_;
    std::size_t at_;
};

constexpr std::string_view xx_letters = "+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

bool is_of_uuencode(std::string_view line)
{
    return !line.empty() && std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '`'; });
}

/// How many letters a line of uuencode has if it says first that it has so many bytes.
std::size_t letters_said(char first)
{
    return 1 + ((static_cast<std::size_t>(first - ' ') & 63U) + 2) / 3 * 4;
}

/// A line of uuencode or xxencode that is as long as the number of bytes that it says needs (a few spaces at
/// its end may be lost, and a sum may stand there).
bool is_encoded_line(std::string_view line)
{
    if (line.empty()) return false;
    const auto fits = [&](std::size_t needed, std::size_t slack) {
        return needed > 1 && needed <= 85 && line.size() <= needed + 1 && line.size() + slack >= needed;
    };
    if (is_of_uuencode(line) && fits(letters_said(line.front()), 4)) return true;
    return std::ranges::all_of(line, [](char c) { return is_one_of(c, xx_letters); }) &&
           fits(1 + (xx_letters.find(line.front()) + 2) / 3 * 4, 0);
}

/// The bytes of a line of uuencode, in which a space is nought, also where it was lost at the end.
std::string bytes_of_uuencode(std::string_view line)
{
    std::string bytes;
    std::uint32_t bits = 0;
    for (std::size_t i = 1; i < letters_said(line.front()); ++i) {
        const char c = i < line.size() ? line[i] : ' ';
        bits = (bits << 6U) | ((static_cast<unsigned char>(c) - 32U) & 63U);
        if (i % 4 != 0) continue;
        for (const unsigned shift : {16U, 8U, 0U}) bytes += static_cast<char>((bits >> shift) & 0xFFU);
    }
    return bytes;
}

/// Lines up to "end" of which each but the last says that it has as much as the first. A row of noughts is
/// written as spaces, of which at the end of a line none may be left. "BEGIN 100 days", "END" are words: so
/// a file begins there, or there are several lines in which letters and signs follow each other.
std::optional<std::size_t> trimmed_uuencode_end(Lines lines)
{
    if (lines.at_end() || !is_of_uuencode(lines.look())) return std::nullopt;
    const auto first = lines.look();
    Noise noise;
    std::size_t count = 0;
    bool is_last = false;
    for (; !lines.at_end(); lines.go_on()) {
        const auto line = lines.look();
        if (ascii_lower(line) == "end") {
            const bool is_body = begins_as_file_beyond_doubt(bytes_of_uuencode(first)) ||
                                 (count >= 3 && noise.longest >= least_body && noise.percent() >= 25);
            return is_body ? std::optional{lines.end()} : std::nullopt;
        }
        if (line.empty() || line == "`" || line == "+") continue;
        if (begins_with(line, "begin ")) return std::nullopt;  // No block is within another.
        if (is_last || !is_of_uuencode(line) || line.size() > letters_said(line.front()) + 1)
            return std::nullopt;
        is_last = line.front() != first.front();
        noise.add(noise_of(line));
        ++count;
    }
    return std::nullopt;
}

/// "begin 644 name", and lines of the length that their first letter says.
std::optional<std::size_t> uuencode_end(std::string_view letters, Lines lines)
{
    auto head = lines.look();
    if (head.size() < 6) return std::nullopt;  // "begin" alone: white space behind it is not looked at.
    head.remove_prefix(6);
    const auto mode = head.substr(0, head.find(' '));
    const bool is_mode = (mode.size() == 3 || mode.size() == 4) && mode.find_first_not_of("01234567") == npos;
    if (!is_mode || mode.size() == head.size()) return std::nullopt;
    lines.go_on();
    if (const auto end = trimmed_uuencode_end(lines)) return end;
    std::optional<std::size_t> end;
    for (; !lines.at_end() && is_encoded_line(lines.look()); lines.go_on()) end = lines.end();
    if (!end) return std::nullopt;
    if (!lines.at_end() && (lines.look().empty() || lines.look() == "`" || lines.look() == "+"))
        lines.go_on();
    if (!lines.at_end() && ascii_lower(lines.look()) == "end") end = lines.end();
    return std::min(*end, letters.size());
}

/// A line that begins a block of base64. No such block is within another.
bool begins_base64(std::string_view line)
{
    return begins_with(line, "begin-base64 ") || begins_with(line, "-----begin ");
}

/// What PEM says before the letters: "Proc-Type: 4,ENCRYPTED", and a line that is empty.
bool is_before_body(std::string_view line)
{
    return line.empty() || (line.find(": ") != npos && !begins_base64(line));
}

/// Lines of base64's letters. `ends` says how the line after them begins.
std::optional<std::size_t> base64_end(Lines lines, std::string_view ends)
{
    lines.go_on();
    while (!lines.at_end() && is_before_body(lines.look())) lines.go_on();
    Noise noise;
    std::optional<std::size_t> end;
    for (; !lines.at_end() && !lines.look().empty(); lines.go_on()) {
        const auto line = lines.look();
        if (begins_with(line, ends)) {
            const bool is_body = end && noise.longest >= least_body && noise.percent() >= 20;
            return is_body ? std::optional{lines.end()} : std::nullopt;
        }
        if (!std::ranges::all_of(line, is_base64)) return std::nullopt;
        noise.add(noise_of(line));
        end = lines.end();
    }
    return end && noise.longest >= least_body && noise.percent() >= 20 ? end : std::nullopt;
}

/// "<~…~>": the letters from "!" to "u", and as mixed as words are not.
std::optional<std::size_t> ascii85_end(std::string_view letters, std::size_t at)
{
    std::string body;
    std::size_t end = at + 2;
    for (; end < letters.size() && letters[end] != '~'; ++end) {
        const char c = letters[end];
        if (is_space(c)) continue;
        if ((c < '!' || c > 'u') && c != 'z' && c != 'y') return std::nullopt;
        body += c;
    }
    if (letters.substr(end, 2) != "~>" || body.size() < least_body) return std::nullopt;
    const bool is_body =
        noise_of(body).percent() >= 25 || begins_as_file_beyond_doubt(from_base85(body, Base85::adobe));
    if (!is_body) return std::nullopt;
    return end + 2;
}

/// After its line, between two colons, letters without a space.
std::optional<std::size_t> binhex_end(std::string_view letters, Lines lines)
{
    lines.go_on();
    while (!lines.at_end() && lines.look().empty()) lines.go_on();
    if (lines.at_end() || !lines.look().starts_with(':')) return std::nullopt;
    std::size_t end = lines.at() + 1;
    while (end < letters.size() && letters[end] != ':' && letters[end] != ' ') ++end;
    if (end >= letters.size() || letters[end] != ':' || end - lines.at() < least_body) return std::nullopt;
    return end + 1;
}

/// Reads a text from its beginning to its end, once.
class Looking {
public:
    explicit Looking(std::string_view letters) : letters_{letters} {}

    void run(std::vector<Span>& spans)
    {
        for (std::size_t at = 0; at < letters_.size();) {
            const auto end = block_at(at);
            if (end) spans.push_back({at, *end, Carries::data});
            at = end ? *end : at + 1;
        }
    }

private:
    std::optional<std::size_t> block_at(std::size_t at)
    {
        const bool begins_line = at == 0 || letters_[at - 1] == '\n';
        if (!begins_line && letters_[at] != '<' && letters_[at] != '=') return std::nullopt;
        const auto rest = letters_.substr(at);
        if (rest.starts_with("<~")) return ascii85_end(letters_, at);
        if (rest.front() == '=' && begins_with(rest, "=ybegin line=")) return yenc_end(at);
        if (!begins_line) return std::nullopt;
        if (begins_with(rest, "begin ")) return uuencode_end(letters_, {letters_, at});
        if (begins_with(rest, "begin-base64 ")) return base64_end({letters_, at}, "====");
        if (begins_with(rest, "-----begin ")) return base64_end({letters_, at}, "-----end ");
        if (begins_with(rest, "(this file must be converted with binhex"))
            return binhex_end(letters_, {letters_, at});
        return std::nullopt;
    }

    /// Its letters are any, so it ends only where it says so.
    std::optional<std::size_t> yenc_end(std::size_t at)
    {
        if (!may_end_yenc_) return std::nullopt;
        auto end = letters_.find("=yend", at);
        if (end == npos) end = letters_.find("=YEND", at);
        may_end_yenc_ = end != npos;
        return may_end_yenc_ ? std::optional{Lines{letters_, end}.end()} : std::nullopt;
    }

    std::string_view letters_;
    bool may_end_yenc_ = true;
};

/// "data: image/png ; base64 , iVBO…": an address of data with spaces in it.
void find_spaced_data(std::string_view letters, std::vector<Span>& spans)
{
    const std::string lower = ascii_lower(letters);
    for (auto at = lower.find("data"); at != npos; at = lower.find("data", at + 4)) {
        std::string said;
        std::size_t end = at + 4;
        for (; end < lower.size() && end < at + 80 && lower[end] != ','; ++end)
            if (!is_space(lower[end])) said += lower[end];
        const bool says_so =
            said.starts_with(':') && said.ends_with(";base64") && end < lower.size() && lower[end] == ',';
        if (!says_so) continue;
        do ++end;
        while (end < lower.size() && is_space(lower[end]));
        while (end < lower.size() && (is_base64(lower[end]) || lower[end] == '%')) ++end;
        spans.push_back({at, end, Carries::data});
    }
}

}  // namespace

void find_blocks(std::string_view letters, std::vector<Span>& spans)
{
    Looking{letters}.run(spans);
    find_spaced_data(letters, spans);
}

}  // namespace safelead::words
