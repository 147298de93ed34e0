#pragma once

// Addresses as they are written among words: "https://…", "www.…", "school.example/…", "//host/…", "C:\…" and
// "data:…". Words may stand right before and after one, without white space: in Chinese, in a row of a table,
// in Markdown. So an address begins where it says so and ends where no address goes on, and what is taken out
// is no more than it.

#include "words/spans.h"
#include "words/tokens.h"

#include <optional>
#include <string_view>
#include <vector>

namespace safelead::words {

/// A place in a piece between white space that is an address.
struct Address {
    enum class Kind { web, host, path, data };
    Token at;  ///< As far as it might go; words may follow in it.
    Kind kind;
};

/// The addresses in such a piece, in order, none overlapping another. In time proportional to its length.
[[nodiscard]] std::vector<Address> addresses_in(std::string_view letters, Token token);

/// Adds what must not stay of `address`: data, a link to a picture or film, or one with more in it than an
/// address needs. Says if it is one at all: a host without a scheme is only if it leads to a picture, and may
/// be any letters else.
[[nodiscard]] bool find_in_address(std::string_view letters, const Address& address, Found& found);

/// A picture that is named where Markdown, HTML or CSS name one ("](images/a.png)", "src='a.jpg'",
/// "url(a.png)") or by its path ("/home/sam/a.png", "../a.png"): from `at` of `text`, which is in small
/// letters. A name among words ("she sent IMG_1.jpg") is none.
[[nodiscard]] std::optional<Token> named_picture_at(std::string_view lower, std::size_t at);

/// Whether a piece is what a line of Markdown says that a name stands for: "[1]: images/a.png".
[[nodiscard]] bool is_defined_picture(std::string_view letters, Token token);

/// Where the first ending of a picture's name in `lower` ends, from `from` on, or npos; its dot may be
/// escaped.
[[nodiscard]] std::size_t picture_end(std::string_view lower, std::size_t from);

/// Adds a span for each stretch of letters from `begin` to `end` that are Latin; the others, which can't
/// carry what is looked for here, stay.
void mark_latin(std::string_view letters, std::size_t begin, std::size_t end, Carries carries,
                std::vector<Span>& spans);

}  // namespace safelead::words
