#include "words/kinds.h"

#include "base/text.h"
#include "base/wipe.h"
#include "words/noise.h"
#include "words/picture_links.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace safelead::words {

namespace {

using namespace std::string_view_literals;

std::string_view without_space_before(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto at = bytes.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? ""sv : bytes.substr(at);
}

/// What begins a document, in small letters: a copy, which is wiped.
class Beginning {
public:
    explicit Beginning(std::string_view text) : lower_{ascii_lower(text.substr(0, 2048))} {}
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;
    ~Beginning() { wipe(lower_); }
    [[nodiscard]] std::string_view in_small_letters() const { return lower_; }

private:
    std::string lower_;
};

/// As much of a name, in small letters, as tells it from any that is asked for.
std::string name_in_small_letters(std::string_view name)
{
    constexpr std::size_t longer_than_any = 13;
    return ascii_lower(name.substr(0, longer_than_any));
}

/// As much of a text's first line as tells it from any that is asked for, without spaces at its end.
std::string_view first_line_of(std::string_view text)
{
    constexpr std::size_t longer_than_any = 48;
    auto line = text.substr(0, std::min(text.find('\n'), longer_than_any));
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    return line;
}

/// What a computer would carry out, or put among its settings. All of a line, or what no sentence begins
/// with: "@echo off the record" may be somebody's.
bool begins_as_script(std::string_view text)
{
    if (text.starts_with("#!")) {
        const auto at = text.find_first_not_of(" \t", 2);
        return at != std::string_view::npos && text[at] == '/';
    }
    if (!text.starts_with('@') && !begins_with(text, "windows registry editor") &&
        !begins_with(text, "regedit4"))
        return false;
    const auto line = first_line_of(text);
    const auto is = [line](std::string_view word) { return std::ranges::equal(line, word, {}, made_small); };
    return is("@echo off") || is("regedit4") || begins_with(line, "windows registry editor version ");
}

/// Text in a language for machines: pages, drawings, scripts.
std::optional<Refusal> begins_as_markup(std::string_view bytes)
{
    const auto text = without_space_before(bytes);
    const Beginning beginning{text};
    const auto head = beginning.in_small_letters();
    if (head.starts_with("<?xml") || head.starts_with("<!doctype") || head.starts_with("<svg") ||
        head.starts_with("<!--")) {
        return head.find("<svg") == std::string_view::npos ? Refusal::other_kind : Refusal::picture;
    }
    for (const auto word : {"<html"sv, "<head"sv, "<body"sv, "<script"sv, "<img"sv, "<?php"sv})
        if (begins_with(text, word)) return Refusal::other_kind;
    if (begins_with(text, "{\\rtf") || text.starts_with("%!PS")) return Refusal::other_kind;
    if (begins_as_script(text)) return Refusal::program;
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

// Endings that name a kind that is not read, besides those of pictures and films (picture_links.h) and of
// documents in a zip. A text that bears one is not what its name says.
constexpr std::array others{
    "7z"sv,  "aac"sv, "amr"sv, "apk"sv,  "b64"sv,  "bat"sv, "bin"sv, "bz2"sv,  "cab"sv,  "cmd"sv,
    "com"sv, "dat"sv, "dll"sv, "doc"sv,  "dot"sv,  "dwg"sv, "dxf"sv, "exe"sv,  "flac"sv, "fodt"sv,
    "gz"sv,  "hqx"sv, "htm"sv, "html"sv, "iso"sv,  "jar"sv, "js"sv,  "json"sv, "m4a"sv,  "mht"sv,
    "mp3"sv, "msg"sv, "msi"sv, "ogg"sv,  "opus"sv, "pam"sv, "pbm"sv, "pgm"sv,  "pnm"sv,  "ppm"sv,
    "ppt"sv, "ps"sv,  "ps1"sv, "pst"sv,  "rar"sv,  "raw"sv, "rtf"sv, "scr"sv,  "sh"sv,   "tar"sv,
    "tgz"sv, "uue"sv, "vbs"sv, "wav"sv,  "xbm"sv,  "xls"sv, "xml"sv, "xpm"sv,  "xz"sv,   "zip"sv};

// Of all those, pictures that are text.
constexpr std::array drawings{"svg"sv, "pbm"sv, "pgm"sv, "ppm"sv, "pnm"sv,
                              "pam"sv, "xpm"sv, "xbm"sv, "dxf"sv};

// Zip files inside, and yet each is one document that a program for offices made.
constexpr std::array documents_in_zip{"docm"sv, "dotm"sv, "epub"sv, "key"sv,   "numbers"sv, "odf"sv,
                                      "odg"sv,  "odp"sv,  "ods"sv,  "pages"sv, "ppsx"sv,    "pptm"sv,
                                      "pptx"sv, "xlsb"sv, "xlsm"sv, "xlsx"sv};

/// One list has no ending of another: each says but one thing.
constexpr bool are_apart(std::span<const std::string_view> some, std::span<const std::string_view> more)
{
    return std::ranges::none_of(some,
                                [&](std::string_view one) { return std::ranges::binary_search(more, one); });
}

constexpr bool are_read(std::span<const std::string_view> some)
{
    return std::ranges::any_of(
        endings, [&](const Ending& one) { return std::ranges::binary_search(some, one.ending); });
}

static_assert(std::ranges::is_sorted(others) && std::ranges::is_sorted(picture_endings) &&
              std::ranges::is_sorted(documents_in_zip));
static_assert(are_apart(others, picture_endings) && are_apart(others, documents_in_zip) &&
              are_apart(documents_in_zip, picture_endings));
static_assert(!are_read(others) && !are_read(picture_endings) && !are_read(documents_in_zip));

bool names_document_in_zip(std::string_view ending)
{
    return std::ranges::binary_search(documents_in_zip, ending);
}

bool names_other(std::string_view ending)
{
    return std::ranges::binary_search(others, ending) || is_picture_ending(ending) ||
           names_document_in_zip(ending);
}

std::string ending_of(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string{} : ascii_lower(name.substr(dot + 1));
}

/// By its name, or by what OpenDocument and EPUB say first. What is called an ordinary zip is one.
bool is_document_in_zip(std::string_view bytes, std::string_view ending)
{
    if (names_document_in_zip(ending)) return true;
    const auto head = bytes.substr(0, 160);
    return head.find("mimetypeapplication/epub") != std::string_view::npos ||
           (head.find("mimetypeapplication/vnd.oasis.opendocument.") != std::string_view::npos &&
            head.find("opendocument.text") == std::string_view::npos);
}

/// What the property in a line is called: "photo" of "item1.PHOTO;TYPE=…:". Nothing if the line has none.
std::string property_in(std::string_view line)
{
    const auto end = line.find_first_of(":;");
    if (end == std::string_view::npos) return {};
    const auto name = line.substr(0, end);
    return name_in_small_letters(name.substr(name.rfind('.') + 1));
}

/// A card or a calendar with a picture or a file in it.
bool is_card_with_file(std::string_view bytes)
{
    const auto text = without_space_before(bytes);
    const bool is_card = begins_with(text, "begin:vcard");
    if (!is_card && !begins_with(text, "begin:vcalendar")) return false;
    bool is_attached = false;
    for (const std::string_view line : split(text, '\n')) {
        const auto name = property_in(line);
        if (is_card && (name == "photo" || name == "logo" || name == "sound" || name == "key")) return true;
        is_attached = is_attached || name == "attach";
        if (is_attached && !std::ranges::search(line, "base64"sv, {}, made_small).empty()) return true;
    }
    return false;
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
        const auto key = name_in_small_letters(line.substr(0, colon));
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
    if (is_card_with_file(bytes)) return fail(Refusal::carries_data);
    return named_as.value_or(Kind::plain);
}

}  // namespace

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
    const bool is_other = names_other(ending);

    if (bytes.starts_with("PK\3\4")) {
        if (is_document_in_zip(bytes, ending)) return fail(Refusal::other_kind);
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
        if (std::ranges::find(drawings, ending) != drawings.end()) return fail(Refusal::picture);
        if (const auto markup = begins_as_markup(bytes)) return fail(*markup);
        return fail(has_words_only(bytes) ? Refusal::other_kind : Refusal::not_its_name);
    }
    return kind_of_text(bytes, named);
}

}  // namespace safelead::words
