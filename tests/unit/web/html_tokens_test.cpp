#include "html_tokens.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::web {

namespace {

constexpr std::string_view blank = " \n\t\r";

bool is_blank(char character)
{
    return blank.find(character) != std::string_view::npos;
}

std::size_t end_of_tag(std::string_view html, std::size_t at)
{
    char quote = 0;
    for (; at < html.size(); ++at) {
        if (quote != 0) {
            if (html[at] == quote) quote = 0;
        } else if (html[at] == '"' || html[at] == '\'') {
            quote = html[at];
        } else if (html[at] == '>') {
            return at + 1;
        }
    }
    return at;
}

/// One space between attributes, none before the end.
std::string tidy_tag(std::string_view tag)
{
    std::string tidy;
    char quote = 0;
    for (const char character : tag) {
        if (quote == 0 && is_blank(character)) {
            if (tidy.back() != ' ') tidy += ' ';
            continue;
        }
        if (quote == 0 && (character == '>' || character == '/') && tidy.ends_with(' ')) tidy.pop_back();
        if (quote != 0) {
            if (character == quote) quote = 0;
        } else if (character == '"' || character == '\'') {
            quote = character;
        }
        tidy += character;
    }
    return tidy;
}

bool is_inline(std::string_view tag)
{
    std::string_view name = tag.substr(1);
    if (name.starts_with('/')) name.remove_prefix(1);
    name = name.substr(0, name.find_first_of(" />"));
    const std::vector<std::string_view> inline_tags{"a", "b", "code", "em", "span", "strong"};
    return std::ranges::find(inline_tags, name) != inline_tags.end();
}

std::string collapsed(std::string_view text)
{
    std::string out;
    for (const char character : text) {
        if (!is_blank(character)) {
            out += character;
        } else if (!out.ends_with(' ')) {
            out += ' ';
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> html_tokens(std::string_view html)
{
    std::vector<std::string> tokens;
    bool trims_start = true;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '<') {
            const std::size_t end = end_of_tag(html, at);
            tokens.push_back(tidy_tag(html.substr(at, end - at)));
            trims_start = !is_inline(tokens.back());
            at = end;
            if (tokens.back().starts_with("<textarea")) {
                const std::size_t close = html.find("</textarea>", at);
                tokens.emplace_back(html.substr(at, close - at));
                at = close;
            }
            continue;
        }
        const std::size_t end = std::min(html.find('<', at), html.size());
        std::string text = collapsed(html.substr(at, end - at));
        if (trims_start && text.starts_with(' ')) text.erase(0, 1);
        const bool next_is_inline =
            end < html.size() && is_inline(html.substr(end, end_of_tag(html, end) - end));
        if (!next_is_inline && text.ends_with(' ')) text.pop_back();
        if (!text.empty()) tokens.push_back(std::move(text));
        at = end;
    }
    return tokens;
}

TEST(HtmlTokens, ForgiveWhiteSpaceThatNobodySees)
{
    EXPECT_EQ(html_tokens("<p >\n  a  b\n</p>\n"), html_tokens("<p>a b</p>"));
    EXPECT_EQ(html_tokens("<p class=\"a\"\n id=\"b\">"), html_tokens("<p class=\"a\" id=\"b\">"));
}

TEST(HtmlTokens, ForgiveNothingElse)
{
    EXPECT_NE(html_tokens("<p><b>a</b> b</p>"), html_tokens("<p><b>a</b>b</p>"));
    EXPECT_NE(html_tokens("<p id=\"b\" class=\"a\">"), html_tokens("<p class=\"a\" id=\"b\">"));
    EXPECT_NE(html_tokens("<p title=\"a  b\">"), html_tokens("<p title=\"a b\">"));
    EXPECT_NE(html_tokens("<p>&#39;</p>"), html_tokens("<p>'</p>"));
    EXPECT_NE(html_tokens("<textarea>\na</textarea>"), html_tokens("<textarea>a</textarea>"));
    EXPECT_NE(html_tokens("<p>a</p>"), html_tokens("<p>a</p><p></p>"));
}

}  // namespace safelead::web
