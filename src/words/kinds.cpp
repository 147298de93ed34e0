#include "words/kinds.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace safelead::words {

namespace {

using namespace std::string_view_literals;

/// Bytes at a place that only one kind of file has there.
struct Mark {
    std::size_t at;
    std::string_view bytes;
    Refusal refusal;
};

constexpr std::array marks{
    Mark{0, "\xFF\xD8\xFF"sv, Refusal::picture},
    Mark{0, "\x89PNG"sv, Refusal::picture},
    Mark{0, "\x8AMNG"sv, Refusal::picture},
    Mark{0, "GIF8"sv, Refusal::picture},
    Mark{0, "BM"sv, Refusal::picture},
    Mark{0, "II*\0"sv, Refusal::picture},
    Mark{0, "MM\0*"sv, Refusal::picture},
    Mark{0, "II+\0"sv, Refusal::picture},
    Mark{0, "MM\0+"sv, Refusal::picture},
    Mark{0, "\0\0\1\0"sv, Refusal::picture},
    Mark{0, "\0\0\2\0"sv, Refusal::picture},
    Mark{0, "8BPS"sv, Refusal::picture},
    Mark{0, "\xFF\x0A"sv, Refusal::picture},
    Mark{0, "\0\0\0\x0CJXL "sv, Refusal::picture},
    Mark{0, "\0\0\0\x0CjP  "sv, Refusal::picture},
    Mark{0, "\xFF\x4F\xFF\x51"sv, Refusal::picture},
    Mark{0, "qoif"sv, Refusal::picture},
    Mark{0, "DDS "sv, Refusal::picture},
    Mark{0, "\x76\x2F\x31\x01"sv, Refusal::picture},
    Mark{0, "gimp xcf"sv, Refusal::picture},
    Mark{0, "AT&TFORM"sv, Refusal::picture},
    Mark{0, "\xD7\xCD\xC6\x9A"sv, Refusal::picture},
    Mark{0, "farbfeld"sv, Refusal::picture},
    Mark{0, "#?RADIANCE"sv, Refusal::picture},
    Mark{0, "SIMPLE  ="sv, Refusal::picture},
    Mark{0, "/* XPM */"sv, Refusal::picture},
    Mark{8, "WEBP"sv, Refusal::picture},
    Mark{8, "AVI "sv, Refusal::film},
    Mark{8, "WAVE"sv, Refusal::sound},
    Mark{4, "ftyp"sv, Refusal::film},
    Mark{4, "moov"sv, Refusal::film},
    Mark{4, "mdat"sv, Refusal::film},
    Mark{0, "\x1A\x45\xDF\xA3"sv, Refusal::film},
    Mark{0, "FLV\1"sv, Refusal::film},
    Mark{0, "\0\0\1\xBA"sv, Refusal::film},
    Mark{0, "\0\0\1\xB3"sv, Refusal::film},
    Mark{0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv, Refusal::film},
    Mark{0, ".RMF"sv, Refusal::film},
    Mark{0, "CWS"sv, Refusal::film},
    Mark{0, "FWS"sv, Refusal::film},
    Mark{0, "OggS"sv, Refusal::sound},
    Mark{0, "ID3"sv, Refusal::sound},
    Mark{0, "\xFF\xFB"sv, Refusal::sound},
    Mark{0, "\xFF\xF1"sv, Refusal::sound},
    Mark{0, "fLaC"sv, Refusal::sound},
    Mark{0, "#!AMR"sv, Refusal::sound},
    Mark{0, "MThd"sv, Refusal::sound},
    Mark{0, "FORM\0"sv, Refusal::sound},
    Mark{0, ".snd"sv, Refusal::sound},
    Mark{0, "caff"sv, Refusal::sound},
    Mark{0, "PK\5\6"sv, Refusal::archive},
    Mark{0, "PK\7\x08"sv, Refusal::archive},
    Mark{0, "\x1F\x8B"sv, Refusal::archive},
    Mark{0, "\x1F\x9D"sv, Refusal::archive},
    Mark{0, "BZh"sv, Refusal::archive},
    Mark{0,
         "\xFD"
         "7zXZ"sv,
         Refusal::archive},
    Mark{0, "7z\xBC\xAF"sv, Refusal::archive},
    Mark{0, "Rar!"sv, Refusal::archive},
    Mark{0, "\x28\xB5\x2F\xFD"sv, Refusal::archive},
    Mark{0, "\x04\x22\x4D\x18"sv, Refusal::archive},
    Mark{0, "LZIP"sv, Refusal::archive},
    Mark{0, "MSCF"sv, Refusal::archive},
    Mark{0, "!<arch>"sv, Refusal::archive},
    Mark{0, "070701"sv, Refusal::archive},
    Mark{0, "xar!"sv, Refusal::archive},
    Mark{257, "ustar"sv, Refusal::archive},
    Mark{0x8001, "CD001"sv, Refusal::archive},
    Mark{0, "SQLite format 3"sv, Refusal::other_kind},
    Mark{0, "MZ"sv, Refusal::program},
    Mark{0,
         "\x7F"
         "ELF"sv,
         Refusal::program},
    Mark{0, "\xCA\xFE\xBA\xBE"sv, Refusal::program},
    Mark{0, "\xCF\xFA\xED\xFE"sv, Refusal::program},
    Mark{0, "\xCE\xFA\xED\xFE"sv, Refusal::program},
    Mark{0, "\0asm"sv, Refusal::program},
    Mark{0, "dex\n"sv, Refusal::program},
    Mark{0, "L\0\0\0\x01\x14\x02"sv, Refusal::program},
    Mark{0, "{\\rtf"sv, Refusal::other_kind},
    Mark{0, "%!PS"sv, Refusal::other_kind},
    Mark{0, "\xC5\xD0\xD3\xC6"sv, Refusal::other_kind},
    Mark{0, "Salted__"sv, Refusal::encrypted},
    Mark{0, "age-encryption.org/"sv, Refusal::encrypted},
    Mark{0, "-----BEGIN PGP MESSAGE"sv, Refusal::encrypted},
};

bool has_words_only(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r';
    });
}

/// A compound file: Word before 2007, and a .docx that has a password.
Refusal refusal_of_compound(std::string_view bytes)
{
    static constexpr auto package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    return bytes.find(package) == std::string_view::npos ? Refusal::other_kind : Refusal::encrypted;
}

std::string_view without_space_before(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto at = bytes.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? ""sv : bytes.substr(at);
}

bool begins_with_word(std::string_view bytes, std::string_view word)
{
    return ascii_lower(bytes.substr(0, word.size())) == word;
}

/// Text in a language for machines: pages, drawings.
std::optional<Refusal> begins_as_markup(std::string_view bytes)
{
    const auto text = without_space_before(bytes);
    const auto head = ascii_lower(text.substr(0, 2048));
    if (head.starts_with("<?xml") || head.starts_with("<!doctype") || head.starts_with("<svg") ||
        head.starts_with("<!--")) {
        return head.find("<svg") == std::string::npos ? Refusal::other_kind : Refusal::picture;
    }
    for (const auto word : {"<html"sv, "<head"sv, "<body"sv, "<script"sv, "<img"sv, "<?php"sv})
        if (begins_with_word(text, word)) return Refusal::other_kind;
    if (begins_with_word(text, "{\\rtf")) return Refusal::other_kind;
    if (text.starts_with("#!/")) return Refusal::program;
    return std::nullopt;
}

/// What the ending of a name says.
struct Ending {
    std::string_view ending;
    Kind kind;
};
constexpr std::array endings{Ending{"txt", Kind::plain},   Ending{"text", Kind::plain},
                             Ending{"csv", Kind::csv},     Ending{"tsv", Kind::csv},
                             Ending{"md", Kind::markdown}, Ending{"markdown", Kind::markdown},
                             Ending{"docx", Kind::docx},   Ending{"odt", Kind::odt},
                             Ending{"pdf", Kind::pdf},     Ending{"eml", Kind::eml}};

// Endings that name a kind that is not read. A text that bears one is not what its name says.
constexpr std::array others{
    "jpg"sv,  "jpeg"sv, "jpe"sv,  "jfif"sv, "png"sv,  "gif"sv,  "webp"sv, "heic"sv, "heif"sv,  "bmp"sv,
    "tif"sv,  "tiff"sv, "svg"sv,  "avif"sv, "ico"sv,  "psd"sv,  "raw"sv,  "mp4"sv,  "m4v"sv,   "mov"sv,
    "webm"sv, "avi"sv,  "mkv"sv,  "3gp"sv,  "wmv"sv,  "flv"sv,  "mpg"sv,  "mpeg"sv, "mp3"sv,   "m4a"sv,
    "wav"sv,  "ogg"sv,  "opus"sv, "flac"sv, "aac"sv,  "amr"sv,  "zip"sv,  "7z"sv,   "rar"sv,   "gz"sv,
    "tar"sv,  "tgz"sv,  "bz2"sv,  "xz"sv,   "iso"sv,  "cab"sv,  "jar"sv,  "apk"sv,  "exe"sv,   "dll"sv,
    "msi"sv,  "bat"sv,  "cmd"sv,  "com"sv,  "scr"sv,  "js"sv,   "vbs"sv,  "ps1"sv,  "sh"sv,    "doc"sv,
    "dot"sv,  "docm"sv, "rtf"sv,  "xls"sv,  "xlsx"sv, "xlsm"sv, "ppt"sv,  "pptx"sv, "ods"sv,   "odp"sv,
    "odg"sv,  "html"sv, "htm"sv,  "mht"sv,  "xml"sv,  "json"sv, "msg"sv,  "pst"sv,  "pages"sv, "epub"sv,
    "ps"sv,   "eps"sv,  "uue"sv,  "b64"sv,  "hqx"sv,  "bin"sv,  "dat"sv};

std::string ending_of(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string{} : ascii_lower(name.substr(dot + 1));
}

/// The header of a message: lines "Name: value", among them those that a mail program always writes.
bool begins_as_message(std::string_view bytes, bool has_its_name)
{
    std::size_t known = 0;
    bool has_machine_line = false;
    for (std::string_view line : split(bytes.substr(0, 16384), '\n')) {
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t' || line.starts_with("From ")) continue;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos)
            return false;
        const std::string key = ascii_lower(line.substr(0, colon));
        known += key == "from" || key == "to" || key == "subject" || key == "date" ? 1U : 0U;
        has_machine_line = has_machine_line || key == "mime-version" || key == "message-id" ||
                           key == "received" || key == "return-path" || key == "content-type";
    }
    return known >= 2 && (has_its_name || has_machine_line);
}

Result<Kind, Refusal> kind_of_text(std::string_view bytes, std::optional<Kind> named_as)
{
    if (named_as == Kind::docx || named_as == Kind::odt || named_as == Kind::pdf)
        return fail(Refusal::not_its_name);
    const bool is_message = begins_as_message(bytes, named_as == Kind::eml);
    if (named_as == Kind::eml && !is_message) return fail(Refusal::not_its_name);
    if (is_message && !(named_as && named_as != Kind::eml)) return Kind::eml;
    if (const auto markup = begins_as_markup(bytes)) return fail(named_as ? Refusal::not_its_name : *markup);
    return named_as.value_or(Kind::plain);
}

}  // namespace

std::optional<Refusal> begins_as_file(std::string_view bytes)
{
    for (const Mark& mark : marks) {
        if (bytes.size() < mark.at || bytes.substr(mark.at, mark.bytes.size()) != mark.bytes) continue;
        // "BM", "MZ", "ID3" and their like begin words, too: then the rest must be no text.
        if (has_words_only(mark.bytes) && has_words_only(bytes) && mark.bytes.size() < 5) continue;
        return mark.refusal;
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refusal_of_compound(bytes);
    return std::nullopt;
}

bool names_kind(std::string_view name)
{
    return std::ranges::find(endings, ending_of(name), &Ending::ending) != endings.end();
}

Result<Kind, Refusal> kind_of(std::string_view bytes, std::string_view name)
{
    if (bytes.empty()) return fail(Refusal::empty);
    if (const auto file = begins_as_file(bytes)) return fail(*file);

    const std::string ending = ending_of(name);
    const auto* found = std::ranges::find(endings, ending, &Ending::ending);
    const auto named = found == endings.end() ? std::nullopt : std::optional{found->kind};
    const bool is_other = std::ranges::find(others, ending) != others.end();

    if (bytes.starts_with("PK\3\4")) {
        if (is_other) return fail(Refusal::archive);
        if (named && named != Kind::docx && named != Kind::odt) return fail(Refusal::not_its_name);
        return named.value_or(bytes.substr(0, 100).find("opendocument.text") == std::string_view::npos
                                  ? Kind::docx
                                  : Kind::odt);
    }
    if (without_space_before(bytes.substr(0, 64)).starts_with("%PDF-")) {
        if (is_other || (named && named != Kind::pdf)) return fail(Refusal::not_its_name);
        return Kind::pdf;
    }
    if (is_other) {
        if (const auto markup = begins_as_markup(bytes)) return fail(*markup);
        return fail(has_words_only(bytes) ? Refusal::other_kind : Refusal::not_its_name);
    }
    return kind_of_text(bytes, named);
}

}  // namespace safelead::words
