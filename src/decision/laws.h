#pragma once

// What must always be true of an answer, whatever the pack says and whatever the facts are.
//
// The laws stand here in words of our own and not in any pack, so that a pack that breaks one is found out.
// They are numbered as in docs/formats/guidance-pack.md. That the same facts give the same answer byte for
// byte (5) and that a person decides (7) are proved elsewhere.

#include "decision/conclude.h"
#include "guidance/facts.h"
#include "guidance/pack.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::decision {

enum class Law : std::uint8_t {
    risk_never_lowers,        ///< 1. Moving a risk fact towards yes never lowers the route.
    unknown_age_not_alone,    ///< 2. An unknown age, or nobody known: never SCHOOL_MANAGE in scope.
    criterion_not_alone,      ///< 3. A criterion never gives SCHOOL_MANAGE or BEHAVIOUR_POLICY.
    adult_not_behaviour,      ///< 4. Excluded media with an adult never give BEHAVIOUR_POLICY.
    every_line_has_a_source,  ///< 6. What is given names the rule that gave it, and that rule's source.
    overlay_never_lowers,     ///< An overlay never lowers the route of its edition.
};

/// One sentence, as above.
[[nodiscard]] std::string_view to_text(Law law);

/// A law that an answer breaks.
struct BrokenLaw {
    Law law;
    std::string how;  ///< "coercion from no to yes: CONSULT becomes SCHOOL_MANAGE"

    bool operator==(const BrokenLaw&) const = default;
};

/// The laws, made ready to hold one pack to them.
class Laws {
public:
    /// `overlaid`: the same edition with an overlay on it, each.
    explicit Laws(guidance::Pack pack, std::vector<guidance::Pack> overlaid = {});

    /// The facts that count as risk facts: adult_involved, and whatever may be alleged but `unsolicited`.
    [[nodiscard]] const std::vector<std::string>& risk_facts() const { return risk_facts_; }

    /// The first law that is broken for `facts`, whose conclusion is `now`. Law 1 is tried with one risk
    /// fact, number `which` of them.
    [[nodiscard]] std::optional<BrokenLaw> broken_by(const guidance::Facts& facts, const Conclusion& now,
                                                     std::size_t which) const;

    /// As above, with every risk fact.
    [[nodiscard]] std::optional<BrokenLaw> broken_by(const guidance::Facts& facts) const;

private:
    [[nodiscard]] std::optional<BrokenLaw> by_answer(const guidance::Facts& facts,
                                                     const Conclusion& now) const;
    [[nodiscard]] std::optional<BrokenLaw> by_moving(const guidance::Facts& facts,
                                                     const std::string& fact) const;
    [[nodiscard]] bool route_is(const Conclusion& now, std::string_view route) const;
    [[nodiscard]] bool has_its_rules(const Conclusion& now) const;
    [[nodiscard]] int urgency(const Conclusion& now) const;
    [[nodiscard]] const std::string& code(std::uint16_t number) const;

    guidance::Pack pack_;
    std::vector<guidance::Pack> overlaid_;
    std::vector<std::string> risk_facts_;
    std::array<std::uint64_t, guidance::table_count> with_source_{};  ///< By table, a bit for each rule.
};

}  // namespace safelead::decision
