#include "app/bringing_in.h"

#include "app/allow.h"
#include "app/invitations.h"
#include "app/parts.h"
#include "app/refused.h"
#include "directory/local_time.h"
#include "exchange/import_files.h"
#include "exchange/list_table.h"
#include "words/document.h"

#include <fmt/format.h>

#include <memory>
#include <ranges>

namespace safelead::app {
namespace {

constexpr std::size_t first_few = 5;

std::string line_of(const record::ImportedChild& child)
{
    const auto& who = child.identity;
    auto line = record::name_of(who);
    if (who.born) line += fmt::format(", born {}", directory::long_date(*who.born));
    if (!who.upn.empty()) line += fmt::format(", UPN {}", who.upn);
    if (!who.year_group.empty()) line += fmt::format(", year {}", who.year_group);
    return line;
}

std::string line_of(const directory::ImportedPerson& person)
{
    auto line = fmt::format("{}, {}", person.name, person.email);
    for (const auto role : person.roles.list()) line += fmt::format(", {}", directory::role_words(role));
    return line;
}

template <class Rows>
ListRead read_as(const Rows& rows)
{
    if (!rows) return {{}, rows.error(), {}};
    if (rows->empty()) return {{}, {nobody_in_file()}, {}};
    ListRead read{exchange::table_of(*rows), {}, {}};
    for (const auto& row : *rows | std::views::take(first_few)) read.first.push_back(line_of(row));
    return read;
}

/// Through the gate that every file goes through: what is no text, or hides data, is refused whole. A Common
/// Transfer File is no document that anybody reads: the names in it are taken out of it, and go through the
/// gate as what is typed does.
Result<ListRead, DocumentRefused> read_through_gate(ListOf list, const std::string& bytes,
                                                    const ColumnsTold& columns)
{
    if (list == ListOf::children && exchange::is_xml(bytes)) return read_as(exchange::children_of_ctf(bytes));
    const auto read = SL_TRY(words::read_document(bytes, ".csv", longest_for_page));
    return list == ListOf::staff ? read_as(exchange::staff_of_csv(read.text, columns))
                                 : read_as(exchange::children_of_csv(read.text, columns));
}

}  // namespace

Outcome<Done> may_bring_in(Safelead& safelead, const Actor& actor, ListOf list)
{
    if (list == ListOf::staff) return allow(actor, access::Action::manage_accounts);
    SL_TRY(allow(actor, access::Action::manage_children));
    const auto partnership = safelead.parts().partnership();
    const auto* organisation = partnership->organisation(actor.organisation);
    using enum directory::OrganisationKind;
    const bool is_school =
        organisation != nullptr && (organisation->kind == school || organisation->kind == college);
    return is_school ? Outcome<Done>{Done{}} : fail(NotThere{});
}

std::optional<Later<Result<ListRead, DocumentRefused>>> read_list(Safelead& safelead, ListOf list,
                                                                  std::string_view bytes, ColumnsTold columns)
{
    return safelead.parts().workers.run(
        [list, copy = std::make_shared<const WipedCopy>(bytes), columns = std::move(columns)] {
            return read_through_gate(list, copy->bytes, columns);
        });
}

Later<Outcome<Imported>> bring_in(Safelead& safelead, const Actor& actor, const CommandId& command,
                                  ListOf list, std::string_view table, Trial trial)
{
    if (auto may = may_bring_in(safelead, actor, list); !may)
        return refused<Imported>(std::move(may).error());
    const auto at_fault = [](std::vector<RowFault> faults) -> Later<Outcome<Imported>> {
        Imported imported;
        imported.faults = std::move(faults);
        return Outcome<Imported>{std::move(imported)};
    };
    if (list == ListOf::staff) {
        auto people = exchange::staff_of_csv(table, {});
        if (!people) return at_fault(std::move(people).error());
        return import_staff(safelead, command, actor.organisation, actor.person, *std::move(people), trial);
    }
    auto children = exchange::children_of_csv(table, {});
    if (!children) return at_fault(std::move(children).error());
    return import_children(safelead, command, actor.organisation, actor.person, *std::move(children), trial);
}

}  // namespace safelead::app
