#include "ledger/checkpoint.h"

#include "crypto/base64.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace safelead::ledger {
namespace {

std::optional<std::string_view> next_line(std::string_view& text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<std::uint64_t> parse_size(std::string_view line)
{
    std::uint64_t size = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), size);
    if (read.ec != std::errc{} || read.ptr != line.data() + line.size()) return std::nullopt;
    if (line.size() > 1 && line.front() == '0') return std::nullopt;
    return size;
}

}  // namespace

std::string to_line(const TreeHash& hash)
{
    return crypto::to_base64(hash);
}

std::optional<TreeHash> parse_hash_line(std::string_view line)
{
    const auto bytes = crypto::parse_base64(line);
    TreeHash hash;
    if (!bytes || bytes->size() != hash.size()) return std::nullopt;
    std::ranges::copy(*bytes, hash.begin());
    return hash;
}

std::string to_text(const Checkpoint& checkpoint)
{
    return fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.head.size,
                       to_line(checkpoint.head.root));
}

std::optional<Checkpoint> parse_checkpoint(std::string_view note_text)
{
    const auto origin = next_line(note_text);
    const auto size = origin ? next_line(note_text) : std::nullopt;
    const auto root = size ? next_line(note_text) : std::nullopt;
    if (!root) return std::nullopt;
    while (!note_text.empty())
        if (!next_line(note_text)) return std::nullopt;
    const auto leaves = parse_size(*size);
    const auto hash = parse_hash_line(*root);
    if (!leaves || !hash) return std::nullopt;
    return Checkpoint{std::string{*origin}, {*leaves, *hash}};
}

std::optional<Checkpoint> checkpoint_in(std::string_view note)
{
    const auto parsed = parse_note(note);
    return parsed ? parse_checkpoint(parsed->text) : std::nullopt;
}

std::string origin_of(const OrganisationId& organisation, const TreeHash& first_leaf, TreeEpoch epoch)
{
    std::string name;
    for (const char c : organisation.text()) {
        if (c == '%' || c == '+')
            name += c == '%' ? "%25" : "%2B";
        else
            name += c;
    }
    auto origin = fmt::format("safelead/{}/{}", name, to_hex(BytesView{first_leaf}.first(8)));
    if (epoch != TreeEpoch::first) origin += fmt::format("/{}", static_cast<std::uint32_t>(epoch));
    return origin;
}

TreeEpoch epoch_in(std::string_view origin)
{
    constexpr int parts_before = 3;
    for (int part = 0; part < parts_before; ++part) {
        const auto slash = origin.find('/');
        if (slash == std::string_view::npos) return TreeEpoch::first;
        origin.remove_prefix(slash + 1);
    }
    const auto number = parse_size(origin).value_or(0);
    return number > 1 && number <= std::numeric_limits<std::uint32_t>::max() ? static_cast<TreeEpoch>(number)
                                                                             : TreeEpoch::first;
}

}  // namespace safelead::ledger
