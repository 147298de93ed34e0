#include "app/unused_guidance.h"

#include "base/text.h"

#include <fmt/format.h>

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace safelead::app {

namespace {

using guidance::PackDraft;
using guidance::Place;
using guidance::Source;

using Words = std::set<std::string, std::less<>>;

std::string text_of(const Place& place)
{
    return fmt::format("{}:{}", place.file, place.line);
}

void add_words(std::string_view condition, Words& words)
{
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.insert(std::exchange(word, {}));
    };
    for (const char c : condition) {
        const bool in_word = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
        if (in_word) {
            word += c;
        } else {
            end_word();
        }
    }
    end_word();
}

/// Every word that the rules of the edition lead to, by way of groups and definitions.
Words words_in_use(const PackDraft& draft)
{
    Words words;
    for (const auto& table : draft.tables) {
        for (const auto& rule : table.rules) add_words(rule.item.when, words);
    }
    for (std::size_t before = 0; before != words.size();) {
        before = words.size();
        for (const auto* named : {&draft.groups, &draft.definitions}) {
            for (const auto& one : *named) {
                if (words.contains(one.item.name)) add_words(one.item.condition, words);
            }
        }
    }
    return words;
}

/// Things by their place, and whether any edition that reads the file uses them.
class Uses {
public:
    void saw(const Place& at, std::string what, bool is_used)
    {
        auto& use = uses_[{at.file, at.line, what}];
        use = use || is_used;
    }

    [[nodiscard]] std::vector<Shortcoming> unused() const
    {
        std::vector<Shortcoming> found;
        for (const auto& [thing, is_used] : uses_) {
            if (is_used) continue;
            found.push_back({fmt::format("{}:{}", std::get<0>(thing), std::get<1>(thing)),
                             std::get<2>(thing) + " is used by nothing.",
                             {}});
        }
        return found;
    }

private:
    std::map<std::tuple<std::string, int, std::string>, bool> uses_;
};

void look_at(const PackDraft& draft, Uses& uses)
{
    const Words words = words_in_use(draft);
    for (const auto& fact : draft.facts) {
        const bool used =
            fact.item.type == guidance::AnswerType::free_word || words.contains(fact.item.fact.text());
        uses.saw(fact.at, fmt::format("The fact {}", fact.item.fact.text()), used);
    }
    for (const auto& group : draft.groups)
        uses.saw(group.at, "The group " + group.item.name, words.contains(group.item.name));
    for (const auto& one : draft.definitions)
        uses.saw(one.at, "The definition " + one.item.name, words.contains(one.item.name));
}

/// Every code and value that something in the edition can be called by.
Words words_to_show(const PackDraft& draft)
{
    // Shown on the page of the edition.
    Words words{"incident", "incident.police", "incident.between_children", "local_body"};
    for (const auto& table : draft.tables)
        for (const auto& rule : table.rules) words.emplace(rule.item.gives.text());
    for (const auto& route : draft.routes) words.emplace(route.item.code.text());
    for (const auto& question : draft.questions) words.emplace(question.item.fact.text());
    for (const auto& fact : draft.facts) {
        words.emplace(fact.item.fact.text());
        for (const std::string& value : fact.item.values) {
            words.emplace(value);
            words.insert(std::string{fact.item.fact.text()} + "." + value);
        }
    }
    const auto add = [&words](std::string_view group, std::string_view name) {
        words.insert(std::string{group} + "." + std::string{name});
    };
    for (const auto role : guidance::all_roles) add("role", to_text(role));
    for (const auto basis : guidance::all_age_bases) add("age_basis", to_text(basis));
    for (const auto setting : guidance::all_settings) add("setting", to_text(setting));
    return words;
}

void look_at_terms(const PackDraft& draft, Uses& uses)
{
    const Words words = words_to_show(draft);
    for (const auto& term : draft.terms)
        uses.saw(term.at, fmt::format("The term {}", term.item.code.text()),
                 words.contains(term.item.code.text()));
}

void look_for_sources(const PackDraft& draft, std::vector<Shortcoming>& found)
{
    const auto look = [&](const Place& at, std::string_view what, std::string_view id, const Source& source) {
        const bool cited =
            !trim(source.document).empty() && !trim(source.edition).empty() && !trim(source.section).empty();
        if (!cited) found.push_back({text_of(at), fmt::format("The {} {} names no source.", what, id), {}});
    };
    for (const auto& table : draft.tables) {
        for (const auto& rule : table.rules) look(rule.at, "rule", rule.item.id.text(), rule.item.source);
    }
    for (const auto& step : draft.steps) look(step.at, "step", step.item.id.text(), step.item.source);
    for (const auto& question : draft.questions)
        look(question.at, "question", question.item.fact.text(), question.item.source);
    for (const auto& [name, text] : draft.texts) {
        if (!trim(text).starts_with("# "))
            found.push_back(
                {draft.at.file, fmt::format("The text {} does not begin with a title.", name), {}});
    }
}

}  // namespace

std::vector<Shortcoming> unused_or_unsourced(const std::vector<PackDraft>& drafts)
{
    Uses uses;
    std::vector<Shortcoming> found;
    for (const PackDraft& draft : drafts) {
        look_at(draft, uses);
        look_at_terms(draft, uses);
        look_for_sources(draft, found);
    }
    for (Shortcoming& one : uses.unused()) found.push_back(std::move(one));
    return found;
}

}  // namespace safelead::app
