#pragma once

// What somebody typed, understood. The only files that know CLI11 are those that include cli/reading.h.
//
// Settings come from safelead.toml, overridden by SAFELEAD_… in the environment, overridden by options.

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::cli {

/// Where a partnership's record is. An empty `key` means the usual place (docs/formats/keys.md), an empty
/// `store` that the record is in the data folder.
struct Place {
    std::filesystem::path data;
    std::filesystem::path key;
    std::string store;  ///< postgresql://…
};

enum class Output { words, json };

struct Init {
    Place place;
};

/// How mail leaves; none does without a host.
struct MailBy {
    std::string host;
    std::uint16_t port = 587;
    std::string tls = "starttls";
    std::string user;
    std::filesystem::path password_file;
    std::filesystem::path trust;
    std::string from;
    std::string link;
};

struct Serve {
    Place place;
    MailBy mail;
    std::string listen = "127.0.0.1:8080";
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    std::vector<std::string> host_names;
    bool behind_proxy = false;
    unsigned threads = 2;
    unsigned idle_minutes = 30;          ///< After which a session asks to sign in again.
    std::vector<std::string> witnesses;  ///< Their keys' lines.
    std::filesystem::path issuers;       ///< docs/formats/issuers.md; empty: nobody else vouches for people.
    bool practice_factor = false;        ///< Asks for a second factor in a practice partnership too.
};

struct Practice {
    Place place;
    bool sign_ins_only = false;  ///< Says how to sign in to one that is there already.
};

struct Advise {
    std::string edition;
    std::vector<std::string> overlays;
    std::string file;
};

struct GuidanceExportDmn {
    std::string edition;
    std::vector<std::string> overlays;
    std::string version = "1.5";  ///< Of DMN.
    std::filesystem::path file;   ///< Empty: standard output.
};

struct GuidanceList {};

struct GuidanceShow {
    std::string edition;
};

struct GuidanceCheck {
    std::filesystem::path folder;     ///< Empty: the folder of packs in use.
    std::uint64_t cases = 1'000'000;  ///< Made up for each edition.
    std::uint64_t seed = 1;
    bool every_rule = false;  ///< Shows facts for every rule, not only categories and routes.
};

struct GuidanceDiff {
    std::string before;
    std::string after;
    Place place{};  ///< Whose record to look at for what the change would touch; empty: none.
};

struct WhoToRing {
    std::string at;
    std::string area;
    Output output = Output::words;
};

/// What a document's words are.
struct Words {
    std::string file;  ///< "-" for standard input.
};

struct OrganisationAdd {
    std::string name;
    std::string kind;
    std::string phase;
    std::string urn;
    std::string telephone;
    std::string lead_telephone;
    std::string area;
};
/// What is given is put right; the rest stays.
struct OrganisationChange {
    std::string organisation;
    std::optional<std::string> name;
    std::optional<std::string> phase;
    std::optional<std::string> urn;
    std::optional<std::string> telephone;
    std::optional<std::string> lead_telephone;
    std::optional<std::string> area;
};
struct OrganisationList {
    Output output = Output::words;
};
struct OrganisationFinishSetUp {
    std::string organisation;
};
/// Where its own people can't give roles any more.
struct OrganisationReopenSetUp {
    std::string organisation;
    std::string reason;
};
struct PersonAdd {
    std::string organisation;
    std::string name;
    std::string email;
    std::vector<std::string> roles;
    bool invite = false;  ///< Instead of a password that somebody else knows.
};
/// A code by which they set their own password.
struct PersonInvite {
    std::string person;
};
struct PersonGiveRole {
    std::string organisation;
    std::string person;
    std::string role;
};
struct PersonTakeRole {
    std::string organisation;
    std::string person;
    std::string role;
};
struct PersonLeft {
    std::string person;
};
struct PersonList {
    std::string organisation;
    Output output = Output::words;
};
struct RecordDisclose {
    std::string organisation;
    std::uint64_t entry = 0;
    std::string why;
    std::filesystem::path folder;
};
struct KeyRotateMaster {};
struct KeyRotate {
    std::string organisation;
};
struct RecordVerify {
    Output output = Output::words;
};
struct GuidanceReplay {
    std::string edition;
    std::vector<std::string> overlays;
    std::string since;  ///< "2026-09-01"; empty: from the beginning.
    std::vector<std::string> organisations;
    std::string given_under;
    Output output = Output::words;
};
struct RecordCheckpoint {
    std::string organisation;
    Output output = Output::words;
};
/// Either that an entry is in the log, or that the log grew from what it was.
struct RecordProve {
    std::string organisation;
    std::uint64_t entry = 0;  ///< 0: not asked for.
    std::uint64_t from = 0;   ///< Likewise.
};
enum class EntriesAs { lines, leaf_hashes };
struct RecordEntries {
    std::string organisation;
    std::uint64_t after = 0;
    std::uint64_t limit = 1000;
    EntriesAs as = EntriesAs::lines;
};
struct RecordKey {
    std::string organisation;
    bool with_earlier = false;
};
/// The partnership's own figures.
struct Stats {
    Output output = Output::words;
};
struct RecordRotateSigningKey {
    std::string organisation;
};
struct RecordNewEpoch {
    std::string reason;
};

enum class Trial { dry_run, in_earnest };

/// Another system's file.
struct Import {
    enum class What { schools, children, staff };
    What what = What::children;
    std::filesystem::path file;
    std::string organisation;              ///< Of children and staff.
    std::vector<std::string> map;          ///< "FIELD=COLUMN".
    std::filesystem::path links;           ///< Of schools: who followed whom.
    std::vector<std::string> authorities;  ///< Of schools: three digits each.
    std::string area;
    Trial trial = Trial::in_earnest;
};

/// Everything to a file. The path is absolute: a running server writes it, wherever it was started.
struct Backup {
    std::filesystem::path file;
};

/// What needs the record: carried out here, or by the server that has the data folder open.
using RecordCommand =
    std::variant<OrganisationAdd, OrganisationList, OrganisationFinishSetUp, PersonAdd, PersonGiveRole,
                 PersonTakeRole, PersonList, RecordVerify, Backup, KeyRotateMaster, KeyRotate, GuidanceReplay,
                 RecordCheckpoint, RecordProve, RecordEntries, RecordKey, RecordRotateSigningKey,
                 RecordNewEpoch, RecordDisclose, Import, PersonInvite, Stats, OrganisationReopenSetUp,
                 PersonLeft, OrganisationChange>;

struct OnRecord {
    Place place;
    RecordCommand command;
    std::vector<std::string> arguments;  ///< All that was given, however, to be said to a running server.
};

struct StoreCopy {
    std::string from;  ///< A data folder or postgresql://…
    std::string to;
};

struct Restore {
    Place place;  ///< Not looked at when only verifying.
    std::filesystem::path file;
    bool verify_only = false;
};

/// Asks for a checkpoint and the entries, here or of the server that has the data folder open, and writes
/// them.
struct RecordExport {
    Place place;
    std::string organisation;
    std::filesystem::path folder;
};

struct WitnessKey {
    std::filesystem::path key;
    std::string name;
};

struct WitnessFollow {
    std::filesystem::path key;
    std::filesystem::path state;
    std::string log;              ///< Where the server is, or the folder of an export.
    std::string log_key;          ///< The line, or a file with it.
    std::filesystem::path alarm;  ///< A program to run, with the file of what was seen; empty: none.
    std::filesystem::path trust;  ///< Certificates, PEM, besides the system's.
    unsigned every = 0;           ///< Seconds; 0: once.
};

struct Doctor {
    Place place;
    Output output = Output::words;
};

struct CommandLine {
    std::filesystem::path guidance;  ///< The folder of packs; empty: beside the program.
    std::variant<Init, Serve, Practice, Advise, GuidanceExportDmn, GuidanceList, GuidanceShow, GuidanceCheck,
                 GuidanceDiff, WhoToRing, Words, OnRecord, RecordExport, WitnessKey, WitnessFollow, Doctor,
                 StoreCopy, Restore>
        command;
};

/// What to say instead of carrying anything out: help, the version, or what was wrong and how to put it
/// right.
struct SayInstead {
    std::string text;
    int exit_code;  ///< 0 for help and version, 64 for wrong use.
};

[[nodiscard]] Result<CommandLine, SayInstead> parse_command_line(std::vector<std::string> arguments);

/// `arguments` are those of a RecordCommand alone ("organisation", "list", "--json"), as a running server is
/// told them. Nothing is taken from the environment or a file: they are not those of whoever asks.
[[nodiscard]] Result<RecordCommand, SayInstead> parse_record_command(std::vector<std::string> arguments);

}  // namespace safelead::cli
