#include "words/reader_process.h"

#include "base/bug.h"
#include "words/confine.h"
#include "words/letters.h"
#include "words/message.h"
#include "words/office.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <ctime>
#include <new>
#include <string>

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

Result<Extracted, Refusal> extract(Kind kind, std::string_view bytes, const Charsets& charsets)
{
    switch (kind) {
        case Kind::docx:
            return read_docx(bytes);
        case Kind::odt:
            return read_odt(bytes);
        case Kind::eml:
            return read_message(bytes, charsets);
        default:
            return fail(Refusal::other_kind);
    }
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
        const auto found = extract(kind, read_all(), charsets);
        if (!found) return refuse(found.error());
        const auto head =
            std::to_string(found->pictures_left_out) + ' ' + std::to_string(found->files_left_out) + '\n';
        return write_all(head) && write_all(found->text) ? 0 : refuse(Refusal::too_much);
    } catch (const std::bad_alloc&) {
        return refuse(Refusal::too_much);
    }
}

}  // namespace

const char* reader_kind_word(Kind kind)
{
    switch (kind) {
        case Kind::docx:
            return "docx";
        case Kind::odt:
            return "odt";
        case Kind::eml:
            return "eml";
        case Kind::pdf:
            return "pdf";
        default:
            throw_bug("text needs no reader");
    }
}

std::optional<int> run_as_reader(int count, char** arguments)
{
    if (count != 3 || std::strcmp(arguments[1], reader_word) != 0) return std::nullopt;
    if (std::strcmp(arguments[2], list_pictures_word) == 0) ::_exit(become_pdfimages());
    for (const Kind kind : {Kind::docx, Kind::odt, Kind::eml, Kind::pdf}) {
        if (std::strcmp(arguments[2], reader_kind_word(kind)) != 0) continue;
        // Nothing of ours is left to tidy up, and tidying up would ask for what is forbidden now.
        ::_exit(kind == Kind::pdf ? become_pdftotext() : read_here(kind));
    }
    return refuse(Refusal::other_kind);
}

}  // namespace safelead::words
