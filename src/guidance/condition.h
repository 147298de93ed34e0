#pragma once

// The small language that the rules of a pack are written in.
//
//     sexual_acts is yes and some subject has (age_at_event under 13)
//     origin is one of ai_generated, covert
//     any criterion or X1 or wide
//
// About the incident: `<fact> is <value>`, `is not`, `is one of <value>, <value>`; `some <group>`, `no
// <group>`, `every <group>`, each with or without `has (<what is so of the person>)`; `category is <code>`,
// `route is …`; a code or a definition by its name; `any criterion` (safety_rule, indicator, unresolved);
// `always`. About a person: a role or a group by its name; `only <role>`; `setting is …`; `age_basis is …`;
// `age_at_event` or `age` followed by `under N`, `N or over`, `missing`, `not known` (missing, or not by a
// known basis), `known`; `another <group> is N or more years older`. Joined by `and`, `or`, `not` and
// brackets; `and` beside `or` needs brackets, so that nobody has to guess.
//
// A fact that is "alleged" is yes. A condition is met or not met; what is unknown never meets "is yes" or "is
// no".

#include "base/result.h"
#include "guidance/facts.h"
#include "guidance/pack.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::guidance {

enum class Op : std::uint8_t {
    // Of the incident and of a person.
    always,
    all_of,
    any_of,
    none_of,
    // Of the incident.
    fact_in,       ///< `subject` is a fact, `mask` the values that meet it.
    code_given,    ///< `subject` is a code.
    table_speaks,  ///< `subject` is a table.
    some_person,   ///< `first` is the condition of the person.
    // Of a person.
    has_role,     ///< `mask`: one of these.
    only_roles,   ///< `mask`: none but these.
    setting_in,   ///< `mask`
    basis_in,     ///< `mask`
    age_under,    ///< `number`
    age_or_over,  ///< `number`
    age_missing,
    age_known,         ///< Given, and on a known basis.
    another_is_older,  ///< By `number` years or more; `first` is the condition of the other.
};

enum class AgeOf : std::uint8_t { event, now };

/// One node of a compiled condition. `first` and `next` link it to its parts.
struct Node {
    Op op;
    AgeOf age = AgeOf::event;
    std::uint16_t subject = 0;
    std::int16_t number = 0;
    std::uint16_t first = 0;  ///< The first part, if the operation has parts.
    std::uint16_t next = 0;   ///< The part beside this one; 0 ends the list (node 0 is never a part).
    std::uint32_t mask = 0;
};

/// A node that stands for a definition or a group, so that rules can be shown in the words of the pack.
struct NodeName {
    std::uint16_t node;
    std::string name;
};

/// What is wrong with a condition, in a few words that quote the place.
struct ConditionFault {
    std::string problem;
};

/// Turns conditions into nodes, knowing the words of one pack as far as they have been declared.
class ConditionReader {
public:
    explicit ConditionReader(const Vocabulary& vocabulary);

    /// `group` may be used in conditions read after this.
    [[nodiscard]] Result<Done, ConditionFault> declare_group(std::string_view name, std::string_view is);
    [[nodiscard]] Result<Done, ConditionFault> declare_definition(std::string_view name,
                                                                  std::string_view means);

    /// The codes of a table; conditions read after this may ask for them.
    void declare_table(TableKind kind, std::span<const Code> codes);

    /// The number of a code, over all tables.
    [[nodiscard]] std::uint16_t number_of(std::string_view code) const;
    [[nodiscard]] const std::vector<std::string>& codes() const { return codes_; }

    /// The node that stands for the condition.
    [[nodiscard]] Result<std::uint16_t, ConditionFault> read(std::string_view condition);

    [[nodiscard]] std::vector<Node> take_nodes() && { return std::move(nodes_); }
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] std::vector<NodeName> take_names() && { return std::move(names_); }

private:
    friend class ConditionParser;

    const Vocabulary* vocabulary_;
    std::vector<Node> nodes_;
    std::vector<NodeName> names_;
    std::vector<std::string> codes_;
    std::map<std::string, std::uint16_t, std::less<>> known_codes_;
    std::map<TableKind, std::vector<std::string>> tables_;
    std::map<std::string, std::uint16_t, std::less<>> groups_;
    std::map<std::string, std::string, std::less<>> definitions_;
    int depth_ = 0;
};

}  // namespace safelead::guidance
