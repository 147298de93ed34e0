#include "app/end_openings.h"

#include "app/new_ids.h"
#include "app/parts.h"
#include "app/said.h"
#include "app/write_case.h"

namespace safelead::app {
namespace {

Later<Outcome<Kept>> end_opening(Parts& parts, Workspace& workspace, const record::Case& of,
                                 const record::Opening& opening, Instant now)
{
    // The same step has the same name, so a second timer or a restart in between does it once.
    const CommandId step{std::string{opening.id.text()} + "/ends"};
    const auto ids = std::make_shared<const NewIds>(workspace.log(), "ending", step);
    Said said{"end opening"};
    said(opening.id);
    const auto decide = [&parts, &workspace, ids, id = of.id, edition = of.edition, opening,
                         now]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_case(writing, parts, workspace, *ids, id, edition, record::EndOpening{opening.id}, now));
        return writing;
    };
    return carry_out(workspace, {ids->command(), said.bytes(), now, {}, decide});
}

}  // namespace

std::vector<Later<Outcome<Kept>>> end_openings(Parts& parts, Workspace& workspace, Instant now)
{
    std::vector<Later<Outcome<Kept>>> ended;
    for (const auto& of : workspace.cases_opened_by_force()) {
        if (workspace.is_stopped(stream_of(of.id))) continue;
        const auto whole = workspace.one_case(of.id);
        if (!whole) continue;  // Erased a moment ago.
        for (const auto& opening : of.who_reads.openings)
            if (opening.until <= now)
                ended.push_back(end_opening(parts, workspace, *whole->it, opening, now));
    }
    return ended;
}

std::optional<Instant> next_opening_end(Workspace& workspace)
{
    std::optional<Instant> next;
    for (const auto& of : workspace.cases_opened_by_force())
        for (const auto& opening : of.who_reads.openings)
            if (!next || opening.until < *next) next = opening.until;
    return next;
}

}  // namespace safelead::app
