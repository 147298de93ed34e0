#pragma once

#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/workspace.h"
#include "record/case_commands.h"

namespace safelead::app {

class Parts;

/// Decides `command` on the case as it is now (or as it begins), and adds what comes of it to `writing`: what
/// concerns one child alone under that child's part, also of one who was taken out. `edition` is the one in
/// force on the day of the report.
[[nodiscard]] Outcome<Done> write_case(Writing& writing, Parts& parts, Workspace& workspace,
                                       const NewIds& ids, const record::CaseId& of, std::string_view edition,
                                       const record::CaseCommand& command, Instant now);

/// How the case's referrals stand, as their own records have it.
[[nodiscard]] record::ReferralsStand referrals_stand(Workspace& workspace, const record::CaseId& of);

/// What is sealed of somebody who was ever in the case: under their own part, if they have a record.
[[nodiscard]] ledger::PartId part_of_added(const record::PersonAdded& added);

/// Which child somebody who is in the case now is, if they have a record.
[[nodiscard]] const record::ChildId* child_of(const record::Case& of, const record::CaseRef& ref);

}  // namespace safelead::app
