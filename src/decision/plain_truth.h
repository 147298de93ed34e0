#pragma once

#include "decision/conclude.h"
#include "guidance/condition.h"

#include <optional>
#include <vector>

namespace safelead::decision {

/// Truth about one set of facts. The rules walked over (decision/walk.h) must not outlive what it is made of.
class PlainTruth {
public:
    using Truth = bool;

    PlainTruth(const FactValues& values, const std::vector<guidance::Person>& everybody,
               const Conclusion& so_far)
        : values_{values}, people_{everybody}, so_far_{so_far}
    {
    }

    static bool yes() { return true; }
    static bool no() { return false; }
    static bool both(bool a, bool b) { return a && b; }
    static bool either(bool a, bool b) { return a || b; }
    static bool opposite(bool a) { return !a; }
    static bool is_yes(bool a) { return a; }
    static bool is_no(bool a) { return !a; }

    [[nodiscard]] bool fact_in(std::uint16_t fact, std::uint32_t mask) const
    {
        return is_in(mask, values_[fact]);
    }
    [[nodiscard]] bool given(std::uint16_t code) const { return so_far_.given[code]; }
    [[nodiscard]] bool speaks(std::uint16_t table) const { return so_far_.spoke[table] != 0; }

    [[nodiscard]] std::size_t people() const { return people_.size(); }
    static bool is_there(std::size_t) { return true; }
    [[nodiscard]] bool has_role(std::size_t who, std::uint32_t mask) const
    {
        return (people_[who].roles.bits() & mask) != 0;
    }
    [[nodiscard]] bool only_roles(std::size_t who, std::uint32_t mask) const
    {
        return (people_[who].roles.bits() & ~mask) == 0;
    }
    [[nodiscard]] bool setting_in(std::size_t who, std::uint32_t mask) const
    {
        return is_in(mask, people_[who].setting);
    }
    [[nodiscard]] bool basis_in(std::size_t who, std::uint32_t mask) const
    {
        return is_in(mask, people_[who].age_basis);
    }
    [[nodiscard]] bool age_missing(std::size_t who, guidance::AgeOf which) const { return !age(who, which); }
    [[nodiscard]] bool age_under(std::size_t who, guidance::AgeOf which, int limit) const
    {
        const auto& years = age(who, which);
        return years && *years < limit;
    }
    [[nodiscard]] bool age_known(std::size_t who, guidance::AgeOf which) const
    {
        return age(who, which) && people_[who].age_basis == guidance::AgeBasis::known;
    }
    [[nodiscard]] bool is_older(std::size_t who, std::size_t than, int years) const
    {
        const auto& older = age(who, guidance::AgeOf::event);
        const auto& younger = age(than, guidance::AgeOf::event);
        return older && younger && *older >= *younger + years;
    }

private:
    template <class Value>
    [[nodiscard]] static bool is_in(std::uint32_t mask, Value value)
    {
        return ((mask >> static_cast<unsigned>(value)) & 1U) != 0;
    }
    [[nodiscard]] const std::optional<int>& age(std::size_t who, guidance::AgeOf which) const
    {
        return which == guidance::AgeOf::event ? people_[who].age_at_event : people_[who].age;
    }

    const FactValues& values_;
    const std::vector<guidance::Person>& people_;
    const Conclusion& so_far_;
};

}  // namespace safelead::decision
