#pragma once

#include "base/bytes.h"
#include "base/ids.h"

#include <string>

namespace safelead::ledger {

/// One fact that is only counted, sealed: docs/formats/facts.md. Its id is random and orders nothing.
struct FactRow {
    OrganisationId organisation;
    std::string id;  ///< As `crypto::random_id_text` makes them.
    Bytes sealed;

    bool operator==(const FactRow&) const = default;
};

}  // namespace safelead::ledger
