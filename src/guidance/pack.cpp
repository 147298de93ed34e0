#include "guidance/pack.h"

#include "base/bug.h"
#include "guidance/pack_content.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace safelead::guidance {

namespace {

constexpr std::size_t longest_word = 60;

std::string list(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return text;
}

const Route* find_route(const std::vector<Route>& routes, std::string_view code)
{
    const auto found = std::ranges::find_if(routes, [code](const Route& r) { return r.code.text() == code; });
    return found == routes.end() ? nullptr : &*found;
}

}  // namespace

std::string Source::text() const
{
    return document + ", " + edition + ", " + section;
}

std::string_view to_text(Standing standing)
{
    return standing == Standing::guidance ? "guidance" : "project rule";
}

std::string_view to_text(Owner owner)
{
    static constexpr std::array<std::string_view, 4> names = {"dsl", "head", "reporter", "any"};
    return names.at(static_cast<std::size_t>(owner));
}

std::string_view to_text(TableKind kind)
{
    static constexpr std::array<std::string_view, table_count> names = {
        "category", "criteria", "safety_rules", "unresolved", "indicators",
        "route",    "at_least", "consult",      "flags"};
    return names.at(static_cast<std::size_t>(kind));
}

Vocabulary::Vocabulary(std::vector<Entry> entries) : entries_{std::move(entries)}, by_name_(entries_.size())
{
    std::iota(by_name_.begin(), by_name_.end(), std::uint16_t{0});
    std::ranges::sort(by_name_, {}, [this](std::uint16_t i) { return entries_[i].fact.text(); });
}

const Vocabulary::Entry* Vocabulary::find(std::string_view fact) const
{
    const auto name = [this](std::uint16_t i) { return entries_[i].fact.text(); };
    const auto place = std::ranges::lower_bound(by_name_, fact, {}, name);
    return place != by_name_.end() && name(*place) == fact ? &entries_[*place] : nullptr;
}

Result<Done, FactFault> Vocabulary::check(std::string_view fact, std::string_view value) const
{
    const Entry* entry = find(fact);
    if (entry == nullptr) return fail(FactFault{std::string{fact}, "is not a fact of this edition"});
    if (entry->type == AnswerType::free_word) {
        const bool has_control = std::ranges::any_of(value, [](char c) { return c >= 0 && c < ' '; });
        if (value.empty() || value.size() > longest_word || has_control)
            return fail(FactFault{std::string{fact}, "is not a word of 1 to 60 characters"});
        return Done{};
    }
    if (std::ranges::find(entry->values, value) == entry->values.end())
        return fail(FactFault{std::string{fact}, "is not one of " + list(entry->values)});
    return Done{};
}

Result<Done, FactFault> Vocabulary::check(const Facts& facts) const
{
    for (const Answer& answer : facts.answers()) SL_TRY(check(answer.fact.text(), answer.value));
    return Done{};
}

const Imprint& Pack::imprint() const
{
    return content_->imprint;
}

const std::vector<OverlayId>& Pack::overlays() const
{
    return content_->overlays;
}

const Vocabulary& Pack::vocabulary() const
{
    return content_->vocabulary;
}

const std::vector<Question>& Pack::questions() const
{
    return content_->questions;
}

const Question* Pack::question(std::string_view fact) const
{
    const auto& all = content_->questions;
    const auto found = std::ranges::find_if(all, [fact](const Question& q) { return q.fact.text() == fact; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<Table>& Pack::tables() const
{
    return content_->tables;
}

const Rule* Pack::rule(std::string_view id) const
{
    for (const Table& table : content_->tables) {
        for (const Rule& rule : table.rules) {
            if (rule.id.text() == id) return &rule;
        }
    }
    return nullptr;
}

const std::vector<Step>& Pack::steps() const
{
    return content_->steps;
}

std::string_view Pack::term(std::string_view code) const
{
    const Term* found = find_term(code);
    return found == nullptr ? code : std::string_view{found->words};
}

const Term* Pack::find_term(std::string_view code) const
{
    const auto& terms = content_->terms;
    const auto place =
        std::ranges::lower_bound(terms, code, {}, [](const Term& term) { return term.code.text(); });
    return place != terms.end() && place->code.text() == code ? &*place : nullptr;
}

bool Pack::is_shown_to_schools(std::string_view code) const
{
    const Term* found = find_term(code);
    return found == nullptr || found->audience == Term::Audience::everyone;
}

const std::vector<Route>& Pack::routes() const
{
    return content_->routes;
}

int Pack::severity(std::string_view route) const
{
    const Route* found = find_route(content_->routes, route);
    if (found == nullptr) throw_bug("an edition was asked about a route that it does not have");
    return found->severity;
}

bool Pack::is_referring(std::string_view route) const
{
    const Route* found = find_route(content_->routes, route);
    if (found == nullptr) throw_bug("an edition was asked about a route that it does not have");
    return found->referral == Route::Referral::referring;
}

const std::string* Pack::text(std::string_view name) const
{
    const auto found = content_->texts.find(name);
    return found == content_->texts.end() ? nullptr : &found->second;
}

const Program& Pack::program() const
{
    return content_->program;
}

}  // namespace safelead::guidance
