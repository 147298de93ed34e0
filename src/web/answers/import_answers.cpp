#include "web/answers/import_answers.h"

#include "web/answers/document_reading.h"
#include "web/forms/form_reader.h"
#include "web/pages/import_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

using app::Imported;
using app::ListOf;
using app::ListRead;

FormFrame frame_of(Site& site, const Visitor& visitor, ListOf list, std::string_view more)
{
    return frame_to(site, visitor, fmt::format("{}{}", address_of(list), more), address_of(list), "form");
}

Response choose(Site& site, const Request& request, const Visitor& visitor, ListOf list,
                const FormFields& typed, std::string_view refused, std::vector<RowFault> faults)
{
    const FormErrors none;
    const FormWriter form{site.say(), typed, none};
    const bool is_wrong = !refused.empty() || !faults.empty();
    return site.page(request, visitor,
                     {.title = title_of(list),
                      .main = choose_list_page(form, {.list = list,
                                                      .frame = frame_of(site, visitor, list, ""),
                                                      .refused = std::string{refused},
                                                      .faults = std::move(faults)}),
                      .status = is_wrong ? Status::unprocessable : Status::ok});
}

Response check(Site& site, const Request& request, const Visitor& visitor, ListOf list, ListRead read,
               Imported would_be, const FormErrors& errors)
{
    const FormFields nothing;
    const FormWriter form{site.say(), nothing, errors};
    return site.page(request, visitor,
                     {.title = title_of(list),
                      .main = check_list_page(form, {.list = list,
                                                     .frame = frame_of(site, visitor, list, "/table"),
                                                     .would_be = std::move(would_be),
                                                     .table = std::move(read.table),
                                                     .first = std::move(read.first)}),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

/// What the table would change, on the page with the button that does it.
Later<Response> weigh(Site& site, const Request& request, const Visitor& visitor, ListOf list,
                      const FormFields& typed, ListRead read, const FormErrors& errors)
{
    auto weighed = app::bring_in(site.app(), visitor.actor, CommandId{site.new_command()}, list, read.table,
                                 app::Trial::dry_run);
    return std::move(weighed).then([&site, &request, visitor, list, typed, read = std::move(read),
                                    errors](app::Outcome<Imported> would_be) -> Response {
        if (!would_be) return site.not_done(request, visitor, would_be.error());
        if (!would_be->faults.empty())
            return choose(site, request, visitor, list, typed, "", std::move(would_be->faults));
        return check(site, request, visitor, list, read, *std::move(would_be), errors);
    });
}

app::ColumnsTold columns_in(const FormFields& typed, ListOf list)
{
    app::ColumnsTold columns;
    const auto left_out = typed.all("leave-out");
    for (const auto& one : list_fields(list)) {
        if (one.may_be_left_out && std::ranges::find(left_out, one.field) != left_out.end())
            columns.emplace(one.field, "");
        else if (auto column = typed.text(fmt::format("column-{}", one.field)); !column.empty())
            columns.emplace(one.field, column);
    }
    return columns;
}

Later<Response> refuse(Site& site, const Request& request, const Visitor& visitor, ListOf list,
                       const FormFields& typed, std::string_view why)
{
    return app::note_refused(site.app(), visitor.actor, app::SentAs::document)
        .then([&site, &request, visitor, list, typed, why](app::Outcome<Done> noted) -> Response {
            if (!noted) return site.not_done(request, visitor, noted.error());
            return choose(site, request, visitor, list, typed, why, {});
        });
}

}  // namespace

Later<Response> show_import(Site& site, const Request& request, Visitor visitor, ListOf list)
{
    if (auto may = app::may_bring_in(site.app(), visitor.actor, list); !may)
        return site.not_done(request, visitor, may.error());
    return choose(site, request, visitor, list, {}, "", {});
}

Later<Response> try_import(Site& site, const Request& request, ListOf list)
{
    auto sent = document_in(site, request);
    if (auto* instead = std::get_if<Response>(&sent)) return std::move(*instead);
    const auto& [visitor, form] = std::get<DocumentSent>(sent);
    if (auto may = app::may_bring_in(site.app(), visitor.actor, list); !may)
        return site.not_done(request, visitor, may.error());
    auto reading = app::read_list(site.app(), list, form.document, columns_in(form.fields, list));
    if (!reading) return site.fault(Fault::unavailable);
    return std::move(*reading).then([&site, &request, visitor = visitor, list, typed = form.fields](
                                        Result<ListRead, app::DocumentRefused> read) -> Later<Response> {
        if (!read) return refuse(site, request, visitor, list, typed, app::why_refused(read.error()));
        if (!read->faults.empty())
            return choose(site, request, visitor, list, typed, "", std::move(read->faults));
        return weigh(site, request, visitor, list, typed, *std::move(read), {});
    });
}

Later<Response> bring_in_list(Site& site, const Request& request, Visitor visitor, ListOf list)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    std::string table{request.form.text("table")};
    if (!read.errors().empty())
        return weigh(site, request, visitor, list, {}, {std::move(table), {}, {}}, read.errors());
    auto done = app::bring_in(site.app(), visitor.actor, command, list, table, app::Trial::in_earnest);
    return std::move(done).then([&site, &request, visitor, list, table = std::move(table)](
                                    app::Outcome<Imported> outcome) -> Later<Response> {
        if (!outcome)
            return weigh(site, request, visitor, list, {}, {table, {}, {}}, errors_of(outcome.error()));
        if (!outcome->faults.empty())
            return choose(site, request, visitor, list, {}, "", std::move(outcome->faults));
        return site.page(request, visitor,
                         {.title = title_of(list), .main = list_brought_in_page(site.say(), list, *outcome)});
    });
}

}  // namespace safelead::web
