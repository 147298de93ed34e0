#pragma once

#include <iconv.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::words {

/// Whether there is a letter or digit of any script in `text`.
[[nodiscard]] bool has_words(std::string_view text);

/// The bytes of a text file as UTF-8, unchanged if they are, but without a last letter that was cut in two.
/// Otherwise UTF-16 if it says so, or Windows's Western letters if nothing in it could be another's. Nothing
/// if it is no text: control characters, or letters that cannot be told.
[[nodiscard]] std::optional<std::string> text_of_file(std::string_view bytes);

/// Without control characters but tab and line end; line ends are LF.
[[nodiscard]] std::string without_controls(std::string_view text);

/// The sets of letters that messages are written in. Reads the system's tables when it is made, and nothing
/// after: so it is made before the reader is shut off.
class Charsets {
public:
    Charsets();
    ~Charsets();
    Charsets(const Charsets&) = delete;
    Charsets& operator=(const Charsets&) = delete;

    /// Nothing if the set is not known, or the bytes are not in it; but plain letters (ASCII) are the same in
    /// all.
    [[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset) const;

private:
    std::map<std::string, iconv_t, std::less<>> sets_;
};

}  // namespace safelead::words
