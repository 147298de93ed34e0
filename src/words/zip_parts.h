#pragma once

#include "base/result.h"
#include "words/refusal.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace safelead::words {

/// Whether every byte of a zip file is of one of its parts or of its directory, and what somebody remarked on
/// it (its comments) is words.
[[nodiscard]] bool is_nothing_but_zip(std::string_view bytes);

/// A zip file in memory, of which single parts are unpacked, in memory, as far as limits allow. What is
/// packed inside a part stays packed.
class ZipParts {
public:
    /// `bytes` outlives it. What has more in it than its parts is refused.
    [[nodiscard]] static Result<ZipParts, Refusal> open(std::string_view bytes);

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] bool has(std::string_view name) const;

    /// The part's bytes. All that is read from one file together may not be more than 64 MB.
    [[nodiscard]] Result<std::string, Refusal> read(std::string_view name);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    explicit ZipParts(zip* archive) : archive_{archive} {}

    std::unique_ptr<zip, Close> archive_;
    std::vector<std::string> names_;
    std::size_t read_ = 0;
};

}  // namespace safelead::words
