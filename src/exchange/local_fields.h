#pragma once

// What stands in several files of guidance/local.

#include "directory/arrangements.h"
#include "exchange/file_fault.h"
#include "exchange/json_tree.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::exchange {

template <class Value>
using Read = Result<Value, FieldFault>;

[[nodiscard]] Read<std::optional<Date>> date_or_null(MemberReader& reader, std::string_view member);
[[nodiscard]] Read<Date> date(MemberReader& reader, std::string_view member);
/// The member "sources"; never empty.
[[nodiscard]] Read<std::vector<directory::Provenance>> sources(MemberReader& reader);
/// The members "sources", "seen_on", "verified_on" and "review_by".
[[nodiscard]] Read<directory::Grounds> grounds(MemberReader& reader);
/// JSON with comments.
[[nodiscard]] Read<JsonTree> local_tree(std::string_view text);

/// The same, said of a file.
template <class Value>
[[nodiscard]] Result<Value, FileFault> in_file(std::string_view file, Read<Value> read)
{
    if (read) return *std::move(read);
    auto fault = std::move(read).error();
    return fail(FileFault{std::string{file}, fault.line, std::move(fault.field), std::move(fault.problem)});
}

}  // namespace safelead::exchange
