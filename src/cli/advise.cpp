#include "cli/advise.h"

#include "app/advise.h"
#include "cli/exit_codes.h"

#include <fstream>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <string>

namespace safelead::cli {

namespace {

std::string read_all(std::istream& in)
{
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::optional<std::string> read_facts(const std::string& file, std::istream& in)
{
    if (file == "-") return read_all(in);
    if (!std::filesystem::is_regular_file(file)) return std::nullopt;
    std::ifstream stream{file, std::ios::binary};
    if (!stream) return std::nullopt;
    return read_all(stream);
}

}  // namespace

int advise(const Advise& asked, const std::filesystem::path& guidance, std::istream& in, std::ostream& out,
           std::ostream& errors)
{
    auto facts = read_facts(asked.file, in);
    if (!facts) {
        errors << asked.file
               << ": the file can't be read; give the name of a file with facts, or - for standard input.\n";
        return exit_wrong_use;
    }
    const std::string shown_as = asked.file == "-" ? "standard input" : asked.file;
    const auto lines = app::advise({guidance, asked.edition, asked.overlays, *std::move(facts), shown_as});
    if (!lines) {
        errors << lines.error().text << '\n';
        return lines.error().because == app::NotAdvised::Because::unknown_edition ? exit_wrong_use
                                                                                  : exit_said_no;
    }
    for (const std::string& line : *lines) out << line << '\n';
    out.flush();
    return exit_done;
}

}  // namespace safelead::cli
