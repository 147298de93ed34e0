#pragma once

// One sheet being drawn: Cairo and Pango with an owner for everything, and the marks that make a PDF tagged.
// Only for the files that make PDFs.

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

namespace safelead::exchange::paper {

struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontMap* fonts) const { g_object_unref(fonts); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
};

template <class Thing>
using Owned = std::unique_ptr<Thing, Release>;

inline constexpr double a4_width = 595.28;
inline constexpr double a4_height = 841.89;

struct SheetTitle {
    std::string_view title;
    std::string_view author;
    std::string_view made_on;  ///< "2026-11-23": never the clock, so that the same text gives the same bytes.
};

/// A4, upright, one page.
class Sheet {
public:
    explicit Sheet(const SheetTitle& title);

    [[nodiscard]] cairo_t* drawing() const { return drawing_.get(); }

    /// Words in a font of `points`, broken at `width`; `attributes` may be null.
    [[nodiscard]] Owned<PangoLayout> words(std::string_view text, double points, double width,
                                           PangoAttrList* attributes) const;

    void open(const char* tag) const { cairo_tag_begin(drawing_.get(), tag, nullptr); }
    void close(const char* tag) const { cairo_tag_end(drawing_.get(), tag); }

    /// The finished file, with its language and "show the title" said. The sheet is then used up.
    [[nodiscard]] std::string finish(std::string_view language) &&;

private:
    // Destroyed from the last: what draws goes before what it draws on, and that before the bytes.
    std::string bytes_;
    Owned<cairo_surface_t> surface_;
    Owned<cairo_t> drawing_;
    Owned<PangoFontMap> fonts_;
    Owned<PangoContext> context_;
};

/// How high the words stand, in points.
[[nodiscard]] double height_of(PangoLayout* layout);

}  // namespace safelead::exchange::paper
