#pragma once

// Who has which training, and which guides they have read and understood: their own, and for a lead or head
// that of everybody in the organisation.

#include "app/training.h"
#include "guidance/open_text.h"
#include "learning/currency.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

struct OpenShelf;

struct RequirementStanding {
    const learning::Requirement* requirement = nullptr;  ///< On the shelf.
    learning::Currency currency;
};

struct GuideStanding {
    const guidance::OpenText* guide = nullptr;  ///< On the shelf, in the edition that is out now.
    std::optional<Instant> understood;
};

struct PersonsTraining {
    PersonId person;
    std::string name;
    directory::Roles roles;
    std::vector<learning::Achievement> learnt;  ///< The newest first.
    std::vector<RequirementStanding> required;
    std::vector<GuideStanding> guides;
};

struct MyTraining {
    PersonsTraining own;
    std::vector<TrainingView> booked;  ///< Not over yet.
    std::vector<TrainingView> waiting;
    std::vector<TrainingView> to_evaluate;  ///< They were there and have not said how it was.
};
[[nodiscard]] Outcome<MyTraining> my_training(Safelead& safelead, const OpenShelf& shelf, const Actor& actor);

/// Everybody of the actor's organisation, by name.
[[nodiscard]] Outcome<std::vector<PersonsTraining>> training_record(Safelead& safelead,
                                                                    const OpenShelf& shelf,
                                                                    const Actor& actor);

/// Training that somebody of the organisation had elsewhere. Who records it is the actor.
[[nodiscard]] Later<Outcome<Done>> record_training(Safelead& safelead, const OpenShelf& shelf,
                                                   const Actor& actor, const CommandId& command,
                                                   const PersonId& person,
                                                   learning::TrainingRecorded training);

[[nodiscard]] Later<Outcome<Done>> strike_out_training(Safelead& safelead, const Actor& actor,
                                                       const CommandId& command, const PersonId& person,
                                                       int number, std::string why);

/// The actor has read and understood that edition of a guide, which must be the one that is out now.
[[nodiscard]] Later<Outcome<Done>> confirm_guide(Safelead& safelead, const OpenShelf& shelf,
                                                 const Actor& actor, const CommandId& command,
                                                 const std::string& guide, int edition);

/// When the actor confirmed the edition of a guide that is out now.
[[nodiscard]] std::optional<Instant> guide_understood(Safelead& safelead, const Actor& actor,
                                                      const guidance::OpenText& guide);

/// What training asks of somebody today.
struct TrainingToday {
    std::vector<TrainingView> soon;  ///< They have a place, within a week.
    std::vector<TrainingView>
        registers;  ///< Theirs to keep: begun within the last fortnight, not all marked.
    std::vector<const learning::Requirement*> overdue;  ///< Of their own.
    std::vector<const guidance::OpenText*> to_confirm;
    std::size_t people_overdue = 0;                      ///< In the organisation; for lead and head.
    std::vector<const guidance::OpenText*> past_review;  ///< For whoever looks after guides.
    std::vector<const guidance::OpenText*> soon_to_review;
    [[nodiscard]] bool is_empty() const;
};
[[nodiscard]] Outcome<TrainingToday> training_today(Safelead& safelead, const OpenShelf& shelf,
                                                    const Actor& actor);

/// A certificate of attendance as a PDF, for somebody who was present.
[[nodiscard]] Later<Outcome<std::string>> certificate(Safelead& safelead, const OpenShelf& shelf,
                                                      const Actor& actor,
                                                      const learning::SessionReference& reference);

}  // namespace safelead::app
