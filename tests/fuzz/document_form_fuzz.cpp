// Whatever comes as the form that carries a document: no crash; what is a view is a view of what came.

#include "web/forms/document_form.h"
#include "web/forms/percent.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead::web;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const auto form = read_document_form(text, "b");
    if (!form) return 0;
    for (const Field& field : form->fields.in_order())
        if (!is_writing(field.name) || !is_writing(field.value)) std::abort();
    const auto& document = form->document;
    if (!document.empty() &&
        (document.data() < text.data() || document.data() + document.size() > text.data() + text.size()))
        std::abort();
    return 0;
}
