#include "app/disclose.h"

#include "app/carry_out.h"
#include "app/parts.h"
#include "app/said.h"
#include "crypto/random.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

std::string as_json(const ledger::Disclosed& disclosed)
{
    // Ids in the ledger are visible ASCII; of those, JSON minds two.
    std::string organisation;
    for (const char c : disclosed.header.organisation.text()) {
        if (c == '"' || c == '\\') organisation += '\\';
        organisation += c;
    }
    return fmt::format(R"({{"disclosure":1,"organisation":"{}","position":{},"entry":"{}","box_key":"{}"}})",
                       organisation, ledger::number(disclosed.log_position), to_hex(disclosed.bytes),
                       to_hex(disclosed.key.bytes()));
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
        .then([json = as_json(*disclosed)](Outcome<Kept> kept) -> Outcome<std::string> {
            (void)SL_TRY(std::move(kept));
            return json;
        });
}

}  // namespace safelead::app
