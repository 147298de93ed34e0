#include "words/typed.h"

#include "words/characters.h"
#include "words/drawings.h"
#include "words/escaped.h"
#include "words/hidden.h"
#include "words/look_alikes.h"
#include "words/skeleton.h"
#include "words/spans.h"

#include <algorithm>
#include <span>
#include <utility>

namespace safelead::words {

namespace {

// So many letters in pieces that look like data are data, though no one of them is long enough to tell.
constexpr std::size_t most_doubtful = 160;

std::string_view marker_of(Carries carries)
{
    switch (carries) {
        case Carries::data:
            return data_marker;
        case Carries::link:
            return link_marker;
        case Carries::long_link:
            return long_link_marker;
        case Carries::look_alike:
        case Carries::nothing:
            break;
    }
    return "";
}

Typed take_out(std::string_view text, const std::vector<Span>& spans)
{
    Typed typed;
    std::size_t kept_to = 0;
    for (const Span& span : spans) {
        typed.text += text.substr(kept_to, span.begin - kept_to);
        if (span.carries == Carries::look_alike)
            typed.text += plain_for(character_at(text, span.begin).point);
        else
            typed.text += marker_of(span.carries);
        typed.data_taken_out += span.carries == Carries::data ? 1U : 0U;
        typed.links_taken_out +=
            span.carries == Carries::link || span.carries == Carries::long_link ? 1U : 0U;
        kept_to = span.end;
    }
    typed.text += text.substr(kept_to);
    return typed;
}

std::size_t letters_in(const std::vector<Span>& spans)
{
    std::size_t letters = 0;
    for (const Span& span : spans) letters += span.end - span.begin;
    return letters;
}

struct Looked {
    std::vector<Span> spans;  ///< Of the text's bytes.
    std::size_t letters_in_doubt = 0;
};

/// `read` is the text, or has spaces where something of it is looked at by itself.
Looked look_at(std::string_view text, std::string_view read, Doubtful doubtful)
{
    const Skeleton skeleton = skeleton_of(read);
    Looked looked{find_spans(skeleton.letters), 0};
    const auto in_doubt = find_doubtful(skeleton.letters);
    looked.letters_in_doubt = letters_in(in_doubt);
    if (doubtful == Doubtful::goes || looked.letters_in_doubt > most_doubtful)
        looked.spans.insert(looked.spans.end(), in_doubt.begin(), in_doubt.end());
    for (Span& span : looked.spans) {
        span.begin = skeleton.from[span.begin];
        span.end = skeleton.from[span.end];
    }
    const auto hidden = find_hidden(text);
    looked.spans.insert(looked.spans.end(), hidden.begin(), hidden.end());
    find_drawn(text, looked.spans);
    return looked;
}

/// What is found in the text as it reads where characters are escaped, and reaches into some of those.
std::vector<Span> find_in_escaped_words(std::string_view text, std::span<const EscapedWords> escaped,
                                        Doubtful doubtful)
{
    const Unfolded read = unfolded(text, escaped);
    std::vector<Span> found;
    for (Span span : look_at(read.text, read.text, doubtful).spans) {
        if (span.begin == span.end || span.carries == Carries::look_alike) continue;
        const auto own = std::span{read.from}.subspan(span.begin, span.end - span.begin);
        if (std::ranges::all_of(own, [](const Token& from) { return from.size() == 1; })) continue;
        if (found.empty() && span.carries == Carries::nothing) span.carries = Carries::data;
        found.push_back({own.front().begin, own.back().end, span.carries});
    }
    return found;
}

Typed take_out_once(std::string_view text, Doubtful doubtful)
{
    const auto escaped = escaped_words_in(text);
    auto looked = look_at(text, without_escaped_words(text, escaped), doubtful);
    if (!escaped.empty()) {
        const auto found = find_in_escaped_words(text, escaped, doubtful);
        looked.spans.insert(looked.spans.end(), found.begin(), found.end());
    }
    auto typed = take_out(text, apart(std::move(looked.spans)));
    typed.letters_in_doubt = looked.letters_in_doubt;
    return typed;
}

}  // namespace

Typed take_out_data(std::string_view text, Doubtful doubtful)
{
    // What stood beside data, and was too mixed or too short to tell, may be told once that is gone.
    constexpr int most_turns = 8;
    auto typed = take_out_once(text, doubtful);
    bool is_clean = typed.is_as_typed();
    for (int turn = 1; turn < most_turns && !is_clean; ++turn) {
        const bool is_last = turn + 1 == most_turns;
        auto again = take_out_once(typed.text, is_last ? Doubtful::goes : doubtful);
        is_clean = again.is_as_typed();
        typed.text = std::move(again.text);
        typed.data_taken_out += again.data_taken_out;
        typed.links_taken_out += again.links_taken_out;
    }
    return typed;
}

}  // namespace safelead::words
