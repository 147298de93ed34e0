// Pictures that are named without an address: where Markdown, HTML and CSS name them, a name is a link, and
// whoever shows the text shows the picture. A path is as good as an address.

#include "base/text.h"
#include "words/addresses.h"
#include "words/noise.h"

#include <algorithm>
#include <string>

namespace safelead::words {

namespace {

constexpr std::size_t longest_name = 260;  ///< So that each letter is looked at a few times at most.
constexpr std::size_t longest_label = 200;
constexpr std::size_t farthest_use = 8000;

/// Where a name that begins at `begin` ends: at its quotation mark, its bracket or the end of the piece.
std::size_t end_of_name(std::string_view lower, std::size_t begin)
{
    std::size_t depth = 0;
    const auto limit = std::min(begin + longest_name, lower.size());
    for (std::size_t at = begin; at < limit; ++at) {
        if (is_one_of(lower[at], "\"'<>[]|`")) return at;
        if (lower[at] == '(') ++depth;
        if (lower[at] == ')' && depth-- == 0) return at;
    }
    return limit;
}

/// The name of a picture, perhaps with something asked of it, that begins there; no address, which is found
/// as one.
std::optional<Token> name_at(std::string_view lower, std::size_t begin)
{
    while (begin < lower.size() && is_one_of(lower[begin], "\"'<")) ++begin;
    const auto end = end_of_name(lower, begin);
    const auto name = lower.substr(begin, end - begin);
    if (name.find("://") != npos || name.starts_with("//") || name.starts_with("www.")) return std::nullopt;
    const auto picture = picture_end(name, 0);
    const bool is_end = picture != npos && (picture == name.size() || is_one_of(name[picture], "?#)"));
    return is_end ? std::optional{Token{begin, end}} : std::nullopt;
}

/// A path from the root, from home or from where one is, with a folder in it.
std::optional<Token> path_at(std::string_view lower, std::size_t at)
{
    const bool begins_word =
        at == 0 || (!is_alphanumeric(lower[at - 1]) && !is_one_of(lower[at - 1], ":/_.~-"));
    const auto rest = lower.substr(at, longest_name);
    const bool is_relative = rest.starts_with("../") || rest.starts_with("./") || rest.starts_with("~/");
    const bool is_from_root = rest.size() > 1 && rest.front() == '/' && is_alphanumeric(rest[1]);
    if (!begins_word || (!is_relative && !is_from_root)) return std::nullopt;
    const auto end = std::min(rest.find_first_of("\"'<>[](){}|`,;"), rest.size());
    const auto path = rest.substr(0, end);
    const auto picture = picture_end(path, 0);
    const bool has_folder = is_relative || (picture != npos && path.substr(0, picture).rfind('/') > 0);
    return picture != npos && has_folder ? std::optional{Token{at, at + picture}} : std::nullopt;
}

/// `src=`, `href=` and their like end at `at`.
bool names_source(std::string_view lower, std::size_t equals)
{
    for (const std::string_view attribute : {"src", "href", "srcset", "poster"})
        if (equals >= attribute.size() &&
            lower.substr(equals - attribute.size(), attribute.size()) == attribute)
            return true;
    return false;
}

}  // namespace

std::optional<Token> named_picture_at(std::string_view lower, std::size_t at)
{
    const auto rest = lower.substr(at);
    switch (rest.front()) {
        case ']':
            return rest.starts_with("](") ? name_at(lower, at + 2) : std::nullopt;
        case '!':
            return rest.starts_with("![[") ? name_at(lower, at + 3) : std::nullopt;
        case 'u':
            return rest.starts_with("url(") ? name_at(lower, at + 4) : std::nullopt;
        case '=':
            return names_source(lower, at) ? name_at(lower, at + 1) : std::nullopt;
        case '/':
        case '.':
        case '~':
            return path_at(lower, at);
        default:
            return std::nullopt;
    }
}

bool is_defined_picture(std::string_view letters, Token token)
{
    auto at = token.begin;
    while (at > 0 && (letters[at - 1] == ' ' || letters[at - 1] == '\t')) --at;
    if (at == token.begin || at < 4 || letters.substr(at - 2, 2) != "]:") return false;
    const auto from = at > longest_label ? at - longest_label : 0;
    const auto line_end = letters.substr(from, at - from).rfind('\n');
    if (line_end == npos && from > 0) return false;
    const auto line = line_end == npos ? 0 : from + line_end + 1;
    const auto open = letters.find_first_not_of(' ', line);
    if (open == npos || open > line + 3 || letters[open] != '[' || open + 1 >= at - 2) return false;
    const auto label = letters.substr(open + 1, at - 2 - open - 1);
    const auto lower = ascii_lower(token.in(letters));
    if (!name_at(lower, 0)) return false;
    // "[Sam]: IMG_1.jpg" is a line of a chat; a folder, or the name elsewhere in the text, makes it a link.
    const std::string used = "[" + std::string{label} + "]";
    const auto near = at > farthest_use ? at - farthest_use : 0;
    const auto around = letters.substr(near, 2 * farthest_use);
    return lower.find('/') != std::string::npos || around.find("]" + used) != npos ||
           around.find("!" + used) != npos;
}

}  // namespace safelead::words
