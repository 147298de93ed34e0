#include "ledger/whole_file.h"

#include "base/unavailable.h"
#include "crypto/random.h"
#include "ledger/master_key.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace safelead::ledger {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_on(const fs::path& file, std::string_view what)
{
    throw Unavailable{fmt::format("{} {}: {}.", file.string(), what, std::strerror(errno))};
}

class OpenFile {
public:
    OpenFile(const fs::path& file, int flags) : number_{::open(file.c_str(), flags | O_CLOEXEC, 0600)} {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (number_ >= 0) ::close(number_);
    }

    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

void write_all(const OpenFile& file, std::string_view content, const fs::path& name)
{
    while (!content.empty()) {
        const auto written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno != EINTR) fail_on(name, "can't be written");
        if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.number()) != 0) fail_on(name, "can't be written to disk");
}

std::string read_all(const OpenFile& opened, const fs::path& file, std::size_t limit)
{
    std::string content;
    char piece[65536];
    for (;;) {
        const auto read = ::read(opened.number(), piece, sizeof piece);
        if (read < 0 && errno != EINTR) fail_on(file, "can't be read");
        if (read == 0) return content;
        if (read > 0) content.append(piece, static_cast<std::size_t>(read));
        if (content.size() > limit)
            throw Unavailable{fmt::format("{} is too long to be what it should be.", file.string())};
    }
}

}  // namespace

std::optional<std::string> read_whole_file(const fs::path& file, std::size_t limit)
{
    const OpenFile opened{file, O_RDONLY};
    if (opened.is_open()) return read_all(opened, file, limit);
    if (errno == ENOENT) return std::nullopt;
    fail_on(file, "can't be read");
}

std::string read_private_file(const fs::path& file, std::string_view what, std::size_t limit)
{
    const OpenFile opened{file, O_RDONLY};
    if (!opened.is_open()) fail_on(file, "can't be read");
    if (const auto why = why_not_private(opened.number(), file); !why.empty())
        throw Unavailable{fmt::format("{} {} {}", what, file.string(), why)};
    return read_all(opened, file, limit);
}

void replace_file(const fs::path& file, std::string_view content)
{
    // A name of its own: another process may be doing the same.
    auto beside = file;
    beside += ".new-" + crypto::random_id_text();
    try {
        {
            const OpenFile made{beside, O_WRONLY | O_CREAT | O_EXCL};
            if (!made.is_open()) fail_on(beside, "can't be written");
            write_all(made, content, beside);
        }
        if (::rename(beside.c_str(), file.c_str()) != 0) fail_on(file, "can't be put in place");
    } catch (...) {
        ::unlink(beside.c_str());
        throw;
    }
    const OpenFile folder{fs::absolute(file).parent_path(), O_RDONLY};
    if (!folder.is_open() || ::fsync(folder.number()) != 0) fail_on(file, "can't be written to disk");
}

}  // namespace safelead::ledger
