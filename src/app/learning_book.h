#pragma once

// Training: the fold of what the partnership's log says of sessions, of learners, and since when people have
// had their roles.

#include "app/follower.h"
#include "app/workspace.h"
#include "learning/learner.h"
#include "learning/posts.h"
#include "learning/session.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace safelead::app {

class LearningBook final : public Follower {
public:
    using Follower::Follower;

    using FoldedSession = Folded<learning::Session>;
    using FoldedLearner = Folded<learning::Learner>;

    [[nodiscard]] std::optional<FoldedSession> session(const learning::SessionReference& reference) const;

    /// Every session, in the order in which they begin.
    [[nodiscard]] std::vector<std::shared_ptr<const learning::Session>> sessions() const;

    /// Of whom nothing is recorded yet: an empty one.
    [[nodiscard]] FoldedLearner learner(const PersonId& person) const;

    [[nodiscard]] std::optional<Instant> since(const PersonId& person, const OrganisationId& organisation,
                                               directory::Roles roles) const;

private:
    void take(const Entered& entered, Shown shown) override;
    void take_session(const Entered& entered, const learning::SessionEvent& event);
    void take_learner(const Entered& entered, const learning::LearnerEvent& event);

    std::map<ledger::StreamId, FoldedSession> sessions_;
    std::map<learning::SessionReference, ledger::StreamId> references_;
    std::map<ledger::StreamId, FoldedLearner> learners_;
    learning::Posts posts_;
};

}  // namespace safelead::app
