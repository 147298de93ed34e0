#include "app/learning_book.h"

#include <algorithm>

namespace safelead::app {

std::optional<LearningBook::FoldedSession> LearningBook::session(
    const learning::SessionReference& reference) const
{
    const std::shared_lock lock{mutex_};
    const auto stream = references_.find(reference);
    if (stream == references_.end()) return std::nullopt;
    return sessions_.at(stream->second);
}

std::vector<std::shared_ptr<const learning::Session>> LearningBook::sessions() const
{
    std::vector<std::shared_ptr<const learning::Session>> all;
    {
        const std::shared_lock lock{mutex_};
        for (const auto& [stream, folded] : sessions_) all.push_back(folded.it);
    }
    std::ranges::sort(all, [](const auto& a, const auto& b) {
        return std::tie(a->planned.starts, a->planned.reference) <
               std::tie(b->planned.starts, b->planned.reference);
    });
    return all;
}

LearningBook::FoldedLearner LearningBook::learner(const PersonId& person) const
{
    const std::shared_lock lock{mutex_};
    const auto found = learners_.find(stream_of_learner(person));
    if (found != learners_.end()) return found->second;
    return {std::make_shared<const learning::Learner>(), ledger::StreamPosition::start};
}

std::optional<Instant> LearningBook::since(const PersonId& person, const OrganisationId& organisation,
                                           directory::Roles roles) const
{
    const std::shared_lock lock{mutex_};
    return posts_.since(person, organisation, roles);
}

void LearningBook::take(const Entered& entered, Shown)
{
    if (const auto* of_session = std::get_if<std::shared_ptr<const learning::SessionEvent>>(&entered.event))
        return take_session(entered, **of_session);
    if (const auto* of_learner = std::get_if<std::shared_ptr<const learning::LearnerEvent>>(&entered.event))
        return take_learner(entered, **of_learner);
    if (const auto* of_directory = std::get_if<std::shared_ptr<const directory::Event>>(&entered.event))
        posts_.take(**of_directory, entered.at);
}

// Whoever holds what was folded before keeps it: a new one takes its place.

void LearningBook::take_session(const Entered& entered, const learning::SessionEvent& event)
{
    auto& folded = sessions_[entered.stream];
    auto after = learning::evolve(folded.it ? *folded.it : learning::Session{}, event, entered.at);
    if (const auto* planned = std::get_if<learning::SessionPlanned>(&event))
        references_.insert_or_assign(planned->reference, entered.stream);
    folded = {std::make_shared<const learning::Session>(std::move(after)), entered.position};
}

void LearningBook::take_learner(const Entered& entered, const learning::LearnerEvent& event)
{
    auto& folded = learners_[entered.stream];
    auto after = learning::evolve(folded.it ? *folded.it : learning::Learner{}, event, entered.at);
    folded = {std::make_shared<const learning::Learner>(std::move(after)), entered.position};
}

}  // namespace safelead::app
