#pragma once

#include "ledger/log_piece.h"
#include "store/postgres/connection.h"

namespace safelead::store::postgres {

/// Takes logs over into PostgreSQL.
class PostgresPieceTaker final : public ledger::PieceTaker {
public:
    explicit PostgresPieceTaker(const std::string& address);

    void take(const ledger::LogPiece& piece) override;
    void finish() override;

private:
    void send_keys(const ledger::LogPiece& piece);
    void send_entries(const ledger::LogPiece& piece);
    void send_receipts(const ledger::LogPiece& piece);
    void send_facts(const ledger::LogPiece& piece);

    Connection record_;
};

}  // namespace safelead::store::postgres
