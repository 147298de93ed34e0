#include "words/office.h"

#include "words/xml_words.h"
#include "words/zip_parts.h"

#include <algorithm>
#include <array>
#include <string>

namespace safelead::words {

namespace {

struct Word {
    std::string_view element;
    Meaning meaning;
};

template <std::size_t count>
Meaning find_meaning(const std::array<Word, count>& words, std::string_view element)
{
    const auto* found = std::ranges::find(words, element, &Word::element);
    return found == words.end() ? Meaning::nothing : found->meaning;
}

Meaning in_word(std::string_view element)
{
    static constexpr std::array<Word, 24> words{{{"w:p", Meaning::paragraph},
                                                 {"w:t", Meaning::words},
                                                 {"m:t", Meaning::words},
                                                 {"w:tab", Meaning::tab},
                                                 {"w:br", Meaning::line_end},
                                                 {"w:cr", Meaning::line_end},
                                                 {"w:tc", Meaning::cell},
                                                 {"w:tr", Meaning::row},
                                                 {"w:noBreakHyphen", Meaning::hyphen},
                                                 {"w:sym", Meaning::symbol},
                                                 {"w:checkBox", Meaning::check_box},
                                                 {"w:default", Meaning::ticked},
                                                 {"w:checked", Meaning::ticked},
                                                 {"w:tabs", Meaning::left_out},
                                                 {"w:del", Meaning::left_out},
                                                 {"w:moveFrom", Meaning::left_out},
                                                 {"w:rt", Meaning::left_out},
                                                 {"w:instrText", Meaning::left_out},
                                                 {"mc:Fallback", Meaning::left_out},
                                                 {"pic:pic", Meaning::picture},
                                                 {"v:imagedata", Meaning::picture},
                                                 {"w:binData", Meaning::picture},
                                                 {"o:OLEObject", Meaning::other_file},
                                                 {"w:altChunk", Meaning::other_file}}};
    return find_meaning(words, element);
}

/// What other elements of text have in them is shown among a paragraph's words: fields, references, what was
/// typed into a form. These only hold paragraphs.
bool is_field(std::string_view element)
{
    static constexpr std::array<std::string_view, 13> structure{"text:list",
                                                                "text:list-item",
                                                                "text:list-header",
                                                                "text:section",
                                                                "text:note",
                                                                "text:note-body",
                                                                "text:index-body",
                                                                "text:index-title",
                                                                "text:numbered-paragraph",
                                                                "text:table-of-content",
                                                                "text:bibliography",
                                                                "text:alphabetical-index",
                                                                "text:user-index"};
    return element.starts_with("text:") && !element.ends_with("-source") && !element.ends_with("-decls") &&
           !element.ends_with("-template") && std::ranges::find(structure, element) == structure.end();
}

Meaning in_open_document(std::string_view element)
{
    static constexpr std::array<Word, 20> words{{{"text:p", Meaning::paragraph},
                                                 {"text:h", Meaning::paragraph},
                                                 {"text:page-number", Meaning::left_out},
                                                 {"text:s", Meaning::spaces},
                                                 {"text:tab", Meaning::tab},
                                                 {"text:line-break", Meaning::line_end},
                                                 {"table:table-cell", Meaning::cell},
                                                 {"table:table-row", Meaning::row},
                                                 {"text:tracked-changes", Meaning::left_out},
                                                 {"text:ruby-text", Meaning::left_out},
                                                 {"text:script", Meaning::left_out},
                                                 {"office:binary-data", Meaning::left_out},
                                                 {"svg:title", Meaning::left_out},
                                                 {"svg:desc", Meaning::left_out},
                                                 {"draw:image", Meaning::picture},
                                                 {"draw:object", Meaning::other_file},
                                                 {"draw:object-ole", Meaning::other_file},
                                                 {"office:scripts", Meaning::left_out},
                                                 {"text:notes-configuration", Meaning::left_out},
                                                 {"text:note-citation", Meaning::left_out}}};
    const auto found = find_meaning(words, element);
    return found == Meaning::nothing && is_field(element) ? Meaning::words : found;
}

/// "word/header2.xml" is one of "word/header".
bool is_word_part(std::string_view name, std::string_view stem)
{
    return name.starts_with(stem) && name.ends_with(".xml") &&
           name.substr(stem.size()).find_first_not_of("0123456789") == name.size() - stem.size() - 4;
}

Result<Done, Refusal> add_part(ZipParts& parts, std::string_view name, Vocabulary vocabulary, Extracted& into)
{
    const auto xml = SL_TRY(parts.read(name));
    if (!into.text.empty() && into.text.back() != '\n') into.text += '\n';
    return read_xml_words(xml, vocabulary, into);
}

bool is_kept_apart(std::string_view name)
{
    return name.find("embeddings/") != std::string_view::npos || name.ends_with("vbaProject.bin") ||
           name.find("Object ") != std::string_view::npos;
}

}  // namespace

Result<Extracted, Refusal> read_docx(std::string_view bytes)
{
    auto parts = SL_TRY(ZipParts::open(bytes));
    if (!parts.has("[Content_Types].xml")) return fail(Refusal::archive);
    if (std::ranges::none_of(parts.names(),
                             [](std::string_view name) { return is_word_part(name, "word/document"); }))
        return fail(Refusal::other_kind);

    Extracted found;
    for (const std::string_view stem : {"word/header", "word/document", "word/footnotes", "word/endnotes",
                                        "word/comments", "word/footer"}) {
        for (const std::string& name : parts.names())
            if (is_word_part(name, stem)) SL_TRY(add_part(parts, name, in_word, found));
    }
    for (const std::string& name : parts.names()) found.files_left_out += is_kept_apart(name) ? 1U : 0U;
    return found;
}

Result<Extracted, Refusal> read_odt(std::string_view bytes)
{
    auto parts = SL_TRY(ZipParts::open(bytes));
    if (!parts.has("mimetype") || !parts.has("content.xml")) return fail(Refusal::archive);
    const auto type = SL_TRY(parts.read("mimetype"));
    if (!type.starts_with("application/vnd.oasis.opendocument.text")) return fail(Refusal::other_kind);
    if (parts.has("META-INF/manifest.xml")) {
        const auto manifest = SL_TRY(parts.read("META-INF/manifest.xml"));
        if (manifest.find("encryption-data") != std::string::npos) return fail(Refusal::encrypted);
    }
    Extracted found;
    SL_TRY(add_part(parts, "content.xml", in_open_document, found));
    // Paragraphs stand there only for the head and foot of the pages.
    if (parts.has("styles.xml")) SL_TRY(add_part(parts, "styles.xml", in_open_document, found));
    for (const std::string& name : parts.names()) found.files_left_out += is_kept_apart(name) ? 1U : 0U;
    return found;
}

}  // namespace safelead::words
