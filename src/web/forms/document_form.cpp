#include "web/forms/document_form.h"

#include "base/text.h"
#include "web/forms/percent.h"

#include <algorithm>

namespace safelead::web {

namespace {

constexpr std::size_t most_parts = 20;
constexpr std::size_t longest_head = 4096;
constexpr std::size_t longest_value = 64 * 1024;

/// The value of `key="…"` in a part's head, whatever line it is on.
std::optional<std::string> parameter(std::string_view head, std::string_view key)
{
    const std::string begins = std::string{key} + "=\"";
    for (auto at = head.find(begins); at != std::string_view::npos; at = head.find(begins, at + 1)) {
        const bool is_whole = at > 0 && (head[at - 1] == ' ' || head[at - 1] == ';');
        if (!is_whole) continue;
        const auto value = head.substr(at + begins.size());
        const auto end = value.find('"');
        if (end == std::string_view::npos) return std::nullopt;
        return std::string{value.substr(0, end)};
    }
    return std::nullopt;
}

std::string ending_of(std::string_view name)
{
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || name.size() - dot > 12) return {};
    return std::string{name.substr(dot)};
}

enum class Added { yes, no };

Added add_part(DocumentForm& form, std::string_view head, std::string_view content)
{
    const auto name = parameter(head, "name");
    if (!name || !is_writing(*name)) return Added::no;
    if (const auto file_name = parameter(head, "filename")) {
        if (*name != "document" || !form.document.empty()) return Added::no;
        form.document = content;
        form.ending = ending_of(*file_name);
        return Added::yes;
    }
    if (content.size() > longest_value || !is_writing(content)) return Added::no;
    form.fields.add(*name, std::string{content});
    return Added::yes;
}

}  // namespace

std::optional<DocumentForm> read_document_form(std::string_view body, std::string_view boundary)
{
    const std::string first = "--" + std::string{boundary};
    const std::string delimiter = "\r\n" + first;
    if (!body.starts_with(first)) return std::nullopt;
    body.remove_prefix(first.size());

    DocumentForm form;
    for (std::size_t part = 0; part < most_parts; ++part) {
        if (body.starts_with("--")) return form;
        if (!body.starts_with("\r\n")) return std::nullopt;
        const auto head_end = body.find("\r\n\r\n");
        if (head_end == std::string_view::npos || head_end > longest_head) return std::nullopt;
        const auto head = body.substr(2, head_end - 2 + 2);
        body.remove_prefix(head_end + 4);
        const auto end = body.find(delimiter);
        if (end == std::string_view::npos) return std::nullopt;
        if (add_part(form, head, body.substr(0, end)) == Added::no) return std::nullopt;
        body.remove_prefix(end + delimiter.size());
    }
    return std::nullopt;
}

}  // namespace safelead::web
