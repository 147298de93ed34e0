#include "app/allow.h"
#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/report_concern.h"
#include "app/said.h"
#include "app/write_concern.h"

#include <algorithm>

namespace safelead::app {
namespace {

MyReport shown_to_reporter(const record::Concern& concern)
{
    return {concern.reported.reference,
            concern.reported_at,
            concern.read_at,
            concern.in.has_value(),
            concern.still_worried,
            concern.reported.danger_now,
            concern.reported.routed_to,
            concern.reported.staff_involved != record::StaffInvolved::nobody &&
                concern.reported.staff_involved != record::StaffInvolved::unknown,
            concern.by_way_of};
}

Outcome<FoldedConcern> own_report(Parts& parts, const Actor& actor, const record::Reference& reference,
                                  access::Action action)
{
    return find_concern(*SL_TRY(workspace_of(parts, actor)), actor, reference, action);
}

}  // namespace

Outcome<std::vector<MyReport>> my_reports(Safelead& safelead, const Actor& actor)
{
    auto* workspace = SL_TRY(workspace_of(safelead.parts(), actor));
    std::vector<MyReport> reports;
    for (const auto& concern : workspace->concerns_reported_by(actor.person)) {
        const auto subject = subject_of(actor.organisation, *concern);
        if (is_allowed(actor, access::Action::see_own_report, subject))
            reports.push_back(shown_to_reporter(*concern));
    }
    std::ranges::sort(reports, std::ranges::greater{}, &MyReport::reported_at);
    return reports;
}

Outcome<MyReport> my_report(Safelead& safelead, const Actor& actor, const record::Reference& reference)
{
    const auto concern =
        SL_TRY(own_report(safelead.parts(), actor, reference, access::Action::see_own_report));
    return shown_to_reporter(*concern.it);
}

Later<Outcome<StillWorriedKept>> still_worried(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, const record::Reference& reference,
                                               std::string words)
{
    auto& parts = safelead.parts();
    const auto found = own_report(parts, actor, reference, access::Action::say_still_worried);
    if (!found) return refused<StillWorriedKept>(found.error());
    auto& workspace = parts.workspace(actor.organisation);

    WordsGate gate;
    gate(words);
    Said said{"still worried"};
    said(reference);
    said(words);
    const NewIds ids{workspace.log(), actor.person.text(), command};
    const auto decide = [&workspace, id = found->it->reported.concern, by = actor.person,
                         words]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_concern(writing, workspace, id, record::SayStillWorried{by, words}));
        return writing;
    };
    return carry_out(workspace,
                     {ids.command(), said.bytes(), parts.now(), std::string{reference.text()}, decide})
        .then([taken_out = gate.taken_out()](Outcome<Kept> kept) -> Outcome<StillWorriedKept> {
            (void)SL_TRY(std::move(kept));
            return StillWorriedKept{taken_out};
        });
}

Outcome<std::vector<StaffMember>> staff_of(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::report_concern));
    const auto partnership = safelead.parts().partnership();
    std::vector<StaffMember> staff;
    for (const auto* person : partnership->people_of(actor.organisation))
        staff.push_back({person->id, person->name, partnership->roles_of(person->id, actor.organisation)});
    std::ranges::sort(staff, {}, &StaffMember::name);
    return staff;
}

}  // namespace safelead::app
