#pragma once

#include "guidance/condition.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::guidance {

/// Reads one condition, word by word. Used by ConditionReader alone.
class ConditionParser {
public:
    using Part = Result<std::uint16_t, ConditionFault>;

    ConditionParser(ConditionReader& reader, std::string_view text);

    [[nodiscard]] Part incident();
    [[nodiscard]] Part person();

private:
    enum class About : std::uint8_t { incident, person };

    Part whole(About about);
    Part joined(About about);
    Part single(About about);
    Part of_incident();
    Part of_person();

    Part some_no_or_every(std::string_view quantifier);
    Part members(std::string_view quantifier);
    Part any_of_table();
    Part fact(std::string_view name);
    Part result_of(TableKind kind);
    Part named(std::string_view name);
    Part only_role();
    Part setting_or_basis(std::string_view what);
    Part age(AgeOf which);
    Part another_older();

    Result<std::vector<std::string>, ConditionFault> values();
    Result<std::uint16_t, ConditionFault> group(std::string_view name);
    Result<std::int16_t, ConditionFault> number();
    Result<Done, ConditionFault> expect(std::string_view word);

    [[nodiscard]] bool next_is(std::string_view word) const
    {
        return at_ < words_.size() && words_[at_] == word;
    }
    bool take(std::string_view word);
    [[nodiscard]] std::string_view take_any();
    [[nodiscard]] Failed<ConditionFault> wrong(std::string_view what) const;

    std::uint16_t add(Node node);
    std::uint16_t add_named(std::string_view name, std::uint16_t meaning);
    std::uint16_t negate(std::uint16_t part);
    std::uint16_t join(Op op, const std::vector<std::uint16_t>& parts);

    ConditionReader* reader_;
    std::string_view text_;
    std::vector<std::string_view> words_;
    std::size_t at_ = 0;
};

}  // namespace safelead::guidance
