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

/// GOV.UK's footer without crown, licence and Crown copyright, which are for GOV.UK alone.
struct Footer {
    using ComponentTag = void;
    std::vector<FooterSection> sections = {};
    std::optional<FooterMeta> meta = std::nullopt;
    std::string classes = {};
    std::string container_classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Footer& footer);

}  // namespace safelead::web
