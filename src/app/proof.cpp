#include "app/proof.h"

#include "app/parts.h"
#include "app/proof_parts.h"
#include "app/said.h"
#include "base/unavailable.h"
#include "crypto/base64.h"
#include "exchange/record_export.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

/// Its lines, and of the witnesses those that speak of this very checkpoint.
std::string with_cosignatures(const ledger::SignedCheckpoint& signed_one,
                              const std::vector<ledger::KeptCosignature>& kept,
                              const std::vector<ledger::NoteKey>& witnesses)
{
    auto note = *ledger::parse_note(signed_one.note);
    for (const auto& one : kept) {
        const auto cosigned = ledger::parse_note(one.note);
        if (!cosigned || cosigned->text != note.text) continue;
        for (const auto& signature : cosigned->signatures)
            if (std::ranges::any_of(witnesses, [&](const auto& witness) {
                    return ledger::cosigned_at({note.text, {signature}}, witness).has_value();
                }))
                note.signatures.push_back(signature);
    }
    return ledger::to_text(note);
}

std::vector<WitnessShown> witnesses_of(const std::vector<ledger::KeptCosignature>& kept,
                                       const std::vector<ledger::NoteKey>& witnesses)
{
    std::vector<WitnessShown> shown;
    for (const auto& witness : witnesses) {
        WitnessShown newest{witness.name, {}, 0};
        for (const auto& one : kept) {
            if (one.witness != witness.name) continue;
            const auto note = ledger::parse_note(one.note);
            const auto at = note ? ledger::cosigned_at(*note, witness) : std::nullopt;
            if (at && *at >= newest.at) newest = {witness.name, *at, number(one.size)};
        }
        shown.push_back(std::move(newest));
    }
    return shown;
}

std::vector<EpochShown> epochs_of(Parts& parts, const OrganisationId& organisation)
{
    std::vector<EpochShown> epochs;
    for (const auto& begun : parts.proof->checkpoints.epochs(organisation)) epochs.push_back(shown(begun));
    return epochs;
}

RecordProof shown(Parts& parts, const OrganisationId& organisation, const ledger::SignedCheckpoint& made)
{
    const auto kept = parts.entries.cosignatures(organisation);
    return {organisation,
            made.checkpoint.origin,
            made.checkpoint.head.size,
            ledger::to_line(made.checkpoint.head.root),
            with_cosignatures(made, kept, parts.proof->witnesses),
            ledger::to_text(made.keys.front()),
            witnesses_of(kept, parts.proof->witnesses),
            epochs_of(parts, organisation)};
}

bool is_there(Parts& parts, const OrganisationId& organisation)
{
    return parts.ledger().find(organisation) != nullptr;
}

std::string lines(const ledger::TreePath& path)
{
    std::string text;
    for (const auto& hash : path) text += ledger::to_line(hash) + '\n';
    return text;
}

/// Below the checkpoint of a proof: how its keys followed each other, once any did.
std::string keys_below(Safelead& safelead, const OrganisationId& organisation)
{
    const auto chain = key_chain(safelead, organisation);
    const bool is_of_one = chain.find('\n') + 1 == chain.size();
    return chain.empty() || is_of_one ? std::string{} : '\n' + chain;
}

}  // namespace

EpochShown shown(const ledger::EpochBegun& begun)
{
    return {begun.organisation,
            static_cast<std::uint32_t>(begun.said.epoch),
            begun.at,
            begun.said.reason,
            begun.said.lost.size,
            begun.said.left};
}

std::shared_ptr<ProofParts> make_proof_parts(ledger::EntryStore& entries, ledger::Ledger& ledger,
                                             const Options& options)
{
    std::vector<ledger::NoteKey> witnesses;
    for (const auto& line : options.witnesses) {
        const auto witness = ledger::parse_note_key(line);
        if (!witness || witness->kind != ledger::NoteKeyKind::cosignature)
            throw Unavailable{
                "A --witness is not a witness's key: give the line that `safelead witness key` prints."};
        witnesses.push_back(*witness);
    }
    return std::shared_ptr<ProofParts>{
        new ProofParts{{entries, ledger, options.checkpoints_beside}, std::move(witnesses)}};
}

bool has_log(Safelead& safelead, const OrganisationId& organisation)
{
    return is_there(safelead.parts(), organisation);
}

std::optional<RecordProof> make_checkpoint(Safelead& safelead, const OrganisationId& organisation)
{
    auto& parts = safelead.parts();
    if (!is_there(parts, organisation)) return std::nullopt;
    return shown(parts, organisation, parts.proof->checkpoints.make(organisation, parts.now()));
}

std::vector<std::string> make_checkpoints(Safelead& safelead)
{
    auto& parts = safelead.parts();
    return parts.proof->checkpoints.make_all(parts.now());
}

std::optional<RecordProof> newest_checkpoint(Safelead& safelead, const OrganisationId& organisation)
{
    auto& parts = safelead.parts();
    const auto newest = parts.proof->checkpoints.newest(organisation);
    if (!newest) return std::nullopt;
    return shown(parts, organisation, *newest);
}

std::optional<std::string> prove_entry(Safelead& safelead, const OrganisationId& organisation,
                                       std::uint64_t position)
{
    const auto proof = safelead.parts().proof->checkpoints.prove(organisation, ledger::LogPosition{position});
    if (!proof) return std::nullopt;
    return fmt::format("safelead-inclusion-1\nposition {}\nleaf {}\n{}\n{}{}", position,
                       ledger::to_line(proof->leaf), lines(proof->path), proof->checkpoint.note,
                       keys_below(safelead, organisation));
}

std::optional<std::string> prove_growth(Safelead& safelead, const OrganisationId& organisation,
                                        std::uint64_t from)
{
    const auto newest = safelead.parts().proof->checkpoints.newest(organisation);
    if (!newest) return std::nullopt;
    const auto path = growth_lines(safelead, organisation, from, newest->checkpoint.head.size);
    if (!path) return std::nullopt;
    return fmt::format("safelead-consistency-1\nfrom {}\n{}\n{}{}", from, *path, newest->note,
                       keys_below(safelead, organisation));
}

std::optional<std::string> growth_lines(Safelead& safelead, const OrganisationId& organisation,
                                        std::uint64_t from, std::uint64_t to)
{
    const auto path = safelead.parts().proof->checkpoints.prove(organisation, from, to);
    if (!path) return std::nullopt;
    return lines(*path);
}

std::string key_rotations(Safelead& safelead, const OrganisationId& organisation)
{
    return safelead.parts().proof->checkpoints.key_rotations(organisation);
}

std::string key_chain(Safelead& safelead, const OrganisationId& organisation)
{
    return safelead.parts().proof->checkpoints.key_chain(organisation);
}

std::optional<RecordProof> rotate_signing_key(Safelead& safelead, const OrganisationId& organisation)
{
    auto& parts = safelead.parts();
    if (!is_there(parts, organisation)) return std::nullopt;
    return shown(parts, organisation, parts.proof->checkpoints.rotate(organisation, parts.now()));
}

std::vector<std::string> lost_ends(Safelead& safelead)
{
    std::vector<std::string> sentences;
    for (const auto& lost : safelead.parts().proof->checkpoints.lost_ends())
        sentences.push_back(ledger::to_text(lost));
    return sentences;
}

std::vector<RecordProof> begin_epochs(Safelead& safelead, std::string reason)
{
    auto& parts = safelead.parts();
    WordsGate gate;
    gate(reason);
    std::vector<RecordProof> begun;
    for (const auto& lost : parts.proof->checkpoints.lost_ends()) {
        const bool is_left = is_there(parts, lost.organisation);
        const auto& said_in = is_left ? lost.organisation : partnership_log();
        const auto said = is_left ? reason
                                  : fmt::format("The whole record of organisation {} is gone. {}",
                                                lost.organisation.text(), reason);
        begun.push_back(
            shown(parts, said_in, parts.proof->checkpoints.begin_epoch(lost, said_in, said, parts.now())));
    }
    return begun;
}

Later<CosignatureTaken> keep_cosignature(Safelead& safelead, const OrganisationId& organisation,
                                         std::string note)
{
    auto& parts = safelead.parts();
    auto keeping = parts.workers.run([&parts, organisation, note = std::move(note)] {
        const bool is_kept = std::ranges::any_of(parts.proof->witnesses, [&](const auto& witness) {
            return parts.proof->checkpoints.keep_cosignature(organisation, note, witness);
        });
        return is_kept ? CosignatureTaken::kept : CosignatureTaken::refused;
    });
    if (!keeping) return CosignatureTaken::crowded;
    return *std::move(keeping);
}

std::string export_entries(Safelead& safelead, const OrganisationId& organisation, std::uint64_t after,
                           std::uint64_t limit)
{
    std::string text;
    for (const auto& entry : safelead.parts().entries.read(organisation, ledger::LogPosition{after},
                                                           static_cast<std::size_t>(limit)))
        exchange::add_exported_entry(
            text, {number(entry.log_position), entry.stream.text(), number(entry.position), entry.time,
                   crypto::to_base64(entry.bytes)});
    return text;
}

std::string export_leaf_hashes(Safelead& safelead, const OrganisationId& organisation, std::uint64_t after,
                               std::uint64_t limit)
{
    std::string text;
    for (const auto& entry : safelead.parts().entries.read(organisation, ledger::LogPosition{after},
                                                           static_cast<std::size_t>(limit)))
        text += to_hex(ledger::leaf_hash(entry.bytes)) + '\n';
    return text;
}

std::string to_json(const RecordProof& proof)
{
    return exchange::checkpoint_to_json({.organisation = proof.organisation.text(),
                                         .origin = proof.origin,
                                         .entries = proof.entries,
                                         .root = proof.root,
                                         .key = proof.key_line,
                                         .note = proof.note});
}

}  // namespace safelead::app
