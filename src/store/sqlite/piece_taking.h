#pragma once

#include "ledger/log_piece.h"
#include "store/sqlite/record_reading.h"

namespace safelead::store::sqlite {

/// Takes logs over into record.sqlite.
class SqlitePieceTaker final : public ledger::PieceTaker {
public:
    explicit SqlitePieceTaker(const std::filesystem::path& file);

    void take(const ledger::LogPiece& piece) override;
    void finish() override;

private:
    [[nodiscard]] std::int64_t organisation_number(const OrganisationId& organisation);
    [[nodiscard]] std::int64_t stream_number(const OrganisationId& organisation, std::int64_t log,
                                             const ledger::StreamId& stream);
    void take_keys(const ledger::LogPiece& piece, std::int64_t log);
    void take_entries(const ledger::LogPiece& piece, std::int64_t log);
    void take_tree(const ledger::LogPiece& piece, std::int64_t log);

    RecordReading record_;
    Statement add_organisation_, add_stream_, add_organisation_key_, add_stream_key_, add_entry_,
        add_receipt_, add_tile_, add_checkpoint_, add_cosignature_, add_fact_;
};

}  // namespace safelead::store::sqlite
