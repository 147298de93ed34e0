#include "words/decoded.h"

#include "words/kinds.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace safelead::words {

namespace {

constexpr std::size_t least_letters = 20;

/// Bits that become bytes as soon as there are eight.
class Bits {
public:
    void add(unsigned value, unsigned count)
    {
        held_ = (held_ << count) | value;
        bits_ += count;
        if (bits_ < 8) return;
        bits_ -= 8;
        bytes_ += static_cast<char>((held_ >> bits_) & 0xFFU);
    }
    [[nodiscard]] bool are_enough() const { return bytes_.size() >= enough_bytes; }
    [[nodiscard]] std::string bytes() && { return std::move(bytes_); }

private:
    std::uint32_t held_ = 0;
    unsigned bits_ = 0;
    std::string bytes_;
};

template <class Value>
std::string from_bits(std::string_view letters, unsigned count, Value value_of)
{
    Bits bits;
    for (const char c : letters) {
        const int value = value_of(c);
        if (value < 0 || bits.are_enough()) break;
        bits.add(static_cast<unsigned>(value), count);
    }
    return std::move(bits).bytes();
}

int base32_value(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

using Values = std::array<signed char, 128>;

constexpr Values values_of(std::string_view alphabet)
{
    Values values{};
    for (auto& value : values) value = -1;
    signed char next = 0;
    for (const char c : alphabet) values[static_cast<unsigned char>(c)] = next++;
    return values;
}

constexpr Values adobe_values = [] {
    Values values = values_of("");
    for (char c = '!'; c <= 'u'; ++c)
        values[static_cast<unsigned char>(c)] = static_cast<signed char>(c - '!');
    return values;
}();
constexpr Values rfc1924_values =
    values_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~");
constexpr Values zeromq_values =
    values_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#");

const Values& values_in(Base85 alphabet)
{
    return alphabet == Base85::adobe     ? adobe_values
           : alphabet == Base85::rfc1924 ? rfc1924_values
                                         : zeromq_values;
}

/// Two bytes are read first, as most letters are of no file: five letters have them in any alphabet.
template <class Decode>
bool begins_as_file_by(Decode decode, std::string_view letters)
{
    return may_begin_file(decode(letters.substr(0, 5))) && begins_as_file_beyond_doubt(decode(letters));
}

}  // namespace

int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (is_digit(c)) return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

std::string from_base64(std::string_view letters)
{
    return from_bits(letters, 6, base64_value);
}

std::string from_base32(std::string_view letters)
{
    return from_bits(letters, 5, base32_value);
}

std::string from_hex(std::string_view letters)
{
    return from_bits(letters, 4, [](char c) { return is_hex(c) ? static_cast<int>(hex_value(c)) : -1; });
}

bool is_base85(char c, Base85 alphabet)
{
    const auto at = static_cast<unsigned char>(c);
    return at < 0x80 && (values_in(alphabet)[at] >= 0 || (alphabet == Base85::adobe && c == 'z'));
}

std::string from_base85(std::string_view letters, Base85 alphabet)
{
    const Values& values = values_in(alphabet);
    std::string bytes;
    std::uint64_t group = 0;
    unsigned held = 0;
    const auto add = [&](unsigned value) {
        group = group * 85 + value;
        if (++held < 5) return;
        for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>((group >> shift) & 0xFFU);
        group = 0;
        held = 0;
    };
    for (const char c : letters) {
        if (bytes.size() >= enough_bytes) break;
        if (alphabet == Base85::adobe && c == 'z' && held == 0) {
            bytes.append(4, '\0');  // Four bytes of nought have one letter.
            continue;
        }
        const auto at = static_cast<unsigned char>(c);
        if (at >= 0x80 || values[at] < 0) break;
        add(static_cast<unsigned>(values[at]));
    }
    return bytes;
}

bool begins_as_written_file(std::string_view letters)
{
    if (letters.size() < least_letters) return false;
    if (begins_as_file_by(from_base64, letters) || begins_as_file_by(from_hex, letters) ||
        begins_as_file_by(from_base32, letters))
        return true;
    return std::ranges::any_of(alphabets_of_85, [&](Base85 alphabet) {
        return begins_as_file_by([alphabet](std::string_view text) { return from_base85(text, alphabet); },
                                 letters);
    });
}

}  // namespace safelead::words
