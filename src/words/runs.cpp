#include "base/text.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace safelead::words {

namespace {

constexpr std::size_t least_numbers = 32;
constexpr std::size_t least_in_chunks = 96;
constexpr std::size_t window = 16;

bool is_piece(std::string_view piece)
{
    return std::ranges::all_of(piece, is_base64);
}

void mark(const std::vector<Token>& tokens, std::size_t first, std::size_t last, std::vector<Span>& spans)
{
    spans.push_back({tokens[first].begin, tokens[last].end, Carries::data});
}

// --- numbers ---

/// One byte written as a number.
struct ByteNumber {
    unsigned value = 0;
    bool has_letter = false;
    bool is_hex = false;
    bool is_binary = false;
    bool begins_with_letter = false;
};

/// "0xff", "255", "ff", "\xff", "\u00ff", "ffd8": white space, commas and the like stand around it.
std::optional<ByteNumber> byte_number(std::string_view token)
{
    bool prefixed = false;
    for (const std::string_view prefix : {"0x", "0X", "u+", "U+", "x", "u"})
        if (!prefixed && token.size() > prefix.size() + 1 && token.starts_with(prefix)) {
            token.remove_prefix(prefix.size());
            prefixed = true;
        }
    if (token.empty() || token.size() > 8 || !std::ranges::all_of(token, is_hex)) return std::nullopt;
    const bool digits = std::ranges::all_of(token, is_digit);
    if (token.size() == 8) {
        const bool binary = token.find_first_not_of("01") == std::string_view::npos;
        return ByteNumber{0, !digits, !binary, binary};
    }
    if (!prefixed && digits && token.size() <= 3) {
        unsigned value = 0;
        for (const char c : token) value = value * 10 + static_cast<unsigned>(c - '0');
        if (value > 255) return std::nullopt;
        return ByteNumber{value, false, token.size() == 2, false};
    }
    if (token.size() != 2 && token.size() != 4) return std::nullopt;
    return ByteNumber{0, !digits || prefixed, true, false, !is_digit(token.front()) || prefixed};
}

/// Whether numbers of such a kind are bytes: of every size, as marks and ages are not; or with the letters of
/// hexadecimal among them, as lists of years are not.
class NumberRun {
public:
    void add(const ByteNumber& number)
    {
        ++count_;
        hex_ += number.is_hex ? 1U : 0U;
        lettered_ += number.has_letter ? 1U : 0U;
        begin_with_letter_ += number.begins_with_letter ? 1U : 0U;
        binary_ += number.is_binary ? 1U : 0U;
        if (number.is_hex && number.has_letter) return;
        small_ += number.value < 64 ? 1U : 0U;
        large_ += number.value >= 128 ? 1U : 0U;
    }
    [[nodiscard]] bool are_bytes() const
    {
        if (binary_ >= window && binary_ * 10 >= count_ * 9) return true;
        if (count_ < least_numbers) return false;
        // Classes (7A, 8B) begin with a digit.
        const bool are_hex =
            hex_ * 10 >= count_ * 9 && lettered_ * 4 >= count_ && begin_with_letter_ * 6 >= count_;
        const bool are_decimal = large_ * 5 >= count_ && small_ * 10 >= count_;
        return are_hex || are_decimal;
    }

private:
    std::size_t count_ = 0;
    std::size_t hex_ = 0;
    std::size_t lettered_ = 0;
    std::size_t begin_with_letter_ = 0;
    std::size_t binary_ = 0;
    std::size_t small_ = 0;
    std::size_t large_ = 0;
};

std::vector<Token> number_tokens(std::string_view letters)
{
    return pieces_of(letters, [](char c) {
        return is_space(c) || std::string_view{",;:|\"'()[]{}<>\\&#-%="}.find(c) != std::string_view::npos;
    });
}

/// A dump has a place before each line's bytes and letters after them: a few strangers don't end a run.
void find_numbers(std::string_view letters, std::vector<Span>& spans)
{
    constexpr std::size_t most_strangers = 6;
    const auto tokens = number_tokens(letters);
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
        if (run.are_bytes()) mark(tokens, first, last, spans);
        first = std::max(at, first + 1);
    }
}

// --- pieces ---

/// "bell", "Then", "PE", "10": at either end of a run, it may be the writer's.
bool may_be_word(std::string_view piece)
{
    return noise_of(piece.substr(std::min<std::size_t>(1, piece.size()))).changes == 0 &&
           piece.find_first_of("+/=_-") == std::string_view::npos;
}

/// What is left of a run without words at its ends; nothing if it is all words.
std::optional<Span> without_words(std::string_view letters, const std::vector<Token>& tokens,
                                  std::size_t first, std::size_t last)
{
    while (first < last && may_be_word(tokens[first].in(letters))) ++first;
    while (last > first && may_be_word(tokens[last - 1].in(letters))) --last;
    if (first == last) return std::nullopt;
    return Span{tokens[first].begin, tokens[last - 1].end, Carries::data};
}

/// Pieces of one length, as a run is cut when it is to look like words.
void find_equal_pieces(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    for (std::size_t first = 0; first < tokens.size();) {
        const auto length = tokens[first].size();
        std::string together;
        std::size_t last = first;
        while (last < tokens.size() && tokens[last].size() == length && is_piece(tokens[last].in(letters)))
            together += tokens[last++].in(letters);
        const auto count = last - first;
        const auto percent = noise_of(together).percent();
        const auto kinds = distinct(together);
        const bool long_enough = together.size() >= 128;
        const bool carries =
            length >= 4 ? count >= window && percent >= 25 && kinds >= 14 : percent >= 45 && kinds >= 28;
        if (long_enough && carries)
            if (const auto run = without_words(letters, tokens, first, last)) spans.push_back(*run);
        first = std::max(last, first + 1);
    }
}

/// Codes and references are all in capitals; data that is cut up has both.
bool has_both_cases(std::string_view letters)
{
    const auto small = std::ranges::count_if(letters, [](char c) { return c >= 'a' && c <= 'z'; });
    const auto capital = std::ranges::count_if(letters, [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto size = static_cast<std::ptrdiff_t>(letters.size());
    return small * 6 >= size && capital * 6 >= size;
}

/// Pieces of any length: wherever a window of them is as noisy as data.
void find_windows(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    for (std::size_t first = 0; first + window <= tokens.size();) {
        std::string together;
        std::size_t last = first;
        std::size_t hot_to = 0;
        while (last < tokens.size() && is_piece(tokens[last].in(letters))) {
            together += tokens[last].in(letters);
            ++last;
            const auto count = last - first;
            if (count < window) continue;
            std::string_view recent = together;
            std::size_t size = 0;
            for (std::size_t i = last - window; i < last; ++i) size += tokens[i].size();
            recent.remove_prefix(recent.size() - size);
            if (size < window * 2 || noise_of(recent).percent() < 45 || distinct(recent) < 24 ||
                !has_both_cases(recent))
                break;
            hot_to = last;
        }
        if (hot_to > 0) {
            const auto run = without_words(letters, tokens, first, hot_to);
            if (run && run->end - run->begin >= least_in_chunks) spans.push_back(*run);
        }
        first = hot_to > 0 ? hot_to : first + 1;
    }
}

/// Noisy pieces with no more than two others between them: lines of uuencode, cells of a table.
void find_noisy_pieces(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        if (!is_noisy(tokens[first].in(letters))) continue;
        std::size_t size = 0;
        std::size_t count = 0;
        std::size_t last = first;
        for (std::size_t at = first; at < tokens.size() && at - last <= 3; ++at) {
            if (!is_noisy(tokens[at].in(letters))) continue;
            size += tokens[at].size();
            ++count;
            last = at;
        }
        if (count >= 3 && size >= least_in_chunks) mark(tokens, first, last, spans);
        first = last;
    }
}

/// Dots and dashes, or any two signs, for letters.
void find_dots_and_dashes(std::string_view letters, const std::vector<Token>& tokens,
                          std::vector<Span>& spans)
{
    const auto is_sign = [](char c) { return c == '.' || c == '-' || c == '_' || c == '*' || c == '/'; };
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t last = first;
        std::size_t kinds = 0;
        while (last < tokens.size() && std::ranges::all_of(tokens[last].in(letters), is_sign)) {
            kinds += distinct(tokens[last].in(letters)) > 1 ? 1U : 0U;
            ++last;
        }
        if (last - first >= least_numbers && kinds * 3 >= last - first) mark(tokens, first, last - 1, spans);
        first = std::max(last, first + 1);
    }
}

}  // namespace

void find_runs(std::string_view letters, std::vector<Span>& spans)
{
    find_numbers(letters, spans);
    const auto tokens = tokens_of(letters);
    find_dots_and_dashes(letters, tokens, spans);
    const auto cells = cells_of(letters);
    find_equal_pieces(letters, cells, spans);
    find_windows(letters, cells, spans);
    find_noisy_pieces(letters, cells, spans);
    find_noisy_pieces(letters, tokens, spans);
}

}  // namespace safelead::words
