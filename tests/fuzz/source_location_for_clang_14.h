#pragma once

// libFuzzer comes with clang 14 here, and that cannot make libstdc++'s source_location. Given to the compiler
// with -include when the fuzz targets are built, and to nothing else.

namespace std {

struct source_location {
    static constexpr source_location current(const char* file = __builtin_FILE(),
                                             unsigned line = __builtin_LINE())
    {
        source_location here;
        here.file_ = file;
        here.line_ = line;
        return here;
    }
    [[nodiscard]] constexpr const char* file_name() const { return file_; }
    [[nodiscard]] constexpr unsigned line() const { return line_; }

    const char* file_ = "";
    unsigned line_ = 0;
};

}  // namespace std
