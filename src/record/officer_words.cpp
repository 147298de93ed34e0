#include "record/officer_words.h"

#include "record/written.h"

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
    for (const auto& word : words_of_text(text)) out += word + " ";
    return out;
}

/// What follows is somebody's own name: "Ms Constable", "Mrs P. C. Shah".
constexpr std::array<std::string_view, 7> titles{"mr", "mrs", "ms", "miss", "mx", "dr", "councillor"};

/// Who is no officer, though one is in their name.
constexpr std::array<std::string_view, 3> no_officers{"police and crime commissioner",
                                                      "police and crime panel", "john constable"};

bool is_after_title(std::string_view said, std::size_t at)
{
    return std::ranges::any_of(titles, [before = said.substr(0, at)](std::string_view title) {
        return before.ends_with(" " + std::string{title});
    });
}

std::string without(std::string said, std::string_view words)
{
    const auto whole = " " + std::string{words} + " ";
    for (auto at = said.find(whole); at != std::string::npos; at = said.find(whole))
        said.replace(at, whole.size(), " ");
    return said;
}

}  // namespace

bool has_officer_words(std::string_view called)
{
    auto said = plain(called);
    for (const auto words : no_officers) said = without(std::move(said), words);
    return std::ranges::any_of(officer_words, [&said](std::string_view word) {
        const auto whole = " " + std::string{word} + " ";
        for (auto at = said.find(whole); at != std::string::npos; at = said.find(whole, at + 1))
            if (!is_after_title(said, at)) return true;
        return false;
    });
}

}  // namespace safelead::record
