#include "app/check_examples.h"

#include "decision/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace safelead::app {

namespace {

using decision::Advice;
using guidance::WorkedExample;

template <class Name>
std::string list_of(const std::vector<Name>& names)
{
    std::string list;
    for (const Name& name : names) list += (list.empty() ? "" : ", ") + std::string{name.text()};
    return list.empty() ? "none" : list;
}

/// Says where one example and the edition differ.
class Difference {
public:
    explicit Difference(std::string at) : at_{std::move(at)} {}

    void compare(std::string_view what, const std::string& expected, const std::string& given)
    {
        if (expected == given) return;
        found_.push_back(
            {at_,
             fmt::format("The example expects {} {}, and the edition gives {}.", what, expected, given),
             {}});
    }

    void not_said(const guidance::Source& source)
    {
        found_.push_back(
            {at_,
             fmt::format("No rule that speaks for this example has the source \"{}\".", source.text()),
             {}});
    }

    [[nodiscard]] std::vector<Shortcoming> found() && { return std::move(found_); }

private:
    std::string at_;
    std::vector<Shortcoming> found_;
};

std::string text_of(const std::optional<guidance::Code>& code)
{
    return code ? std::string{code->text()} : "none";
}

std::vector<Shortcoming> look_at(const WorkedExample& example, const guidance::Pack& pack)
{
    const Advice advice = decision::evaluate(pack, example.facts);
    const auto& expected = example.advice;
    Difference difference{fmt::format("{}/examples/{}.md", pack.edition().text(), example.name)};
    difference.compare("category", std::string{expected.category.text()},
                       std::string{advice.category.text()});
    difference.compare("route", std::string{expected.route.text()}, std::string{advice.route.text()});
    difference.compare("consult", text_of(expected.consult), text_of(advice.consult));
    difference.compare("criteria", list_of(expected.criteria), list_of(advice.criteria));
    difference.compare("safety_rules", list_of(expected.safety_rules), list_of(advice.safety_rules));
    difference.compare("unresolved", list_of(expected.unresolved), list_of(advice.unresolved));
    difference.compare("indicators", list_of(expected.indicators), list_of(advice.indicators));
    difference.compare("flags", list_of(expected.flags), list_of(advice.flags));
    for (const guidance::Source& source : example.said_in) {
        const bool is_said = std::ranges::any_of(
            advice.because, [&](const decision::Because& line) { return line.source == source.text(); });
        if (!is_said) difference.not_said(source);
    }
    return std::move(difference).found();
}

}  // namespace

std::vector<Shortcoming> wrong_examples(const Packs& packs, const guidance::Pack& pack)
{
    std::vector<Shortcoming> wrong;
    for (const WorkedExample& example : packs.examples(pack.edition().text())) {
        for (Shortcoming& one : look_at(example, pack)) wrong.push_back(std::move(one));
    }
    return wrong;
}

}  // namespace safelead::app
