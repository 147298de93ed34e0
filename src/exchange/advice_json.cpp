#include "exchange/advice_json.h"

#include <nlohmann/json.hpp>

namespace safelead::exchange {

namespace {

using Json = nlohmann::ordered_json;

template <class Item>
Json texts(const std::vector<Item>& items)
{
    Json list = Json::array();
    for (const Item& item : items) list.push_back(std::string{item.text()});
    return list;
}

}  // namespace

std::string advice_to_json(const decision::Advice& advice)
{
    Json json;
    json["edition"] = std::string{advice.edition.text()};
    json["category"] = std::string{advice.category.text()};
    json["route"] = std::string{advice.route.text()};
    json["consult"] = advice.consult ? Json(std::string{advice.consult->text()}) : Json(nullptr);
    json["criteria"] = texts(advice.criteria);
    json["safety_rules"] = texts(advice.safety_rules);
    json["indicators"] = texts(advice.indicators);
    json["unresolved"] = texts(advice.unresolved);
    json["flags"] = texts(advice.flags);
    json["ask_next"] = texts(advice.ask_next);
    json["because"] = Json::array();
    for (const decision::Because& because : advice.because) {
        json["because"].push_back(Json{{"gives", std::string{because.gives.text()}},
                                       {"rule", std::string{because.rule.text()}},
                                       {"source", because.source},
                                       {"kind", std::string{to_text(because.standing)}}});
    }
    return json.dump();
}

}  // namespace safelead::exchange
