#pragma once

// Reads guidance packs from their folders. docs/formats/guidance-pack.md says what stands in them.

#include "base/result.h"
#include "guidance/pack_draft.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace safelead::exchange {

/// The files of one pack by their names in it ("rules.json", "text/first-minute.md"), and what an error calls
/// them.
struct PackFiles {
    struct File {
        std::string shown_as;
        std::string content;
    };
    std::map<std::string, File, std::less<>> files;
    std::map<std::string, File, std::less<>> examples{};  ///< By name, without ".md"; no part of the digest.
};

/// The files in `folder`. Those it does not have are taken, whole, from the folder beside it that `based_on`
/// in pack.json names; worked examples are its own. Refused: links, files larger than 1 MB, more than 200
/// texts or examples.
/// @throws Unavailable when they cannot be read.
[[nodiscard]] Result<PackFiles, guidance::PackFault> read_pack_files(const std::filesystem::path& folder);

/// `digest` is kept in the imprint.
[[nodiscard]] Result<guidance::PackDraft, guidance::PackFault> parse_pack(const PackFiles& files,
                                                                          std::string digest);

/// What the short names of sources in pack.json stand for, without a section.
[[nodiscard]] Result<std::map<std::string, guidance::Source, std::less<>>, guidance::PackFault> source_names(
    const PackFiles& files);

/// @throws Unavailable when it cannot be read.
[[nodiscard]] Result<PackFiles::File, guidance::PackFault> read_overlay_file(
    const std::filesystem::path& folder);

/// The exercises that stand beside the editions.
/// @throws Unavailable when it cannot be read.
[[nodiscard]] Result<PackFiles::File, guidance::PackFault> read_exercise_file(
    const std::filesystem::path& file);

/// The one file of an overlay.
[[nodiscard]] Result<guidance::OverlayDraft, guidance::PackFault> parse_overlay(const PackFiles::File& file,
                                                                                std::string digest);

}  // namespace safelead::exchange
