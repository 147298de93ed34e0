#include "record/talk_code.h"

#include "record/talk_words.h"

#include <algorithm>

namespace safelead::record {
namespace {

constexpr unsigned bits_of_a_word = 9;
constexpr std::size_t longest_typed = 400;
static_assert(talk_words.size() == std::size_t{1} << bits_of_a_word);
static_assert(words_in_code * bits_of_a_word <= bytes_for_code * 8);
static_assert(std::ranges::is_sorted(talk_words));

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

TalkCode talk_code(std::span<const std::byte, bytes_for_code> random)
{
    TalkCode code;
    std::size_t bit = 0;
    for (std::size_t word = 0; word < words_in_code; ++word) {
        std::size_t index = 0;
        for (unsigned i = 0; i < bits_of_a_word; ++i, ++bit) {
            const auto byte = std::to_integer<unsigned>(random[bit / 8]);
            index = index * 2 + ((byte >> (7 - bit % 8)) & 1U);
        }
        if (word > 0) code += ' ';
        code += talk_words.at(index);
    }
    return code;
}

std::optional<TalkCode> parse_talk_code(std::string_view typed)
{
    if (typed.size() > longest_typed) return std::nullopt;
    TalkCode code;
    std::size_t words = 0;
    for (std::size_t at = 0; at < typed.size();) {
        if (!is_letter(typed[at])) {
            ++at;
            continue;
        }
        std::string word;
        for (; at < typed.size() && is_letter(typed[at]); ++at) word += small(typed[at]);
        if (!std::ranges::binary_search(talk_words, std::string_view{word})) return std::nullopt;
        if (++words > words_in_code) return std::nullopt;
        if (!code.empty()) code += ' ';
        code += word;
    }
    if (words != words_in_code) return std::nullopt;
    return code;
}

}  // namespace safelead::record
