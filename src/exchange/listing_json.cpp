#include "exchange/listing_json.h"

#include <nlohmann/json.hpp>

namespace safelead::exchange {

namespace {

using Json = nlohmann::ordered_json;

Json role_names(const directory::Roles& roles)
{
    Json names = Json::array();
    for (const auto role : roles.list()) names.push_back(directory::role_name(role));
    return names;
}

Json list_of(const std::vector<Texts>& objects)
{
    Json list = Json::array();
    for (const auto& object : objects) {
        Json json = Json::object();
        for (const auto& [name, text] : object) json[name] = text;
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace

std::string organisations_to_json(const std::vector<const directory::Organisation*>& organisations)
{
    Json list = Json::array();
    for (const auto* one : organisations) {
        list.push_back({{"id", one->id.text()},
                        {"name", one->name},
                        {"kind", directory::kind_name(one->kind)},
                        {"phase", directory::phase_name(one->phase)},
                        {"urn", one->urn},
                        {"telephone", one->telephone},
                        {"dsl_telephone", one->dsl_telephone},
                        {"area", one->area},
                        {"standing", one->standing == directory::Standing::practice ? "practice" : "real"}});
    }
    return list.dump(2);
}

std::string people_to_json(const std::vector<const directory::Person*>& people)
{
    Json list = Json::array();
    for (const auto* one : people) {
        Json roles = Json::object();
        for (const auto& [organisation, held] : one->roles)
            roles[std::string{organisation.text()}] = role_names(held);
        list.push_back({{"id", one->id.text()},
                        {"name", one->name},
                        {"email", one->email},
                        {"organisation", one->home.text()},
                        {"roles", std::move(roles)},
                        {"left", one->left}});
    }
    return list.dump(2);
}

std::string counts_to_json(const std::vector<std::pair<std::string, std::uint64_t>>& counts,
                           std::string_view list_name, const std::vector<std::string>& sentences,
                           const std::pair<std::string_view, std::vector<Texts>>& objects)
{
    Json json = Json::object();
    for (const auto& [name, count] : counts) json[name] = count;
    json[std::string{list_name}] = sentences;
    json[std::string{objects.first}] = list_of(objects.second);
    return json.dump(2);
}

std::string texts_to_json(const std::vector<Texts>& objects)
{
    return list_of(objects).dump(2);
}

}  // namespace safelead::exchange
