#pragma once

// What somebody typed, as it came: names and values in order, not yet understood. A page's own form type
// makes sense of them.

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::web {

struct Field {
    std::string name;
    std::string value;

    bool operator==(const Field&) const = default;
};

/// Fields in the order they came; a name may come more than once (check boxes). Every name and value is valid
/// UTF-8 without NUL; nothing is trimmed, and line ends are as the browser sent them (CR LF).
class FormFields {
public:
    FormFields() = default;
    explicit FormFields(std::vector<Field> fields) : fields_{std::move(fields)} {}

    void add(std::string name, std::string value);

    /// The first value of `name`; nothing if it did not come at all.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

    /// The first value of `name`, or "" if it did not come.
    [[nodiscard]] std::string_view text(std::string_view name) const;

    /// Every value of `name`, in order.
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;

    [[nodiscard]] const std::vector<Field>& in_order() const { return fields_; }
    [[nodiscard]] bool empty() const { return fields_.empty(); }

    /// A file came with it and was dropped while it was read. Only forms that name a command are read then,
    /// and they are not carried out: they come back with what was typed (FormReader::command).
    [[nodiscard]] bool came_with_file() const { return came_with_file_; }
    void say_file_came() { came_with_file_ = true; }

private:
    std::vector<Field> fields_;
    bool came_with_file_ = false;
};

struct FieldLimits {
    std::size_t fields = 1000;      ///< A page of 100 children with ten questions each still fits.
    std::size_t name_length = 200;  ///< Our longest is under 60.
};

enum class FormFault {
    malformed,    ///< Bad percent-encoding, bad UTF-8, a NUL, a multipart body that ends too soon.
    too_many,     ///< More fields than FieldLimits allows, or a longer name.
    carries_file  ///< A part with a file name. Safelead keeps words, never files.
};

/// Reads application/x-www-form-urlencoded, which is also the form of a query.
[[nodiscard]] Result<FormFields, FormFault> parse_urlencoded(std::string_view text, FieldLimits limits = {});

}  // namespace safelead::web
