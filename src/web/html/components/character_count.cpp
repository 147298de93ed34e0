#include "web/html/components/character_count.h"

namespace safelead::web {

namespace {

void add_plurals(Attributes& attributes, std::string_view key, const Plurals& plurals)
{
    for (const auto& [rule, message] : plurals) {
        attributes.add({"data-i18n." + std::string{key} + "." + rule, message});
    }
}

void add_text(Attributes& attributes, std::string_view key, const std::string& message)
{
    if (!message.empty()) attributes.add({"data-i18n." + std::string{key}, message});
}

bool has_limit(const CharacterCount& count)
{
    return count.max_words || count.max_length;
}

std::string count_type_of(const CharacterCount& count)
{
    if (!count.count_type.empty()) return count.count_type;
    return count.max_words ? "words" : "";
}

Attributes group_attributes(const CharacterCount& count)
{
    Attributes attributes{{"data-module", "govuk-character-count"}};
    const auto add_number = [&attributes](const char* name, std::optional<int> number) {
        if (number) attributes.add({name, std::to_string(*number)});
    };
    add_number("data-maxlength", count.max_length);
    add_number("data-maxwords", count.max_words);
    add_number("data-threshold", count.threshold);
    if (const std::string type = count_type_of(count); !type.empty())
        attributes.add({"data-count-type", type});
    if (!has_limit(count)) add_text(attributes, "textarea-description.other", count.description);
    add_plurals(attributes, "characters-under-limit", count.characters_under_limit);
    add_text(attributes, "characters-at-limit", count.characters_at_limit);
    add_plurals(attributes, "characters-over-limit", count.characters_over_limit);
    add_plurals(attributes, "words-under-limit", count.words_under_limit);
    add_text(attributes, "words-at-limit", count.words_at_limit);
    add_plurals(attributes, "words-over-limit", count.words_over_limit);
    for (const Attribute& attribute : count.form_group.attributes) attributes.add(attribute);
    return attributes;
}

std::string description_of(const CharacterCount& count)
{
    if (!has_limit(count)) return {};
    std::string description = count.description;
    if (description.empty()) {
        description = "You can enter up to %{count} ";
        description += count_type_of(count) == "words" ? "words" : "characters";
    }
    constexpr std::string_view gap = "%{count}";
    const std::string number = std::to_string(count.max_words ? *count.max_words : *count.max_length);
    for (auto at = description.find(gap); at != std::string::npos;
         at = description.find(gap, at + number.size())) {
        description.replace(at, gap.size(), number);
    }
    return description;
}

std::string joined(std::string first, const std::string& more)
{
    if (!more.empty()) first += ' ' + more;
    return first;
}

}  // namespace

Html& operator<<(Html& out, const CharacterCount& count)
{
    const std::string& id = count.id.empty() ? count.name : count.id;
    Html message = Hint{.content = text(description_of(count)),
                        .id = id + "-info",
                        .classes = joined("govuk-character-count__message", count.message_classes)};
    message << count.form_group.after_input;
    return out << Textarea{
               .name = count.name,
               .id = id,
               .label = count.label,
               .hint = count.hint,
               .error = count.error,
               .value = count.value,
               .rows = count.rows,
               .spellcheck = count.spellcheck,
               .described_by = id + "-info",
               .classes = joined("govuk-js-character-count", count.classes),
               .attributes = count.attributes,
               .form_group = {.classes = joined("govuk-character-count", count.form_group.classes),
                              .attributes = group_attributes(count),
                              .before_input = count.form_group.before_input,
                              .after_input = std::move(message)}};
}

}  // namespace safelead::web
