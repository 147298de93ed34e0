#pragma once

// What is still open about one incident, as questions with numbered answers; and the logic in which a
// condition is walked over all of them at once (decision/walk.h).

#include "decision/conclude.h"
#include "decision/diagrams.h"
#include "guidance/facts.h"
#include "guidance/pack.h"
#include "guidance/program.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace safelead::decision {

/// One open question. A fact: its answers are the values it may take, "unknown" among them while it is
/// unknown. A person's age: answer 0 leaves it as it is, answer n + 1 is a known age of n years.
struct OpenQuestion {
    std::string fact;  ///< "coercion", or "subject_age" or "person_age".
    std::uint8_t answers;
};

class OpenQuestions {
public:
    using Truth = Diagrams::Function;

    /// Open is what is unknown, what the pack calls unresolved, and every age that is missing or not known.
    /// Where nobody is in the image yet, somebody may still be found to be: their age is open too.
    OpenQuestions(const guidance::Pack& pack, const guidance::Facts& facts, const Conclusion& now);

    [[nodiscard]] const std::vector<OpenQuestion>& questions() const { return questions_; }
    [[nodiscard]] Diagrams& diagrams() { return *diagrams_; }

    /// What the tables walked so far give, for conditions that ask for it.
    void give(std::uint16_t code, Truth when);
    void speak(std::uint16_t table, Truth when);
    [[nodiscard]] Truth given(std::uint16_t code) const { return given_[code]; }
    [[nodiscard]] Truth speaks(std::uint16_t table) const { return speaks_[table]; }

    static Truth yes() { return Diagrams::yes; }
    static Truth no() { return Diagrams::no; }
    static bool is_yes(Truth a) { return a == Diagrams::yes; }
    static bool is_no(Truth a) { return a == Diagrams::no; }
    Truth both(Truth a, Truth b) { return diagrams_->both(a, b); }
    Truth either(Truth a, Truth b) { return diagrams_->either(a, b); }
    Truth opposite(Truth a) { return diagrams_->opposite(a); }

    [[nodiscard]] Truth fact_in(std::uint16_t fact, std::uint32_t mask);
    [[nodiscard]] std::size_t people() const { return people_.size(); }
    [[nodiscard]] Truth is_there(std::size_t who);
    [[nodiscard]] Truth has_role(std::size_t who, std::uint32_t mask) const;
    [[nodiscard]] Truth only_roles(std::size_t who, std::uint32_t mask) const;
    [[nodiscard]] Truth setting_in(std::size_t who, std::uint32_t mask) const;
    [[nodiscard]] Truth basis_in(std::size_t who, std::uint32_t mask);
    [[nodiscard]] Truth age_missing(std::size_t who, guidance::AgeOf which);
    [[nodiscard]] Truth age_under(std::size_t who, guidance::AgeOf which, int limit);
    [[nodiscard]] Truth age_known(std::size_t who, guidance::AgeOf which);
    [[nodiscard]] Truth is_older(std::size_t who, std::size_t than, int years);

private:
    enum class Presence : std::uint8_t { there, may_be_found };

    struct Somebody {
        guidance::Person person;
        Presence presence;
        std::optional<std::size_t> question;  ///< Of their age.
    };

    void open_facts(const guidance::Program& program, const Conclusion& now);
    void open_ages(const guidance::Facts& facts);
    /// A question about an age, or the last one of its kind when there are many.
    [[nodiscard]] std::size_t open_age(std::string fact);
    [[nodiscard]] static bool is_age_open(const guidance::Person& person);

    /// Yes for the answers to the age question of `who` for which `holds(age, basis)`; now, if it is not
    /// open.
    template <class Holds>
    [[nodiscard]] Truth of_age(std::size_t who, Holds holds);

    int oldest_;
    FactValues values_;
    std::array<std::optional<std::size_t>, guidance::most_facts> question_of_fact_{};
    std::vector<OpenQuestion> questions_;
    std::vector<Somebody> people_;
    std::vector<Truth> given_;
    std::array<Truth, guidance::table_count> speaks_{};
    std::optional<Diagrams> diagrams_;
};

}  // namespace safelead::decision
