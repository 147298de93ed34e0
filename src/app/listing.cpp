#include "app/listing.h"

#include "app/accounts.h"
#include "exchange/listing_json.h"

namespace safelead::app {

std::string organisations_json(Safelead& safelead)
{
    const auto directory = partnership(safelead);
    return exchange::organisations_to_json(directory->organisations());
}

std::string people_json(Safelead& safelead, const OrganisationId& organisation)
{
    const auto directory = partnership(safelead);
    if (!organisation.text().empty()) return exchange::people_to_json(directory->people_of(organisation));

    std::vector<const directory::Person*> people;
    for (const auto* place : directory->organisations()) {
        for (const auto* person : directory->people_of(place->id))
            if (person->home == place->id) people.push_back(person);
    }
    return exchange::people_to_json(people);
}

std::string to_json(const RecordChecked& checked)
{
    std::vector<exchange::Texts> epochs;
    for (const auto& one : checked.epochs)
        epochs.push_back({{"organisation", std::string{one.organisation.text()}},
                          {"epoch", std::to_string(one.number)},
                          {"at", safelead::to_text(one.at)},
                          {"had", std::to_string(one.had)},
                          {"left", std::to_string(one.left)},
                          {"lost", std::to_string(one.lost())},
                          {"reason", one.reason}});
    return exchange::counts_to_json({{"organisations", checked.organisations},
                                     {"entries", checked.entries},
                                     {"streams", checked.streams},
                                     {"keys", checked.keys},
                                     {"erased", checked.erased},
                                     {"faults_in_all", checked.faults_in_all}},
                                    "faults", checked.faults, {"epochs", epochs});
}

std::string to_json(const std::vector<Finding>& findings)
{
    std::vector<std::vector<std::pair<std::string, std::string>>> objects;
    for (const auto& found : findings) {
        objects.push_back({{"health", std::string{health_name(found.health)}},
                           {"what", found.what},
                           {"finding", found.finding},
                           {"advice", found.advice}});
    }
    return exchange::texts_to_json(objects);
}

std::string_view health_name(Health health)
{
    switch (health) {
        case Health::good:
            return "good";
        case Health::warning:
            return "warning";
        case Health::bad:
            return "bad";
    }
    throw_bug("a health there is not");
}

}  // namespace safelead::app
