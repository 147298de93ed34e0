#include "record/referral.h"

#include <algorithm>
#include <array>

namespace safelead::record {

std::span<const Move> moves()
{
    using enum StepKind;
    static const std::vector once_sent{ReferralState::sent,       ReferralState::received,
                                       ReferralState::more_asked, ReferralState::decided,
                                       ReferralState::fed_back,   ReferralState::closed,
                                       ReferralState::withdrawn,  ReferralState::redirected};
    static const std::vector while_it_stands{ReferralState::sent, ReferralState::received,
                                             ReferralState::more_asked, ReferralState::decided,
                                             ReferralState::fed_back};
    static const std::vector while_somebody_is_awaited{ReferralState::sent, ReferralState::received,
                                                       ReferralState::more_asked, ReferralState::redirected};
    static const std::array all{
        // From redirected: it is theirs after all.
        Move{received,
             Side::receiver,
             {ReferralState::sent, ReferralState::redirected},
             ReferralState::received},
        Move{more_asked,
             Side::receiver,
             {ReferralState::sent, ReferralState::received},
             ReferralState::more_asked},
        Move{more_answered, Side::sender, {ReferralState::more_asked}, ReferralState::received},
        // Again, where it is looked at anew.
        Move{decided,
             Side::receiver,
             {ReferralState::received, ReferralState::more_asked, ReferralState::decided,
              ReferralState::fed_back},
             ReferralState::decided},
        Move{fed_back, Side::receiver, {ReferralState::decided}, ReferralState::fed_back},
        // Nobody has to wait for ever to be told: what the sender learned otherwise is written there.
        Move{closed,
             Side::sender,
             {ReferralState::decided, ReferralState::fed_back, ReferralState::redirected},
             ReferralState::closed},
        // A draft, too: it is discarded (`DiscardReferral`), and reaches nobody.
        Move{withdrawn,
             Side::sender,
             {ReferralState::draft, ReferralState::sent, ReferralState::received, ReferralState::more_asked},
             ReferralState::withdrawn},
        Move{redirected,
             Side::receiver,
             {ReferralState::sent, ReferralState::received, ReferralState::more_asked},
             ReferralState::redirected},
        Move{sent_on, Side::sender, {ReferralState::redirected}, {}},
        Move{silence_noticed, Side::program, while_somebody_is_awaited, {}},
        Move{managers_told, Side::program, while_somebody_is_awaited, {}},
        // Once an officer knows, a crime is recorded, whatever becomes of the referral.
        Move{police_recorded, Side::receiver, once_sent, {}},
        Move{meeting_told, Side::sender, while_it_stands, {}},
        Move{action_answered, Side::receiver, once_sent, {}},
        // From the sending on, since silence is a reason, and after the end.
        Move{disagreement_raised, Side::sender, once_sent, {}},
        Move{disagreement_raised, Side::receiver, once_sent, {}},
        Move{disagreement_answered, Side::sender, once_sent, {}},
        Move{disagreement_answered, Side::receiver, once_sent, {}},
    };
    return all;
}

const Move* move_for(ReferralState state, StepKind kind, Side side)
{
    for (const auto& move : moves()) {
        const bool is_from = std::ranges::find(move.from, state) != move.from.end();
        if (move.kind == kind && move.side == side && is_from) return &move;
    }
    return nullptr;
}

}  // namespace safelead::record
