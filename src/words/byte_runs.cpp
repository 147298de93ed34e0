#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace safelead::words {

namespace {

constexpr std::size_t least_numbers = 32;
constexpr std::size_t least_binary = 100;
constexpr std::size_t most_strangers = 6;

/// One byte written as a number with letters, or in noughts and ones. Decimal numbers are not told one by
/// one, but by how they are spread (even.h).
struct ByteNumber {
    bool has_letter = false;
    bool is_hex = false;
    bool is_binary = false;
    bool begins_with_letter = false;
    bool is_place = false;  ///< "A1", "D24": a seat, a room or a square, as well as a byte.
};

/// A letter and then digits.
bool names_place(std::string_view token)
{
    return token.size() >= 2 && !is_digit(token.front()) && std::ranges::all_of(token.substr(1), is_digit);
}

/// "0xff", "6Dh", "ff", "\xff", "\u00ff", "ffd8": white space, commas and the like stand around it.
std::optional<ByteNumber> byte_number(std::string_view token)
{
    constexpr std::size_t longest = 10;
    static constexpr auto may_begin = sets::hex_digits.with(LetterSet{"xuU"});
    if (token.size() > longest || !may_begin.has(token.front())) return std::nullopt;
    bool prefixed = false;
    for (const std::string_view prefix : {"0x", "0X", "u+", "U+", "x", "u"})
        if (!prefixed && token.size() > prefix.size() + 1 && token.starts_with(prefix)) {
            token.remove_prefix(prefix.size());
            prefixed = true;
        }
    if (!prefixed && token.size() == 3 && (token.back() == 'h' || token.back() == 'H')) {
        token.remove_suffix(1);
        prefixed = true;
    }
    if (token.empty() || token.size() > 8 || !std::ranges::all_of(token, is_hex)) return std::nullopt;
    const bool digits = std::ranges::all_of(token, is_digit);
    if (token.size() == 8) {
        const bool binary = token.find_first_not_of("01") == std::string_view::npos;
        return ByteNumber{!digits, !binary, binary};
    }
    if (!prefixed && digits && token.size() <= 3) return ByteNumber{false, token.size() == 2, false};
    if (token.size() != 2 && token.size() != 4) return std::nullopt;
    return ByteNumber{!digits || prefixed, true, false, !is_digit(token.front()) || prefixed,
                      !prefixed && names_place(token)};
}

/// Whether numbers of such a kind are bytes: with the letters of hexadecimal among them, as lists of years
/// are not, and not only in front, as in lists of rooms.
class NumberRun {
public:
    void add(const ByteNumber& number)
    {
        ++count_;
        hex_ += number.is_hex ? 1U : 0U;
        lettered_ += number.has_letter ? 1U : 0U;
        begin_with_letter_ += number.begins_with_letter ? 1U : 0U;
        binary_ += number.is_binary ? 1U : 0U;
        places_ += number.is_place ? 1U : 0U;
    }
    [[nodiscard]] bool are_bytes() const
    {
        if (binary_ >= least_binary && binary_ * 10 >= count_ * 9) return true;
        // Classes (7A, 8B) begin with a digit.
        return count_ >= least_numbers && hex_ * 10 >= count_ * 9 && lettered_ * 4 >= count_ &&
               begin_with_letter_ * 6 >= count_ && places_ * 10 < lettered_ * 7;
    }

private:
    std::size_t count_ = 0;
    std::size_t hex_ = 0;
    std::size_t lettered_ = 0;
    std::size_t begin_with_letter_ = 0;
    std::size_t binary_ = 0;
    std::size_t places_ = 0;
};

std::vector<Token> number_tokens(std::string_view letters)
{
    static constexpr auto parts_numbers = sets::spaces.with(LetterSet{",;:|\"'()[]{}<>\\&#-%=$"});
    return pieces_of(letters, [](char c) { return parts_numbers.has(c); });
}

/// A dump has a place before each line's bytes and letters after them: a few strangers don't end a run.
void find_runs_of_bytes(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    for (std::size_t first = 0; first < tokens.size();) {
        NumberRun run;
        std::size_t last = first;
        std::size_t strangers = 0;
        std::size_t in_line = 0;
        std::size_t at = first;
        for (; at < tokens.size(); ++at) {
            if (const auto number = byte_number(tokens[at].in(letters))) {
                run.add(*number);
                last = at;
                strangers = 0;
                ++in_line;
            } else if (++strangers > most_strangers || in_line < 8) {
                break;
            }
        }
        if (run.are_bytes()) spans.push_back({tokens[first].begin, tokens[last].end, Carries::data});
        first = std::max(at, first + 1);
    }
}

}  // namespace

void find_byte_numbers(std::string_view letters, std::vector<Span>& spans)
{
    const auto tokens = number_tokens(letters);
    find_runs_of_bytes(letters, tokens, spans);
    find_files_in_numbers(letters, tokens, spans);
}

}  // namespace safelead::words
