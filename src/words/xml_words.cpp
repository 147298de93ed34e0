#include "words/xml_words.h"

#include <expat.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

namespace safelead::words {

namespace {

constexpr std::size_t deepest = 256;

struct Reading {
    XML_Parser parser;
    Vocabulary vocabulary;
    Extracted& into;
    std::vector<Meaning> open;
    std::size_t left_out = 0;  ///< How many of those open leave out what is in them.
    std::optional<Refusal> refusal = std::nullopt;

    void stop(Refusal why)
    {
        if (!refusal) refusal = why;
        XML_StopParser(parser, XML_FALSE);
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

std::size_t spaces_of(const char** attributes)
{
    for (; *attributes != nullptr; attributes += 2)
        if (std::string_view{attributes[0]}.ends_with(":c"))
            return std::min<std::size_t>(std::strtoul(attributes[1], nullptr, 10), 200);
    return 1;
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
    if (meaning == Meaning::row) reading.end_line();
}

void take_letters(void* data, const char* letters, int length)
{
    auto& reading = *static_cast<Reading*>(data);
    if (reading.refusal || reading.left_out > 0 || reading.open.empty()) return;
    // In OpenDocument, words stand in the paragraph itself or in what is within it.
    const bool is_words = reading.open.back() == Meaning::words || reading.open.back() == Meaning::paragraph;
    if (!is_words) return;
    reading.into.text.append(letters, static_cast<std::size_t>(length));
    if (reading.into.text.size() > longest_text) reading.stop(Refusal::too_much);
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
