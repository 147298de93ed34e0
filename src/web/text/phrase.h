#pragma once

// Every text that a page shows is a Phrase: a C++ name to use, an id to translate by, and the English words.
// A page's phrases stand together in src/web/text/<page>.h:
//
//     inline constexpr Phrase title{"now.title", "What to do now"};
//
// and a page says them through a Speaker, which knows the reader's language:
//
//     out << "<h1 class=\"govuk-heading-l\">" << say(words::now::title) << "</h1>";
//
// A language that lacks a phrase says it in English, marked as English.

#include "web/html/html.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace safelead::web {

/// In the words, `**strong**`, `[link](/where)` and `{0}`, `{1}`, … for what is filled in.
struct Phrase {
    std::string_view id;
    std::string_view english;
};

struct Translation {
    std::string_view id;
    std::string_view words;
};

enum class Direction { left_to_right, right_to_left };

struct Language {
    std::string_view code;  ///< "en-GB", "ur"
    Direction direction;
    std::span<const Translation> translations;
};

inline constexpr Language english{"en-GB", Direction::left_to_right, {}};

[[nodiscard]] std::string_view dir_of(const Language& language);

/// Says phrases in one language. What is filled in is escaped.
class Speaker {
public:
    explicit Speaker(const Language& language) : language_{&language} {}

    [[nodiscard]] const Language& language() const { return *language_; }

    /// For content. Wrapped in `<span lang="en-GB" dir="ltr">` where it had to fall back to English.
    [[nodiscard]] Html operator()(const Phrase& phrase,
                                  std::initializer_list<std::string_view> filled_in = {}) const;

    /// For a title or an attribute: words only, not yet escaped.
    [[nodiscard]] std::string plain(const Phrase& phrase,
                                    std::initializer_list<std::string_view> filled_in = {}) const;

private:
    const Language* language_;
};

}  // namespace safelead::web
