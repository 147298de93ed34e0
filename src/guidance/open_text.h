#pragma once

// What readers without an account are given to read, as data (docs/formats/open-texts.md): pages for young
// people and parents, guides, campaign pieces.
//
// 1. Its links lead to our pages, to a website, or to a telephone that stands in the directory.
// 2. A text in another language than English that nobody has checked is held back: nothing here gives it out.

#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::guidance {

/// Some words of a line that are shown alike.
struct Run {
    enum class Kind : std::uint8_t {
        words,
        strong,
        link,         ///< To `target`.
        past_number,  ///< A number of the past: crossed out, nothing to tap.
    };
    Kind kind = Kind::words;
    std::string words;
    std::string target = {};  ///< "/parents", "https://…", "tel:+448001111".

    bool operator==(const Run&) const = default;
};

using Line = std::vector<Run>;

/// The words of a line with nothing around them.
[[nodiscard]] std::string plain(const Line& line);

struct Block {
    enum class Kind : std::uint8_t {
        heading,
        subheading,
        paragraph,
        bullets,
        steps,
        danger,
        who_to_ring,
        ring
    };
    Kind kind = Kind::paragraph;
    std::vector<Line> lines = {};  ///< One, but for bullets and steps.
    std::string contact = {};      ///< Whom `ring` stands for.

    bool operator==(const Block&) const = default;
};

struct TextSource {
    std::string tag;
    std::string where;

    bool operator==(const TextSource&) const = default;
};

enum class Reader : std::uint8_t { young_person, young_child, parent, staff, anybody };

[[nodiscard]] std::optional<Reader> reader_from_name(std::string_view name);

/// A person of the partnership read the words and stands for them.
struct WordsChecked {
    std::string by;
    Date on;

    bool operator==(const WordsChecked&) const = default;
};

enum class WritingDirection : std::uint8_t { left_to_right, right_to_left };

struct OpenText {
    std::string shelf;     ///< "young-people", "guides"
    std::string name;      ///< "remove-an-image", "155-when-an-image-is-shared"
    std::string language;  ///< "en"
    std::string area;      ///< "england", "leeds"
    WritingDirection direction = WritingDirection::left_to_right;
    std::string title;
    std::string summary;
    Reader reader = Reader::anybody;
    std::optional<int> number;
    int edition = 1;
    Date published;
    Date review_by;
    std::string licence;
    std::vector<std::string> authors;
    std::vector<TextSource> sources;
    std::optional<WordsChecked> checked;
    std::vector<Block> blocks;
    std::string sign_video =
        {};  ///< Where the text is signed in British Sign Language: "https://…", or nowhere.

    bool operator==(const OpenText&) const = default;
};

[[nodiscard]] bool is_past_review(const OpenText& text, Date today);

/// All words of it, in reading order, for searching and counting.
[[nodiscard]] std::string all_words(const OpenText& text);

/// Every text that may be read.
class OpenTexts {
public:
    OpenTexts() = default;
    explicit OpenTexts(std::vector<OpenText> all);

    /// Nothing if there is none, or if it is held back.
    [[nodiscard]] const OpenText* find(std::string_view shelf, std::string_view name,
                                       std::string_view language = "en") const;

    /// What stands on a shelf in a language: by number, then by name.
    [[nodiscard]] std::vector<const OpenText*> on(std::string_view shelf,
                                                  std::string_view language = "en") const;

    /// The languages in which somebody may read this one, English first.
    [[nodiscard]] std::vector<const OpenText*> in_all_languages(std::string_view shelf,
                                                                std::string_view name) const;

    /// Those of a shelf in which all of the words asked for occur, whatever their case.
    [[nodiscard]] std::vector<const OpenText*> with_words(std::string_view shelf,
                                                          std::string_view asked) const;

    [[nodiscard]] const std::vector<OpenText>& all() const { return all_; }
    /// Written but not checked: for whoever may check them.
    [[nodiscard]] const std::vector<OpenText>& held_back() const { return held_back_; }

private:
    std::vector<OpenText> all_;
    std::vector<OpenText> held_back_;
};

}  // namespace safelead::guidance
