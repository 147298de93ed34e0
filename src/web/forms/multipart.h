#pragma once

#include "web/forms/form_fields.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::web {

/// The boundary that a Content-Type of multipart/form-data names; nothing if it is another type or names
/// none.
[[nodiscard]] std::optional<std::string> multipart_boundary(std::string_view content_type);

/// Reads multipart/form-data as it arrives, and keeps only what was typed. Of a part that is a file, nothing
/// is kept at all: its bytes are dropped as they are read. Whether the form as a whole is refused for it is
/// said in the end.
class MultipartReader {
public:
    explicit MultipartReader(std::string_view boundary, FieldLimits limits = {});
    MultipartReader(const MultipartReader&) = delete;
    MultipartReader& operator=(const MultipartReader&) = delete;
    /// Pieces of a file passed through it: they are overwritten.
    ~MultipartReader();

    void take(std::string_view bytes);

    /// Once everything has been taken; not if there was a file.
    [[nodiscard]] Result<FormFields, FormFault> finish() &&;

    /// Once everything has been taken: what was typed, whatever stood beside it.
    [[nodiscard]] Result<FormFields, FormFault> finish_with_typing_alone() &&;

    /// How many bytes it holds on to.
    [[nodiscard]] std::size_t kept() const { return kept_ + buffer_.size(); }

    [[nodiscard]] bool has_met_file() const { return met_file_; }

private:
    enum class State { before_part, headers, field, file, end, broken };

    void add_to_buffer(std::string_view bytes);
    bool advance();
    bool pass_delimiter();
    bool take_headers();
    bool take_content();
    void finish_field();
    void break_off(FormFault fault);

    std::string delimiter_;
    FieldLimits limits_;
    State state_ = State::before_part;
    FormFault fault_ = FormFault::malformed;
    bool met_file_ = false;
    std::string buffer_;  ///< Not yet understood; never more than a delimiter's length of a file.
    Field part_;
    FormFields fields_;
    std::size_t kept_ = 0;
};

}  // namespace safelead::web
