#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct TableCell {
    Html content = {};
    std::string format = {};  ///< "numeric"
    std::string classes = {};
    std::optional<int> colspan = std::nullopt;
    std::optional<int> rowspan = std::nullopt;
    Attributes attributes = {};
};

struct Table {
    using ComponentTag = void;
    std::string caption = {};
    std::string caption_classes = {};
    std::vector<TableCell> head = {};
    std::vector<std::vector<TableCell>> rows = {};
    bool first_cell_is_header = false;
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Table& table);

}  // namespace safelead::web
