#pragma once

// The forms of a page, as a test that fills in whatever there is reads them.

#include "web/http/request.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::test {

/// What a person could fill in, or what goes with it unseen.
struct FieldOnPage {
    std::string name;
    std::string kind;  ///< "hidden", "text", "textarea", "radio", "checkbox", "select", "button", …
    std::string value;
};

struct FormOnPage {
    std::string action;
    bool takes_file = false;
    std::vector<FieldOnPage> fields;
};

inline std::string attribute_in(std::string_view tag, std::string_view name)
{
    const auto before = " " + std::string{name} + "=\"";
    const auto found = tag.find(before);
    if (found == std::string_view::npos) return {};
    const auto from = found + before.size();
    std::string value{tag.substr(from, tag.find('"', from) - from)};
    for (const auto& [entity, character] :
         {std::pair{"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
        for (auto at = value.find(entity); at != std::string::npos; at = value.find(entity, at + 1))
            value.replace(at, std::string{entity}.size(), character);
    return value;
}

/// What stands in a page between each `before` and the next of `ends`. By hand: an expression of <regex> took
/// nine tenths of the walks' time.
inline std::vector<std::string> all_between(std::string_view page, std::string_view before,
                                            std::string_view ends)
{
    std::vector<std::string> found;
    for (auto at = page.find(before); at != std::string_view::npos; at = page.find(before, at)) {
        at += before.size();
        found.emplace_back(page.substr(at, page.find_first_of(ends, at) - at));
    }
    return found;
}

inline std::vector<FormOnPage> forms_on(std::string_view page)
{
    std::vector<FormOnPage> forms;
    std::string select;
    for (const auto& tag : all_between(page, "<", ">")) {
        const auto what = tag.substr(0, tag.find_first_of(" \n"));
        const auto name = attribute_in(tag, "name");
        const auto value = attribute_in(tag, "value");
        if (what == "form") {
            if (attribute_in(tag, "method") == "post")
                forms.push_back(
                    {attribute_in(tag, "action"), tag.find("multipart/form-data") != std::string::npos, {}});
            else
                forms.push_back({});
        }
        if (forms.empty()) continue;
        auto& fields = forms.back().fields;
        if (what == "input") fields.push_back({name, attribute_in(tag, "type"), value});
        if (what == "textarea") fields.push_back({name, "textarea", ""});
        if (what == "select") select = name;
        if (what == "option") fields.push_back({select, "select", value});
        if (what == "button" && !name.empty()) fields.push_back({name, "button", value});
    }
    std::erase_if(forms, [](const FormOnPage& form) { return form.action.empty(); });
    return forms;
}

/// A box of a date is as empty as the others of it.
inline bool is_among(const std::set<std::string>& empty, const std::string& name)
{
    const auto dash = name.rfind('-');
    return empty.contains(name) ||
           (dash != std::string::npos && empty.contains(name.substr(0, dash) + "-day"));
}

/// Every field that words go into gets `words`, but those in `empty`; of choices, every tick and one answer,
/// the `turn`th.
inline std::vector<web::Field> filled_in(const FormOnPage& form, const std::string& words, std::size_t turn,
                                         const std::set<std::string>& empty)
{
    std::vector<web::Field> filled;
    std::set<std::string> chosen;
    for (const auto& field : form.fields) {
        if (field.name.empty()) continue;
        if (field.kind == "hidden" || field.kind == "checkbox") {
            filled.push_back({field.name, field.value});
        } else if (field.kind == "radio" || field.kind == "select") {
            if (!chosen.insert(field.name).second) continue;
            std::vector<std::string> answers;
            for (const auto& one : form.fields)
                if (one.name == field.name && !one.value.empty()) answers.push_back(one.value);
            if (!answers.empty()) filled.push_back({field.name, answers[turn % answers.size()]});
        } else if (field.kind != "button") {
            filled.push_back({field.name, is_among(empty, field.name) ? "" : words});
        }
    }
    return filled;
}

}  // namespace safelead::test
