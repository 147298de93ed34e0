#include "exchange/disclosure_json.h"

#include <nlohmann/json.hpp>

namespace safelead::exchange {

std::string disclosure_to_json(const Disclosure& disclosure)
{
    const nlohmann::ordered_json json{{"disclosure", 1},
                                      {"organisation", disclosure.organisation},
                                      {"position", disclosure.position},
                                      {"entry", disclosure.entry},
                                      {"box_key", disclosure.box_key},
                                      {"checkpoint", disclosure.checkpoint},
                                      {"key", disclosure.key},
                                      {"keys", disclosure.keys},
                                      {"inclusion", disclosure.inclusion}};
    return json.dump();
}

}  // namespace safelead::exchange
