#include "words/codes.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

namespace safelead::words {

namespace {

constexpr std::size_t least_in_morse = 256;
constexpr std::size_t least_in_equal = 128;
constexpr std::size_t least_in_chunks = 240;
constexpr std::size_t least_in_codes = 400;
constexpr std::size_t window = 16;

bool is_piece(std::string_view piece)
{
    return std::ranges::all_of(piece, is_base64);
}

void mark(const std::vector<Token>& tokens, std::size_t first, std::size_t last, std::vector<Span>& spans)
{
    spans.push_back({tokens[first].begin, tokens[last].end, Carries::data});
}

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

/// How many letters of each sort.
struct LettersOfSorts {
    std::size_t small = 0;
    std::size_t capital = 0;
    std::size_t others = 0;

    [[nodiscard]] std::size_t all() const { return small + capital + others; }
    LettersOfSorts& operator+=(const LettersOfSorts& more)
    {
        small += more.small;
        capital += more.capital;
        others += more.others;
        return *this;
    }
    LettersOfSorts operator-(const LettersOfSorts& less) const
    {
        return {small - less.small, capital - less.capital, others - less.others};
    }
};

LettersOfSorts sorts_in(std::string_view letters)
{
    LettersOfSorts sorts;
    for (const char c : letters)
        ++(sets::small_letters.has(c) ? sorts.small : sets::capitals.has(c) ? sorts.capital : sorts.others);
    return sorts;
}

/// Data that is cut up has small letters, capitals and digits; words in which the capitals stand anywhere
/// ("iT wAsN'T mE") have no digits.
bool are_mixed(const LettersOfSorts& sorts)
{
    return sorts.small * 6 >= sorts.all() && sorts.capital * 6 >= sorts.all() &&
           sorts.others * 16 >= sorts.all();
}

/// References and serial numbers are all in capitals, account names mostly in small letters, and neither has
/// signs in it but the few that join.
bool may_be_codes(std::string_view letters)
{
    static constexpr auto of_codes = sets::alphanumerics.with(LetterSet{"_.-@,;"});
    const auto signs = std::ranges::count_if(letters, [](char c) { return !of_codes.has(c); });
    return !are_mixed(sorts_in(letters)) && static_cast<std::size_t>(signs) * 20 < letters.size();
}

/// What is left of pieces without words at their ends; nothing if they are all words, or codes of one make.
std::optional<Span> data_in(std::string_view letters, const std::vector<Token>& tokens, std::size_t first,
                            std::size_t last)
{
    std::vector<std::string> pieces;
    for (std::size_t i = first; i < last; ++i) pieces.emplace_back(tokens[i].in(letters));
    if (are_codes(pieces)) return std::nullopt;
    return without_words(letters, tokens, first, last);
}

std::string joined(std::string_view letters, std::span<const Token> tokens)
{
    std::string together;
    for (const Token token : tokens) together += token.in(letters);
    return together;
}

/// Pieces of one length, as a run is cut when it is to look like words.
void find_equal_pieces(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    for (std::size_t first = 0; first < tokens.size();) {
        const auto length = tokens[first].size();
        std::size_t last = first;
        while (last < tokens.size() && tokens[last].size() == length && is_piece(tokens[last].in(letters)))
            ++last;
        const auto count = last - first;
        if (count * length >= least_in_equal) {
            const auto together = joined(letters, std::span{tokens}.subspan(first, count));
            const auto percent = noise_of(together).percent();
            const auto kinds = distinct(together);
            const bool long_enough = !may_be_codes(together) || together.size() >= least_in_codes;
            const bool carries =
                length >= 4 ? count >= window && percent >= 25 && kinds >= 14 : percent >= 45 && kinds >= 28;
            if (long_enough && carries)
                if (const auto run = data_in(letters, tokens, first, last)) spans.push_back(*run);
        }
        first = std::max(last, first + 1);
    }
}

/// Small letters, capitals and others of all pieces before each: to count those of a window at once.
class Counts {
public:
    Counts(std::string_view letters, std::span<const Token> tokens)
    {
        before_.reserve(tokens.size() + 1);
        LettersOfSorts sum;
        before_.push_back(sum);
        for (const Token token : tokens) before_.push_back(sum += sorts_in(token.in(letters)));
    }
    [[nodiscard]] LettersOfSorts between(std::size_t first, std::size_t last) const
    {
        return before_[last] - before_[first];
    }

private:
    std::vector<LettersOfSorts> before_;
};

/// Pieces of any length: wherever a window of them is as noisy as data.
void find_windows(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    if (tokens.size() < window) return;
    const Counts counts{letters, tokens};
    const auto is_noisy_window = [&](std::size_t first) {
        const auto sorts = counts.between(first, first + window);
        if (sorts.all() < window * 2 || !are_mixed(sorts)) return false;
        const auto together = joined(letters, std::span{tokens}.subspan(first, window));
        return noise_of(together).percent() >= 45 && distinct(together) >= 24;
    };
    for (std::size_t first = 0; first + window <= tokens.size();) {
        std::size_t hot_to = 0;
        for (std::size_t last = first; last < tokens.size() && is_piece(tokens[last].in(letters));) {
            ++last;
            if (last - first < window) continue;
            if (!is_noisy_window(last - window)) break;
            hot_to = last;
        }
        if (hot_to > 0) {
            const auto run = data_in(letters, tokens, first, hot_to);
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
        std::string together;
        std::vector<std::string> pieces;
        std::size_t last = first;
        for (std::size_t at = first; at < tokens.size() && at - last <= 3; ++at) {
            if (!is_noisy(tokens[at].in(letters))) continue;
            pieces.emplace_back(tokens[at].in(letters));
            together += pieces.back();
            last = at;
        }
        if (pieces.size() >= 3 && together.size() >= least_in_chunks && !may_be_codes(together) &&
            !are_codes(pieces))
            mark(tokens, first, last, spans);
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
        if (last - first >= least_in_morse && kinds * 3 >= last - first) mark(tokens, first, last - 1, spans);
        first = std::max(last, first + 1);
    }
}

}  // namespace

void find_runs(std::string_view written, std::vector<Span>& spans)
{
    const std::string letters = without_codes(written, Codes::all);
    const auto tokens = tokens_of(letters);
    find_dumps(letters, tokens, spans);
    find_byte_numbers(letters, spans);
    find_dots_and_dashes(letters, tokens, spans);
    const auto cells = cells_of(letters);
    find_cut_files(letters, tokens, cells, spans);
    find_equal_pieces(letters, cells, spans);
    find_windows(letters, cells, spans);
    find_noisy_pieces(letters, cells, spans);
    find_noisy_pieces(letters, tokens, spans);
}

}  // namespace safelead::words
