#pragma once

namespace safelead::cli {

// What a program that runs us is told. (64, 70 and 75 as in sysexits.h.)
inline constexpr int exit_done = 0;
inline constexpr int exit_said_no = 1;
inline constexpr int exit_wrong_use = 64;
inline constexpr int exit_our_bug = 70;
inline constexpr int exit_try_later = 75;

}  // namespace safelead::cli
