#include "learning/learner.h"

#include "base/text.h"

#include <algorithm>

namespace safelead::learning {
namespace {

using Decided = Result<std::vector<LearnerEvent>, Refusal>;

constexpr std::size_t longest_text = 500;
constexpr int longest_minutes = 60 * 24 * 30;

Decided decide_one(const Learner& learner, const RecordTraining& command, Date today)
{
    auto training = command.training;
    if (training.on > today) return fail(Refusal::date_ahead);
    if (trim(training.provider).empty()) return fail(Refusal::provider_missing);
    if (training.minutes < 0 || training.minutes > longest_minutes) return fail(Refusal::wrong_length);
    for (const auto* text :
         {&training.provider, &training.content_version, &training.result, &training.evidence})
        if (text->size() > longest_text) return fail(Refusal::words_too_long);
    training.number = static_cast<int>(learner.records.size()) + 1;
    return std::vector<LearnerEvent>{std::move(training)};
}

Decided decide_one(const Learner& learner, const StrikeOutTraining& command, Date)
{
    const auto number = command.what.number;
    if (number < 1 || static_cast<std::size_t>(number) > learner.records.size())
        return fail(Refusal::no_such_record);
    if (learner.records[static_cast<std::size_t>(number) - 1].struck_out)
        return fail(Refusal::already_struck_out);
    if (trim(command.what.why).empty()) return fail(Refusal::reason_missing);
    if (command.what.why.size() > longest_text) return fail(Refusal::words_too_long);
    return std::vector<LearnerEvent>{command.what};
}

Decided decide_one(const Learner& learner, const ConfirmGuide& command, Date)
{
    if (learner.understood_at(command.guide.guide, command.guide.edition))
        return fail(Refusal::already_understood);
    return std::vector<LearnerEvent>{command.guide};
}

}  // namespace

std::optional<Instant> Learner::understood_at(std::string_view guide, int edition) const
{
    const auto found = understood.find({std::string{guide}, edition});
    if (found == understood.end()) return std::nullopt;
    return found->second;
}

Decided decide(const Learner& learner, const LearnerCommand& command, Date today)
{
    return std::visit([&](const auto& one) { return decide_one(learner, one, today); }, command);
}

Learner evolve(Learner learner, const LearnerEvent& event, Instant at)
{
    if (const auto* recorded = std::get_if<TrainingRecorded>(&event))
        learner.records.push_back({*recorded, at, std::nullopt});
    if (const auto* struck_out = std::get_if<TrainingStruckOut>(&event)) {
        const auto number = static_cast<std::size_t>(struck_out->number);
        if (number >= 1 && number <= learner.records.size())
            learner.records[number - 1].struck_out = *struck_out;
    }
    if (const auto* understood = std::get_if<GuideUnderstood>(&event))
        learner.understood.try_emplace({understood->guide, understood->edition}, at);
    return learner;
}

}  // namespace safelead::learning
