#include "ledger/log_piece.h"

#include "base/unavailable.h"
#include "ledger/tree_reading.h"
#include "ledger/wire.h"

#include <algorithm>
#include <set>

namespace safelead::ledger {
namespace {

constexpr std::size_t page_size = 500;

void add_receipts(const EntryStore& store, LogPiece& piece, std::set<CommandId>& given)
{
    for (const auto& entry : piece.entries) {
        const auto parsed = parse_entry(entry.bytes);
        if (!parsed) continue;  // it is given as it is; `record verify` says what is wrong with it
        const auto& command = parsed->header.command;
        if (!given.insert(command).second) continue;
        if (const auto receipt = store.receipt(piece.organisation, command))
            piece.receipts.emplace_back(command, *receipt);
    }
}

std::uint64_t give_entries(const EntryStore& store, const OrganisationId& organisation, LogPosition end,
                           const std::function<void(const LogPiece&)>& take)
{
    std::set<CommandId> given;
    auto reached = LogPosition::start;
    while (reached < end) {
        const auto left = number(end) - number(reached);
        LogPiece piece{organisation};
        piece.entries =
            store.read(organisation, reached, std::min(page_size, static_cast<std::size_t>(left)));
        if (piece.entries.empty())
            throw Unavailable{"The record has a gap: `safelead record verify` says where."};
        reached = piece.entries.back().log_position;
        add_receipts(store, piece, given);
        take(piece);
    }
    return number(end);
}

void give_tiles(const EntryStore& store, const OrganisationId& organisation, LogPosition end,
                const std::function<void(const LogPiece&)>& take)
{
    for (unsigned level = 0; level < most_levels; ++level) {
        std::uint64_t from = 0;
        const auto full = full_tiles(level, number(end));
        while (from < full) {
            LogPiece piece{organisation};
            piece.tiles = store.tiles(organisation, level, from,
                                      std::min(page_size, static_cast<std::size_t>(full - from)));
            if (piece.tiles.empty()) break;
            from = piece.tiles.back().number + 1;
            take(piece);
        }
    }
}

class Writer {
public:
    Writer& number(std::uint64_t value)
    {
        wire_.u64(value);
        return *this;
    }
    Writer& id(std::string_view text)
    {
        wire_.id(text);
        return *this;
    }
    Writer& counted(BytesView bytes)
    {
        wire_.u32(static_cast<std::uint32_t>(bytes.size())).bytes(bytes);
        return *this;
    }
    Writer& time(Instant time) { return number(static_cast<std::uint64_t>(time.time_since_epoch().count())); }
    Writer& count(std::size_t of)
    {
        wire_.u32(static_cast<std::uint32_t>(of));
        return *this;
    }
    [[nodiscard]] WireWriter& wire() { return wire_; }

private:
    WireWriter wire_;
};

/// Once something is missing, everything after is empty, and `is_whole` says so.
class Reader {
public:
    explicit Reader(BytesView bytes) : wire_{bytes} {}

    std::uint64_t number(unsigned size = 8)
    {
        const auto found = wire_.number(size);
        is_whole_ = is_whole_ && found;
        return found.value_or(0);
    }
    std::string id()
    {
        const auto found = wire_.id();
        is_whole_ = is_whole_ && found;
        return std::string{found.value_or("")};
    }
    Bytes counted()
    {
        const auto found = wire_.bytes(static_cast<std::size_t>(number(4)));
        is_whole_ = is_whole_ && found;
        return found ? Bytes(found->begin(), found->end()) : Bytes{};
    }
    std::string text() { return std::string{text_of(counted())}; }
    crypto::Digest digest()
    {
        const auto found = wire_.array<std::tuple_size_v<crypto::Digest>>();
        is_whole_ = is_whole_ && found;
        return found.value_or(crypto::Digest{});
    }
    Instant time() { return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(number())}}; }
    LogPosition log_position() { return LogPosition{number()}; }

    /// Reads as many as are counted.
    template <class Thing, class Read>
    void list(std::vector<Thing>& into, const Read& read)
    {
        for (auto left = number(4); left > 0 && is_whole_; --left) into.push_back(read());
    }

    [[nodiscard]] bool is_all() const { return is_whole_ && wire_.left().empty(); }
    [[nodiscard]] bool is_whole() const { return is_whole_; }

private:
    WireReader wire_;
    bool is_whole_ = true;
};

}  // namespace

std::uint64_t give_pieces(const EntryStore& store, const std::function<void(const LogPiece&)>& take)
{
    std::uint64_t entries = 0;
    for (const auto& organisation : store.organisations()) {
        auto then = store.moment(organisation);
        const auto end = then.head.position;
        LogPiece first{organisation, std::move(then.organisation_keys), std::move(then.stream_keys)};
        first.facts = std::move(then.facts);
        take(first);
        entries += give_entries(store, organisation, end, take);
        give_tiles(store, organisation, end, take);
        LogPiece last{organisation};
        if (then.checkpoint) last.checkpoints.push_back(*std::move(then.checkpoint));
        last.cosignatures = std::move(then.cosignatures);
        take(last);
    }
    return entries;
}

Bytes to_bytes(const LogPiece& piece)
{
    Writer to;
    to.id(piece.organisation.text()).count(piece.organisation_keys.size());
    for (const auto& key : piece.organisation_keys)
        to.count(static_cast<std::uint32_t>(key.epoch)).counted(key.wrapped);
    to.count(piece.stream_keys.size());
    for (const auto& key : piece.stream_keys)
        to.id(key.stream.text())
            .id(key.part.text())
            .count(static_cast<std::uint32_t>(key.epoch))
            .counted(key.wrapped);
    to.count(piece.entries.size());
    for (const auto& entry : piece.entries)
        to.number(number(entry.log_position))
            .id(entry.stream.text())
            .number(number(entry.position))
            .time(entry.time)
            .counted(entry.bytes);
    to.count(piece.receipts.size());
    for (const auto& [command, receipt] : piece.receipts) {
        to.id(command.text()).wire().bytes(receipt.content);
        to.number(number(receipt.recorded.first))
            .number(number(receipt.recorded.last))
            .time(receipt.recorded.time);
    }
    to.count(piece.tiles.size());
    for (const auto& tile : piece.tiles) {
        to.wire().u8(static_cast<std::uint8_t>(tile.level)).u64(tile.number).bytes(tile.root);
        to.counted(tile.hashes);
    }
    to.count(piece.checkpoints.size());
    for (const auto& one : piece.checkpoints) to.number(number(one.size)).counted(bytes_of(one.note));
    to.count(piece.cosignatures.size());
    for (const auto& one : piece.cosignatures)
        to.counted(bytes_of(one.witness))
            .counted(bytes_of(safelead::to_text(one.day)))
            .number(number(one.size))
            .counted(bytes_of(one.note));
    if (piece.facts.empty()) return std::move(to.wire()).written();
    to.count(piece.facts.size());
    for (const auto& fact : piece.facts) to.id(fact.id).counted(fact.sealed);
    return std::move(to.wire()).written();
}

std::optional<LogPiece> parse_piece(BytesView bytes)
{
    Reader from{bytes};
    LogPiece piece{OrganisationId{from.id()}};
    const auto epoch = [&] { return KeyEpoch{static_cast<std::uint32_t>(from.number(4))}; };
    from.list(piece.organisation_keys, [&] {
        const auto of = epoch();
        return OrganisationKeyRow{piece.organisation, of, from.counted()};
    });
    from.list(piece.stream_keys, [&] {
        StreamId stream{from.id()};
        PartId part{from.id()};
        const auto of = epoch();
        return StreamKeyRow{piece.organisation, std::move(stream), std::move(part), of, from.counted()};
    });
    from.list(piece.entries, [&] {
        const auto position = from.log_position();
        StreamId stream{from.id()};
        const StreamPosition in_stream{from.number()};
        const auto time = from.time();
        return StoredEntry{position, std::move(stream), in_stream, time, from.counted()};
    });
    from.list(piece.receipts, [&] {
        CommandId command{from.id()};
        const auto content = from.digest();
        const auto first = from.log_position();
        const auto last = from.log_position();
        return std::pair{std::move(command), Receipt{content, {first, last, from.time()}}};
    });
    from.list(piece.tiles, [&] {
        const auto level = static_cast<unsigned>(from.number(1));
        const auto at = from.number();
        const auto root = from.digest();
        return TreeTile{level, at, root, from.counted()};
    });
    from.list(piece.checkpoints, [&] {
        const auto size = from.log_position();
        return KeptCheckpoint{size, from.text()};
    });
    from.list(piece.cosignatures, [&] {
        auto witness = from.text();
        const auto day = parse_date(from.text()).value_or(Date{});
        const auto size = from.log_position();
        return KeptCosignature{std::move(witness), day, size, from.text()};
    });
    if (from.is_all()) return piece;
    from.list(piece.facts, [&] {
        auto id = from.id();
        return FactRow{piece.organisation, std::move(id), from.counted()};
    });
    if (!from.is_all() || piece.facts.empty()) return std::nullopt;
    return piece;
}

}  // namespace safelead::ledger
