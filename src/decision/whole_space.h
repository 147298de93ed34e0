#pragma once

// Every set of facts there can be, with any number of people, at once.
//
// The rules of a pack are walked over as diagrams: over every answer to every fact, and over every company of
// people (decision/any_people.h). What is nowhere here can never be.

#include "decision/any_people.h"
#include "decision/diagrams.h"
#include "decision/table_walk.h"
#include "guidance/pack.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::decision {

class WholeSpace {
public:
    using Truth = Diagrams::Function;

    /// `people` are those of the pack's program. Throws Unavailable when the rules are too entangled.
    WholeSpace(const guidance::Pack& pack, AnyPeople people);

    /// When a rule speaks. Of people who cannot be as well; `example` leaves those out.
    [[nodiscard]] Truth speaks_rule(guidance::TableKind table, std::size_t rule) const;

    /// When anything of the table is given.
    [[nodiscard]] Truth speaks(guidance::TableKind table) const;

    /// When the code is given; never, if no rule gives it.
    [[nodiscard]] Truth given(std::string_view code) const;

    /// When the route is at least so urgent: once overlays have raised it, or before.
    [[nodiscard]] Truth at_least(int severity);
    [[nodiscard]] Truth at_least_without_overlays(int severity);

    /// When the fact has one of these values; never, if the pack does not have the fact.
    [[nodiscard]] Truth is_one_of(std::string_view fact, std::span<const std::string_view> values);

    /// When somebody is there of whom `besides` number `which` of the people is so.
    [[nodiscard]] Truth somebody_besides(std::size_t which);

    /// `truth` once the fact has the value; the fact is one of the pack's and no free word.
    [[nodiscard]] Truth once(Truth truth, std::string_view fact, std::string_view value);

    /// Facts of which `truth` holds, unknown where it makes no difference; nothing if there are none.
    [[nodiscard]] std::optional<guidance::Facts> example(Truth truth);

    /// Exactly these answers, and people of whom the same is so as of these.
    [[nodiscard]] Truth like(const guidance::Facts& facts);

    /// Whether `truth` holds of these facts.
    [[nodiscard]] bool holds(Truth truth, const guidance::Facts& facts) const;

    // For the walk.
    static Truth yes() { return Diagrams::yes; }
    static Truth no() { return Diagrams::no; }
    static bool is_yes(Truth a) { return a == Diagrams::yes; }
    static bool is_no(Truth a) { return a == Diagrams::no; }
    Truth both(Truth a, Truth b) { return diagrams_.both(a, b); }
    Truth either(Truth a, Truth b) { return diagrams_.either(a, b); }
    Truth opposite(Truth a) { return diagrams_.opposite(a); }
    [[nodiscard]] Truth fact_in(std::uint16_t fact, std::uint32_t mask);
    [[nodiscard]] Truth somebody(std::uint16_t of_person);
    [[nodiscard]] Truth given(std::uint16_t code) const { return given_[code]; }
    [[nodiscard]] Truth speaks(std::uint16_t table) const { return speaks_[table]; }
    void speak(std::uint16_t table, Truth when) { speaks_[table] = either(speaks_[table], when); }

private:
    [[nodiscard]] static std::vector<std::uint8_t> answers_of(const guidance::Program& program,
                                                              const AnyPeople& people);
    void walk_tables();
    void find_what_can_be();
    [[nodiscard]] Truth can_be(const Company& company);
    [[nodiscard]] Truth is_there(Somebody somebody);
    [[nodiscard]] std::size_t question_of(Somebody somebody) const { return 1 + somebody; }
    [[nodiscard]] const guidance::RunnableFact* find(std::string_view fact) const;
    [[nodiscard]] Truth at_least(const WhenGiven& routes, int severity);
    [[nodiscard]] std::vector<std::uint8_t> unknown() const;
    [[nodiscard]] std::vector<std::uint8_t> answers_for(const guidance::Facts& facts) const;

    guidance::Pack pack_;
    const guidance::Program& program_;
    AnyPeople people_;
    Diagrams diagrams_;
    std::array<std::optional<std::size_t>, guidance::most_facts> question_of_fact_{};
    std::vector<Truth> given_;
    std::array<Truth, guidance::table_count> speaks_{};
    std::array<std::vector<Truth>, guidance::table_count> when_;
    WhenGiven plain_routes_;
    WhenGiven routes_;
    Truth can_be_ = Diagrams::no;
};

}  // namespace safelead::decision
