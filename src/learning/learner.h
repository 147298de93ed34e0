#pragma once

// What one person has learnt beside the sessions that they came to, and which guides they have read and
// understood (docs/formats/events.md). Nothing recorded is taken away: it is struck out, with a reason.

#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "learning/refusal.h"
#include "learning/topic.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace safelead::learning {

struct TrainingRecorded {
    int number = 0;  ///< From 1, for this person.
    PersonId by{""};
    OrganisationId organisation{""};  ///< Where they worked then.
    TopicId topic{""};
    Kind kind = Kind::course;
    Date on{};
    int minutes = 0;  ///< 0: not known.
    std::string provider;
    std::string content_version;
    std::string result;
    std::string evidence;  ///< Where the certificate is.
    bool operator==(const TrainingRecorded&) const = default;
};

struct TrainingStruckOut {
    int number = 0;
    PersonId by;
    std::string why;
    bool operator==(const TrainingStruckOut&) const = default;
};

/// They say themselves that they have read and understood this edition.
struct GuideUnderstood {
    OrganisationId organisation;
    std::string guide;
    int edition = 0;
    bool operator==(const GuideUnderstood&) const = default;
};

using LearnerEvent = std::variant<TrainingRecorded, TrainingStruckOut, GuideUnderstood>;

struct RecordKept {
    TrainingRecorded recorded;
    Instant at{};
    std::optional<TrainingStruckOut> struck_out;
    bool operator==(const RecordKept&) const = default;
};

struct Learner {
    std::vector<RecordKept> records;  ///< By number.
    std::map<std::pair<std::string, int>, Instant> understood;

    /// When they confirmed that edition; nothing if they have not.
    [[nodiscard]] std::optional<Instant> understood_at(std::string_view guide, int edition) const;

    bool operator==(const Learner&) const = default;
};

/// The number is given when it is decided.
struct RecordTraining {
    TrainingRecorded training;
};
struct StrikeOutTraining {
    TrainingStruckOut what;
};
struct ConfirmGuide {
    GuideUnderstood guide;
};
using LearnerCommand = std::variant<RecordTraining, StrikeOutTraining, ConfirmGuide>;

[[nodiscard]] Result<std::vector<LearnerEvent>, Refusal> decide(const Learner& learner,
                                                                const LearnerCommand& command, Date today);

[[nodiscard]] Learner evolve(Learner learner, const LearnerEvent& event, Instant at);

}  // namespace safelead::learning
