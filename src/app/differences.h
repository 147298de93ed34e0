#pragma once

// What changed from one edition to another, in sentences that a safeguarding lead reads. They are made from
// the two packs alone; where a pack says a change in words of its own (docs/formats/guidance-pack.md), those
// come first and what was made of the rules stands under them.

#include "app/packs.h"
#include "guidance/condition_words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

enum class DifferenceIn : std::uint8_t { own_words, rules, names, questions, steps, terms, texts };
inline constexpr DifferenceIn all_differences_in[] = {
    DifferenceIn::own_words, DifferenceIn::rules, DifferenceIn::names, DifferenceIn::questions,
    DifferenceIn::steps,     DifferenceIn::terms, DifferenceIn::texts};

/// "Rules", "Steps".
[[nodiscard]] std::string_view heading_of(DifferenceIn where);

struct Difference {
    DifferenceIn in;
    std::vector<std::string> about;  ///< Ids: "category.6a", "name.in_scope", "step.parents", "term.C1".
    std::string words;
    std::vector<std::string> more{};  ///< Lines under it.
    std::string source{};             ///< And whether the guidance says it; empty where nothing cites one.
    guidance::Term::Audience audience = guidance::Term::Audience::everyone;
};

/// The two editions, as the sentences speak of them.
struct TwoEditions {
    const guidance::Pack& before;
    const guidance::Pack& after;
    const guidance::PackDraft& draft_before;
    const guidance::PackDraft& draft_after;
    guidance::Names names_before;
    guidance::Names names_after;
    std::string called_before;  ///< "2020"; the edition's id where both are of one year.
    std::string called_after;
};

/// Nothing if there is no such edition.
[[nodiscard]] std::optional<TwoEditions> two_editions(const Packs& packs, std::string_view before,
                                                      std::string_view after);

/// In the order of DifferenceIn. That each edition cites itself is no difference.
[[nodiscard]] std::vector<Difference> differences(const Packs& packs, const TwoEditions& two);

/// Ids that a pack's own words are about, where nothing of that id is different from the edition it
/// supersedes: "ukcis-2020: category.6". An edition whose predecessor is not in the folder is left out.
[[nodiscard]] std::vector<std::string> words_about_nothing(const Packs& packs);

// The parts of `differences`, each in a file of its own.
[[nodiscard]] std::vector<Difference> rule_differences(const TwoEditions& two);
[[nodiscard]] std::vector<Difference> name_differences(const TwoEditions& two);
[[nodiscard]] std::vector<Difference> question_differences(const TwoEditions& two);
[[nodiscard]] std::vector<Difference> step_differences(const TwoEditions& two);
[[nodiscard]] std::vector<Difference> term_differences(const TwoEditions& two);
[[nodiscard]] std::vector<Difference> text_differences(const TwoEditions& two);

}  // namespace safelead::app
