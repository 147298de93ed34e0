// What the reader of documents can't do. Each is tried in a process of its own, which may die of it.

#include "words/confine.h"

#include "words/document.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <functional>
#include <utility>

namespace safelead::words {
namespace {

/// How a confined process ends that tries something: its status as waitpid gives it.
int after_trying(Leave leave, const std::function<bool()>& could)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (confine(leave) == Confined::no) ::_exit(9);
        ::_exit(could() ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

bool opens_a_file()
{
    return ::open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0;
}
bool makes_a_file()
{
    return ::open("/tmp/safelead-confined", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0;
}
bool opens_a_socket()
{
    return ::socket(AF_INET, SOCK_STREAM, 0) >= 0;
}
bool starts_a_process()
{
    return ::syscall(56 /* clone */, SIGCHLD, 0, 0, 0, 0) >= 0;
}
bool becomes_a_shell()
{
    const char* const arguments[] = {"sh", "-c", "exit 1", nullptr};
    const char* const environment[] = {nullptr};
    ::execve("/bin/sh", const_cast<char* const*>(arguments), const_cast<char* const*>(environment));
    return false;
}

TEST(Confined, OurReaderDiesOfTryingAnythingButToRead)
{
    for (const auto& could : {opens_a_file, makes_a_file, opens_a_socket, becomes_a_shell}) {
        const int status = after_trying(Leave::to_compute, could);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) << status;
    }
}

bool becomes_pdftotext()
{
    const char* const arguments[] = {"pdftotext", "-v", nullptr};
    const char* const environment[] = {nullptr};
    ::execve(pdftotext_program(), const_cast<char* const*>(arguments), const_cast<char* const*>(environment));
    return false;
}

TEST(Confined, PopplersProgramsAreToldNo)
{
    for (const auto leave : {Leave::to_run_pdftotext, Leave::to_run_pdfimages})
        for (const auto& could : {opens_a_file, makes_a_file, opens_a_socket, becomes_a_shell}) {
            const int status = after_trying(leave, could);
            EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
        }
}

TEST(Confined, TheOneThatCountsPicturesBecomesNoOther)
{
    const int status = after_trying(Leave::to_run_pdfimages, becomes_pdftotext);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

#if defined(__x86_64__)
TEST(Confined, NoneStartsAnotherProcess)
{
    EXPECT_TRUE(WIFSIGNALED(after_trying(Leave::to_compute, starts_a_process)));
    const int status = after_trying(Leave::to_run_pdftotext, starts_a_process);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}
#endif

TEST(Confined, AnOrdinaryUserIsConfinedTheSame)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(8);
        if (confine(Leave::to_run_pdftotext) == Confined::no) ::_exit(9);
        ::_exit(opens_a_file() || opens_a_socket() ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

// --- What it may use up ---

TEST(Confined, MemoryBeyondTheLimitIsNotHad)
{
    if (!limits_memory()) GTEST_SKIP() << "beside sanitisers: the preset `plain` has none";
    for (const auto& [size, code] : {std::pair{std::size_t{64} << 20U, 0}, {std::size_t{1} << 30U, 1}}) {
        const pid_t child = ::fork();
        if (child == 0) {
            if (confine(Leave::to_compute) == Confined::no) ::_exit(9);
            void* const had = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            ::_exit(had == MAP_FAILED ? 1 : 0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == code) << size << ": " << status;
    }
}

TEST(Confined, TimeBeyondTheLimitEndsIt)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (confine(Leave::to_compute, {.seconds = 1}) == Confined::no) ::_exit(9);
        volatile unsigned turn = 0;
        while (turn != 1) turn = 0;
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU))
        << status;
}

TEST(Document, IsGivenUpWhenItsTimeIsOver)
{
    const auto read = read_document("%PDF-1.4\n", "", std::chrono::milliseconds{0});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), Refusal::too_slow);
}

TEST(Document, LargerThanTheLimitIsNotReadAtAll)
{
    const auto read = read_document(std::string(largest_document + 1, 'a'), "a.txt");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), Refusal::too_large);
}

}  // namespace
}  // namespace safelead::words
