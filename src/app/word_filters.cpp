#include "app/word_filters.h"

#include "record/written.h"

#include <algorithm>
#include <functional>

namespace safelead::app {
namespace {

constexpr std::size_t places_of_a_word = 3;
constexpr std::size_t bits_of_a_place = 11;

template <class Visit>
void for_each_place(std::string_view word, const Visit& visit)
{
    auto hash = std::hash<std::string_view>{}(word);
    for (std::size_t place = 0; place < places_of_a_word; ++place) {
        visit(hash & ((std::size_t{1} << bits_of_a_place) - 1));
        hash >>= bits_of_a_place;
    }
}

}  // namespace

void WordFilters::add(std::uint32_t number, std::span<const std::string_view> texts)
{
    static_assert(std::size_t{1} << bits_of_a_place == bits);
    if (number >= filters_.size()) filters_.resize(number + std::size_t{1});
    auto& filter = filters_[number];
    for (const auto text : texts)
        for (const auto& word : record::words_of_text(text))
            for_each_place(word, [&](std::size_t bit) {
                filter[bit / bits_in_a_piece] |= std::uint64_t{1} << bit % bits_in_a_piece;
            });
}

std::vector<std::uint32_t> WordFilters::may_have(std::span<const std::string> words, std::size_t count) const
{
    Filter asked{};
    for (const auto& word : words)
        for_each_place(word, [&](std::size_t bit) {
            asked[bit / bits_in_a_piece] |= std::uint64_t{1} << bit % bits_in_a_piece;
        });
    std::vector<std::uint32_t> found;
    for (auto number = std::min(count, filters_.size()); number-- > 0;) {
        const auto& filter = filters_[number];
        bool may = true;
        for (std::size_t piece = 0; may && piece < filter.size(); ++piece)
            may = (filter[piece] & asked[piece]) == asked[piece];
        if (may) found.push_back(static_cast<std::uint32_t>(number));
    }
    return found;
}

}  // namespace safelead::app
