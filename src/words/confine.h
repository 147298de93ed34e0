#pragma once

#include <cstddef>

namespace safelead::words {

/// What a process may still do once it has confined itself. It can't be undone.
enum class Leave {
    to_compute,        ///< Read what it was given, compute, and write the answer; open nothing.
    to_run_pdftotext,  ///< Besides: become pdftotext, which opens its own libraries for reading.
    to_run_pdfimages   ///< Likewise pdfimages, which lists pictures and can write none.
};

enum class Confined { yes, no };

/// What it may use up.
struct Most {
    std::size_t memory = std::size_t{768} << 20U;
    unsigned seconds = 20;  ///< Of a processor's time.
};

/// Whether memory is limited, too: not beside the sanitisers, whose own tables are larger than any limit.
[[nodiscard]] bool limits_memory();

/// Shuts this process off: no network, no files, no other processes, no more than a set amount of memory,
/// time and output. Uses what needs no privilege: seccomp, Landlock, resource limits; as root it gives that
/// up first. It is `no` if what is left would not be enough; then nothing may be read.
[[nodiscard]] Confined confine(Leave leave, Most most = {});

/// Where pdftotext is; "" if it is nowhere.
[[nodiscard]] const char* pdftotext_program();
[[nodiscard]] const char* pdfimages_program();

}  // namespace safelead::words
