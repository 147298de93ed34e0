#include "app/export_dmn.h"

#include "app/packs.h"
#include "exchange/dmn.h"

#include <fmt/format.h>

#include <optional>

namespace safelead::app {

namespace {

std::optional<exchange::DmnForm> form_of(std::string_view version)
{
    if (version == "1.5") return exchange::DmnForm::v1_5;
    if (version == "1.3") return exchange::DmnForm::v1_3;
    if (version == "1.1") return exchange::DmnForm::v1_1_s_feel;
    return std::nullopt;
}

}  // namespace

Result<std::string, NotExported> export_dmn(const ExportDmnRequest& request)
{
    using Because = NotExported::Because;
    const auto form = form_of(request.version);
    if (!form)
        return fail(NotExported{Because::unknown_version,
                                fmt::format("DMN {} can't be written; it can be as {}.", request.version,
                                            fmt::join(dmn_versions, ", "))});
    const auto packs = Packs::load(request.guidance);
    if (!packs) return fail(NotExported{Because::bad_pack, packs.error().text() + "."});
    const auto pack = packs->with_overlays(request.edition, request.overlays);
    if (!pack)
        return fail(
            NotExported{Because::unknown_edition,
                        fmt::format("There is no guidance called '{}'; there is: {}.", pack.error().asked_for,
                                    fmt::join(pack.error().there_are, ", "))});
    return exchange::pack_to_dmn(*pack, *form);
}

}  // namespace safelead::app
