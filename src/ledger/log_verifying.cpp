#include "ledger/log_verifying.h"

#include <algorithm>

namespace safelead::ledger {
namespace {

constexpr std::size_t page_size = 1000;

}  // namespace

LogVerifying::LogVerifying(const EntryStore& store, Keyring& keys, OrganisationId organisation,
                           std::optional<std::string> beside, Verification& report)
    : store_{store},
      organisation_{std::move(organisation)},
      report_{report},
      opening_{organisation_, keys},
      tree_{
          store, organisation_, std::move(beside),
          [this](std::optional<LogPosition> position, Wrong wrong) { found(position, std::nullopt, wrong); }},
      key_rows_{store, keys, organisation_, [this](Fault fault) { report_.add(std::move(fault)); }},
      receipts_{store.receipt_count(organisation_)},
      end_{store.head(organisation_).position}
{
    report_.keys += key_rows_.keys();
    report_.receipts += receipts_;
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

    auto& end = streams_[stored.stream];
    if (stored.position != next(end.position))
        found(stored.log_position, stored.stream, Wrong::gap_in_stream);
    end = {stored.position, stored.log_position};

    const auto opened = opening_.open(stored);
    if (opened) {
        follow_command(stored.log_position, opened->header);
        if (opened->readable == Readable::erased) {
            ++report_.erased;
            if (key_rows_.was_destroyed(stored.stream, opened->header.part))
                found(stored.log_position, stored.stream, Wrong::written_after_erasure);
        } else if (stored.stream == keys_stream()) {
            take_note(stored, opened->plaintext);
        } else if (stored.stream == tree_stream()) {
            take_tree_note(stored, opened->plaintext);
        }
        return;
    }
    report_.add(opened.error());
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
    keys_reached_ = stored.position;
    for (const auto& one : *noted) {
        const auto wrong = key_rows_.noted(one);
        const auto* key = std::get_if<StreamKeyNoted>(&one);
        if (wrong && key != nullptr)
            report_.add({organisation_, stored.log_position, key->stream, *wrong, key->part});
    }
}

// What was written since the end that was fixed, which may explain what became of a key.
std::vector<KeyNoted> LogVerifying::said_of_keys_since()
{
    std::vector<KeyNoted> said;
    for (const auto& stored : store_.read_stream(organisation_, keys_stream(), keys_reached_)) {
        keys_reached_ = std::max(keys_reached_, stored.position);
        const auto opened = opening_.open(stored);
        const auto noted = opened ? parse_key_note(opened->plaintext) : std::nullopt;
        if (noted) said.insert(said.end(), noted->begin(), noted->end());
    }
    return said;
}

void LogVerifying::take_tree_note(const StoredEntry& stored, BytesView plaintext)
{
    const auto noted = parse_tree_note(plaintext);
    if (!noted) return found(stored.log_position, stored.stream, Wrong::not_a_tree_note);
    tree_.noted(*noted);
    if (const auto* epoch = std::get_if<TreeEpochNoted>(&*noted))
        report_.epochs.push_back({organisation_, stored.time, *epoch});
}

// Who reads a stream finds its entries by another index than the log's.
void LogVerifying::finish_streams()
{
    for (const auto& [stream, end] : streams_)
        if (store_.stream_head(organisation_, stream) < end.position)
            found(end.log_position, stream, Wrong::gap_in_stream);
}

void LogVerifying::finish()
{
    finish_command();
    finish_streams();
    report_.streams += streams_.size();
    if (receipts_ > commands_) found(std::nullopt, std::nullopt, Wrong::receipt_too_many);
    key_rows_.finish([this] { return said_of_keys_since(); });
    tree_.finish(end_);
}

void LogVerifying::found(std::optional<LogPosition> position, std::optional<StreamId> stream, Wrong wrong)
{
    report_.add({organisation_, position, std::move(stream), wrong});
}

}  // namespace safelead::ledger
