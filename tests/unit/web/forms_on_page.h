#pragma once

// The forms of a page, as a test that fills in whatever there is reads them.

#include "web/http/request.h"

#include <algorithm>
#include <functional>
#include <regex>
#include <set>
#include <string>
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

inline std::string attribute_in(const std::string& tag, const std::string& name)
{
    std::smatch found;
    if (!std::regex_search(tag, found, std::regex{" " + name + "=\"([^\"]*)\""})) return {};
    auto value = found[1].str();
    for (const auto& [entity, character] :
         {std::pair{"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
        for (auto at = value.find(entity); at != std::string::npos; at = value.find(entity, at + 1))
            value.replace(at, std::string{entity}.size(), character);
    return value;
}

inline std::vector<FormOnPage> forms_on(const std::string& page)
{
    std::vector<FormOnPage> forms;
    std::string select;
    const std::regex tags{"<(form|/form|input|textarea|select|option|button)\\b[^>]*>"};
    for (std::sregex_iterator at{page.begin(), page.end(), tags}, end; at != end; ++at) {
        const auto tag = at->str();
        const auto what = (*at)[1].str();
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
