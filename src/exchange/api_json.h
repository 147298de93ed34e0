#pragma once

// What a school's own system is answered: docs/formats/api.md.

#include "base/ids.h"
#include "base/time.h"
#include "directory/role.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

struct ReportReceived {
    std::string reference;
    Instant received_at;
    std::size_t taken_out = 0;
};

struct ReportStanding {
    std::string reference;
    Instant received_at;
    std::optional<Instant> read_at;
    bool being_acted_on = false;
};

struct PersonListed {
    PersonId id;
    std::string name;
    directory::Roles roles;
};
struct PeopleListed {
    std::vector<PersonListed> people;
    std::optional<PersonId> next;  ///< Where the next page goes on; nothing on the last.
};

/// RFC 9457.
struct Problem {
    std::string_view type;  ///< "token": its address is "/api/v1/problems/token".
    std::string_view title;
    unsigned status = 0;
    std::string detail;
    struct Wrong {
        std::string field;
        std::string detail;
    };
    std::vector<Wrong> errors = {};
};

[[nodiscard]] std::string to_json(const ReportReceived& received);
[[nodiscard]] std::string to_json(const ReportStanding& standing);
[[nodiscard]] std::string to_json(const PeopleListed& listed);
[[nodiscard]] std::string to_json(const Problem& problem);

}  // namespace safelead::exchange
