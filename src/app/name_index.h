#pragma once

#include "record/child.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace safelead::app {

/// Finds children by how their names begin, with or without accents, hyphens and apostrophes; and by names
/// that are nearly what was typed. Children are numbered by whoever keeps them, from 0 without gaps.
///
/// In memory only, and in little of it: all text in one piece, which is wiped where a child is taken out.
class NameIndex {
public:
    NameIndex() = default;
    NameIndex(const NameIndex&) = delete;
    NameIndex& operator=(const NameIndex&) = delete;
    ~NameIndex();

    /// Puts a child in, or in another place when the name was corrected.
    void put(std::uint32_t child, const record::Identity& identity);

    /// Takes a child out and wipes the name.
    void remove(std::uint32_t child);

    /// Whose names have, for every word in `typed`, a word that begins so; in the order of their names.
    /// Nothing typed finds nobody.
    [[nodiscard]] std::vector<std::uint32_t> find(std::string_view typed) const;

    /// Likewise, but a word may also be one that is nearly the one typed: for when `find` finds nobody.
    [[nodiscard]] std::vector<std::uint32_t> find_near(std::string_view typed) const;

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Word {
        Piece piece;
        std::uint32_t child;
    };
    using Children = std::vector<std::uint32_t>;

    [[nodiscard]] std::string_view text(Piece piece) const;
    [[nodiscard]] Piece add_text(std::string_view text);
    [[nodiscard]] Children with_word(std::string_view word) const;
    [[nodiscard]] Children with_word_near(std::string_view word) const;
    template <class With>
    [[nodiscard]] Children with_every_word(std::string_view typed, const With& with_one) const;
    void take_out(std::uint32_t child);
    void settle();

    std::string texts_;
    std::vector<Piece> names_;  ///< By child; empty where there is none.
    std::vector<Word> settled_;
    std::set<std::pair<std::string, std::uint32_t>> recent_;  ///< Not yet among those.
};

/// The words of a text as they are looked for (base/folded.h), without what separates them.
[[nodiscard]] std::vector<std::string> words_of_name(std::string_view text);

/// Every word of a child's names, and each name in one piece: "Anne-Marie" is anne, marie and annemarie.
[[nodiscard]] std::vector<std::string> words_of_name(const record::Identity& identity);

}  // namespace safelead::app
