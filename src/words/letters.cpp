#include "words/letters.h"

#include "base/text.h"
#include "words/noise.h"

#include <algorithm>
#include <array>

namespace safelead::words {

namespace {

bool is_control(unsigned char c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
}

/// Windows-1252 from 0x80 to 0x9F; 0 where there is nothing.
constexpr std::array<char16_t, 32> windows_letters{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// What Western writing has beside plain letters: accented letters, quotation marks and dashes, a few signs.
bool is_western(unsigned char byte)
{
    return byte == 0x80 || byte == 0x85 || (byte >= 0x91 && byte <= 0x97) || byte == 0xA0 || byte == 0xA3 ||
           byte == 0xA9 || byte == 0xAB || byte == 0xB0 || byte == 0xB7 || byte == 0xBB || byte == 0xBD ||
           (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7);
}

/// The same bytes are other letters elsewhere (Polish writing has some that Western has not; Cyrillic is full
/// of them), so a text is taken for Western only if it can be nothing else.
std::optional<std::string> from_windows(std::string_view bytes)
{
    std::string text;
    std::size_t high = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        char32_t point = byte;
        if (byte >= 0x80 && byte < 0xA0) point = windows_letters[byte - 0x80U];
        if (byte >= 0x80 && !is_western(byte)) return std::nullopt;
        high += byte >= 0x80 ? 1U : 0U;
        append_utf8(text, point);
    }
    if (high * 4 > bytes.size()) return std::nullopt;
    return text;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool is_big)
{
    if (bytes.size() % 2 != 0) return std::nullopt;
    std::string text;
    char32_t first_half = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const auto high = static_cast<unsigned char>(bytes[is_big ? i : i + 1]);
        const auto low = static_cast<unsigned char>(bytes[is_big ? i + 1 : i]);
        const char32_t unit = (static_cast<char32_t>(high) << 8U) | low;
        const bool is_second = unit >= 0xDC00 && unit <= 0xDFFF;
        if (is_second != (first_half != 0)) return std::nullopt;
        if (is_second) {
            append_utf8(text, 0x10000 + ((first_half - 0xD800) << 10U) + (unit - 0xDC00));
            first_half = 0;
        } else if (unit >= 0xD800 && unit <= 0xDBFF) {
            first_half = unit;
        } else {
            if (unit < 0x80 && is_control(static_cast<unsigned char>(unit))) return std::nullopt;
            append_utf8(text, unit);
        }
    }
    if (first_half != 0) return std::nullopt;
    return text;
}

/// How many bytes at the end are the beginning of a letter that has more.
std::size_t cut_letter(std::string_view bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte >= 0x80 && byte < 0xC0) continue;
        const std::size_t length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        return length > back ? back : 0;
    }
    return 0;
}

bool is_plain(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) {
        return static_cast<unsigned char>(c) < 0x7F && !is_control(static_cast<unsigned char>(c));
    });
}

/// As messages name them (RFC 2046 and what mail programs write), and as the system does.
struct CharsetName {
    const char* in_messages;
    const char* here;
};
constexpr std::array other_names{CharsetName{"ks_c_5601-1987", "uhc"},
                                 CharsetName{"ks_c_5601", "uhc"},
                                 CharsetName{"cp949", "uhc"},
                                 CharsetName{"iso-8859-8-i", "iso-8859-8"},
                                 CharsetName{"iso-8859-8-e", "iso-8859-8"},
                                 CharsetName{"macintosh", "macintosh"},
                                 CharsetName{"x-mac-roman", "macintosh"},
                                 CharsetName{"windows-874", "cp874"},
                                 CharsetName{"tis-620", "tis-620"},
                                 CharsetName{"iso-8859-11", "tis-620"},
                                 CharsetName{"latin1", "iso-8859-1"},
                                 CharsetName{"cp1252", "windows-1252"},
                                 CharsetName{"x-sjis", "shift_jis"},
                                 CharsetName{"windows-31j", "cp932"},
                                 CharsetName{"big5-hkscs", "big5-hkscs"},
                                 CharsetName{"cp850", "cp850"},
                                 CharsetName{"ibm850", "cp850"},
                                 CharsetName{"x-gbk", "gbk"}};

}  // namespace

bool has_words(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char c) { return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80; });
}

std::optional<std::string> text_of_file(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
    if (std::ranges::any_of(bytes, [](char c) { return is_control(static_cast<unsigned char>(c)); }))
        return std::nullopt;
    if (is_utf8(bytes)) return std::string{bytes};
    // "Café" of Windows ends with a byte that might begin a letter, too: then nothing before it is in UTF-8.
    const auto whole = bytes.substr(0, bytes.size() - cut_letter(bytes));
    const bool was_cut = whole.size() < bytes.size() && (!is_plain(whole) || whole.size() + 1 < bytes.size());
    if (was_cut && is_utf8(whole)) return std::string{whole};
    return from_windows(bytes);
}

std::string without_controls(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '\r') {
            if (i + 1 >= text.size() || text[i + 1] != '\n') kept += '\n';
        } else if (c == '\f') {
            kept += '\n';
        } else if (!is_control(c)) {
            kept += text[i];
        }
    }
    return kept;
}

Charsets::Charsets()
{
    const auto add = [this](const char* name, const char* here) {
        const iconv_t set = ::iconv_open("UTF-8", here);
        if (set != reinterpret_cast<iconv_t>(-1)) sets_.emplace(name, set);
    };
    for (const char* name :
         {"iso-8859-1",   "iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-5",   "iso-8859-6",
          "iso-8859-7",   "iso-8859-8",   "iso-8859-9",   "iso-8859-10",  "iso-8859-13",  "iso-8859-14",
          "iso-8859-15",  "iso-8859-16",  "windows-1250", "windows-1251", "windows-1252", "windows-1253",
          "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "koi8-r",
          "koi8-u",       "gb2312",       "gbk",          "gb18030",      "big5",         "euc-kr",
          "euc-jp",       "shift_jis",    "iso-2022-jp",  "utf-16",       "utf-16le",     "utf-16be"})
        add(name, name);
    for (const auto& [name, here] : other_names) add(name, here);
}

Charsets::~Charsets()
{
    for (const auto& [name, set] : sets_) ::iconv_close(set);
}

std::optional<std::string> Charsets::to_utf8(std::string_view bytes, std::string_view charset) const
{
    const std::string name = ascii_lower(trim(charset));
    if (is_plain(bytes) && !name.starts_with("utf-16")) return std::string{bytes};
    if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") {
        if (is_utf8(bytes)) return std::string{bytes};
        return from_windows(bytes);
    }
    const auto found = sets_.find(name);
    if (found == sets_.end()) return std::nullopt;

    ::iconv(found->second, nullptr, nullptr, nullptr, nullptr);
    std::string text(bytes.size() * 4 + 16, '\0');
    std::string copy{bytes};
    char* in = copy.data();
    char* out = text.data();
    std::size_t in_left = copy.size();
    std::size_t out_left = text.size();
    if (::iconv(found->second, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1))
        return std::nullopt;
    text.resize(text.size() - out_left);
    if (!is_utf8(text)) return std::nullopt;
    return text;
}

}  // namespace safelead::words
