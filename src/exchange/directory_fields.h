#pragma once

// Fields that several of the directory's events have, written and read one way.

#include "directory/partnership.h"
#include "exchange/event_bytes.h"
#include "exchange/json_tree.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace safelead::exchange {

[[nodiscard]] inline nlohmann::ordered_json person_json(const std::optional<PersonId>& person)
{
    return person ? nlohmann::ordered_json(person->text()) : nlohmann::ordered_json(nullptr);
}

[[nodiscard]] inline nlohmann::ordered_json authority_json(const directory::Authority& authority)
{
    return {{"basis", directory::basis_name(authority.basis)},
            {"by", person_json(authority.by)},
            {"agreed_by", person_json(authority.agreed_by)}};
}

[[nodiscard]] inline EventBytes named(std::string_view type, const nlohmann::ordered_json& content)
{
    return {std::string{type}, 1, content.dump()};
}

template <class Value>
using Read = Result<Value, FieldFault>;

template <class Named>
Read<typename Named::value_type> named_value(MemberReader& reader, std::string_view member,
                                             Named (*from_name)(std::string_view))
{
    const auto text = SL_TRY(reader.text(member));
    const auto value = from_name(text);
    if (!value) return reader.fault(member, "is not a word this program knows");
    return *value;
}

[[nodiscard]] Read<std::optional<PersonId>> person_or_null(MemberReader& reader, std::string_view member);
[[nodiscard]] Read<directory::Authority> authority(MemberReader& reader);
[[nodiscard]] Read<PersonId> person(MemberReader& reader);
[[nodiscard]] Read<OrganisationId> organisation(MemberReader& reader);
[[nodiscard]] Read<Date> date_of(MemberReader& reader, std::string_view member);
/// A text that must be there and may be empty.
[[nodiscard]] Read<std::string> any_text(MemberReader& reader, std::string_view member);

}  // namespace safelead::exchange
