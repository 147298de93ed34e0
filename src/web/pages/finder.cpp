#include "web/pages/finder.h"

#include "web/pages/words.h"

#include <fmt/format.h>

#include <optional>

namespace safelead::web {

namespace {

Checkbox tick(const Listed& listed, bool is_checked)
{
    Checkbox box{.value = listed.id, .content = text(listed.name), .is_checked = is_checked};
    if (!listed.detail.empty()) box.hint = Hint{.content = text(listed.detail)};
    return box;
}

}  // namespace

Html finder(const FormWriter& form, const Finder& finder)
{
    const auto& say = form.say();
    Html inside;
    Checkboxes ticks{.name = finder.name, .id_prefix = finder.name, .error = form.error(finder.name)};
    ticks.classes = "govuk-checkboxes--small";
    for (const auto& listed : finder.chosen) ticks.items.emplace_back(tick(listed, true));
    for (const auto& listed : finder.found) ticks.items.emplace_back(tick(listed, false));
    inside << Hint{.content = finder.hint, .id = finder.name + "-help"};
    inside << "<div class=\"safelead-finder\" data-finder=\"" << text(finder.address) << "\" data-name=\""
           << text(finder.name) << "\">";
    if (finder.searched && finder.found.empty())
        inside << "<p class=\"govuk-body\" id=\"" << text(finder.name) << "-none\">"
               << say("Nobody else on the list was found by those letters."_p) << "</p>";
    if (!ticks.items.empty()) {
        inside << ticks;
    } else if (const auto error = form.error(finder.name)) {
        auto message = *error;
        message.id = finder.name + "-error";
        inside << message;
    }
    const auto box = finder.name + "-search";
    inside << Input{.name = box,
                    .id = form.error(finder.name) && ticks.items.empty() ? finder.name : box,
                    .label = {.content = finder.box_label},
                    .value = std::string{form.typed().text(box)},
                    .autocomplete = "off",
                    .spellcheck = false,
                    .classes = "govuk-input--width-20"};
    inside << Button{.content = finder.button,
                     .name = std::string{ask_field},
                     .value = "find-" + finder.name,
                     .classes = "govuk-button--secondary"};
    inside << "</div>";
    return Fieldset{.legend = {.content = finder.legend, .classes = "govuk-fieldset__legend--m"},
                    .content = inside,
                    .described_by = finder.name + "-help"};
}

}  // namespace safelead::web
