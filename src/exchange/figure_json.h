#pragma once

// For the files here that write JSON.

#include "insight/figure.h"

#include <nlohmann/json.hpp>

namespace safelead::exchange {

/// {"count": 10, "is": "about"}, or null and "fewer than 5".
[[nodiscard]] inline nlohmann::ordered_json figure_json(const insight::Figure& figure)
{
    using insight::Figure;
    switch (figure.sure) {
        case Figure::Sure::exact:
            return {{"count", figure.number}, {"is", "exact"}};
        case Figure::Sure::about:
            return {{"count", figure.number}, {"is", "about"}};
        case Figure::Sure::few:
            break;
    }
    return {{"count", nullptr}, {"is", insight::words(figure)}};
}

}  // namespace safelead::exchange
