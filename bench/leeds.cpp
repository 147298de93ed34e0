// A made-up partnership as large as is asked for, and what its pages cost: how long a start takes to the
// first inbox, memory, lists of a social care organisation, finding, appends; beside plain SQLite reading the
// same bytes. Every name is invented. Nothing here is a test.
//
//     bench_leeds make PLACE ENTRIES SCHOOLS   one social care organisation with ENTRIES, and so many schools
//     bench_leeds start PLACE                  a start with a snapshot, then what pages cost
//     bench_leeds cold PLACE                   the same without one: all is folded from the log
//
// A place is a data folder, or the address of an empty PostgreSQL database.

#include "app/accounts.h"
#include "app/concerns.h"
#include "app/entered.h"
#include "app/find_cases.h"
#include "app/london.h"
#include "app/one_look.h"
#include "app/parts.h"
#include "app/upkeep.h"
#include "base/later.h"
#include "crypto/random.h"
#include "decision/evaluate.h"
#include "store/postgres.h"
#include "store/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string_view>

namespace {

using namespace safelead;
namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

const auto began = Steady::now();

double milliseconds_since(Steady::time_point start)
{
    return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

/// Resident memory of this process, in MB.
double memory()
{
    std::ifstream status{"/proc/self/status"};
    std::string word;
    while (status >> word)
        if (word == "VmRSS:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    return 0;
}

/// Made-up data under a key that everybody knows.
crypto::SecretKey key()
{
    std::array<std::byte, crypto::SecretKey::size> bytes{};
    return crypto::SecretKey::taken_from(bytes);
}

constexpr std::array given_names{"Amal",  "Bryn",  "Chidi", "Dilys", "Emeka",  "Farah", "Gethin", "Hana",
                                 "Idris", "Jaya",  "Kofi",  "Lowri", "Mina",   "Nia",   "Osian",  "Petra",
                                 "Rhys",  "Sanaa", "Tomos", "Una",   "Vikram", "Wren",  "Yusuf",  "Zofia"};
constexpr std::array family_parts{"Alder", "Birch", "Cedar", "Dale", "Elm",  "Fern", "Gorse", "Heath",
                                  "Ivy",   "Larch", "Moss",  "Oak",  "Pine", "Reed", "Sedge", "Thorn"};
constexpr std::array family_ends{"bank", "brook", "croft", "field", "ford", "gate", "hurst", "ley",
                                 "more", "side",  "stead", "ton",   "well", "wick", "wood",  "worth"};
constexpr std::array words{"after",   "lessons", "spoke",    "with",   "the",     "pupil",   "and",
                           "family",  "agreed",  "call",     "again",  "on",      "Monday",  "letter",
                           "sent",    "to",      "school",   "nurse",  "meeting", "planned", "support",
                           "offered", "parent",  "informed", "no",     "further", "contact", "reported",
                           "phone",   "handed",  "in",       "advice", "given",   "calm"};

constexpr auto first_day = std::chrono::sys_days{std::chrono::year{2021} / 11 / 23};
constexpr int days_of_record = 5 * 365;

class Maker {
public:
    Maker(const guidance::Pack& pack, const PersonId& lead)
        : pack_{pack}, lead_{lead}, advice_{decision::evaluate(pack, an_image())}
    {
    }

    record::ChildAdded child(record::ChildKnownBy known_by)
    {
        record::Identity identity;
        identity.given_name = any(given_names);
        identity.family_name = std::string{any(family_parts)} + any(family_ends);
        identity.born = Date{first_day - std::chrono::days{365 * 12 + number(1500)}};
        identity.year_group = std::to_string(7 + number(5));
        return {crypto::random_id<record::ChildId>(), lead_, known_by, identity};
    }

    /// One child, one concern, one case, as they would be written.
    ledger::Submission matter(std::uint64_t number_of_case)
    {
        ledger::Submission submission{crypto::random_id<CommandId>(), {}, {}, {}, {}, nullptr};
        const auto at = Instant{first_day + std::chrono::days{number(days_of_record)}};
        submission.now = Instant{first_day};  // The log's own times go forward by themselves.
        const auto add = [&](const ledger::StreamId& stream, const ledger::PartId& part, auto event) {
            using Event = std::decay_t<decltype(event)>;
            submission.entries.push_back(
                {stream, part, app::bytes_of_event(std::make_shared<const Event>(std::move(event)))});
        };
        const auto child = this->child(record::ChildKnownBy::case_work);
        add(app::stream_of(child.child), ledger::shared_part(), record::ChildEvent{child});

        const auto concern = crypto::random_id<record::ConcernId>();
        const auto of = crypto::random_id<record::CaseId>();
        const auto concerns = app::stream_of(concern);
        const auto add_concern = [&](record::ConcernEvent event) {
            add(concerns, ledger::shared_part(), std::move(event));
        };
        record::ConcernReported reported{concern,
                                         reference('R'),
                                         lead_,
                                         {child.child},
                                         text(40),
                                         {"This morning", std::nullopt, std::nullopt},
                                         "At school",
                                         record::Answer::no,
                                         "In lessons.",
                                         record::StaffInvolved::nobody,
                                         {},
                                         record::Answer::yes,
                                         record::StaffExposure::none,
                                         record::RoutedTo::lead};
        add_concern(reported);
        add_concern(record::ConcernRead{lead_});
        add_concern(record::ConcernTakenIntoCase{lead_, of});

        const auto add_case = [&](record::CaseEvent event) {
            const auto part = app::part_of(event, &child.child);
            add(app::stream_of(of), part, std::move(event));
        };
        add_case(record::CaseOpened{of,
                                    reference('C'),
                                    lead_,
                                    {concern},
                                    Date{std::chrono::floor<std::chrono::days>(at)},
                                    std::string{pack_.edition().text()}});
        add_case(record::PersonAdded{lead_, record::CaseRef{"A"}, child.child, ""});
        add_case(record::PersonDescribed{
            lead_, record::CaseRef{"A"}, {"subject"}, std::nullopt, 13, 13, "known", "this_school"});
        add_case(
            record::FactsAnswered{lead_, {{"medium", "image"}, {"immediate_danger", "no"}}, "The pupil"});
        add_case(record::AdviceGiven{record::AdviceUnder::in_force, pack_.imprint().digest, advice_});
        const auto task = crypto::random_id<record::TaskId>();
        add_case(record::TaskSet{task, "talk", "Talk to the young person", "dsl", at, "UKCIS 2024",
                                 guidance::Standing{}});
        add_case(record::DecisionMade{1,
                                      lead_,
                                      std::string{advice_.route.text()},
                                      std::string{advice_.route.text()},
                                      text(30),
                                      record::Answer::yes,
                                      record::Answer::yes,
                                      {},
                                      false});
        for (int note = 0; note < 7; ++note)
            add_case(record::NoteAdded{lead_, {"Today", std::nullopt, std::nullopt}, text(35)});
        add_case(record::TaskDone{task, lead_, text(8)});
        if (number_of_case % 10 != 0)
            add_case(record::CaseClosed{lead_, std::string{advice_.route.text()}, text(15)});
        return submission;
    }

private:
    static guidance::Facts an_image()
    {
        guidance::Facts facts;
        facts.set("medium", "image");
        facts.set("immediate_danger", "no");
        return facts;
    }

    int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

    template <class All>
    std::string any(const All& all)
    {
        return all[random_() % all.size()];
    }

    std::string text(int count)
    {
        std::string all;
        for (int word = 0; word < count; ++word) all += any(words) + ' ';
        return all;
    }

    static record::Reference reference(char kind)
    {
        auto id = crypto::random_id_text();
        std::erase_if(id, [](char c) { return c == '-' || c == '_'; });
        return record::Reference{fmt::format("{}-{}-{}", kind, id.substr(0, 4), id.substr(4, 5))};
    }

    const guidance::Pack& pack_;
    PersonId lead_;
    decision::Advice advice_;
    std::mt19937 random_{20261123};
};

/// Keeps so many submissions under way.
class Queue {
public:
    explicit Queue(ledger::Log& log, std::size_t waiting) : log_{log}, most_{waiting} {}

    void submit(ledger::Submission submission)
    {
        under_way_.push_back(log_.submit(std::move(submission)));
        while (under_way_.size() > most_) settle();
    }
    void finish()
    {
        while (!under_way_.empty()) settle();
    }

private:
    void settle()
    {
        if (!wait_for(std::move(under_way_.front()))) fmt::print(stderr, "an append was refused\n");
        under_way_.pop_front();
    }

    ledger::Log& log_;
    std::size_t most_;
    std::deque<Later<ledger::SubmitResult>> under_way_;
};

struct Guidance {
    app::Packs packs = app::Packs::load(fs::path{SAFELEAD_SOURCE_DIR} / "guidance").value();
    app::LocalGuidance local = app::read_local_guidance(fs::path{SAFELEAD_SOURCE_DIR} / "guidance").value();
    app::London london;
    app::SystemClock clock;
};

/// A data folder, or an address of PostgreSQL.
class Place {
public:
    explicit Place(const std::string& name)
    {
        if (store::is_postgres_address(name))
            database_.emplace(name);
        else
            folder_.emplace(name);
    }
    static void make(const std::string& name)
    {
        if (store::is_postgres_address(name))
            store::make_postgres_tables(name);
        else
            store::make_data_folder(name);
    }
    ledger::EntryStore& entries() { return folder_ ? folder_->entries() : database_->entries(); }
    ledger::PassingStore& passing() { return folder_ ? folder_->passing() : database_->passing(); }

private:
    std::optional<store::DataFolder> folder_;
    std::optional<store::PostgresDatabase> database_;
};

struct Running {
    explicit Running(const std::string& place)
        : data{place}, safelead{data.entries(), data.passing(),  key(),          guidance.packs,
                                guidance.local, guidance.london, guidance.clock, options()}
    {
    }

    static app::Options options()
    {
        app::Options options;
        options.password_memory = std::size_t{8} * 1024;
        return options;
    }

    /// The lead of one of the organisations; the first is social care.
    app::Actor lead(std::size_t number)
    {
        const auto* organisation = app::partnership(safelead)->organisations().at(number);
        return {PersonId{"lead"},
                organisation->id,
                directory::Roles{directory::Role::dsl},
                app::SessionId{"bench"},
                "",
                "",
                directory::Standing::practice};
    }

    Guidance guidance;
    Place data;
    app::Safelead safelead;
};

void add_organisations(Running& running, std::size_t schools)
{
    for (std::size_t number = 0; number <= schools; ++number) {
        app::NewOrganisation organisation;
        organisation.name = number == 0 ? "Social care" : fmt::format("School {}", number);
        organisation.kind =
            number == 0 ? directory::OrganisationKind::social_care : directory::OrganisationKind::school;
        organisation.phase = number == 0 ? directory::Phase::not_a_school : directory::Phase::secondary;
        organisation.standing = directory::Standing::practice;
        (void)wait_for(
            app::add_organisation(running.safelead, CommandId{fmt::format("make/{}", number)}, organisation))
            .value();
    }
}

/// The log's head, from the ledger's own point of view.
std::uint64_t entries_in(const ledger::Log& log)
{
    return number(log.head().position);
}

void measure_appends(ledger::Log& log, Maker& maker)
{
    constexpr int count = 300;
    std::vector<double> each;
    for (int at = 0; at < count; ++at) {
        auto submission = maker.matter(1);
        submission.entries.erase(submission.entries.begin() + 1, submission.entries.end());
        const auto start = Steady::now();
        (void)wait_for(log.submit(std::move(submission)));
        each.push_back(milliseconds_since(start));
    }
    std::ranges::sort(each);
    fmt::print("  one append at {:>8} entries: median {:.3f} ms, p99 {:.3f} ms\n", entries_in(log),
               each[each.size() / 2], each[each.size() * 99 / 100]);
    std::fflush(stdout);
}

void make(const std::string& place, std::uint64_t entries, std::size_t schools)
{
    constexpr int children_in_a_school = 583;
    constexpr int cases_in_a_school = 40;
    Place::make(place);
    {
        Place data{place};
        app::start_partnership(data.entries(), key(), Instant{first_day});
    }
    std::vector<OrganisationId> organisations;
    {
        Running running{place};
        add_organisations(running, schools);
        for (const auto* one : app::partnership(running.safelead)->organisations())
            organisations.push_back(one->id);
    }
    const Guidance guidance;
    Maker maker{guidance.packs.newest(), PersonId{"lead"}};
    Place data{place};
    ledger::Ledger ledger{data.entries(), key()};
    constexpr std::size_t waiting = 256;

    auto& social_care = ledger.organisation(organisations.front());
    Queue queue{social_care, waiting};
    std::uint64_t next_measure = 10'000;
    std::uint64_t cases = 0;
    const auto start = Steady::now();
    while (entries_in(social_care) < entries) {
        for (int some = 0; some < 100; ++some) queue.submit(maker.matter(cases++));
        if (entries_in(social_care) >= next_measure) {
            queue.finish();
            measure_appends(social_care, maker);
            next_measure *= 10;
        }
    }
    queue.finish();
    fmt::print("social care: {} cases, {} entries, {:.0f} s\n", cases, entries_in(social_care),
               milliseconds_since(start) / 1000);
    for (std::size_t school = 1; school < organisations.size(); ++school) {
        Queue school_queue{ledger.organisation(organisations[school]), waiting};
        ledger::Submission list{crypto::random_id<CommandId>(), {}, {}, {}, Instant{first_day}, nullptr};
        for (int pupil = 0; pupil < children_in_a_school; ++pupil) {
            auto added = maker.child(record::ChildKnownBy::school_list);
            const auto stream = app::stream_of(added.child);
            list.entries.push_back(
                {stream, ledger::shared_part(),
                 app::bytes_of_event(std::make_shared<const record::ChildEvent>(std::move(added)))});
        }
        school_queue.submit(std::move(list));
        for (int one = 0; one < cases_in_a_school; ++one) school_queue.submit(maker.matter(cases++));
        school_queue.finish();
    }
    fmt::print("all made in {:.0f} s\n", milliseconds_since(start) / 1000);
}

template <class Work>
void measure(std::string_view what, int times, Work work)
{
    std::vector<double> each;
    for (int at = 0; at < times; ++at) {
        const app::OneLook look;  // as whoever answers a request has
        const auto start = Steady::now();
        work(at);
        each.push_back(milliseconds_since(start));
    }
    std::ranges::sort(each);
    fmt::print("{:<58} median {:>8.2f} ms  p99 {:>8.2f} ms  ({} times)\n", what, each[each.size() / 2],
               each[each.size() * 99 / 100], times);
    std::fflush(stdout);
}

/// As the page does it, on a worker.
void measure_finding(Running& running, const app::Actor& lead)
{
    const auto find = [&](app::CasesAsked asked) {
        return wait_for(app::find_cases(running.safelead, lead, std::move(asked))).value().cases.size();
    };
    measure("the first search for words after a start, which reads all", 1,
            [&](int) { (void)find({.typed = "lessons pupil"}); });
    measure("by two common words (\"lessons pupil\")", 50,
            [&](int) { (void)find({.typed = "lessons pupil"}); });
    measure("by a word that nobody wrote", 20, [&](int) { (void)find({.typed = "quixotic"}); });
    measure("by a name nearly so (\"wran pinew\")", 50, [&](int) { (void)find({.typed = "wran pinew"}); });
    measure("those not decided yet", 50, [&](int) { (void)find({.status = app::CaseStatus::undecided}); });
    measure("those with a task overdue", 50,
            [&](int) { (void)find({.status = app::CaseStatus::overdue_task}); });
}

void measure_pages(Running& running)
{
    const auto lead = running.lead(0);
    auto& workspace = running.safelead.parts().workspace(lead.organisation);
    const auto all = app::list_cases(running.safelead, lead).value().in_all;
    std::mt19937 random{1};
    measure(fmt::format("a page of the list of {} cases, any page", all), 300,
            [&](int) { (void)app::list_cases(running.safelead, lead, {random() % (all - 25), 25}).value(); });
    measure("the first page of it, again and again", 300,
            [&](int) { (void)app::list_cases(running.safelead, lead).value(); });
    measure("the inbox", 300, [&](int) { (void)app::inbox(running.safelead, lead).value(); });

    std::vector<record::Reference> references;
    for (int at = 0; at < 300; ++at)
        references.push_back(
            app::list_cases(running.safelead, lead, {random() % all, 1}).value().cases.front().it->reference);
    measure("a case by its reference", 300,
            [&](int at) { (void)workspace.one_case(references[static_cast<std::size_t>(at)]); });
    const auto start = Steady::now();
    workspace.read_names();
    fmt::print("every name read, once after a start, by a worker: {:.0f} ms\n", milliseconds_since(start));
    measure("cases by a child's name (\"wren pinew\")", 100,
            [&](int) { (void)workspace.cases_by_name("wren pinew", 25); });
    measure("cases by a common name (\"wren\")", 100,
            [&](int) { (void)workspace.cases_by_name("wren", 25); });
    measure_finding(running, lead);
}

void visit_all(Running& running)
{
    const auto organisations = app::partnership(running.safelead)->organisations().size();
    const auto start = Steady::now();
    for (std::size_t number = 0; number < organisations; ++number)
        (void)app::inbox(running.safelead, running.lead(number)).value();
    fmt::print("an inbox of each of {} organisations: {:.0f} ms; memory then {:.0f} MB\n", organisations,
               milliseconds_since(start), memory());
}

/// Plain SQLite, reading every byte of the same table.
void yardstick(const fs::path& folder)
{
    const auto start = Steady::now();
    sqlite3* database = nullptr;
    sqlite3_open_v2((folder / "record.sqlite").c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt* all = nullptr;
    sqlite3_prepare_v2(database, "SELECT bytes FROM entries ORDER BY place", -1, &all, nullptr);
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    while (sqlite3_step(all) == SQLITE_ROW) {
        ++rows;
        bytes += static_cast<std::uint64_t>(sqlite3_column_bytes(all, 0));
        if (sqlite3_column_blob(all, 0) == nullptr) break;
    }
    sqlite3_finalize(all);
    sqlite3_close(database);
    fmt::print("yardstick: plain SQLite reads {} rows, {} MB, in {:.0f} ms\n", rows, bytes / 1'000'000,
               milliseconds_since(start));
}

void start(const std::string& place)
{
    {
        Running running{place};
        fmt::print("open: {:.0f} ms after the start, {:.0f} MB\n", milliseconds_since(began), memory());
        const auto shown = app::inbox(running.safelead, running.lead(0)).value();
        fmt::print("first inbox: {:.0f} ms after the start, {:.0f} MB\n", milliseconds_since(began),
                   memory());
        (void)app::list_cases(running.safelead, running.lead(0)).value();
        fmt::print("first list of cases: {:.0f} ms after the start, {:.0f} MB\n", milliseconds_since(began),
                   memory());
        measure_pages(running);
        visit_all(running);
        fmt::print("memory at the end: {:.0f} MB\n", memory());
    }
    if (!store::is_postgres_address(place)) yardstick(place);
}

/// Folds everything, which leaves snapshots behind.
void cold(const std::string& place)
{
    Place{place}.passing().remove_expired(Instant{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}});
    Running running{place};
    const auto begin = Steady::now();
    (void)app::inbox(running.safelead, running.lead(0)).value();
    fmt::print("first inbox without a snapshot: {:.0f} ms, {:.0f} MB\n", milliseconds_since(begin), memory());
    visit_all(running);
}

std::uint64_t number_in(std::string_view text)
{
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.size() < 2) {
        fmt::print(stderr, "bench_leeds make PLACE ENTRIES SCHOOLS | cold PLACE | start PLACE\n");
        return 64;
    }
    crypto::initialise();
    const std::string place{arguments[1]};
    if (arguments[0] == "make" && arguments.size() == 4)
        make(place, number_in(arguments[2]), number_in(arguments[3]));
    if (arguments[0] == "cold") cold(place);
    if (arguments[0] == "start") start(place);
    return 0;
}
