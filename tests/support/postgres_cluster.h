#pragma once

// A real PostgreSQL of the test's own, in a temporary folder, reached through a socket in it. It runs as the
// user `postgres` where the test runs as root, because PostgreSQL refuses root.

#include "support/temporary_folder.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <memory>
#include <thread>
#include <vector>

namespace safelead::test {

class PostgresCluster {
public:
    PostgresCluster()
    {
        namespace fs = std::filesystem;
        fs::permissions(folder_.path(),
                        fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
        fs::create_directory(place_);
        if (::geteuid() == 0) run({"/bin/chown", "postgres", place_.string()});
        run(as_postgres({bin_ + "initdb", "-D", database(), "-U", "postgres", "--auth=trust", "--no-sync",
                         "--encoding=UTF8", "--locale=C"}));
        std::ofstream{database() + "/pg_hba.conf"}
            << "local all with_password scram-sha-256\nlocal all all trust\n";
        start();
    }
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;
    ~PostgresCluster() { stop(SIGQUIT); }

    /// One for all tests of a program.
    static PostgresCluster& shared()
    {
        static PostgresCluster cluster;
        return cluster;
    }

    void start()
    {
        process_ = spawn(
            as_postgres({bin_ + "postgres", "-D", database(), "-k", place_.string(), "-c",
                         "listen_addresses=", "-c", "logging_collector=off", "-c", "shared_buffers=32MB",
                         "-c", "log_min_messages=panic", "-c", "log_min_error_statement=panic"}));
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{120};
        while (PQping(address("postgres").c_str()) != PQPING_OK) {
            if (std::chrono::steady_clock::now() > deadline)
                throw std::runtime_error{"PostgreSQL does not start"};
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }

    /// SIGINT: politely. SIGQUIT: as if it had crashed.
    void stop(int signal)
    {
        if (process_ <= 0) return;
        ::kill(process_, signal);
        ::waitpid(process_, nullptr, 0);
        process_ = 0;
    }

    /// An empty database with a name of its own; its address for the owner.
    std::string make_database()
    {
        const auto name = fmt::format("d{}", ++databases_);
        execute("postgres", fmt::format("CREATE DATABASE {} TEMPLATE template0", name));
        return name;
    }

    [[nodiscard]] std::string address(const std::string& database, const std::string& user = "postgres",
                                      const std::string& password = "") const
    {
        std::string host;
        for (const char c : place_.string()) host += c == '/' ? std::string{"%2F"} : std::string(1, c);
        return fmt::format("postgresql://{}{}{}@{}/{}", user, password.empty() ? "" : ":", password, host,
                           database);
    }

    /// Carries out SQL as the owner; gives the first value of the first row, if there is one.
    std::string execute(const std::string& database, const std::string& sql) const
    {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection{PQconnectdb(address(database).c_str()),
                                                                      &PQfinish};
        const std::unique_ptr<PGresult, decltype(&PQclear)> result{PQexec(connection.get(), sql.c_str()),
                                                                   &PQclear};
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw std::runtime_error{PQerrorMessage(connection.get())};
        return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
    }

private:
    using Words = std::vector<std::string>;

    static Words as_postgres(Words words)
    {
        // It ends when the test does, however that ends.
        Words all{"/usr/bin/setpriv", "--pdeathsig=INT"};
        if (::geteuid() == 0) {
            const Words user{"--reuid=postgres", "--regid=postgres", "--clear-groups"};
            all.insert(all.end(), user.begin(), user.end());
        }
        all.insert(all.end(), words.begin(), words.end());
        return all;
    }

    [[nodiscard]] ::pid_t spawn(const Words& words) const
    {
        std::vector<char*> arguments;
        for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1, 0);
        ::posix_spawn_file_actions_addchdir_np(&actions, "/");
        char language[] = "LC_ALL=C";
        char path[] = "PATH=/usr/bin:/bin";
        char* environment[] = {language, path, nullptr};
        ::pid_t process = 0;
        const int outcome =
            ::posix_spawn(&process, arguments.front(), &actions, nullptr, arguments.data(), environment);
        ::posix_spawn_file_actions_destroy(&actions);
        if (outcome != 0) throw std::runtime_error{"could not start " + words.front()};
        return process;
    }

    void run(const Words& words) const
    {
        int status = 0;
        ::waitpid(spawn(words), &status, 0);
        if (status != 0) throw std::runtime_error{words.front() + " failed"};
    }

    [[nodiscard]] std::string database() const { return (place_ / "database").string(); }

    const std::string bin_ = "/usr/lib/postgresql/15/bin/";
    TemporaryFolder folder_;
    const std::filesystem::path place_ = folder_ / "postgres";
    ::pid_t process_ = 0;
    int databases_ = 0;
};

}  // namespace safelead::test
