#include "app/keep_in_directory.h"

#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/sign_in_changes.h"

namespace safelead::app {

namespace {

Outcome<Writing> write_all(DirectoryBook& book, const std::vector<directory::Command>& changes)
{
    const auto seen = book.read();
    Writing writing;
    writing.expect(stream_of_directory(), seen.position);
    auto state = *seen.partnership;
    for (const auto& change : changes) {
        for (auto& event : SL_TRY(directory::decide(state, change))) {
            state = evolve(std::move(state), event);
            writing.add(stream_of_directory(), ledger::shared_part(), std::move(event));
        }
    }
    return writing;
}

}  // namespace

Later<Outcome<Done>> keep_in_directory(Parts& parts, std::string_view by, const CommandId& command,
                                       const Said& said, directory::Command change)
{
    return keep_in_directory(parts, by, command, said, std::vector{change})
        .then([&parts, change](Outcome<Done> kept) {
            if (kept) note_sign_in_change(parts, change);
            return kept;
        });
}

Later<Outcome<Done>> keep_in_directory(Parts& parts, std::string_view by, const CommandId& command,
                                       const Said& said, std::vector<directory::Command> changes)
{
    auto& book = parts.directory();
    const NewIds ids{book.log(), by, command};
    auto decide = [&book, changes = std::move(changes)] { return write_all(book, changes); };
    return carry_out(book, {ids.command(), said.bytes(), parts.now(), {}, std::move(decide)})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

}  // namespace safelead::app
