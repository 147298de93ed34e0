#include "exchange/api_json.h"

#include <nlohmann/json.hpp>

namespace safelead::exchange {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& json)
{
    // The names of members that came from outside are UTF-8; what were not would be shown as such.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view status(const ReportStanding& standing)
{
    if (standing.being_acted_on) return "being_acted_on";
    return standing.read_at ? "read" : "received";
}

}  // namespace

std::string to_json(const ReportReceived& received)
{
    return text({{"reference", received.reference},
                 {"received_at", to_text(received.received_at)},
                 {"taken_out", received.taken_out}});
}

std::string to_json(const ReportStanding& standing)
{
    Json json{{"reference", standing.reference},
              {"status", status(standing)},
              {"received_at", to_text(standing.received_at)}};
    if (standing.read_at) json["read_at"] = to_text(*standing.read_at);
    return text(json);
}

std::string to_json(const PeopleListed& listed)
{
    auto people = Json::array();
    for (const auto& person : listed.people) {
        auto roles = Json::array();
        for (const auto role : person.roles.list()) roles.push_back(directory::role_name(role));
        people.push_back({{"id", person.id.text()}, {"name", person.name}, {"roles", std::move(roles)}});
    }
    Json json{{"people", std::move(people)}};
    if (listed.next) json["next"] = listed.next->text();
    return text(json);
}

std::string to_json(const Problem& problem)
{
    Json json{{"type", "/api/v1/problems/" + std::string{problem.type}},
              {"title", problem.title},
              {"status", problem.status},
              {"detail", problem.detail}};
    if (!problem.errors.empty()) {
        auto errors = Json::array();
        for (const auto& one : problem.errors)
            errors.push_back({{"field", one.field}, {"detail", one.detail}});
        json["errors"] = std::move(errors);
    }
    return text(json);
}

}  // namespace safelead::exchange
