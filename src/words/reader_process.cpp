#include "words/reader_process.h"

#include "base/bug.h"
#include "base/text.h"
#include "words/confine.h"
#include "words/extracted.h"
#include "words/letters.h"
#include "words/message.h"
#include "words/office.h"
#include "words/typed.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <ctime>
#include <new>
#include <string>
#include <utility>

namespace safelead::words {

namespace {

int refuse(Refusal refusal)
{
    return exit_refused + static_cast<int>(refusal);
}

bool write_all(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string read_all()
{
    std::string bytes;
    char piece[65536];
    for (ssize_t got = 0; (got = ::read(STDIN_FILENO, piece, sizeof piece)) > 0;)
        bytes.append(piece, static_cast<std::size_t>(got));
    return bytes;
}

int become(Leave leave, const char* program, const char* const arguments[])
{
    if (*program == '\0') return refuse(Refusal::not_installed);
    if (confine(leave) == Confined::no) return refuse(Refusal::not_confined);
    const char* const environment[] = {"LC_ALL=C", nullptr};
    ::execve(program, const_cast<char* const*>(arguments), const_cast<char* const*>(environment));
    return refuse(Refusal::not_confined);
}

int become_pdftotext()
{
    const char* const arguments[] = {"pdftotext", "-q",       "-enc", "UTF-8", "-eol",
                                     "unix",      "-nopgbrk", "-",    "-",     nullptr};
    return become(Leave::to_run_pdftotext, pdftotext_program(), arguments);
}

int become_pdfimages()
{
    const char* const arguments[] = {"pdfimages", "-list", "-", nullptr};
    return become(Leave::to_run_pdfimages, pdfimages_program(), arguments);
}

Result<Extracted, Refusal> read_text(std::string_view bytes)
{
    // As long as what is read of other documents may be; in UTF-16, a letter has two bytes.
    if (bytes.size() > 2 * longest_text) return fail(Refusal::too_much);
    auto text = text_of_file(bytes);
    if (!text) return fail(Refusal::not_letters);
    if (text->size() > longest_text) return fail(Refusal::too_much);
    return Extracted{std::move(*text)};
}

Result<Extracted, Refusal> without_controls(Result<Extracted, Refusal> read)
{
    auto found = SL_TRY(std::move(read));
    found.text = words::without_controls(found.text);
    if (!is_utf8(found.text)) return fail(Refusal::broken);
    return found;
}

Result<Extracted, Refusal> extract(Kind kind, std::string_view bytes, const Charsets& charsets)
{
    switch (kind) {
        case Kind::plain:
        case Kind::csv:
        case Kind::markdown:
            return read_text(bytes);
        case Kind::docx:
            return without_controls(read_docx(bytes));
        case Kind::odt:
            return without_controls(read_odt(bytes));
        case Kind::eml:
            return without_controls(read_message(bytes, charsets));
        case Kind::pdf:
            return without_controls(Extracted{std::string{bytes}});
    }
    throw_bug("no kind of document");
}

/// What a text of any kind must still pass; its answer.
Result<std::string, Refusal> through_gate(const Extracted& found)
{
    if (!has_words(found.text)) return fail(Refusal::no_words);
    const auto typed = take_out_data(found.text);
    if (typed.data_taken_out > 0) return fail(Refusal::carries_data);
    return std::to_string(found.pictures_left_out) + ' ' + std::to_string(found.files_left_out) + ' ' +
           std::to_string(typed.links_taken_out) + '\n' + typed.text;
}

Result<std::string, Refusal> answer_to(Kind kind, std::string_view bytes, const Charsets& charsets)
{
    return through_gate(SL_TRY(extract(kind, bytes, charsets)));
}

int read_here(Kind kind)
{
    // libzip asks for local time and iconv for its tables: both are fetched while files can be opened.
    const Charsets charsets;
    ::setenv("TZ", "UTC0", 1);
    std::tm noon{};
    (void)std::mktime(&noon);
    if (confine(Leave::to_compute) == Confined::no) return refuse(Refusal::not_confined);
    try {
        const auto answer = answer_to(kind, read_all(), charsets);
        if (!answer) return refuse(answer.error());
        return write_all(*answer) ? 0 : refuse(Refusal::too_much);
    } catch (const std::bad_alloc&) {
        return refuse(Refusal::too_much);
    }
}

}  // namespace

const char* reader_kind_word(Kind kind)
{
    switch (kind) {
        case Kind::plain:
        case Kind::csv:
        case Kind::markdown:
            return "text";
        case Kind::docx:
            return "docx";
        case Kind::odt:
            return "odt";
        case Kind::eml:
            return "eml";
        case Kind::pdf:
            return "words-of-pdf";
    }
    throw_bug("no kind of document");
}

std::optional<int> run_as_reader(int count, char** arguments)
{
    if (count != 3 || std::strcmp(arguments[1], reader_word) != 0) return std::nullopt;
    // Nothing of ours is left to tidy up, and tidying up would ask for what is forbidden now.
    if (std::strcmp(arguments[2], list_pictures_word) == 0) ::_exit(become_pdfimages());
    if (std::strcmp(arguments[2], pdftotext_word) == 0) ::_exit(become_pdftotext());
    for (const Kind kind : {Kind::plain, Kind::docx, Kind::odt, Kind::eml, Kind::pdf})
        if (std::strcmp(arguments[2], reader_kind_word(kind)) == 0) ::_exit(read_here(kind));
    return refuse(Refusal::other_kind);
}

}  // namespace safelead::words
