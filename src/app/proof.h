#pragma once

// That the record is what was written, and all of it: checkpoints, proofs, witnesses (docs/formats/tree.md,
// checkpoint.md). What is handed out are hashes and signatures, never what was written.

#include "app/epoch_shown.h"
#include "app/safelead.h"
#include "base/ids.h"
#include "base/later.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// What a witness on another machine said last.
struct WitnessShown {
    std::string name;
    Instant at;
    std::uint64_t entries = 0;
};

/// The newest checkpoint of one organisation's log.
struct RecordProof {
    OrganisationId organisation;
    std::string origin;
    std::uint64_t entries = 0;
    std::string root;      ///< Base64.
    std::string note;      ///< Signed, with the cosignatures that are kept of it.
    std::string key_line;  ///< Verifies it: name, key id, key.
    std::vector<WitnessShown> witnesses;
    std::vector<EpochShown> epochs{};  ///< In order; none while nothing was ever lost.
};

/// Whether there is such an organisation, or it is the partnership.
[[nodiscard]] bool has_log(Safelead& safelead, const OrganisationId& organisation);

/// Nothing if there is no such organisation. Waits for the disk, so never on an io thread.
/// @throws Unavailable when it can't be made, or the record does not lead on from what was signed.
[[nodiscard]] std::optional<RecordProof> make_checkpoint(Safelead& safelead,
                                                         const OrganisationId& organisation);

/// For every log that went on: at least once a minute while a server runs, and when it stops. What went
/// wrong, one sentence each.
[[nodiscard]] std::vector<std::string> make_checkpoints(Safelead& safelead);

/// The one that is there; nothing if none was made yet.
[[nodiscard]] std::optional<RecordProof> newest_checkpoint(Safelead& safelead,
                                                           const OrganisationId& organisation);

/// The proof that an entry is in the log, to its newest checkpoint, as text. Nothing if it is not in it.
[[nodiscard]] std::optional<std::string> prove_entry(Safelead& safelead, const OrganisationId& organisation,
                                                     std::uint64_t position);

/// The proof that the newest checkpoint's log begins with what it was at `from` entries, as text.
[[nodiscard]] std::optional<std::string> prove_growth(Safelead& safelead, const OrganisationId& organisation,
                                                      std::uint64_t from);

/// The hashes alone, one on a line, from one size to another.
[[nodiscard]] std::optional<std::string> growth_lines(Safelead& safelead, const OrganisationId& organisation,
                                                      std::uint64_t from, std::uint64_t to);

/// How the signing keys followed each other, each said by the one before, for whoever knows an earlier one.
/// Empty if there was only one, or is no such organisation.
[[nodiscard]] std::string key_rotations(Safelead& safelead, const OrganisationId& organisation);

/// The line of the oldest key, and then the same; of the only key, its line alone
/// (docs/formats/checkpoint.md).
[[nodiscard]] std::string key_chain(Safelead& safelead, const OrganisationId& organisation);

/// From now on the next key signs. Nothing if there is no such organisation.
[[nodiscard]] std::optional<RecordProof> rotate_signing_key(Safelead& safelead,
                                                            const OrganisationId& organisation);

/// One sentence for each log that ends before its checkpoint beside the key: an older copy was put back.
[[nodiscard]] std::vector<std::string> lost_ends(Safelead& safelead);

/// Says in each of those logs that its end is lost, and why, and begins another epoch; their checkpoints.
[[nodiscard]] std::vector<RecordProof> begin_epochs(Safelead& safelead, std::string reason);

enum class CosignatureTaken {
    kept,
    refused,  ///< No witness that is set up (Options::witnesses) said so, or it is not true.
    crowded   ///< Too much is waiting: try later.
};

/// Keeps what a witness said.
[[nodiscard]] Later<CosignatureTaken> keep_cosignature(Safelead& safelead, const OrganisationId& organisation,
                                                       std::string note);

/// Entries after `after` as an export holds them (docs/formats/record-export.md): JSON, one on a line. At
/// most `limit`.
[[nodiscard]] std::string export_entries(Safelead& safelead, const OrganisationId& organisation,
                                         std::uint64_t after, std::uint64_t limit);

/// The hash of each of those leaves, one on a line.
[[nodiscard]] std::string export_leaf_hashes(Safelead& safelead, const OrganisationId& organisation,
                                             std::uint64_t after, std::uint64_t limit);

[[nodiscard]] std::string to_json(const RecordProof& proof);

}  // namespace safelead::app
