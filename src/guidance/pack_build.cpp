// Checks a draft, part by part in the order of its files, and stops at the first fault.

#include "base/bug.h"
#include "guidance/pack_content.h"
#include "guidance/pack_draft.h"

#include <algorithm>
#include <set>

namespace safelead::guidance {

std::string PackFault::text() const
{
    const std::string where = place.line > 0 ? place.file + ":" + std::to_string(place.line) : place.file;
    return where + ": " + (field.empty() ? "" : field + " ") + problem;
}

namespace {

using Checked = Result<Done, PackFault>;

Failed<PackFault> fault(const Place& at, std::string field, std::string problem)
{
    return fail(PackFault{at, std::move(field), std::move(problem)});
}

/// Every table, in the order in which they are decided.
constexpr std::array<TableKind, table_count> table_order = {
    TableKind::category,   TableKind::criteria,   TableKind::safety_rules,
    TableKind::unresolved, TableKind::indicators, TableKind::route,
    TableKind::at_least,   TableKind::consult,    TableKind::flags};

// What no edition comes near, so that a pack made to be slow is refused before anybody works on it.
constexpr std::size_t most_routes = 32;
constexpr std::size_t most_groups = 64;
constexpr std::size_t most_definitions = 200;
constexpr std::size_t most_steps = 300;
constexpr std::size_t most_terms = 1000;

Hit hit_of(TableKind kind)
{
    const bool alone = kind == TableKind::category || kind == TableKind::route || kind == TableKind::consult;
    return alone ? Hit::first : Hit::all;
}

bool is_always(const TableDraft& table)
{
    return !table.rules.empty() && table.rules.back().item.when == "always";
}

}  // namespace

/// Makes one pack.
class PackPress {
public:
    PackPress(const PackDraft& draft, std::span<const OverlayDraft> overlays)
        : draft_{draft}, overlays_{overlays}
    {
    }

    Result<Pack, PackFault> press()
    {
        SL_TRY(check_sizes());
        SL_TRY(take_vocabulary());
        SL_TRY(take_routes());
        SL_TRY(take_terms());
        SL_TRY(take_questions());
        SL_TRY(take_names());
        for (const TableKind kind : table_order) SL_TRY(take_table(kind));
        SL_TRY(check_definitions());
        SL_TRY(take_steps());
        finish_program();
        content_->texts = draft_.texts;
        return Pack{content_};
    }

private:
    Checked check_sizes() const
    {
        const auto check = [this](std::string_view what, std::size_t count, std::size_t most) -> Checked {
            if (count > most)
                return fault(draft_.at, std::string{what}, "are more than " + std::to_string(most));
            return Done{};
        };
        std::size_t steps = draft_.steps.size();
        for (const OverlayDraft& overlay : overlays_) steps += overlay.steps.size();
        SL_TRY(check("routes", draft_.routes.size(), most_routes));
        SL_TRY(check("people", draft_.groups.size(), most_groups));
        SL_TRY(check("definitions", draft_.definitions.size(), most_definitions));
        SL_TRY(check("steps", steps, most_steps));
        SL_TRY(check("terms", draft_.terms.size(), most_terms));
        return check("questions", draft_.questions.size(), most_facts + 2);
    }

    Checked take_vocabulary()
    {
        std::set<std::string_view> seen;
        std::vector<Vocabulary::Entry> entries;
        if (draft_.facts.empty() || draft_.facts.size() > most_facts)
            return fault(draft_.at, "facts", "are none, or more than 64");
        for (const auto& [entry, at] : draft_.facts) {
            if (!seen.insert(entry.fact.text()).second) return fault(at, "fact", "is declared twice");
            const std::set<std::string_view> values{entry.values.begin(), entry.values.end()};
            const bool free = entry.type == AnswerType::free_word;
            if (values.size() != entry.values.size()) return fault(at, "values", "name a value twice");
            if (!free && !values.contains(unknown_value)) return fault(at, "values", "do not have unknown");
            if (values.size() > 32) return fault(at, "values", "are more than 32");
            entries.push_back(entry);
        }
        content_->vocabulary = Vocabulary{std::move(entries)};
        reader_.emplace(content_->vocabulary);
        return Done{};
    }

    Checked take_routes()
    {
        for (const auto& [route, at] : draft_.routes) {
            const auto& taken = content_->routes;
            if (std::ranges::find(taken, route.code, &Route::code) != taken.end())
                return fault(at, "route", "is declared twice");
            if (!taken.empty() && taken.back().severity > route.severity)
                return fault(at, "severity", "is less than that of the route before");
            content_->routes.push_back(route);
        }
        if (content_->routes.empty()) return fault(draft_.at, "routes", "are none");
        return Done{};
    }

    Checked take_terms()
    {
        for (const auto& [term, at] : draft_.terms) content_->terms.push_back(term);
        std::ranges::sort(content_->terms, {}, [](const Term& term) { return term.code.text(); });
        for (const auto& [term, at] : draft_.terms) {
            if (std::ranges::count(content_->terms, term.code, &Term::code) > 1)
                return fault(at, "code", "has two terms");
        }
        return Done{};
    }

    Checked take_questions()
    {
        for (const auto& [question, at] : draft_.questions) {
            const auto* entry = content_->vocabulary.find(question.fact.text());
            if (question.type != AnswerType::ages && entry == nullptr)
                return fault(at, "fact", "is not a fact of this edition");
            const auto& asked = content_->questions;
            if (std::ranges::find(asked, question.fact, &Question::fact) != asked.end())
                return fault(at, "fact", "is asked twice");
            content_->questions.push_back(question);
            if (entry != nullptr) label(content_->questions.back(), *entry);
        }
        for (const auto& [entry, at] : draft_.facts) {
            if (content_->vocabulary.find(entry.fact.text()) == nullptr) throw_bug("a fact was lost");
            const bool asked = std::ranges::find(content_->questions, entry.fact, &Question::fact) !=
                               content_->questions.end();
            if (!asked && entry.type != AnswerType::free_word) return fault(at, "fact", "has no question");
        }
        return Done{};
    }

    /// A value is shown as the term "fact.value" says, or else the term "value".
    void label(Question& question, const Vocabulary::Entry& entry) const
    {
        question.type = entry.type;
        for (const std::string& value : entry.values) {
            const std::string own = std::string{entry.fact.text()} + "." + value;
            const Term* term = find_term(own);
            if (term == nullptr) term = find_term(value);
            question.values.push_back({value, term == nullptr ? value : term->words});
        }
    }

    [[nodiscard]] const Term* find_term(std::string_view code) const
    {
        const auto found =
            std::ranges::lower_bound(content_->terms, code, {}, [](const Term& t) { return t.code.text(); });
        return found != content_->terms.end() && found->code.text() == code ? &*found : nullptr;
    }

    Checked take_names()
    {
        for (const auto& [group, at] : draft_.groups) {
            const auto declared = reader_->declare_group(group.name, group.condition);
            if (!declared) return fault(at, "is", declared.error().problem);
        }
        for (const auto& [definition, at] : draft_.definitions) {
            const auto declared = reader_->declare_definition(definition.name, definition.condition);
            if (!declared) return fault(at, "means", declared.error().problem);
        }
        return Done{};
    }

    Checked take_table(TableKind kind)
    {
        Table table{kind, hit_of(kind), {}};
        RunnableTable runnable{kind, hit_of(kind), {}};
        if (kind == TableKind::at_least) {
            for (const OverlayDraft& overlay : overlays_) {
                content_->overlays.push_back(overlay.overlay);
                for (const auto& rule : overlay.at_least) SL_TRY(take_rule(rule, table, runnable));
            }
        } else {
            const auto found = std::ranges::find(draft_.tables, kind, &TableDraft::kind);
            if (found == draft_.tables.end())
                return fault(draft_.at, std::string{to_text(kind)}, "is missing");
            const bool must_answer = kind == TableKind::category || kind == TableKind::route;
            if (must_answer && !is_always(*found))
                return fault(found->at, std::string{to_text(kind)}, "must end with a rule for always");
            for (const auto& rule : found->rules) SL_TRY(take_rule(rule, table, runnable));
        }
        std::vector<Code> codes;
        for (const Rule& rule : table.rules) codes.push_back(rule.gives);
        reader_->declare_table(kind, codes);
        if (reader_->codes().size() > most_codes) return fault(draft_.at, "codes", "are more than 192");
        for (std::size_t i = 0; i < table.rules.size(); ++i)
            runnable.rules[i].gives = reader_->number_of(table.rules[i].gives.text());
        content_->program.tables.at(static_cast<std::size_t>(kind)) = std::move(runnable);
        content_->tables.push_back(std::move(table));
        return Done{};
    }

    Checked take_rule(const Placed<Rule>& placed, Table& table, RunnableTable& runnable)
    {
        const auto& [rule, at] = placed;
        if (!rule_ids_.insert(rule.id.text()).second) return fault(at, "id", "is the id of another rule");
        if (table.rules.size() >= most_rules_of_table)
            return fault(at, "rules", "of one table are more than 64");
        SL_TRY(check_code(rule, table.kind, at));
        const auto condition = reader_->read(rule.when);
        if (!condition) return fault(at, "when", condition.error().problem);
        table.rules.push_back(rule);
        runnable.rules.push_back({*condition, 0, rule.source.text()});
        return Done{};
    }

    Checked check_code(const Rule& rule, TableKind kind, const Place& at) const
    {
        if (kind == TableKind::route || kind == TableKind::at_least) {
            if (std::ranges::find(content_->routes, rule.gives, &Route::code) == content_->routes.end())
                return fault(at, "gives", "is not one of the routes");
        } else if (kind == TableKind::unresolved) {
            const std::string_view fact = rule.gives.text();
            const auto& asked = content_->questions;
            if (std::ranges::find_if(asked, [fact](const Question& q) { return q.fact.text() == fact; }) ==
                asked.end())
                return fault(at, "gives", "is not something that is asked");
        } else if (find_term(rule.gives.text()) == nullptr) {
            return fault(at, "gives", "has no term to be shown by");
        }
        return Done{};
    }

    /// A definition that no rule uses must be right too.
    Checked check_definitions()
    {
        for (const auto& [definition, at] : draft_.definitions) {
            const auto read = reader_->read(definition.condition);
            if (!read) return fault(at, "means", read.error().problem);
        }
        return Done{};
    }

    Checked take_steps()
    {
        std::vector<Placed<Step>> all = draft_.steps;
        for (const OverlayDraft& overlay : overlays_)
            all.insert(all.end(), overlay.steps.begin(), overlay.steps.end());
        for (const auto& [step, at] : all) {
            const auto& taken = content_->steps;
            if (std::ranges::find(taken, step.id, &Step::id) != taken.end())
                return fault(at, "id", "is used twice");
            if (step.any_of.empty()) return fault(at, "when", "names nothing");
            for (const auto* codes : {&step.any_of, &step.and_any, &step.unless}) {
                for (const Code& code : *codes) {
                    if (!is_given(code)) return fault(at, std::string{code.text()}, "is given by no rule");
                }
            }
            content_->steps.push_back(step);
        }
        return Done{};
    }

    [[nodiscard]] bool is_given(const Code& code) const
    {
        const auto& known = reader_->codes();
        const auto& routes = content_->routes;
        return std::ranges::find(known, code.text()) != known.end() ||
               std::ranges::find(routes, code, &Route::code) != routes.end();
    }

    void finish_program()
    {
        Program& program = content_->program;
        program.codes = reader_->codes();
        for (const std::string& code : program.codes) {
            const auto& routes = content_->routes;
            const auto route =
                std::ranges::find_if(routes, [&](const Route& r) { return r.code.text() == code; });
            program.severity_of_code.push_back(route == routes.end() ? -1 : route->severity);
        }
        const auto& entries = content_->vocabulary.entries();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto place =
                std::ranges::find(entries[i].values, unknown_value) - entries[i].values.begin();
            program.facts.push_back({std::string{entries[i].fact.text()}, static_cast<std::uint16_t>(i),
                                     static_cast<std::uint8_t>(place), entries[i].values});
        }
        std::ranges::sort(program.facts, {}, &RunnableFact::name);
        program.nodes = std::move(*reader_).take_nodes();
        program.names = std::move(*reader_).take_names();
        int limit = 0;
        int gap = 0;
        for (const Node& node : program.nodes) {
            if (node.op == Op::another_is_older) gap = std::max(gap, int{node.number});
            if (node.op == Op::age_under || node.op == Op::age_or_over)
                limit = std::max(limit, int{node.number});
        }
        program.oldest_age_that_matters = std::min(oldest_age, limit + gap);
    }

    const PackDraft& draft_;
    std::span<const OverlayDraft> overlays_;
    std::shared_ptr<Pack::Content> content_ = std::make_shared<Pack::Content>(draft_.imprint);
    std::optional<ConditionReader> reader_;
    std::set<std::string_view> rule_ids_;
};

Result<Pack, PackFault> build_pack(const PackDraft& draft, std::span<const OverlayDraft> overlays)
{
    return PackPress{draft, overlays}.press();
}

}  // namespace safelead::guidance
