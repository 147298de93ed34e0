#include "words/xml_words.h"

#include "base/text.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace safelead::words {

namespace {

constexpr std::size_t deepest = 256;

struct Reading {
    XML_Parser parser;
    Vocabulary vocabulary;
    Extracted& into;
    std::vector<Meaning> open;
    bool is_ticked = false;    ///< The last box to tick.
    std::size_t left_out = 0;  ///< How many of those open leave out what is in them.
    std::optional<Refusal> refusal = std::nullopt;

    void stop(Refusal why)
    {
        if (!refusal) refusal = why;
        XML_StopParser(parser, XML_FALSE);
    }
    void stop_if_too_long()
    {
        if (into.text.size() > longest_text) stop(Refusal::too_much);
    }
    void end_line()
    {
        auto& text = into.text;
        if (!text.empty() && text.back() == '\t') text.pop_back();
        if (!text.empty() && text.back() != '\n') text += '\n';
    }
};

bool leaves_out(Meaning meaning)
{
    return meaning == Meaning::picture || meaning == Meaning::other_file || meaning == Meaning::left_out;
}

/// The attribute with that name in any namespace, or "".
std::string_view attribute(const char** attributes, std::string_view name)
{
    for (; *attributes != nullptr; attributes += 2) {
        const std::string_view found{attributes[0]};
        if (found.substr(found.find(':') + 1) == name) return attributes[1];
    }
    return {};
}

std::size_t spaces_of(const char** attributes)
{
    const std::string count{attribute(attributes, "c")};
    return count.empty() ? 1 : std::min<std::size_t>(std::strtoul(count.c_str(), nullptr, 10), 200);
}

/// What forms tick boxes with; of fonts that have signs instead of letters, in their private places.
char32_t symbol_of(const char** attributes)
{
    struct Sign {
        std::string_view font;
        char32_t at;
        char32_t point;
    };
    static constexpr std::array signs{
        Sign{"wingdings", 0xF06F, 0x2610},   Sign{"wingdings", 0xF071, 0x2610},
        Sign{"wingdings", 0xF0A8, 0x2610},   Sign{"wingdings", 0xF0FB, 0x2717},
        Sign{"wingdings", 0xF0FC, 0x2713},   Sign{"wingdings", 0xF0FD, 0x2612},
        Sign{"wingdings", 0xF0FE, 0x2611},   Sign{"wingdings", 0xF078, 0x2612},
        Sign{"wingdings", 0xF0E0, 0x2192},   Sign{"wingdings", 0xF0DF, 0x2190},
        Sign{"wingdings", 0xF04A, 0x263A},   Sign{"wingdings", 0xF04C, 0x2639},
        Sign{"wingdings 2", 0xF02A, 0x2610}, Sign{"wingdings 2", 0xF0A3, 0x2610},
        Sign{"wingdings 2", 0xF050, 0x2713}, Sign{"wingdings 2", 0xF04F, 0x2717},
        Sign{"wingdings 2", 0xF052, 0x2611}, Sign{"wingdings 2", 0xF051, 0x2612},
        Sign{"wingdings 2", 0xF054, 0x2612}, Sign{"symbol", 0xF0B7, 0x2022},
        Sign{"symbol", 0xF0AE, 0x2192},      Sign{"symbol", 0xF0B3, 0x2265},
        Sign{"symbol", 0xF0A3, 0x2264},      Sign{"symbol", 0xF0B0, 0xB0}};
    const auto font = ascii_lower(attribute(attributes, "font"));
    const std::string said{attribute(attributes, "char")};
    auto at = static_cast<char32_t>(std::strtoul(said.c_str(), nullptr, 16));
    const bool has_signs = font.starts_with("wingdings") || font == "symbol" || font == "webdings";
    if (has_signs && at < 0x100) at += 0xF000;
    const auto* found =
        std::ranges::find_if(signs, [&](const Sign& one) { return one.font == font && one.at == at; });
    if (found != signs.end()) return found->point;
    const bool is_letter = at >= 0x20 && (at < 0xD800 || (at > 0xF8FF && at < 0x110000));
    return is_letter ? at : 0x25A1;
}

bool is_yes(std::string_view value)
{
    return value != "0" && value != "false" && value != "off";
}

void begin_element(void* data, const char* name, const char** attributes)
{
    auto& reading = *static_cast<Reading*>(data);
    if (reading.refusal) return;
    if (reading.open.size() >= deepest) return reading.stop(Refusal::too_much);
    const Meaning meaning = reading.vocabulary(name);
    reading.open.push_back(meaning);
    if (reading.left_out == 0) {
        auto& text = reading.into.text;
        if (meaning == Meaning::paragraph && !text.empty() && text.back() != '\t') reading.end_line();
        if (meaning == Meaning::tab) text += '\t';
        if (meaning == Meaning::line_end) text += '\n';
        if (meaning == Meaning::hyphen) text += '-';
        if (meaning == Meaning::symbol) append_utf8(text, symbol_of(attributes));
        if (meaning == Meaning::check_box) reading.is_ticked = false;
        if (meaning == Meaning::ticked) reading.is_ticked = is_yes(attribute(attributes, "val"));
        if (meaning == Meaning::spaces) text.append(spaces_of(attributes), ' ');
    }
    if (meaning == Meaning::picture) ++reading.into.pictures_left_out;
    if (meaning == Meaning::other_file) ++reading.into.files_left_out;
    if (leaves_out(meaning)) ++reading.left_out;
}

void end_element(void* data, const char*)
{
    auto& reading = *static_cast<Reading*>(data);
    if (reading.refusal) return;
    const Meaning meaning = reading.open.back();
    reading.open.pop_back();
    if (leaves_out(meaning)) --reading.left_out;
    if (reading.left_out > 0) return;
    auto& text = reading.into.text;
    const bool in_cell = std::ranges::find(reading.open, Meaning::cell) != reading.open.end();
    if (meaning == Meaning::paragraph) {
        if (in_cell) {
            text += ' ';
        } else {
            text += '\n';
        }
    }
    if (meaning == Meaning::cell) {
        while (!text.empty() && text.back() == ' ') text.pop_back();
        text += '\t';
    }
    if (meaning == Meaning::check_box) append_utf8(text, reading.is_ticked ? 0x2612 : 0x2610);
    if (meaning == Meaning::row) reading.end_line();
    reading.stop_if_too_long();
}

void take_letters(void* data, const char* letters, int length)
{
    auto& reading = *static_cast<Reading*>(data);
    if (reading.refusal || reading.left_out > 0 || reading.open.empty()) return;
    // In OpenDocument, words stand in the paragraph itself or in what is within it.
    const bool is_words = reading.open.back() == Meaning::words || reading.open.back() == Meaning::paragraph;
    if (!is_words) return;
    reading.into.text.append(letters, static_cast<std::size_t>(length));
    reading.stop_if_too_long();
}

void refuse_document_type(void* data, const char*, const char*, const char*, int)
{
    static_cast<Reading*>(data)->stop(Refusal::carries_data);
}

}  // namespace

Result<Done, Refusal> read_xml_words(std::string_view xml, Vocabulary vocabulary, Extracted& into)
{
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate(nullptr), &XML_ParserFree};
    if (!parser) return fail(Refusal::too_much);
    Reading reading{parser.get(), vocabulary, into, {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begin_element, end_element);
    XML_SetCharacterDataHandler(parser.get(), take_letters);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuse_document_type);
    const auto status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
    if (reading.refusal) return fail(*reading.refusal);
    if (status != XML_STATUS_OK) return fail(Refusal::broken);
    return Done{};
}

}  // namespace safelead::words
