#include "words/look_alikes.h"

#include "words/letter_set.h"
#include "words/scripts.h"
#include "words/skeleton.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace safelead::words {

namespace {

constexpr std::size_t least_words = 24;
constexpr std::size_t most_of_form = 3;  ///< A name in fancy letters stands in each line of a chat.

/// Besides those that the skeleton knows, in which data could be written; these can only be mixed in.
constexpr std::array<std::pair<std::u32string_view, std::string_view>, 4> more{
    {{U"\u0131\u0251\u0261\u217C\u217D\u217E\u217F\u2170\u2174\u2179", "iaglcdmivx"},
     {U"\u03B1\u03B9\u03BA\u03BD\u03C1\u03C5\u03F2\u03F3", "aikvpucj"},
     {U"\u043A\u0475\u0501\u051B\u051D\u050C", "kvdqwG"},
     {U"\u0570\u0578\u057D\u0585\u0581\u0566\u13AA\u13AC\u13BB\u13DE\u13DF\u13DA", "hnuogqAEHLCS"}}};

constexpr char32_t dotless_i = 0x0131;

/// The Latin letter that a character looks like and is not, or `no_letter`. Letters above the line stand
/// there in French ("XXᵉ") and English ("1ˢᵗ").
char look_alike_of(char32_t point)
{
    const bool is_raised = in(point, 0x02B0, 0x02FF) || in(point, 0x1D2C, 0x1D6A) ||
                           in(point, 0x1D78, 0x1DBF) || in(point, 0x2070, 0x209F);
    if (is_raised || (point < 0x0250 && point != dotless_i)) return no_letter;
    for (const auto& [letters, plain] : more)
        if (const auto at = letters.find(point); at != std::u32string_view::npos) return plain[at];
    const char letter = letter_for(point);
    return is_letter(letter) ? letter : no_letter;
}

/// Latin letters, full-width or as mathematics has them.
bool is_only_dressed(char32_t point)
{
    return in(point, 0xFF21, 0xFF5A) || in(point, 0x1D400, 0x1D6A3);
}

/// Letters of phonetic writing that look like plain ones, or like capitals.
bool is_phonetic(char32_t point)
{
    return in(point, 0x0250, 0x02FF);
}

/// Of Turkish and its neighbours, which have the i without a dot.
bool is_of_turkish(char32_t point)
{
    constexpr std::u32string_view letters =
        U"\u011E\u011F\u015E\u015F\u0130\u00C7\u00E7\u00D6\u00F6\u00DC\u00FC\u0259\u018F";
    return letters.find(point) != std::u32string_view::npos;
}

bool is_of_word(char32_t point)
{
    return !parts_words(point);
}

/// A word and what it is written in.
struct Word {
    std::size_t begin;
    std::size_t end;
    std::size_t plain = 0;
    std::size_t look_alikes = 0;
    std::size_t only_dressed = 0;  ///< Of those, letters that are Latin all the same.
    std::size_t foreign = 0;
    std::size_t latin = 0;  ///< With accents, or otherwise its own.
    bool has_phonetic = false;
    bool has_dotless = false;
    bool has_other_dress = false;
    bool is_phonetic_else = false;
    bool is_turkish_else = false;

    /// Latin but for a few letters.
    [[nodiscard]] bool is_dressed() const
    {
        return look_alikes > 0 && foreign == 0 && plain > 0 &&
               plain + only_dressed >= look_alikes - only_dressed;
    }
};

Word word_in(std::span<const Placed> all, std::size_t begin, std::size_t end)
{
    Word word{begin, end};
    for (std::size_t i = begin; i < end; ++i) {
        const char32_t point = all[i].point;
        if (point < 0x80) word.plain += is_letter(static_cast<char>(point)) ? 1U : 0U;
    }
    if (word.plain == 0) {
        // Of another script, in another dress, or a number: nothing is mixed in.
        for (std::size_t i = word.begin; i < word.end; ++i)
            ++(is_only_dressed(all[i].point) ? word.look_alikes : word.foreign);
        word.only_dressed = word.look_alikes;
        return word;
    }
    for (std::size_t i = word.begin; i < word.end; ++i) {
        const char32_t point = all[i].point;
        if (point < 0x80 || is_accent(point)) continue;
        word.is_turkish_else = word.is_turkish_else || is_of_turkish(point);
        if (look_alike_of(point) != no_letter) {
            ++word.look_alikes;
            word.only_dressed += is_only_dressed(point) ? 1U : 0U;
            (is_phonetic(point)   ? word.has_phonetic
             : point == dotless_i ? word.has_dotless
                                  : word.has_other_dress) = true;
        } else if (script_of(point) == 1) {
            ++word.latin;
        } else {
            ++word.foreign;
            word.is_phonetic_else = word.is_phonetic_else || is_phonetic(point);
        }
    }
    return word;
}

/// All words of a text that may matter, and how many are of writing that has such letters by itself.
struct Words {
    std::vector<Word> dressed;
    std::size_t latin_letters = 0;
    std::size_t all_letters = 0;
    std::size_t phonetic = 0;
    std::size_t phonetic_else = 0;
    std::size_t dotless = 0;
    std::size_t turkish_else = 0;

    void add(const Word& word)
    {
        latin_letters += word.plain + word.latin + word.only_dressed;
        all_letters += word.plain + word.latin + word.look_alikes + word.foreign;
        phonetic_else += word.is_phonetic_else ? 1U : 0U;
        turkish_else += word.is_turkish_else ? 1U : 0U;
        if (!word.is_dressed()) return;
        phonetic += word.has_phonetic ? 1U : 0U;
        dotless += word.has_dotless ? 1U : 0U;
        dressed.push_back(word);
    }
    [[nodiscard]] bool counts(const Word& word) const
    {
        return word.has_other_dress || (word.has_phonetic && phonetic_else * 3 < phonetic) ||
               (word.has_dotless && turkish_else * 3 < dotless);
    }
};

std::u32string form_of(std::span<const Placed> all, const Word& word)
{
    std::u32string form;
    for (std::size_t i = word.begin; i < word.end; ++i) form += all[i].point;
    return form;
}

/// How often one word comes in each of its forms, the plain one among them.
using Forms = std::map<std::u32string, std::size_t>;

/// The forms of each word that comes in a dress, by what it reads as.
std::map<std::u32string, Forms> forms_of(std::span<const Placed> all, const Words& words)
{
    const auto plain = [](std::u32string form) {
        for (char32_t& point : form)
            if (look_alike_of(point) != no_letter) point = static_cast<unsigned char>(look_alike_of(point));
        return form;
    };
    std::map<std::u32string, Forms> found;
    for (const Word& word : words.dressed)
        if (words.counts(word)) {
            const auto form = form_of(all, word);
            ++found[plain(form)][form];
        }
    each_run(all, is_of_word, [&](std::size_t begin, std::size_t end) {
        const auto form = form_of(all, {begin, end});
        if (const auto same = found.find(form); same != found.end()) ++same->second[form];
    });
    return found;
}

/// Several words, each now in one form and now in another, and no mistakes; or many that are only ever in
/// one: each counted a few times, as a name in fancy letters stands in each line of a chat, and those with
/// nothing but an i without a dot once, as there are many such names.
bool are_many(std::span<const Placed> all, const Words& words)
{
    constexpr std::size_t least_in_turn = 4;
    if (words.dressed.size() < least_words) return false;
    std::size_t in_turn = 0;
    std::size_t of_those = 0;
    std::size_t in_all = 0;
    for (const auto& [read, forms] : forms_of(all, words)) {
        std::size_t dressed = 0;
        for (const auto& [form, times] : forms) {
            if (form == read) continue;
            dressed += times;
            const bool only_dotless = std::ranges::all_of(form, [](char32_t point) {
                return point < 0x80 || point == dotless_i || script_of(point) == 1;
            });
            in_all += std::min(times, only_dotless ? std::size_t{1} : most_of_form);
        }
        if (forms.size() < 2) continue;
        ++in_turn;
        of_those += dressed;
    }
    return in_all >= least_words || (in_turn >= least_in_turn && of_those >= least_words);
}

}  // namespace

char plain_for(char32_t point)
{
    const char letter = look_alike_of(point);
    return letter != no_letter ? letter : letter_for(point);
}

void find_look_alikes(std::span<const Placed> all, std::vector<Span>& spans)
{
    Words words;
    each_run(all, is_of_word,
             [&](std::size_t begin, std::size_t end) { words.add(word_in(all, begin, end)); });
    if (words.latin_letters * 4 < words.all_letters * 3 || !are_many(all, words)) return;
    bool is_marked = false;
    for (const Word& word : words.dressed) {
        if (!words.counts(word)) continue;
        for (std::size_t i = word.begin; i < word.end; ++i)
            if (all[i].point >= 0x80 && look_alike_of(all[i].point) != no_letter)
                spans.push_back({all[i].begin, all[i].end, Carries::look_alike});
        const auto end = all[word.end - 1].end;
        if (!std::exchange(is_marked, true)) spans.push_back({end, end, Carries::data});
    }
}

}  // namespace safelead::words
