#pragma once

#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace safelead::ledger {

/// Why a lock is not held.
struct NotLocked {
    enum class Why {
        held_elsewhere,
        cannot_be_made,  ///< A folder or file system in which nothing can be written or locked.
    };
    Why why = Why::held_elsewhere;
    std::string sentence;  ///< Why it can't be made. Empty where it is held: whoever wants it says what for.
};

/// Held by one at a time of all that use the same file system, two in one process among them, and let go of
/// when it is destroyed or the process dies. The file is empty, mode 0600, and stays: were it removed, two
/// could each hold a lock on a file of that name.
class FileLock {
public:
    /// Makes the file if there is none, and waits so long for whoever holds it.
    [[nodiscard]] static Result<FileLock, NotLocked> take(const std::filesystem::path& file,
                                                          std::chrono::milliseconds wait);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

private:
    explicit FileLock(int opened) : opened_{opened} {}

    int opened_;
};

}  // namespace safelead::ledger
