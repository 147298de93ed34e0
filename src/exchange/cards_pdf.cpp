#include "exchange/cards_pdf.h"

#include "base/time.h"
#include "exchange/pdf_paper.h"

#include <algorithm>
#include <vector>

namespace safelead::exchange {

namespace {

using guidance::Block;
using guidance::OpenText;
using guidance::Run;
using paper::Owned;
using paper::Sheet;

constexpr double point = 72.0 / 25.4;  // Of a millimetre.
constexpr double width = 85 * point;
constexpr double height = 55 * point;
constexpr double margin = 5 * point;
constexpr double title_points = 21;
constexpr double largest = 17;
constexpr double smallest = 8;
constexpr double small_print = 6.75;
constexpr int across = 2;
constexpr int down = 4;

struct Line {
    std::string words;
    double points;
    bool is_bold;
    const char* tag;
    double before;
};

std::vector<Line> lines_of(const OpenText& text, double points)
{
    std::vector<Line> lines{{text.title, title_points, true, "H1", 0}};
    for (const Block& block : text.blocks) {
        if (block.kind != Block::Kind::paragraph) continue;
        for (const auto& line : block.lines) {
            const bool is_bold = std::ranges::any_of(line, [](const Run& run) {
                return run.kind == Run::Kind::strong || run.target.starts_with("tel:");
            });
            lines.push_back({guidance::plain(line), points, is_bold, "P", points * 0.35});
        }
    }
    return lines;
}

Owned<PangoLayout> laid_out(const Sheet& sheet, const Line& line)
{
    const Owned<PangoAttrList> attributes{pango_attr_list_new()};
    if (line.is_bold) {
        auto* bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
        bold->start_index = 0;
        bold->end_index = static_cast<guint>(line.words.size());
        pango_attr_list_insert(attributes.get(), bold);
    }
    return sheet.words(line.words, line.points, width - 2 * margin, attributes.get());
}

double height_of(const Sheet& sheet, const std::vector<Line>& lines)
{
    double all = 0;
    for (const auto& line : lines) all += line.before + paper::height_of(laid_out(sheet, line).get());
    return all;
}

void draw_card(const Sheet& sheet, const std::vector<Line>& lines, double x, double y, bool is_read)
{
    auto* drawing = sheet.drawing();
    cairo_set_source_rgb(drawing, 0.45, 0.45, 0.45);
    cairo_set_line_width(drawing, 0.5);
    cairo_rectangle(drawing, x, y, width, height);
    cairo_stroke(drawing);
    cairo_set_source_rgb(drawing, 0, 0, 0);
    double at = y + margin;
    for (const auto& line : lines) {
        at += line.before;
        const auto words = laid_out(sheet, line);
        if (is_read) sheet.open(line.tag);
        cairo_move_to(drawing, x + margin, at);
        pango_cairo_show_layout(drawing, words.get());
        if (is_read) sheet.close(line.tag);
        at += paper::height_of(words.get());
    }
}

}  // namespace

Result<std::string, DoesNotFit> cards_pdf(const OpenText& text, const SheetWords& words)
{
    const std::string author = text.authors.empty() ? "" : text.authors.front();
    Sheet sheet{{.title = text.title, .author = author, .made_on = to_text(text.published)}};
    double points = largest;
    auto lines = lines_of(text, points);
    while (points >= smallest && height_of(sheet, lines) > height - 2 * margin)
        lines = lines_of(text, points -= 0.25);
    if (points < smallest) return fail(DoesNotFit{});

    sheet.open("Document");
    const double left = (paper::a4_width - across * width) / 2;
    const double top = (paper::a4_height - down * height) / 2;
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column)
            draw_card(sheet, lines, left + column * width, top + row * height, row == 0 && column == 0);
    const auto foot = sheet.words(words.below, small_print, paper::a4_width - 2 * left, nullptr);
    sheet.open("P");
    cairo_move_to(sheet.drawing(), left, paper::a4_height - top + 4);
    pango_cairo_show_layout(sheet.drawing(), foot.get());
    sheet.close("P");
    sheet.close("Document");
    return std::move(sheet).finish(words.language);
}

}  // namespace safelead::exchange
