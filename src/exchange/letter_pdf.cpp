#include "exchange/letter_pdf.h"

#include "base/text.h"
#include "exchange/pdf_paper.h"

namespace safelead::exchange {

namespace {

using paper::Owned;
using paper::Sheet;

constexpr double margin = 56;
constexpr double width = paper::a4_width - 2 * margin;
constexpr double bottom = paper::a4_height - margin - 20;
constexpr double text_size = 10.5;
constexpr double heading_size = 12;
constexpr double title_size = 18;
constexpr double foot_size = 8;

Owned<PangoAttrList> bold()
{
    Owned<PangoAttrList> attributes{pango_attr_list_new()};
    pango_attr_list_insert(attributes.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD));
    return attributes;
}

/// Goes down the page, and on to the next where it is full.
class Writing {
public:
    explicit Writing(const Letter& letter)
        : letter_{letter}, sheet_{{letter.title, letter.author, letter.made_on}}
    {
    }

    std::string written() &&
    {
        put("H1", letter_.title, title_size, bold(), 0);
        for (const auto& part : letter_.parts) {
            put("H2", part.heading, heading_size, bold(), 10);
            for (const auto paragraph : split(part.words, '\n'))
                if (!trim(paragraph).empty()) put("P", paragraph, text_size, nullptr, 3);
        }
        foot();
        return std::move(sheet_).finish("en-GB");
    }

private:
    void put(const char* tag, std::string_view text, double points, const Owned<PangoAttrList>& attributes,
             double before)
    {
        const auto words = sheet_.words(text, points, width, attributes.get());
        y_ += before;
        // A heading is not the last line of a page.
        const double together = attributes ? paper::height_of(words.get()) + 3 * text_size : 0;
        if (y_ + together > bottom) next_page();
        sheet_.open(tag);
        for (int i = 0; i < pango_layout_get_line_count(words.get()); ++i) {
            auto* line = pango_layout_get_line_readonly(words.get(), i);
            PangoRectangle box;
            pango_layout_line_get_extents(line, nullptr, &box);
            const double height = static_cast<double>(box.height) / PANGO_SCALE * 1.15;
            if (y_ + height > bottom) {
                // What goes on overleaf is a paragraph of its own: a mark does not reach over pages.
                sheet_.close(tag);
                next_page();
                sheet_.open(tag);
            }
            cairo_move_to(sheet_.drawing(), margin, y_ - static_cast<double>(box.y) / PANGO_SCALE);
            pango_cairo_show_layout_line(sheet_.drawing(), line);
            y_ += height;
        }
        sheet_.close(tag);
    }

    void next_page()
    {
        foot();
        cairo_show_page(sheet_.drawing());
        ++page_;
        y_ = margin;
    }

    void foot()
    {
        const auto words =
            sheet_.words(letter_.foot + "  ·  " + std::to_string(page_), foot_size, width, nullptr);
        sheet_.open("P");
        cairo_move_to(sheet_.drawing(), margin, paper::a4_height - margin);
        pango_cairo_show_layout(sheet_.drawing(), words.get());
        sheet_.close("P");
    }

    const Letter& letter_;
    Sheet sheet_;
    double y_ = margin;
    int page_ = 1;
};

}  // namespace

std::string letter_pdf(const Letter& letter)
{
    return Writing{letter}.written();
}

}  // namespace safelead::exchange
