#include "web/text/phrase.h"

#include "base/bug.h"

#include <algorithm>
#include <optional>

namespace safelead::web {

namespace {

using Filled = std::initializer_list<std::string_view>;

std::optional<std::string_view> translation_of(const Phrase& phrase, const Language& language)
{
    const auto found = std::ranges::find(language.translations, phrase.id, &Translation::id);
    if (found == language.translations.end()) return std::nullopt;
    return found->words;
}

/// Calls `literal` for runs of words and `gap` for what stands for {0}, {1}, …
template <class Literal, class Gap>
void walk(std::string_view words, Filled filled_in, Literal literal, Gap gap)
{
    std::size_t done = 0;
    for (std::size_t at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) {
        if (at + 2 >= words.size() || words[at + 2] != '}' || words[at + 1] < '0' || words[at + 1] > '9')
            continue;
        const auto which = static_cast<std::size_t>(words[at + 1] - '0');
        if (which >= filled_in.size()) throw_bug("a phrase has a gap that nothing was given for");
        literal(words.substr(done, at - done));
        gap(*(filled_in.begin() + which));
        done = at + 3;
    }
    literal(words.substr(done));
}

void append_filled(Html& out, std::string_view words, Filled filled_in)
{
    const auto append = [&out](std::string_view part) { out << text(part); };
    walk(words, filled_in, append, append);
}

std::string filled(std::string_view words, Filled filled_in)
{
    std::string whole;
    const auto append = [&whole](std::string_view part) { whole += part; };
    walk(words, filled_in, append, append);
    return whole;
}

void append_words(Html& out, std::string_view words, Filled filled_in);

/// If `words` begins with `**strong**`, writes that and returns how much it took; otherwise 0.
std::size_t append_strong(Html& out, std::string_view words, Filled filled_in)
{
    if (!words.starts_with("**")) return 0;
    const auto end = words.find("**", 2);
    if (end == std::string_view::npos) return 0;
    out << "<strong>";
    append_words(out, words.substr(2, end - 2), filled_in);
    out << "</strong>";
    return end + 2;
}

/// The same for `[words](/where)`.
std::size_t append_link(Html& out, std::string_view words, Filled filled_in)
{
    if (!words.starts_with('[')) return 0;
    const auto middle = words.find("](");
    const auto end = words.find(')', middle == std::string_view::npos ? 0 : middle);
    if (middle == std::string_view::npos || end == std::string_view::npos) return 0;
    out << "<a class=\"govuk-link\" href=\""
        << text(filled(words.substr(middle + 2, end - middle - 2), filled_in)) << "\">";
    append_filled(out, words.substr(1, middle - 1), filled_in);
    out << "</a>";
    return end + 1;
}

void append_words(Html& out, std::string_view words, Filled filled_in)
{
    std::size_t at = 0;
    while (at < words.size()) {
        const auto next = words.find_first_of("*[", at);
        append_filled(out, words.substr(at, next == std::string_view::npos ? next : next - at), filled_in);
        if (next == std::string_view::npos) return;
        const std::string_view rest = words.substr(next);
        std::size_t taken = append_strong(out, rest, filled_in);
        if (taken == 0) taken = append_link(out, rest, filled_in);
        if (taken == 0) {
            out << text(rest.substr(0, 1));
            taken = 1;
        }
        at = next + taken;
    }
}

}  // namespace

std::string_view dir_of(const Language& language)
{
    return language.direction == Direction::right_to_left ? "rtl" : "ltr";
}

Html Speaker::operator()(const Phrase& phrase, Filled filled_in) const
{
    Html out;
    const auto translated = translation_of(phrase, *language_);
    const bool is_fallback = !translated && language_->code != english.code;
    if (is_fallback) out << "<span lang=\"" << text(english.code) << "\" dir=\"ltr\">";
    append_words(out, translated.value_or(phrase.english), filled_in);
    if (is_fallback) out << "</span>";
    return out;
}

std::string Speaker::plain(const Phrase& phrase, Filled filled_in) const
{
    return filled(translation_of(phrase, *language_).value_or(phrase.english), filled_in);
}

}  // namespace safelead::web
