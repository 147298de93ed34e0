// Form components, rendered from the options in govuk-frontend's own fixtures.

#include "html_fixtures.h"

namespace safelead::web::fixtures {

namespace {

Html render_button(const Json& options)
{
    return Button{
        .content = content(options),
        .name = string(options, "name"),
        .value = string(options, "value"),
        .href = string(options, "href"),
        .type = string(options, "type", "submit"),
        .id = string(options, "id"),
        .classes = string(options, "classes"),
        .is_disabled = is_true(member(options, "disabled")),
        .is_start_button = is_true(member(options, "isStartButton")),
        .wraps_content = is_true(member(options, "isStartButton")) && is_true(member(options, "html")),
        .prevents_double_click = boolean(options, "preventDoubleClick"),
        .attributes = attributes(options)};
}

Html render_textarea(const Json& options)
{
    return Textarea{.name = string(options, "name"),
                    .id = string(options, "id"),
                    .label = label(options),
                    .hint = hint(options),
                    .error = error(options),
                    .value = string(options, "value"),
                    .rows = number(options, "rows").value_or(5),
                    .spellcheck = boolean(options, "spellcheck"),
                    .is_disabled = is_true(member(options, "disabled")),
                    .autocomplete = string(options, "autocomplete"),
                    .described_by = string(options, "describedBy"),
                    .classes = string(options, "classes"),
                    .attributes = attributes(options),
                    .form_group = form_group(options)};
}

Plurals plurals(const Json& options, const char* key)
{
    Plurals all;
    for (const auto& [rule, message] : member(options, key).items()) all.emplace_back(rule, words(message));
    return all;
}

Html render_character_count(const Json& options)
{
    return CharacterCount{.name = string(options, "name"),
                          .id = string(options, "id"),
                          .label = label(options),
                          .hint = hint(options),
                          .error = error(options),
                          .value = string(options, "value"),
                          .max_length = number(options, "maxlength"),
                          .max_words = number(options, "maxwords"),
                          .count_type = string(options, "countType"),
                          .threshold = number(options, "threshold"),
                          .rows = number(options, "rows").value_or(5),
                          .spellcheck = boolean(options, "spellcheck"),
                          .classes = string(options, "classes"),
                          .message_classes = string(member(options, "countMessage"), "classes"),
                          .description = string(options, "textareaDescriptionText"),
                          .characters_under_limit = plurals(options, "charactersUnderLimitText"),
                          .characters_at_limit = string(options, "charactersAtLimitText"),
                          .characters_over_limit = plurals(options, "charactersOverLimitText"),
                          .words_under_limit = plurals(options, "wordsUnderLimitText"),
                          .words_at_limit = string(options, "wordsAtLimitText"),
                          .words_over_limit = plurals(options, "wordsOverLimitText"),
                          .attributes = attributes(options),
                          .form_group = form_group(options)};
}

CheckboxItem checkbox(const Json& item)
{
    if (!is_true(item)) return std::monostate{};
    if (is_true(member(item, "divider"))) return Divider{.content = content(item, "", "divider")};
    return Checkbox{.value = words(member(item, "value")),
                    .content = content(item),
                    .id = string(item, "id"),
                    .name = string(item, "name"),
                    .is_checked = boolean(item, "checked"),
                    .is_disabled = is_true(member(item, "disabled")),
                    .is_exclusive = string(item, "behaviour") == "exclusive",
                    .hint = hint(item),
                    .conditional = markup(member(item, "conditional"), "html"),
                    .label_classes = string(member(item, "label"), "classes"),
                    .label_attributes = attributes(member(item, "label")),
                    .attributes = attributes(item)};
}

Html render_checkboxes(const Json& options)
{
    Checkboxes checkboxes{.name = string(options, "name"),
                          .id_prefix = string(options, "idPrefix"),
                          .fieldset = fieldset(options),
                          .hint = hint(options),
                          .error = error(options),
                          .described_by = string(options, "describedBy"),
                          .classes = string(options, "classes"),
                          .attributes = attributes(options),
                          .form_group = form_group(options, "beforeInputs", "afterInputs")};
    for (const Json& item : member(options, "items")) checkboxes.items.push_back(checkbox(item));
    for (const Json& value : member(options, "values")) checkboxes.values.push_back(words(value));
    return checkboxes;
}

RadioItem radio(const Json& item)
{
    if (!is_true(item)) return std::monostate{};
    if (is_true(member(item, "divider"))) return Divider{.content = content(item, "", "divider")};
    return Radio{.value = words(member(item, "value")),
                 .content = content(item),
                 .id = string(item, "id"),
                 .is_checked = boolean(item, "checked"),
                 .is_disabled = is_true(member(item, "disabled")),
                 .hint = hint(item),
                 .conditional = markup(member(item, "conditional"), "html"),
                 .label_classes = string(member(item, "label"), "classes"),
                 .label_attributes = attributes(member(item, "label")),
                 .attributes = attributes(item)};
}

Html render_radios(const Json& options)
{
    Radios radios{.name = string(options, "name"),
                  .id_prefix = string(options, "idPrefix"),
                  .fieldset = fieldset(options),
                  .hint = hint(options),
                  .error = error(options),
                  .value = string(options, "value"),
                  .classes = string(options, "classes"),
                  .attributes = attributes(options),
                  .form_group = form_group(options, "beforeInputs", "afterInputs")};
    for (const Json& item : member(options, "items")) radios.items.push_back(radio(item));
    return radios;
}

DateInputItem date_item(const Json& item)
{
    return {.name = string(item, "name"),
            .label = string(item, "label"),
            .value = if_given(item, "value"),
            .id = string(item, "id"),
            .classes = string(item, "classes"),
            .has_error = boolean(item, "error"),
            .inputmode = string(item, "inputmode"),
            .autocomplete = string(item, "autocomplete"),
            .pattern = string(item, "pattern"),
            .attributes = attributes(item)};
}

void read_part(std::optional<DateInputItem>& part, const Json& options, const char* key)
{
    const Json& given = member(options, key);
    if (given.is_boolean()) part = std::nullopt;
    if (!given.is_object()) return;
    const std::string name = part->name;
    part = date_item(given);
    if (part->name.empty()) part->name = name;
}

Html render_date_input(const Json& options)
{
    DateInput date{.id = string(options, "id"),
                   .name_prefix = string(options, "namePrefix"),
                   .fieldset = fieldset(options),
                   .hint = hint(options),
                   .error = error(options),
                   .classes = string(options, "classes"),
                   .attributes = attributes(options),
                   .form_group = form_group(options, "beforeInputs", "afterInputs")};
    read_part(date.day, options, "day");
    read_part(date.month, options, "month");
    read_part(date.year, options, "year");
    for (const Json& item : member(options, "items")) date.items.push_back(date_item(item));
    for (const auto& [name, value] : member(options, "values").items())
        date.values.emplace_back(name, words(value));
    return date;
}

std::optional<Affix> affix(const Json& options, const char* key)
{
    const Json& given = member(options, key);
    if (!is_true(given)) return std::nullopt;
    return Affix{
        .content = content(given), .classes = string(given, "classes"), .attributes = attributes(given)};
}

Html render_input(const Json& options)
{
    return Input{.name = string(options, "name"),
                 .id = string(options, "id"),
                 .label = label(options),
                 .hint = hint(options),
                 .error = error(options),
                 .value = if_given(options, "value"),
                 .type = string(options, "type", "text"),
                 .autocomplete = string(options, "autocomplete"),
                 .autocapitalize = string(options, "autocapitalize"),
                 .inputmode = string(options, "inputmode"),
                 .pattern = string(options, "pattern"),
                 .spellcheck = boolean(options, "spellcheck"),
                 .is_disabled = is_true(member(options, "disabled")),
                 .prefix = affix(options, "prefix"),
                 .suffix = affix(options, "suffix"),
                 .described_by = string(options, "describedBy"),
                 .classes = string(options, "classes"),
                 .attributes = attributes(options),
                 .wrapper_classes = string(member(options, "inputWrapper"), "classes"),
                 .wrapper_attributes = attributes(member(options, "inputWrapper")),
                 .form_group = form_group(options)};
}

Html render_password_input(const Json& options)
{
    return PasswordInput{.name = string(options, "name"),
                         .id = string(options, "id"),
                         .label = label(options),
                         .hint = hint(options),
                         .error = error(options),
                         .value = if_given(options, "value"),
                         .autocomplete = string(options, "autocomplete", "current-password"),
                         .is_disabled = is_true(member(options, "disabled")),
                         .described_by = string(options, "describedBy"),
                         .classes = string(options, "classes"),
                         .button_classes = string(member(options, "button"), "classes"),
                         .show_text = string(options, "showPasswordText"),
                         .hide_text = string(options, "hidePasswordText"),
                         .show_label = string(options, "showPasswordAriaLabelText"),
                         .hide_label = string(options, "hidePasswordAriaLabelText"),
                         .shown_announcement = string(options, "passwordShownAnnouncementText"),
                         .hidden_announcement = string(options, "passwordHiddenAnnouncementText"),
                         .attributes = attributes(options),
                         .form_group = form_group(options)};
}

Html render_select(const Json& options)
{
    Select select{.name = string(options, "name"),
                  .id = string(options, "id"),
                  .label = label(options),
                  .hint = hint(options),
                  .error = error(options),
                  .value = string(options, "value"),
                  .is_disabled = is_true(member(options, "disabled")),
                  .described_by = string(options, "describedBy"),
                  .classes = string(options, "classes"),
                  .attributes = attributes(options),
                  .form_group = form_group(options)};
    for (const Json& item : member(options, "items")) {
        if (!is_true(item)) continue;
        select.items.push_back({.value = if_given(item, "value"),
                                .content = string(item, "text"),
                                .is_selected = boolean(item, "selected"),
                                .is_disabled = is_true(member(item, "disabled")),
                                .attributes = attributes(item)});
    }
    return select;
}

}  // namespace

TEST(GovukFixtures, ButtonIsAsInThePackage)
{
    check("button", render_button);
}

TEST(GovukFixtures, TextareaIsAsInThePackage)
{
    check("textarea", render_textarea);
}

TEST(GovukFixtures, CharacterCountIsAsInThePackage)
{
    check("character-count", render_character_count);
}

TEST(GovukFixtures, CheckboxesAreAsInThePackage)
{
    check("checkboxes", render_checkboxes);
}

TEST(GovukFixtures, RadiosAreAsInThePackage)
{
    check("radios", render_radios);
}

TEST(GovukFixtures, DateInputIsAsInThePackage)
{
    check("date-input", render_date_input);
}

TEST(GovukFixtures, InputIsAsInThePackage)
{
    check("input", render_input);
}

TEST(GovukFixtures, PasswordInputIsAsInThePackage)
{
    check("password-input", render_password_input);
}

TEST(GovukFixtures, SelectIsAsInThePackage)
{
    check("select", render_select);
}

TEST(GovukFixtures, LabelIsAsInThePackage)
{
    check("label", [](const Json& options) -> Html {
        return Label{.content = content(options),
                     .classes = string(options, "classes"),
                     .is_page_heading = is_true(member(options, "isPageHeading")),
                     .attributes = attributes(options),
                     .for_id = string(options, "for")};
    });
}

TEST(GovukFixtures, HintIsAsInThePackage)
{
    check("hint", [](const Json& options) -> Html {
        return Hint{.content = content(options),
                    .id = string(options, "id"),
                    .classes = string(options, "classes"),
                    .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, ErrorMessageIsAsInThePackage)
{
    check("error-message", [](const Json& options) -> Html {
        return ErrorMessage{.content = content(options),
                            .id = string(options, "id"),
                            .visually_hidden_text = if_given(options, "visuallyHiddenText").value_or("Error"),
                            .classes = string(options, "classes"),
                            .attributes = attributes(options)};
    });
}

TEST(GovukFixtures, FieldsetIsAsInThePackage)
{
    check("fieldset", [](const Json& options) -> Html { return fieldset_of(options); });
}

}  // namespace safelead::web::fixtures
