#include "cli/import.h"

#include "app/import_files.h"
#include "base/unavailable.h"
#include "cli/exit_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>

namespace safelead::cli {
namespace {

constexpr std::size_t longest_size = 20;

std::string bytes_of_file(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) throw Unavailable{fmt::format("{} can't be read.", file.string())};
    std::string bytes;
    char piece[65536];
    while (in.read(piece, sizeof piece) || in.gcount() > 0) {
        bytes.append(piece, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > most_import_input / 2)
            throw Unavailable{fmt::format("{} is larger than 80 MiB: is it the right file?", file.string())};
    }
    return bytes;
}

struct Files {
    std::string file;
    std::string links;
};

Files files_in(std::istream& in)
{
    std::string size_line;
    std::getline(in, size_line);
    std::size_t size = 0;
    std::from_chars(size_line.data(), size_line.data() + std::min(size_line.size(), longest_size), size);
    std::string all{std::istreambuf_iterator<char>{in}, {}};
    size = std::min(size, all.size());
    Files files{{}, all.substr(size)};
    all.resize(size);
    files.file = std::move(all);
    return files;
}

/// Where `--map` would help: schools and pupils of a Common Transfer File have no columns to choose from.
void say_how_to_map(const std::vector<RowFault>& faults, Import::What what, std::ostream& errors)
{
    if (what == Import::What::schools) return;
    const auto left_out =
        std::ranges::find_if(faults, [](const auto& fault) { return !fault.left_out_by.empty(); });
    if (std::ranges::any_of(faults, [](const auto& fault) { return fault.at == FaultAt::headings; }))
        errors << fmt::format(
            "Say which column is which with --map FIELD=COLUMN, for example --map {}; "
            "--map FIELD= leaves one out.\n",
            what == Import::What::staff ? "email=Mail" : "born=DOB");
    else if (left_out != faults.end())
        errors << fmt::format("A column of job titles is left out with --map {}=, and everybody is staff.\n",
                              left_out->left_out_by);
}

int print(const std::vector<RowFault>& faults, Import::What what, std::ostream& errors)
{
    for (const auto& fault : faults) {
        if (fault.row > 0)
            errors << fmt::format("{} {}", fault.at == FaultAt::pupil ? "pupil" : "row", fault.row);
        if (!fault.column.empty())
            errors << fmt::format("{}column \"{}\"", fault.row > 0 ? ", " : "", fault.column);
        if (fault.row > 0 || !fault.column.empty()) errors << ": ";
        errors << fault.fix << '\n';
    }
    say_how_to_map(faults, what, errors);
    errors << fmt::format("Nothing was imported: put {} right and import the file again.\n",
                          faults.size() == 1 ? "this" : "these");
    return exit_said_no;
}

int print(const app::Outcome<app::Imported>& outcome, const Import& asked, const OnRecordWith& with)
{
    if (!outcome) {
        with.errors
            << "Nothing was imported: there is no such organisation (`safelead organisation list`), or too "
               "much is waiting to be written.\n";
        return exit_said_no;
    }
    if (!outcome->faults.empty()) return print(outcome->faults, asked.what, with.errors);
    const bool dry = asked.trial == Trial::dry_run;
    with.out << fmt::format("{}{} added, {} changed, {} as they were.\n", dry ? "Would be: " : "",
                            outcome->added, outcome->changed, outcome->unchanged);
    if (outcome->left_alone > 0)
        with.out << fmt::format("{} here are not in the file: they were left as they are.\n",
                                outcome->left_alone);
    for (const auto& note : outcome->notes) with.out << note << '\n';
    if (outcome->taken_out > 0)
        with.errors
            << "Part of what is in the file carried data, such as an image: that part was not kept, the "
               "words were.\n";
    if (dry) with.out << "Nothing was written.\n";
    return exit_done;
}

app::Trial trial_of(const Import& asked)
{
    return asked.trial == Trial::dry_run ? app::Trial::dry_run : app::Trial::in_earnest;
}

CommandId new_import()
{
    return CommandId{app::Safelead::random_text()};
}

app::Outcome<app::Imported> carried_out(const Import& asked, Files files, const OnRecordWith& with)
{
    const OrganisationId organisation{asked.organisation};
    const auto trial = trial_of(asked);
    switch (asked.what) {
        case Import::What::schools:
            return wait_for(app::import_schools_file(
                with.safelead, new_import(),
                {std::move(files.file), std::move(files.links), asked.authorities, asked.area}, trial,
                with.progress));
        case Import::What::children:
            return wait_for(app::import_children_file(with.safelead, new_import(), organisation,
                                                      {std::move(files.file), asked.map}, trial,
                                                      with.progress));
        case Import::What::staff:
            break;
    }
    return wait_for(app::import_staff_file(with.safelead, new_import(), organisation,
                                           {std::move(files.file), asked.map}, trial, with.progress));
}

}  // namespace

std::string input_of(const Import& asked)
{
    const auto file = bytes_of_file(asked.file);
    const auto links = asked.links.empty() ? std::string{} : bytes_of_file(asked.links);
    return fmt::format("{}\n{}{}", file.size(), file, links);
}

int import_file(const Import& asked, const OnRecordWith& with)
{
    return print(carried_out(asked, files_in(with.in), with), asked, with);
}

}  // namespace safelead::cli
