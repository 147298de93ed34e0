#include "words/message.h"

#include "base/text.h"
#include "words/html_words.h"
#include "words/kinds.h"
#include "words/mime.h"
#include "words/typed.h"

#include <array>
#include <ranges>
#include <string>
#include <utility>

namespace safelead::words {

namespace {

constexpr std::size_t deepest = 12;

/// What stands around a message's parts isn't shown by any program and isn't taken: but the message comes in
/// with it. Most say there that they have parts.
bool are_words(std::string_view bytes)
{
    if (trim(bytes).empty()) return true;
    const auto text = text_of_file(bytes);
    return text && take_out_data(*text).data_taken_out == 0;
}

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

    /// The header of a message is not what it says.
    [[nodiscard]] bool has_words() const { return has_words_; }

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
        const auto inner = mime_parts(part.body, boundary);
        if (!are_words(inner.before) || !are_words(inner.after)) return fail(Refusal::carries_data);
        if (type != "multipart/alternative") {
            for (const auto bytes : inner.parts) SL_TRY(this->part(read_mime_part(bytes)));
            return Done{};
        }
        return richest_of(inner.parts);
    }

    /// The same words in several forms, the richest last: the last that has words. A plain form may be empty,
    /// or say no more than that there is another.
    Result<Done, Refusal> richest_of(const std::vector<std::string_view>& forms)
    {
        const Extracted before = into_;
        Result<Done, Refusal> first_failure = Done{};
        for (const auto bytes : forms | std::views::reverse) {
            const bool had_words = std::exchange(has_words_, false);
            const auto done = part(read_mime_part(bytes));
            const bool gave_words = has_words_ && done;
            has_words_ = had_words || gave_words;
            if (gave_words) return done;
            if (first_failure && !done) first_failure = fail(done.error());
            if (bytes.data() != forms.front().data()) into_ = before;
        }
        return first_failure;
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
        const auto begin = into_.text.size();
        if (type == "text/html") {
            read_html_words(*letters, into_);
        } else {
            into_.text += *letters;
        }
        has_words_ = has_words_ || words::has_words(std::string_view{into_.text}.substr(begin));
        if (!into_.text.ends_with('\n')) into_.text += '\n';
        return Done{};
    }

    const Charsets& charsets_;
    Extracted& into_;
    std::size_t depth_ = 0;
    bool has_words_ = false;  ///< Other than in its header.
};

}  // namespace

Result<Extracted, Refusal> read_message(std::string_view bytes, const Charsets& charsets)
{
    Extracted found;
    MessageReading reading{charsets, found};
    SL_TRY(reading.message(bytes));
    const bool left_out = found.pictures_left_out + found.files_left_out > 0;
    if (left_out && !reading.has_words()) return fail(Refusal::no_words);
    return found;
}

}  // namespace safelead::words
