#include "record/others_names.h"

#include "record/letters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace safelead::record {
namespace {

constexpr std::size_t fewest_to_be_near = 5;
constexpr char32_t first_without_spaces = 0x2E80;  // Chinese, Japanese and Korean from here on.

/// ü is also written ue, and å aa.
std::string with_letters_spelled_out(std::string_view name)
{
    static constexpr auto spelled = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"ä", "ae"},
        {"ö", "oe"},
        {"ü", "ue"},
        {"ø", "oe"},
        {"å", "aa"},
        {"Ä", "ae"},
        {"Ö", "oe"},
        {"Ü", "ue"},
        {"Ø", "oe"},
        {"Å", "aa"},
    });
    std::string out{name};
    for (const auto& [letter, as] : spelled)
        for (auto at = out.find(letter); at != std::string::npos; at = out.find(letter, at + as.size()))
            out.replace(at, letter.size(), as);
    return out;
}

std::u32string joined(const std::vector<std::u32string>& words)
{
    std::u32string all;
    for (const auto& word : words) all += word;
    return all;
}

bool has_no_spaces(std::u32string_view word)
{
    return std::ranges::any_of(word, [](char32_t letter) { return letter >= first_without_spaces; });
}

/// Words that describe somebody and name nobody.
bool is_plain(const std::u32string& word)
{
    static const std::set<std::u32string, std::less<>> plain{
        U"a",      U"an",      U"the",      U"adult",  U"adults",  U"child",   U"children", U"boy",
        U"girl",   U"man",     U"woman",    U"pupil",  U"student", U"teacher", U"staff",    U"parent",
        U"carer",  U"mother",  U"father",   U"mum",    U"dad",     U"brother", U"sister",   U"cousin",
        U"friend", U"someone", U"somebody", U"person", U"people",  U"unknown", U"older",    U"younger",
        U"met",    U"online",  U"named",    U"not",    U"from",    U"of",      U"at",       U"in",
        U"with",   U"another", U"other",    U"school", U"year",    U"young",   U"known",    U"ex",
        U"who",    U"is",      U"and",      U"or",     U"contact", U"account"};
    return plain.contains(word);
}

constexpr auto first_letter = [](const auto& word) { return word.letters.front(); };

}  // namespace

/// One text, searched.
class NameSearch {
public:
    NameSearch(const OthersNames& names, std::string_view text)
        : names_{names}, text_{text}, letters_{letters_of(text)}
    {
    }

    std::vector<NameFound> all() const
    {
        std::vector<NameFound> found;
        std::optional<OthersNames::Match> last;
        std::size_t last_begin = 0;
        const auto put = [&] {
            if (!last) return;
            const auto begin = letters_[last_begin].begin;
            found.push_back({begin, letters_[last->end - 1].end - begin, names_.stands_for(last->people),
                             last->how_sure});
        };
        for (std::size_t at = 0; at < letters_.size();) {
            auto match = match_at(at);
            if (!match) {
                ++at;
                continue;
            }
            take_initial(*match);
            // "Sam Reed" is one person, not two.
            if (last && last->people == match->people && last->how_sure == match->how_sure &&
                is_gap(last->end, at)) {
                last->end = match->end;
            } else {
                put();
                last = match;
                last_begin = at;
            }
            at = match->end;
        }
        put();
        return found;
    }

private:
    bool is_letter(std::size_t at) const
    {
        return at < letters_.size() && letters_[at].as != between_words && letters_[at].as != apostrophe;
    }

    bool begins_word(std::size_t at) const { return is_letter(at) && (at == 0 || !is_letter(at - 1)); }

    /// Nothing of the word comes after: it ends, or goes on with an apostrophe or the s of several.
    bool ends_word(std::size_t at) const
    {
        return !is_letter(at) || (letters_[at].as == U's' && !is_letter(at + 1));
    }

    /// Past the last letter of the word where it stands here, whatever apostrophes are in it.
    std::optional<std::size_t> end_of(std::u32string_view word, std::size_t at) const
    {
        for (const char32_t letter : word) {
            while (at < letters_.size() && letters_[at].as == apostrophe) ++at;
            if (at >= letters_.size() || letters_[at].as != letter) return std::nullopt;
            ++at;
        }
        return at;
    }

    std::optional<OthersNames::Match> match_at(std::size_t at) const
    {
        if (!is_letter(at)) return std::nullopt;
        std::optional<OthersNames::Match> best;
        const auto offer = [&](std::size_t end, const OthersNames::Word& word, HowSure how_sure) {
            if (best && best->end > end) return;
            if (!best || best->end < end) best = OthersNames::Match{end, {}, how_sure};
            if (word.is_own_also) best->how_sure = HowSure::own_name_also;
            if (std::ranges::find(best->people, word.person) == best->people.end())
                best->people.push_back(word.person);
        };
        const bool begins = begins_word(at);
        const auto words = names_.words_from(letters_[at].as);
        for (const auto& word : words) {
            if (!begins && !word.has_no_spaces) continue;
            const auto end = end_of(word.letters, at);
            if (end && (word.has_no_spaces || ends_word(*end))) offer(*end, word, HowSure::spelled_so);
        }
        if (best || !begins || words.empty()) return best;
        const auto typed = word_at(at);
        if (typed.first.size() < fewest_to_be_near) return best;
        for (const auto& word : words) {
            if (word.letters.size() < fewest_to_be_near || letters_apart(word.letters, typed.first, 1) > 1)
                continue;
            offer(typed.second, word, HowSure::nearly_so);
        }
        return best;
    }

    std::pair<std::u32string, std::size_t> word_at(std::size_t at) const
    {
        std::u32string word;
        std::size_t end = at;
        for (; at < letters_.size() && letters_[at].as != between_words; ++at) {
            if (letters_[at].as == apostrophe) {
                // ’s belongs to what comes after the name.
                if (is_letter(at + 1) && letters_[at + 1].as == U's' && !is_letter(at + 2)) break;
                continue;
            }
            word += letters_[at].as;
            end = at + 1;
        }
        return {word, end};
    }

    /// "Sam R": the letter is a name, too.
    void take_initial(OthersNames::Match& match) const
    {
        auto at = match.end;
        while (at < letters_.size() && letters_[at].as == between_words && is_space(at)) ++at;
        if (at == match.end || !is_letter(at) || is_letter(at + 1)) return;
        // "Sam R’s", not "Sam I’m".
        if (at + 1 < letters_.size() && letters_[at + 1].as == apostrophe && is_letter(at + 2) &&
            !(letters_[at + 2].as == U's' && !is_letter(at + 3)))
            return;
        const bool is_initial =
            std::ranges::any_of(names_.words_from(letters_[at].as), [&](const auto& word) {
                return std::ranges::find(match.people, word.person) != match.people.end();
            });
        // "A" and "I" are words.
        if (is_initial && letters_[at].as != U'i' && letters_[at].as != U'a') match.end = at + 1;
    }

    bool is_space(std::size_t at) const
    {
        const auto byte = text_[letters_[at].begin];
        return byte == ' ' || byte == '\t';
    }

    bool is_gap(std::size_t from, std::size_t to) const
    {
        if (from == to) return false;
        for (; from < to; ++from) {
            const auto& one = letters_[from];
            const auto between = text_.substr(one.begin, one.end - one.begin);
            if (one.as != between_words || (!is_space(from) && between != "-" && between != "‐"))
                return false;
        }
        return true;
    }

    const OthersNames& names_;
    std::string_view text_;
    std::vector<Letter> letters_;
};

OthersNames::OthersNames(const std::vector<OtherPerson>& others, const std::vector<Identity>& own)
{
    for (const auto& other : others) {
        const auto person = people_.size();
        people_.push_back(other.stands_for);
        for (const auto& identity : other.identities) add(identity, person);
        for (const auto& called : other.called)
            for (auto& word : name_words(called))
                if (word.size() > 1 && !is_plain(word)) add(std::move(word), person);
    }
    std::set<std::u32string> own_words;
    for (const auto& identity : own)
        for (const auto* name : {&identity.given_name, &identity.family_name, &identity.known_as}) {
            const auto words = name_words(*name);
            own_words.insert(words.begin(), words.end());
            own_words.insert(joined(words));
        }
    for (auto& word : words_) {
        word.is_own_also = own_words.contains(word.letters);
        word.has_no_spaces = has_no_spaces(word.letters);
    }
    std::ranges::stable_sort(words_, {}, first_letter);
}

void OthersNames::add(const Identity& identity, std::size_t person)
{
    // Somebody reported as "a child, Year 9" has no name yet.
    const auto whole = name_words(identity.given_name + ' ' + identity.family_name + ' ' + identity.known_as);
    if (std::ranges::all_of(whole, is_plain)) return;
    for (const auto* name : {&identity.given_name, &identity.family_name, &identity.known_as}) {
        for (const auto& spelling : {*name, with_letters_spelled_out(*name)}) {
            const auto words = name_words(spelling);
            const bool is_letters_alone =
                std::ranges::all_of(words, [](const auto& word) { return word.size() == 1; });
            for (const auto& word : words)
                if (word.size() > 1 || is_letters_alone) add(word, person);
            if (words.size() > 1) add(joined(words), person);
        }
    }
    const auto given = joined(name_words(identity.given_name));
    const auto family = joined(name_words(identity.family_name));
    if (!given.empty() && !family.empty()) {
        add(given + family, person);
        add(family + given, person);
    }
}

void OthersNames::add(std::u32string word, std::size_t person)
{
    const bool is_there = std::ranges::any_of(
        words_, [&](const Word& one) { return one.person == person && one.letters == word; });
    if (!is_there && !word.empty()) words_.push_back({.letters = std::move(word), .person = person});
}

std::span<const OthersNames::Word> OthersNames::words_from(char32_t letter) const
{
    const auto from = std::ranges::equal_range(words_, letter, {}, first_letter);
    return {from.begin(), from.end()};
}

std::string OthersNames::stands_for(const std::vector<std::size_t>& people) const
{
    std::string words;
    for (const auto person : people) {
        if (!words.empty()) words += " or ";
        words += people_[person];
    }
    return words;
}

std::vector<NameFound> OthersNames::in(std::string_view text) const
{
    if (words_.empty()) return {};
    return NameSearch{*this, text}.all();
}

std::string with_names_replaced(std::string_view text, const std::vector<NameFound>& found,
                                const std::function<bool(const NameFound&)>& is_replaced)
{
    std::string out;
    std::size_t done = 0;
    for (const auto& name : found) {
        out += text.substr(done, name.begin - done);
        out += is_replaced(name) ? std::string_view{name.stands_for} : text.substr(name.begin, name.size);
        done = name.begin + name.size;
    }
    out += text.substr(done);
    return out;
}

}  // namespace safelead::record
