#include "words/reader.h"

#include "base/wipe.h"
#include "words/extracted.h"
#include "words/reader_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <optional>
#include <thread>
#include <utility>

namespace safelead::words {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int number() const { return number_; }
    void close()
    {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

struct Running {
    pid_t process;
    Descriptor to;
    Descriptor from;
};

/// A socket rather than a pipe for its input: writing to a reader that died must not end the server.
std::optional<Running> start(const char* work)
{
    int in[2];
    int out[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0) return std::nullopt;
    Descriptor to{in[0]};
    const Descriptor its_in{in[1]};
    if (::pipe2(out, O_CLOEXEC) != 0) return std::nullopt;
    Descriptor from{out[0]};
    const Descriptor its_out{out[1]};

    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&files, its_in.number(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, its_out.number(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    sigset_t none;
    sigset_t every;
    ::sigemptyset(&none);
    ::sigfillset(&every);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &every);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    const char* const arguments[] = {"safelead", reader_word, work, nullptr};
    const char* const environment[] = {"LC_ALL=C", nullptr};
    pid_t process = -1;
    const int failed =
        ::posix_spawn(&process, "/proc/self/exe", &files, &attributes, const_cast<char* const*>(arguments),
                      const_cast<char* const*>(environment));
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    if (failed != 0) return std::nullopt;
    ::fcntl(to.number(), F_SETFL, O_NONBLOCK);
    ::fcntl(from.number(), F_SETFL, O_NONBLOCK);
    return Running{process, std::move(to), std::move(from)};
}

constexpr std::size_t longest_answer = longest_text + 64;
constexpr std::size_t piece_size = 65536;

/// Gives it the document and takes its answer, both at once, until it has ended or the time is up.
std::optional<Refusal> exchange(Running& running, std::string_view bytes, Clock::time_point until,
                                std::string& piece, std::string& answer)
{
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        if (left.count() <= 0) return Refusal::too_slow;
        pollfd ends[2] = {{running.from.number(), POLLIN, 0}, {running.to.number(), POLLOUT, 0}};
        if (::poll(ends, 2, static_cast<int>(left.count())) < 0 && errno != EINTR) return Refusal::broken;
        if (running.to.number() >= 0 && ends[1].revents != 0) {
            const auto sent = ::send(running.to.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
            const bool is_gone = sent < 0 && errno != EAGAIN && errno != EINTR;
            if (is_gone || bytes.empty()) running.to.close();
        }
        if (ends[0].revents == 0) continue;
        const auto got = ::read(running.from.number(), piece.data(), piece.size());
        if (got == 0) return std::nullopt;
        if (got < 0 && errno != EAGAIN && errno != EINTR) return Refusal::broken;
        if (got > 0) answer.append(piece, 0, static_cast<std::size_t>(got));
        if (answer.size() > longest_answer) return Refusal::too_much;
    }
}

/// How the process ended by itself; nothing if it has not, until then.
std::optional<int> ended_by(const Running& running, Clock::time_point until)
{
    constexpr std::chrono::milliseconds between_looks{2};
    int status = 0;
    while (true) {
        const auto ended = ::waitpid(running.process, &status, WNOHANG);
        if (ended == running.process) return status;
        if ((ended < 0 && errno != EINTR) || Clock::now() >= until) return std::nullopt;
        std::this_thread::sleep_for(between_looks);
    }
}

void end(const Running& running)
{
    ::kill(running.process, SIGKILL);
    int status = 0;
    while (::waitpid(running.process, &status, 0) < 0 && errno == EINTR) {
    }
}

std::optional<Refusal> refusal_of(int status, Kind kind)
{
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        return signal == SIGXCPU || signal == SIGKILL ? Refusal::too_much : Refusal::broken;
    }
    const int code = WEXITSTATUS(status);
    if (code == 0) return std::nullopt;
    if (code >= exit_refused && code <= exit_refused + static_cast<int>(Refusal::not_installed))
        return static_cast<Refusal>(code - exit_refused);
    // pdftotext: 3 is "permissions", and the others are errors of one kind or another.
    return kind == Kind::pdf && code == 3 ? Refusal::encrypted : Refusal::broken;
}

Result<std::string, Refusal> run(const char* work, Kind kind, std::string_view bytes,
                                 std::chrono::milliseconds longest)
{
    auto running = start(work);
    if (!running) return fail(Refusal::not_confined);
    std::string piece(piece_size, '\0');
    std::string answer;
    answer.reserve(longest_answer + piece_size);  // moved to a larger place, it would leave a copy behind
    const auto until = Clock::now() + longest;
    const auto stopped = exchange(*running, bytes, until, piece, answer);
    wipe(piece);
    // Whoever has said all may still not end.
    const auto ended = stopped ? std::nullopt : ended_by(*running, until);
    if (!ended) end(*running);
    const auto refusal = stopped ? stopped : ended ? refusal_of(*ended, kind) : Refusal::too_slow;
    if (!refusal) return answer;
    wipe(answer);
    return fail(*refusal);
}

}  // namespace

Result<std::string, Refusal> run_reader(Kind kind, std::string_view bytes, std::chrono::milliseconds longest)
{
    if (kind != Kind::pdf) return run(reader_kind_word(kind), kind, bytes, longest);
    const auto until = Clock::now() + longest;
    auto taken_out = SL_TRY(run(pdftotext_word, kind, bytes, longest));
    auto words = run(reader_kind_word(kind), kind, taken_out,
                     std::chrono::floor<std::chrono::milliseconds>(until - Clock::now()));
    wipe(taken_out);
    return words;
}

Result<std::string, Refusal> list_pictures(std::string_view pdf, std::chrono::milliseconds longest)
{
    return run(list_pictures_word, Kind::pdf, pdf, longest);
}

}  // namespace safelead::words
