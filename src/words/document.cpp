#include "words/document.h"

#include "base/wipe.h"
#include "words/noise.h"
#include "words/reader.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <system_error>

namespace safelead::words {

namespace {

/// How many lines of the list are pictures: "   1     0 image       8 …", or a stencil. Masks belong to one.
std::size_t count_pictures(std::string_view list)
{
    std::size_t pictures = 0;
    while (!list.empty()) {
        const auto line = list.substr(0, list.find('\n'));
        list.remove_prefix(std::min(list.size(), line.size() + 1));
        std::string_view rest = line;
        for (int column = 0; column < 2; ++column) {
            rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(' ')));
            rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of("0123456789")));
        }
        if (rest.starts_with(" image ") || rest.starts_with(" stencil ")) ++pictures;
    }
    return pictures;
}

/// The words of a PDF stay where its pictures can't be counted; then that is said.
Document with_pictures_counted(Document document, std::string_view bytes, std::chrono::milliseconds longest)
{
    const auto list = longest.count() > 0 ? list_pictures(bytes, longest)
                                          : Result<std::string, Refusal>{fail(Refusal::too_slow)};
    if (list)
        document.pictures_left_out = count_pictures(*list);
    else
        document.may_have_pictures = true;
    return document;
}

/// The reader says first, as three numbers, how many pictures and files it left out and links it took out.
Result<Document, Refusal> read_answer(std::string answer, Kind kind)
{
    Document document{kind, {}};
    const char* at = answer.data();
    const char* const end = answer.data() + answer.size();
    for (auto* const count :
         {&document.pictures_left_out, &document.files_left_out, &document.links_taken_out}) {
        const auto [after, fault] = std::from_chars(at, end, *count);
        if (fault != std::errc{} || after == end) return fail(Refusal::broken);
        at = after + 1;
    }
    document.text.assign(at, end);
    wipe(answer);
    return document;
}

/// Locked, with or without a password: its words were not meant to be taken out by whoever has it. "/Encrypt"
/// stands in the trailer, or in the dictionary that stands for one, and a reference or a dictionary follows;
/// in a stream, which may be a page's words, it means nothing.
bool is_locked_pdf(std::string_view bytes)
{
    static constexpr std::string_view key = "/Encrypt";
    std::size_t count = 0;
    for (auto at = bytes.find(key); at != std::string_view::npos; at = bytes.find(key, at + 1)) {
        auto after = at + key.size();
        if (after >= bytes.size() || is_alphanumeric(bytes[after])) continue;
        while (after < bytes.size() && is_space(bytes[after])) ++after;
        const auto value = bytes.substr(after, 16);
        const bool is_dictionary = value.starts_with("<<");
        const auto number = value.find_first_not_of("0123456789 \r\n");
        const bool is_reference = number != 0 && number != std::string_view::npos && value[number] == 'R';
        if (!is_dictionary && !is_reference) continue;
        // Nobody writes about it so often.
        if (++count > 64) return true;
        const auto before = bytes.substr(0, at);
        // The nearest of the two says whether it stands in a stream.
        const auto ended = before.rfind("endstream");
        const auto began = before.rfind("stream");
        const bool is_in_stream =
            began != std::string_view::npos && (ended == std::string_view::npos || began > ended + 3);
        if (!is_in_stream) return true;
    }
    return false;
}

/// Where a PDF ends: behind the last "%%EOF" that stands after the place of its table ("startxref 1234"). A
/// "%%EOF" without that may be in what was put behind it. Nothing if there is none.
std::size_t end_of_pdf(std::string_view bytes)
{
    static constexpr std::string_view mark = "%%EOF";
    constexpr std::size_t nearest = 64;
    for (auto at = bytes.rfind(mark); at != npos; at = at == 0 ? npos : bytes.rfind(mark, at - 1)) {
        const auto from = at > nearest ? at - nearest : 0;
        if (bytes.substr(from, at - from).find("startxref") != npos) return at + mark.size();
    }
    return npos;
}

/// Readers of PDF pass over what stands behind its end, and readers of pictures and archives may find one
/// there. Some programs leave a few bytes.
bool has_data_behind_pdf(std::string_view bytes)
{
    constexpr std::size_t a_few = 24;
    const auto end = end_of_pdf(bytes);
    if (end == npos) return false;
    const auto behind =
        std::ranges::count_if(bytes.substr(end), [](char c) { return !is_space(c) && c != '\0'; });
    return static_cast<std::size_t>(behind) > a_few;
}

}  // namespace

Result<Document, Refusal> read_document(std::string_view bytes, std::string_view name,
                                        std::chrono::milliseconds longest)
{
    if (bytes.size() > largest_document) return fail(Refusal::too_large);
    const Kind kind = SL_TRY(kind_of(bytes, name));
    if (kind == Kind::pdf && is_locked_pdf(bytes)) return fail(Refusal::encrypted);
    if (kind == Kind::pdf && has_data_behind_pdf(bytes)) return fail(Refusal::carries_data);
    const auto began = std::chrono::steady_clock::now();
    auto answer = run_reader(kind, bytes, longest);
    // A zip without a name is taken for what is met most often first.
    if (!answer && answer.error() == Refusal::archive && !names_kind(name))
        return read_answer(SL_TRY(run_reader(Kind::odt, bytes, longest)), Kind::odt);
    auto words = SL_TRY(std::move(answer));
    auto document = SL_TRY(read_answer(std::move(words), kind));
    if (kind != Kind::pdf) return document;
    const auto taken = std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    return with_pictures_counted(std::move(document), bytes, longest - taken);
}

}  // namespace safelead::words
