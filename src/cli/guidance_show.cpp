#include "cli/guidance_show.h"

#include "base/bug.h"
#include "cli/exit_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>

namespace safelead::cli {

namespace {

using guidance::Pack;
using guidance::PackDraft;
using guidance::Table;
using guidance::TableKind;

std::size_t count_rules(const Pack& pack)
{
    std::size_t rules = 0;
    for (const Table& table : pack.tables()) rules += table.rules.size();
    return rules;
}

std::string checked_by(const guidance::Imprint& imprint)
{
    if (!imprint.verified_by) return "not yet checked by a practising safeguarding lead";
    const std::string on = imprint.verified_on ? " on " + to_text(*imprint.verified_on) : std::string{};
    return "checked by " + *imprint.verified_by + on;
}

std::string in_force(const guidance::Imprint& imprint)
{
    if (!imprint.in_force_to) return fmt::format("in force from {}", to_text(imprint.in_force_from));
    return fmt::format("in force {} to {}", to_text(imprint.in_force_from), to_text(*imprint.in_force_to));
}

std::string_view heading(TableKind kind)
{
    switch (kind) {
        case TableKind::category:
            return "Category: what kind of incident it is";
        case TableKind::criteria:
            return "Criteria for immediate referral";
        case TableKind::safety_rules:
            return "Safety rules";
        case TableKind::unresolved:
            return "Unresolved: what is not known and matters";
        case TableKind::indicators:
            return "Indicators";
        case TableKind::route:
            return "Route: the least that should be done";
        case TableKind::at_least:
            return "Overlays: at least this route";
        case TableKind::consult:
            return "Whom to consult";
        case TableKind::flags:
            return "Flags: what else to see to";
    }
    throw_bug("a table that has no heading");
}

void show_named(std::string_view title, const std::vector<guidance::Placed<guidance::NamedCondition>>& named,
                std::ostream& out)
{
    out << '\n' << title << '\n';
    for (const auto& one : named) out << fmt::format("  {:<20} {}\n", one.item.name, one.item.condition);
}

void show_table(const Pack& pack, const Table& table, std::ostream& out)
{
    if (table.rules.empty()) return;
    out << fmt::format("\n{} ({})\n", heading(table.kind),
                       table.hit == guidance::Hit::first ? "the first rule that holds" : "all that hold");
    for (const guidance::Rule& rule : table.rules) {
        const auto code = rule.gives.text();
        const auto* question = pack.question(code);
        const auto words = question != nullptr ? std::string_view{question->words} : pack.term(code);
        out << fmt::format("  {}\n    gives   {}{}\n    when    {}\n    source  {}\n    kind    {}\n",
                           rule.id.text(), code, words == code ? "" : fmt::format(": {}", words), rule.when,
                           rule.source.text(), guidance::to_text(rule.standing));
    }
}

const PackDraft& draft_of(const app::Packs& packs, const Pack& pack)
{
    return *std::ranges::find_if(
        packs.drafts(), [&](const PackDraft& draft) { return draft.imprint.edition == pack.edition(); });
}

}  // namespace

std::optional<app::Packs> load_packs(const std::filesystem::path& guidance, std::ostream& errors)
{
    auto packs = app::Packs::load(guidance);
    if (packs) return *std::move(packs);
    errors << packs.error().text() << '\n';
    return std::nullopt;
}

const Pack* find_edition(const app::Packs& packs, std::string_view edition, std::ostream& errors)
{
    const Pack* found = packs.find(edition);
    if (found != nullptr) return found;
    errors << fmt::format("There is no edition {}. There are:", edition);
    for (const Pack& pack : packs.editions()) errors << ' ' << pack.edition().text();
    errors << ".\n";
    return nullptr;
}

int list_guidance(const std::filesystem::path& guidance, std::ostream& out, std::ostream& errors)
{
    const auto packs = load_packs(guidance, errors);
    if (!packs) return exit_said_no;
    for (const Pack& pack : packs->editions()) {
        const auto& imprint = pack.imprint();
        out << fmt::format("{:<14} {}\n{:15}{}, {}\n{:15}{} rules and {} steps, {}\n", imprint.edition.text(),
                           imprint.title, "", imprint.publisher, in_force(imprint), "", count_rules(pack),
                           pack.steps().size(), checked_by(imprint));
    }
    if (!packs->overlays().empty()) out << "\nOverlays, laid on an edition only when asked for:\n";
    for (const auto& overlay : packs->overlays())
        out << fmt::format("{:<20} {} ({})\n", overlay.overlay.text(), overlay.title, overlay.status);
    return exit_done;
}

int show_guidance(const GuidanceShow& asked, const std::filesystem::path& guidance, std::ostream& out,
                  std::ostream& errors)
{
    const auto packs = load_packs(guidance, errors);
    if (!packs) return exit_said_no;
    const Pack* pack = find_edition(*packs, asked.edition, errors);
    if (pack == nullptr) return exit_wrong_use;

    const auto& imprint = pack->imprint();
    out << fmt::format("{}\n{}, {}, {}\nRules {}.\n", imprint.title, imprint.publisher, imprint.status,
                       in_force(imprint), checked_by(imprint));
    const PackDraft& draft = draft_of(*packs, *pack);
    show_named("People: names for groups", draft.groups, out);
    show_named("Definitions: names for conditions", draft.definitions, out);
    for (const Table& table : pack->tables()) show_table(*pack, table, out);
    return exit_done;
}

}  // namespace safelead::cli
