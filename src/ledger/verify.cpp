#include "ledger/verify.h"

#include "ledger/log_verifying.h"

namespace safelead::ledger {
namespace {

constexpr std::size_t most_keys_kept = 50'000;

}  // namespace

Verification verify(const EntryStore& store, const crypto::SecretKey& master_key,
                    const VerifyProgress& progress)
{
    const auto organisations = store.organisations();
    std::uint64_t in_all = 0;
    for (const auto& organisation : organisations) in_all += number(store.head(organisation).position);

    Verification report;
    Keyring keys{store, master_key.copy(), most_keys_kept};
    for (const auto& organisation : organisations) {
        ++report.organisations;
        LogVerifying verifying{store, keys, organisation, report};
        while (verifying.read_on())
            if (progress) progress(report.entries, in_all);
        verifying.finish();
    }
    return report;
}

}  // namespace safelead::ledger
