#pragma once

// What is taught, and what each role must have had and by when: data of guidance/local/<area>/training.json
// (docs/formats/training.md).

#include "base/id.h"
#include "base/result.h"
#include "directory/arrangements.h"
#include "directory/role.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::learning {

using TopicId = Id<struct TopicKind>;

/// In what form somebody learnt something.
enum class Kind : std::uint8_t {
    induction,
    course,
    refresher,
    light_bite,
    briefing,
    e_learning,
    read_receipt,
};

[[nodiscard]] std::string_view kind_name(Kind kind);
[[nodiscard]] std::optional<Kind> kind_from_name(std::string_view name);
/// As a page says it: "light bite".
[[nodiscard]] std::string_view kind_words(Kind kind);

/// Whether it can also be learnt by oneself, from its guide and made-up situations.
enum class SelfLed : std::uint8_t { no, yes };

struct Topic {
    TopicId id{""};
    std::string name;
    std::string about;
    std::vector<std::string> covers;
    std::string guide;  ///< The guide to read first, by its name; empty if there is none.
    SelfLed self_led = SelfLed::no;
    directory::Grounds grounds = {};

    bool operator==(const Topic&) const = default;
};

/// Where it must have been learnt to count.
enum class Where : std::uint8_t { anywhere, here };

struct Requirement {
    std::string id;
    std::string what;
    directory::Roles roles;              ///< Whoever has one of them.
    std::vector<TopicId> topics;         ///< Any of them will do.
    int first_within_days = 0;           ///< Of beginning in the role.
    std::optional<int> again_in_months;  ///< Nothing: once is enough.
    Where where = Where::anywhere;       ///< `here`: only what was learnt in this organisation.
    directory::Grounds grounds = {};

    bool operator==(const Requirement&) const = default;
};

/// A guide of which those with a role are asked to say that they have read and understood it, for each
/// edition anew.
struct GuideToConfirm {
    std::string guide;
    directory::Roles roles;
    directory::Grounds grounds = {};

    bool operator==(const GuideToConfirm&) const = default;
};

struct Curriculum {
    std::vector<Topic> topics;
    std::vector<Requirement> requirements;
    std::vector<GuideToConfirm> guides;

    /// Null if nobody teaches it here.
    [[nodiscard]] const Topic* topic(const TopicId& id) const;

    bool operator==(const Curriculum&) const = default;
};

/// Why several areas' files don't go together.
struct CurriculumFault {
    std::string field;
    std::string problem;
};

/// One curriculum of all files, in their order. No id stands twice, and what is required is taught.
[[nodiscard]] Result<Curriculum, CurriculumFault> join(const std::vector<Curriculum>& files);

}  // namespace safelead::learning
