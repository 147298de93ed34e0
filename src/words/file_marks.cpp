#include "words/kinds.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

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

// --- of bytes that were decoded ---

unsigned byte_at(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

/// One picture or several in an icon or a pointer: what the first is like, as its directory says.
bool begins_as_icon(std::string_view bytes)
{
    const auto count = byte_at(bytes, 4);
    const bool is_directory = bytes.size() >= 16 && count >= 1 && count <= 64 && byte_at(bytes, 5) == 0 &&
                              byte_at(bytes, 9) == 0 && byte_at(bytes, 10) <= 1 && byte_at(bytes, 11) == 0;
    const auto depth = byte_at(bytes, 12);
    const bool is_depth = depth == 1 || depth == 4 || depth == 8 || depth == 24 || depth == 32;
    // A table of how often something was is full of noughts and ones.
    const bool is_size = byte_at(bytes, 6) >= 8 || (byte_at(bytes, 6) == 0 && depth >= 8);
    return is_directory && is_depth && is_size && byte_at(bytes, 13) == 0;
}

// Known with what the format has after the mark: two letters are too few, and lessons list the first four.
constexpr std::array known_by_more{"\xFF\xD8\xFF"sv,
                                   "\x89PNG"sv,
                                   "GIF8"sv,
                                   "BM"sv,
                                   "\0\0\1\0"sv,
                                   "\0\0\2\0"sv,
                                   "PK\3\4"sv,
                                   "\x1F\x8B"sv,
                                   "BZh"sv,
                                   "ID3"sv,
                                   "MZ"sv,
                                   "%PDF"sv,
                                   "\x7F"
                                   "ELF"sv,
                                   "RIFF"sv};

bool begins_with_mark_and_more(std::string_view bytes)
{
    const auto next = [&](std::size_t at, unsigned least, unsigned most) {
        return byte_at(bytes, at) >= least && byte_at(bytes, at) <= most;
    };
    if (bytes.starts_with("\xFF\xD8\xFF")) {
        const auto name = bytes.substr(6, 4);
        const bool is_named = name == "JFIF" || name == "JFXX" || name == "Exif" || name == "http";
        return (next(3, 0xC0, 0xFE) && next(4, 0, 0x40)) && (is_named || !next(3, 0xE0, 0xE1));
    }
    if (bytes.starts_with("\x1F\x8B\x08")) return next(3, 0, 0x1F);
    if (bytes.starts_with("BM"))
        return bytes.size() >= 14 && bytes.substr(6, 4) == "\0\0\0\0"sv && bytes.substr(12, 2) == "\0\0"sv;
    if (bytes.starts_with("BZh")) return bytes.substr(4, 4) == "1AY&";
    if (bytes.starts_with("ID3")) return next(3, 2, 4) && next(4, 0, 0);
    if (bytes.starts_with("PK\3\4")) return next(4, 10, 63) && next(5, 0, 20);
    if (bytes.starts_with("\x7F"
                          "ELF"))
        return next(4, 1, 2) && next(5, 1, 2);
    if (bytes.starts_with("\0\0\1\0"sv) || bytes.starts_with("\0\0\2\0"sv)) return begins_as_icon(bytes);
    return bytes.starts_with("MZ\x90\0\3\0"sv) || bytes.starts_with("%PDF-") || bytes.starts_with("GIF87a") ||
           bytes.starts_with("GIF89a") || bytes.starts_with("\x89PNG\r\n");
}

constexpr bool is_known_by_itself(const Mark& mark)
{
    return mark.at == 0 && mark.bytes.size() >= 4 &&
           std::ranges::find(known_by_more, mark.bytes) == known_by_more.end();
}

/// Whether a file begins with two bytes, a bit for each two.
constexpr auto first_two = [] {
    std::array<std::uint64_t, 1024> bits{};
    const auto add = [&bits](std::string_view bytes) {
        const auto two = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) * 256U +
                         static_cast<unsigned char>(bytes[1]);
        bits[two / 64] |= std::uint64_t{1} << (two % 64);
    };
    for (const Mark& mark : marks)
        if (is_known_by_itself(mark)) add(mark.bytes);
    for (const auto begin : known_by_more) add(begin);
    add("\0\0"sv);  // The length of a box, which says after it what it is.
    return bits;
}();

}  // namespace

bool may_begin_file(unsigned first, unsigned second)
{
    const auto two = (first & 0xFFU) * 256U + (second & 0xFFU);
    return (first_two[two / 64] >> (two % 64) & 1U) != 0;
}

bool may_begin_file(std::string_view bytes)
{
    return bytes.size() >= 2 && may_begin_file(byte_at(bytes, 0), byte_at(bytes, 1));
}

bool begins_as_file_beyond_doubt(std::string_view bytes)
{
    if (bytes.size() < 16 || !may_begin_file(bytes)) return false;
    if (begins_with_mark_and_more(bytes)) return true;
    if (bytes.starts_with("RIFF")) {
        const auto kind = bytes.substr(8, 4);
        return kind == "WEBP" || kind == "AVI " || kind == "WAVE" || kind == "ACON";
    }
    const auto box = bytes.substr(4, 4);
    if (bytes.starts_with("\0\0"sv) && (box == "ftyp" || box == "moov" || box == "mdat")) return true;
    return std::ranges::any_of(
        marks, [&](const Mark& mark) { return is_known_by_itself(mark) && bytes.starts_with(mark.bytes); });
}

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
