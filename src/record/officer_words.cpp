#include "record/officer_words.h"

#include "base/folded.h"

#include <algorithm>
#include <array>
#include <string>

namespace safelead::record {
namespace {

// Project rule. Whole words, one space between them. "DI" is left out: it is a first name, too.
constexpr std::array<std::string_view, 17> officer_words{
    "pc",     "p c",       "wpc",         "pcso",      "dc",           "ds",
    "dci",    "sgt",       "sergeant",    "detective", "constable",    "constables",
    "police", "policeman", "policewoman", "policing",  "safer schools"};

/// Small letters, one space between words and on either side. An apostrophe ends a word: "the PC's".
std::string plain(std::string_view text)
{
    std::string out{" "};
    for (const char c : folded(text)) {
        const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
        if (!is_ascii || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    }
    if (out.back() != ' ') out += ' ';
    return out;
}

}  // namespace

bool has_officer_words(std::string_view called)
{
    const auto said = plain(called);
    return std::ranges::any_of(officer_words, [&said](std::string_view word) {
        return said.find(" " + std::string{word} + " ") != std::string::npos;
    });
}

}  // namespace safelead::record
