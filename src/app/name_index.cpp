#include "app/name_index.h"

#include "base/text.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::string_view separators = " \t\r\n-.,'()";

}  // namespace

std::vector<std::string> words_of_name(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto begin = text.find_first_not_of(separators);
        if (begin == std::string_view::npos) break;
        const auto end = std::min(text.find_first_of(separators, begin), text.size());
        words.push_back(ascii_lower(text.substr(begin, end - begin)));
        text.remove_prefix(end);
    }
    return words;
}

std::vector<std::string> words_of_name(const record::Identity& identity)
{
    std::vector<std::string> words;
    for (const auto* name : {&identity.given_name, &identity.family_name, &identity.known_as}) {
        for (auto& word : words_of_name(*name)) words.push_back(std::move(word));
    }
    return words;
}

void NameIndex::put(const record::ChildId& child, const record::Identity& before, const record::Identity& now)
{
    for (const auto& word : words_of_name(before)) words_.erase({word, child});
    for (const auto& word : words_of_name(now)) words_.insert({word, child});
}

std::vector<record::ChildId> NameIndex::find(std::string_view typed) const
{
    std::set<record::ChildId> found;
    bool is_first = true;
    for (const auto& word : words_of_name(typed)) {
        std::set<record::ChildId> with_word;
        for (auto at = words_.lower_bound({word, record::ChildId{""}});
             at != words_.end() && at->first.starts_with(word); ++at)
            if (is_first || found.contains(at->second)) with_word.insert(at->second);
        found.swap(with_word);
        is_first = false;
    }
    return {found.begin(), found.end()};
}

}  // namespace safelead::app
