#pragma once

// Where somebody works now who has roles in more than one organisation.

#include "app/drafts.h"
#include "app/places.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

/// While they sign in.
struct PlacePage {
    FormFrame frame;
    std::vector<app::PlaceShown> places;
    std::string next;
    std::optional<app::Draft> carried = std::nullopt;
};
[[nodiscard]] Html place_page(const FormWriter& form, const PlacePage& page);

/// Signed in, to go elsewhere.
struct ElsewherePage {
    FormFrame frame;
    std::vector<app::PlaceShown> places;
};
[[nodiscard]] Html elsewhere_page(const FormWriter& form, const ElsewherePage& page);

}  // namespace safelead::web
