#pragma once

// What says that a child was erased (docs/formats/erasure-certificate.md), and the notice to those who may
// hold a copy.

#include "app/erasures.h"
#include "directory/local_time.h"
#include "web/html/html.h"
#include "web/pages/words.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::web {

[[nodiscard]] Phrase reason_words(record::ErasureReason reason);
[[nodiscard]] Phrase holder_words(record::CopyHolder holder);

/// Everybody who may hold a copy, and the word that stands for them in a form.
[[nodiscard]] std::array<std::pair<std::string_view, record::CopyHolder>, 6> record_copy_holders();

/// What an erasure takes and what it leaves, a line each.
[[nodiscard]] std::vector<std::string> destroyed_lines(const Speaker& say, const record::ChildErased& erased);
[[nodiscard]] std::vector<std::string> left_lines(const Speaker& say, const record::ChildErased& erased);
[[nodiscard]] Html bullets(const std::vector<std::string>& lines);

/// `address` is where it is.
[[nodiscard]] Html certificate_page(const Speaker& say, const app::Certificate& certificate,
                                    const directory::Zone& zone, std::string_view address);

/// The same, to be kept elsewhere.
[[nodiscard]] std::string certificate_text(const Speaker& say, const app::Certificate& certificate,
                                           const directory::Zone& zone);

/// What to send to those who may hold a copy: no name, our references only.
[[nodiscard]] std::string notice_text(const Speaker& say, const app::Certificate& certificate,
                                      const directory::Zone& zone, std::string_view organisation);

[[nodiscard]] Html certificates_page(const Speaker& say, const std::vector<app::Certificate>& all,
                                     const directory::Zone& zone);

}  // namespace safelead::web
