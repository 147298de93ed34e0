#include "cli/reading.h"

namespace safelead::cli {
namespace {

CLI::App& add_one(CLI::App& group, Reading& into, Import::What what, const char* name, const char* words)
{
    auto& command = *group.add_subcommand(name, words);
    Import& import = into.import;
    add_place(command, into);
    command.add_option("FILE", import.file)->required();
    command.add_flag_callback(
        "--dry-run", [&import] { import.trial = Trial::dry_run; }, "Only say what would change");
    on_record(command, into, [&import, what] {
        import.what = what;
        return import;
    });
    return command;
}

void add_people(CLI::App& command, Reading& into, const char* fields)
{
    command.add_option("--organisation", into.import.organisation, "Whose: `safelead organisation list`")
        ->required();
    command.add_option("--map", into.import.map, fields);
}

}  // namespace

void add_import_commands(Reading& into)
{
    auto& group = *into.app.add_subcommand("import", "Schools, children and staff from other systems' files");
    group.require_subcommand(1);

    auto& schools = add_one(group, into, Import::What::schools, "schools",
                            "The schools of an authority, from GIAS's edubasealldata….csv");
    schools
        .add_option("--authority", into.import.authorities, "The authority's three digits (may come again)")
        ->required();
    schools.add_option("--area", into.import.area, "Whose contacts apply to them, for example leeds")
        ->required();
    schools.add_option("--links", into.import.links,
                       "GIAS's links_edubasealldata….csv: a school whose URN changed stays the same");

    auto& children = add_one(group, into, Import::What::children, "children",
                             "The list of a school's children: CSV, or a Common Transfer File");
    add_people(
        children, into,
        "FIELD=COLUMN, where the file calls it otherwise, or FIELD= to leave one out: given_name, "
        "family_name, name (both in one column), known_as, born, upn, former_upn, year_group (may come "
        "again)");

    auto& staff = add_one(group, into, Import::What::staff, "staff", "A school's staff: CSV");
    add_people(staff, into,
               "FIELD=COLUMN, where the file calls it otherwise, or FIELD= to leave one out: name, "
               "given_name, family_name, email, roles (may come again)");
}

}  // namespace safelead::cli
