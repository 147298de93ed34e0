// Acknowledged is durable: a writer is killed at any moment, again and again, and nothing it said was kept is
// missing.

#include "sqlite_folder.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace safelead::store {
namespace {

using namespace safelead::test;

// Writes for ever, on several threads, and says on `out` what was acknowledged.
[[noreturn]] void write_until_killed(const std::filesystem::path& path, int turn, int out)
{
    DataFolder folder{path};
    ledger::Ledger ledger{folder.entries(), counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 3; ++writer)
        writers.emplace_back([&, writer] {
            for (int count = 0;; ++count) {
                const auto name = fmt::format("c-{}-{}-{}", turn, writer, count);
                auto one = submission(name, count % 3 == 0 ? name : "views", name);
                if (!submit(log, std::move(one))) ::_exit(3);
                const auto line = name + "\n";
                if (::write(out, line.data(), line.size()) < 0) ::_exit(4);
            }
        });
    for (auto& writer : writers) writer.join();
    ::_exit(5);
}

std::vector<std::string> acknowledged_by_a_writer_that_is_killed(const SqliteFolder& folder, int turn)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    const auto child = ::fork();
    if (child == 0) write_until_killed(folder.path(), turn, ends[1]);
    ::close(ends[1]);

    std::string said;
    const auto read_some = [&] {
        char buffer[4096];
        const auto count = ::read(ends[0], buffer, sizeof buffer);
        if (count > 0) said.append(buffer, static_cast<std::size_t>(count));
        return count > 0;
    };
    const bool has_begun = read_some();
    std::this_thread::sleep_for(std::chrono::milliseconds{5 + turn * 7 % 40});
    ::kill(child, SIGKILL);
    while (read_some()) {
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!has_begun || !WIFSIGNALED(status))
        throw std::runtime_error{fmt::format("the writer ended by itself: {}", status)};

    std::vector<std::string> names;
    for (std::size_t from = 0, to; (to = said.find('\n', from)) != std::string::npos; from = to + 1)
        names.push_back(said.substr(from, to - from));
    return names;
}

TEST(KilledWriter, LosesNothingThatWasAcknowledged)
{
    SqliteFolder folder;
    folder.close();
    std::vector<std::string> acknowledged;
    for (int turn = 0; turn < 20; ++turn) {
        const auto names = acknowledged_by_a_writer_that_is_killed(folder, turn);
        acknowledged.insert(acknowledged.end(), names.begin(), names.end());
    }
    // One each time, however slow the disk is: that was waited for.
    EXPECT_GE(acknowledged.size(), 20U);

    const auto report = folder.verify();
    EXPECT_TRUE(report.is_in_order()) << to_text(report.faults.at(0));
    ledger::Ledger ledger{folder.open().entries(), counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    for (const auto& name : acknowledged) EXPECT_TRUE(log.recorded(CommandId{name})) << name;
    RecordProperty("acknowledged", static_cast<int>(acknowledged.size()));
}

}  // namespace
}  // namespace safelead::store
