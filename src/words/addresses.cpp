#include "words/addresses.h"

#include "base/text.h"
#include "words/noise.h"
#include "words/picture_links.h"
#include "words/skeleton.h"

#include <algorithm>
#include <optional>
#include <string>

namespace safelead::words {

namespace {

constexpr std::size_t longest_scheme = 20;
constexpr std::size_t longest_host = 255;
constexpr std::size_t longest_path = 260;

/// No address has these in it, however carelessly it was copied.
bool ends_any(char c)
{
    static constexpr LetterSet enders{"\"<>|{}`"};
    return enders.has(c);
}

/// Where the scheme begins that "://" at `colon` ends.
std::size_t scheme_begin(std::string_view text, std::size_t colon)
{
    std::size_t begin = colon;
    while (begin > 0 && colon - begin < longest_scheme &&
           (is_alphanumeric(text[begin - 1]) || is_one_of(text[begin - 1], "+.-")))
        --begin;
    while (begin < colon && !is_letter(text[begin])) ++begin;
    for (const std::string_view before : {"blob:", "filesystem:"})
        if (begin >= before.size() &&
            ascii_lower(text.substr(begin - before.size(), before.size())) == before)
            return begin - before.size();
    return begin;
}

/// "school.example", "192.0.2.17": what stands before a slash, with its last part no ending of a file's name.
/// Nothing if it can't be one.
std::optional<std::size_t> host_begin(std::string_view text, std::size_t slash)
{
    std::size_t begin = slash;
    while (begin > 0 && slash - begin < longest_host &&
           (is_alphanumeric(text[begin - 1]) || is_one_of(text[begin - 1], ".-") ||
            text[begin - 1] == no_letter))
        --begin;
    const auto host = text.substr(begin, slash - begin);
    const auto dot = host.rfind('.');
    if (dot == npos || dot == 0 || dot + 1 == host.size()) return std::nullopt;
    const auto last = ascii_lower(host.substr(dot + 1));
    // In another script: the letters stay, and of the address the path goes.
    if (last.find(no_letter) != npos) return slash;
    const auto latin = host.rfind(no_letter);
    begin += latin == npos ? 0 : latin + 1;
    const bool is_number = std::ranges::all_of(host.substr(latin == npos ? 0 : latin + 1),
                                               [](char c) { return is_digit(c) || c == '.'; });
    if (is_number) return std::ranges::count(host, '.') == 3 ? std::optional{begin} : std::nullopt;
    static constexpr auto names_of_files =
        std::to_array<std::string_view>({"csv", "doc", "docx", "eml", "htm", "html", "mp3", "odt", "pdf",
                                         "ppt", "pptx", "txt", "xls", "xlsx"});
    const bool is_name = last.size() >= 2 && std::ranges::all_of(last, is_letter) &&
                         !is_picture_ending(last) &&
                         std::ranges::find(names_of_files, last) == names_of_files.end();
    return is_name && begin < slash ? std::optional{begin} : std::nullopt;
}

/// "image/png;base64," or ",", as they stand after "data:": where the data begin, or npos.
std::size_t data_begin(std::string_view lower, std::size_t after_colon, bool begins_token)
{
    const auto comma = lower.substr(0, after_colon + 120).find(',', after_colon);
    if (comma == npos) return npos;
    const auto says = lower.substr(after_colon, comma - after_colon);
    if (says.empty()) return begins_token && comma + 1 < lower.size() ? comma + 1 : npos;
    if (says.find(";base64") != npos) return comma + 1;
    // As the standard has them: "data:name/address,phone" is somebody's note.
    static constexpr auto types =
        std::to_array<std::string_view>({"image", "video", "audio", "text", "application", "font"});
    static constexpr auto kinds = std::to_array<std::string_view>(
        {"png",  "jpeg", "jpg",          "gif",        "webp",     "bmp", "svg",       "svg+xml",
         "tiff", "avif", "heic",         "mp4",        "webm",     "ogg", "mpeg",      "mp3",
         "wav",  "css",  "csv",          "html",       "plain",    "xml", "xhtml+xml", "json",
         "pdf",  "zip",  "octet-stream", "javascript", "quicktime"});
    const auto type = says.substr(0, says.find(';'));
    const auto slash = type.find('/');
    if (slash == npos || std::ranges::find(types, type.substr(0, slash)) == types.end()) return npos;
    const auto kind = type.substr(slash + 1);
    const bool is_known =
        std::ranges::find(kinds, kind) != kinds.end() || kind.starts_with("x-") || kind.starts_with("vnd.");
    return is_known ? comma + 1 : npos;
}

/// Reads a piece from its beginning to its end, once.
class Looking {
public:
    Looking(std::string_view text, std::size_t from) : text_{text}, lower_{ascii_lower(text)}, from_{from}
    {
        // So that what has no picture behind it is not looked through for one from each place on.
        for (auto end = picture_end(lower_, 0); end != npos; end = picture_end(lower_, end))
            last_picture_ = end;
    }

    std::vector<Address> run()
    {
        for (std::size_t at = 0; at < text_.size();) {
            const auto found = address_at(at);
            if (!found) {
                ++at;
                continue;
            }
            found_.push_back({{from_ + found->at.begin, from_ + found->at.end}, found->kind});
            at = std::max(found->at.end, at + 1);
            done_ = at;
        }
        return std::move(found_);
    }

private:
    std::optional<Address> address_at(std::size_t at) const
    {
        switch (lower_[at]) {
            case 'd':
                return data_at(at);
            case 'w':
                return has(at, "www.") && begins_word(at) ? web(at, at + 4) : std::nullopt;
            case 'm':
                return has(at, "mailto:") && begins_word(at) ? web(at, at + 7) : std::nullopt;
            case ':':
                if (has(at, "://")) return web(scheme_begin(text_, at), at + 3);
                // A drive, but not "and:\…".
                return has(at, ":\\") && at > done_ && is_letter(text_[at - 1]) && begins_word(at - 1)
                           ? path(at - 1, at + 2)
                           : std::nullopt;
            case '\\':
                return path_with_picture(at);
            case '/':
                return slash_at(at);
            default:
                return named_picture(at);
        }
    }

    std::optional<Address> named_picture(std::size_t at) const
    {
        if (at >= last_picture_) return std::nullopt;
        const auto found = named_picture_at(lower_, at);
        return found && found->begin >= done_ ? std::optional{Address{*found, Address::Kind::path}}
                                              : std::nullopt;
    }

    std::optional<Address> slash_at(std::size_t at) const
    {
        if (has(at, "//") && begins_word(at) && at + 2 < text_.size() && is_alphanumeric(text_[at + 2]))
            return host(at, at + 2);
        const auto begin = host_begin(text_, at);
        return begin ? host(*begin, at + 1) : named_picture(at);
    }

    std::optional<Address> data_at(std::size_t at) const
    {
        if (!has(at, "data:")) return std::nullopt;
        const bool begins_token = at == 0 || is_one_of(text_[at - 1], "(\"'<[");
        auto end = data_begin(lower_, at + 5, begins_token);
        if (end == npos) return std::nullopt;
        while (end < text_.size() && !is_one_of(text_[end], "\"'<>()[]{}|,`") && text_[end] != no_letter)
            ++end;
        return Address{{at, end}, Address::Kind::data};
    }

    /// A name in a folder, of which the drive stands before a space: "C:\Users\A. Person\a.jpg".
    std::optional<Address> path_with_picture(std::size_t at) const
    {
        std::size_t begin = at;
        while (begin > done_ && (is_alphanumeric(text_[begin - 1]) || is_one_of(text_[begin - 1], "._-")))
            --begin;
        return path(begin, at + 1);
    }

    std::optional<Address> web(std::size_t begin, std::size_t after) const
    {
        return Address{{std::max(begin, done_), end_of(after)}, Address::Kind::web};
    }
    std::optional<Address> host(std::size_t begin, std::size_t after) const
    {
        return Address{{std::max(begin, done_), end_of(after)}, Address::Kind::host};
    }
    /// Only with the name of a picture at its end: a backslash may be anything.
    std::optional<Address> path(std::size_t begin, std::size_t after) const
    {
        if (after > last_picture_) return std::nullopt;
        std::size_t end = after;
        const auto limit = std::min(after + longest_path, text_.size());
        while (end < limit && !ends_any(text_[end]) && !is_one_of(text_[end], ",;'[]")) ++end;
        const auto picture = picture_end(std::string_view{lower_}.substr(0, end), after);
        if (picture == npos) return std::nullopt;
        return Address{{std::max(begin, done_), picture}, Address::Kind::path};
    }

    /// Where nothing could still be of it, or another begins: not before `from`, where its own beginning
    /// ends.
    std::size_t end_of(std::size_t from) const
    {
        std::size_t at = from;
        for (; at < text_.size() && !ends_any(text_[at]); ++at) {
            if (has(at, "://")) return std::max({scheme_begin(text_, at), done_, from});
            if (has(at, "data:") && data_at(at)) return at;
        }
        return at;
    }

    bool has(std::size_t at, std::string_view word) const
    {
        return std::string_view{lower_}.substr(at, word.size()) == word;
    }
    bool begins_word(std::size_t at) const
    {
        return at == 0 || (!is_alphanumeric(text_[at - 1]) && !is_one_of(text_[at - 1], ":/_"));
    }

    std::string_view text_;
    std::string lower_;
    std::size_t from_;
    std::size_t done_ = 0;
    std::size_t last_picture_ = 0;
    std::vector<Address> found_;
};

}  // namespace

std::size_t picture_end(std::string_view lower, std::size_t from)
{
    for (std::size_t at = from; at < lower.size(); ++at) {
        const bool is_escaped = lower[at] == '%' && lower.substr(at, 3) == "%2e";
        if (lower[at] != '.' && !is_escaped) continue;
        const auto begin = at + (is_escaped ? 3U : 1U);
        auto end = begin;
        while (end < lower.size() && is_alphanumeric(lower[end])) ++end;
        const auto ending = lower.substr(begin, end - begin);
        // The office that data protection is complained to.
        const bool is_office = ending == "ico" && lower.substr(end, 4) == ".org";
        if (!is_office && is_picture_ending(ending)) return end;
    }
    return npos;
}

std::vector<Address> addresses_in(std::string_view letters, Token token)
{
    // Of all that makes an address one, each has one of these in it.
    const auto text = token.in(letters);
    static constexpr LetterSet of_any{":/\\."};
    if (std::ranges::none_of(text, [](char c) { return of_any.has(c); })) return {};
    return Looking{text, token.begin}.run();
}

void mark_latin(std::string_view letters, std::size_t begin, std::size_t end, Carries carries,
                std::vector<Span>& spans)
{
    for (const Token stretch :
         pieces_of(letters.substr(begin, end - begin), [](char c) { return c == no_letter; })) {
        spans.push_back({begin + stretch.begin, begin + stretch.end, carries});
        carries = Carries::nothing;
    }
}

}  // namespace safelead::words
