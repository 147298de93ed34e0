#pragma once

// Every edition of the guidance, read once at start.

#include "base/result.h"
#include "base/time.h"
#include "guidance/exercise.h"
#include "guidance/pack.h"
#include "guidance/pack_draft.h"
#include "guidance/worked_example.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// There is no such edition or overlay; `there_are` says which there are.
struct NoSuchGuidance {
    std::string asked_for;
    std::vector<std::string> there_are;
};

class Packs {
public:
    /// Reads the editions in the folders of `guidance` that have a pack.json, and the overlays under
    /// `overlays`. The first fault in any of them is the answer.
    /// @throws Unavailable when the folder or a file in it cannot be read.
    [[nodiscard]] static Result<Packs, guidance::PackFault> load(const std::filesystem::path& guidance);

    /// From the first edition in force to the newest; never empty.
    [[nodiscard]] const std::vector<guidance::Pack>& editions() const { return editions_; }

    /// Nothing if there is no such edition.
    [[nodiscard]] const guidance::Pack* find(std::string_view edition) const;

    [[nodiscard]] const guidance::Pack& newest() const { return editions_.back(); }

    /// The edition in force on that day; nothing for a day before the first.
    [[nodiscard]] const guidance::Pack* in_force_on(Date day) const;

    /// An edition with overlays laid on it, in this order.
    [[nodiscard]] Result<guidance::Pack, NoSuchGuidance> with_overlays(
        std::string_view edition, std::span<const std::string> overlays) const;

    /// What the files of each edition say, in the order of `editions()`: groups and definitions by their
    /// names, and where everything stands.
    [[nodiscard]] const std::vector<guidance::PackDraft>& drafts() const { return drafts_; }

    /// The situations that an edition is held to, by name; none for an edition that there is not.
    [[nodiscard]] const std::vector<guidance::WorkedExample>& examples(std::string_view edition) const;

    /// Made-up situations to practise on, in the words of the newest edition; none where the folder has none.
    [[nodiscard]] const std::vector<guidance::Exercise>& exercises() const { return exercises_; }

    /// The overlays that can be asked for.
    [[nodiscard]] const std::vector<guidance::OverlayDraft>& overlays() const { return overlays_; }

private:
    Packs() = default;

    std::vector<guidance::PackDraft> drafts_;  ///< In the order of `editions_`.
    std::vector<guidance::Pack> editions_;
    std::vector<guidance::OverlayDraft> overlays_;
    std::map<std::string, std::vector<guidance::WorkedExample>, std::less<>> examples_;
    std::vector<guidance::Exercise> exercises_;
};

}  // namespace safelead::app
