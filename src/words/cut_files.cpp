// A picture that was written out and cut up: its first pieces, put together, say what it is. No noise is
// asked for: pictures of one colour have hardly any.

#include "words/decoded.h"
#include "words/kinds.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace safelead::words {

namespace {

constexpr std::size_t shortest_piece = 4;
constexpr std::size_t shortest_in_85 = 20;
constexpr std::size_t farthest = 12;  ///< Of as many pieces, one is of the file, and the others are words.
constexpr std::size_t enough_letters = 48;
constexpr std::size_t longest_word = 16;

using Letters = std::function<bool(char)>;
using Decode = std::function<std::string(std::string_view)>;

/// "bell", "Then", "10": after the last piece of a file it may be the writer's.
bool may_be_word(std::string_view piece)
{
    return noise_of(piece.substr(std::min<std::size_t>(1, piece.size()))).changes == 0 &&
           std::ranges::all_of(piece, is_alphanumeric);
}

/// Puts pieces together until there are enough to tell. Says which; nothing if they begin no file.
class Together {
public:
    Together(std::string_view letters, const Letters& may_be, const Decode& decode)
        : letters_{letters}, may_be_{may_be}, decode_{decode}
    {
    }

    /// Pieces as `next` gives them: one after another, or none.
    template <class Next>
    std::vector<Token> of(Token first, Next next) const
    {
        std::vector<Token> pieces{first};
        std::string begin{first.in(letters_)};
        bool is_file = begin.size() >= enough_letters && is_file_in(begin);
        for (auto piece = next(); piece; piece = next()) {
            const auto text = piece->in(letters_);
            if (text.size() > first.size() || !std::ranges::all_of(text, may_be_)) break;
            const bool is_last = text.size() < first.size();
            if (is_last && may_be_word(text)) break;
            pieces.push_back(*piece);
            if (begin.size() < enough_letters) begin += text;
            if (!is_file && begin.size() >= enough_letters) {
                is_file = is_file_in(begin);
                if (!is_file) return {};
            }
            if (is_last) break;
        }
        if (!is_file && !is_file_in(begin)) return {};
        while (pieces.size() > 1 && first.size() < longest_word && may_be_word(pieces.back().in(letters_)))
            pieces.pop_back();
        return pieces;
    }

private:
    bool is_file_in(const std::string& text) const { return begins_as_file_beyond_doubt(decode_(text)); }

    std::string_view letters_;
    const Letters& may_be_;
    const Decode& decode_;
};

/// One cell of each line, as many separators from its beginning as another's.
class Column {
public:
    Column(std::string_view letters, Token cell) : letters_{letters}
    {
        const auto from = cell.begin > longest_line ? cell.begin - longest_line : 0;
        const auto line = from + letters.substr(from, cell.begin - from).rfind('\n') + 1;
        before_ = static_cast<std::size_t>(
            std::ranges::count_if(letters.substr(line, cell.begin - line), parts_columns));
        at_ = end_of_line(cell.end);
    }

    std::optional<Token> next()
    {
        if (at_ == npos || at_ + 1 >= letters_.size()) return std::nullopt;
        const auto line = at_ + 1;
        at_ = end_of_line(line);
        const auto line_end = std::min(at_, std::min(line + longest_line, letters_.size()));
        auto begin = line;
        for (std::size_t passed = 0; passed < before_ && begin < line_end; ++begin)
            passed += parts_columns(letters_[begin]) ? 1U : 0U;
        while (begin < line_end && surrounds(letters_[begin])) ++begin;
        auto end = begin;
        while (end < line_end && !parts_columns(letters_[end]) && !surrounds(letters_[end])) ++end;
        return begin < end ? std::optional{Token{begin, end}} : std::nullopt;
    }

private:
    /// No table that somebody made has longer ones; so each letter is looked at a few times at most.
    static constexpr std::size_t longest_line = 2000;

    std::size_t end_of_line(std::size_t from) const
    {
        const auto end = letters_.substr(from, longest_line).find('\n');
        return end == npos ? npos : from + end;
    }
    static bool parts_columns(char c) { return is_one_of(c, ",;|\t"); }
    static bool surrounds(char c) { return c == ' ' || c == '"' || c == '\'' || c == '\r'; }

    std::string_view letters_;
    std::size_t before_ = 0;
    std::size_t at_ = npos;
};

/// Where pieces begin that are of a file already: no other begins with them.
using Taken = std::unordered_set<std::size_t>;

void mark(const std::vector<Token>& pieces, bool in_one, Taken& taken, std::vector<Span>& spans)
{
    for (const Token& piece : pieces) taken.insert(piece.begin);
    if (in_one) {
        spans.push_back({pieces.front().begin, pieces.back().end, Carries::data});
        return;
    }
    for (const Token& piece : pieces)
        spans.push_back(
            {piece.begin, piece.end, piece.begin == pieces.front().begin ? Carries::data : Carries::nothing});
}

std::size_t letters_in(const std::vector<Token>& pieces)
{
    std::size_t letters = 0;
    for (const Token& piece : pieces) letters += piece.size();
    return letters;
}

/// Looks for a file from one piece on: in lines, in each so many-th piece, in a column. The way that gives
/// most of it is the one that it was cut.
void find_from(std::string_view letters, const std::vector<Token>& tokens, std::size_t first,
               const Together& together, Taken& taken, std::vector<Span>& spans)
{
    if (taken.contains(tokens[first].begin)) return;
    std::vector<Token> most;
    bool in_one = true;
    for (std::size_t step = 1; step <= farthest; ++step) {
        auto at = first;
        auto pieces = together.of(tokens[first], [&]() -> std::optional<Token> {
            at += step;
            return at < tokens.size() ? std::optional{tokens[at]} : std::nullopt;
        });
        if (letters_in(pieces) <= letters_in(most)) continue;
        most = std::move(pieces);
        in_one = step == 1;
    }
    Column column{letters, tokens[first]};
    auto pieces = together.of(tokens[first], [&column] { return column.next(); });
    if (letters_in(pieces) > letters_in(most))
        mark(pieces, false, taken, spans);
    else if (!most.empty())
        mark(most, in_one, taken, spans);
}

/// Two bytes are read first, as most pieces are of no file.
bool may_begin_in_base64(std::string_view text)
{
    if (text.size() < shortest_piece) return false;
    unsigned bits = 0;
    for (const char c : text.substr(0, 3)) {
        const int value = base64_value(c);
        if (value < 0) return false;
        bits = bits << 6U | static_cast<unsigned>(value);
    }
    return may_begin_file(bits >> 10U, bits >> 2U) && std::ranges::all_of(text, is_base64);
}

void find_in_base64(std::string_view letters, const std::vector<Token>& cells, std::vector<Span>& spans)
{
    const Letters may_be = is_base64;
    const Decode decode = from_base64;
    const Together together{letters, may_be, decode};
    constexpr std::size_t most_tried = 1000;  ///< In vain. Each is looked at in many ways.
    std::size_t tried = 0;
    Taken taken;
    for (std::size_t first = 0; first < cells.size(); ++first)
        if (tried < most_tried && may_begin_in_base64(cells[first].in(letters))) {
            const auto before = spans.size();
            find_from(letters, cells, first, together, taken, spans);
            tried += spans.size() == before && !taken.contains(cells[first].begin) ? 1U : 0U;
        }
}

void find_in_85(std::string_view letters, const std::vector<Token>& tokens, std::size_t first,
                Base85 alphabet, Taken& taken, std::vector<Span>& spans)
{
    const auto text = tokens[first].in(letters);
    const Letters may_be = [alphabet](char c) { return is_base85(c, alphabet); };
    if (!may_begin_file(from_base85(text.substr(0, 5), alphabet)) || !std::ranges::all_of(text, may_be))
        return;
    const Decode decode = [alphabet](std::string_view piece) { return from_base85(piece, alphabet); };
    find_from(letters, tokens, first, Together{letters, may_be, decode}, taken, spans);
}

}  // namespace

void find_cut_files(std::string_view letters, const std::vector<Token>& tokens,
                    const std::vector<Token>& cells, std::vector<Span>& spans)
{
    find_in_base64(letters, cells, spans);
    Taken taken;
    for (std::size_t first = 0; first < tokens.size(); ++first)
        if (tokens[first].size() >= shortest_in_85)
            for (const Base85 alphabet : alphabets_of_85)
                find_in_85(letters, tokens, first, alphabet, taken, spans);
}

}  // namespace safelead::words
