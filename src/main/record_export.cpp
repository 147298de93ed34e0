#include "main/record_export.h"

#include "app/proof.h"
#include "base/unavailable.h"
#include "cli/exit_codes.h"
#include "main/command_socket.h"
#include "main/parts.h"
#include "main/wrong_use.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>

namespace safelead::main {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t page = 2'000;
constexpr int most_turns = 3;

struct Signed {
    std::uint64_t entries;
    std::string note;
    std::string key_line;
    std::string keys;  ///< How the keys before it led to it.
};

/// What an export is made of: from the server that has the data folder open, or from the folder.
class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    /// Nothing if there is no such organisation.
    [[nodiscard]] virtual std::optional<Signed> checkpoint() = 0;
    [[nodiscard]] virtual std::string entries(std::uint64_t after, std::uint64_t limit) = 0;
    [[nodiscard]] virtual std::string leaf_hashes(std::uint64_t after, std::uint64_t limit) = 0;
};

class Served final : public Source {
public:
    explicit Served(const cli::RecordExport& asked) : asked_{asked} {}

    std::optional<Signed> checkpoint() override
    {
        // The server may rotate its signing key between two questions: then the note is not that key's.
        for (int turn = 0; turn < most_turns; ++turn) {
            const auto key = ask("key", {});
            if (!key) return std::nullopt;
            const auto note = ask("checkpoint", {});
            const auto keys = ask("key", {"--with-earlier"});
            if (!note || !keys || ask("key", {}) != key) continue;
            const auto first = note->find('\n');
            return Signed{std::stoull(note->substr(first + 1)), *note, *key, *keys};
        }
        throw Unavailable{"The signing key is being rotated: try again in a minute."};
    }
    std::string entries(std::uint64_t after, std::uint64_t limit) override { return some(after, limit, {}); }
    std::string leaf_hashes(std::uint64_t after, std::uint64_t limit) override
    {
        return some(after, limit, {"--leaf-hashes"});
    }

private:
    std::string some(std::uint64_t after, std::uint64_t limit, std::vector<std::string> options)
    {
        options.insert(options.end(), {"--after", std::to_string(after), "--limit", std::to_string(limit)});
        auto lines = ask("entries", options);
        if (!lines) throw Unavailable{"The running server stopped giving entries: try again."};
        return *std::move(lines);
    }

    std::optional<std::string> ask(const std::string& what, const std::vector<std::string>& options)
    {
        CommandAsked command{
            {"record", what, "--data", asked_.place.data.string(), "--organisation", asked_.organisation},
            {}};
        command.arguments.insert(command.arguments.end(), options.begin(), options.end());
        auto answered = ask_running_server(asked_.place.data, command);
        if (!answered) throw Unavailable{"The server was stopped meanwhile: try again."};
        if (answered->exit_code == cli::exit_said_no) return std::nullopt;
        if (answered->exit_code != cli::exit_done) throw Unavailable{answered->err};
        return std::move(answered->out);
    }

    const cli::RecordExport& asked_;
};

class Opened final : public Source {
public:
    Opened(const cli::RecordExport& asked, const fs::path& guidance)
        : organisation_{asked.organisation}, guidance_{guidance}, partnership_{asked.place, guidance_, {}}
    {
    }

    std::optional<Signed> checkpoint() override
    {
        const auto made = app::make_checkpoint(*partnership_.safelead, organisation_);
        if (!made) return std::nullopt;
        return Signed{made->entries, made->note, made->key_line + '\n',
                      app::key_chain(*partnership_.safelead, organisation_)};
    }
    std::string entries(std::uint64_t after, std::uint64_t limit) override
    {
        return app::export_entries(*partnership_.safelead, organisation_, after, limit);
    }
    std::string leaf_hashes(std::uint64_t after, std::uint64_t limit) override
    {
        return app::export_leaf_hashes(*partnership_.safelead, organisation_, after, limit);
    }

private:
    const OrganisationId organisation_;
    const Guidance guidance_;
    Partnership partnership_;
};

std::unique_ptr<Source> source_for(const cli::RecordExport& asked, const fs::path& guidance)
{
    const CommandAsked question{{"organisation", "list", "--json", "--data", asked.place.data.string()}, {}};
    if (ask_running_server(asked.place.data, question)) return std::make_unique<Served>(asked);
    return std::make_unique<Opened>(asked, guidance);
}

void take_folder(const fs::path& folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed || !fs::is_directory(folder, failed) || !fs::is_empty(folder, failed) || failed)
        throw WrongUse{fmt::format("{} can't be made, or is not an empty folder: give another with --out.",
                                   folder.string())};
    ::chmod(folder.c_str(), S_IRWXU);
}

class Written {
public:
    explicit Written(const fs::path& file) : file_{file}, out_{file, std::ios::binary} {}

    Written& operator<<(std::string_view text)
    {
        out_ << text;
        return *this;
    }
    void finish()
    {
        out_.close();
        if (!out_) throw Unavailable{fmt::format("{} can't be written: make room.", file_.string())};
    }

private:
    fs::path file_;
    std::ofstream out_;
};

}  // namespace

int export_record(const cli::RecordExport& asked, const fs::path& guidance, const Streams& streams)
{
    const auto source = source_for(asked, guidance);
    const auto made = source->checkpoint();
    if (!made) {
        streams.errors << "There is no such organisation: `safelead organisation list` lists them.\n";
        return cli::exit_said_no;
    }
    take_folder(asked.folder);
    Written entries{asked.folder / "entries.jsonl"};
    Written hashes{asked.folder / "leaf-hashes"};
    for (std::uint64_t after = 0; after < made->entries; after += page) {
        const auto count = std::min(page, made->entries - after);
        entries << source->entries(after, count);
        hashes << source->leaf_hashes(after, count);
    }
    entries.finish();
    hashes.finish();
    (Written{asked.folder / "checkpoint"} << made->note).finish();
    (Written{asked.folder / "key"} << made->key_line).finish();
    (Written{asked.folder / "keys"} << made->keys).finish();
    streams.out << fmt::format("{} entries, their checkpoint and its key are in {}.\n", made->entries,
                               asked.folder.string());
    return cli::exit_done;
}

}  // namespace safelead::main
