#include "words/spans.h"

#include "words/codes.h"
#include "words/drawings.h"
#include "words/even.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <string>

namespace safelead::words {

namespace {

// Eight names of messages, or two long addresses of a search: less than all but the plainest pictures need.
constexpr std::size_t most_tolerated = 480;

/// Capitals, small letters and digits in no order, too short to be sure by itself.
bool is_doubtful(std::string_view piece)
{
    if (piece.size() < 12 || !std::ranges::all_of(piece, is_base64) || !is_noisy(piece)) return false;
    const auto has = [&](auto is) { return std::ranges::any_of(piece, is); };
    return has(is_digit) && has([](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::vector<Span> apart(std::vector<Span> spans)
{
    std::ranges::sort(spans, [](const Span& a, const Span& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Span> merged;
    for (const Span& span : spans) {
        if (!merged.empty() && span.begin < merged.back().end) {
            merged.back().end = std::max(merged.back().end, span.end);
        } else {
            merged.push_back(span);
        }
    }
    return merged;
}

std::vector<Span> find_spans(std::string_view letters)
{
    Found found;
    find_blocks(letters, found.spans);
    find_drawings(letters, found.spans);
    find_runs(letters, found.spans);
    find_even(letters, found.spans);
    // Filled with letters, not spaces: an address with a code in it stays one.
    const std::string named = without_codes(letters, Codes::records, 'x');
    for (const Token token : tokens_of(named)) find_in_token(named, token, found);
    if (found.letters_tolerated > most_tolerated)
        found.spans.insert(found.spans.end(), found.tolerated.begin(), found.tolerated.end());
    return apart(std::move(found.spans));
}

std::vector<Span> find_doubtful(std::string_view letters)
{
    std::vector<Span> spans;
    for (const Token cell : cells_of(letters))
        if (is_doubtful(cell.in(letters))) spans.push_back({cell.begin, cell.end, Carries::data});
    return spans;
}

}  // namespace safelead::words
