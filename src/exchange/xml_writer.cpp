#include "exchange/xml_writer.h"

#include "base/bug.h"

namespace safelead::exchange {

namespace {

void append_escaped(std::string& to, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
            case '&':
                to += "&amp;";
                break;
            case '<':
                to += "&lt;";
                break;
            case '>':
                to += "&gt;";
                break;
            case '"':
                to += "&quot;";
                break;
            case '\n':
                to += "&#10;";  // Kept as it is in an attribute too.
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    to += "\xEF\xBF\xBD";
                } else {
                    to += c;
                }
        }
    }
}

}  // namespace

void XmlWriter::start(std::string_view element, const std::vector<Attribute>& attributes)
{
    document_.append(2 * open_.size(), ' ');
    document_ += '<';
    document_ += element;
    for (const Attribute& attribute : attributes) {
        document_ += ' ' + attribute.name + "=\"";
        append_escaped(document_, attribute.value);
        document_ += '"';
    }
}

void XmlWriter::open(std::string_view element, const std::vector<Attribute>& attributes)
{
    start(element, attributes);
    document_ += ">\n";
    open_.emplace_back(element);
}

void XmlWriter::close()
{
    if (open_.empty()) throw_bug("an XML element was closed that was not open");
    const std::string element = std::move(open_.back());
    open_.pop_back();
    document_.append(2 * open_.size(), ' ');
    document_ += "</" + element + ">\n";
}

void XmlWriter::empty(std::string_view element, const std::vector<Attribute>& attributes)
{
    start(element, attributes);
    document_ += "/>\n";
}

void XmlWriter::text(std::string_view element, std::string_view content)
{
    start(element, {});
    document_ += '>';
    append_escaped(document_, content);
    document_ += "</";
    document_ += element;
    document_ += ">\n";
}

std::string XmlWriter::take() &&
{
    if (!open_.empty()) throw_bug("an XML document was taken before it was complete");
    return std::move(document_);
}

}  // namespace safelead::exchange
