#include "cli/on_record_parts.h"

#include "app/taken_out.h"
#include "base/overloaded.h"
#include "cli/exit_codes.h"

#include <ostream>
#include <utility>

namespace safelead::cli {

CommandId new_command()
{
    return CommandId{app::Safelead::random_text()};
}

int refused(const app::NotDone& why, std::ostream& errors)
{
    return std::visit(
        Overloaded{
            [&](const directory::Refusal& refusal) {
                errors << directory::words(refusal) << '\n';
                return exit_said_no;
            },
            [&](const app::Crowded&) {
                errors << "Too much is waiting to be written: try again in a moment.\n";
                return exit_try_later;
            },
            [&](const app::RecordStopped&) {
                errors << "Part of the record does not open: `safelead record verify` says where.\n";
                return exit_said_no;
            },
            [&](const auto&) {
                errors << "That was not done: there is no such organisation or person.\n";
                return exit_said_no;
            },
        },
        why);
}

int wrong(std::ostream& errors, std::string_view sentence)
{
    errors << sentence << '\n';
    return exit_wrong_use;
}

void say_taken_out(std::vector<std::string> typed, std::ostream& errors)
{
    if (app::taken_out_of(std::move(typed)) > 0)
        errors << "Part of what you gave carried data, such as an image: that part was not kept, the words "
                  "were.\n";
}

}  // namespace safelead::cli
