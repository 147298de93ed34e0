#pragma once

// The tables of an edition as a person reads them, each rule with its source and whether the guidance says
// it.

#include "directory/arrangements.h"
#include "guidance/condition_words.h"
#include "guidance/pack.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <string_view>
#include <vector>

namespace safelead::web {

/// The rules that a case lights up.
struct RulesOfCase {
    std::vector<guidance::RuleId> met;
    std::vector<guidance::RuleId> still_possible;
};

using guidance::Names;

/// `/guidance`: every edition, the newest first, and the areas that have arrangements of their own.
[[nodiscard]] Html editions_page(const Speaker& say, const std::vector<guidance::Pack>& editions,
                                 const std::vector<directory::Arrangements>& areas);

/// The tables with contents, each rule under its id as an anchor; with marks if `of_case` is not null.
/// Headings begin at the second level.
[[nodiscard]] Html edition_tables(const Speaker& say, const guidance::Pack& pack, const Names& names,
                                  const RulesOfCase* of_case);

/// `/guidance/{edition}`: what the edition is, and its tables.
[[nodiscard]] Html edition_page(const Speaker& say, const guidance::Pack& pack, const Names& names);

/// A condition, with facts, answers and results called as the edition calls them; a name leads to what it
/// stands for.
[[nodiscard]] Html condition_in_words(const guidance::Pack& pack, const Names& names,
                                      std::string_view condition);

}  // namespace safelead::web
