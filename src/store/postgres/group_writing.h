#pragma once

#include "ledger/entry_store.h"
#include "store/postgres/connection.h"

#include <cstdint>
#include <span>

namespace safelead::store::postgres {

/// One append that is to be written, and where its entries stand.
struct KeptAppend {
    const ledger::Append* append;
    std::int64_t log;  ///< The organisation's number.
    ledger::Recorded recorded;
};

/// The statements that write a group: one for each table, and those for keys that change.
class GroupWriting {
public:
    GroupWriting(Connection& record, std::span<const KeptAppend> kept);

    /// Sends them; the caller commits, and learns whether they were carried out.
    void send();

private:
    void send_entries();
    void send_receipts();
    void send_organisation_keys();
    void send_stream_keys();
    void send_facts();
    void send_organisation_key_changes(const ledger::KeyChanges& changes, std::int64_t log);
    void send_stream_key_changes(const ledger::Append& append, std::int64_t log);

    Connection& record_;
    std::span<const KeptAppend> kept_;
};

}  // namespace safelead::store::postgres
