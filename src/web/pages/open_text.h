#pragma once

// Open texts as pages (docs/formats/open-texts.md).

#include "guidance/open_text.h"
#include "web/pages/open_pages.h"

#include <span>

namespace safelead::web {

/// The body of a text. `ringing` is for its reader, every need.
[[nodiscard]] Html text_body(const Speaker& say, const guidance::OpenText& text, const RingingNow& ringing);

/// Where its words come from, who checked them, and whether that was too long ago.
[[nodiscard]] Html text_provenance(const Speaker& say, const guidance::OpenText& text, Date today);

/// The whole page. `languages` are the same text in every language that may be read; `language` lives longer
/// than the page.
[[nodiscard]] Page open_text_page(const Language& language, const guidance::OpenText& text,
                                  std::span<const guidance::OpenText* const> languages,
                                  const RingingNow& ringing);

/// Whom a text is for, as the directory calls them.
[[nodiscard]] directory::Audience audience_of(guidance::Reader reader);

/// The language that a text is written in.
[[nodiscard]] Language language_of(const guidance::OpenText& text);

}  // namespace safelead::web
