#pragma once

// Writing a group of appends in one transaction and two journeys to the server.
//
// 1. The first takes each log's lock, so that no other server writes to it, and reads all that the checks
//    before writing look at: where logs and streams end, receipts, keys.
// 2. What is to be written is decided here, on what was read and on what this group adds to it.
// 3. The second writes it, one statement for each table, and commits.

#include "ledger/entry_store.h"
#include "store/postgres/connection.h"
#include "store/postgres/group_writing.h"

#include <map>
#include <utility>

namespace safelead::store::postgres {

class Group {
public:
    Group(Connection& record, std::span<const ledger::Append> appends);

    /// Decides. Locks are held from here until the commit.
    [[nodiscard]] std::vector<ledger::AppendResult> decide(Deadline deadline);

    /// Writes what was decided, and commits.
    void commit(Deadline deadline);

    // What answer_without_writing looks at.
    [[nodiscard]] ledger::LogHead head(const OrganisationId& organisation) const;
    [[nodiscard]] ledger::StreamPosition stream_head(const OrganisationId& organisation,
                                                     const ledger::StreamId& stream) const;
    [[nodiscard]] std::optional<ledger::Receipt> receipt(const OrganisationId& organisation,
                                                         const CommandId& command) const;
    [[nodiscard]] std::optional<ledger::StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                                 const ledger::StreamId& stream,
                                                                 const ledger::PartId& part) const;
    [[nodiscard]] ledger::KeyEpoch newest_epoch(const OrganisationId& organisation) const;

private:
    struct Log {
        std::int64_t number = 0;
        ledger::LogHead head;
        ledger::KeyEpoch newest_epoch = ledger::KeyEpoch::none;
        std::map<ledger::StreamId, ledger::StreamPosition> streams;
        std::map<CommandId, ledger::Receipt> receipts;
        std::map<std::pair<ledger::StreamId, ledger::PartId>, ledger::StreamKeyRow> keys;
    };

    void ask();
    void ask_for_logs();
    void ask_for_streams();
    void ask_for_receipts();
    void ask_for_keys();
    void take(const std::vector<Rows>& answers);
    [[nodiscard]] ledger::Recorded keep(const ledger::Append& append);
    [[nodiscard]] const Log* find(const OrganisationId& organisation) const;

    Connection& record_;
    std::span<const ledger::Append> appends_;
    std::map<OrganisationId, Log> logs_;
    std::vector<KeptAppend> kept_;
};

}  // namespace safelead::store::postgres
