#include "ledger/log_verifying.h"

#include "base/overloaded.h"

#include <algorithm>

namespace safelead::ledger {
namespace {

constexpr std::size_t page_size = 1000;

}  // namespace

LogVerifying::LogVerifying(const EntryStore& store, Keyring& keys, OrganisationId organisation,
                           std::optional<std::string> beside, Verification& report)
    : store_{store},
      keys_{keys},
      organisation_{std::move(organisation)},
      report_{report},
      opening_{organisation_, keys},
      tree_{
          store, organisation_, std::move(beside),
          [this](std::optional<LogPosition> position, Wrong wrong) { found(position, std::nullopt, wrong); }},
      receipts_{store.receipt_count(organisation_)},
      end_{LogPosition::start}
{
    gather_key_rows();
    end_ = store.head(organisation_).position;
    report_.receipts += receipts_;
}

void LogVerifying::gather_key_rows()
{
    for (const auto& row : store_.organisation_keys(organisation_)) {
        ++report_.keys;
        organisation_rows_.emplace(row.epoch, digest_of(row));
    }
    for (const auto& row : store_.stream_keys(organisation_)) {
        if (is_destroyed(row)) {
            stream_rows_.emplace(PartName{row.stream, row.part}, std::nullopt);
            continue;
        }
        ++report_.keys;
        stream_rows_.emplace(PartName{row.stream, row.part}, digest_of(row));
        if (!keys_.key_in(row)) found(std::nullopt, row.stream, Wrong::key_does_not_unwrap);
    }
}

bool LogVerifying::read_on()
{
    if (reached_ >= end_) return false;
    const auto page = store_.read(organisation_, reached_, page_size);
    if (page.empty()) {
        found(next(reached_), std::nullopt, Wrong::gap_in_log);
        return false;
    }
    for (const auto& stored : page)
        if (stored.log_position <= end_) check(stored);
    // Rows that are not in order would be read again and again.
    reached_ = std::max(next(reached_), page.back().log_position);
    return true;
}

void LogVerifying::check(const StoredEntry& stored)
{
    ++report_.entries;
    tree_.entry(stored.log_position, stored.bytes);
    if (const auto wrong = order_.next_is(stored)) found(stored.log_position, stored.stream, *wrong);

    auto& position = streams_.try_emplace(stored.stream, StreamPosition::start).first->second;
    if (stored.position != next(position)) found(stored.log_position, stored.stream, Wrong::gap_in_stream);
    position = stored.position;

    const auto opened = opening_.open(stored);
    if (opened) {
        follow_command(stored.log_position, opened->header);
        if (opened->readable == Readable::erased) {
            ++report_.erased;
            const auto note = stream_notes_.find({stored.stream, opened->header.part});
            if (note != stream_notes_.end() && !note->second)
                found(stored.log_position, stored.stream, Wrong::written_after_erasure);
        } else if (stored.stream == keys_stream()) {
            take_note(stored, opened->plaintext);
        } else if (stored.stream == tree_stream()) {
            take_tree_note(stored, opened->plaintext);
        }
        return;
    }
    found(stored.log_position, stored.stream, opened.error().wrong);
    if (const auto entry = parse_entry(stored.bytes))
        follow_command(stored.log_position, entry->header);
    else if (command_)
        command_->recorded.last =
            stored.log_position;  // as likely its command's as not, and it is reported already
}

void LogVerifying::follow_command(LogPosition position, const EntryHeader& header)
{
    if (command_ && command_->command == header.command) {
        command_->recorded.last = position;
        return;
    }
    finish_command();
    command_ = CommandRun{header.command, {position, position, header.time}};
}

void LogVerifying::finish_command()
{
    if (!command_) return;
    ++commands_;
    const auto& recorded = command_->recorded;
    const auto receipt = store_.receipt(organisation_, command_->command);
    if (!receipt)
        found(recorded.first, std::nullopt, Wrong::receipt_missing);
    else if (receipt->recorded != recorded)
        found(recorded.first, std::nullopt, Wrong::receipt_wrong);
    command_.reset();
}

void LogVerifying::take_note(const StoredEntry& stored, BytesView plaintext)
{
    const auto noted = parse_key_note(plaintext);
    if (!noted) return found(stored.log_position, stored.stream, Wrong::not_a_key_note);
    for (const auto& one : *noted) take_one(stored, one);
}

void LogVerifying::take_one(const StoredEntry& stored, const KeyNoted& noted)
{
    std::visit(
        Overloaded{[&](const OrganisationKeyNoted& key) {
                       organisation_notes_.insert_or_assign(key.epoch, key.row);
                   },
                   [&](const StreamKeyNoted& key) {
                       auto& note =
                           stream_notes_.try_emplace(PartName{key.stream, key.part}, key.row).first->second;
                       if (!note) found(stored.log_position, key.stream, Wrong::key_made_again);
                       if (note) note = key.row;
                   },
                   [&](const StreamKeyDestroyed& key) {
                       stream_notes_.insert_or_assign(PartName{key.stream, key.part}, std::nullopt);
                   },
                   [&](const OrganisationKeyDestroyed& key) {
                       organisation_notes_.insert_or_assign(key.epoch, std::nullopt);
                   }},
        noted);
}

void LogVerifying::take_tree_note(const StoredEntry& stored, BytesView plaintext)
{
    const auto noted = parse_tree_note(plaintext);
    if (!noted) return found(stored.log_position, stored.stream, Wrong::not_a_tree_note);
    tree_.noted(*noted);
    if (const auto* epoch = std::get_if<TreeEpochNoted>(&*noted))
        report_.epochs.push_back({organisation_, stored.time, *epoch});
}

void LogVerifying::finish()
{
    finish_command();
    report_.streams += streams_.size();
    if (receipts_ > commands_) found(std::nullopt, std::nullopt, Wrong::receipt_too_many);
    check_organisation_keys();
    check_stream_keys();
    tree_.finish();
}

void LogVerifying::check_organisation_keys()
{
    for (const auto& [epoch, row] : organisation_rows_) {
        const auto note = organisation_notes_.find(epoch);
        if (note == organisation_notes_.end())
            found(std::nullopt, std::nullopt, Wrong::key_row_not_in_log);
        else if (!note->second)
            found(std::nullopt, std::nullopt, Wrong::key_not_destroyed);
        else if (note->second != row)
            found(std::nullopt, std::nullopt, Wrong::key_row_changed);
    }
    for (const auto& [epoch, note] : organisation_notes_)
        if (note && !organisation_rows_.contains(epoch))
            found(std::nullopt, std::nullopt, Wrong::key_row_missing);
}

void LogVerifying::check_stream_keys()
{
    for (const auto& [name, row] : stream_rows_) {
        const auto note = stream_notes_.find(name);
        if (note == stream_notes_.end())
            found(std::nullopt, name.first, Wrong::key_row_not_in_log);
        else if (note->second != row)
            check_stream_key(name, row, note->second);
    }
    for (const auto& [name, note] : stream_notes_)
        if (!stream_rows_.contains(name)) check_stream_key(name, std::nullopt, note);
}

// The row may have been made, wrapped again or destroyed while the log was being read.
void LogVerifying::check_stream_key(const PartName& name, const RowDigest& row, const RowDigest& note)
{
    const auto now = store_.stream_key(organisation_, name.first, name.second);
    if (!now) return found(std::nullopt, name.first, Wrong::key_row_missing);
    const auto digest = is_destroyed(*now) ? RowDigest{} : RowDigest{digest_of(*now)};
    if (digest == note) return;
    if (!note) return found(std::nullopt, name.first, Wrong::key_not_destroyed);
    found(std::nullopt, name.first, digest && row ? Wrong::key_row_changed : Wrong::key_destroyed_unsaid);
}

void LogVerifying::found(std::optional<LogPosition> position, std::optional<StreamId> stream, Wrong wrong)
{
    report_.add({organisation_, position, std::move(stream), wrong});
}

}  // namespace safelead::ledger
