#include "ledger/backup_file.h"

#include "crypto/digest.h"
#include "crypto/random.h"
#include "ledger/wire.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>

namespace safelead::ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "safelead-backup-1\n";
constexpr std::uint8_t kind_piece = 1;
constexpr std::uint8_t kind_end = 2;
constexpr std::size_t longest_frame = std::size_t{3} * 1024 * 1024 * 1024;

[[noreturn]] void fail_on(const fs::path& file, std::string_view what)
{
    throw Unavailable{fmt::format("{} {}: {}.", file.string(), what, std::strerror(errno))};
}

crypto::Digest next_in_chain(const crypto::Digest& before, BytesView payload)
{
    return crypto::sha256(
        WireWriter{}.bytes(before).u32(static_cast<std::uint32_t>(payload.size())).bytes(payload).written());
}

[[noreturn]] void fail_as_there_already(const fs::path& file)
{
    throw Unavailable{fmt::format("{} is there already: give another name.", file.string())};
}

/// Gives a file another name, which must be new; as `errno` says if it can't.
bool give_new_name(const fs::path& from, const fs::path& to)
{
    if (::link(from.c_str(), to.c_str()) == 0) {
        (void)::unlink(from.c_str());
        return true;
    }
    // On a stick or a share a file may have one name only.
    const bool is_one_name_only = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
    return is_one_name_only &&
           ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0;
}

/// A new file that gets its name when it is whole. Until then it has one that nobody else gives.
class NewFile {
public:
    explicit NewFile(fs::path file)
        : file_{std::move(file)}, part_{file_.string() + ".part-" + crypto::random_id_text()}
    {
        if (fs::exists(file_)) fail_as_there_already(file_);
        number_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (number_ < 0) fail_on(part_, "can't be made");
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile()
    {
        if (number_ < 0) return;
        ::close(number_);
        ::unlink(part_.c_str());
    }

    void write(BytesView bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0) fail_on(part_, "can't be written");
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    void finish()
    {
        if (::fsync(number_) != 0) fail_on(part_, "can't be written to disk");
        if (!give_new_name(part_, file_)) {
            if (errno == EEXIST) fail_as_there_already(file_);
            fail_on(file_, "can't be given its name");
        }
        ::close(number_);
        number_ = -1;
        const int folder = ::open(fs::absolute(file_).parent_path().c_str(), O_RDONLY | O_CLOEXEC);
        const bool is_synced = folder >= 0 && ::fsync(folder) == 0;
        if (folder >= 0) ::close(folder);
        if (!is_synced) fail_on(file_, "can't be written to disk");
    }

private:
    const fs::path file_;
    const fs::path part_;
    int number_ = -1;
};

class Frames {
public:
    explicit Frames(const fs::path& file) : name_{file.string()}, stream_{file, std::ios::binary}
    {
        if (!stream_) fail_on(file, "can't be read");
        std::string line(first_line.size(), '\0');
        stream_.read(line.data(), static_cast<std::streamsize>(line.size()));
        if (line != first_line) throw Unavailable{fmt::format("{} is no backup of Safelead's.", name_)};
        chain_ = crypto::sha256(bytes_of(first_line));
    }

    /// The next payload. It is not the caller's yet if it throws.
    [[nodiscard]] Bytes next()
    {
        ++frame_;
        const auto at = static_cast<std::uint64_t>(stream_.tellg());
        const auto length = WireReader{take(4, at)}.number(4);
        if (*length > longest_frame) damaged(at);
        auto payload = take(static_cast<std::size_t>(*length), at);
        chain_ = next_in_chain(chain_, payload);
        const auto said = take(chain_.size(), at);
        if (!std::equal(said.begin(), said.end(), chain_.begin())) damaged(at);
        return payload;
    }

    /// That nothing follows.
    void expect_end()
    {
        if (stream_.peek() != std::ifstream::traits_type::eof())
            throw Unavailable{
                fmt::format("{} goes on after its end: it was changed. Use another backup.", name_)};
    }

    [[noreturn]] void damaged(std::uint64_t at) const
    {
        throw Unavailable{fmt::format(
            "{} was changed in part {}, which begins at byte {}: use another backup.", name_, frame_, at)};
    }

private:
    Bytes take(std::size_t count, std::uint64_t at)
    {
        Bytes bytes;
        constexpr std::size_t most_at_once = std::size_t{1} << 20U;
        while (bytes.size() < count) {
            const auto before = bytes.size();
            bytes.resize(before + std::min(count - before, most_at_once));
            stream_.read(reinterpret_cast<char*>(bytes.data() + before),
                         static_cast<std::streamsize>(bytes.size() - before));
            if (static_cast<std::size_t>(stream_.gcount()) != bytes.size() - before)
                throw Unavailable{
                    fmt::format("{} was cut off in part {}, which begins at byte {}: use another backup.",
                                name_, frame_, at)};
        }
        return bytes;
    }

    const std::string name_;
    std::ifstream stream_;
    crypto::Digest chain_{};
    std::uint64_t frame_ = 0;
};

}  // namespace

BackedUp write_backup(const EntryStore& store, const fs::path& file, const BackupProgress& progress)
{
    NewFile to{file};
    to.write(bytes_of(first_line));
    auto chain = crypto::sha256(bytes_of(first_line));
    const auto put = [&](const Bytes& payload) {
        if (payload.size() > longest_frame)
            throw Unavailable{"An organisation has more keys than a backup can hold in one part."};
        chain = next_in_chain(chain, payload);
        to.write(WireWriter{}.u32(static_cast<std::uint32_t>(payload.size())).written());
        to.write(payload);
        to.write(chain);
    };
    BackedUp all;
    std::set<OrganisationId> organisations;
    (void)give_pieces(store, [&](const LogPiece& piece) {
        put(WireWriter{}.u8(kind_piece).bytes(to_bytes(piece)).written());
        organisations.insert(piece.organisation);
        all.entries += piece.entries.size();
        if (progress) progress(all.entries);
    });
    all.organisations = organisations.size();
    put(WireWriter{}.u8(kind_end).u64(all.organisations).u64(all.entries).written());
    to.finish();
    return all;
}

BackedUp read_backup(const fs::path& file, const std::function<void(const LogPiece&)>& take,
                     const BackupProgress& progress)
{
    Frames frames{file};
    BackedUp all;
    std::set<OrganisationId> organisations;
    while (true) {
        const auto payload = frames.next();
        WireReader reader{payload};
        const auto kind = reader.number(1);
        if (kind == kind_end) {
            const auto said_organisations = reader.number(8);
            const auto said_entries = reader.number(8);
            if (said_organisations != organisations.size() || said_entries != all.entries) frames.damaged(0);
            frames.expect_end();
            all.organisations = organisations.size();
            return all;
        }
        const auto piece = kind == kind_piece ? parse_piece(reader.left()) : std::nullopt;
        if (!piece) frames.damaged(0);
        organisations.insert(piece->organisation);
        all.entries += piece->entries.size();
        take(*piece);
        if (progress) progress(all.entries);
    }
}

}  // namespace safelead::ledger
