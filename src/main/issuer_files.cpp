#include "main/issuer_files.h"

#include "base/text.h"
#include "base/unavailable.h"
#include "ledger/master_key.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace safelead::main {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_settings = std::size_t{64} * 1024;
constexpr std::size_t longest_secret = 1'000;

class OpenFile {
public:
    explicit OpenFile(const fs::path& file) : number_{::open(file.c_str(), O_RDONLY | O_CLOEXEC)}
    {
        if (number_ < 0) throw Unavailable{fmt::format("{} can't be read.", file.string())};
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { ::close(number_); }

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

std::string read_all(const OpenFile& opened, const fs::path& file, std::size_t longest)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const auto count = ::read(opened.number(), piece.data(), piece.size());
        if (count < 0) throw Unavailable{fmt::format("{} can't be read.", file.string())};
        if (count == 0) return text;
        text.append(piece.data(), static_cast<std::size_t>(count));
        if (text.size() > longest) throw Unavailable{fmt::format("{} is too long.", file.string())};
    }
}

/// As the master key's: nobody else may read it.
std::string secret_in(const fs::path& file)
{
    const OpenFile opened{file};
    if (const auto why = ledger::why_not_private(opened.number(), file); !why.empty())
        throw Unavailable{fmt::format("The client secret {} {}", file.string(), why)};
    const auto text = read_all(opened, file, longest_secret);
    const std::string secret{trim(text)};
    const bool is_plain =
        !secret.empty() && std::ranges::all_of(secret, [](char c) { return c >= ' ' && c < '\x7f'; });
    if (!is_plain)
        throw Unavailable{
            fmt::format("{} holds no client secret: one line of printable letters, and "
                        "nothing else.",
                        file.string())};
    return secret;
}

}  // namespace

std::shared_ptr<app::Issuers> read_issuer_files(const fs::path& file, app::AskIssuer ask)
{
    if (file.empty()) return nullptr;
    const OpenFile opened{file};
    const auto read = exchange::read_issuers(read_all(opened, file, longest_settings), file.string());
    if (!read) throw Unavailable{exchange::words(read.error())};
    std::vector<app::Issuer> issuers;
    for (auto setting : read->issuers) {
        auto secret = secret_in(file.parent_path() / setting.secret_file);
        if (!setting.trust.empty()) {
            setting.trust = (file.parent_path() / setting.trust).string();
            const OpenFile trusted{setting.trust};  // Missing, it would only show at the first sign-in.
        }
        issuers.push_back({std::move(setting), std::move(secret)});
    }
    return std::make_shared<app::Issuers>(read->origin, std::move(issuers), std::move(ask));
}

}  // namespace safelead::main
