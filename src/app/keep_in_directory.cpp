#include "app/keep_in_directory.h"

#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"

namespace safelead::app {

Later<Outcome<Done>> keep_in_directory(Parts& parts, std::string_view by, const CommandId& command,
                                       const Said& said, directory::Command change)
{
    auto& book = parts.directory();
    const NewIds ids{book.log(), by, command};
    const auto decide = [&book, change = std::move(change)]() -> Outcome<Writing> {
        const auto seen = book.read();
        Writing writing;
        writing.expect(stream_of_directory(), seen.position);
        for (auto& event : SL_TRY(directory::decide(*seen.partnership, change)))
            writing.add(stream_of_directory(), ledger::shared_part(), std::move(event));
        return writing;
    };
    return carry_out(book, {ids.command(), said.bytes(), parts.now(), {}, decide})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

}  // namespace safelead::app
