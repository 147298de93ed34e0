#include "ledger/file_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace safelead::ledger {
namespace {

constexpr std::chrono::milliseconds between_tries{5};

NotLocked cannot_be_made(const std::filesystem::path& file, int reason)
{
    return {NotLocked::Why::cannot_be_made,
            fmt::format("{} can't be locked ({}): see to it that safelead may write there.", file.string(),
                        std::strerror(reason))};
}

}  // namespace

Result<FileLock, NotLocked> FileLock::take(const std::filesystem::path& file, std::chrono::milliseconds wait)
{
    // For writing, because NFS locks nothing else for one alone.
    const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (opened < 0) return fail(cannot_be_made(file, errno));
    FileLock lock{opened};

    const auto until = std::chrono::steady_clock::now() + wait;
    while (::flock(opened, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) return fail(cannot_be_made(file, errno));
        if (std::chrono::steady_clock::now() >= until)
            return fail(NotLocked{NotLocked::Why::held_elsewhere, {}});
        std::this_thread::sleep_for(between_tries);
    }
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : opened_{std::exchange(other.opened_, -1)} {}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(opened_, other.opened_);
    return *this;
}

FileLock::~FileLock()
{
    if (opened_ >= 0) ::close(opened_);
}

}  // namespace safelead::ledger
