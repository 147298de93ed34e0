#include "record/divided_names.h"

#include "base/folded.h"
#include "base/text.h"

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

std::string whole_name_key(const Identity& identity)
{
    std::string key;
    for (const char letter : folded(identity.given_name + ' ' + identity.family_name)) {
        const bool is_blank = letter == ' ' || letter == '\t';
        if (!is_blank)
            key += letter;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    return std::string{trim(key)};
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
