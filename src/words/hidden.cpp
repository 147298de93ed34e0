#include "words/hidden.h"

#include "words/characters.h"
#include "words/look_alikes.h"
#include "words/scripts.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace safelead::words {

namespace {

constexpr std::size_t longest_invisible = 8;  // A flag has six tags and an end.
constexpr std::size_t least_out_of_place = 24;
constexpr std::size_t longest_of_accents = 64;
constexpr std::size_t least_changes_at_ends = 16;
constexpr std::size_t least_endings = 4;

class Looking {
public:
    explicit Looking(std::string_view text) : text_{text}, all_{characters_of(text)} {}

    std::vector<Span> run()
    {
        runs(is_invisible, longest_invisible);
        runs(is_accent, longest_of_accents);
        out_of_place();
        direction_marks();
        soft_hyphens();
        joiners_everywhere();
        flags();
        find_unwritten(all_, spans_);
        ends_of_lines();
        find_look_alikes(all_, spans_);
        find_odd_spaces(all_, spans_);
        find_marks_in_twos(all_, spans_);
        return apart(std::move(spans_));
    }

private:
    void mark(std::size_t first, std::size_t last, Carries carries)
    {
        spans_.push_back({all_[first].begin, all_[last].end, carries});
    }

    template <class Is>
    void runs(Is is, std::size_t longest)
    {
        each_run(all_, is, [&](std::size_t begin, std::size_t end) {
            if (end - begin >= longest) mark(begin, end - 1, Carries::data);
        });
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
            if (!among_plain || point == 0x00AD || is_direction(point)) continue;
            places.push_back(i);
            kinds.insert(point);
        }
        if (places.size() >= least_out_of_place && (kinds.size() >= 2 || places.size() >= 200))
            mark_each(places);
    }

    /// A telephone number copied from a chat has one on each side, and a line of the chat one before it; bits
    /// have one beside each letter. Counted where the next stands within so many letters.
    void direction_marks()
    {
        constexpr std::size_t nearest = 6;
        std::vector<std::size_t> chain;
        std::size_t letters = 0;
        for (std::size_t i = 0; i <= all_.size(); ++i) {
            const bool is_end = i == all_.size() || letters > nearest;
            if (is_end && chain.size() >= least_out_of_place) mark_each(chain);
            if (is_end) chain.clear();
            if (i == all_.size()) break;
            if (is_direction(all_[i].point)) {
                chain.push_back(i);
                letters = 0;
            } else if (!is_invisible(all_[i].point)) {
                ++letters;
            }
        }
    }

    /// They stand where a word may be parted: never after its first letter, nor beside a space.
    void soft_hyphens()
    {
        std::vector<std::size_t> all;
        std::size_t odd = 0;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const bool is_hyphen = all_[i].point == 0x00AD;
            if (is_hyphen) {
                const bool before_space = i + 1 == all_.size() || parts_words(all_[i + 1].point);
                odd += letters < 2 || before_space ? 1U : 0U;
                all.push_back(i);
            }
            letters = is_hyphen || parts_words(all_[i].point) ? 0 : letters + 1;
        }
        if (odd >= least_out_of_place && odd * 3 >= all.size()) mark_each(all);
    }

    /// Thai, Lao, Burmese and Khmer have no spaces between words, and programs put one that has no width
    /// there.
    [[nodiscard]] bool may_part_words(std::size_t at) const
    {
        const auto has_no_spaces = [](char32_t point) {
            return in(point, 0x0E00, 0x0EFF) || in(point, 0x1000, 0x109F) || in(point, 0x1780, 0x17FF);
        };
        return all_[at].point == 0x200B && at > 0 && at + 1 < all_.size() &&
               has_no_spaces(all_[at - 1].point) && has_no_spaces(all_[at + 1].point);
    }

    /// Of those, whether they stand as words end. Where one stands behind each second letter or so, most of
    /// what is between two is one letter or two, and hardly any word is.
    [[nodiscard]] bool part_words() const
    {
        constexpr std::size_t longest_of_no_words = 2;
        std::size_t all = 0;
        std::size_t no_words = 0;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!may_part_words(i)) {
                ++letters;
                continue;
            }
            ++all;
            no_words += letters <= longest_of_no_words ? 1U : 0U;
            letters = 0;
        }
        return no_words * 2 < all;
    }

    /// Between letters that do join, there are never as many as this.
    void joiners_everywhere()
    {
        std::vector<std::size_t> places;
        std::size_t letters = 0;
        const bool are_between_words = part_words();
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const bool by_emoji =
                (i > 0 && (is_emoji(all_[i - 1].point) || is_invisible(all_[i - 1].point))) ||
                (i + 1 < all_.size() && is_emoji(all_[i + 1].point));
            if (is_joiner(all_[i].point)) {
                if (!by_emoji && !(are_between_words && may_part_words(i))) places.push_back(i);
            } else {
                letters += is_invisible(all_[i].point) ? 0U : 1U;
            }
        }
        if (places.size() >= 2 * least_out_of_place && places.size() * 5 > letters) mark_each(places);
    }

    /// Of England, Scotland and Wales, which are all that there are; a flag of anything else says something
    /// else.
    void flags()
    {
        std::vector<std::size_t> places;
        const auto is_tag = [](char32_t point) { return in(point, 0xE0020, 0xE007F); };
        each_run(all_, is_tag, [&](std::size_t begin, std::size_t end) {
            std::u32string tags;
            for (std::size_t i = begin; i < end; ++i) tags += all_[i].point - 0xE0000;
            if (tags == U"gbeng\x7F" || tags == U"gbsct\x7F" || tags == U"gbwls\x7F") return;
            for (std::size_t i = begin; i < end; ++i) places.push_back(i);
        });
        if (places.size() >= least_out_of_place) mark_each(places);
    }

    /// Tabs and spaces in turn where nobody sees them. Rows of a table whose last cells are empty end alike.
    void ends_of_lines()
    {
        std::vector<Span> found;
        std::set<std::string_view> endings;
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
            if (changes >= 3 && endings.insert(text_.substr(begin, end - begin)).second)
                changes_in_all += changes;
            found.push_back({begin, end, found.empty() ? Carries::data : Carries::nothing});
        }
        if (changes_in_all >= least_changes_at_ends && endings.size() >= least_endings)
            spans_.insert(spans_.end(), found.begin(), found.end());
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
