#include "web/http/body_reader.h"

#include "base/bug.h"
#include "base/text.h"
#include "base/wipe.h"

#include <utility>

namespace safelead::web {

namespace {

bool carries_body(Method method, BodyKind kind)
{
    if (method == Method::post || method == Method::put || method == Method::patch) return true;
    return method == Method::erase && kind == BodyKind::raw;
}

Fault fault_of(FormFault fault)
{
    switch (fault) {
        case FormFault::malformed:
            return Fault::bad_request;
        case FormFault::too_many:
            return Fault::too_large;
        case FormFault::carries_file:
            return Fault::carries_file;
    }
    throw_bug("a FormFault without a Fault");
}

constexpr std::size_t large = std::size_t{1} << 20;

std::optional<Census::Place> place_for(const Request& head, const BodyRule& rule, Census& large_bodies)
{
    if (rule.limit <= large) return std::nullopt;
    return large_bodies.admit(counted_address(head.remote));
}

}  // namespace

BodyReader::BodyReader(const Request& head, BodyRule rule, const Limits& limits, Census& large_bodies)
    : rule_{rule},
      most_in_all_{rule.limit},
      kind_{form_kind(head)},
      may_have_body_{carries_body(head.method, rule.kind)},
      is_encoded_{ascii_lower(head.header("Content-Encoding").value_or("identity")) != "identity"},
      is_document_{rule.kind == BodyKind::raw && rule.limit > large},
      place_{place_for(head, rule, large_bodies)}
{
    if (rule.limit > large && !place_) fault_ = Fault::unavailable;
    // In one place from the first byte, so that no copies of it are left behind.
    if (is_document_ && !fault_) body_.reserve(rule.limit);
    if (rule.kind == BodyKind::form && kind_ == FormKind::multipart) {
        multipart_.emplace(*multipart_boundary(*head.header("Content-Type")));
        most_in_all_ += limits.dropped_file;
    }
}

BodyReader::~BodyReader()
{
    wipe(body_);
}

std::optional<Fault> BodyReader::objection_to(std::optional<std::uint64_t> length) const
{
    if (fault_) return fault_;
    if (length == 0) return std::nullopt;
    if (!may_have_body_) return Fault::bad_request;
    if (is_encoded_) return Fault::not_a_form;
    const bool is_form = kind_ == FormKind::urlencoded || kind_ == FormKind::multipart;
    if (rule_.kind == BodyKind::form && !is_form) return Fault::not_a_form;
    // Nobody types more than the limit and 64 MB: what is that long has a file in it.
    if (length && *length > most_in_all_) return multipart_ ? Fault::carries_file : Fault::too_large;
    return std::nullopt;
}

void BodyReader::take(std::string_view bytes)
{
    if (fault_) return;
    taken_ += bytes.size();
    if (taken_ > most_in_all_) {
        fault_ = multipart_ ? Fault::carries_file : Fault::too_large;
    } else if (!multipart_) {
        body_ += bytes;
    } else {
        multipart_->take(bytes);
        if (multipart_->kept() > rule_.limit) fault_ = Fault::too_large;
    }
}

/// One that a file came with and that is not whole has nothing to be shown again.
Result<FormFields, FormFault> BodyReader::form_in_parts()
{
    if (!multipart_->has_met_file() || rule_.on_file == OnFile::refuse)
        return std::move(*multipart_).finish();
    auto typed = std::move(*multipart_).finish_with_typing_alone();
    if (!typed) return fail(FormFault::carries_file);
    return typed;
}

std::optional<Fault> BodyReader::finish(Request& request)
{
    if (fault_) return fault_;
    if (rule_.kind == BodyKind::raw || taken_ == 0) {
        request.body = std::move(body_);
        return std::nullopt;
    }
    auto form = multipart_ ? form_in_parts() : parse_urlencoded(body_);
    if (!form) return fault_of(form.error());
    request.form = std::move(form).value();
    return std::nullopt;
}

}  // namespace safelead::web
