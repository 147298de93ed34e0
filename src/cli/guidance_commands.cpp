#include "cli/reading.h"

namespace safelead::cli {

namespace {

void add_advise(Reading& into)
{
    auto& command =
        *into.app.add_subcommand("advise", "What an edition of the guidance says about facts, as JSON");
    command.add_option("--edition", into.advise.edition, "For example ukcis-2024")->required();
    command.add_option("--overlay", into.advise.overlays, "Laid on the edition; can only raise the route");
    command
        .add_option("file", into.advise.file, "One facts object or an array of them; - for standard input")
        ->required();
    command.final_callback([&into] { into.chosen = [&into] { return into.advise; }; });
}

void add_export_dmn(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("export-dmn", "An edition as decision tables (DMN), as XML");
    GuidanceExportDmn& asked = into.export_dmn;
    command.add_option("--edition", asked.edition, "For example ukcis-2024")->required();
    command.add_option("--overlay", asked.overlays, "Laid on the edition; can only raise the route");
    command.add_option("--as", asked.version, "1.5; 1.3, which dmn-js opens; 1.1, tables only, for S-FEEL")
        ->check(CLI::IsMember({"1.5", "1.3", "1.1"}))
        ->capture_default_str();
    command.add_option("--out", asked.file, "The file to write; by default standard output");
    command.final_callback([&into] { into.chosen = [&into] { return into.export_dmn; }; });
}

void add_list_and_show(CLI::App& group, Reading& into)
{
    auto& list = *group.add_subcommand("list", "Which editions and overlays there are");
    list.final_callback([&into] { into.chosen = [] { return GuidanceList{}; }; });

    auto& show = *group.add_subcommand("show", "The rules of an edition, each with its source");
    show.add_option("edition", into.guidance_show.edition, "For example ukcis-2024")->required();
    show.final_callback([&into] { into.chosen = [&into] { return into.guidance_show; }; });
}

void add_diff(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("diff", "What changed from one edition to another");
    command.add_option("before", into.guidance_diff.before, "For example ukcis-2020")->required();
    command.add_option("after", into.guidance_diff.after, "For example ukcis-2024")->required();
    command.add_option("--data", into.place.data,
                       "A data folder: says too how many recorded decisions the change would touch");
    command.add_option("--key", into.place.key, "Its master key, where it is not beside it");
    command.final_callback([&into] {
        into.chosen = [&into] {
            into.guidance_diff.place = into.place;
            return into.guidance_diff;
        };
    });
}

void add_replay(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand(
        "replay", "Weigh every recorded assessment again; the record is only read, and no case is named");
    GuidanceReplay& asked = into.replay;
    add_place(command, into);
    add_json(command, into);
    command.add_option("--edition", asked.edition, "For example ukcis-2024")->required();
    command.add_option("--overlay", asked.overlays, "Laid on the edition; can only raise the route");
    command.add_option("--since", asked.since, "The first day, as 2026-09-01; by default all of them");
    command.add_option("--organisation", asked.organisations, "Only of this one, by its id (may come again)");
    command.add_option("--given-under", asked.given_under, "Only what was advised under this edition");
    on_record(command, into, [&into] {
        into.replay.output = into.output;
        return into.replay;
    });
}

void add_check(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("check", "Prove that the packs keep what must always be true");
    GuidanceCheck& asked = into.guidance_check;
    command.add_option("folder", asked.folder, "The folder of packs; by default the one in use");
    command.add_option("--cases", asked.cases, "How many cases to make up for each edition")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    command.add_option("--seed", asked.seed, "Another number makes up other cases")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_flag("--every-rule", asked.every_rule, "Show facts that meet each rule");
    command.final_callback([&into] { into.chosen = [&into] { return into.guidance_check; }; });
}

void add_guidance(Reading& into)
{
    auto& group =
        *into.app.add_subcommand("guidance", "The packs of guidance: what they say, and proof of it");
    group.require_subcommand(1);
    add_list_and_show(group, into);
    add_diff(group, into);
    add_replay(group, into);
    add_check(group, into);
    add_export_dmn(group, into);
}

void add_who_to_ring(Reading& into)
{
    auto& command = *into.app.add_subcommand("who-to-ring", "Whom to ring, now or at a time");
    command.add_option("--at", into.who_to_ring.at,
                       "2026-11-23T18:40, on a clock in England; by default now");
    command.add_option("--area", into.who_to_ring.area, "For example leeds");
    add_json(command, into);
    command.final_callback([&into] {
        into.chosen = [&into] {
            into.who_to_ring.output = into.output;
            return into.who_to_ring;
        };
    });
}

void add_words(Reading& into)
{
    auto& command =
        *into.app.add_subcommand("words", "The words of a document, as every way in would take them");
    command.add_option("file", into.words.file, "The document; - for standard input")->required();
    command.final_callback([&into] { into.chosen = [&into] { return into.words; }; });
}

}  // namespace

void add_guidance_commands(Reading& into)
{
    add_advise(into);
    add_guidance(into);
    add_who_to_ring(into);
    add_words(into);
}

}  // namespace safelead::cli
