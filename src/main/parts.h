#pragma once

// The parts a command needs, made and joined. The order of the members is the order they depend on each
// other.

#include "app/clock.h"
#include "app/london.h"
#include "app/open_shelf.h"
#include "app/packs.h"
#include "app/safelead.h"
#include "app/upkeep.h"
#include "app/who_to_ring.h"
#include "cli/command_line.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string_view>

namespace safelead::main {

/// How data folders are made and opened: with the record in them, or beside a PostgreSQL that has it.
/// @throws WrongUse when what is given as a PostgreSQL is none.
[[nodiscard]] app::Folders folders(const cli::Place& place);

/// Guidance, local guidance and clocks: what does not need a record.
struct Guidance {
    /// @throws Unavailable, naming file, line and field, when something in the folder is not valid.
    explicit Guidance(const std::filesystem::path& folder);

    /// As above, and only packs that pass their check: else those kept in `data` that passed it last, and
    /// `errors` says so.
    Guidance(const std::filesystem::path& folder, const std::filesystem::path& data, std::ostream& errors);

    std::filesystem::path folder;
    app::Packs packs;
    app::LocalGuidance local;
    app::London london;
    app::SystemClock clock;
};

/// The texts for readers without an account. @throws Unavailable, naming file and line, when one is not
/// valid.
[[nodiscard]] app::OpenShelf open_shelf(const Guidance& guidance);

/// An open partnership.
struct Partnership {
    /// @throws Unavailable when the folder or the key is not as it should be; WrongUse when there is no such
    /// folder.
    Partnership(const cli::Place& place, const Guidance& guidance, const app::Options& options);

    /// Says how far long work is.
    using Tell = std::function<void(std::string_view)>;

    /// Reads the whole record while it is open. `tell` may be empty.
    [[nodiscard]] app::RecordChecked check_record(const Tell& tell) const;

    /// Writes a backup while it is open, and says what is in it. `tell` may be empty.
    [[nodiscard]] std::string back_up(const std::filesystem::path& file, const Tell& tell) const;

    /// Of every log that went on, so that what is cut off its end is missed. Says which could not be made.
    void make_checkpoints(std::ostream& errors) const;

    app::DataPlace place;
    std::unique_ptr<app::OpenFolder> folder;
    std::unique_ptr<app::Safelead> safelead;
};

/// Reads the whole record and says whether it is in order, also where the partnership in it does not open.
/// @throws KeyUnavailable when the key is that of other data.
[[nodiscard]] app::RecordChecked check_record(const cli::Place& asked, const app::Clock& clock,
                                              const Partnership::Tell& tell);

}  // namespace safelead::main
