#include "ledger/checkpoint_file.h"

#include "ledger/checkpoint.h"
#include "ledger/file_lock.h"
#include "ledger/whole_file.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string_view>

namespace safelead::ledger {
namespace {

constexpr std::string_view section = "== ";
constexpr std::chrono::seconds longest_wait{10};
constexpr std::size_t longest_file = std::size_t{64} * 1024 * 1024;

std::string_view until_next_section(std::string_view text)
{
    const auto next = text.find("\n== ");
    return next == std::string_view::npos ? text : text.substr(0, next + 1);
}

void write(const std::filesystem::path& file, const CheckpointsBeside& checkpoints)
{
    std::string content;
    for (const auto& [organisation, note] : checkpoints)
        content += fmt::format("{}{}\n{}", section, organisation.text(), note);
    replace_file(file, content);
}

}  // namespace

std::filesystem::path usual_checkpoint_file(const std::filesystem::path& key,
                                            const std::filesystem::path& data_folder)
{
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    const bool is_credential =
        credentials != nullptr && *credentials != '\0' &&
        key.parent_path().lexically_normal() == std::filesystem::path{credentials}.lexically_normal();
    auto file = is_credential ? data_folder.lexically_normal() : key;
    if (!file.has_filename()) file = file.parent_path();
    file += ".checkpoints";
    return file;
}

CheckpointsBeside read_checkpoint_file(const std::filesystem::path& file)
{
    CheckpointsBeside checkpoints;
    const auto content = read_whole_file(file, longest_file);
    std::string_view left = content ? *content : std::string_view{};
    while (!left.empty()) {
        const auto end = left.find('\n');
        const bool is_section = left.starts_with(section) && end != std::string_view::npos;
        const auto note = is_section ? until_next_section(left.substr(end + 1)) : std::string_view{};
        if (!is_section || !checkpoint_in(note))
            throw Unavailable{fmt::format(
                "{} is not a file of checkpoints any more, so nobody can tell whether the data is an older "
                "copy: put its copy back, or look at the record with `safelead record verify` and then move "
                "the file away.",
                file.string())};
        checkpoints.emplace(std::string{left.substr(section.size(), end - section.size())},
                            std::string{note});
        left.remove_prefix(end + 1 + note.size());
    }
    return checkpoints;
}

CheckpointsBeside change_checkpoint_file(const std::filesystem::path& file, const CheckpointsBeside& known,
                                         const std::function<void(CheckpointsBeside&)>& change)
{
    // Not the lock of the key: that is held as long as a rotation takes.
    auto lock_file = file;
    lock_file += ".lock";
    const auto lock = FileLock::take(lock_file, longest_wait);
    if (!lock && lock.error().why == NotLocked::Why::held_elsewhere)
        throw CheckpointFileHeld{
            fmt::format("{} is being written by another server: try again in a minute.", file.string())};
    auto checkpoints = read_checkpoint_file(file);
    if (checkpoints.empty()) checkpoints = known;
    for (auto& [organisation, note] : checkpoints)
        if (const auto found = known.find(organisation);
            found != known.end() && is_later(found->second, note))
            note = found->second;
    change(checkpoints);
    write(file, checkpoints);
    return checkpoints;
}

bool is_later(const std::string& note, const std::string& than)
{
    const auto one = checkpoint_in(note);
    const auto other = checkpoint_in(than);
    if (!one || !other) return one.has_value();
    if (epoch_in(one->origin) != epoch_in(other->origin))
        return epoch_in(one->origin) > epoch_in(other->origin);
    return one->origin == other->origin && one->head.size > other->head.size;
}

}  // namespace safelead::ledger
