#include "app/clock.h"
#include "app/london.h"
#include "app/open_shelf.h"
#include "app/packs.h"
#include "app/parts.h"
#include "app/upkeep.h"
#include "app/who_to_ring.h"
#include "base/unavailable.h"
#include "exchange/contacts_json.h"
#include "ledger/checkpoint_file.h"
#include "ledger/master_key.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

using Findings = std::vector<Finding>;

constexpr std::uintmax_t little_space = std::uintmax_t{1} << 30U;
constexpr std::uintmax_t no_space = std::uintmax_t{50} << 20U;

/// Says what `look` says, or that it failed and why: a doctor goes on to the next.
void look_at(Findings& findings, std::string what, const std::function<Finding()>& look)
{
    try {
        findings.push_back(look());
    } catch (const std::exception& failure) {
        findings.push_back({Health::bad, {}, failure.what(), {}});
    }
    findings.back().what = std::move(what);
}

Finding good(std::string finding)
{
    return {Health::good, {}, std::move(finding), {}};
}

Finding key_file(const DataPlace& place)
{
    const auto key = key_of(place);
    (void)ledger::read_master_key(key, place.folder);
    if (ledger::begun_master_key(key, place.folder))
        return {Health::warning,
                {},
                fmt::format("is there, and beside it lies {}: its rotation was begun and is not finished.",
                            ledger::next_master_key(key).string()),
                "Keep both files and start the server again, which finishes it; if it lies there still, "
                "`safelead key rotate-master` takes it up."};
    return good("is there, outside the data folder, and only its owner can read it.");
}

Finding data_folder(const DataPlace& place)
{
    namespace fs = std::filesystem;
    const auto mode = fs::status(place.folder).permissions();
    const auto others = fs::perms::group_all | fs::perms::others_all;
    if (!fs::is_directory(place.folder))
        return {Health::bad,
                {},
                "is not there.",
                "Begin one with `safelead init`, or give its name with --data."};
    if ((mode & others) != fs::perms::none)
        return {Health::bad, {}, "can be entered by other users of this machine.", "chmod 700 it."};
    return good("is there, and only its owner can enter it.");
}

Finding store(const DataPlace& place, const Folders& folders, const Clock& clock)
{
    const auto folder = folders.open(place.folder);
    // Opening the partnership's log proves that the key is the right one, or the one that is to follow it.
    const auto key = key_of(place);
    const ledger::Ledger ledger{folder->entries(),
                                ledger::read_master_key(key, place.folder),
                                {},
                                {},
                                ledger::begun_master_key(key, place.folder)};
    const auto organisations = ledger.organisations();
    if (std::ranges::find(organisations, partnership_log()) == organisations.end())
        return {Health::bad,
                {},
                "opens, but nobody began a partnership in it.",
                "Begin one with `safelead init`."};
    (void)folder->passing().remove_expired(clock.now());
    return good(fmt::format("opens with this key and holds {} logs.", organisations.size()));
}

Finding checkpoints(const DataPlace& place)
{
    const auto file = checkpoints_beside(place);
    const auto kept = ledger::read_checkpoint_file(file);
    if (kept.empty())
        return {
            Health::warning,
            {},
            "are not kept beside the key yet, so an older copy of the data would not show.",
            "The first is made a minute after the server is started, or by `safelead record checkpoint`."};
    return good(fmt::format("of {} logs are kept in {}.", kept.size(), file.string()));
}

Finding guidance_packs(const std::filesystem::path& guidance)
{
    const auto packs = Packs::load(guidance);
    if (!packs) return {Health::bad, {}, packs.error().text(), "Put the file right; nothing of it is used."};
    std::string names;
    bool all_verified = true;
    for (const auto& pack : packs->editions()) {
        names += fmt::format("{}{}", names.empty() ? "" : ", ", pack.edition().text());
        all_verified = all_verified && pack.imprint().verified_by.has_value();
    }
    if (all_verified) return good(fmt::format("is valid: {}.", names));
    return {Health::warning,
            {},
            fmt::format("is valid ({}), but no practitioner has checked all of it yet.", names),
            "Have a safeguarding lead read it; every page says so until then."};
}

Finding contacts(const std::filesystem::path& guidance, Date today)
{
    const auto local = read_local_guidance(guidance);
    if (!local) return {Health::bad, {}, exchange::words(local.error()), "Put the file right."};
    std::size_t overdue = 0;
    for (const auto& contact : local->contacts.all) overdue += contact.review_by < today ? 1U : 0U;
    if (overdue > 0)
        return {Health::warning,
                {},
                fmt::format("{} of {} are past the day they were to be checked again.", overdue,
                            local->contacts.all.size()),
                "Ring each and write the day into guidance/local."};
    return good(fmt::format("{}; none is past its review day.", local->contacts.all.size()));
}

Finding bank_holidays(const std::filesystem::path& guidance, Date today)
{
    const auto local = read_local_guidance(guidance);
    if (!local) return {Health::bad, {}, exchange::words(local.error()), "Put the file right."};
    for (const auto year : {today.year(), today.year() + std::chrono::years{1}})
        if (!local->holidays.knows(year))
            return {
                Health::warning,
                {},
                fmt::format("are not known for {}.", static_cast<int>(year)),
                "Add them to guidance/local/england/bank-holidays.json: until then every day of it counts as "
                "an ordinary one."};
    return good("are known for this year and the next.");
}

Finding open_texts(const std::filesystem::path& guidance, Date today)
{
    const auto local = read_local_guidance(guidance);
    if (!local) return {Health::bad, {}, exchange::words(local.error()), "Put the file right."};
    const auto shelf = read_open_shelf(guidance, *local);
    if (!shelf) return {Health::bad, {}, exchange::words(shelf.error()), "Put the file right."};
    const auto& all = shelf->texts.all();
    const auto overdue = std::ranges::count_if(
        all, [today](const guidance::OpenText& text) { return guidance::is_past_review(text, today); });
    const auto held_back = shelf->texts.held_back().size();
    if (overdue > 0)
        return {Health::warning,
                {},
                fmt::format("{} of {} are past the day they were to be checked again.", overdue, all.size()),
                "Have their owners read them; the pages say so until then."};
    return good(
        fmt::format("{}; none is past its review day. {} translations are held back until somebody has "
                    "checked them.",
                    all.size(), held_back));
}

Finding time_zones(const Clock& clock)
{
    const London london;
    return good(fmt::format("are there; it is {} in England.", directory::words(london.local(clock.now()))));
}

Finding disk_space(const DataPlace& place)
{
    const auto free = std::filesystem::space(place.folder).available;
    const auto words = fmt::format("{} MB are free.", free >> 20U);
    if (free < no_space)
        return {Health::bad, {}, words, "Make room: when the disk is full, nothing more is recorded."};
    if (free < little_space) return {Health::warning, {}, words, "Make room soon."};
    return good(words);
}

}  // namespace

std::vector<Finding> examine(const DataPlace& place, const Folders& folders,
                             const std::filesystem::path& guidance, const Clock& clock, Server server)
{
    const Date today{std::chrono::floor<std::chrono::days>(clock.now())};
    Findings findings;
    look_at(findings, "The key", [&] { return key_file(place); });
    look_at(findings, "The data folder", [&] { return data_folder(place); });
    look_at(findings, "The record", [&] {
        return server == Server::answers ? good("is open in a running server, which answers.")
                                         : store(place, folders, clock);
    });
    look_at(findings, "Checkpoints", [&] { return checkpoints(place); });
    look_at(findings, "The guidance", [&] { return guidance_packs(guidance); });
    look_at(findings, "Contacts", [&] { return contacts(guidance, today); });
    look_at(findings, "Bank holidays", [&] { return bank_holidays(guidance, today); });
    look_at(findings, "Guides and open pages", [&] { return open_texts(guidance, today); });
    look_at(findings, "Time zones", [&] { return time_zones(clock); });
    look_at(findings, "Disk space", [&] { return disk_space(place); });
    return findings;
}

}  // namespace safelead::app
