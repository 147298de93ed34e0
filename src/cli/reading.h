#pragma once

// What the command line is read with, for the files of this module that add commands to it. CLI11 is heavy:
// nothing else includes this.

#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace safelead::cli {

/// What the options write into while CLI11 reads; the chosen command is taken out of it afterwards.
struct Reading {
    CLI::App app{
        "Safelead: what published guidance says when an image of a child has been shared, and a record of "
        "what was decided.\nNothing here rings anyone. If anyone is in danger now, ring 999.",
        "safelead"};
    std::filesystem::path guidance;
    Place place;
    Output output = Output::words;

    Serve serve;
    Practice practice;
    Advise advise;
    GuidanceExportDmn export_dmn;
    GuidanceShow guidance_show;
    GuidanceDiff guidance_diff;
    GuidanceCheck guidance_check;
    GuidanceReplay replay;
    WhoToRing who_to_ring;
    Words words;
    OrganisationAdd organisation_add;
    OrganisationChange organisation_change;
    OrganisationFinishSetUp finish;
    OrganisationReopenSetUp reopen;
    PersonAdd person_add;
    PersonInvite invite;
    PersonGiveRole give_role;
    PersonTakeRole take_role;
    PersonLeft left;
    PersonList person_list;
    Backup backup;
    Restore restore;
    StoreCopy store_copy;
    KeyRotate key_rotate;
    RecordCheckpoint checkpoint;
    RecordProve prove;
    RecordEntries entries;
    RecordKey record_key;
    RecordRotateSigningKey rotate;
    RecordNewEpoch new_epoch;
    RecordExport record_export;
    WitnessKey witness_key;
    WitnessFollow witness_follow;
    RecordDisclose disclose;
    Import import;

    std::function<decltype(CommandLine::command)()> chosen;
};

/// "idle-minutes" is SAFELEAD_IDLE_MINUTES.
[[nodiscard]] std::string environment_name(std::string_view option);

/// `--data`, `--key` and `--store`.
void add_place(CLI::App& command, Reading& into);
void add_json(CLI::App& command, Reading& into);

template <class Make>
void on_record(CLI::App& command, Reading& into, Make make)
{
    command.final_callback([&into, make] {
        into.chosen = [&into, make] { return OnRecord{into.place, RecordCommand{make()}, {}}; };
    });
}

/// `advise`, `guidance …`, `who-to-ring`, `words`: what needs no record.
void add_guidance_commands(Reading& into);

/// `record …`, `key …`, `witness …`, `doctor`, `backup`, `restore`, `store …`: the record as a whole.
void add_record_commands(Reading& into);

/// `import …`.
void add_import_commands(Reading& into);

}  // namespace safelead::cli
