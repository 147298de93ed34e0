#pragma once

// Open texts on paper. A sheet takes some milliseconds to make, so a worker makes it, once.

#include "app/safelead.h"
#include "base/later.h"
#include "guidance/open_text.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace safelead::app {

/// The bytes of a PDF; null if the text does not fit on one page.
using Sheet = std::shared_ptr<const std::string>;

class PrintRoom {
public:
    /// The sheet of that text as it is to be read today; nothing if too much is waiting. `text` outlives what
    /// is returned, and so does this room.
    [[nodiscard]] std::optional<Later<Sheet>> sheet(Safelead& safelead, const guidance::OpenText& text);

private:
    std::mutex mutex_;
    std::map<std::string, Sheet> made_;
};

/// What stands at the foot of a sheet: where its words come from, who checked them, and until when they hold.
[[nodiscard]] std::string foot_of(const guidance::OpenText& text, Date today);

/// A poster or card as a drawing (SVG); nothing if the text is neither, or has too many words for one.
[[nodiscard]] std::optional<std::string> piece_drawing(const guidance::OpenText& text);

/// Makes it now, without a room. For whoever may wait.
[[nodiscard]] Sheet make_sheet(const guidance::OpenText& text, Date today);

}  // namespace safelead::app
