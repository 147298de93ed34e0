#include "web/forms/multipart.h"

#include "base/text.h"
#include "base/wipe.h"
#include "web/forms/percent.h"

namespace safelead::web {

namespace {

constexpr std::size_t longest_boundary = 70;  // RFC 2046
constexpr std::size_t longest_part_headers = 4096;

/// What a part says of itself.
struct PartHead {
    std::optional<std::string> name;
    bool is_file = false;
};

/// The value of `key` among "; key=value" pairs, with or without quotation marks.
std::optional<std::string> parameter(std::string_view header, std::string_view key)
{
    for (std::size_t at = header.find(';'); at != std::string_view::npos;) {
        std::string_view rest = trim(header.substr(at + 1));
        const auto equals = rest.find_first_of("=;");
        if (equals == std::string_view::npos || rest[equals] == ';') {
            at = header.find(';', at + 1);
            continue;
        }
        const std::string found = ascii_lower(trim(rest.substr(0, equals)));
        rest = trim(rest.substr(equals + 1));
        std::string value;
        std::size_t used = 0;
        if (!rest.empty() && rest.front() == '"') {
            for (used = 1; used < rest.size() && rest[used] != '"'; ++used) {
                if (rest[used] == '\\' && used + 1 < rest.size()) ++used;
                value += rest[used];
            }
        } else {
            used = std::min(rest.find(';'), rest.size());
            value = trim(rest.substr(0, used));
        }
        if (found == key) return value;
        const auto consumed = static_cast<std::size_t>(rest.data() - header.data()) + used;
        at = consumed > header.size() ? std::string_view::npos : header.find(';', consumed);
    }
    return std::nullopt;
}

/// Anything but plain text in plain encoding counts as a file, whether or not it has a name.
PartHead read_head(std::string_view text)
{
    PartHead head;
    for (std::string_view line : split(text, '\n')) {
        line = trim(line);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string key = ascii_lower(trim(line.substr(0, colon)));
        const std::string_view value = line.substr(colon + 1);
        if (key == "content-disposition") {
            head.name = parameter(value, "name");
            if (ascii_lower(value).find("filename") != std::string::npos) {
                head.is_file = parameter(value, "filename") || parameter(value, "filename*");
            }
        } else if (key == "content-type") {
            const std::string type = ascii_lower(trim(value.substr(0, value.find(';'))));
            if (type != "text/plain") head.is_file = true;
        } else if (key == "content-transfer-encoding") {
            head.is_file = true;
        }
    }
    return head;
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type)
{
    const std::string type = ascii_lower(trim(content_type.substr(0, content_type.find(';'))));
    if (type != "multipart/form-data") return std::nullopt;
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > longest_boundary) return std::nullopt;
    return boundary;
}

// The first delimiter has no line end before it; one is supposed, so that all look alike.
MultipartReader::MultipartReader(std::string_view boundary, FieldLimits limits)
    : delimiter_{"\r\n--" + std::string{boundary}}, limits_{limits}, buffer_{"\r\n"}
{
}

MultipartReader::~MultipartReader()
{
    wipe(buffer_);
}

/// Where it has to grow, what it leaves behind is overwritten.
void MultipartReader::add_to_buffer(std::string_view bytes)
{
    if (buffer_.size() + bytes.size() > buffer_.capacity()) {
        std::string larger;
        larger.reserve(2 * (buffer_.size() + bytes.size()));
        larger.append(buffer_);
        std::swap(larger, buffer_);
        wipe(larger);
    }
    buffer_ += bytes;
}

void MultipartReader::take(std::string_view bytes)
{
    if (state_ == State::end || state_ == State::broken) return;
    add_to_buffer(bytes);
    while (advance()) {
    }
}

Result<FormFields, FormFault> MultipartReader::finish() &&
{
    if (met_file_) return fail(FormFault::carries_file);
    return std::move(*this).finish_with_typing_alone();
}

Result<FormFields, FormFault> MultipartReader::finish_with_typing_alone() &&
{
    if (state_ == State::broken) return fail(fault_);
    if (state_ != State::end) return fail(FormFault::malformed);
    if (met_file_) fields_.say_file_came();
    return std::move(fields_);
}

bool MultipartReader::advance()
{
    switch (state_) {
        case State::before_part:
            return pass_delimiter();
        case State::headers:
            return take_headers();
        case State::field:
        case State::file:
            return take_content();
        case State::end:
        case State::broken:
            return false;
    }
    return false;
}

/// At a delimiter: another part follows, or "--" and the end.
bool MultipartReader::pass_delimiter()
{
    const std::size_t needed = delimiter_.size() + 2;
    if (buffer_.size() < needed) {
        const auto length = std::min(buffer_.size(), delimiter_.size());
        if (buffer_.compare(0, length, delimiter_, 0, length) != 0) break_off(FormFault::malformed);
        return false;
    }
    if (!buffer_.starts_with(delimiter_)) {
        break_off(FormFault::malformed);
        return false;
    }
    const std::string_view after = std::string_view{buffer_}.substr(delimiter_.size(), 2);
    if (after == "--") {
        state_ = State::end;
        buffer_.clear();
        return false;
    }
    if (after != "\r\n") {
        break_off(FormFault::malformed);
        return false;
    }
    // Its line end stays, so that a part without headers ends them at once.
    buffer_.erase(0, delimiter_.size());
    state_ = State::headers;
    return true;
}

bool MultipartReader::take_headers()
{
    const auto end = buffer_.find("\r\n\r\n");
    if (end == std::string::npos || end > longest_part_headers) {
        // Only once their end can no longer come in time: however they are cut up, they are taken or refused.
        if (buffer_.size() >= longest_part_headers + 4) break_off(FormFault::malformed);
        return false;
    }
    const PartHead head = read_head(std::string_view{buffer_}.substr(0, end));
    buffer_.erase(0, end + 4);
    if (head.is_file) {
        met_file_ = true;
        state_ = State::file;
        return true;
    }
    if (!head.name || !is_writing(*head.name)) {
        break_off(FormFault::malformed);
        return false;
    }
    if (fields_.in_order().size() == limits_.fields || head.name->size() > limits_.name_length) {
        break_off(FormFault::too_many);
        return false;
    }
    part_ = {*head.name, ""};
    kept_ += part_.name.size();
    state_ = State::field;
    return true;
}

/// Everything before the next delimiter, or as much as cannot be part of one.
bool MultipartReader::take_content()
{
    const auto found = buffer_.find(delimiter_);
    const bool is_whole = found != std::string::npos;
    const std::size_t held_back = delimiter_.size() - 1;
    const std::size_t length = is_whole ? found : buffer_.size() > held_back ? buffer_.size() - held_back : 0;
    if (state_ == State::field) {
        part_.value.append(buffer_, 0, length);
        kept_ += length;
    }
    buffer_.erase(0, length);
    if (!is_whole) return false;
    if (state_ == State::field) finish_field();
    if (state_ != State::broken) state_ = State::before_part;
    return true;
}

void MultipartReader::finish_field()
{
    if (is_writing(part_.value)) {
        fields_.add(std::move(part_.name), std::move(part_.value));
    } else {
        break_off(FormFault::malformed);
    }
}

void MultipartReader::break_off(FormFault fault)
{
    state_ = State::broken;
    fault_ = fault;
    buffer_.clear();
    fields_ = {};
    kept_ = 0;
}

}  // namespace safelead::web
