#include "ledger/key_verifying.h"

#include "base/overloaded.h"
#include "ledger/keyring.h"

#include <algorithm>
#include <set>

namespace safelead::ledger {
namespace {

// A key that is rotated while it is looked at is looked at again; one that is every time is not.
constexpr int most_looks = 10;

}  // namespace

KeyVerifying::KeyVerifying(const EntryStore& store, Keyring& keys, OrganisationId organisation, Found found)
    : store_{store}, keys_{keys}, organisation_{std::move(organisation)}, found_{std::move(found)}
{
    rows_ = digests_now([this](const StreamKeyRow& row) {
        if (!opens(row)) found_(fault(std::pair{row.stream, row.part}, Wrong::key_does_not_unwrap));
    });
}

// It may have been wrapped again, and what wrapped it destroyed, since it was read.
bool KeyVerifying::opens(StreamKeyRow row) const
{
    for (int look = 0; look < most_looks; ++look) {
        if (keys_.key_in(row)) return true;
        auto now = store_.stream_key(organisation_, row.stream, row.part);
        if (!now || *now == row) return false;
        if (is_destroyed(*now)) return true;
        row = *std::move(now);
    }
    return false;
}

KeyVerifying::Digests KeyVerifying::digests_now(const std::function<void(const StreamKeyRow&)>& see) const
{
    Digests rows;
    for (const auto& row : store_.organisation_keys(organisation_)) rows.emplace(row.epoch, digest_of(row));
    for (const auto& row : store_.stream_keys(organisation_)) {
        auto& digest = rows[std::pair{row.stream, row.part}];
        if (is_destroyed(row)) continue;
        digest = digest_of(row);
        if (see) see(row);
    }
    return rows;
}

std::uint64_t KeyVerifying::keys() const
{
    return static_cast<std::uint64_t>(
        std::ranges::count_if(rows_, [](const auto& row) { return row.second.has_value(); }));
}

std::optional<Wrong> KeyVerifying::noted(const KeyNoted& noted)
{
    return std::visit(
        Overloaded{[&](const OrganisationKeyNoted& key) -> std::optional<Wrong> {
                       notes_.insert_or_assign(key.epoch, key.row);
                       return std::nullopt;
                   },
                   [&](const StreamKeyNoted& key) -> std::optional<Wrong> {
                       auto& note =
                           notes_.try_emplace(std::pair{key.stream, key.part}, key.row).first->second;
                       if (!note) return Wrong::key_made_again;
                       note = key.row;
                       return std::nullopt;
                   },
                   [&](const StreamKeyDestroyed& key) -> std::optional<Wrong> {
                       notes_.insert_or_assign(std::pair{key.stream, key.part}, std::nullopt);
                       return std::nullopt;
                   },
                   [&](const OrganisationKeyDestroyed& key) -> std::optional<Wrong> {
                       notes_.insert_or_assign(key.epoch, std::nullopt);
                       return std::nullopt;
                   }},
        noted);
}

bool KeyVerifying::was_destroyed(const StreamId& stream, const PartId& part) const
{
    const auto note = notes_.find(std::pair{stream, part});
    return note != notes_.end() && !note->second;
}

void KeyVerifying::finish(const ReadOn& read_on)
{
    std::set<KeyName> doubtful;
    for (const auto* names : {&rows_, &notes_})
        for (const auto& [name, digest] : *names)
            if (wrong_with(name, rows_)) doubtful.insert(name);

    // Rows first and then the log, so that a row that differs was changed without a word, unless there is one
    // that was not read until now.
    for (int look = 1; !doubtful.empty(); ++look) {
        const auto rows = digests_now();
        std::set<KeyName> said;
        for (const auto& one : read_on()) {
            (void)noted(one);
            std::visit(
                Overloaded{
                    [&](const auto& key) { said.emplace(key.epoch); },
                    [&](const StreamKeyNoted& key) { said.emplace(std::pair{key.stream, key.part}); },
                    [&](const StreamKeyDestroyed& key) { said.emplace(std::pair{key.stream, key.part}); }},
                one);
        }
        std::erase_if(doubtful, [&](const KeyName& name) {
            const auto wrong = wrong_with(name, rows);
            if (wrong && said.contains(name) && look < most_looks) return false;
            if (wrong) found_(fault(name, *wrong));
            return true;
        });
    }
}

std::optional<Wrong> KeyVerifying::wrong_with(const KeyName& name, const Digests& rows) const
{
    const auto row = rows.find(name);
    const auto note = notes_.find(name);
    if (note == notes_.end())
        return row == rows.end() ? std::nullopt : std::optional{Wrong::key_row_not_in_log};
    if (row == rows.end()) {
        // Nothing is left of the row of an organisation's key that was destroyed.
        const bool may_be_gone = std::holds_alternative<KeyEpoch>(name) && !note->second;
        return may_be_gone ? std::nullopt : std::optional{Wrong::key_row_missing};
    }
    if (row->second == note->second) return std::nullopt;
    if (!note->second) return Wrong::key_not_destroyed;
    return row->second ? Wrong::key_row_changed : Wrong::key_destroyed_unsaid;
}

Fault KeyVerifying::fault(const KeyName& name, Wrong wrong) const
{
    if (const auto* epoch = std::get_if<KeyEpoch>(&name))
        return {organisation_, std::nullopt, std::nullopt, wrong, std::nullopt, *epoch};
    const auto& [stream, part] = std::get<std::pair<StreamId, PartId>>(name);
    return {organisation_, std::nullopt, stream, wrong, part};
}

}  // namespace safelead::ledger
