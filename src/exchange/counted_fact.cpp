#include "exchange/counted_fact.h"

#include "exchange/figure_json.h"
#include "exchange/json_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace safelead::exchange {
namespace {

using Json = nlohmann::ordered_json;
using insight::Counted;

struct Name {
    Counted what;
    std::string_view name;
};
constexpr std::array names{Name{Counted::opened, "opened"}, Name{Counted::decided, "decided"},
                           Name{Counted::closed, "closed"}, Name{Counted::referred, "referred"},
                           Name{Counted::disagreed, "disagreed"}};

constexpr JsonLimits limits{4096, 2, 20, JsonLimits::Comments::refused};
constexpr int version = 1;

Result<insight::Fact, FieldFault> fact_in(const JsonTree& tree)
{
    auto reader = SL_TRY(MemberReader::of(tree, ""));
    if (SL_TRY(reader.integer("version")) != version) return reader.fault("version", "is not known");
    const auto what = std::ranges::find(names, SL_TRY(reader.text("counted")), &Name::name);
    const auto term = insight::parse_term(SL_TRY(reader.text("term")));
    const auto band = insight::age_band_from_name(SL_TRY(reader.text("youngest")));
    if (what == names.end() || !term || !band) return reader.fault("counted", "is not known");
    insight::Fact fact{what->what, *term};
    fact.youngest = *band;
    fact.edition = SL_TRY(reader.text("edition"));
    fact.advised = SL_TRY(reader.text_or_empty("advised"));
    fact.route = SL_TRY(reader.text_or_empty("route"));
    fact.to = SL_TRY(reader.text_or_empty("to"));
    (void)SL_TRY(reader.nothing_else());
    return fact;
}

Json lines_of(const std::vector<insight::Line>& lines)
{
    Json list = Json::object();
    for (const auto& line : lines) list[line.what] = figure_json(line.figure);
    return list;
}

}  // namespace

Bytes fact_to_bytes(const insight::Fact& fact)
{
    Json json = {{"version", version},
                 {"counted", std::ranges::find(names, fact.what, &Name::what)->name},
                 {"term", insight::to_text(fact.term)},
                 {"edition", fact.edition},
                 {"youngest", insight::name_of(fact.youngest)}};
    if (!fact.advised.empty()) json["advised"] = fact.advised;
    if (!fact.route.empty()) json["route"] = fact.route;
    if (!fact.to.empty()) json["to"] = fact.to;
    const auto said = json.dump();
    const auto bytes = bytes_of(said);
    return {bytes.begin(), bytes.end()};
}

std::optional<insight::Fact> parse_fact(BytesView bytes)
{
    const auto tree = parse_json(text_of(bytes), limits);
    if (!tree) return std::nullopt;
    auto fact = fact_in(*tree);
    if (!fact) return std::nullopt;
    return *std::move(fact);
}

std::string figures_to_json(const std::vector<insight::TermFigures>& terms)
{
    Json list = Json::array();
    for (const auto& of : terms) {
        Json json = {{"term", insight::to_text(of.term)}, {"withheld", of.is_withheld}};
        if (!of.is_withheld)
            json.update({{"opened", figure_json(of.opened)},
                         {"closed", figure_json(of.closed)},
                         {"advised", lines_of(of.advised)},
                         {"route", lines_of(of.routes)},
                         {"youngest", lines_of(of.ages)},
                         {"referred", lines_of(of.referred)},
                         {"disagreed", lines_of(of.disagreed)}});
        list.push_back(std::move(json));
    }
    return list.dump(2);
}

}  // namespace safelead::exchange
