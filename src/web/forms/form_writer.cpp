#include "web/forms/form_writer.h"

#include "web/forms/csrf.h"
#include "web/forms/form_reader.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

std::optional<Hint> hint_of(Html hint)
{
    if (hint.is_empty()) return std::nullopt;
    return Hint{.content = std::move(hint)};
}

std::string legend_class(LegendSize size)
{
    switch (size) {
        case LegendSize::s:
            return "govuk-fieldset__legend--s";
        case LegendSize::m:
            return "govuk-fieldset__legend--m";
        case LegendSize::l:
            return "govuk-fieldset__legend--l";
    }
    throw_bug("a legend has no such size");
}

Fieldset fieldset_of(Html legend, LegendSize size)
{
    return Fieldset{.legend = {.content = std::move(legend), .classes = legend_class(size)}};
}

std::string as_text(std::string_view view)
{
    return std::string{view};
}

}  // namespace

FormWriter::FormWriter(const Speaker& say, const FormFields& typed, const FormErrors& errors,
                       std::string_view ids)
    : say_{say}, typed_{typed}, errors_{errors}, ids_{ids}
{
}

std::string FormWriter::id_of(std::string_view name) const
{
    return ids_ + as_text(name);
}

Html hidden_input(std::string_view name, std::string_view value)
{
    Html out;
    out << "<input type=\"hidden\" name=\"" << text(name) << "\" value=\"" << text(value) << "\">";
    return out;
}

Html FormWriter::open(const FormFrame& frame) const
{
    Html out;
    out << "<form id=\"" << text(frame.id) << "\" action=\"" << text(frame.action)
        << "\" method=\"post\" novalidate";
    if (!frame.draft.empty()) out << " data-draft=\"" << text(frame.draft) << "\"";
    out << ">";
    if (!frame.csrf_token.empty()) out << hidden_input(csrf_field, frame.csrf_token);
    if (!frame.draft.empty()) out << hidden_input("draft", frame.draft);
    if (!frame.draft_of.empty()) out << hidden_input("draft-of", frame.draft_of);
    if (!frame.page.empty()) out << hidden_input("page", frame.page);
    // A form that comes back keeps the id of what it asked for: sent twice, it happens once.
    const auto typed_command = typed_.text(command_field);
    if (!frame.command.empty())
        out << hidden_input(command_field, typed_command.empty() ? frame.command : typed_command);
    return out;
}

Html FormWriter::close()
{
    return Markup{"</form>"};
}

Html FormWriter::error_summary() const
{
    if (errors_.empty()) return {};
    ErrorSummary summary{.title = say_("There is a problem"_p)};
    for (const auto& error : errors_)
        summary.errors.push_back({.content = say_(error.words, {error.about}), .href = "#" + error.field});
    return summary;
}

std::optional<ErrorMessage> FormWriter::error(std::string_view name) const
{
    const auto error = std::ranges::find(errors_, id_of(name), &FormError::field);
    if (error == errors_.end()) return std::nullopt;
    return ErrorMessage{.content = say_(error->words, {error->about})};
}

Html FormWriter::line(std::string_view name, Html label, Html hint, std::string_view width) const
{
    return Input{.name = as_text(name),
                 .id = id_of(name),
                 .label = {.content = std::move(label), .classes = "govuk-label--s"},
                 .hint = hint_of(std::move(hint)),
                 .error = error(name),
                 .value = as_text(typed_.text(name)),
                 .autocomplete = "off",
                 .classes = as_text(width)};
}

Html FormWriter::paragraph(std::string_view name, Html label, Html hint, int rows) const
{
    return Textarea{.name = as_text(name),
                    .id = id_of(name),
                    .label = {.content = std::move(label), .classes = "govuk-label--s"},
                    .hint = hint_of(std::move(hint)),
                    .error = error(name),
                    .value = as_text(typed_.text(name)),
                    .rows = rows};
}

Html FormWriter::radios(std::string_view name, Html legend, Html hint, std::vector<Choice> choices,
                        Layout layout, LegendSize size) const
{
    Radios radios{.name = as_text(name),
                  .id_prefix = id_of(name),
                  .fieldset = fieldset_of(std::move(legend), size),
                  .hint = hint_of(std::move(hint)),
                  .error = error(name)};
    if (layout == Layout::inline_small) radios.classes = "govuk-radios--inline govuk-radios--small";
    if (layout == Layout::small) radios.classes = "govuk-radios--small";
    const auto chosen = typed_.text(name);
    for (auto& choice : choices) {
        const bool is_chosen = typed_.find(name).has_value() && choice.value == chosen;
        radios.items.emplace_back(Radio{.value = std::move(choice.value),
                                        .content = std::move(choice.label),
                                        .is_checked = is_chosen,
                                        .hint = hint_of(std::move(choice.hint)),
                                        .conditional = std::move(choice.conditional)});
    }
    return radios;
}

Html FormWriter::checkboxes(std::string_view name, Html legend, Html hint, std::vector<Choice> choices,
                            Layout layout) const
{
    Checkboxes boxes{.name = as_text(name),
                     .id_prefix = id_of(name),
                     .fieldset = fieldset_of(std::move(legend), LegendSize::m),
                     .hint = hint_of(std::move(hint)),
                     .error = error(name)};
    if (layout != Layout::stacked) boxes.classes = "govuk-checkboxes--small";
    const auto ticked = typed_.all(name);
    for (auto& choice : choices) {
        const bool is_ticked = std::ranges::find(ticked, std::string_view{choice.value}) != ticked.end();
        boxes.items.emplace_back(Checkbox{.value = std::move(choice.value),
                                          .content = std::move(choice.label),
                                          .is_checked = is_ticked,
                                          .hint = hint_of(std::move(choice.hint)),
                                          .conditional = std::move(choice.conditional)});
    }
    return boxes;
}

Html FormWriter::date(std::string_view name, Html legend, Html hint) const
{
    DateInput date{.id = id_of(name),
                   .name_prefix = as_text(name),
                   .fieldset = fieldset_of(std::move(legend), LegendSize::s),
                   .hint = hint_of(std::move(hint)),
                   .error = error(fmt::format("{}-day", name))};
    for (const auto* part : {"day", "month", "year"}) {
        auto field = fmt::format("{}-{}", name, part);
        date.values.emplace_back(field, as_text(typed_.text(field)));
    }
    return date;
}

Html FormWriter::event_time(std::string_view name, Html legend, Html hint) const
{
    const auto part = [this](std::string field, Html label, Html example, std::string width) {
        return Input{.name = field,
                     .id = id_of(field),
                     .label = {.content = std::move(label)},
                     .hint = hint_of(std::move(example)),
                     .error = error(field),
                     .value = as_text(typed_.text(field)),
                     .autocomplete = "off",
                     .classes = std::move(width)};
    };
    Html parts;
    parts << part(as_text(name), say_("In your own words"_p), say_("For example, after lunch on Tuesday"_p),
                  "")
          << date(name, say_("Day, if it is known"_p))
          << part(fmt::format("{}-time", name), say_("Time, if it is known"_p), say_("For example, 2:30pm"_p),
                  "govuk-input--width-5");
    if (!hint.is_empty()) {
        Html with_hint;
        with_hint << Hint{.content = std::move(hint)} << parts;
        parts = std::move(with_hint);
    }
    auto fieldset = fieldset_of(std::move(legend), LegendSize::m);
    fieldset.content = std::move(parts);
    return fieldset;
}

std::vector<Choice> yes_no_unknown(const Speaker& say)
{
    return {{.value = "yes", .label = say(answer_words(record::Answer::yes))},
            {.value = "no", .label = say(answer_words(record::Answer::no))},
            {.value = "unknown", .label = say(answer_words(record::Answer::unknown))}};
}

Phrase answer_words(record::Answer answer)
{
    switch (answer) {
        case record::Answer::yes:
            return "Yes"_p;
        case record::Answer::no:
            return "No"_p;
        case record::Answer::unknown:
            return "Not known"_p;
    }
    throw_bug("an answer is none of the three");
}

}  // namespace safelead::web
