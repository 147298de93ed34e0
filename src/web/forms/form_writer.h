#pragma once

// Draws the fields of one form, with what was typed in them and what was wrong with it, so that a form comes
// back as it was left: after an error, after a time-out, after a crash.

#include "record/words.h"
#include "web/forms/form_errors.h"
#include "web/forms/form_fields.h"
#include "web/html/components.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// One of several answers.
struct Choice {
    std::string value = {};
    Html label = {};
    Html hint = {};
    Html conditional = {};  ///< Asked when it is chosen.
};

enum class Layout { stacked, inline_small, small };
enum class LegendSize { s, m, l };

/// What a form needs beside its fields.
struct FormFrame {
    std::string action;
    std::string csrf_token;
    std::string command;        ///< The id of the command it will ask for; "" if it asks for none.
    std::string draft;          ///< Under what name its typing is kept; "" if it is not.
    std::string draft_of = {};  ///< The case that it belongs to.
    std::string page = {};      ///< Where the form stands, if not at `action`.
    std::string id = "form";
};

class FormWriter {
public:
    /// All three outlive it. Where a page has the same fields in two forms, the ids in one of them, and the
    /// fields of its errors, begin with `ids`.
    FormWriter(const Speaker& say, const FormFields& typed, const FormErrors& errors,
               std::string_view ids = {});

    /// `<form …>` with its hidden fields; `close` ends it.
    [[nodiscard]] Html open(const FormFrame& frame) const;
    [[nodiscard]] static Html close();

    /// Nothing if nothing was wrong.
    [[nodiscard]] Html error_summary() const;

    /// `width`: a class of GOV.UK Frontend ("govuk-input--width-10"), or "".
    [[nodiscard]] Html line(std::string_view name, Html label, Html hint = {},
                            std::string_view width = {}) const;
    [[nodiscard]] Html paragraph(std::string_view name, Html label, Html hint = {}, int rows = 5) const;
    [[nodiscard]] Html radios(std::string_view name, Html legend, Html hint, std::vector<Choice> choices,
                              Layout layout = Layout::stacked, LegendSize size = LegendSize::m) const;
    [[nodiscard]] Html checkboxes(std::string_view name, Html legend, Html hint, std::vector<Choice> choices,
                                  Layout layout = Layout::stacked) const;

    /// Three boxes: day, month, year.
    [[nodiscard]] Html date(std::string_view name, Html legend, Html hint = {}) const;

    /// Words, a day and a time of day, as FormReader::event_time reads them.
    [[nodiscard]] Html event_time(std::string_view name, Html legend, Html hint = {}) const;

    [[nodiscard]] const FormFields& typed() const { return typed_; }
    [[nodiscard]] const FormErrors& errors() const { return errors_; }
    [[nodiscard]] const Speaker& say() const { return say_; }

    /// For fields drawn by hand.
    [[nodiscard]] std::optional<ErrorMessage> error(std::string_view name) const;

private:
    [[nodiscard]] std::string id_of(std::string_view name) const;

    const Speaker& say_;
    const FormFields& typed_;
    const FormErrors& errors_;
    std::string ids_;
};

/// `<input type="hidden">`.
[[nodiscard]] Html hidden_input(std::string_view name, std::string_view value);

/// Yes, No, Not known: the three answers to most questions.
[[nodiscard]] std::vector<Choice> yes_no_unknown(const Speaker& say);
[[nodiscard]] Phrase answer_words(record::Answer answer);

}  // namespace safelead::web
