#pragma once

#include "app/actor.h"
#include "app/cases.h"
#include "app/write_case.h"

namespace safelead::app {

/// One command in one case, while it is carried out.
class ChangingCase {
public:
    ChangingCase(Parts& parts, Workspace& workspace, const Actor& actor, const CommandId& command,
                 const record::Case& of);

    [[nodiscard]] Workspace& workspace() const { return workspace_; }
    [[nodiscard]] const NewIds& ids() const { return ids_; }
    [[nodiscard]] const record::CaseId& id() const { return id_; }
    [[nodiscard]] const record::Reference& reference() const { return reference_; }
    [[nodiscard]] const PersonId& by() const { return by_; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] Date today() const;

    /// The case as it is in memory now.
    [[nodiscard]] std::optional<FoldedCase> now_known() const { return workspace_.one_case(id_); }

    /// Decides on the case as it is now.
    [[nodiscard]] Outcome<Done> write(Writing& writing, const record::CaseCommand& change) const;

private:
    Parts& parts_;
    Workspace& workspace_;
    PersonId by_;
    NewIds ids_;
    record::CaseId id_;
    record::Reference reference_;
    std::string edition_;
    Instant now_;
};

/// The case, if the actor may do `action` in it.
[[nodiscard]] Outcome<std::shared_ptr<const ChangingCase>> begin_change(Parts& parts, const Actor& actor,
                                                                        const CommandId& command,
                                                                        const record::Reference& reference,
                                                                        access::Action action);

/// Keeps what `decide` gives, and gives the case as it is then.
[[nodiscard]] Later<Outcome<CaseChanged>> carry_out_change(std::shared_ptr<const ChangingCase> changing,
                                                           Bytes content, std::size_t taken_out,
                                                           std::function<Outcome<Writing>()> decide);

}  // namespace safelead::app
