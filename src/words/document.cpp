#include "words/document.h"

#include "base/text.h"
#include "base/wipe.h"
#include "words/letters.h"
#include "words/reader.h"
#include "words/typed.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>

namespace safelead::words {

namespace {

bool has_words(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// What a text of any kind must still pass.
Result<Document, Refusal> through_gate(Document document)
{
    if (!has_words(document.text)) return fail(Refusal::no_words);
    auto typed = take_out_data(document.text);
    if (typed.data_taken_out > 0) return fail(Refusal::carries_data);
    document.links_taken_out = typed.links_taken_out;
    if (!typed.is_as_typed()) document.text = std::move(typed.text);
    return document;
}

Result<Document, Refusal> read_text(std::string_view bytes, Kind kind)
{
    auto text = text_of_file(bytes);
    if (!text) return fail(Refusal::not_letters);
    return through_gate({kind, std::move(*text)});
}

/// How many lines of the list are pictures: "   1     0 image       8 …", or a stencil. Masks belong to one.
std::size_t count_pictures(std::string_view list)
{
    std::size_t pictures = 0;
    while (!list.empty()) {
        const auto line = list.substr(0, list.find('\n'));
        list.remove_prefix(std::min(list.size(), line.size() + 1));
        std::string_view rest = line;
        for (int column = 0; column < 2; ++column) {
            rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(' ')));
            rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of("0123456789")));
        }
        if (rest.starts_with(" image ") || rest.starts_with(" stencil ")) ++pictures;
    }
    return pictures;
}

/// The words of a PDF stay where its pictures can't be counted; then that is said.
Document with_pictures_counted(Document document, std::string_view bytes, std::chrono::milliseconds longest)
{
    const auto list = longest.count() > 0 ? list_pictures(bytes, longest)
                                          : Result<std::string, Refusal>{fail(Refusal::too_slow)};
    if (list)
        document.pictures_left_out = count_pictures(*list);
    else
        document.may_have_pictures = true;
    return document;
}

/// The reader says first what it left out.
Result<Document, Refusal> read_answer(std::string answer, Kind kind)
{
    Document document{kind, {}};
    std::string_view text = answer;
    if (kind != Kind::pdf) {
        const auto line = text.substr(0, text.find('\n'));
        const auto space = line.find(' ');
        if (line.size() == text.size() || space == std::string_view::npos) return fail(Refusal::broken);
        document.pictures_left_out = std::strtoul(std::string{line.substr(0, space)}.c_str(), nullptr, 10);
        document.files_left_out = std::strtoul(std::string{line.substr(space)}.c_str(), nullptr, 10);
        text.remove_prefix(line.size() + 1);
    }
    document.text = without_controls(text);
    wipe(answer);
    if (!is_utf8(document.text)) return fail(Refusal::broken);
    return through_gate(std::move(document));
}

/// Locked, with or without a password: its words were not meant to be taken out by whoever has it.
bool is_locked_pdf(std::string_view bytes)
{
    return bytes.find("/Encrypt") != std::string_view::npos;
}

}  // namespace

Result<Document, Refusal> read_document(std::string_view bytes, std::string_view name,
                                        std::chrono::milliseconds longest)
{
    if (bytes.size() > largest_document) return fail(Refusal::too_large);
    const Kind kind = SL_TRY(kind_of(bytes, name));
    switch (kind) {
        case Kind::plain:
        case Kind::csv:
        case Kind::markdown:
            return read_text(bytes, kind);
        case Kind::pdf:
            if (is_locked_pdf(bytes)) return fail(Refusal::encrypted);
            [[fallthrough]];
        case Kind::docx:
        case Kind::odt:
        case Kind::eml:
            break;
    }
    const auto began = std::chrono::steady_clock::now();
    auto answer = run_reader(kind, bytes, longest);
    // A zip without a name is taken for what is met most often first.
    const bool may_be_odt = !answer && answer.error() == Refusal::archive && !names_kind(name);
    if (kind == Kind::pdf) {
        auto words = SL_TRY(std::move(answer));
        auto document = SL_TRY(read_answer(std::move(words), kind));
        const auto taken =
            std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
        return with_pictures_counted(std::move(document), bytes, longest - taken);
    }
    if (!may_be_odt) return read_answer(SL_TRY(std::move(answer)), kind);
    return read_answer(SL_TRY(run_reader(Kind::odt, bytes, longest)), Kind::odt);
}

}  // namespace safelead::words
