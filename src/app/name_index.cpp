#include "app/name_index.h"

#include "base/folded.h"

#include <algorithm>
#include <iterator>

namespace safelead::app {
namespace {

constexpr std::string_view separators = " \t\r\n-.,'()";
constexpr std::size_t fewest_to_settle = 4096;

}  // namespace

std::vector<std::string> words_of_name(std::string_view text)
{
    const std::string all = folded(text);
    std::string_view left = all;
    std::vector<std::string> words;
    while (!left.empty()) {
        const auto begin = left.find_first_not_of(separators);
        if (begin == std::string_view::npos) break;
        const auto end = std::min(left.find_first_of(separators, begin), left.size());
        words.emplace_back(left.substr(begin, end - begin));
        left.remove_prefix(end);
    }
    return words;
}

std::vector<std::string> words_of_name(const record::Identity& identity)
{
    std::vector<std::string> words;
    for (const auto* name : {&identity.given_name, &identity.family_name, &identity.known_as}) {
        std::string in_one_piece;
        const auto parts = words_of_name(*name);
        for (const auto& word : parts) {
            in_one_piece += word;
            words.push_back(word);
        }
        if (parts.size() > 1) words.push_back(std::move(in_one_piece));
    }
    return words;
}

NameIndex::~NameIndex()
{
    std::ranges::fill(texts_, '\0');
}

void NameIndex::put(std::uint32_t child, const record::Identity& identity)
{
    if (child < names_.size() && names_[child].size != 0) take_out(child);
    if (child >= names_.size()) names_.resize(child + std::size_t{1});
    names_[child] = add_text(identity.family_name + '\n' + identity.given_name);
    for (auto& word : words_of_name(identity)) recent_.emplace(std::move(word), child);
    if (recent_.size() > std::max(fewest_to_settle, settled_.size() / 2)) settle();
}

void NameIndex::remove(std::uint32_t child)
{
    if (child < names_.size() && names_[child].size != 0) take_out(child);
}

void NameIndex::take_out(std::uint32_t child)
{
    const auto wipe = [this](Piece piece) {
        std::fill_n(texts_.begin() + static_cast<std::ptrdiff_t>(piece.begin), piece.size, '\0');
    };
    wipe(std::exchange(names_[child], {}));
    // Only its own words are wiped, and then they are gone from the order that they would disturb.
    std::erase_if(settled_, [&](const Word& word) {
        if (word.child == child) wipe(word.piece);
        return word.child == child;
    });
    std::erase_if(recent_, [&](const auto& word) { return word.second == child; });
}

void NameIndex::settle()
{
    // Both are in order: whoever waits meanwhile waits for them to be merged, and not to be sorted.
    const auto before = static_cast<std::ptrdiff_t>(settled_.size());
    settled_.reserve(settled_.size() + recent_.size());
    for (const auto& [word, child] : recent_) settled_.push_back({add_text(word), child});
    recent_.clear();
    std::ranges::inplace_merge(settled_, settled_.begin() + before, {},
                               [this](const Word& word) { return text(word.piece); });
}

std::string_view NameIndex::text(Piece piece) const
{
    return std::string_view{texts_}.substr(piece.begin, piece.size);
}

NameIndex::Piece NameIndex::add_text(std::string_view text)
{
    const Piece piece{static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size())};
    texts_.append(text);
    return piece;
}

NameIndex::Children NameIndex::with_word(std::string_view word) const
{
    Children children;
    const auto first =
        std::ranges::lower_bound(settled_, word, {}, [this](const Word& one) { return text(one.piece); });
    for (auto at = first; at != settled_.end() && text(at->piece).starts_with(word); ++at)
        children.push_back(at->child);
    for (auto at = recent_.lower_bound({std::string{word}, 0});
         at != recent_.end() && at->first.starts_with(word); ++at)
        children.push_back(at->second);
    std::ranges::sort(children);
    children.erase(std::ranges::unique(children).begin(), children.end());
    return children;
}

NameIndex::Children NameIndex::with_word_near(std::string_view word) const
{
    Children children = with_word(word);
    std::string_view last;
    bool is_last_near = false;
    for (const auto& one : settled_) {
        const auto known = text(one.piece);
        if (known != last) is_last_near = are_near(word, known);
        last = known;
        if (is_last_near) children.push_back(one.child);
    }
    for (const auto& [known, child] : recent_)
        if (are_near(word, known)) children.push_back(child);
    std::ranges::sort(children);
    children.erase(std::ranges::unique(children).begin(), children.end());
    return children;
}

template <class With>
NameIndex::Children NameIndex::with_every_word(std::string_view typed, const With& with_one) const
{
    Children found;
    bool is_first = true;
    for (const auto& word : words_of_name(typed)) {
        auto with = with_one(word);
        if (!is_first) {
            Children both;
            std::ranges::set_intersection(found, with, std::back_inserter(both));
            with.swap(both);
        }
        found.swap(with);
        is_first = false;
    }
    std::ranges::sort(found, {},
                      [this](std::uint32_t child) { return std::pair{text(names_[child]), child}; });
    return found;
}

std::vector<std::uint32_t> NameIndex::find(std::string_view typed) const
{
    return with_every_word(typed, [this](std::string_view word) { return with_word(word); });
}

std::vector<std::uint32_t> NameIndex::find_near(std::string_view typed) const
{
    return with_every_word(typed, [this](std::string_view word) { return with_word_near(word); });
}

std::size_t NameIndex::bytes() const
{
    constexpr std::size_t recent_word = 96;
    return texts_.capacity() + names_.capacity() * sizeof(Piece) + settled_.capacity() * sizeof(Word) +
           recent_.size() * recent_word;
}

}  // namespace safelead::app
