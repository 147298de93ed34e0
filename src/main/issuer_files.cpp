#include "main/issuer_files.h"

#include "base/text.h"
#include "base/unavailable.h"
#include "ledger/whole_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::main {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_settings = std::size_t{64} * 1024;
constexpr std::size_t longest_secret = 1'000;
constexpr std::size_t longest_trust = std::size_t{4} * 1024 * 1024;

std::string read_there(const fs::path& file, std::size_t longest)
{
    auto text = ledger::read_whole_file(file, longest);
    if (!text) throw Unavailable{fmt::format("{} can't be read: there is no such file.", file.string())};
    return *std::move(text);
}

/// As the master key's: nobody else may read it.
std::string secret_in(const fs::path& file)
{
    const auto text = ledger::read_private_file(file, "The client secret", longest_secret);
    const std::string secret{trim(text)};
    const bool is_plain =
        !secret.empty() && std::ranges::all_of(secret, [](char c) { return c >= ' ' && c < '\x7f'; });
    if (!is_plain)
        throw Unavailable{fmt::format(
            "{} holds no client secret: one line of printable letters, and nothing else.", file.string())};
    return secret;
}

}  // namespace

std::shared_ptr<app::Issuers> read_issuer_files(const fs::path& file, app::AskIssuer ask)
{
    if (file.empty()) return nullptr;
    const auto read = exchange::read_issuers(read_there(file, longest_settings), file.string());
    if (!read) throw Unavailable{exchange::words(read.error())};
    std::vector<app::Issuer> issuers;
    for (auto setting : read->issuers) {
        auto secret = secret_in(file.parent_path() / setting.secret_file);
        if (!setting.trust.empty()) {
            setting.trust = (file.parent_path() / setting.trust).string();
            // Missing, it would only show at the first sign-in.
            (void)read_there(setting.trust, longest_trust);
        }
        issuers.push_back({std::move(setting), std::move(secret)});
    }
    return std::make_shared<app::Issuers>(read->origin, std::move(issuers), std::move(ask));
}

}  // namespace safelead::main
