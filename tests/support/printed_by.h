#pragma once

// What a program that we did not write says of a file.

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace safelead::test {

/// What a command prints; if it failed, "failed: " before that.
inline std::string printed_by(const std::string& command)
{
    struct Close {
        int* status;
        void operator()(std::FILE* pipe) const { *status = pclose(pipe); }
    };
    int status = -1;
    std::string printed;
    {
        const std::unique_ptr<std::FILE, Close> pipe{popen((command + " 2>&1").c_str(), "r"), Close{&status}};
        std::array<char, 4096> part{};
        for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), pipe.get())) > 0;)
            printed.append(part.data(), size);
    }
    return status == 0 ? printed : "failed: " + printed;
}

}  // namespace safelead::test
