#include "words/confine.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <initializer_list>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SAFELEAD_IS_SANITISED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SAFELEAD_IS_SANITISED 1
#endif
#endif
#ifndef SAFELEAD_IS_SANITISED
#define SAFELEAD_IS_SANITISED 0
#endif

namespace safelead::words {

namespace {

constexpr uid_t nobody = 65534;

bool limit(int what, rlim_t most)
{
    const rlimit both{most, most};
    return ::setrlimit(static_cast<__rlimit_resource>(what), &both) == 0;
}

bool limit_resources(Most most)
{
    bool limited = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CPU, most.seconds) &&
                   limit(RLIMIT_NOFILE, 64) && limit(RLIMIT_MEMLOCK, 0);
    if (limits_memory()) limited = limited && limit(RLIMIT_AS, most.memory);
    return limited;
}

/// Root becomes nobody, who owns no file.
bool give_up_root()
{
    if (::geteuid() != 0) return false;
    return ::setgroups(0, nullptr) == 0 && ::setresgid(nobody, nobody, nobody) == 0 &&
           ::setresuid(nobody, nobody, nobody) == 0;
}

/// The one other program that it may become; the same address each time, as the filter compares that.
const char* program_of(Leave leave)
{
    return leave == Leave::to_run_pdfimages ? pdfimages_program() : pdftotext_program();
}

// --- Landlock: which files ---

bool allow_reading(int rules, const char* path, std::uint64_t access)
{
    const int folder = ::open(path, O_PATH | O_CLOEXEC);
    if (folder < 0) return errno == ENOENT;
    const landlock_path_beneath_attr below{access, folder};
    const bool allowed = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0;
    ::close(folder);
    return allowed;
}

bool restrict_files(Leave leave)
{
    constexpr std::uint64_t every_access = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;  // All of version 1.
    const landlock_ruleset_attr ruleset{.handled_access_fs = every_access};
    const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &ruleset, sizeof ruleset, 0));
    if (rules < 0) return false;
    bool restricted = true;
    if (leave != Leave::to_compute) {
        constexpr std::uint64_t to_read = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        constexpr std::uint64_t to_load = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
        restricted = allow_reading(rules, program_of(leave), to_load);
        for (const char* folder : {"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"})
            restricted = restricted && allow_reading(rules, folder, to_load);
        for (const char* folder : {"/usr/share/poppler", "/usr/share/fonts", "/usr/share/fontconfig",
                                   "/usr/share/zoneinfo", "/etc/fonts"})
            restricted = restricted && allow_reading(rules, folder, to_read);
        restricted = restricted && allow_reading(rules, "/etc/ld.so.cache", LANDLOCK_ACCESS_FS_READ_FILE);
    }
    restricted = restricted && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return restricted;
}

// --- seccomp: which system calls ---

bool allow(scmp_filter_ctx filter, std::initializer_list<int> calls)
{
    for (const int call : calls)
        if (::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
    return true;
}

/// Memory may be had, but none that is run and was written.
bool allow_memory(scmp_filter_ctx filter)
{
    const scmp_arg_cmp not_run = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    return ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, not_run) == 0 &&
           ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, not_run) == 0 &&
           allow(filter, {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise)});
}

bool allow_computing(scmp_filter_ctx filter)
{
    return allow(filter,
                 {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(close), SCMP_SYS(exit), SCMP_SYS(exit_group),
                  SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(futex), SCMP_SYS(getrandom),
                  SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getpid), SCMP_SYS(gettid),
                  SCMP_SYS(sched_yield), SCMP_SYS(sigaltstack)});
}

/// Further what a program needs to be loaded, and poppler to read its tables.
bool allow_poppler(scmp_filter_ctx filter, Leave leave)
{
    const auto name = reinterpret_cast<scmp_datum_t>(program_of(leave));
    const scmp_arg_cmp this_program = SCMP_A0(SCMP_CMP_EQ, name);
    const scmp_arg_cmp only_to_read =
        SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY), O_RDONLY);
    const scmp_arg_cmp only_to_ask = SCMP_A2(SCMP_CMP_EQ, 0);
    const scmp_arg_cmp loaded = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC | PROT_WRITE, PROT_EXEC);
    return ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(execve), 1, this_program) == 0 &&
           ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, only_to_read) == 0 &&
           ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, only_to_ask) == 0 &&
           ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, loaded) == 0 &&
           ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, loaded) == 0 &&
           allow(filter, {SCMP_SYS(pread64),         SCMP_SYS(readv),      SCMP_SYS(writev),
                          SCMP_SYS(lseek),           SCMP_SYS(fstat),      SCMP_SYS(newfstatat),
                          SCMP_SYS(statx),           SCMP_SYS(access),     SCMP_SYS(faccessat),
                          SCMP_SYS(getdents64),      SCMP_SYS(readlink),   SCMP_SYS(readlinkat),
                          SCMP_SYS(getcwd),          SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address),
                          SCMP_SYS(set_robust_list), SCMP_SYS(rseq),       SCMP_SYS(rt_sigaction),
                          SCMP_SYS(fcntl),           SCMP_SYS(uname),      SCMP_SYS(getuid),
                          SCMP_SYS(geteuid),         SCMP_SYS(getgid),     SCMP_SYS(getegid)});
}

bool restrict_calls(Leave leave)
{
    // Our own reader dies at once at any other call; poppler's programs are told no, as libraries ask for
    // things that they can do without.
    const std::uint32_t otherwise =
        leave == Leave::to_compute ? SCMP_ACT_KILL_PROCESS : SCMP_ACT_ERRNO(EPERM);
    scmp_filter_ctx filter = ::seccomp_init(otherwise);
    if (filter == nullptr) return false;
    bool restricted = allow_memory(filter) && allow_computing(filter);
    if (leave != Leave::to_compute) restricted = restricted && allow_poppler(filter, leave);
    restricted = restricted && ::seccomp_load(filter) == 0;
    // The filter is in the kernel now; giving its memory back needs nothing it forbids.
    ::seccomp_release(filter);
    return restricted;
}

const char* first_there(std::array<const char*, 2> places)
{
    for (const char* place : places)
        if (::access(place, X_OK) == 0) return place;
    return "";
}

}  // namespace

const char* pdftotext_program()
{
    static const char* const found = first_there({"/usr/bin/pdftotext", "/usr/local/bin/pdftotext"});
    return found;
}

const char* pdfimages_program()
{
    static const char* const found = first_there({"/usr/bin/pdfimages", "/usr/local/bin/pdfimages"});
    return found;
}

bool limits_memory()
{
    return SAFELEAD_IS_SANITISED == 0;
}

Confined confine(Leave leave, Most most)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return Confined::no;
    if (::close_range(STDERR_FILENO + 1, ~0U, 0) != 0 && errno != ENOSYS) return Confined::no;

    const bool is_nobody = give_up_root();
    const bool sees_no_files = restrict_files(leave);
    // Our own reader can open nothing in any case; poppler's programs open files, so they must not find ours.
    if (leave != Leave::to_compute && !sees_no_files && !is_nobody) return Confined::no;
    if (!limit_resources(most) || !restrict_calls(leave)) return Confined::no;
    return Confined::yes;
}

}  // namespace safelead::words
