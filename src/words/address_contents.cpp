// What an address leads to, and how much there is in it.

#include "base/text.h"
#include "words/addresses.h"
#include "words/encoded.h"
#include "words/noise.h"
#include "words/picture_links.h"
#include "words/skeleton.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace safelead::words {

namespace {

constexpr std::size_t longest_part = 64;
constexpr std::size_t longest_of_address = 300;
constexpr std::size_t longest_known_part = 320;
constexpr std::size_t longest_of_known = 480;

/// Where words may follow an address, or stand beside it in a row.
bool may_end(char c)
{
    static constexpr LetterSet enders{",;'()[]\\"};
    return enders.has(c) || c == no_letter;
}

std::size_t first_end(std::string_view text, std::size_t from)
{
    while (from < text.size() && !may_end(text[from])) ++from;
    return from;
}

// --- pictures ---

/// Without the name that may stand before it ("user:word@"), whoever that is, and the port behind it. Mail
/// goes to none.
std::string_view host_of(std::string_view lower)
{
    if (lower.starts_with("mailto:")) return lower.substr(0, 0);
    const auto slashes = lower.find("//");
    const bool has_scheme = slashes == 0 || (slashes < 24 && lower[slashes - 1] == ':');
    if (has_scheme) lower.remove_prefix(slashes + 2);
    lower = lower.substr(0, lower.find_first_of("/\\?#"));
    lower.remove_prefix(lower.rfind('@') + 1);
    return lower.substr(0, lower.find(':'));
}

template <class Hosts>
bool is_under(std::string_view host, const Hosts& hosts)
{
    return std::ranges::any_of(hosts, [&](std::string_view one) {
        return host == one ||
               (host.size() > one.size() && host.ends_with(one) && host[host.size() - one.size() - 1] == '.');
    });
}

/// Where what the address asks for says that it is a picture: "format=jpg", "type=image/png".
std::size_t asked_end(std::string_view lower)
{
    for (auto at = lower.find('='); at != npos; at = lower.find('=', at + 1)) {
        auto end = at + 1;
        while (end < lower.size() && is_alphanumeric(lower[end])) ++end;
        const auto value = lower.substr(at + 1, end - at - 1);
        auto begin = at;
        while (begin > 0 && is_alphanumeric(lower[begin - 1])) --begin;
        const auto name = lower.substr(begin, at - begin);
        const bool is_format = name == "format" || name == "fm" || name == "ext" || name == "f" ||
                               name == "type" || name == "mime" || name == "output";
        const bool is_type = value == "image" || value == "video" || is_picture_ending(value);
        if (is_format && is_type) return end;
    }
    return npos;
}

/// Where the first name of a picture ends that belongs to the address, and is no part of its host's name
/// ("www.tga.example"). What parts the cells of a row may stand before it, and then it does only if its path
/// goes on there.
std::size_t picture_in(std::string_view lower, std::size_t after_host)
{
    std::size_t parts = 0;
    bool first_has_dot = false;  ///< In the last name of its path.
    std::size_t name_begin = 0;
    bool path_goes_on = true;
    std::size_t at = 0;
    for (auto end = picture_end(lower, 0); end != npos; end = picture_end(lower, end)) {
        for (; at < end; ++at) {
            if (lower[at] == '/') path_goes_on = true;
            if (parts == 0 && (lower[at] == '/' || lower[at] == '.')) first_has_dot = lower[at] == '.';
            if (!may_end(lower[at]) || lower[at] == no_letter) continue;
            ++parts;
            name_begin = at + 1;
            path_goes_on = false;
        }
        if (end < after_host) continue;
        if (path_goes_on || lower[name_begin] == '.' || (parts == 1 && !first_has_dot)) return end;
    }
    return npos;
}

std::size_t without_stops(std::string_view text, std::size_t from, std::size_t end)
{
    while (end > from && is_one_of(text[end - 1], ".,;:!?'*")) --end;
    return end;
}

/// What of an address belongs to the name of the picture that ends at `end`: a query, a size, a path to
/// another.
std::size_t with_tail(std::string_view lower, std::size_t end)
{
    const auto stop = first_end(lower, end);
    const auto own = lower.substr(0, stop);
    for (auto next = picture_end(own, end); next != npos; next = picture_end(own, end)) end = next;
    if (end >= stop) return end;
    const bool is_in_query = lower.substr(0, end).find_first_of("?#") != npos;
    for (const std::string_view size : {":large", ":orig", ":small", ":medium", ":thumb"})
        if (own.substr(end) == size) return stop;
    const bool goes_on = is_one_of(lower[end], "?#%_") || (is_in_query && is_one_of(lower[end], "&=+"));
    return goes_on ? without_stops(lower, end, stop) : end;
}

/// Where a link to a picture or film ends; nothing if it is none.
std::optional<std::size_t> picture_link_end(std::string_view lower)
{
    const auto stop = first_end(lower, 0);
    const auto own = lower.substr(0, stop);
    if (own.starts_with("blob:") || own.starts_with("filesystem:")) return without_stops(own, 5, stop);
    const auto host = host_of(own);
    const auto after_host = static_cast<std::size_t>(host.data() + host.size() - own.data());
    const auto path = host.empty() ? npos : own.find('/', after_host);
    const auto keeps_pictures = [&] {
        return is_under(host, picture_hosts) ||
               std::ranges::any_of(picture_folders, [&](const PictureFolder& one) {
                   return own.substr(path).starts_with(one.path) && is_under(host, std::array{one.host});
               });
    };
    if (path != npos && path + 1 < without_stops(own, path, stop) && keeps_pictures())
        return without_stops(own, path, stop);
    if (const auto end = picture_in(lower, after_host); end != npos) return with_tail(lower, end);
    if (const auto end = asked_end(own); end != npos) return with_tail(lower, end);
    return std::nullopt;
}

/// Where a link ends in which letters of the picture's name are escaped that need not be: "%6a%70%67".
std::optional<std::size_t> escaped_picture_link_end(std::string_view lower)
{
    if (lower.find('%') == npos) return std::nullopt;
    std::string plain;
    for (std::size_t at = 0; at < lower.size(); ++at) {
        const bool is_escape =
            lower[at] == '%' && at + 2 < lower.size() && is_hex(lower[at + 1]) && is_hex(lower[at + 2]);
        const auto letter = is_escape
                                ? static_cast<char>(hex_value(lower[at + 1]) * 16 + hex_value(lower[at + 2]))
                                : lower[at];
        if (is_escape && (is_alphanumeric(letter) || letter == '.')) {
            plain += letter;
            at += 2;
        } else {
            plain += lower[at];
        }
    }
    if (plain.size() == lower.size() || !picture_link_end(ascii_lower(plain))) return std::nullopt;
    return without_stops(lower, 0, first_end(lower, 0));
}

// --- more than an address ---

struct Much {
    bool carries = false;
    std::size_t noisy = 0;
    std::size_t end = 0;  ///< Of the last part that counts.
};

/// One part that is a run, or much noise in all of it. Parts that are words in base64 are no noise.
Much much_in(std::string_view address, std::size_t longest, std::size_t longest_in_all)
{
    Much much;
    for (const Token part : pieces_of(address, [](char c) { return is_one_of(c, "/?&=#%.|"); })) {
        const auto text = part.in(address);
        const Noise noise = noise_of(text);
        const bool is_run =
            text.size() >= longest_part && (noise.percent() >= 25 || noise.longest >= longest_part);
        const bool is_noisy = text.size() >= 8 && noise.percent() >= 40;
        if ((!is_run && !is_noisy) || are_words_in_base64(text)) continue;
        much.noisy += text.size();
        much.end = part.end;
        much.carries = much.carries || (is_run && text.size() >= longest);
    }
    much.carries = much.carries || much.noisy >= longest_in_all;
    return much;
}

/// Where a link with more in it than an address needs ends; nothing if it is none.
std::optional<std::size_t> long_link_end(std::string_view text, std::size_t longest,
                                         std::size_t longest_in_all)
{
    const auto own = text.substr(0, first_end(text, 0));
    const auto escaped = unescaped(own, '%');
    if (escaped.hides_bytes() || much_in(own, longest, longest_in_all).carries ||
        much_in(escaped.bytes, longest, longest_in_all).carries)
        return own.size();
    const auto all = much_in(text, longest, longest_in_all);
    if (all.carries) return first_end(text, all.end);
    return std::nullopt;
}

}  // namespace

bool find_in_address(std::string_view letters, const Address& address, Found& found)
{
    const auto [begin, end] = address.at;
    if (address.kind == Address::Kind::data) {
        found.spans.push_back({begin, end, Carries::data});
        return true;
    }
    const auto mark = [&](std::size_t length, Carries carries) {
        mark_latin(letters, begin, begin + length, carries, found.spans);
        return true;
    };
    if (address.kind == Address::Kind::path) return mark(end - begin, Carries::link);

    const auto text = address.at.in(letters);
    const auto lower = ascii_lower(text);
    if (const auto picture = picture_link_end(lower)) return mark(*picture, Carries::link);
    if (const auto picture = escaped_picture_link_end(lower)) return mark(*picture, Carries::link);
    if (address.kind == Address::Kind::host) return false;
    const auto much = long_link_end(text, longest_part, longest_of_address);
    if (!much) return true;
    const bool is_known = is_under(host_of(lower), long_address_hosts);
    if (!is_known || long_link_end(text, longest_known_part, longest_of_known))
        return mark(*much, Carries::long_link);
    found.tolerate({begin, begin + *much, Carries::long_link},
                   much_in(text, longest_known_part, longest_of_known).noisy);
    return true;
}

}  // namespace safelead::words
