#include "words/hidden.h"

#include "words/characters.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <unordered_set>

namespace safelead::words {

namespace {

constexpr std::size_t longest_invisible = 8;  // A flag has six tags and an end.
constexpr std::size_t least_out_of_place = 24;
constexpr std::size_t longest_unwritten = 16;
constexpr std::size_t longest_mixed = 24;
constexpr std::size_t longest_without_common = 48;

struct Placed {
    char32_t point;
    std::size_t begin;
    std::size_t end;
};

std::vector<Placed> characters_of(std::string_view text)
{
    std::vector<Placed> all;
    all.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = character_at(text, at);
        all.push_back({point, at, at + length});
        at += length;
    }
    return all;
}

bool in(char32_t point, char32_t first, char32_t last)
{
    return point >= first && point <= last;
}

bool is_direction(char32_t point)
{
    return point == 0x061C || point == 0x200E || point == 0x200F || in(point, 0x202A, 0x202E) ||
           in(point, 0x2066, 0x2069);
}

/// Marks that join or part letters, where letters of other scripts do not need them.
bool is_joiner(char32_t point)
{
    return in(point, 0x200B, 0x200D) || in(point, 0x2060, 0x2064) || point == 0x180E || point == 0xFEFF;
}

/// What a note never has many of in a row: private use, picture-like signs, rare ideographs, old scripts,
/// marks upon marks.
bool is_unwritten(char32_t point)
{
    return in(point, 0xE000, 0xF8FF) || point >= 0xF0000 || in(point, 0x2800, 0x28FF) ||
           in(point, 0x2580, 0x259F) || in(point, 0x3400, 0x4DBF) || in(point, 0xA000, 0xA4CF) ||
           in(point, 0x0300, 0x036F) || in(point, 0x12000, 0x1467F) || in(point, 0x16800, 0x18D08) ||
           in(point, 0x1FB00, 0x1FBFF) || in(point, 0x20000, 0x3FFFF);
}

bool is_emoji(char32_t point)
{
    return in(point, 0x2190, 0x2BFF) || in(point, 0x1F000, 0x1FAFF);
}

bool parts_words(char32_t point)
{
    const bool ascii = point < 0x80;
    const bool letter = in(point | 0x20U, 'a', 'z') || in(point, '0', '9');
    return (ascii && !letter) || in(point, 0x80, 0xBF) || in(point, 0x2000, 0x206F) ||
           in(point, 0x3000, 0x3020) || in(point, 0xFF00, 0xFF0F) || in(point, 0xFF1A, 0xFF20) ||
           is_emoji(point) || is_invisible(point);
}

/// A number for each way of writing; ideographs and what Japanese has beside them are one.
char32_t script_of(char32_t point)
{
    if (in(point, '0', '9')) return 0;
    if (point < 0x0250 || in(point, 0x1E00, 0x1EFF)) return 1;
    if (in(point, 0x0300, 0x036F)) return 0;  // Goes with any.
    if (in(point, 0x2E80, 0x9FFF) || in(point, 0xF900, 0xFAFF) || in(point, 0xFF00, 0xFFEF)) return 2;
    if (in(point, 0xAC00, 0xD7FF) || in(point, 0x1100, 0x11FF)) return 3;
    if (in(point, 0x0590, 0x05FF)) return 4;
    if (in(point, 0x0600, 0x077F) || in(point, 0xFB50, 0xFDFF) || in(point, 0xFE70, 0xFEFE)) return 5;
    if (in(point, 0x0370, 0x03FF) || in(point, 0x1F00, 0x1FFF)) return 6;
    if (in(point, 0x0400, 0x052F)) return 7;
    return 0x100 + (point >> 7U);  // The scripts of India and its neighbours have 128 each.
}

/// Of each Chinese or Japanese text, a good part.
bool is_common_ideograph(char32_t point)
{
    static constexpr std::u32string_view common =
        U"的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得"
        U"于着下自之"
        U"年过過发發后後作里用道行所然家种事成方多经么去法学學如都同现當当没沒动面起看定天分还進进好小部其些"
        U"主样理心她"
        U"本前开但因只从想实校老师師日月";
    return in(point, 0x3040, 0x30FF) || common.find(point) != std::u32string_view::npos;
}

class Looking {
public:
    explicit Looking(std::string_view text) : text_{text}, all_{characters_of(text)} {}

    std::vector<Span> run()
    {
        runs(is_invisible, longest_invisible);
        runs(is_unwritten, longest_unwritten);
        out_of_place();
        joiners_everywhere();
        mixed_scripts();
        ideographs();
        emoji();
        ends_of_lines();
        return apart(std::move(spans_));
    }

private:
    void mark(std::size_t first, std::size_t last, Carries carries = Carries::data)
    {
        spans_.push_back({all_[first].begin, all_[last].end, carries});
    }

    template <class Is>
    void runs(Is is, std::size_t longest)
    {
        for (std::size_t i = 0; i < all_.size();) {
            std::size_t end = i;
            while (end < all_.size() && is(all_[end].point)) ++end;
            if (end - i >= longest) mark(i, end - 1);
            i = std::max(end, i + 1);
        }
    }

    /// One marker for all: the words that they stood among stay whole.
    void mark_each(const std::vector<std::size_t>& places)
    {
        for (std::size_t i = 0; i < places.size(); ++i)
            mark(places[i], places[i], i == 0 ? Carries::data : Carries::nothing);
    }

    /// Marks that nobody sees between plain letters, which have no use for them.
    void out_of_place()
    {
        const bool has_right_to_left =
            std::ranges::any_of(all_, [](const Placed& one) { return in(one.point, 0x0590, 0x08FF); });
        std::vector<std::size_t> places;
        std::unordered_set<char32_t> kinds;
        char32_t before = ' ';
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const char32_t point = all_[i].point;
            if (!is_invisible(point)) {
                before = point;
                continue;
            }
            std::size_t next = i;
            while (next < all_.size() && next < i + longest_invisible && is_invisible(all_[next].point))
                ++next;
            const bool among_plain = before < 0x80 && (next == all_.size() || all_[next].point < 0x80);
            if (!among_plain || point == 0x00AD || (is_direction(point) && has_right_to_left)) continue;
            places.push_back(i);
            kinds.insert(point);
        }
        if (places.size() >= least_out_of_place && (kinds.size() >= 2 || places.size() >= 200))
            mark_each(places);
    }

    /// Between letters that do join, there are never as many as this.
    void joiners_everywhere()
    {
        std::vector<std::size_t> places;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const bool by_emoji =
                (i > 0 && (is_emoji(all_[i - 1].point) || is_invisible(all_[i - 1].point))) ||
                (i + 1 < all_.size() && is_emoji(all_[i + 1].point));
            if (is_joiner(all_[i].point)) {
                if (!by_emoji) places.push_back(i);
            } else {
                letters += is_invisible(all_[i].point) ? 0U : 1U;
            }
        }
        if (places.size() >= 2 * least_out_of_place && places.size() * 5 > letters) mark_each(places);
    }

    void mixed_scripts()
    {
        for (std::size_t i = 0; i < all_.size();) {
            std::size_t end = i;
            std::size_t changes = 0;
            char32_t script = 0;
            while (end < all_.size() && !parts_words(all_[end].point)) {
                const char32_t next = script_of(all_[end].point);
                changes += script != 0 && next != 0 && next != script ? 1U : 0U;
                script = next != 0 ? next : script;
                ++end;
            }
            if (end - i >= longest_mixed && changes * 5 >= end - i) mark(i, end - 1);
            i = std::max(end, i + 1);
        }
    }

    /// Long runs of ideographs among which is none of the common ones; of Hangul without a space.
    void ideographs()
    {
        const auto is_ideograph = [](char32_t point) { return in(point, 0x4E00, 0x9FFF); };
        const auto is_hangul = [](char32_t point) { return in(point, 0xAC00, 0xD7A3); };
        runs([&](char32_t point) { return is_ideograph(point) && !is_common_ideograph(point); },
             longest_without_common);
        runs(is_hangul, longest_without_common + longest_unwritten);
    }

    void emoji()
    {
        for (std::size_t i = 0; i < all_.size();) {
            std::size_t end = i;
            std::unordered_set<char32_t> kinds;
            while (end < all_.size() && (is_emoji(all_[end].point) || is_invisible(all_[end].point)))
                kinds.insert(all_[end++].point);
            if (end - i >= longest_without_common && kinds.size() * 2 >= longest_without_common)
                mark(i, end - 1);
            i = std::max(end, i + 1);
        }
    }

    /// Tabs and spaces in turn where nobody sees them.
    void ends_of_lines()
    {
        std::vector<Span> found;
        std::size_t changes_in_all = 0;
        for (std::size_t end = 0; end <= text_.size(); ++end) {
            if (end < text_.size() && text_[end] != '\n' && text_[end] != '\r') continue;
            std::size_t begin = end;
            std::size_t changes = 0;
            while (begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) {
                --begin;
                changes += begin + 1 < end && text_[begin] != text_[begin + 1] ? 1U : 0U;
            }
            if (end - begin < 4) continue;
            changes_in_all += changes >= 3 ? changes : 0U;
            found.push_back({begin, end, found.empty() ? Carries::data : Carries::nothing});
        }
        if (changes_in_all >= longest_unwritten) spans_.insert(spans_.end(), found.begin(), found.end());
    }

    std::string_view text_;
    std::vector<Placed> all_;
    std::vector<Span> spans_;
};

}  // namespace

std::vector<Span> find_hidden(std::string_view text)
{
    const bool is_plain =
        std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const bool has_tabs = text.find('\t') != std::string_view::npos;
    return is_plain && !has_tabs ? std::vector<Span>{} : Looking{text}.run();
}

}  // namespace safelead::words
