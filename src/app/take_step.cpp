#include "app/kept_links.h"
#include "app/new_ids.h"
#include "app/referral_clocks.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

/// When an answer on that rung is due, where the ladder says so.
std::optional<Instant> rung_due(const Parts& parts, const StepOffers& offers, const record::StepSaid& said,
                                Instant now)
{
    const auto rung = std::ranges::find(offers.ladder, said.rung, &directory::Rung::id);
    if (rung == offers.ladder.end() || !rung->deadline) return std::nullopt;
    return directory::WorkingTime{{}, parts.local.holidays, parts.zone}.deadline_after(now, *rung->deadline);
}

record::TakeStep step_of(Safelead& safelead, const Actor& actor, const record::Referral& referral,
                         record::Side side, record::StepSaid said, Instant now)
{
    auto& parts = safelead.parts();
    const auto& sender = referral.sent->from.id;
    // A step that begins a clock asks the other side; only what is received after all is theirs who say so.
    const bool asks_receiver = side == record::Side::sender || said.kind == record::StepKind::received;
    const auto clock = clock_for(parts, asks_receiver ? record::Side::receiver : record::Side::sender, sender,
                                 referral.to, now);
    const auto offers = step_offers(safelead, actor, sender);
    const auto rung_answer_by = rung_due(parts, offers, said, now);
    record::TakeStep step{actor.person,    actor.name,        side,          now, std::move(said),
                          clock.answer_by, clock.managers_at, rung_answer_by};
    for (const auto& rung : offers.ladder) step.ladder.push_back(rung.id);
    return step;
}

void end_links_if_over(Parts& parts, Workspace& workspace, const record::ReferralId& id)
{
    const auto found = workspace.referral(id);
    if (found && !record::opens_by_link(found->it->state)) end_links(parts, id);
}

}  // namespace

Later<Outcome<ReferralChanged>> take_step(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const record::Referral& referral, record::Side side,
                                          record::StepSaid said)
{
    auto& parts = safelead.parts();
    if (!referral.sent) return refused<ReferralChanged>(NotThere{});
    const auto sender = referral.sent->from.id;
    const bool held_by_sender = is_not_here(referral.to);
    const auto receiver = held_by_sender ? sender : referral.to.id;
    auto* workspace = parts.find_workspace(receiver);
    if (workspace == nullptr) return refused<ReferralChanged>(NotThere{});
    WordsGate gate;
    gate(said);
    Said typed{"referral step"};
    typed(referral.id);
    typed(said);
    // Who answered was typed too where they have no account.
    if (held_by_sender && side == record::Side::receiver) typed(actor.name);
    const auto ids = std::make_shared<const NewIds>(workspace->log(), actor.person.text(), command);
    const auto now = parts.now();
    const auto decide =
        [&parts, &of = *workspace, id = referral.id, held_by_sender, ids,
         step = step_of(safelead, actor, referral, side, std::move(said), now)]() -> Outcome<Writing> {
        Writing writing;
        if (held_by_sender)
            SL_TRY(write_step_here(writing, parts, of, *ids, id, step));
        else
            SL_TRY(write_referral_events(writing, parts, of, id, step));
        return writing;
    };
    return carry_out(*workspace,
                     {ids->command(), typed.bytes(), now, std::string{referral.reference.text()}, decide})
        .then([&parts, &of = *workspace, id = referral.id, sender,
               receiver](Outcome<Kept> kept) -> Later<Outcome<Kept>> {
            if (!kept) return kept;
            if (sender == receiver) {
                end_links_if_over(parts, of, id);
                return kept;
            }
            return copy_referral(parts, id, sender, receiver).then([step = *kept](Outcome<Kept> copied) {
                // A copy that could not be made now is made by the timer: the step itself is kept.
                const bool is_for_later = !copied && (std::holds_alternative<Crowded>(copied.error()) ||
                                                      std::holds_alternative<RecordStopped>(copied.error()));
                return is_for_later ? Outcome<Kept>{step} : std::move(copied);
            });
        })
        .then([reference = referral.reference,
               taken_out = gate.taken_out()](Outcome<Kept> kept) -> Outcome<ReferralChanged> {
            if (!kept) return fail(std::move(kept).error());
            return ReferralChanged{reference, taken_out};
        });
}

Later<Outcome<ReferralChanged>> take_step_for(Safelead& safelead, Actor by, std::string who,
                                              std::string_view how, const CommandId& command,
                                              const record::Referral& referral, record::StepSaid said)
{
    WordsGate gate;
    gate(who);
    if (trim(who).empty())
        return refused<ReferralChanged>(record::ReferralRefusal{record::ReferralRefused::not_said, "who"});
    by.name = fmt::format("{} ({})", who, how);
    return take_step(safelead, by, command, referral, record::Side::receiver, std::move(said))
        .then([also = gate.taken_out()](Outcome<ReferralChanged> changed) -> Outcome<ReferralChanged> {
            auto both = SL_TRY(std::move(changed));
            both.taken_out += also;
            return both;
        });
}

}  // namespace safelead::app
