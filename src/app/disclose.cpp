#include "app/disclose.h"

#include "app/carry_out.h"
#include "app/parts.h"
#include "app/proof_parts.h"
#include "app/record_view.h"
#include "app/said.h"
#include "crypto/random.h"
#include "exchange/disclosure_json.h"

#include <utility>
#include <vector>

namespace safelead::app {
namespace {

std::string as_json(const ledger::Disclosed& disclosed, const ledger::Inclusion& proof, std::string keys)
{
    std::vector<std::string> path;
    for (const auto& hash : proof.path) path.push_back(ledger::to_line(hash));
    return exchange::disclosure_to_json({.organisation = std::string{disclosed.header.organisation.text()},
                                         .position = ledger::number(disclosed.log_position),
                                         .entry = to_hex(disclosed.bytes),
                                         .box_key = to_hex(disclosed.key.bytes()),
                                         .checkpoint = proof.checkpoint.note,
                                         .key = ledger::to_text(proof.checkpoint.keys.front()),
                                         .keys = std::move(keys),
                                         .inclusion = std::move(path)});
}

using Disclosing = Result<std::string, NotDisclosed>;

NotDisclosed why_not(const ledger::Log& log, std::uint64_t position, const ledger::Fault& fault)
{
    const auto entries = ledger::number(log.head().position);
    if (position == 0 || position > entries) return NoSuchEntry{entries};
    if (fault.wrong == ledger::Wrong::erased) return EntryErased{};
    return EntryDoesNotOpen{};
}

/// Who writes in that log. The partnership's has what was said of logs that are gone.
Follower& follower_of(Parts& parts, const OrganisationId& organisation)
{
    if (organisation == partnership_log()) return parts.directory();
    return parts.workspace(organisation);
}

}  // namespace

Later<Result<std::string, NotDisclosed>> disclose_entry(Safelead& safelead,
                                                        const OrganisationId& organisation,
                                                        std::uint64_t position, std::string why)
{
    auto& parts = safelead.parts();
    const auto* log = parts.ledger().find(organisation);
    if (log == nullptr) return Disclosing{fail(NotDisclosed{NoSuchLog{}})};
    const auto disclosed = log->disclose(ledger::LogPosition{position});
    if (!disclosed) return Disclosing{fail(why_not(*log, position, disclosed.error()))};
    // Nothing is given away that can't be shown to stand where it is said to stand.
    (void)parts.proof->checkpoints.make(organisation, parts.now());
    const auto proof = parts.proof->checkpoints.prove(organisation, ledger::LogPosition{position});
    if (!proof) return Disclosing{fail(NotDisclosed{EntryDoesNotOpen{}})};

    auto keys = parts.proof->checkpoints.key_chain(organisation);

    WordsGate gate;
    gate(why);
    const auto now = parts.now();
    const exchange::EntryDisclosed given{std::string{disclosed->header.stream.text()},
                                         static_cast<int>(ledger::number(disclosed->header.position)),
                                         std::move(why)};
    const auto decide = [log, now, given]() -> Outcome<Writing> {
        Writing writing;
        writing.add(stream_of_new_view(*log, now), ledger::shared_part(), exchange::ViewEvent{given});
        return writing;
    };
    return carry_out(follower_of(parts, organisation),
                     {crypto::random_id<CommandId>(), Said{"disclose"}.bytes(), now, {}, decide})
        .then([json = as_json(*disclosed, *proof, std::move(keys))](Outcome<Kept> kept) -> Disclosing {
            if (!kept) return fail(NotDisclosed{std::move(kept).error()});
            return json;
        });
}

}  // namespace safelead::app
