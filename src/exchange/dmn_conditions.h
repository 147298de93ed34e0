#pragma once

// A condition as lines of a decision table: any of several sets of cells.
//
// 1. What looks at one thing (a fact, the category, whether a criterion was given) is one cell.
// 2. `and` joins cells, `or` adds lines, `not` turns a cell round; every column can take a few values only,
//    so all three are exact.
// 3. A definition is a table of its own that gives true or false, so that a reader meets "wide" as a word.
// 4. What is so of some person is a decision of its own in FEEL; or, in S-FEEL, which has no such words, an
//    input.

#include "exchange/dmn.h"
#include "exchange/dmn_model.h"
#include "exchange/dmn_person.h"
#include "guidance/pack.h"

#include <string>

namespace safelead::exchange::dmn {

class Conditions {
public:
    /// Adds to `model` what the conditions need.
    Conditions(const guidance::Pack& pack, DmnForm form, Model& model);

    /// The lines on which the condition holds.
    [[nodiscard]] AnyOf lines_of(std::uint16_t node) { return lines(node, Sense::holds); }

    /// The lines on which the table gave the code.
    [[nodiscard]] AnyOf lines_of_code(guidance::TableKind kind, std::string_view code);

    /// Conditions read after this look at the result of the table under this name.
    void add_result(guidance::TableKind kind, const std::string& name);

    /// True on these lines, false otherwise.
    void add_yes_or_no(const std::string& name, const std::string& label, const AnyOf& holds);

    /// Cells for one column; adds the column if it is not there.
    [[nodiscard]] Cells cell(Column column, std::uint32_t values);

private:
    enum class Sense : std::uint8_t { holds, fails };

    [[nodiscard]] AnyOf lines(std::uint16_t node, Sense sense);
    [[nodiscard]] AnyOf all_of(const guidance::Node& node, Sense sense);
    [[nodiscard]] AnyOf any_of(const guidance::Node& node, Sense sense);
    [[nodiscard]] AnyOf boolean(const std::string& name, const std::string& label, Sense sense);
    [[nodiscard]] AnyOf fact(const guidance::Node& node, Sense sense);
    [[nodiscard]] AnyOf code(std::uint16_t code, Sense sense);
    [[nodiscard]] AnyOf code_of(guidance::TableKind kind, std::uint16_t code, Sense sense);
    [[nodiscard]] AnyOf table(guidance::TableKind kind, Sense sense);
    [[nodiscard]] AnyOf listed(guidance::TableKind kind, const std::string& name, const std::string& label,
                               const std::string& expression, const AnyOf& when, Sense sense);
    [[nodiscard]] AnyOf person(std::uint16_t node, Sense sense);
    [[nodiscard]] AnyOf definition(std::string_view name, std::uint16_t meaning, Sense sense);
    [[nodiscard]] AnyOf rules_giving(guidance::TableKind kind, std::uint16_t code);
    [[nodiscard]] bool has_decision(std::string_view name) const;
    [[nodiscard]] std::string unused_name(std::string name) const;

    const guidance::Pack& pack_;
    const guidance::Program& program_;
    PersonConditions people_;
    DmnForm form_;
    Model& model_;
    std::map<guidance::TableKind, std::string> results_;
    std::map<std::string, std::string> names_of_people_;  ///< By FEEL expression.
};

/// Lines that hold on either, with those left out that another makes needless.
[[nodiscard]] AnyOf either(AnyOf a, const AnyOf& b);

/// Lines that hold on both.
[[nodiscard]] AnyOf both(const AnyOf& a, const AnyOf& b);

}  // namespace safelead::exchange::dmn
