#include "main/beginning.h"

#include "app/practice.h"
#include "app/upkeep.h"
#include "cli/exit_codes.h"
#include "main/guidance_folder.h"
#include "main/parts.h"

#include <fmt/format.h>

#include <ostream>
#include <vector>

namespace safelead::main {
namespace {

void print_sign_ins(const std::vector<app::PracticeSignIn>& sign_ins, std::ostream& out)
{
    out << "Practice sign-ins (made-up people; nothing here is real):\n";
    for (const auto& one : sign_ins)
        out << fmt::format("  {:<42} {:<24} {} at {}\n", one.email, one.password, one.role, one.organisation);
}

}  // namespace

int init(const cli::Init& asked, const Streams& streams)
{
    const app::DataPlace place{asked.place.data, asked.place.key};
    const app::SystemClock clock;
    app::begin_data(place, folders(asked.place), clock);
    streams.out << fmt::format(
        "Made {} and its key {}.\nKeep a copy of the key somewhere else: without it nobody can read the "
        "record, ever.\n",
        place.folder.string(), app::key_of(place).string());
    return cli::exit_done;
}

int practice(const cli::Practice& asked, const std::filesystem::path& guidance_folder, const Streams& streams)
{
    if (asked.sign_ins_only) {
        print_sign_ins(app::practice_sign_ins(), streams.out);
        return cli::exit_done;
    }
    const Guidance guidance{find_guidance(guidance_folder)};
    app::begin_data({asked.place.data, asked.place.key}, folders(asked.place), guidance.clock);
    const Partnership partnership{asked.place, guidance, {}};
    const auto made = app::make_practice(*partnership.safelead);
    if (!made) {
        streams.errors << "There is something in that partnership already: give --data a new folder.\n";
        return cli::exit_said_no;
    }
    print_sign_ins(*made, streams.out);
    partnership.make_checkpoints(streams.errors);
    return cli::exit_done;
}

}  // namespace safelead::main
