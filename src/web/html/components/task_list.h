#pragma once

#include "web/html/components/tag.h"

namespace safelead::web {

struct TaskListItem {
    Html title = {};
    Html hint = {};
    std::string href = {};
    std::optional<Tag> status_tag = std::nullopt;
    Html status = {};
    std::string title_classes = {};
    std::string status_classes = {};
    std::string classes = {};
};

struct TaskList {
    using ComponentTag = void;
    std::vector<std::optional<TaskListItem>> items = {};  ///< Nothing still counts in the numbering of ids.
    std::string id_prefix = "task-list";
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const TaskList& list);

}  // namespace safelead::web
