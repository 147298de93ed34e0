#include "app/finding_people.h"

#include "app/parts.h"
#include "crypto/digest.h"

namespace safelead::app {

std::optional<std::string> sign_in_key(const Parts& parts, std::string_view email)
{
    const auto normalised = directory::normalise_email(email);
    if (!normalised) return std::nullopt;
    return to_hex(crypto::keyed_digest(*parts.sign_in_key, bytes_of(*normalised)));
}

}  // namespace safelead::app
