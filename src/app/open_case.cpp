#include "app/allow.h"
#include "app/cases.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/write_case.h"
#include "app/write_concern.h"

#include <algorithm>

namespace safelead::app {
namespace {

class Opening {
public:
    Opening(Parts& parts, Workspace& workspace, const Actor& actor, const CommandId& command,
            std::vector<record::ConcernId> concerns)
        : parts_{parts},
          workspace_{workspace},
          by_{actor.person},
          ids_{workspace.log(), actor.person.text(), command},
          concerns_{std::move(concerns)},
          now_{parts.now()},
          id_{ids_.id<record::CaseId>("case")},
          reference_{ids_.reference('C', [&](const record::Reference& taken) {
              const auto other = workspace_.one_case(taken);
              return other && other->it->id != id_;
          })}
    {
    }

    ToCarryOut command(Bytes content) const
    {
        return {ids_.command(), std::move(content), now_, std::string{reference_.text()},
                [this] { return decide(); }};
    }

    CaseOpened opened() const { return {id_, reference_}; }

private:
    Outcome<Writing> decide() const
    {
        const auto reported_on = day_of_report();
        const auto* in_force = parts_.packs.in_force_on(reported_on);
        // Before the first edition nothing was in force; the first is the nearest that is known.
        const auto& pack = in_force != nullptr ? *in_force : parts_.packs.editions().front();

        Writing writing;
        const record::OpenCase asked{id_, reference_, by_, concerns_, reported_on};
        SL_TRY(write_case(writing, parts_, workspace_, ids_, id_, pack.edition().text(), asked, now_));
        for (const auto& concern : concerns_)
            SL_TRY(write_concern(writing, workspace_, concern, record::TakeIntoCase{by_, id_}));
        return writing;
    }

    /// The day, in England, of the first of the concerns; today without any.
    Date day_of_report() const
    {
        auto first = now_;
        for (const auto& id : concerns_)
            if (const auto concern = workspace_.concern(id))
                first = std::min(first, concern->it->reported_at);
        return parts_.zone.local(first).wall.date;
    }

    Parts& parts_;
    Workspace& workspace_;
    PersonId by_;
    NewIds ids_;
    std::vector<record::ConcernId> concerns_;
    Instant now_;
    record::CaseId id_;
    record::Reference reference_;
};

Outcome<std::vector<record::ConcernId>> concerns_to_settle(Workspace& workspace, const Actor& actor,
                                                           const std::vector<record::Reference>& references)
{
    if (references.empty()) SL_TRY(allow(actor, access::Action::open_case));
    std::vector<record::ConcernId> concerns;
    for (const auto& reference : references) {
        const auto concern =
            SL_TRY(find_concern(workspace, actor, reference, access::Action::settle_concern));
        const auto& id = concern.it->reported.concern;
        if (std::ranges::find(concerns, id) == concerns.end()) concerns.push_back(id);
    }
    return concerns;
}

}  // namespace

Later<Outcome<CaseOpened>> open_case(Safelead& safelead, const Actor& actor, const CommandId& command,
                                     std::vector<record::Reference> concerns)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<CaseOpened>(std::move(workspace).error());
    auto ids = concerns_to_settle(**workspace, actor, concerns);
    if (!ids) return refused<CaseOpened>(std::move(ids).error());

    Said said{"open case"};
    said(*ids);
    auto opening = std::make_shared<Opening>(parts, **workspace, actor, command, *std::move(ids));
    return carry_out(**workspace, opening->command(said.bytes()))
        .then([opening](Outcome<Kept> kept) -> Outcome<CaseOpened> {
            (void)SL_TRY(std::move(kept));
            return opening->opened();
        });
}

}  // namespace safelead::app
