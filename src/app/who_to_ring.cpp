#include "app/who_to_ring.h"

#include "base/unavailable.h"
#include "exchange/arrangements_json.h"
#include "exchange/contacts_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace safelead::app {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file)
        throw Unavailable{fmt::format("{} cannot be read: is the guidance folder complete?", path.string())};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// The folders of areas, in alphabetical order.
std::vector<std::string> areas_in(const fs::path& local)
{
    std::error_code error;
    std::vector<std::string> areas;
    for (const auto& entry : fs::directory_iterator{local, error}) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory() && name != "england") areas.push_back(name);
    }
    if (error)
        throw Unavailable{fmt::format("{} cannot be read: is the guidance folder complete?", local.string())};
    std::ranges::sort(areas);
    return areas;
}

Result<directory::Arrangements, exchange::FileFault> read_arrangements(const fs::path& local,
                                                                       const std::string& area,
                                                                       const directory::Contacts& contacts)
{
    directory::Arrangements read{area, {}, {}};
    if (const auto doors = local / area / "front-doors.json"; fs::exists(doors))
        read.front_doors =
            SL_TRY(exchange::parse_front_doors(doors.string(), read_file(doors), area, contacts));
    if (const auto times = local / area / "timescales.json"; fs::exists(times))
        read.timescales = SL_TRY(exchange::parse_timescales(times.string(), read_file(times), area));
    if (const auto ladder = local / area / "concerns-resolution.json"; fs::exists(ladder))
        read.ladder = SL_TRY(exchange::parse_ladder(ladder.string(), read_file(ladder), area));
    return read;
}

}  // namespace

const directory::Arrangements* LocalGuidance::arrangements_of(std::string_view area) const
{
    const auto found = std::ranges::find(arrangements, area, &directory::Arrangements::area);
    return found == arrangements.end() ? nullptr : &*found;
}

Result<LocalGuidance, exchange::FileFault> read_local_guidance(const fs::path& guidance)
{
    const auto local = guidance / "local";
    LocalGuidance read;
    read.areas = areas_in(local);

    const auto holidays_file = local / "england" / "bank-holidays.json";
    const auto holidays =
        SL_TRY(exchange::parse_bank_holidays(holidays_file.string(), read_file(holidays_file)));
    read.holidays = directory::BankHolidays{holidays.days};
    read.holidays_source = holidays.source;
    read.holidays_verified_on = holidays.verified_on;

    std::vector<std::vector<directory::Contact>> files;
    auto folders = read.areas;
    folders.insert(folders.begin(), "england");
    for (const auto& folder : folders) {
        const auto contacts = local / folder / "contacts.json";
        files.push_back(SL_TRY(exchange::parse_contacts(contacts.string(), read_file(contacts))));

        const auto history = local / folder / "history.json";
        if (!fs::exists(history)) continue;
        const auto past = SL_TRY(exchange::parse_history(history.string(), read_file(history)));
        read.history.insert(read.history.end(), past.begin(), past.end());
    }
    if (const auto outcomes = local / "england" / "police-outcomes.json"; fs::exists(outcomes))
        read.police_outcomes = SL_TRY(exchange::parse_outcomes(outcomes.string(), read_file(outcomes)));
    read.contacts = SL_TRY(exchange::join(files, read.history));
    for (const auto& area : read.areas) {
        auto arrangements = SL_TRY(read_arrangements(local, area, read.contacts));
        const bool has_any = !arrangements.front_doors.empty() || !arrangements.timescales.empty() ||
                             !arrangements.ladder.empty();
        if (has_any) read.arrangements.push_back(std::move(arrangements));
    }
    return read;
}

std::string who_to_ring_json(const std::vector<directory::ToRing>& list, directory::WallTime at,
                             std::string_view area, Date today)
{
    return exchange::who_to_ring_json(list, at, area, today);
}

}  // namespace safelead::app
