#include "guidance/condition.h"

#include "base/bug.h"
#include "guidance/condition_parser.h"

#include <limits>

namespace safelead::guidance {

ConditionReader::ConditionReader(const Vocabulary& vocabulary) : vocabulary_{&vocabulary}
{
    nodes_.push_back(Node{.op = Op::always});  // Node 0, so that 0 can mean "no part".
}

Result<Done, ConditionFault> ConditionReader::declare_group(std::string_view name, std::string_view is)
{
    if (name == "person" || parse_role(name))
        return fail(ConditionFault{"a group may not have the name of a role"});
    if (groups_.contains(name)) return fail(ConditionFault{"this group is declared twice"});
    ConditionParser parser{*this, is};
    const auto root = SL_TRY(parser.person());
    groups_.emplace(name, root);
    return Done{};
}

Result<Done, ConditionFault> ConditionReader::declare_definition(std::string_view name,
                                                                 std::string_view means)
{
    if (vocabulary_->find(name) != nullptr)
        return fail(ConditionFault{"a definition may not have the name of a fact"});
    if (!definitions_.emplace(name, means).second)
        return fail(ConditionFault{"this definition is declared twice"});
    return Done{};
}

void ConditionReader::declare_table(TableKind kind, std::span<const Code> codes)
{
    auto& own = tables_[kind];
    for (const Code& code : codes) {
        std::string text{code.text()};
        own.push_back(text);
        if (known_codes_.contains(text)) continue;
        known_codes_.emplace(text, static_cast<std::uint16_t>(codes_.size()));
        codes_.push_back(std::move(text));
    }
}

std::uint16_t ConditionReader::number_of(std::string_view code) const
{
    const auto found = known_codes_.find(code);
    if (found == known_codes_.end()) throw_bug("a code was used before its table was declared");
    return found->second;
}

Result<std::uint16_t, ConditionFault> ConditionReader::read(std::string_view condition)
{
    constexpr int deepest = 8;
    if (depth_ >= deepest) return fail(ConditionFault{"the definitions go round in a circle, or too deep"});
    ++depth_;
    ConditionParser parser{*this, condition};
    auto root = parser.incident();
    --depth_;
    return root;
}

}  // namespace safelead::guidance
