#pragma once

#include "app/issuers.h"

#include <filesystem>
#include <memory>

namespace safelead::main {

/// The issuers of that file (docs/formats/issuers.md), with the secrets that it names. Null where none is
/// named.
/// @throws Unavailable when the file, or a secret's, is not as it should be.
[[nodiscard]] std::shared_ptr<app::Issuers> read_issuer_files(const std::filesystem::path& file,
                                                              app::AskIssuer ask);

}  // namespace safelead::main
