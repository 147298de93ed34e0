#pragma once

// Any number of people, whoever they are, as far as conditions can tell them apart.
//
// A condition speaks of people only as "somebody is there of whom this is so". So all that matters of any
// number of people is which of these somebodies are there. Each kind of person shows some of them; people of
// several kinds show all that each shows. That is a finite space, and it leaves nobody out.
//
// "Another is so many years older" is the one thing that lies between two people. It is so of a person
// exactly when the eldest of the others' group is that much older; so each age that the eldest may have is
// looked at by itself.

#include "guidance/program.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace safelead::decision {

/// A number for each "somebody of whom this is so".
using Somebody = std::size_t;

struct KindOfPerson {
    guidance::Person person;
    std::uint64_t shows = 0;  ///< A bit for each somebody that such a person is.
};

/// The kinds of people there may be while the eldest has a certain age; no two that show the same, and none
/// that shows nothing.
struct Company {
    std::optional<int> eldest;  ///< Nothing: nobody of the group has an age, or no condition compares ages.
    std::vector<KindOfPerson> kinds;
};

class AnyPeople {
public:
    using IsSo = bool (*)(const guidance::Person&);

    /// `besides`: what is asked of somebody besides the conditions of the program. Nothing where the
    /// conditions compare the ages of two groups, compare within a comparison, or ask more than 64 things.
    [[nodiscard]] static std::optional<AnyPeople> of(const guidance::Program& program,
                                                     std::span<const IsSo> besides);

    [[nodiscard]] std::size_t somebodies() const { return somebodies_; }

    /// Of a condition about a person.
    [[nodiscard]] Somebody somebody(std::uint16_t of_person) const { return by_node_[of_person]; }
    [[nodiscard]] Somebody besides(std::size_t which) const { return besides_[which]; }

    /// Somebody who is the eldest; nothing if no condition compares ages.
    [[nodiscard]] std::optional<Somebody> eldest() const { return eldest_; }

    /// Never empty.
    [[nodiscard]] const std::vector<Company>& companies() const { return companies_; }

private:
    friend class PeopleSurvey;
    AnyPeople() = default;

    std::size_t somebodies_ = 0;
    std::vector<Somebody> by_node_;
    std::vector<Somebody> besides_;
    std::optional<Somebody> eldest_;
    std::vector<Company> companies_;
};

}  // namespace safelead::decision
