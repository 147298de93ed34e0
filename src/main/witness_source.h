#pragma once

#include "ledger/checkpoint.h"
#include "main/fetch.h"

#include <filesystem>
#include <memory>
#include <string>

namespace safelead::main {

/// Where a witness gets a log's checkpoints from. Each throws Unavailable when there is no answer now, which
/// is no reason for an alarm.
class WitnessSource {
public:
    WitnessSource() = default;
    WitnessSource(const WitnessSource&) = delete;
    WitnessSource& operator=(const WitnessSource&) = delete;
    virtual ~WitnessSource() = default;

    [[nodiscard]] virtual std::string checkpoint() = 0;

    /// Whether `later` is shown to begin with `earlier`.
    [[nodiscard]] virtual bool leads_on(const ledger::TreeHead& earlier, const ledger::TreeHead& later) = 0;

    /// How the log's signing keys followed each other (ledger/key_rotation.h); empty where nobody says.
    [[nodiscard]] virtual std::string key_rotations() = 0;

    /// Hands over what was cosigned; whether it was taken.
    [[nodiscard]] virtual bool give(const std::string& note) = 0;
};

/// A server by its address, or the folder of an export.
/// @throws Unavailable when it is neither.
[[nodiscard]] std::unique_ptr<WitnessSource> witness_source(const std::string& log, const std::string& origin,
                                                            const std::filesystem::path& trust);

}  // namespace safelead::main
