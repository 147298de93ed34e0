#include "ledger/master_key.h"

#include "base/wipe.h"
#include "crypto/base64.h"
#include "crypto/random.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

// docs/formats/keys.md:
//
//     file = "safelead-master-key-1 " base64url newline

namespace safelead::ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view label = "safelead-master-key-1 ";
constexpr std::size_t file_size = 66;
constexpr ::mode_t owner_only = S_IRUSR | S_IWUSR;

[[noreturn]] void fail_on(const fs::path& file, std::string_view what)
{
    throw KeyUnavailable{fmt::format("The master key {} {}: {}.", file.string(), what, std::strerror(errno))};
}

class OpenFile {
public:
    OpenFile(const fs::path& file, int flags, std::string_view what)
        : number_{::open(file.c_str(), flags | O_CLOEXEC, owner_only)}
    {
        if (number_ < 0) fail_on(file, what);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { ::close(number_); }

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

bool is_inside(const fs::path& file, const fs::path& folder)
{
    const auto inner = fs::weakly_canonical(fs::absolute(file));
    const auto outer = fs::weakly_canonical(fs::absolute(folder) / "");
    const auto [differs, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return differs == outer.end() || (std::next(differs) == outer.end() && differs->empty());
}

void refuse_inside(const fs::path& file, const fs::path& data_folder)
{
    if (is_inside(file, data_folder))
        throw KeyUnavailable{
            fmt::format("The master key {} is inside the data folder, where every copy of the data would "
                        "carry it: keep it elsewhere.",
                        file.string())};
}

std::optional<fs::path> credentials_folder()
{
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    if (folder == nullptr || *folder == '\0') return std::nullopt;
    return fs::path{folder};
}

// systemd hands a credential over read-only, and owned by root when it lets the program in by an access list.
bool is_credential(const fs::path& file)
{
    const auto folder = credentials_folder();
    return folder && is_inside(file, *folder);
}

void check_private(const OpenFile& opened, const fs::path& file)
{
    if (const auto why = why_not_private(opened.number(), file); !why.empty())
        throw KeyUnavailable{fmt::format("The master key {} {}", file.string(), why)};
}

std::optional<crypto::SecretKey> parse_key(std::string_view text)
{
    if (text.size() != file_size || !text.starts_with(label) || text.back() != '\n') return std::nullopt;
    text.remove_prefix(label.size());
    text.remove_suffix(1);
    auto bytes = crypto::parse_base64url(text);
    if (!bytes || bytes->size() != crypto::SecretKey::size) return std::nullopt;
    return crypto::SecretKey::taken_from(std::span<std::byte, crypto::SecretKey::size>{*bytes});
}

void sync(int file, const fs::path& name)
{
    if (::fsync(file) != 0) fail_on(name, "can't be written to disk");
}

void sync_folder_of(const fs::path& file)
{
    const auto folder = fs::absolute(file).parent_path();
    const OpenFile holder{folder, O_RDONLY, "can't be written to disk"};
    sync(holder.number(), file);
}

std::optional<crypto::SecretKey> key_in(const OpenFile& opened, const fs::path& file)
{
    std::array<char, file_size + 1> text{};
    const auto count = ::read(opened.number(), text.data(), text.size());
    if (count < 0) fail_on(file, "can't be read");
    auto key = parse_key({text.data(), static_cast<std::size_t>(count)});
    ::explicit_bzero(text.data(), text.size());
    return key;
}

void write_new(const fs::path& file, const crypto::SecretKey& key)
{
    const OpenFile made{file, O_WRONLY | O_CREAT | O_EXCL, "can't be made"};
    // With room for all of it from the start, so that no shorter copy is left behind.
    std::string text;
    text.reserve(file_size);
    auto in_letters = crypto::to_base64url(key.bytes());
    text.append(label).append(in_letters).append(1, '\n');
    wipe(in_letters);
    const auto written = ::write(made.number(), text.data(), text.size());
    const bool is_whole = written == static_cast<::ssize_t>(text.size());
    wipe(text);
    if (!is_whole) fail_on(file, "can't be written");
    sync(made.number(), file);
    sync_folder_of(file);
}

bool is_there(const fs::path& file)
{
    return fs::exists(fs::symlink_status(file));
}

bool is_cut_short(const fs::path& file)
{
    return fs::is_regular_file(file) && fs::file_size(file) < file_size;
}

/// Broken off between its two names, the key in use is the old one too: that is no earlier one.
bool has_another_before_it(const fs::path& file)
{
    std::error_code not_the_same;
    return is_there(old_master_key(file)) && !fs::equivalent(file, old_master_key(file), not_the_same);
}

}  // namespace

std::string why_not_private(int opened, const fs::path& file)
{
    struct ::stat found = {};
    if (::fstat(opened, &found) != 0) return fmt::format("can't be read: {}.", std::strerror(errno));
    if (!S_ISREG(found.st_mode)) return "is not a file.";

    const ::mode_t mode = found.st_mode & ~static_cast<::mode_t>(S_IFMT);
    const bool is_given = is_credential(file);
    const bool is_ours = found.st_uid == ::geteuid() || (is_given && found.st_uid == 0);
    if (!is_ours) return "belongs to another user: run safelead as its owner.";
    const bool is_private = mode == owner_only || (is_given && (mode == 0400 || mode == 0440));
    if (!is_private)
        return fmt::format("has mode {:04o} and must have 0600: run `chmod 600 {}`.",
                           static_cast<unsigned>(mode), file.string());
    return {};
}

crypto::SecretKey read_master_key(const fs::path& file, const fs::path& data_folder)
{
    refuse_inside(file, data_folder);
    if (!is_there(file))
        throw KeyUnavailable{fmt::format(
            "The master key {} is not there: put your copy of it back at that place, or say with --key where "
            "it is. Without it nobody can read this record.",
            file.string())};
    const OpenFile opened{file, O_RDONLY, "can't be read"};
    check_private(opened, file);
    auto key = key_in(opened, file);
    if (!key)
        throw KeyUnavailable{fmt::format(
            "{} is not a Safelead master key: put your copy of the key back at that place, or say with --key "
            "where it is.",
            file.string())};
    return *std::move(key);
}

void make_master_key(const fs::path& file, const fs::path& data_folder)
{
    refuse_inside(file, data_folder);
    write_new(file, crypto::SecretKey::random());
}

fs::path usual_master_key(const fs::path& data_folder)
{
    if (const auto folder = credentials_folder(); folder && fs::exists(*folder / "safelead.key"))
        return *folder / "safelead.key";
    auto folder = data_folder.lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    folder += ".key";
    return folder;
}

fs::path next_master_key(const fs::path& file)
{
    auto next = file;
    next += ".next";
    return next;
}

fs::path old_master_key(const fs::path& file)
{
    auto old = file;
    old += ".old";
    return old;
}

std::string why_not_rotated(const fs::path& file)
{
    if (is_credential(file))
        return fmt::format(
            "The master key {} is a systemd credential, which only systemd can change: give --key a "
            "file to rotate it.",
            file.string());
    if (fs::is_symlink(file))
        return fmt::format(
            "The master key {} is a link, and others may reach the key by another name: give --key the file "
            "that it leads to, to rotate it.",
            file.string());
    return {};
}

std::optional<crypto::SecretKey> begun_master_key(const fs::path& file, const fs::path& data_folder)
{
    const auto next = next_master_key(file);
    if (!is_there(next) || is_cut_short(next)) return std::nullopt;
    return read_master_key(next, data_folder);
}

crypto::SecretKey begin_next_master_key(const fs::path& file, const fs::path& data_folder)
{
    if (const auto why = why_not_rotated(file); !why.empty()) throw KeyUnavailable{why};
    if (has_another_before_it(file))
        throw KeyUnavailable{
            fmt::format("The key before this one is still there: move {} to where you keep it "
                        "for old backups, or destroy it, then rotate again.",
                        old_master_key(file).string())};
    remove_cut_short_master_key(file);
    const auto next = next_master_key(file);
    if (!is_there(next)) make_master_key(next, data_folder);
    // From the disk, and on it: what is used is what will be found there.
    auto key = read_master_key(next, data_folder);
    const OpenFile opened{next, O_RDONLY, "can't be read"};
    sync(opened.number(), next);
    sync_folder_of(next);
    return key;
}

void keep_next_master_key(const fs::path& file, const crypto::SecretKey& key)
{
    const auto next = next_master_key(file);
    if (is_there(next)) {
        const OpenFile opened{next, O_RDONLY, "can't be read"};
        const auto there = key_in(opened, next);
        if (there && std::ranges::equal(there->bytes(), key.bytes())) return;
        auto aside = next;
        aside += ".other-" + crypto::random_id_text();
        if (::rename(next.c_str(), aside.c_str()) != 0) fail_on(next, "can't be put aside");
    }
    write_new(next, key);
}

void take_next_master_key(const fs::path& file)
{
    const auto old = old_master_key(file);
    std::error_code not_the_same;
    const bool is_linked = fs::equivalent(file, old, not_the_same);
    if (!is_linked && ::link(file.c_str(), old.c_str()) != 0) fail_on(old, "can't be kept");
    sync_folder_of(file);
    if (::rename(next_master_key(file).c_str(), file.c_str()) != 0) fail_on(file, "can't be replaced");
    sync_folder_of(file);
}

void remove_cut_short_master_key(const fs::path& file)
{
    const auto next = next_master_key(file);
    if (!is_cut_short(next)) return;
    if (::unlink(next.c_str()) != 0) fail_on(next, "can't be removed");
    sync_folder_of(file);
}

}  // namespace safelead::ledger
