#include "app/changing_case.h"

#include "app/allow.h"
#include "app/parts.h"

namespace safelead::app {

ChangingCase::ChangingCase(Parts& parts, Workspace& workspace, const Actor& actor, const CommandId& command,
                           const record::Case& of)
    : parts_{parts},
      workspace_{workspace},
      by_{actor.person},
      ids_{workspace.log(), actor.person.text(), command},
      id_{of.id},
      reference_{of.reference},
      edition_{of.edition},
      now_{parts.now()}
{
}

Date ChangingCase::today() const
{
    return parts_.zone.local(now_).wall.date;
}

Outcome<Done> ChangingCase::write(Writing& writing, const record::CaseCommand& change) const
{
    return write_case(writing, parts_, workspace_, ids_, id_, edition_, change, now_);
}

Outcome<std::shared_ptr<const ChangingCase>> begin_change(Parts& parts, const Actor& actor,
                                                          const CommandId& command,
                                                          const record::Reference& reference,
                                                          access::Action action)
{
    auto* workspace = SL_TRY(workspace_of(parts, actor));
    const auto of = SL_TRY(find_case(*workspace, actor, reference, action));
    return std::make_shared<const ChangingCase>(parts, *workspace, actor, command, *of.it);
}

Later<Outcome<CaseChanged>> carry_out_change(std::shared_ptr<const ChangingCase> changing, Bytes content,
                                             std::size_t taken_out, std::function<Outcome<Writing>()> decide)
{
    auto& workspace = changing->workspace();
    return carry_out(workspace, {changing->ids().command(), std::move(content), changing->now(),
                                 std::string{changing->reference().text()}, std::move(decide)})
        .then([changing, taken_out](Outcome<Kept> kept) -> Outcome<CaseChanged> {
            const auto as_kept = SL_TRY(std::move(kept));
            const auto known = changing->now_known();
            if (!known) return fail(NotThere{});  // Erased a moment ago.
            return CaseChanged{known->it, taken_out, as_kept.at, as_kept.turn};
        });
}

}  // namespace safelead::app
