#include "record/listed_names.h"

#include "base/folded.h"
#include "base/text.h"
#include "record/text_limits.h"

#include <algorithm>
#include <map>

namespace safelead::record {
namespace {

bool may_be_the_same(const ImportedChild& row, const Identity& listed)
{
    const auto& upn = listed.upn;
    if (!upn.empty() && (upn == row.identity.upn || upn == row.former_upn)) return true;
    return row.identity.born && listed.born == row.identity.born;
}

}  // namespace

std::string name_key(const Identity& identity)
{
    return folded(trim(identity.given_name)) + '\n' + family_key(identity);
}

std::string family_key(const Identity& identity)
{
    return folded(trim(identity.family_name));
}

std::string whole_name_key(const Identity& identity)
{
    std::string key;
    for (const char letter : folded(identity.given_name + ' ' + identity.family_name)) {
        const bool is_between_words = letter == ' ' || letter == '\t';
        if (!is_between_words)
            key += letter;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    return std::string{trim(key)};
}

bool same_name(const Identity& a, const Identity& b)
{
    return name_key(a) == name_key(b);
}

std::set<std::string> called(const Identity& identity)
{
    std::set<std::string> names;
    for (const auto* name : {&identity.given_name, &identity.known_as})
        if (!is_blank(*name)) names.insert(folded(trim(*name)));
    return names;
}

bool is_called_alike(const Identity& a, const Identity& b)
{
    const auto of_a = called(a);
    return std::ranges::any_of(called(b), [&](const auto& name) { return of_a.contains(name); });
}

bool has_all_of_name(const Identity& listed, const Identity& row)
{
    return (called(row).empty() || is_called_alike(row, listed)) &&
           (is_blank(row.family_name) || family_key(row) == family_key(listed));
}

bool has_some_of_name(const Identity& listed, const Identity& row)
{
    return is_called_alike(row, listed) ||
           (!is_blank(row.family_name) && family_key(row) == family_key(listed));
}

std::vector<ImportedChild> divided_as_listed(const std::vector<ListedChild>& list,
                                             std::vector<ImportedChild> rows)
{
    std::multimap<std::string, const Identity*> by_whole;
    for (const auto& one : list) by_whole.emplace(whole_name_key(one.identity), &one.identity);
    for (auto& row : rows) {
        if (row.name != NameDivided::by_guess) continue;
        const auto [begin, end] = by_whole.equal_range(whole_name_key(row.identity));
        for (auto it = begin; it != end; ++it) {
            if (!may_be_the_same(row, *it->second)) continue;
            row.identity.given_name = it->second->given_name;
            row.identity.family_name = it->second->family_name;
            break;
        }
    }
    return rows;
}

}  // namespace safelead::record
