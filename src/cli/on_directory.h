#pragma once

// The commands on organisations and people, each carried out; exit codes and errors as in cli/on_record.h.

#include "cli/on_record.h"

namespace safelead::cli {

[[nodiscard]] int add(const OrganisationAdd& asked, const OnRecordWith& with);
[[nodiscard]] int change(const OrganisationChange& asked, const OnRecordWith& with);
[[nodiscard]] int list(const OrganisationList& asked, const OnRecordWith& with);
[[nodiscard]] int finish(const OrganisationFinishSetUp& asked, const OnRecordWith& with);
[[nodiscard]] int reopen(const OrganisationReopenSetUp& asked, const OnRecordWith& with);
[[nodiscard]] int invite(const PersonInvite& asked, const OnRecordWith& with);
[[nodiscard]] int add(const PersonAdd& asked, const OnRecordWith& with);
[[nodiscard]] int give(const PersonGiveRole& asked, const OnRecordWith& with);
[[nodiscard]] int take(const PersonTakeRole& asked, const OnRecordWith& with);
[[nodiscard]] int left(const PersonLeft& asked, const OnRecordWith& with);
[[nodiscard]] int list(const PersonList& asked, const OnRecordWith& with);

}  // namespace safelead::cli
