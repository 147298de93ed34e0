#include "exchange/event_fields.h"

#include "base/bug.h"
#include "base/text.h"

namespace safelead::exchange {

namespace {

bool is_escaped(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20U;
}

/// Of those that are escaped.
void write_escaped(std::string& json, char c)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            json += R"(\")";
            return;
        case '\\':
            json += R"(\\)";
            return;
        case '\n':
            json += R"(\n)";
            return;
        case '\r':
            json += R"(\r)";
            return;
        case '\t':
            json += R"(\t)";
            return;
        default:
            break;
    }
    const auto value = static_cast<unsigned char>(c);
    json += R"(\u00)";
    json += digits[value >> 4U];
    json += digits[value & 15U];
}

}  // namespace

void write_text(std::string& json, std::string_view text)
{
    if (!is_utf8(text)) throw_bug("an event holds text that is not UTF-8");
    json += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_escaped(text[at])) continue;
        json += text.substr(written, at - written);
        write_escaped(json, text[at]);
        written = at + 1;
    }
    json += text.substr(written);
    json += '"';
}

std::string ReadingPath::text() const
{
    std::string path = outer == nullptr ? std::string{} : outer->text();
    if (item) return path + "[" + std::to_string(*item) + "]";
    if (!path.empty()) path += '.';
    return path += name;
}

std::string EventReading::text(const JsonTree* tree, const ReadingPath& path)
{
    if (tree != nullptr && tree->kind == JsonTree::Kind::text) return tree->text;
    wrong(path);
    return {};
}

int EventReading::integer(const JsonTree* tree, const ReadingPath& path)
{
    const bool fits = tree != nullptr && tree->kind == JsonTree::Kind::integer &&
                      tree->integer >= std::numeric_limits<int>::min() &&
                      tree->integer <= std::numeric_limits<int>::max();
    if (fits) return static_cast<int>(tree->integer);
    wrong(path);
    return 0;
}

bool EventReading::truth(const JsonTree* tree, const ReadingPath& path)
{
    if (tree != nullptr && tree->kind == JsonTree::Kind::boolean) return tree->boolean;
    wrong(path);
    return false;
}

}  // namespace safelead::exchange
