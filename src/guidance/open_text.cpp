#include "guidance/open_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace safelead::guidance {

namespace {

constexpr std::array<std::pair<std::string_view, Reader>, 5> readers{{
    {"young_person", Reader::young_person},
    {"young_child", Reader::young_child},
    {"parent", Reader::parent},
    {"staff", Reader::staff},
    {"anybody", Reader::anybody},
}};

bool is_held_back(const OpenText& text)
{
    return text.language != "en" && !text.checked;
}

auto place(const OpenText& text)
{
    return std::tuple{std::string_view{text.shelf}, text.number.value_or(std::numeric_limits<int>::max()),
                      std::string_view{text.name}, text.language != "en", std::string_view{text.language}};
}

}  // namespace

std::string plain(const Line& line)
{
    std::string words;
    for (const Run& run : line) words += run.words;
    return words;
}

std::optional<Reader> reader_from_name(std::string_view name)
{
    const auto* found = std::ranges::find(readers, name, &std::pair<std::string_view, Reader>::first);
    if (found == readers.end()) return std::nullopt;
    return found->second;
}

bool is_past_review(const OpenText& text, Date today)
{
    return today > text.review_by;
}

std::string all_words(const OpenText& text)
{
    std::string words = text.title + "\n" + text.summary + "\n";
    for (const Block& block : text.blocks)
        for (const Line& line : block.lines) words += plain(line) + "\n";
    return words;
}

OpenTexts::OpenTexts(std::vector<OpenText> all)
{
    for (auto& text : all) (is_held_back(text) ? held_back_ : all_).push_back(std::move(text));
    for (auto* texts : {&all_, &held_back_})
        std::ranges::sort(*texts, [](const OpenText& a, const OpenText& b) { return place(a) < place(b); });
}

const OpenText* OpenTexts::find(std::string_view shelf, std::string_view name,
                                std::string_view language) const
{
    const auto found = std::ranges::find_if(all_, [&](const OpenText& text) {
        return text.shelf == shelf && text.name == name && text.language == language;
    });
    return found == all_.end() ? nullptr : &*found;
}

std::vector<const OpenText*> OpenTexts::on(std::string_view shelf, std::string_view language) const
{
    std::vector<const OpenText*> found;
    for (const OpenText& text : all_)
        if (text.shelf == shelf && text.language == language) found.push_back(&text);
    return found;
}

std::vector<const OpenText*> OpenTexts::in_all_languages(std::string_view shelf, std::string_view name) const
{
    std::vector<const OpenText*> found;
    for (const OpenText& text : all_)
        if (text.shelf == shelf && text.name == name) found.push_back(&text);
    return found;
}

std::vector<const OpenText*> OpenTexts::with_words(std::string_view shelf, std::string_view asked) const
{
    const std::string wanted = ascii_lower(asked);
    std::vector<const OpenText*> found;
    for (const OpenText* text : on(shelf)) {
        const std::string words = ascii_lower(all_words(*text));
        const auto parts = split(wanted, ' ');
        if (std::ranges::all_of(parts,
                                [&](std::string_view part) { return words.find(part) != std::string::npos; }))
            found.push_back(text);
    }
    return found;
}

}  // namespace safelead::guidance
