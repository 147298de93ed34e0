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

/// As the ledger knows it.
CommandId known_as(Parts& parts, std::string_view by, const CommandId& command)
{
    return NewIds{parts.directory().log(), by, command}.command();
}

struct KeptAs {
    CommandId command;  ///< As the ledger knows it.
    Kept kept;
};

Later<Outcome<KeptAs>> keep_all(Parts& parts, std::string_view by, const CommandId& command, const Said& said,
                                std::vector<directory::Command> changes)
{
    auto& book = parts.directory();
    const auto known = known_as(parts, by, command);
    auto decide = [&book, changes = std::move(changes)] { return write_all(book, changes); };
    return carry_out(book, {known, said.bytes(), parts.now(), {}, std::move(decide)})
        .then([known](Outcome<Kept> kept) -> Outcome<KeptAs> {
            // On its own: what stands before it in braces is not destroyed where it returns (GCC 12).
            const auto done = SL_TRY(std::move(kept));
            return KeptAs{known, done};
        });
}

}  // namespace

Later<Outcome<Done>> keep_in_directory(Parts& parts, std::string_view by, const CommandId& command,
                                       const Said& said, directory::Command change)
{
    begin_sign_in_change(parts, known_as(parts, by, command), change);
    return keep_all(parts, by, command, said, {change})
        .then([&parts, change](Outcome<KeptAs> outcome) -> Outcome<Done> {
            const auto all = SL_TRY(std::move(outcome));
            note_sign_in_change(parts, all.command, all.kept.at, change);
            return Done{};
        });
}

Later<Outcome<Done>> keep_in_directory(Parts& parts, std::string_view by, const CommandId& command,
                                       const Said& said, std::vector<directory::Command> changes)
{
    return keep_all(parts, by, command, said, std::move(changes))
        .then([](Outcome<KeptAs> outcome) -> Outcome<Done> {
            (void)SL_TRY(std::move(outcome));
            return Done{};
        });
}

}  // namespace safelead::app
