#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct FooterLink {
    Html content = {};
    std::string href = {};
    Attributes attributes = {};
};

struct FooterSection {
    Html title = {};
    std::string width = "full";
    std::optional<int> columns = std::nullopt;
    std::vector<FooterLink> links = {};
};

struct FooterMeta {
    std::string visually_hidden_title = "Support links";
    std::vector<FooterLink> links = {};
    Html content = {};
};

/// Crown, Open Government Licence and Crown copyright are for GOV.UK alone: our pages leave those three
/// empty.
struct Footer {
    using ComponentTag = void;
    std::vector<FooterSection> sections = {};
    std::optional<FooterMeta> meta = std::nullopt;
    Html logo = {};
    Html licence = {};
    Html copyright = {};
    std::string classes = {};
    std::string container_classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Footer& footer);

}  // namespace safelead::web
