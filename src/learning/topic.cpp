#include "learning/topic.h"

#include <algorithm>
#include <array>

namespace safelead::learning {
namespace {

struct KindLine {
    Kind kind;
    std::string_view name;
    std::string_view words;
};

constexpr std::array kinds{
    KindLine{Kind::induction, "induction", "induction"},
    KindLine{Kind::course, "course", "course"},
    KindLine{Kind::refresher, "refresher", "refresher"},
    KindLine{Kind::light_bite, "light_bite", "light bite"},
    KindLine{Kind::briefing, "briefing", "briefing"},
    KindLine{Kind::e_learning, "e_learning", "e-learning"},
    KindLine{Kind::read_receipt, "read_receipt", "read and understood"},
};

const KindLine& line_of(Kind kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

}  // namespace

std::string_view kind_name(Kind kind)
{
    return line_of(kind).name;
}

std::optional<Kind> kind_from_name(std::string_view name)
{
    const auto found = std::ranges::find(kinds, name, &KindLine::name);
    if (found == kinds.end()) return std::nullopt;
    return found->kind;
}

std::string_view kind_words(Kind kind)
{
    return line_of(kind).words;
}

const Topic* Curriculum::topic(const TopicId& id) const
{
    const auto found = std::ranges::find(topics, id, &Topic::id);
    return found == topics.end() ? nullptr : &*found;
}

Result<Curriculum, CurriculumFault> join(const std::vector<Curriculum>& files)
{
    Curriculum all;
    for (const auto& file : files) {
        for (const auto& topic : file.topics) {
            if (all.topic(topic.id) != nullptr)
                return fail(CurriculumFault{"topics", "the same topic stands there twice"});
            all.topics.push_back(topic);
        }
        for (const auto& one : file.requirements) {
            if (std::ranges::find(all.requirements, one.id, &Requirement::id) != all.requirements.end())
                return fail(CurriculumFault{"requirements", "the same id stands there twice"});
            all.requirements.push_back(one);
        }
        all.guides.insert(all.guides.end(), file.guides.begin(), file.guides.end());
    }
    for (const auto& one : all.requirements)
        for (const auto& topic : one.topics)
            if (all.topic(topic) == nullptr)
                return fail(CurriculumFault{"requirements", "a topic is required that stands in no file"});
    return all;
}

}  // namespace safelead::learning
