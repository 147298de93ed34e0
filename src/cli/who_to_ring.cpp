#include "cli/who_to_ring.h"

#include "cli/exit_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace safelead::cli {
namespace {

using directory::ToRing;
using directory::WallTime;

std::string joined(const std::vector<std::string>& words)
{
    return fmt::format("{}", fmt::join(words, ", "));
}

/// How to reach them, each way on its own line.
void print_ways(const directory::Contact& contact, std::ostream& out)
{
    if (contact.telephone) {
        const auto& then = contact.telephone->then;
        out << fmt::format("   ring   {}{}\n", contact.telephone->display, then.empty() ? "" : ", " + then);
    }
    if (!contact.text.empty()) out << fmt::format("   text   {}\n", contact.text);
    if (!contact.email.empty()) out << fmt::format("   write  {}\n", contact.email);
    if (!contact.web.empty()) out << fmt::format("   see    {}\n", contact.web);
}

void print_one(const ToRing& one, WallTime at, Date today, std::ostream& out)
{
    const auto& contact = one.contact;
    out << fmt::format("{}\n   {}\n", contact.name, contact.about);
    print_ways(contact, out);
    out << fmt::format("   {}\n", directory::words(one.availability, at));
    for (const auto& note : contact.notes) out << fmt::format("   Note: {}\n", note);
    out << fmt::format("   {}", directory::checked_words(contact, today));
    for (const auto& source : contact.sources)
        out << fmt::format(" Source: {} ({}).", source.where, source.tag);
    out << "\n\n";
}

void print_words(const std::vector<ToRing>& list, const app::LocalGuidance& guidance, WallTime at, Date today,
                 std::ostream& out)
{
    out << fmt::format(
        "Who to ring at {}\nIf a child is in danger now, ring 999. Nothing here rings anyone.\n\n",
        directory::words(at));
    for (const auto& one : list) print_one(one, at, today, out);
    if (!guidance.holidays.knows(at.date.year())) {
        out << "Bank holidays of that year are not known here: opening hours may be wrong on one.\n";
    }
}

}  // namespace

int who_to_ring(const WhoToRing& options, const app::LocalGuidance& guidance, WallTime now, std::ostream& out,
                std::ostream& err)
{
    auto at = std::optional{now};
    if (!options.at.empty()) at = directory::parse_wall_time(options.at);
    if (!at) {
        err << fmt::format("\"{}\" is not a time: write it like 2026-11-23T18:40.\n", options.at);
        return exit_wrong_use;
    }
    const bool only_one = options.area.empty() && guidance.areas.size() == 1;
    const auto area = only_one ? guidance.areas.front() : options.area;
    if (std::ranges::find(guidance.areas, area) == guidance.areas.end()) {
        err << fmt::format("There are no contacts for the area \"{}\": say --area with one of {}.\n", area,
                           joined(guidance.areas));
        return exit_wrong_use;
    }

    const directory::Asking asking{area, std::nullopt, directory::Audience::staff};
    const auto list = directory::who_to_ring(guidance.contacts, guidance.holidays, *at, asking);
    if (options.output == Output::json) {
        out << app::who_to_ring_json(list, *at, area, now.date) << '\n';
    } else {
        print_words(list, guidance, *at, now.date, out);
    }
    return exit_done;
}

}  // namespace safelead::cli
