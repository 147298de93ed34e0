#include "main/witness.h"

#include "app/clock.h"
#include "base/unavailable.h"
#include "base/wipe.h"
#include "cli/exit_codes.h"
#include "crypto/base64.h"
#include "ledger/checkpoint.h"
#include "ledger/key_rotation.h"
#include "ledger/whole_file.h"
#include "main/witness_source.h"
#include "main/wrong_use.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <thread>

namespace safelead::main {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::string_view key_label = "safelead-witness-key-1 ";
constexpr auto hook_wait = 30s;

struct WitnessSigner {
    std::string name;
    crypto::SecretKey seed;

    [[nodiscard]] ledger::NoteKey key() const
    {
        return {name, ledger::NoteKeyKind::cosignature, crypto::public_key_of(seed)};
    }
};

std::optional<WitnessSigner> read_signer(const fs::path& file)
{
    auto text = ledger::read_whole_file(file, 1024);
    if (!text) return std::nullopt;
    struct ::stat found = {};
    if (::stat(file.c_str(), &found) != 0 || (found.st_mode & 077) != 0 || found.st_uid != ::geteuid())
        throw Unavailable{
            fmt::format("Others may read the witness's key {}: run `chmod 600 {}` as its owner.",
                        file.string(), file.string())};
    const auto space = text->find(' ', key_label.size());
    auto bytes =
        text->starts_with(key_label) && space != std::string::npos && text->ends_with('\n')
            ? crypto::parse_base64url(std::string_view{*text}.substr(space + 1, text->size() - space - 2))
            : std::nullopt;
    const auto name =
        space == std::string::npos ? "" : text->substr(key_label.size(), space - key_label.size());
    wipe(*text);
    if (!bytes || bytes->size() != crypto::SecretKey::size || !ledger::is_note_name(name))
        throw Unavailable{fmt::format("{} is not a witness's key.", file.string())};
    return WitnessSigner{
        name, crypto::SecretKey::taken_from(std::span<std::byte, crypto::SecretKey::size>{*bytes})};
}

ledger::NoteKey read_log_key(const std::string& line_or_file)
{
    auto key = ledger::parse_note_key(line_or_file);
    if (!key)
        if (const auto content = ledger::read_whole_file(line_or_file, 4096))
            key = ledger::parse_note_key(*content);
    if (!key || key->kind != ledger::NoteKeyKind::note)
        throw WrongUse{"--log-key is not the key line of a log: take it from the log's page /record."};
    return *key;
}

/// What is wrong, in one sentence; nothing if all is well.
using Alarm = std::optional<std::string>;

constexpr std::string_view not_signed =
    "The checkpoint is not signed by the log's key, nor by one that this key leads to. If the log's signing "
    "key is another now, ask whoever runs the record, on another way than this, and start it with --log-key "
    "and the newest key line from the page /record; if none was rotated, somebody else signed it.";

class Following {
public:
    Following(const cli::WitnessFollow& asked, const Streams& streams)
        : asked_{asked},
          streams_{streams},
          log_key_{read_log_key(asked.log_key)},
          signs_now_{log_key_},
          signer_{signer(asked)}
    {
        fs::create_directories(asked.state);
        ::chmod(asked.state.c_str(), S_IRWXU);
        seen_file_ = asked.state /
                     (to_hex(BytesView{crypto::sha256(bytes_of(log_key_.name))}.first(8)) + ".checkpoint");
        key_file_ = fs::path{seen_file_}.replace_extension(".key");
        source_ = witness_source(asked.log, log_key_.name, asked.trust);
        if (const auto kept = ledger::read_whole_file(key_file_, 4096)) signs_now_ = led_to(*kept);
    }

    /// Whether all is well.
    [[nodiscard]] bool look()
    {
        const auto text = source_->checkpoint();
        const auto seen = ledger::read_whole_file(seen_file_, ledger::longest_note);
        if (const auto wrong = what_is_wrong(text, seen)) {
            raise(*wrong, text, seen.value_or("(none)\n"));
            return false;
        }
        cosign(*ledger::parse_note(text));
        return true;
    }

private:
    static WitnessSigner signer(const cli::WitnessFollow& asked)
    {
        auto found = read_signer(asked.key);
        if (!found)
            throw WrongUse{fmt::format("There is no witness's key {}: make one with `safelead witness key`.",
                                       asked.key.string())};
        return *std::move(found);
    }

    /// The key that the log led to when it was last looked at, and below it the one that it led from. Where
    /// that is not the one given now, somebody gave another since, and what this one leads to is asked anew.
    [[nodiscard]] ledger::NoteKey led_to(const std::string& kept) const
    {
        const auto end = std::min(kept.find('\n'), kept.size() - 1) + 1;
        const auto key = ledger::parse_note_key(kept.substr(0, end));
        if (!key || key->kind != ledger::NoteKeyKind::note || key->name != log_key_.name)
            throw Unavailable{
                fmt::format("{} was damaged: remove it, and give the newest key line.", key_file_.string())};
        return ledger::parse_note_key(kept.substr(end)) == log_key_ ? *key : log_key_;
    }

    [[nodiscard]] Alarm what_is_wrong(const std::string& text, const std::optional<std::string>& seen)
    {
        const auto note = ledger::parse_note(text);
        const auto now = note ? ledger::parse_checkpoint(note->text) : std::nullopt;
        if (!now) return "What the log gives out is not a checkpoint.";
        if (now->origin != log_key_.name)
            return fmt::format(
                "The log calls itself {} now, and not {}: its end was lost and a new epoch was begun, or it "
                "is another log.",
                now->origin, log_key_.name);
        if (!is_signed_by_log(*note)) return std::string{not_signed};
        if (!seen) {
            const ledger::TreeHead none{0, ledger::root_of({})};
            return fs::is_directory(asked_.log) && !source_->leads_on(none, now->head)
                       ? Alarm{"The entries are not those that the checkpoint was signed for."}
                       : std::nullopt;
        }
        const auto earlier = ledger::checkpoint_in(*seen);
        if (!earlier)
            throw Unavailable{fmt::format("{} was damaged: look at its copy.", seen_file_.string())};
        return since(earlier->head, now->head);
    }

    /// By the key that is known, or by one that it says follows it. What was before it counts no more: it may
    /// have been rotated away because others have it.
    [[nodiscard]] bool is_signed_by_log(const ledger::Note& note)
    {
        if (ledger::is_signed(note, signs_now_)) return true;
        const auto next = ledger::followed(signs_now_, source_->key_rotations());
        if (!ledger::is_signed(note, next)) return false;
        signs_now_ = next;
        const auto line = ledger::to_text(next);
        ledger::replace_file(key_file_, fmt::format("{}\n{}\n", line, ledger::to_text(log_key_)));
        streams_.out << fmt::format(
            "The log's signing key was rotated, and the key before says so; now it is {}\n", line);
        return true;
    }

    [[nodiscard]] Alarm since(const ledger::TreeHead& earlier, const ledger::TreeHead& now)
    {
        if (now.size < earlier.size)
            return fmt::format("The log has {} entries and had {}: its end is gone.", now.size, earlier.size);
        if (now.size == earlier.size && now.root != earlier.root)
            return fmt::format("The log's {} entries are others than they were: two records are being shown.",
                               now.size);
        if (now.size > earlier.size && !source_->leads_on(earlier, now))
            return fmt::format(
                "The log's first {} entries are not those it had: what was written was changed.",
                earlier.size);
        return std::nullopt;
    }

    void cosign(ledger::Note note)
    {
        std::erase_if(note.signatures,
                      [&](const auto& one) { return one.name == signer_.name || one.name != log_key_.name; });
        note.signatures.push_back(
            ledger::cosign_note(note.text, signer_.name, signer_.seed, app::SystemClock{}.now()));
        const auto cosigned = ledger::to_text(note);
        // Remembered before anybody is told: a witness never says less later.
        ledger::replace_file(seen_file_, cosigned);
        const auto size = ledger::parse_checkpoint(note.text)->head.size;
        if (source_->give(cosigned))
            streams_.out << fmt::format("{} entries: consistent, cosigned.\n", size) << std::flush;
        else
            streams_.errors << fmt::format(
                "{} entries: consistent, but the server does not keep this witness's cosignatures: start it "
                "with --witness {}\n",
                size, ledger::to_text(signer_.key()));
    }

    void raise(const std::string& wrong, const std::string& now, const std::string& seen)
    {
        const auto at = app::SystemClock{}.now();
        auto file = asked_.state / fmt::format("alarm-{}.txt", at.time_since_epoch().count());
        ledger::replace_file(file, fmt::format("{}\n{}\n\nSeen before:\n\n{}\nGiven out now:\n\n{}",
                                               to_text(at), wrong, seen, now));
        streams_.errors << fmt::format("ALARM: {} What was seen is in {}.\n", wrong, file.string())
                        << std::flush;
        if (!asked_.alarm.empty()) run_hook(file.string());
    }

    void run_hook(std::string file)
    {
        auto program = asked_.alarm.string();
        char* const words[] = {program.data(), file.data(), nullptr};
        ::pid_t child = 0;
        if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, words, environ) != 0) {
            streams_.errors << fmt::format("The alarm program {} can't be run.\n", program);
            return;
        }
        const auto until = std::chrono::steady_clock::now() + hook_wait;
        while (::waitpid(child, nullptr, WNOHANG) == 0 && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(50ms);
    }

    const cli::WitnessFollow& asked_;
    const Streams& streams_;
    const ledger::NoteKey log_key_;
    ledger::NoteKey signs_now_;  ///< That one, or the one that it led to: then only this.
    const WitnessSigner signer_;
    fs::path seen_file_;
    fs::path key_file_;
    std::unique_ptr<WitnessSource> source_;
};

}  // namespace

int witness_key(const cli::WitnessKey& asked, const Streams& streams)
{
    auto found = read_signer(asked.key);
    if (!found) {
        if (!ledger::is_note_name(asked.name)) {
            streams.errors
                << "A witness's name is an address without https://, like witness.example.org/1: no "
                   "spaces, no plus.\n";
            return cli::exit_wrong_use;
        }
        found = WitnessSigner{asked.name, crypto::SecretKey::random()};
        auto text =
            fmt::format("{}{} {}\n", key_label, asked.name, crypto::to_base64url(found->seed.bytes()));
        ledger::replace_file(asked.key, text);
        wipe(text);
    } else if (found->name != asked.name) {
        streams.errors << fmt::format(
            "The key {} is that of {}: give that with --name, or another file with --key.\n",
            asked.key.string(), found->name);
        return cli::exit_wrong_use;
    }
    streams.out << ledger::to_text(found->key()) << '\n';
    return cli::exit_done;
}

int follow_log(const cli::WitnessFollow& asked, const Streams& streams)
{
    Following following{asked, streams};
    for (;;) {
        try {
            if (!following.look()) return cli::exit_said_no;
        } catch (const Unavailable& failure) {
            if (asked.every == 0) throw;
            streams.errors << failure.what() << '\n';
        }
        if (asked.every == 0) return cli::exit_done;
        std::this_thread::sleep_for(std::chrono::seconds{asked.every});
    }
}

}  // namespace safelead::main
