// What is asked, what things are called, and the pages of words.

#include "app/differences.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {

namespace {

using guidance::Question;
using guidance::Term;

Difference about_question(const Question& question, std::string words)
{
    return {DifferenceIn::questions,
            {fmt::format("question.{}", question.fact.text())},
            std::move(words),
            {},
            question.source.text()};
}

std::string values_not_in(const Question& question, const Question& other)
{
    std::string text;
    for (const auto& value : question.values) {
        if (std::ranges::find(other.values, value.value, &guidance::AllowedValue::value) !=
            other.values.end())
            continue;
        text += fmt::format("{}“{}”", text.empty() ? "" : ", ", value.label);
    }
    return text;
}

void add_what_changed(const TwoEditions& two, const Question& was, const Question& is,
                      std::vector<Difference>& all)
{
    if (was.words != is.words)
        all.push_back(about_question(is, fmt::format("{} asks “{}”; {} asked “{}”", two.called_after,
                                                     is.words, two.called_before, was.words)));
    if (const auto more = values_not_in(is, was); !more.empty())
        all.push_back(about_question(
            is, fmt::format("“{}” In {} it can also be answered {}.", is.words, two.called_after, more)));
    if (const auto less = values_not_in(was, is); !less.empty())
        all.push_back(about_question(is, fmt::format("“{}” In {} it can no longer be answered {}.", is.words,
                                                     two.called_after, less)));
    if (was.help != is.help)
        all.push_back(
            about_question(is, fmt::format("“{}” The help beside it is now: “{}”", is.words, is.help)));
    if (was.why != is.why)
        all.push_back(about_question(is, fmt::format("“{}” Why it is asked is now: “{}”", is.words, is.why)));
    if (was.who_may_answer != is.who_may_answer)
        all.push_back(about_question(is, fmt::format("“{}” It may now be answered by: {}.", is.words,
                                                     fmt::join(is.who_may_answer, ", "))));
}

Difference about_term(const Term& term, std::string words)
{
    return {DifferenceIn::terms, {fmt::format("term.{}", term.code.text())}, std::move(words), {}, {},
            term.audience};
}

std::vector<std::string> paragraphs(std::string_view text)
{
    std::vector<std::string> all;
    while (!text.empty()) {
        const auto end = text.find("\n\n");
        auto one = text.substr(0, end);
        while (one.ends_with('\n')) one.remove_suffix(1);
        if (!one.empty()) all.emplace_back(one);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 2);
    }
    return all;
}

void add_paragraphs(const std::vector<std::string>& of, const std::vector<std::string>& not_in,
                    std::string_view says, std::vector<std::string>& more)
{
    for (const auto& paragraph : of)
        if (std::ranges::find(not_in, paragraph) == not_in.end())
            more.push_back(fmt::format("{}: “{}”", says, paragraph));
}

}  // namespace

std::vector<Difference> question_differences(const TwoEditions& two)
{
    std::vector<Difference> all;
    for (const Question& is : two.after.questions()) {
        if (const Question* was = two.before.question(is.fact.text()))
            add_what_changed(two, *was, is, all);
        else
            all.push_back(
                about_question(is, fmt::format("{} asks something new: “{}”", two.called_after, is.words)));
    }
    for (const Question& was : two.before.questions()) {
        if (two.after.question(was.fact.text()) == nullptr)
            all.push_back(
                about_question(was, fmt::format("{} no longer asks “{}”", two.called_after, was.words)));
    }
    return all;
}

std::vector<Difference> term_differences(const TwoEditions& two)
{
    std::vector<Difference> all;
    for (const auto& [is, at] : two.draft_after.terms) {
        const Term* was = two.before.find_term(is.code.text());
        if (was == nullptr) {
            all.push_back(
                about_term(is, fmt::format("{} has a term of its own: “{}”.", two.called_after, is.words)));
            continue;
        }
        if (was->words != is.words)
            all.push_back(about_term(is, fmt::format("What {} called “{}”, {} calls “{}”.", two.called_before,
                                                     was->words, two.called_after, is.words)));
        if (was->meaning == is.meaning) continue;
        if (!was->meaning.empty())
            all.push_back(about_term(is, fmt::format("{} no longer says of “{}”: “{}”", two.called_after,
                                                     is.words, was->meaning)));
        if (!is.meaning.empty())
            all.push_back(
                about_term(is, fmt::format("{} says of “{}”: “{}”", two.called_after, is.words, is.meaning)));
    }
    for (const auto& [was, at] : two.draft_before.terms) {
        if (two.after.find_term(was.code.text()) == nullptr)
            all.push_back(
                about_term(was, fmt::format("{} no longer has the term “{}”.", two.called_after, was.words)));
    }
    return all;
}

std::vector<Difference> text_differences(const TwoEditions& two)
{
    std::vector<Difference> all;
    const auto add = [&all](const std::string& name, std::string words, std::vector<std::string> more) {
        all.push_back({DifferenceIn::texts, {"text." + name}, std::move(words), std::move(more)});
    };
    for (const auto& [name, text] : two.draft_after.texts) {
        const auto* was = two.before.text(name);
        if (was == nullptr) {
            add(name,
                fmt::format("{} has a page of words on “{}”.", two.called_after, guidance::spaced(name)),
                paragraphs(text));
        } else if (*was != text) {
            std::vector<std::string> more;
            const auto before = paragraphs(*was);
            const auto after = paragraphs(text);
            add_paragraphs(before, after, "no longer", more);
            add_paragraphs(after, before, "now", more);
            add(name,
                fmt::format("What is said on “{}” is put otherwise in {}.", guidance::spaced(name),
                            two.called_after),
                std::move(more));
        }
    }
    for (const auto& [name, text] : two.draft_before.texts) {
        if (two.after.text(name) == nullptr)
            add(name,
                fmt::format("{} no longer has a page of words on “{}”.", two.called_after,
                            guidance::spaced(name)),
                {});
    }
    return all;
}

}  // namespace safelead::app
