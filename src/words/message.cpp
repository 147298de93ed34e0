#include "words/message.h"

#include "base/text.h"
#include "words/html_words.h"
#include "words/kinds.h"
#include "words/mime.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace safelead::words {

namespace {

constexpr std::size_t deepest = 12;

class MessageReading {
public:
    MessageReading(const Charsets& charsets, Extracted& into) : charsets_{charsets}, into_{into} {}

    Result<Done, Refusal> message(std::string_view bytes)
    {
        const MimePart part = read_mime_part(bytes);
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> shown{
            {{"from", "From"}, {"to", "To"}, {"cc", "Cc"}, {"date", "Date"}, {"subject", "Subject"}}};
        for (const auto& [name, title] : shown) {
            const auto value = decode_words(part.field(name), charsets_);
            if (!value.empty()) into_.text += std::string{title} + ": " + without_controls(value) + '\n';
        }
        into_.text += '\n';
        return this->part(part);
    }

private:
    Result<Done, Refusal> part(const MimePart& part)
    {
        if (++depth_ > deepest) return fail(Refusal::too_much);
        auto done = inner_part(part);
        --depth_;
        if (done && into_.text.size() > longest_text) return fail(Refusal::too_much);
        return done;
    }

    Result<Done, Refusal> inner_part(const MimePart& part)
    {
        const std::string type = mime_type(part);
        const auto disposition = ascii_lower(part.field("content-disposition"));
        if (type == "multipart/encrypted" || type == "application/pkcs7-mime" ||
            type == "application/x-pkcs7-mime")
            return fail(Refusal::encrypted);
        if (type.starts_with("multipart/")) return parts_of(part, type);
        if (type == "message/rfc822" && !disposition.starts_with("attachment")) {
            into_.text += '\n';
            return message(decode_transfer(part.body, part.field("content-transfer-encoding")));
        }
        const bool is_text = type == "text/plain" || type == "text/html";
        if (is_text && !disposition.starts_with("attachment")) return text(part, type);
        (type.starts_with("image/") || type.starts_with("video/") ? into_.pictures_left_out
                                                                  : into_.files_left_out) += 1;
        return Done{};
    }

    Result<Done, Refusal> parts_of(const MimePart& part, std::string_view type)
    {
        const auto boundary = mime_parameter(part.field("content-type"), "boundary");
        if (boundary.empty()) return fail(Refusal::broken);
        auto inner = mime_parts(part.body, boundary);
        if (type != "multipart/alternative") {
            for (const auto bytes : inner) SL_TRY(this->part(read_mime_part(bytes)));
            return Done{};
        }
        // The same words in several forms: the plain one, or else the last.
        for (const auto bytes : inner) {
            const auto one = read_mime_part(bytes);
            if (mime_type(one) == "text/plain") return this->part(one);
        }
        if (inner.empty()) return Done{};
        return this->part(read_mime_part(inner.back()));
    }

    Result<Done, Refusal> text(const MimePart& part, std::string_view type)
    {
        const auto bytes = decode_transfer(part.body, part.field("content-transfer-encoding"));
        if (begins_as_file(bytes) || bytes.starts_with("%PDF-") || bytes.starts_with("PK\3\4"))
            return fail(Refusal::not_its_name);
        const auto charset = mime_parameter(part.field("content-type"), "charset");
        const auto letters = charsets_.to_utf8(bytes, charset);
        if (!letters) return fail(Refusal::not_letters);
        if (letters->find('\0') != std::string::npos) return fail(Refusal::not_its_name);
        if (type == "text/html") {
            read_html_words(*letters, into_);
        } else {
            into_.text += *letters;
        }
        if (!into_.text.ends_with('\n')) into_.text += '\n';
        return Done{};
    }

    const Charsets& charsets_;
    Extracted& into_;
    std::size_t depth_ = 0;
};

}  // namespace

Result<Extracted, Refusal> read_message(std::string_view bytes, const Charsets& charsets)
{
    Extracted found;
    SL_TRY(MessageReading(charsets, found).message(bytes));
    return found;
}

}  // namespace safelead::words
