#include "exchange/dmn.h"

#include "exchange/dmn_conditions.h"
#include "exchange/dmn_model.h"
#include "exchange/dmn_xml.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::exchange {

namespace {

using guidance::Pack;
using guidance::TableKind;

/// What a table is for, as a reader meets it.
std::string_view question_of(TableKind kind)
{
    switch (kind) {
        case TableKind::category:
            return "What kind of incident is it? The first that holds.";
        case TableKind::criteria:
            return "Which criteria for immediate referral hold? All that hold.";
        case TableKind::safety_rules:
            return "Which safety rules hold? All that hold.";
        case TableKind::unresolved:
            return "What is not known and matters? All that hold.";
        case TableKind::indicators:
            return "What tells against managing alone? All that hold.";
        case TableKind::route:
            return "What is the least that should be done? The first that holds.";
        case TableKind::at_least:
            return "Which routes do overlays call for? All that hold.";
        case TableKind::consult:
            return "Who is consulted, if the route is to consult? The first that holds.";
        case TableKind::flags:
            return "What else has to be thought of? All that hold.";
    }
    return {};
}

class Export {
public:
    Export(const Pack& pack, DmnForm form) : pack_{pack}, form_{form}, conditions_{pack, form, model_} {}

    dmn::Model take()
    {
        describe();
        add_inputs();
        for (const guidance::Table& table : pack_.tables()) {
            if (table.kind == TableKind::at_least && table.rules.empty()) continue;
            const bool is_raised = table.kind == TableKind::route && has_overlay_rules();
            const std::string name = is_raised ? "route_before_overlays" : std::string{to_text(table.kind)};
            add_table(table, name);
            conditions_.add_result(table.kind, name);
            if (table.kind == TableKind::at_least) {
                add_raised_route();
                conditions_.add_result(TableKind::route, "route");
            }
        }
        return std::move(model_);
    }

private:
    void describe()
    {
        const guidance::Imprint& imprint = pack_.imprint();
        model_.id = pack_.edition().text();
        model_.title = fmt::format("{} ({})", imprint.title, pack_.edition().text());
        for (const auto& overlay : pack_.overlays()) model_.title += fmt::format(", with {}", overlay.text());
        model_.description = fmt::format(
            "Exported from guidance pack {} with digest {}. {} A value of \"unknown\" is an answer, and "
            "never "
            "counts as no.",
            pack_.edition().text(), imprint.digest,
            imprint.verified_by ? "Checked by " + *imprint.verified_by + "."
                                : "No practising safeguarding lead has checked these rules yet.");
    }

    void add_inputs()
    {
        for (const auto& entry : pack_.vocabulary().entries()) {
            if (entry.values.empty()) continue;  // A free word, which no rule looks at.
            std::vector<std::string> values;
            for (const std::string& value : entry.values) values.push_back(dmn::dmn_text(value));
            const auto* question = pack_.question(entry.fact.text());
            model_.inputs.push_back({std::string{entry.fact.text()},
                                     question == nullptr ? std::string{} : question->words, "string",
                                     std::move(values)});
        }
        if (form_ != DmnForm::v1_1_s_feel)
            model_.inputs.push_back({"people", "Everybody who has a part in the incident", "people", {}});
    }

    void add_table(const guidance::Table& table, const std::string& name)
    {
        const auto& runnable = pack_.program().tables.at(static_cast<std::size_t>(table.kind));
        const bool first = table.hit == guidance::Hit::first;
        dmn::Decision decision{name,     std::string{question_of(table.kind)},
                               "string", {},
                               {},       first ? dmn::HitPolicy::first : dmn::HitPolicy::collect,
                               {},       {}};
        for (std::size_t i = 0; i < table.rules.size(); ++i) {
            const guidance::Rule& rule = table.rules[i];
            const dmn::Note note{std::string{rule.id.text()}, std::string{to_text(rule.standing)},
                                 rule.source.text(), rule.when};
            const std::string gives = dmn::dmn_text(rule.gives.text());
            for (const dmn::Cells& cells : conditions_.lines_of(runnable.rules.at(i).condition))
                decision.lines.push_back({cells, gives, note});
            if (std::ranges::find(decision.output_values, gives) == decision.output_values.end())
                decision.output_values.push_back(gives);
        }
        model_.decisions.push_back(std::move(decision));
    }

    [[nodiscard]] bool has_overlay_rules() const
    {
        return !pack_.program().tables.at(static_cast<std::size_t>(TableKind::at_least)).rules.empty();
    }

    /// The most urgent of what the tables give. Overlays raise the route and never lower it.
    void add_raised_route()
    {
        dmn::Decision decision{
            "route", std::string{question_of(TableKind::route)}, "string", {}, {}, dmn::HitPolicy::first, {},
            {}};
        std::vector<guidance::Route> routes = pack_.routes();
        std::ranges::stable_sort(routes, std::ranges::greater{}, &guidance::Route::severity);
        for (auto same = routes.begin(); same != routes.end();) {
            const auto after = std::find_if(
                same, routes.end(), [&same](const auto& route) { return route.severity != same->severity; });
            for (const std::string_view table : {"route_before_overlays", "at_least"}) {
                for (auto route = same; route != after; ++route) add_raise(decision, table, *route);
            }
            same = after;
        }
        model_.decisions.push_back(std::move(decision));
    }

    void add_raise(dmn::Decision& decision, std::string_view table, const guidance::Route& route)
    {
        const std::string gives = dmn::dmn_text(route.code.text());
        const auto kind = table == "at_least" ? TableKind::at_least : TableKind::route;
        const dmn::Note note{fmt::format("raise.{}.{}", table, route.code.text()), "project rule",
                             "Safelead project rules: overlays can only raise the route",
                             fmt::format("{} gives {}", table, route.code.text())};
        for (const dmn::Cells& cells : conditions_.lines_of_code(kind, route.code.text()))
            decision.lines.push_back({cells, gives, note});
        if (std::ranges::find(decision.output_values, gives) == decision.output_values.end())
            decision.output_values.push_back(gives);
    }

    const Pack& pack_;
    DmnForm form_;
    dmn::Model model_;
    dmn::Conditions conditions_;
};

}  // namespace

std::string pack_to_dmn(const Pack& pack, DmnForm form)
{
    return dmn::to_xml(Export{pack, form}.take(), form);
}

}  // namespace safelead::exchange
