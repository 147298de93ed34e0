#pragma once

#include "web/forms/multipart.h"
#include "web/http/answerer.h"
#include "web/http/census.h"
#include "web/http/limits.h"
#include "web/http/make_request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::web {

/// Takes the body of one request as it comes, within the route's limit, and puts what was typed into the
/// request.
class BodyReader {
public:
    /// `head` is the request before its body. A large one has a place among `large_bodies`, which outlive it.
    BodyReader(const Request& head, BodyRule rule, const Limits& limits, Census& large_bodies);
    BodyReader(const BodyReader&) = delete;
    BodyReader& operator=(const BodyReader&) = delete;
    /// What did not become part of a request, broken off or too large, is overwritten.
    ~BodyReader();

    /// Why a body that says it is this long need not even be read. A length that is not told is judged as it
    /// comes.
    [[nodiscard]] std::optional<Fault> objection_to(std::optional<std::uint64_t> length) const;

    void take(std::string_view bytes);

    /// Why there is no point in reading on.
    [[nodiscard]] std::optional<Fault> fault() const { return fault_; }

    /// A file is being read past, which may take longer.
    [[nodiscard]] bool has_met_file() const
    {
        return is_document_ || (multipart_ && multipart_->has_met_file());
    }

    /// Once the body is whole: into `request`, or why not.
    [[nodiscard]] std::optional<Fault> finish(Request& request);

private:
    [[nodiscard]] Result<FormFields, FormFault> form_in_parts();

    BodyRule rule_;
    std::size_t most_in_all_;
    FormKind kind_;
    bool may_have_body_;
    bool is_encoded_;
    bool is_document_;
    std::optional<Census::Place> place_;  ///< Of a large one: only so many are read at once, each in memory.
    std::uint64_t taken_ = 0;
    std::optional<MultipartReader> multipart_;
    std::string body_;
    std::optional<Fault> fault_;
};

}  // namespace safelead::web
