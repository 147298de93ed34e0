#pragma once

// What readers without an account are given to read, as it was read from guidance/local.

#include "app/drawn_pages.h"
#include "app/print_room.h"
#include "base/result.h"
#include "exchange/contacts_json.h"
#include "guidance/figures.h"
#include "guidance/open_text.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace safelead::app {

struct LocalGuidance;

struct OpenShelf {
    guidance::OpenTexts texts;
    std::vector<guidance::FigureSet> figures;  ///< England's first, then the areas'.
    std::shared_ptr<PrintRoom> prints = std::make_shared<PrintRoom>();
    std::shared_ptr<DrawnPages> pages = std::make_shared<DrawnPages>();
};

/// Reads `guidance`/local: the texts of every area, whose links may lead to its contacts. @throws Unavailable
/// when a file cannot be read.
[[nodiscard]] Result<OpenShelf, exchange::FileFault> read_open_shelf(const std::filesystem::path& guidance,
                                                                     const LocalGuidance& local);

}  // namespace safelead::app
