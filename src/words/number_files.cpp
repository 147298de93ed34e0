#include "words/decoded.h"
#include "words/kinds.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace safelead::words {

namespace {

constexpr std::size_t most_strangers = 6;

/// Of the last two, a number is two bytes or four, the lowest first, as most machines keep them.
enum class Base { two, eight, ten, sixteen, eight_turned, sixteen_turned };

/// "050211", "5089", "474e5089": what od and its like print of two bytes or four.
bool add_turned(std::string_view token, Base base, std::string& bytes)
{
    const bool octal = base == Base::eight_turned;
    const bool is_long_enough =
        octal ? token.size() == 5 || token.size() == 6 : token.size() == 4 || token.size() == 8;
    std::uint32_t value = 0;
    const auto* const end = token.data() + token.size();
    const auto [at, fault] = std::from_chars(token.data(), end, value, octal ? 8 : 16);
    if (!is_long_enough || fault != std::errc{} || at != end || (octal && value > 0xFFFF)) return false;
    for (std::size_t left = octal ? 2 : token.size() / 2; left > 0; --left, value >>= 8U)
        bytes += static_cast<char>(value & 0xFFU);
    return true;
}

/// Adds the bytes that one piece stands for: one, or in hexadecimal a few together. Says if it is any.
bool add_bytes(std::string_view token, Base base, std::string& bytes)
{
    if (base == Base::eight_turned || base == Base::sixteen_turned) return add_turned(token, base, bytes);
    if (base == Base::sixteen) {
        for (const std::string_view prefix : {"0x", "0X", "x", "X"})
            if (token.starts_with(prefix)) {
                token.remove_prefix(prefix.size());
                break;
            }
        if (token.size() == 3 && (token.back() == 'h' || token.back() == 'H')) token.remove_suffix(1);
        if (token.size() < 2 || token.size() % 2 != 0 || !std::ranges::all_of(token, is_hex)) return false;
        for (std::size_t i = 0; i < token.size(); i += 2)
            bytes += static_cast<char>(hex_value(token[i]) * 16 + hex_value(token[i + 1]));
        return true;
    }
    const unsigned times = base == Base::two ? 2 : base == Base::eight ? 8 : 10;
    const std::size_t longest = base == Base::two ? 8 : base == Base::eight ? 4 : 3;
    const bool is_long_enough = base != Base::two || token.size() == longest;
    unsigned value = 0;
    for (const char c : token) {
        if (!is_digit(c) || static_cast<unsigned>(c - '0') >= times) return false;
        value = value * times + static_cast<unsigned>(c - '0');
    }
    if (!is_long_enough || token.size() > longest || value > 255) return false;
    bytes += static_cast<char>(value);
    return true;
}

/// Pieces from one on that are bytes in one base, and what stands between them that is not.
class BytesFrom {
public:
    BytesFrom(std::string_view letters, std::span<const Token> tokens, std::size_t first, Base base)
        : letters_{letters}, tokens_{tokens}, first_{first}, base_{base}
    {
        // Of long pieces, a few words may stand between each two.
        const auto length = tokens[first].size();
        is_long_ = base == Base::sixteen && length >= 8;
    }

    [[nodiscard]] bool begin_file() const
    {
        std::string bytes;
        auto next = first_;
        const auto take_until = [&](std::size_t enough) {
            while (bytes.size() < enough && next < tokens_.size() && add(next, bytes)) ++next;
            return bytes.size() >= enough;
        };
        if (!take_until(2) || !may_begin_file(bytes)) return false;
        // Tables are full of noughts, and no file begins with four.
        take_until(4);
        if (bytes.starts_with(std::string_view{"\0\0\0\0", 4})) return false;
        bytes.clear();
        go_over([&bytes, this](std::size_t at) {
            add(at, bytes);
            return bytes.size() < enough_bytes;
        });
        return begins_as_file_beyond_doubt(bytes) && !(is_long_ && are_marks(bytes));
    }

    /// One span, or where words stand between the pieces, one for each. Says where the pieces end.
    std::size_t mark(std::vector<Span>& spans) const
    {
        std::size_t last = first_;
        bool is_parted = false;
        std::vector<Span> each;
        go_over([&](std::size_t at) {
            is_parted = is_parted || at > last + 1;
            last = at;
            each.push_back(
                {tokens_[at].begin, tokens_[at].end, each.empty() ? Carries::data : Carries::nothing});
            return true;
        });
        if (is_parted && is_long_)
            spans.insert(spans.end(), each.begin(), each.end());
        else
            spans.push_back({tokens_[first_].begin, tokens_[last].end, Carries::data});
        return last + 1;
    }

private:
    /// "89504E47, 47494638, …": a lesson's list of how files begin is no file.
    static bool are_marks(std::string_view bytes)
    {
        const auto is_mark = [&](std::size_t at) {
            const auto first = static_cast<unsigned char>(bytes[at]);
            const auto second = static_cast<unsigned char>(bytes[at + 1]);
            return first + second != 0 && may_begin_file(first, second);
        };
        return is_mark(4) || is_mark(8);
    }

    bool add(std::size_t at, std::string& bytes) const
    {
        const auto token = tokens_[at].in(letters_);
        if (is_long_ && at != first_ && token.size() > tokens_[first_].size()) return false;
        if (is_long_ && token.size() < 4) return false;  // "1", "be"
        return add_bytes(token, base_, bytes);
    }

    /// Each piece in turn, while `look` wants more: over what a dump has at the ends of its lines, and over
    /// words between long pieces.
    template <class Look>
    void go_over(Look look) const
    {
        constexpr std::size_t least_before = 4;
        constexpr std::size_t least_after = 4;  ///< That follow on strangers, or they are the writer's own.
        std::size_t in_row = 0;
        for (std::size_t at = first_; at < tokens_.size();) {
            std::string ignored;
            if (add(at, ignored)) {
                ++in_row;
                if (!look(at)) return;
                ++at;
                continue;
            }
            const auto next = after_strangers(at, is_long_ ? 1 : in_row < least_before ? npos : least_after);
            if (next == npos) return;
            at = next;
            in_row = is_long_ ? in_row : least_before;
        }
    }

    /// Where so many pieces that are bytes begin, after a few that are none.
    std::size_t after_strangers(std::size_t at, std::size_t least) const
    {
        if (least == npos) return npos;
        for (const auto farthest = at + most_strangers; at < tokens_.size() && at <= farthest; ++at) {
            std::size_t bytes = 0;
            std::string ignored;
            while (at + bytes < tokens_.size() && bytes < least && add(at + bytes, ignored)) ++bytes;
            if (bytes == least) return at;
        }
        return npos;
    }

    std::string_view letters_;
    std::span<const Token> tokens_;
    std::size_t first_;
    Base base_;
    bool is_long_ = false;
};

}  // namespace

void find_files_in_numbers(std::string_view letters, std::span<const Token> tokens, std::vector<Span>& spans)
{
    static constexpr auto may_begin = sets::hex_digits.with(LetterSet{"xX"});
    static constexpr std::array bases{Base::sixteen, Base::sixteen_turned, Base::ten,
                                      Base::eight,   Base::eight_turned,   Base::two};
    for (std::size_t at = 0; at < tokens.size();) {
        const auto token = tokens[at].in(letters);
        std::size_t next = at + 1;
        // Words are no numbers, and most are known by their first two letters.
        const bool may_be = may_begin.has(token.front()) && may_begin.has(token[token.size() > 1 ? 1 : 0]);
        const auto count = !may_be ? 0U : is_digit(token.front()) ? bases.size() : 2U;  // In hexadecimal.
        for (const Base base : std::span{bases}.first(count)) {
            const BytesFrom bytes{letters, tokens, at, base};
            if (!bytes.begin_file()) continue;
            next = bytes.mark(spans);
            break;
        }
        at = next;
    }
}

}  // namespace safelead::words
