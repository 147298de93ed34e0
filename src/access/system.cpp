#include "access/system.h"

#include <fmt/format.h>

#include <array>

namespace safelead::access {
namespace {

using directory::Scope;
using enum SystemAction;

constexpr std::array lines{
    SystemLine{send_report, Scope::report, false,
               "report a concern, on the word of somebody there who may report"},
    SystemLine{see_sent_report, Scope::read_status, true,
               "see that a report was received, read, and whether it is being acted on"},
    SystemLine{list_people, Scope::read_people, false, "list who works there: names and roles"},
};

constexpr bool is_in_order()
{
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (static_cast<std::size_t>(lines.at(i).action) != i) return false;
    return true;
}
static_assert(is_in_order(), "the table has one line for each SystemAction, in the order of SystemAction");
static_assert(lines.size() == static_cast<std::size_t>(list_people) + 1);

constexpr std::string_view introduction = R"(
## What a school's own system may do

With a token that an administrator of the organisation made, by its scopes (`docs/formats/api.md`). A system has no role, and
whatever is not here is refused: it reads no concern's words, no case, no conversation and no child. Another organisation's
matters, and reports that it did not send, are answered as if they did not exist.

| may | about | scope |
|---|---|---|
)";

}  // namespace

std::span<const SystemLine> system_table()
{
    return lines;
}

Result<Done, WhyNotSystem> permit(const System& system, SystemAction action, const SystemSubject& subject)
{
    const auto& line = lines.at(static_cast<std::size_t>(action));
    if (!system.scopes.has(line.scope)) return fail(WhyNotSystem::not_its_scope);
    if (system.organisation != subject.organisation) return fail(WhyNotSystem::other_organisation);
    const bool own = !line.of_own_report || (!system.name.empty() && subject.sent_by == system.name);
    if (!own) return fail(WhyNotSystem::not_the_sender);
    return Done{};
}

std::string system_table_as_markdown()
{
    std::string page{introduction};
    for (const auto& line : lines)
        page += fmt::format("| {} | {} | `{}` |\n", line.words,
                            line.of_own_report ? "a report that it sent" : "its organisation",
                            directory::scope_name(line.scope));
    return page;
}

}  // namespace safelead::access
