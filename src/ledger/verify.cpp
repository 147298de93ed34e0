#include "ledger/verify.h"

#include "ledger/log_verifying.h"

#include <algorithm>

namespace safelead::ledger {
namespace {

constexpr std::size_t most_keys_kept = 50'000;

}  // namespace

void Verification::add(Fault fault)
{
    ++faults_in_all;
    if (faults.size() < most_faults) faults.push_back(std::move(fault));
}

Verification verify(const EntryStore& store, const crypto::SecretKey& master_key,
                    const VerifyProgress& progress, const CheckpointsBeside& beside,
                    std::optional<crypto::SecretKey> next_master_key)
{
    const auto organisations = store.organisations();
    std::uint64_t in_all = 0;
    for (const auto& organisation : organisations) in_all += number(store.head(organisation).position);

    Verification report;
    Keyring keys{store, master_key.copy(), most_keys_kept};
    if (next_master_key)
        keys.begin_with_next_master(std::make_shared<const crypto::SecretKey>(*std::move(next_master_key)));
    for (const auto& organisation : organisations) {
        ++report.organisations;
        const auto known = beside.find(organisation);
        const auto note = known == beside.end() ? std::nullopt : std::optional{known->second};
        LogVerifying verifying{store, keys, organisation, note, report};
        while (verifying.read_on())
            if (progress) progress(report.entries, in_all);
        verifying.finish();
    }
    for (const auto& [organisation, note] : beside)
        if (std::ranges::find(organisations, organisation) == organisations.end())
            report.add({organisation, next(LogPosition::start), std::nullopt, Wrong::rolled_back});
    return report;
}

}  // namespace safelead::ledger
