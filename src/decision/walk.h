#pragma once

// One walk over a condition, in whatever logic it is asked for: plain truth about one set of facts
// (conclude.cpp), or diagrams over every way in which the unknowns may be answered (ask_next.cpp). Written
// once, so that the two cannot come to disagree about what a condition means.

#include "base/bug.h"
#include "guidance/program.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace safelead::decision {

/// A logic that knows what is so of people only as "somebody is there of whom this is so".
template <class Logic>
concept KnowsOnlySomebody = requires(Logic logic, std::uint16_t of_person) { logic.somebody(of_person); };

/// `Logic` gives a type Truth with yes, no, both, either, opposite, is_yes and is_no; and the truth of each
/// simple condition: fact_in, given, speaks, is_there, has_role, only_roles, setting_in, basis_in, age_under,
/// age_missing, age_known, is_older. One that knows only somebody gives somebody in place of all that is of
/// one person.
template <class Logic>
class Walk {
public:
    using Truth = typename Logic::Truth;

    Walk(const std::vector<guidance::Node>& nodes, Logic& logic) : nodes_{nodes}, logic_{logic} {}

    [[nodiscard]] Truth incident(std::uint16_t node) { return holds(node, nobody); }

    /// Of a condition about a person: number `who` of the logic's people.
    [[nodiscard]] Truth person(std::uint16_t node, std::size_t who) { return holds(node, who); }

private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    Truth holds(std::uint16_t at, std::size_t who)
    {
        using guidance::Op;
        const guidance::Node& node = nodes_[at];
        switch (node.op) {
            case Op::always:
                return logic_.yes();
            case Op::all_of:
                return all_of(node, who);
            case Op::any_of:
                return any_of(node, who);
            case Op::none_of:
                return logic_.opposite(holds(node.first, who));
            case Op::fact_in:
                return logic_.fact_in(node.subject, node.mask);
            case Op::code_given:
                return logic_.given(node.subject);
            case Op::table_speaks:
                return logic_.speaks(node.subject);
            case Op::some_person:
                if constexpr (KnowsOnlySomebody<Logic>) {
                    return logic_.somebody(node.first);
                } else {
                    return some_person(node);
                }
            default:
                if constexpr (KnowsOnlySomebody<Logic>) {
                    throw_bug("a condition about a person stands where nobody is meant");
                } else {
                    return of_person(node, who);
                }
        }
    }

    Truth of_person(const guidance::Node& node, std::size_t who)
    {
        using guidance::Op;
        switch (node.op) {
            case Op::has_role:
                return logic_.has_role(who, node.mask);
            case Op::only_roles:
                return logic_.only_roles(who, node.mask);
            case Op::setting_in:
                return logic_.setting_in(who, node.mask);
            case Op::basis_in:
                return logic_.basis_in(who, node.mask);
            case Op::age_under:
                return logic_.age_under(who, node.age, node.number);
            case Op::age_or_over:
                return logic_.both(logic_.opposite(logic_.age_missing(who, node.age)),
                                   logic_.opposite(logic_.age_under(who, node.age, node.number)));
            case Op::age_missing:
                return logic_.age_missing(who, node.age);
            case Op::age_known:
                return logic_.age_known(who, node.age);
            case Op::another_is_older:
                return another_is_older(node, who);
            default:
                break;
        }
        throw_bug("a condition has an operation that nobody knows");
    }

    Truth all_of(const guidance::Node& node, std::size_t who)
    {
        Truth truth = logic_.yes();
        for (std::uint16_t part = node.first; part != 0 && !logic_.is_no(truth); part = nodes_[part].next)
            truth = logic_.both(truth, holds(part, who));
        return truth;
    }

    Truth any_of(const guidance::Node& node, std::size_t who)
    {
        Truth truth = logic_.no();
        for (std::uint16_t part = node.first; part != 0 && !logic_.is_yes(truth); part = nodes_[part].next)
            truth = logic_.either(truth, holds(part, who));
        return truth;
    }

    Truth some_person(const guidance::Node& node)
    {
        Truth truth = logic_.no();
        for (std::size_t who = 0; who < logic_.people() && !logic_.is_yes(truth); ++who)
            truth = logic_.either(truth, logic_.both(logic_.is_there(who), holds(node.first, who)));
        return truth;
    }

    Truth another_is_older(const guidance::Node& node, std::size_t who)
    {
        Truth truth = logic_.no();
        for (std::size_t other = 0; other < logic_.people() && !logic_.is_yes(truth); ++other) {
            if (other == who) continue;
            const Truth in_group = logic_.both(logic_.is_there(other), holds(node.first, other));
            if (logic_.is_no(in_group)) continue;
            truth = logic_.either(truth, logic_.both(in_group, logic_.is_older(other, who, node.number)));
        }
        return truth;
    }

    const std::vector<guidance::Node>& nodes_;
    Logic& logic_;
};

}  // namespace safelead::decision
