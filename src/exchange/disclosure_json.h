#pragma once

// One entry given away, with what opens it and shows where it stands: docs/formats/disclosure.md.

#include <cstdint>
#include <string>
#include <vector>

namespace safelead::exchange {

struct Disclosure {
    std::string organisation;
    std::uint64_t position;
    std::string entry;    ///< The entry's exact bytes, hexadecimal.
    std::string box_key;  ///< Opens this entry and nothing else. Hexadecimal.
    std::string checkpoint;
    std::string key;                     ///< The verifier key line.
    std::string keys;                    ///< How the keys before it led to it.
    std::vector<std::string> inclusion;  ///< Hashes, from the leaf up.
};

[[nodiscard]] std::string disclosure_to_json(const Disclosure& disclosure);

}  // namespace safelead::exchange
