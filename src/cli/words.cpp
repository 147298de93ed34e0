#include "cli/words.h"

#include "app/documents.h"
#include "base/unavailable.h"
#include "base/wipe.h"
#include "cli/exit_codes.h"

#include <fmt/format.h>

#include <fstream>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

namespace safelead::cli {

namespace {

/// As much as is needed to see that it is too large.
std::string read_to_limit(std::istream& in)
{
    std::string bytes(words::largest_document + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// Nothing if it can't be read.
std::optional<std::string> read_file(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file || file.peek() == std::ifstream::traits_type::eof()) {
        if (file.eof()) return std::string{};
        return std::nullopt;
    }
    return read_to_limit(file);
}

}  // namespace

int print_words(const Words& asked, std::istream& in, std::ostream& out, std::ostream& errors)
{
    const bool is_input = asked.file == "-";
    auto bytes = is_input ? std::optional{read_to_limit(in)} : read_file(asked.file);
    if (!bytes) {
        errors << fmt::format("{} can't be read; see that it is there and that you may.\n", asked.file);
        return exit_said_no;
    }
    const auto read = app::words_of_document(*bytes, is_input ? "" : asked.file);
    wipe(*bytes);
    if (!read) {
        errors << app::why_refused(read.error()) << '\n';
        return exit_said_no;
    }
    out << read->text << std::flush;
    if (!out)
        throw Unavailable{
            "The words can't be written: make room where they are to go, or name another place."};
    return exit_done;
}

}  // namespace safelead::cli
