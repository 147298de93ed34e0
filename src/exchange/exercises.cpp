#include "exchange/exercises.h"

#include "exchange/facts_reader.h"

#include <algorithm>

namespace safelead::exchange {

namespace {

constexpr JsonLimits limits{};

Result<std::string, FieldFault> text_of(const JsonTree& item, std::string_view name, const std::string& path)
{
    const JsonTree* found = item.find(name);
    const std::string field = path + "." + std::string{name};
    if (found == nullptr || found->kind != JsonTree::Kind::text || found->text.empty())
        return fail(FieldFault{item.line, field, "is not there, or has no words"});
    return found->text;
}

}  // namespace

Result<std::vector<guidance::Exercise>, FieldFault> parse_exercises(std::string_view text,
                                                                    const guidance::Vocabulary& vocabulary)
{
    const JsonTree tree = SL_TRY(parse_json(text, limits));
    if (tree.kind != JsonTree::Kind::array) return fail(FieldFault{tree.line, "", "is not a list"});
    auto facts = SL_TRY(parse_facts(text, vocabulary));
    std::vector<guidance::Exercise> exercises;
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
        const std::string path = "[" + std::to_string(i) + "]";
        const JsonTree& item = tree.items[i];
        guidance::Exercise exercise{SL_TRY(text_of(item, "id", path)), SL_TRY(text_of(item, "summary", path)),
                                    SL_TRY(text_of(item, "why", path)), std::move(facts[i])};
        if (std::ranges::find(exercises, exercise.id, &guidance::Exercise::id) != exercises.end())
            return fail(FieldFault{item.line, path + ".id", "is there twice"});
        exercises.push_back(std::move(exercise));
    }
    return exercises;
}

}  // namespace safelead::exchange
