#pragma once

// A pack as its files say it, before anybody has checked that it makes sense.

#include "base/result.h"
#include "guidance/pack.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace safelead::guidance {

/// Where something stands, so that an error can point at it.
struct Place {
    std::string file;
    int line = 0;

    bool operator==(const Place&) const = default;
};

/// Why a pack is not a pack. One fault, the first one met.
struct PackFault {
    Place place;
    std::string field;
    std::string problem;

    /// "rules.json:12: when: …"
    [[nodiscard]] std::string text() const;

    bool operator==(const PackFault&) const = default;
};

template <class Item>
struct Placed {
    Item item;
    Place at;
};

/// A group of people, or a condition that has been given a name.
struct NamedCondition {
    std::string name;
    std::string condition;
};

struct TableDraft {
    TableKind kind;
    std::vector<Placed<Rule>> rules;
    Place at;
};

/// What changed from the edition that this one supersedes, said by a person because what could be made of the
/// rules would be clumsy.
struct ChangeSaid {
    std::vector<std::string> about;  ///< Ids of what is new, gone or different: "category.6a".
    std::string words;               ///< A sentence.
    Source source;
};

struct PackDraft {
    Imprint imprint;
    Place at;
    std::vector<Placed<Vocabulary::Entry>> facts{};
    std::vector<Placed<Question>> questions{};
    std::vector<Placed<NamedCondition>> groups{};
    std::vector<Placed<NamedCondition>> definitions{};
    std::vector<Placed<Route>> routes{};
    std::vector<TableDraft> tables{};
    std::vector<Placed<Step>> steps{};
    std::vector<Placed<Term>> terms{};
    std::map<std::string, std::string, std::less<>> texts{};
    std::vector<Placed<ChangeSaid>> changes{};
};

/// Rules that are laid on any edition. They can only raise the route: nothing else can be said in one.
struct OverlayDraft {
    OverlayId overlay;
    std::string title;
    std::string status;
    Place at;
    std::vector<Placed<Rule>> at_least{};  ///< Each gives the least route.
    std::vector<Placed<Step>> steps{};
    std::string digest{};
};

/// Checks everything and makes the pack, with `overlays` laid on it in this order.
[[nodiscard]] Result<Pack, PackFault> build_pack(const PackDraft& draft,
                                                 std::span<const OverlayDraft> overlays = {});

}  // namespace safelead::guidance
