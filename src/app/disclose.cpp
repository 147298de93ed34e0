#include "app/disclose.h"

#include "app/carry_out.h"
#include "app/parts.h"
#include "app/proof_parts.h"
#include "app/said.h"
#include "crypto/random.h"
#include "exchange/disclosure_json.h"

#include <utility>
#include <vector>

namespace safelead::app {
namespace {

std::string as_json(const ledger::Disclosed& disclosed, const ledger::Inclusion& proof)
{
    std::vector<std::string> path;
    for (const auto& hash : proof.path) path.push_back(ledger::to_line(hash));
    return exchange::disclosure_to_json({.organisation = std::string{disclosed.header.organisation.text()},
                                         .position = ledger::number(disclosed.log_position),
                                         .entry = to_hex(disclosed.bytes),
                                         .box_key = to_hex(disclosed.key.bytes()),
                                         .checkpoint = proof.checkpoint.note,
                                         .key = ledger::to_text(proof.checkpoint.keys.front()),
                                         .inclusion = std::move(path)});
}

}  // namespace

Later<Outcome<std::string>> disclose_entry(Safelead& safelead, const OrganisationId& organisation,
                                           std::uint64_t position, std::string why)
{
    auto& parts = safelead.parts();
    auto* workspace = parts.find_workspace(organisation);
    if (workspace == nullptr) return Outcome<std::string>{fail(NotThere{})};
    const auto disclosed = workspace->log().disclose(ledger::LogPosition{position});
    if (!disclosed) return Outcome<std::string>{fail(NotThere{})};
    // Nothing is given away that can't be shown to stand where it is said to stand.
    (void)parts.proof->checkpoints.make(organisation, parts.now());
    const auto proof = parts.proof->checkpoints.prove(organisation, ledger::LogPosition{position});
    if (!proof) return Outcome<std::string>{fail(NotThere{})};

    WordsGate gate;
    gate(why);
    const auto now = parts.now();
    const exchange::EntryDisclosed given{std::string{disclosed->header.stream.text()},
                                         static_cast<int>(ledger::number(disclosed->header.position)),
                                         std::move(why)};
    const auto stream = stream_of_views(Date{std::chrono::floor<std::chrono::days>(now)});
    const auto decide = [stream, given]() -> Outcome<Writing> {
        Writing writing;
        writing.add(stream, ledger::shared_part(), exchange::ViewEvent{given});
        return writing;
    };
    return carry_out(*workspace, {crypto::random_id<CommandId>(), Said{"disclose"}.bytes(), now, {}, decide})
        .then([json = as_json(*disclosed, *proof)](Outcome<Kept> kept) -> Outcome<std::string> {
            (void)SL_TRY(std::move(kept));
            return json;
        });
}

}  // namespace safelead::app
