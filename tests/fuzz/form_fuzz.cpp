// Whatever arrives as a form: no crash, nothing but writing kept, and the same answer however it is cut up.

#include "web/forms/form_fields.h"
#include "web/forms/multipart.h"
#include "web/forms/percent.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead;
using namespace safelead::web;

namespace {

void require(bool holds)
{
    if (!holds) std::abort();
}

void check_writing(const Result<FormFields, FormFault>& form)
{
    if (!form) return;
    for (const Field& field : form->in_order()) require(is_writing(field.name) && is_writing(field.value));
}

Result<FormFields, FormFault> read_multipart(std::string_view text, std::size_t piece)
{
    MultipartReader reader{"b"};
    while (!text.empty()) {
        reader.take(text.substr(0, piece));
        text.remove_prefix(std::min(piece, text.size()));
    }
    return std::move(reader).finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    check_writing(parse_urlencoded(text));
    (void)multipart_boundary(text);

    const auto whole = read_multipart(text, size);
    const auto pieces = read_multipart(text, 3);
    check_writing(whole);
    require(whole.has_value() == pieces.has_value());
    if (whole) require(whole->in_order() == pieces->in_order());
    return 0;
}
