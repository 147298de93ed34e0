#pragma once

// Yes-or-no functions of several questions, each with a handful of answers, as reduced ordered decision
// diagrams.
//
// A diagram holds a question exactly when some answer to it makes a difference for some way of answering the
// others. That is what "could still change" means, so ask_next reads it off instead of trying every
// combination.

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace safelead::decision {

class Diagrams {
public:
    /// A function. Equal functions have equal numbers.
    using Function = std::uint32_t;

    static constexpr Function no = 0;
    static constexpr Function yes = 1;
    static constexpr std::size_t most_answers = 128;

    /// How many answers each question has, in the order in which the diagrams ask them.
    /// What is worked out afterwards throws Unavailable when it would take millions of parts.
    explicit Diagrams(std::vector<std::uint8_t> answers);

    /// Yes when `question` is answered by one of `answers`.
    [[nodiscard]] Function answered(std::size_t question, const std::bitset<most_answers>& answers);

    [[nodiscard]] Function both(Function a, Function b);
    [[nodiscard]] Function either(Function a, Function b) { return opposite(both(opposite(a), opposite(b))); }
    [[nodiscard]] Function opposite(Function a);

    /// `function` once `question` has been answered.
    [[nodiscard]] Function once(Function function, std::size_t question, std::uint8_t answer);

    /// Whether `function` is yes for these answers, one for each question.
    [[nodiscard]] bool holds(Function function, std::span<const std::uint8_t> answers) const;

    /// Answers for which `function` is yes, as many as can be those of `rather`; nothing if it never is.
    [[nodiscard]] std::optional<std::vector<std::uint8_t>> a_way(Function function,
                                                                 std::span<const std::uint8_t> rather) const;

    /// Marks the questions that make a difference to any of `functions`.
    void mark_questions(std::span<const Function> functions, std::vector<bool>& questions) const;

private:
    struct Part {
        std::uint32_t question;
        std::uint32_t first;  ///< Where its branches begin.
        Function opposite;    ///< 0: not worked out yet.
        std::uint32_t hash;   ///< Of the question and its branches.
    };

    /// What has been worked out already: `both` of two functions. Key 0 is an empty place.
    struct Known {
        std::uint64_t key;
        Function result;
    };

    [[nodiscard]] Function once(Function function, std::uint32_t question, std::uint8_t answer,
                                std::map<Function, Function>& known);
    [[nodiscard]] Function branch(std::uint32_t question, std::span<const Function> branches);
    void remember(Known known);
    void make_room_for_parts();
    void make_room_for_known();
    [[nodiscard]] const Function* branches(Function function) const
    {
        return &branches_[parts_[function].first];
    }

    std::vector<std::uint8_t> answers_;
    std::vector<Part> parts_;
    std::vector<Function> branches_;
    std::vector<Function> unique_;  ///< By hash, open addressing; 0 is an empty place.
    std::vector<Known> both_;       ///< By key, likewise.
    std::size_t known_ = 0;
};

}  // namespace safelead::decision
