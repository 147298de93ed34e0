#include "exchange/replay_json.h"

#include "exchange/figure_json.h"

#include <nlohmann/json.hpp>

namespace safelead::exchange {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::vector<ReplayLine>& lines)
{
    Json list = Json::array();
    for (const auto& line : lines) {
        Json json = Json::object();
        if (line.before.empty())
            json["rare"] = true;
        else
            json.update({{"from", line.before}, {"to", line.after}});
        json["assessments"] = figure_json(line.count);
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace

std::string replay_to_json(const ReplayLines& lines)
{
    Json json = {{"edition", lines.edition}, {"overlays", lines.overlays}};
    for (const auto& [name, figure] : lines.figures) json[name] = figure_json(figure);
    json["organisations_that_do_not_open"] = lines.organisations_that_do_not_open;
    json["category"] = to_json(lines.categories);
    json["route"] = to_json(lines.routes);
    return json.dump(2);
}

}  // namespace safelead::exchange
