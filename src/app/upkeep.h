#pragma once

// What the operator asks of the data itself: begin, check. Main says how folders are made and opened.

#include "app/epoch_shown.h"
#include "app/safelead.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

/// An open data folder.
class OpenFolder {
public:
    OpenFolder() = default;
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;
    virtual ~OpenFolder() = default;

    [[nodiscard]] virtual ledger::EntryStore& entries() = 0;
    [[nodiscard]] virtual ledger::PassingStore& passing() = 0;
};

/// How data folders are made and opened; main joins this to src/store.
struct Folders {
    std::function<void(const std::filesystem::path&)> make;
    std::function<std::unique_ptr<OpenFolder>(const std::filesystem::path&)> open;
};

/// Where the data is, and its key; an empty key means the usual place.
struct DataPlace {
    std::filesystem::path folder;
    std::filesystem::path key;
};

/// Where the key is.
[[nodiscard]] std::filesystem::path key_of(const DataPlace& place);

/// The key that is to follow it, where a rotation was begun and is not finished: some of the record may be
/// under it.
[[nodiscard]] std::optional<crypto::SecretKey> next_key_beside(const DataPlace& place);

/// Where the newest checkpoints are kept, outside the data folder.
[[nodiscard]] std::filesystem::path checkpoints_beside(const DataPlace& place);

/// A new key, a new folder, and the partnership's log in it. A key that is there already is looked for before
/// anything is made. What was made before something went wrong is left for the operator to see, never
/// overwritten.
/// @throws Unavailable when there is something already, or it can't be made.
void begin_data(const DataPlace& place, const Folders& folders, const Clock& clock);

/// Starts the partnership's log, for a store that begin_data did not make (tests).
void start_partnership(ledger::EntryStore& entries, crypto::SecretKey master_key, Instant now);

/// Reads the whole record and says whether it opens and is in order, or where it is not. Between two master
/// keys, what opens with either is in order.
struct RecordChecked {
    std::uint64_t organisations = 0;
    std::uint64_t entries = 0;
    std::uint64_t streams = 0;
    std::uint64_t keys = 0;
    std::uint64_t erased = 0;         ///< Entries whose key was destroyed, as the record says.
    std::vector<std::string> faults;  ///< One sentence each; the first hundred.
    std::uint64_t faults_in_all = 0;
    std::vector<EpochShown> epochs{};  ///< Each time that the end of a record was lost, and somebody said so.

    [[nodiscard]] bool is_in_order() const { return faults_in_all == 0; }
};
[[nodiscard]] RecordChecked check_record(
    const DataPlace& place, const Folders& folders,
    const std::function<void(std::uint64_t read, std::uint64_t of)>& progress = {});

/// One sentence if the clock is behind the record's newest entry: somebody set it back, or it never was
/// right.
[[nodiscard]] std::optional<std::string> clock_behind(Safelead& safelead);

enum class Health { good, warning, bad };

/// One thing that was looked at.
struct Finding {
    Health health = Health::good;
    std::string what;     ///< "The key file"
    std::string finding;  ///< "is readable by its owner only."
    std::string advice;   ///< What to do; empty if nothing.
};

/// Whether a server has the folder open, and answers.
enum class Server { none, answers };

/// Looks at everything that a server needs: key, folder, store, guidance, time zones, disk, contacts. Never
/// throws for what it finds. What a running server has open is its to look at.
[[nodiscard]] std::vector<Finding> examine(const DataPlace& place, const Folders& folders,
                                           const std::filesystem::path& guidance, const Clock& clock,
                                           Server server = Server::none);

}  // namespace safelead::app
