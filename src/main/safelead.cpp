// The program: read what was typed, carry it out, say what came of it.

#include "base/bug.h"
#include "base/unavailable.h"
#include "cli/command_line.h"
#include "cli/exit_codes.h"
#include "crypto/random.h"
#include "main/carry_out_command.h"
#include "main/wrong_use.h"
#include "words/reader_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// Whoever may look into this process could read keys: no core file, and no other process of the same user.
void keep_to_ourselves()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    ::umask(0077);
}

}  // namespace

int main(int count, char** words)
{
    using namespace safelead;
    if (const auto code = words::run_as_reader(count, words)) return *code;
    keep_to_ourselves();
    try {
        crypto::initialise();
        const auto line = cli::parse_command_line(std::vector<std::string>(words + 1, words + count));
        if (!line) {
            (line.error().exit_code == 0 ? std::cout : std::cerr) << line.error().text;
            return line.error().exit_code;
        }
        return main::carry_out(*line, {std::cin, std::cout, std::cerr});
    } catch (const main::WrongUse& wrong) {
        std::cerr << wrong.what() << '\n';
        return cli::exit_wrong_use;
    } catch (const Unavailable& broken) {
        std::cerr << broken.what() << '\n';
        return cli::exit_try_later;
    } catch (const std::exception& ours) {
        std::cerr << "A fault of ours; please report it: " << ours.what() << '\n';
        return cli::exit_our_bug;
    }
}
