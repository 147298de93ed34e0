#pragma once

// Which kind of thing a stream is the history of: its name begins with it, and goes on with the id.

#include "ledger/entry.h"

namespace safelead::app {

[[nodiscard]] inline bool is_concern(const ledger::StreamId& stream)
{
    return stream.text().starts_with("concern/");
}

[[nodiscard]] inline bool is_case(const ledger::StreamId& stream)
{
    return stream.text().starts_with("case/");
}

[[nodiscard]] inline bool is_child(const ledger::StreamId& stream)
{
    return stream.text().starts_with("child/");
}

[[nodiscard]] inline bool is_conversation(const ledger::StreamId& stream)
{
    return stream.text().starts_with("conversation/");
}

[[nodiscard]] inline bool is_referral(const ledger::StreamId& stream)
{
    return stream.text().starts_with("referral/");
}

}  // namespace safelead::app
