#pragma once

#include <string_view>

namespace safelead::words {

/// What a process may still do once it has confined itself. It can't be undone.
enum class Leave {
    to_compute,       ///< Read what it was given, compute, and write the answer; open nothing.
    to_run_pdftotext  ///< Besides: become pdftotext, which opens its own libraries for reading.
};

enum class Confined { yes, no };

/// Shuts this process off: no network, no files, no other processes, no more than a set amount of memory,
/// time and output. Uses what needs no privilege: seccomp, Landlock, resource limits; as root it gives that
/// up first. It is `no` if what is left would not be enough; then nothing may be read.
[[nodiscard]] Confined confine(Leave leave);

/// Where pdftotext is; "" if it is nowhere.
[[nodiscard]] const char* pdftotext_program();

}  // namespace safelead::words
