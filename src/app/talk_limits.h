#pragma once

// How much may be written and tried. Only counts pass: nothing of who or what. docs/adr/0122.

#include "app/parts.h"
#include "record/words.h"

#include <string_view>

namespace safelead::app {

class TalkLimits {
public:
    explicit TalkLimits(Parts& parts) : parts_{parts} {}

    /// Whether one more conversation may begin there now; counted at once.
    [[nodiscard]] bool may_start(const OrganisationId& school, std::string_view address);

    /// Whether one more message may be written in it now; counted at once.
    [[nodiscard]] bool may_write(const record::ConversationId& conversation);

    /// Whether one more code may be tried. Both the school and the address must have many wrong tries.
    [[nodiscard]] bool may_try(const OrganisationId& school, std::string_view address) const;

    /// A code was wrong.
    void count_wrong(const OrganisationId& school, std::string_view address);

private:
    [[nodiscard]] std::string name(std::string_view what, std::string_view of, std::string_view also) const;

    Parts& parts_;
};

}  // namespace safelead::app
