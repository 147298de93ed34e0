#pragma once

#include "web/html/components/textarea.h"

#include <utility>

namespace safelead::web {

/// One text for each plural form that the language has: `{{"one", "…"}, {"other", "…"}}`.
using Plurals = std::vector<std::pair<std::string, std::string>>;

struct CharacterCount {
    using ComponentTag = void;
    std::string name = {};
    std::string id = {};
    Label label = {};
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::string value = {};
    std::optional<int> max_length = std::nullopt;
    std::optional<int> max_words = std::nullopt;
    std::string count_type = {};  ///< "characters", "words"; worked out from the limit if empty
    std::optional<int> threshold = std::nullopt;
    int rows = 5;
    std::optional<bool> spellcheck = std::nullopt;
    std::string classes = {};
    std::string message_classes = {};
    std::string description = {};  ///< "You can enter up to %{count} characters", unless given
    Plurals characters_under_limit = {};
    std::string characters_at_limit = {};
    Plurals characters_over_limit = {};
    Plurals words_under_limit = {};
    std::string words_at_limit = {};
    Plurals words_over_limit = {};
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const CharacterCount& count);

}  // namespace safelead::web
