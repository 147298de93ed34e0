#pragma once

// The fixtures of govuk-frontend (tests/data/govuk) and how their options are read into ours.

#include "html_tokens.h"
#include "support/source_dir.h"
#include "web/html/components.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>

namespace safelead::web::fixtures {

using Json = nlohmann::ordered_json;

/// The member, or null.
[[nodiscard]] inline const Json& member(const Json& options, const char* key)
{
    static const Json nothing;
    if (!options.is_object()) return nothing;
    const auto found = options.find(key);
    return found == options.end() ? nothing : *found;
}

/// What Nunjucks counts as true.
[[nodiscard]] inline bool is_true(const Json& value)
{
    if (value.is_null()) return false;
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_string()) return !value.get_ref<const std::string&>().empty();
    if (value.is_number()) return value.get<double>() != 0;
    return true;
}

[[nodiscard]] inline std::string words(const Json& value)
{
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

[[nodiscard]] inline std::string string(const Json& options, const char* key, std::string otherwise = {})
{
    const Json& value = member(options, key);
    return is_true(value) ? words(value) : otherwise;
}

[[nodiscard]] inline std::optional<std::string> if_given(const Json& options, const char* key)
{
    const Json& value = member(options, key);
    if (value.is_null()) return std::nullopt;
    return words(value);
}

[[nodiscard]] inline std::optional<bool> boolean(const Json& options, const char* key)
{
    const Json& value = member(options, key);
    if (!value.is_boolean()) return std::nullopt;
    return value.get<bool>();
}

[[nodiscard]] inline std::optional<int> number(const Json& options, const char* key)
{
    const Json& value = member(options, key);
    if (!is_true(value)) return std::nullopt;
    return value.is_string() ? std::stoi(value.get<std::string>()) : value.get<int>();
}

/// `html` as it stands, otherwise `text` escaped.
[[nodiscard]] inline Html content(const Json& options, const char* html = "html", const char* plain = "text")
{
    const Json& markup = member(options, html);
    if (is_true(markup)) return trusted(words(markup));
    return text(words(member(options, plain)));
}

[[nodiscard]] inline Html markup(const Json& options, const char* key)
{
    const Json& value = member(options, key);
    return is_true(value) && value.is_string() ? trusted(words(value)) : Html{};
}

[[nodiscard]] inline Attributes attributes(const Json& options, const char* key = "attributes")
{
    Attributes all;
    for (const auto& [name, value] : member(options, key).items()) all.add({name, words(value)});
    return all;
}

[[nodiscard]] inline Label label(const Json& options)
{
    const Json& given = member(options, "label");
    return {.content = content(given),
            .classes = string(given, "classes"),
            .is_page_heading = is_true(member(given, "isPageHeading")),
            .attributes = attributes(given)};
}

[[nodiscard]] inline std::optional<Hint> hint(const Json& options)
{
    const Json& given = member(options, "hint");
    if (!is_true(given)) return std::nullopt;
    return Hint{
        .content = content(given), .classes = string(given, "classes"), .attributes = attributes(given)};
}

[[nodiscard]] inline std::optional<ErrorMessage> error(const Json& options)
{
    const Json& given = member(options, "errorMessage");
    if (!is_true(given)) return std::nullopt;
    return ErrorMessage{.content = content(given),
                        .visually_hidden_text = if_given(given, "visuallyHiddenText").value_or("Error"),
                        .classes = string(given, "classes"),
                        .attributes = attributes(given)};
}

[[nodiscard]] inline FormGroup form_group(const Json& options, const char* before = "beforeInput",
                                          const char* after = "afterInput")
{
    const Json& given = member(options, "formGroup");
    return {.classes = string(given, "classes"),
            .attributes = attributes(given),
            .before_input = content(member(given, before)),
            .after_input = content(member(given, after))};
}

[[nodiscard]] inline Fieldset fieldset_of(const Json& given)
{
    const Json& legend = member(given, "legend");
    return {.legend = {.content = content(legend),
                       .classes = string(legend, "classes"),
                       .is_page_heading = is_true(member(legend, "isPageHeading"))},
            .content = markup(given, "html"),
            .classes = string(given, "classes"),
            .role = string(given, "role"),
            .described_by = string(given, "describedBy"),
            .attributes = attributes(given)};
}

[[nodiscard]] inline std::optional<Fieldset> fieldset(const Json& options)
{
    const Json& given = member(options, "fieldset");
    if (!is_true(given)) return std::nullopt;
    return fieldset_of(given);
}

/// Renders every fixture of `component` from its options and compares.
inline void check(const std::string& component, const std::function<Html(const Json&)>& render)
{
    std::ifstream file{safelead::test::source_dir() + "/tests/data/govuk/" + component + ".json"};
    const Json package = Json::parse(file);
    ASSERT_FALSE(package.at("fixtures").empty());
    for (const Json& fixture : package.at("fixtures")) {
        SCOPED_TRACE(component + ": " + fixture.at("name").get<std::string>());
        const Html ours = render(fixture.at("options"));
        EXPECT_EQ(html_tokens(ours.bytes()), html_tokens(fixture.at("html").get<std::string>()));
    }
}

}  // namespace safelead::web::fixtures
