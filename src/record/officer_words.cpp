#include "record/officer_words.h"

#include "record/written.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace safelead::record {
namespace {

// Project rule. Whole words, one space between them. "DI" is left out: it is a first name, too; and so is
// "commissioner": most are no police. The National Crime Agency and CEOP in it have powers of police.
constexpr std::array<std::string_view, 26> officer_words{"pc",
                                                         "p c",
                                                         "wpc",
                                                         "pcso",
                                                         "dc",
                                                         "ds",
                                                         "dci",
                                                         "sgt",
                                                         "sergeant",
                                                         "insp",
                                                         "inspector",
                                                         "inspectors",
                                                         "supt",
                                                         "superintendent",
                                                         "detective",
                                                         "constable",
                                                         "constables",
                                                         "police",
                                                         "policeman",
                                                         "policewoman",
                                                         "policing",
                                                         "safer school",
                                                         "safer schools",
                                                         "ceop",
                                                         "nca",
                                                         "national crime agency"};

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
constexpr std::array<std::string_view, 4> no_officers{
    "police and crime commissioner", "police and crime panel", "john constable", "superintendent registrar"};

/// Who inspects schools is no police; "s" ends "His Majesty's".
constexpr std::array<std::string_view, 6> inspected_by{"ofsted",  "isi",  "school",
                                                       "schools", "lead", "majesty s"};
constexpr std::string_view of_schools = " of schools ";

bool is_after(std::span<const std::string_view> words, std::string_view before)
{
    return std::ranges::any_of(
        words, [before](std::string_view word) { return before.ends_with(" " + std::string{word}); });
}

/// Whether what stands before it and after it says that this is no officer.
bool is_somebody_else(std::string_view said, std::size_t at, std::string_view word)
{
    const auto before = said.substr(0, at);
    if (is_after(titles, before)) return true;
    if (word != "inspector" && word != "inspectors") return false;
    return is_after(inspected_by, before) || said.substr(at + 1 + word.size()).starts_with(of_schools);
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
            if (!is_somebody_else(said, at, word)) return true;
        return false;
    });
}

}  // namespace safelead::record
