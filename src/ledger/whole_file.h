#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::ledger {

/// What is in a file of at most `limit` bytes; nothing if there is no file.
/// @throws Unavailable when it can't be read, or is longer.
[[nodiscard]] std::optional<std::string> read_whole_file(const std::filesystem::path& file,
                                                         std::size_t limit);

/// What is in a secret's file, which has to be its owner's alone. `what` begins the sentence of a fault: "The
/// client secret".
/// @throws Unavailable when it can't be read, is longer, or others could read it.
[[nodiscard]] std::string read_private_file(const std::filesystem::path& file, std::string_view what,
                                            std::size_t limit);

/// Puts a file of mode 0600 in the place of what was there: whoever looks, also after a crash, finds the old
/// one or the new one. On disk when it returns.
/// @throws Unavailable when it can't be written.
void replace_file(const std::filesystem::path& file, std::string_view content);

}  // namespace safelead::ledger
