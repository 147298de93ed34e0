// batch: alone (fuzzers are built without this file)
#include "exchange/pdf_paper.h"

#include "base/bug.h"
#include "base/unavailable.h"

#include <cairo-pdf.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <utility>

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps what it made for patterns it was asked for until the program ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libfontconfig.so\n";
}
#endif
#ifdef __SANITIZE_THREAD__
// Fontconfig's threads share strings by counts that the sanitiser does not see, since it was compiled
// without.
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions()
{
    return "race:libfontconfig.so\n";
}
#endif

namespace safelead::exchange::paper {

namespace {

cairo_status_t take_bytes(void* to, const unsigned char* bytes, unsigned int size)
{
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void say(cairo_surface_t* surface, cairo_pdf_metadata_t what, std::string_view words)
{
    cairo_pdf_surface_set_metadata(surface, what, std::string{words}.c_str());
}

}  // namespace

Sheet::Sheet(const SheetTitle& title)
    : surface_{cairo_pdf_surface_create_for_stream(take_bytes, &bytes_, a4_width, a4_height)},
      drawing_{cairo_create(surface_.get())},
      fonts_{pango_cairo_font_map_new()},
      context_{pango_font_map_create_context(fonts_.get())}
{
    pango_cairo_update_context(drawing_.get(), context_.get());
    say(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.title);
    say(surface_.get(), CAIRO_PDF_METADATA_AUTHOR, title.author);
    say(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Safelead");
    const auto when = std::string{title.made_on} + "T00:00:00Z";
    say(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, when);
    say(surface_.get(), CAIRO_PDF_METADATA_MOD_DATE, when);
}

Owned<PangoLayout> Sheet::words(std::string_view text, double points, double width,
                                PangoAttrList* attributes) const
{
    Owned<PangoLayout> layout{pango_layout_new(context_.get())};
    const Owned<PangoFontDescription> font{pango_font_description_from_string("Liberation Sans")};
    pango_font_description_set_absolute_size(font.get(), points * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), 1.12F);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    if (attributes != nullptr) pango_layout_set_attributes(layout.get(), attributes);
    return layout;
}

std::string Sheet::finish(std::string_view language) &&
{
    cairo_show_page(drawing_.get());
    cairo_surface_finish(surface_.get());
    if (const auto status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS)
        throw Unavailable{std::string{"A PDF could not be drawn: "} + cairo_status_to_string(status)};

    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("sheet", bytes_.data(), bytes_.size());
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(std::string{language}));
    // cairo leaves this out where there is more than one page, though the tags are there.
    auto marks = QPDFObjectHandle::newDictionary();
    marks.replaceKey("/Marked", QPDFObjectHandle::newBool(true));
    root.replaceKey("/MarkInfo", marks);
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
}

double height_of(PangoLayout* layout)
{
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

}  // namespace safelead::exchange::paper
