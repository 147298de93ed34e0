// Readers of zip files look for the directory from the end on and follow it, and pass over all else: before
// the first part, between two, behind the directory. A picture may stand there, and in a comment.

#include "base/text.h"
#include "words/kinds.h"
#include "words/typed.h"
#include "words/zip_parts.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace safelead::words {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::size_t longest_behind_part = 24;  ///< Its sum and sizes, where they were not known before.
constexpr std::size_t longest_comment = 2048;

/// A number of `size` bytes, the lowest first. Nought beyond the end, which no part may be at twice.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::size_t number = 0;
    for (std::size_t i = size; i-- > 0;)
        number = number * 256 + (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return number;
}

/// Where the record stands that ends the file with the last letter of its comment.
std::optional<std::size_t> end_record(std::string_view bytes)
{
    constexpr std::size_t longest = end_size + 0xFFFF;
    for (auto at = bytes.rfind("PK\5\6"sv); at != std::string_view::npos && bytes.size() - at <= longest;
         at = at == 0 ? std::string_view::npos : bytes.rfind("PK\5\6"sv, at - 1))
        if (at + end_size + number_at(bytes, at + 20, 2) == bytes.size()) return at;
    return std::nullopt;
}

bool are_words(const std::string& comments)
{
    return comments.size() <= longest_comment && is_utf8(comments) && has_words_only(comments) &&
           take_out_data(comments).is_as_typed();
}

}  // namespace

bool is_nothing_but_zip(std::string_view bytes)
{
    const auto end = end_record(bytes);
    if (!end) return false;
    const auto directory = number_at(bytes, *end + 16, 4);
    if (directory + number_at(bytes, *end + 12, 4) != *end) return false;
    std::string comments{bytes.substr(*end + end_size)};
    std::vector<std::pair<std::size_t, std::size_t>> parts;  // From where to where.
    for (auto at = directory; at < *end;) {
        if (bytes.substr(at, 4) != "PK\1\2"sv) return false;
        const auto local = number_at(bytes, at + 42, 4);
        if (bytes.substr(std::min(local, bytes.size()), 4) != "PK\3\4"sv) return false;
        parts.emplace_back(local, local + local_size + number_at(bytes, local + 26, 2) +
                                      number_at(bytes, local + 28, 2) + number_at(bytes, at + 20, 4));
        const auto name_and_extra = number_at(bytes, at + 28, 2) + number_at(bytes, at + 30, 2);
        const auto comment = number_at(bytes, at + 32, 2);
        comments += bytes.substr(std::min(at + entry_size + name_and_extra, bytes.size()), comment);
        at += entry_size + name_and_extra + comment;
    }
    std::ranges::sort(parts);
    std::size_t reached = 0;
    parts.emplace_back(directory, directory);
    for (const auto& [from, to] : parts) {
        const auto longest = reached == 0 ? 0 : longest_behind_part;
        if (from < reached || from - reached > longest) return false;
        reached = to;
    }
    return are_words(comments);
}

}  // namespace safelead::words
