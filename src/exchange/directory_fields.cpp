#include "exchange/directory_fields.h"

namespace safelead::exchange {

using directory::Authority;
using directory::basis_from_name;

Read<std::optional<PersonId>> person_or_null(MemberReader& reader, std::string_view member)
{
    const auto* tree = SL_TRY(reader.any(member));
    if (tree->kind == JsonTree::Kind::null) return std::optional<PersonId>{};
    if (tree->kind != JsonTree::Kind::text) return reader.fault(member, "is neither a text nor null");
    return std::optional{PersonId{tree->text}};
}

Read<Authority> authority(MemberReader& reader)
{
    const auto* tree = SL_TRY(reader.any("authority"));
    auto inner = SL_TRY(MemberReader::of(*tree, "authority"));
    Authority read;
    read.basis = SL_TRY(named_value(inner, "basis", basis_from_name));
    read.by = SL_TRY(person_or_null(inner, "by"));
    read.agreed_by = SL_TRY(person_or_null(inner, "agreed_by"));
    SL_TRY(inner.nothing_else());
    return read;
}

Read<PersonId> person(MemberReader& reader)
{
    return PersonId{SL_TRY(reader.text("person"))};
}

Read<OrganisationId> organisation(MemberReader& reader)
{
    return OrganisationId{SL_TRY(reader.text("organisation"))};
}

Read<Date> date_of(MemberReader& reader, std::string_view member)
{
    const auto date = parse_date(SL_TRY(reader.text(member)));
    if (!date) return reader.fault(member, "is not a date");
    return *date;
}

Read<std::string> any_text(MemberReader& reader, std::string_view member)
{
    const auto* tree = SL_TRY(reader.any(member));
    if (tree->kind != JsonTree::Kind::text) return reader.fault(member, "is not a text");
    return tree->text;
}

}  // namespace safelead::exchange
