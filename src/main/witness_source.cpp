#include "main/witness_source.h"

#include "base/text.h"
#include "base/unavailable.h"
#include "crypto/base64.h"
#include "ledger/key_rotation.h"
#include "ledger/whole_file.h"

#include <fmt/format.h>

#include <fstream>

namespace safelead::main {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_checkpoint = ledger::longest_note;
constexpr std::size_t longest_chain = std::size_t{1024} * 1024;

// docs/formats/checkpoint.md, "Over HTTP".
constexpr unsigned ok = 200;
constexpr unsigned forbidden = 403;

/// The organisation as it stands in an origin is as it stands in an address.
std::string organisation_in(const std::string& origin)
{
    const auto parts = split(origin, '/');
    if (parts.size() < 3 || parts[0] != "safelead")
        throw Unavailable{"That is not the key line of a Safelead log: give the one on its page /record."};
    return std::string{parts[1]};
}

// What a proxy in front of the server says, or a server that has too much to do, is no word of the log's.
// Only an answer that is there can be a false one.
[[noreturn]] void fail_for_now(const std::string& host, std::string_view what, unsigned status)
{
    throw Unavailable{
        fmt::format("{} {} now (it answers {}): try again later; with --every that happens by itself.", host,
                    what, status)};
}

class FromServer final : public WitnessSource {
public:
    FromServer(WebAddress server, std::string organisation, fs::path trust)
        : server_{std::move(server)}, organisation_{std::move(organisation)}, trust_{std::move(trust)}
    {
        while (server_.path.ends_with('/')) server_.path.pop_back();
    }

    std::string checkpoint() override
    {
        auto fetched = get(fmt::format("/record/checkpoint/{}", organisation_));
        if (fetched.status != ok) fail_for_now(server_.host, "has no checkpoint of that log", fetched.status);
        return std::move(fetched.body);
    }

    bool leads_on(const ledger::TreeHead& earlier, const ledger::TreeHead& later) override
    {
        const auto fetched =
            get(fmt::format("/record/consistency/{}/{}/{}", organisation_, earlier.size, later.size));
        if (fetched.status != ok) fail_for_now(server_.host, "proves nothing", fetched.status);
        ledger::TreePath path;
        std::string_view left = fetched.body;
        while (!left.empty()) {
            const auto end = std::min(left.find('\n'), left.size() - 1);
            const auto hash = ledger::parse_hash_line(left.substr(0, end));
            if (!hash) return false;
            path.push_back(*hash);
            left.remove_prefix(end + 1);
        }
        return ledger::is_consistent(earlier, later, path);
    }

    std::string key_rotations() override
    {
        auto fetched = get(fmt::format("/record/key-rotations/{}", organisation_));
        if (fetched.status != ok)
            fail_for_now(server_.host, "does not say which key follows which", fetched.status);
        return std::move(fetched.body);
    }

    bool give(const std::string& note) override
    {
        auto address = server_;
        address.path += fmt::format("/record/cosignature/{}", organisation_);
        const auto status = fetch(address, note, trust_).status;
        if (status != ok && status != forbidden) fail_for_now(server_.host, "keeps no cosignature", status);
        return status == ok;
    }

private:
    [[nodiscard]] Fetched get(const std::string& path) const
    {
        auto address = server_;
        address.path += path;
        return fetch(address, std::nullopt, trust_);
    }

    WebAddress server_;
    const std::string organisation_;
    const fs::path trust_;
};

/// Nothing is believed but the entries themselves.
class FromExport final : public WitnessSource {
public:
    explicit FromExport(fs::path folder) : folder_{std::move(folder)} {}

    std::string checkpoint() override
    {
        auto note = ledger::read_whole_file(folder_ / "checkpoint", longest_checkpoint);
        if (!note) throw Unavailable{fmt::format("{} is no export of a log.", folder_.string())};
        return *std::move(note);
    }

    bool leads_on(const ledger::TreeHead& earlier, const ledger::TreeHead& later) override
    {
        std::ifstream lines{folder_ / "entries.jsonl"};
        ledger::TreeEdge edge;
        bool has_earlier = earlier.size == 0;
        for (std::string line; edge.size() < later.size && std::getline(lines, line);) {
            constexpr std::string_view field = "\"leaf\":\"";
            const auto begin = line.find(field);
            const auto end = begin == std::string::npos ? begin : line.find('"', begin + field.size());
            if (end == std::string::npos) return false;
            const auto leaf = crypto::parse_base64(
                std::string_view{line}.substr(begin + field.size(), end - begin - field.size()));
            if (!leaf) return false;
            edge.add(ledger::leaf_hash(*leaf));
            if (edge.size() == earlier.size) has_earlier = edge.root() == earlier.root;
        }
        return has_earlier && edge.size() == later.size && edge.root() == later.root;
    }

    // One from before there was such a file has the newest key alone.
    std::string key_rotations() override
    {
        const auto chain = ledger::read_whole_file(folder_ / "keys", longest_chain);
        return std::string{ledger::rotations_in(chain ? *chain : std::string_view{})};
    }

    // Nobody is there to take it; it lies in the state folder.
    bool give(const std::string&) override { return true; }

private:
    const fs::path folder_;
};

}  // namespace

std::unique_ptr<WitnessSource> witness_source(const std::string& log, const std::string& origin,
                                              const fs::path& trust)
{
    if (auto address = parse_web_address(log))
        return std::make_unique<FromServer>(*std::move(address), organisation_in(origin), trust);
    if (fs::is_directory(log)) return std::make_unique<FromExport>(log);
    throw Unavailable{
        fmt::format("{} is neither an address like https://server nor the folder of an export.", log)};
}

}  // namespace safelead::main
