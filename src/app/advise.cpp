#include "app/advise.h"

#include "app/packs.h"
#include "decision/evaluate.h"
#include "exchange/advice_json.h"
#include "exchange/facts_reader.h"

namespace safelead::app {

namespace {

std::string sentence(const NoSuchGuidance& fault)
{
    std::string known;
    for (const std::string& name : fault.there_are) known += (known.empty() ? "" : ", ") + name;
    return "There is no guidance called '" + fault.asked_for + "'; there is: " + known + ".";
}

std::string sentence(const std::string& file, const exchange::FieldFault& fault)
{
    const std::string where = fault.line > 0 ? file + ":" + std::to_string(fault.line) : file;
    return where + ": " + (fault.field.empty() ? "the text" : fault.field) + " " + fault.problem + ".";
}

}  // namespace

Result<std::vector<std::string>, NotAdvised> advise(const AdviseRequest& request)
{
    using Because = NotAdvised::Because;
    const auto packs = Packs::load(request.guidance);
    if (!packs) return fail(NotAdvised{Because::bad_pack, packs.error().text() + "."});
    const auto pack = packs->with_overlays(request.edition, request.overlays);
    if (!pack) return fail(NotAdvised{Because::unknown_edition, sentence(pack.error())});
    const auto all = exchange::parse_facts(request.facts, pack->vocabulary());
    if (!all) return fail(NotAdvised{Because::bad_facts, sentence(request.shown_as, all.error())});

    std::vector<std::string> lines;
    lines.reserve(all->size());
    for (const guidance::Facts& facts : *all)
        lines.push_back(exchange::advice_to_json(decision::evaluate(*pack, facts)));
    return lines;
}

}  // namespace safelead::app
