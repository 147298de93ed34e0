#pragma once

#include "web/html/components/summary_list.h"

#include <string_view>
#include <utility>

namespace safelead::web {

/// What somebody wrote, with its lines as they wrote them.
[[nodiscard]] inline SummaryRow words_row(Html key, std::string_view words)
{
    return {.key = std::move(key), .value = text(words), .value_classes = "safelead-words"};
}

/// The same as the next row of `list`; none where nothing was written.
inline void add_words_row(SummaryList& list, Html key, std::string_view words)
{
    if (!words.empty()) list.rows.push_back(words_row(std::move(key), words));
}

}  // namespace safelead::web
