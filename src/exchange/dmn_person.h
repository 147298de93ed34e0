#pragma once

#include "guidance/program.h"

#include <string>
#include <string_view>

namespace safelead::exchange::dmn {

/// Conditions on a person, in the words of the pack and in FEEL.
class PersonConditions {
public:
    explicit PersonConditions(const guidance::Program& program) : program_{program} {}

    /// "subject has (age_at_event under 13)"
    [[nodiscard]] std::string some_words(std::uint16_t node) const;

    /// "some person in people satisfies (…)"
    [[nodiscard]] std::string some_person(std::uint16_t node) const;

private:
    [[nodiscard]] std::string words(std::uint16_t node) const;
    [[nodiscard]] std::string single_words(const guidance::Node& node) const;
    [[nodiscard]] std::string joined_words(std::uint16_t node, std::string_view between) const;
    [[nodiscard]] std::string feel(std::uint16_t node, const std::string& who) const;
    [[nodiscard]] std::string joined_feel(const guidance::Node& node, std::string_view between,
                                          const std::string& who) const;
    [[nodiscard]] std::string another_is_older(const guidance::Node& node, const std::string& who) const;

    const guidance::Program& program_;
};

/// The name of a definition or a group, if the node stands for one; or nothing.
[[nodiscard]] std::string_view name_of(const guidance::Program& program, std::uint16_t node);

/// A text as a FEEL literal.
[[nodiscard]] std::string dmn_text(std::string_view text);

}  // namespace safelead::exchange::dmn
