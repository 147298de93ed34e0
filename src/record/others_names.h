#pragma once

// Finding the names of others in what somebody typed, and putting other words in their place. A person
// decides about each; this only offers, and offers too much rather than too little.

#include "record/child_events.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::record {

/// Somebody else in the case: what stands for them, and every name that they have or had.
struct OtherPerson {
    std::string stands_for;  ///< "Child B".
    std::vector<Identity> identities;
    std::vector<std::string> called;  ///< Of those without a record: what they were called in the case.
};

enum class HowSure {
    spelled_so,     ///< The name, whatever its accents, hyphens and capitals; it may still be a common word.
    nearly_so,      ///< One letter off.
    own_name_also,  ///< It is a name of the child whose record it is, too.
};

struct NameFound {
    std::size_t begin;
    std::size_t size;
    std::string stands_for;  ///< "Child B", or "Child B or Child C" where it may be either.
    HowSure how_sure;
    bool operator==(const NameFound&) const = default;
};

class OthersNames {
public:
    OthersNames(const std::vector<OtherPerson>& others, const std::vector<Identity>& own);

    /// In the order of the text; none reaches into another.
    [[nodiscard]] std::vector<NameFound> in(std::string_view text) const;

private:
    struct Word {
        std::u32string letters;
        std::size_t person;
        bool is_own_also = false;
        bool has_no_spaces = false;  ///< Of a script that is written without them: it is found anywhere.
    };
    struct Match {
        std::size_t end;  ///< Past its last letter, by number.
        std::vector<std::size_t> people;
        HowSure how_sure;
    };

    void add(const Identity& identity, std::size_t person);
    void add(std::u32string word, std::size_t person);
    [[nodiscard]] std::span<const Word> words_from(char32_t letter) const;
    [[nodiscard]] std::string stands_for(const std::vector<std::size_t>& people) const;

    std::vector<std::string> people_;
    std::vector<Word> words_;  ///< By their first letter; whoever was named first stands first.
    friend class NameSearch;
};

/// The text with each of those replaced for which `is_replaced` says so.
[[nodiscard]] std::string with_names_replaced(std::string_view text, const std::vector<NameFound>& found,
                                              const std::function<bool(const NameFound&)>& is_replaced);

}  // namespace safelead::record
