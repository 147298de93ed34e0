#include "exchange/poster_svg.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace safelead::exchange {

namespace {

using guidance::Block;
using guidance::OpenText;
using guidance::Run;

constexpr double letter =
    0.58;  // Of the height: how wide a bold letter of a plain sans-serif is, with room to spare.

struct Form {
    double width;  ///< In millimetres.
    double height;
    double margin;
    double title;  ///< Height of the letters.
    double body;
    double least;  ///< Less than that is not read from where it hangs.
    double small;
};
constexpr Form poster{210, 297, 14, 22, 15, 8, 3.4};
constexpr Form card{85, 55, 5, 7.2, 5, 2.4, 1.5};

struct Paragraph {
    std::string words;
    bool is_bold = false;
};

std::vector<Paragraph> paragraphs_of(const OpenText& text)
{
    std::vector<Paragraph> paragraphs;
    for (const Block& block : text.blocks) {
        if (block.kind != Block::Kind::paragraph) continue;
        const auto is_strong = [](const Run& run) {
            return run.kind == Run::Kind::strong || run.target.starts_with("tel:");
        };
        for (const auto& line : block.lines)
            paragraphs.push_back({guidance::plain(line), std::ranges::any_of(line, is_strong)});
    }
    return paragraphs;
}

/// Broken between words so that letters of that height fit the width.
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

std::vector<std::string> broken(std::string_view words, double height, double width)
{
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(width / (height * letter)));
    std::vector<std::string> lines;
    std::string line;
    for (const auto word : split(words, ' ')) {
        // A telephone number stays whole.
        const bool is_number = !line.empty() && is_digit(line.back()) && is_digit(word.front());
        if (!line.empty() && line.size() + 1 + word.size() > most && !is_number)
            lines.push_back(std::exchange(line, {}));
        if (!line.empty()) line += ' ';
        line += word;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

std::string escaped(std::string_view words)
{
    std::string out;
    for (const char c : words) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// Lines of type one below the other. Drawn, or only measured.
class Type {
public:
    Type(double left, double top, bool is_right_to_left) : left_{left}, y_{top}, anchor_{is_right_to_left} {}

    void put(const std::vector<std::string>& lines, double height, std::string_view colour, bool is_bold)
    {
        for (const auto& line : lines) {
            y_ += height * 1.18;
            svg_ += fmt::format(
                "<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:.2f}\" fill=\"{}\"{}{}>{}</text>\n", left_,
                y_ - height * 0.26, height, colour, is_bold ? " font-weight=\"700\"" : "",
                anchor_ ? " direction=\"rtl\"" : "", escaped(line));
        }
    }
    void space(double height) { y_ += height; }
    [[nodiscard]] double y() const { return y_; }
    [[nodiscard]] const std::string& svg() const { return svg_; }

private:
    double left_;
    double y_;
    bool anchor_;
    std::string svg_;
};

Type body_of(const std::vector<Paragraph>& paragraphs, const Form& form, double top, double height, bool rtl)
{
    const double left = rtl ? form.width - 2 * form.margin : 2 * form.margin;
    Type type{left, top, rtl};
    bool is_first = true;
    for (const auto& paragraph : paragraphs) {
        if (!std::exchange(is_first, false)) type.space(height * 0.55);
        type.put(broken(paragraph.words, height, form.width - 4 * form.margin), height, "#10303c",
                 paragraph.is_bold);
    }
    return type;
}

std::string description_of(const OpenText& text, const std::vector<Paragraph>& paragraphs)
{
    std::string all = text.title;
    for (const auto& paragraph : paragraphs)
        all += (all.ends_with('.') || all.ends_with('?') ? " " : ". ") + paragraph.words;
    return all;
}

std::string box(double x, double y, double width, double height, std::string_view rest)
{
    return fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" {}/>\n", x, y,
                       width, height, rest);
}

}  // namespace

std::optional<PieceSize> piece_size(std::string_view name)
{
    if (name.starts_with("poster-")) return PieceSize::poster;
    if (name.starts_with("card-")) return PieceSize::card;
    return std::nullopt;
}

Result<std::string, TooManyWords> piece_svg(const OpenText& text, PieceSize size,
                                            std::string_view small_print)
{
    const Form& form = size == PieceSize::poster ? poster : card;
    const bool rtl = text.direction == guidance::WritingDirection::right_to_left;
    const double left = rtl ? form.width - form.margin : form.margin;
    const auto paragraphs = paragraphs_of(text);

    Type title{left, form.margin * 0.8, rtl};
    title.put(broken(text.title, form.title, form.width - 2 * form.margin), form.title, "#ffffff", true);
    const double band = title.y() + form.margin * 0.7;
    const auto foot_lines = broken(small_print, form.small, form.width - 2 * form.margin);
    const double foot =
        form.height - form.margin * 0.5 - static_cast<double>(foot_lines.size()) * form.small * 1.18;
    const double top = band + form.margin * 1.4;
    const double bottom = foot - form.margin * 1.2;

    double height = form.body;
    while (height >= form.least && body_of(paragraphs, form, top, height, rtl).y() > bottom) height *= 0.97;
    if (height < form.least) return fail(TooManyWords{});
    const auto body = body_of(paragraphs, form, top, height, rtl);

    Type small{left, foot, rtl};
    small.put(foot_lines, form.small, "#10303c", false);

    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{0}\" lang=\"{0}\" width=\"{1}mm\" "
        "height=\"{2}mm\" "
        "viewBox=\"0 0 {1} {2}\" role=\"img\" aria-labelledby=\"title description\" "
        "font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, "
        "sans-serif\">\n<title id=\"title\">{3}</title>\n<desc id=\"description\">{4}</desc>\n",
        text.language == "en" ? "en-GB" : text.language, form.width, form.height, escaped(text.title),
        escaped(description_of(text, paragraphs)));
    svg += box(0, 0, form.width, form.height, "fill=\"#eef4f5\"") +
           box(0, 0, form.width, band, "fill=\"#0b5563\"");
    // What is said, in a bubble: no picture of anybody is needed.
    const double edge = form.margin * 0.6;
    svg += box(form.margin, band + edge, form.width - 2 * form.margin, bottom - band,
               fmt::format("rx=\"{0:.2f}\" fill=\"#ffffff\" stroke=\"#0b5563\" stroke-width=\"{1:.2f}\"",
                           edge, form.margin * 0.08));
    return svg + title.svg() + body.svg() + small.svg() + "</svg>\n";
}

}  // namespace safelead::exchange
