#include "web/html/components/password_input.h"

#include "web/html/components/button.h"

namespace safelead::web {

namespace {

std::string joined(std::string first, const std::string& more)
{
    if (!more.empty()) first += ' ' + more;
    return first;
}

Attributes group_attributes(const PasswordInput& input)
{
    Attributes attributes{{"data-module", "govuk-password-input"}};
    const auto say = [&attributes](const char* name, const std::string& words) {
        if (!words.empty()) attributes.add({name, words});
    };
    say("data-i18n.show-password", input.show_text);
    say("data-i18n.hide-password", input.hide_text);
    say("data-i18n.show-password-aria-label", input.show_label);
    say("data-i18n.hide-password-aria-label", input.hide_label);
    say("data-i18n.password-shown-announcement", input.shown_announcement);
    say("data-i18n.password-hidden-announcement", input.hidden_announcement);
    for (const Attribute& attribute : input.form_group.attributes) attributes.add(attribute);
    return attributes;
}

Html toggle_of(const PasswordInput& input, const std::string& id)
{
    return Button{
        .content = text(input.show_text.empty() ? std::string_view{"Show"} : input.show_text),
        .type = "button",
        .classes =
            joined("govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
                   input.button_classes),
        .attributes = {{"aria-controls", id},
                       {"aria-label", input.show_label.empty() ? "Show password" : input.show_label},
                       {"hidden"}}};
}

}  // namespace

Html& operator<<(Html& out, const PasswordInput& input)
{
    const std::string& id = input.id.empty() ? input.name : input.id;
    Html after = toggle_of(input, id);
    after << input.form_group.after_input;
    return out << Input{
               .name = input.name,
               .id = id,
               .label = input.label,
               .hint = input.hint,
               .error = input.error,
               .value = input.value,
               .type = "password",
               .autocomplete = input.autocomplete,
               .autocapitalize = "none",
               .spellcheck = false,
               .is_disabled = input.is_disabled,
               .described_by = input.described_by,
               .classes = joined("govuk-password-input__input govuk-js-password-input-input", input.classes),
               .attributes = input.attributes,
               .wrapper_classes = "govuk-password-input__wrapper",
               .form_group = {.classes = joined("govuk-password-input", input.form_group.classes),
                              .attributes = group_attributes(input),
                              .before_input = input.form_group.before_input,
                              .after_input = std::move(after)}};
}

}  // namespace safelead::web
