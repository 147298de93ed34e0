#include "web/answers/document_reading.h"

#include "web/answers/signing_in.h"
#include "web/forms/multipart.h"

namespace safelead::web {

namespace {

// A note holds 20,000 characters, and what was said of the document stands in it, too.
constexpr std::size_t most_shown = 18'000;

/// The beginning, at most so many characters, whole ones.
std::string_view beginning_of(std::string_view text)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (begins && ++characters > most_shown) return text.substr(0, at);
    }
    return text;
}

/// The request as the guards of forms know it, without its body.
Request as_form(const Request& request, const FormFields& fields)
{
    Request form;
    form.method = request.method;
    form.headers = request.headers;
    form.cookies = request.cookies;
    form.scheme = request.scheme;
    form.remote = request.remote;
    form.form = fields;
    return form;
}

}  // namespace

std::variant<DocumentSent, Response> document_in(Site& site, const Request& request)
{
    const auto visitor = site.visitor(request);
    if (!visitor) return ask_to_sign_in(site, request);
    const auto boundary = multipart_boundary(request.header("Content-Type").value_or(""));
    if (!boundary) return site.fault(Fault::forbidden);  // Without a form there is no token.
    auto form = read_document_form(request.body, *boundary);
    if (!form) return site.fault(Fault::bad_request);
    if (!check_session_form(site.mac(), *own_cookie(request, session_cookie), as_form(request, form->fields)))
        return site.fault(Fault::forbidden);
    return DocumentSent{*visitor, *std::move(form)};
}

WordsShown shown_of(const app::DocumentWords& words)
{
    const auto shown = beginning_of(words.text);
    WordsShown all{{},
                   {words.pictures_left_out, words.files_left_out, words.links_taken_out,
                    shown.size() < words.text.size(), words.may_have_pictures}};
    all.typed.add("kind", std::string{app::name_of_kind(words)});
    all.typed.add("words", std::string{shown});
    return all;
}

}  // namespace safelead::web
