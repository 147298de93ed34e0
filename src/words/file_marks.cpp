#include "words/kinds.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <cstddef>

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
    Mark{0, "! XPM2"sv, Refusal::picture},
    Mark{0, "P7\nWIDTH"sv, Refusal::picture},
    Mark{8, "WEBP"sv, Refusal::picture},
    Mark{8, "AVI "sv, Refusal::film},
    Mark{8, "WAVE"sv, Refusal::sound},
    Mark{8, "ACON"sv, Refusal::picture},
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

/// A compound file: Word before 2007, and a .docx that has a password.
Refusal refusal_of_compound(std::string_view bytes)
{
    static constexpr auto package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    return bytes.find(package) == std::string_view::npos ? Refusal::other_kind : Refusal::encrypted;
}

/// What the box "ftyp" of ISO 14496 says: its brands are in the standards of the formats.
Refusal refusal_of_brand(std::string_view brand)
{
    for (const auto picture : {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv, "mif1"sv, "msf1"sv,
                               "avif"sv, "avis"sv, "jxl "sv, "crx "sv})
        if (brand == picture) return Refusal::picture;
    for (const auto sound : {"M4A "sv, "M4B "sv, "M4P "sv, "F4A "sv, "F4B "sv})
        if (brand == sound) return Refusal::sound;
    return Refusal::film;
}

/// "FORM" of IFF: pictures and sounds.
Refusal refusal_of_form(std::string_view form)
{
    return form == "AIFF" || form == "AIFC" || form == "8SVX" ? Refusal::sound : Refusal::picture;
}

/// Netpbm's kinds in bytes: "P6", width, height, and then what is no text. Those in numbers are known as
/// text.
bool begins_as_netpbm(std::string_view bytes)
{
    const bool is_magic =
        bytes.size() > 8 && bytes[0] == 'P' && bytes[1] >= '4' && bytes[1] <= '6' && is_space(bytes[2]);
    const auto at = bytes.find_first_not_of(" \t\r\n", 2);
    return is_magic && at != std::string_view::npos && (bytes[at] == '#' || is_digit(bytes[at])) &&
           !has_words_only(bytes);
}

}  // namespace

bool has_words_only(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r';
    });
}

std::optional<Refusal> begins_as_file(std::string_view bytes)
{
    for (const Mark& mark : marks) {
        if (bytes.size() < mark.at || bytes.substr(mark.at, mark.bytes.size()) != mark.bytes) continue;
        // "BM", "MZ", "ID3" and their like begin words, too: then the rest must be no text.
        if (has_words_only(mark.bytes) && has_words_only(bytes) && mark.bytes.size() < 5) continue;
        return mark.refusal;
    }
    if (bytes.size() > 8 && bytes.substr(4, 4) == "ftyp") return refusal_of_brand(bytes.substr(8, 4));
    if (bytes.size() > 8 && bytes.starts_with("FORM\0"sv)) return refusal_of_form(bytes.substr(8, 4));
    if (begins_as_netpbm(bytes)) return Refusal::picture;
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return refusal_of_compound(bytes);
    return std::nullopt;
}

}  // namespace safelead::words
