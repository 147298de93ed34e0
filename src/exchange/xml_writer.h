#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

/// Of an XML element.
struct Attribute {
    Attribute(std::string_view called, std::string_view is) : name{called}, value{is} {}

    std::string name;
    std::string value;
};

/// Writes an XML document, indented, in UTF-8. Text and attributes are escaped; what XML cannot hold (control
/// characters) becomes U+FFFD.
class XmlWriter {
public:
    void open(std::string_view element, const std::vector<Attribute>& attributes);
    void close();

    /// An element with nothing in it.
    void empty(std::string_view element, const std::vector<Attribute>& attributes);

    /// An element with text in it.
    void text(std::string_view element, std::string_view content);

    /// The document; every element that was opened must have been closed.
    [[nodiscard]] std::string take() &&;

private:
    void start(std::string_view element, const std::vector<Attribute>& attributes);

    std::string document_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::vector<std::string> open_;
};

}  // namespace safelead::exchange
