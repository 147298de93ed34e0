#include "exchange/guide_pdf.h"

#include "base/time.h"
#include "exchange/pdf_paper.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace safelead::exchange {

namespace {

using guidance::Block;
using guidance::Line;
using guidance::OpenText;
using guidance::Run;
using paper::Owned;
using paper::Sheet;

constexpr double margin = 34;
constexpr double gutter = 20;
constexpr double largest = 10.5;
constexpr double largest_on_poster = 44;
constexpr std::size_t most_words_on_poster = 60;
constexpr double smallest = 7.5;  // About the size of a newspaper's small print: less is not for reading.
constexpr double step = 0.25;
constexpr double small_print = 6.75;
constexpr double bullet_indent = 10;

/// Something that stands by itself in the column, in the order of reading.
struct Piece {
    std::string words;
    Owned<PangoAttrList> attributes;
    const char* tag = "P";
    double scale = 1;
    double before = 0;  ///< Space above, in lines.
    std::string mark;   ///< "•" or "1."; empty where it is in no list.
    Block::Kind kind = Block::Kind::paragraph;
    bool is_first_of_list = false;
    bool is_last_of_list = false;
};

void add_attribute(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to)
{
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

Piece piece_of(const Line& line)
{
    Piece piece;
    piece.attributes.reset(pango_attr_list_new());
    for (const Run& run : line) {
        const auto from = piece.words.size();
        piece.words += run.words;
        if (run.kind == Run::Kind::strong || run.target.starts_with("tel:"))
            add_attribute(piece.attributes.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), from,
                          piece.words.size());
        if (run.kind == Run::Kind::past_number)
            add_attribute(piece.attributes.get(), pango_attr_strikethrough_new(TRUE), from,
                          piece.words.size());
    }
    return piece;
}

void make_bold(Piece& piece)
{
    add_attribute(piece.attributes.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), 0, piece.words.size());
}

void add_list(std::vector<Piece>& pieces, const Block& block)
{
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        Piece piece = piece_of(block.lines[i]);
        piece.mark = block.kind == Block::Kind::steps ? std::to_string(i + 1) + "." : "•";
        piece.before = i == 0 ? 0.3 : 0.15;
        piece.is_first_of_list = i == 0;
        piece.is_last_of_list = i + 1 == block.lines.size();
        piece.kind = block.kind;
        pieces.push_back(std::move(piece));
    }
}

std::vector<Piece> pieces_of(const OpenText& text)
{
    std::vector<Piece> pieces;
    for (const Block& block : text.blocks) {
        switch (block.kind) {
            case Block::Kind::who_to_ring:
            case Block::Kind::ring:
                continue;
            case Block::Kind::bullets:
            case Block::Kind::steps:
                add_list(pieces, block);
                continue;
            default:
                break;
        }
        Piece piece = piece_of(block.lines.front());
        piece.kind = block.kind;
        piece.before = 0.4;
        if (block.kind == Block::Kind::heading || block.kind == Block::Kind::subheading) {
            make_bold(piece);
            piece.tag = block.kind == Block::Kind::heading ? "H2" : "H3";
            piece.scale = block.kind == Block::Kind::heading ? 1.15 : 1.0;
            piece.before = 0.7;
        }
        if (block.kind == Block::Kind::danger) make_bold(piece);
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::size_t words_in(const std::vector<Piece>& pieces)
{
    std::size_t words = 0;
    for (const Piece& piece : pieces)
        words += 1 + static_cast<std::size_t>(std::ranges::count(piece.words, ' '));
    return words;
}

struct Place {
    double x;
    double y;
};

/// Columns, filled one after the other. Draws, or only tells whether all would fit.
class Columns {
public:
    Columns(const Sheet& sheet, int count, double top, double bottom, double points)
        : sheet_{sheet}, count_{count}, top_{top}, bottom_{bottom}, points_{points}, y_{top}
    {
    }

    bool fit(const std::vector<Piece>& pieces)
    {
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (!put(pieces[i], std::nullopt)) return false;
        return true;
    }

    void draw(const std::vector<Piece>& pieces)
    {
        for (const Piece& piece : pieces) (void)put(piece, sheet_.drawing());
    }

private:
    static bool is_heading(const Piece& piece)
    {
        return piece.kind == Block::Kind::heading || piece.kind == Block::Kind::subheading;
    }

    bool put(const Piece& piece, std::optional<cairo_t*> drawing)
    {
        const double indent = piece.mark.empty() ? 0 : bullet_indent + points_ * 0.3;
        const auto words =
            sheet_.words(piece.words, points_ * piece.scale, width() - indent, piece.attributes.get());
        if (y_ > top_) y_ += piece.before * points_;
        // A heading stays with what it is above, and danger is not broken.
        const double together = is_heading(piece) ? paper::height_of(words.get()) + 3 * points_
                                : piece.kind == Block::Kind::danger ? paper::height_of(words.get())
                                                                    : 0;
        if (y_ + together > bottom_ && !next_column()) return false;
        if (drawing) open(piece);
        const bool fits = lines(piece, words.get(), indent, drawing);
        if (drawing) close(piece);
        return fits;
    }

    bool lines(const Piece& piece, PangoLayout* words, double indent, std::optional<cairo_t*> drawing)
    {
        bool is_first = true;
        for (int i = 0; i < pango_layout_get_line_count(words); ++i, is_first = false) {
            auto* line = pango_layout_get_line_readonly(words, i);
            PangoRectangle box;
            pango_layout_line_get_extents(line, nullptr, &box);
            const double height = static_cast<double>(box.height) / PANGO_SCALE * 1.12;
            if (y_ + height > bottom_ && !next_column()) return false;
            if (drawing) {
                const double baseline = y_ - static_cast<double>(box.y) / PANGO_SCALE;
                if (is_first && !piece.mark.empty()) draw_mark(piece, {x(), baseline}, *drawing);
                cairo_move_to(*drawing, x() + indent, baseline);
                pango_cairo_show_layout_line(*drawing, line);
            }
            y_ += height;
        }
        return true;
    }

    void open(const Piece& piece) const
    {
        if (piece.mark.empty()) return sheet_.open(piece.tag);
        if (piece.is_first_of_list) sheet_.open("L");
        sheet_.open("LI");
    }

    void close(const Piece& piece) const
    {
        if (piece.mark.empty()) return sheet_.close(piece.tag);
        sheet_.close("LBody");
        sheet_.close("LI");
        if (piece.is_last_of_list) sheet_.close("L");
    }

    void draw_mark(const Piece& piece, Place at, cairo_t* drawing) const
    {
        const auto mark = sheet_.words(piece.mark, points_, width(), nullptr);
        sheet_.open("Lbl");
        cairo_move_to(drawing, at.x, at.y);
        pango_cairo_show_layout_line(drawing, pango_layout_get_line_readonly(mark.get(), 0));
        sheet_.close("Lbl");
        sheet_.open("LBody");
    }

    bool next_column()
    {
        if (column_ + 1 == count_) return false;
        ++column_;
        y_ = top_;
        return true;
    }

    [[nodiscard]] double x() const { return margin + column_ * (width() + gutter); }

    [[nodiscard]] double width() const
    {
        return (paper::a4_width - 2 * margin - (count_ - 1) * gutter) / count_;
    }

    const Sheet& sheet_;
    const int count_;
    const double top_;
    const double bottom_;
    const double points_;
    double y_;
    int column_ = 0;
};

/// Words over the whole width; gives how high they stand.
double across(const Sheet& sheet, std::string_view words, double points, const char* tag, Place at)
{
    const Owned<PangoAttrList> attributes{pango_attr_list_new()};
    if (std::string_view{tag} == "H1")
        add_attribute(attributes.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), 0, words.size());
    const auto layout = sheet.words(words, points, paper::a4_width - 2 * margin, attributes.get());
    sheet.open(tag);
    cairo_move_to(sheet.drawing(), at.x, at.y);
    pango_cairo_show_layout(sheet.drawing(), layout.get());
    sheet.close(tag);
    return paper::height_of(layout.get());
}

void rule(const Sheet& sheet, double y)
{
    cairo_set_source_rgb(sheet.drawing(), 0.04, 0.33, 0.39);
    cairo_rectangle(sheet.drawing(), margin, y, paper::a4_width - 2 * margin, 1.5);
    cairo_fill(sheet.drawing());
    cairo_set_source_rgb(sheet.drawing(), 0, 0, 0);
}

}  // namespace

Result<std::string, DoesNotFit> one_page_pdf(const OpenText& text, const SheetWords& words)
{
    const std::string author = text.authors.empty() ? "" : text.authors.front();
    Sheet sheet{{.title = text.title, .author = author, .made_on = to_text(text.published)}};
    const auto foot = sheet.words(words.below, small_print, paper::a4_width - 2 * margin, nullptr);
    const double bottom = paper::a4_height - margin - paper::height_of(foot.get()) - 10;

    sheet.open("Document");
    double y = margin;
    y += across(sheet, words.above, 9, "P", {margin, y}) + 2;
    y += across(sheet, text.title, 20, "H1", {margin, y}) + 4;
    y += across(sheet, text.summary, 10.5, "P", {margin, y}) + 6;
    rule(sheet, y);
    y += 10;

    const auto pieces = pieces_of(text);
    const bool is_poster = words_in(pieces) <= most_words_on_poster;
    const int columns = is_poster ? 1 : 2;
    double points = is_poster ? largest_on_poster : largest;
    while (points >= smallest && !Columns{sheet, columns, y, bottom, points}.fit(pieces)) points -= step;
    if (points < smallest) return fail(DoesNotFit{});
    Columns{sheet, columns, y, bottom, points}.draw(pieces);

    rule(sheet, bottom + 5);
    (void)across(sheet, words.below, small_print, "P", {margin, bottom + 10});
    sheet.close("Document");
    return std::move(sheet).finish(words.language);
}

}  // namespace safelead::exchange
