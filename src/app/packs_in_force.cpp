#include "app/packs_in_force.h"

#include "app/check_guidance.h"
#include "base/bytes.h"
#include "base/unavailable.h"
#include "crypto/digest.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace safelead::app {

namespace {

namespace fs = std::filesystem;

/// The proof leaves nobody out; these try the engine besides, and a server should not be long in starting.
constexpr std::uint64_t cases_at_start = 1000;

constexpr std::string_view in_force = "in-force";

/// One digest for all the packs.
std::string digest_of(const Packs& packs)
{
    std::string list;
    for (const auto& pack : packs.editions())
        list += fmt::format("{} {}\n", pack.imprint().digest, pack.edition().text());
    for (const auto& overlay : packs.overlays())
        list += fmt::format("{} {}\n", overlay.digest, overlay.overlay.text());
    return to_hex(crypto::sha256(bytes_of(list)));
}

/// The digest of the packs that passed last; empty if none did.
std::string kept_digest(const fs::path& kept)
{
    std::ifstream stream{kept / in_force};
    std::string digest;
    std::getline(stream, digest);
    const bool is_digest =
        digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos;
    return is_digest ? digest : "";
}

/// Why the packs may not be put in force; empty: they may.
std::string objection(const fs::path& guidance)
{
    const auto proof = check_guidance({guidance, cases_at_start, 1, {}});
    if (!proof) return proof.error().text();
    if (proof->holds()) return "";
    for (const auto& edition : proof->editions)
        if (!edition.shortcomings.empty())
            return fmt::format("{}: {}", edition.shortcomings.front().at, edition.shortcomings.front().what);
    return fmt::format("{}: {}", proof->in_files.front().at, proof->in_files.front().what);
}

void copy_packs(const fs::path& from, const fs::path& to)
{
    fs::create_directories(to);
    for (const auto& entry : fs::directory_iterator{from}) {
        const bool is_pack = fs::is_regular_file(entry.path() / "pack.json");
        if (is_pack || entry.path().filename() == "overlays")
            fs::copy(entry.path(), to / entry.path().filename(),
                     fs::copy_options::recursive | fs::copy_options::skip_symlinks);
    }
}

/// Keeps a whole copy first and says that it is in force last, so that a crash leaves the one before.
void keep(const fs::path& guidance, const fs::path& kept, const std::string& digest)
{
    const std::string before = kept_digest(kept);
    const fs::path half = kept / "being-copied";
    fs::remove_all(half);
    copy_packs(guidance, half);
    fs::remove_all(kept / digest);
    fs::rename(half, kept / digest);
    const fs::path mark = kept / "in-force.new";
    std::ofstream{mark} << digest << '\n';
    fs::rename(mark, kept / in_force);
    if (!before.empty() && before != digest) fs::remove_all(kept / before);
}

}  // namespace

Result<PacksInForce, NoneInForce> put_in_force(const fs::path& guidance, const fs::path& kept)
{
    const std::string last = kept_digest(kept);
    auto given = Packs::load(guidance);
    std::string refused;
    if (!given) {
        refused = given.error().text();
    } else {
        const std::string digest = digest_of(*given);
        if (digest == last) return PacksInForce{*std::move(given), ""};
        refused = objection(guidance);
        if (refused.empty()) {
            try {
                keep(guidance, kept, digest);
            } catch (const fs::filesystem_error&) {
                throw Unavailable{"The guidance that passed its check cannot be kept in " + kept.string() +
                                  "."};
            }
            return PacksInForce{*std::move(given), ""};
        }
    }
    if (last.empty()) return fail(NoneInForce{refused});
    auto before = Packs::load(kept / last);
    if (!before) return fail(NoneInForce{refused});
    return PacksInForce{*std::move(before), refused};
}

}  // namespace safelead::app
