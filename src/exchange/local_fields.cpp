#include "exchange/local_fields.h"

#include "base/text.h"

#include <fmt/format.h>

namespace safelead::exchange {

std::string words(const FileFault& fault)
{
    const auto place = fault.line > 0 ? fmt::format("{}:{}", fault.file, fault.line) : fault.file;
    if (fault.field.empty()) return fmt::format("{}: {}.", place, fault.what);
    return fmt::format("{}: {}: {}.", place, fault.field, fault.what);
}

Read<std::optional<Date>> date_or_null(MemberReader& reader, std::string_view member)
{
    const auto* tree = SL_TRY(reader.any(member));
    if (tree->kind == JsonTree::Kind::null) return std::optional<Date>{};
    const auto date = tree->kind == JsonTree::Kind::text ? parse_date(tree->text) : std::nullopt;
    if (!date) return reader.fault(member, "is neither a date (2026-11-23) nor null");
    return date;
}

Read<Date> date(MemberReader& reader, std::string_view member)
{
    const auto read = SL_TRY(date_or_null(reader, member));
    if (!read) return reader.fault(member, "must be a date");
    return *read;
}

Read<std::vector<directory::Provenance>> sources(MemberReader& reader)
{
    std::vector<directory::Provenance> read;
    const auto* list = SL_TRY(reader.array("sources"));
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        auto one =
            SL_TRY(MemberReader::of(list->items[i], fmt::format("{}[{}]", reader.path_of("sources"), i)));
        const auto tag = SL_TRY(one.text("tag"));
        read.push_back({tag, SL_TRY(one.text("where"))});
        SL_TRY(one.nothing_else());
    }
    if (read.empty()) return reader.fault("sources", "is empty: say where this comes from");
    return read;
}

Read<directory::Grounds> grounds(MemberReader& reader)
{
    auto from = SL_TRY(sources(reader));
    const auto seen_on = SL_TRY(date_or_null(reader, "seen_on"));
    const auto verified_on = SL_TRY(date_or_null(reader, "verified_on"));
    const auto review_by = SL_TRY(date(reader, "review_by"));
    return directory::Grounds{std::move(from), seen_on, verified_on, review_by};
}

Read<JsonTree> local_tree(std::string_view text)
{
    return parse_json(text, {.comments = JsonLimits::Comments::allowed});
}

}  // namespace safelead::exchange
