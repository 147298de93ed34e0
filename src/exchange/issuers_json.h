#pragma once

// The file that says who may vouch for people here: docs/formats/issuers.md.

#include "base/result.h"
#include "directory/token_claims.h"
#include "exchange/file_fault.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

struct IssuerSetting {
    std::string id;  ///< Stands in addresses.
    std::string label;
    std::string issuer;  ///< As it calls itself.
    std::string tenant;  ///< Or empty.
    std::string client;
    std::string secret_file;
    std::string trust;  ///< A PEM file, or empty.
    directory::FactorElsewhere second_factor;
};

struct IssuerSettings {
    std::string origin;  ///< "https://safelead.example"
    std::vector<IssuerSetting> issuers;
};

/// `file` is only what a fault calls it.
[[nodiscard]] Result<IssuerSettings, FileFault> read_issuers(std::string_view text, std::string_view file);

}  // namespace safelead::exchange
