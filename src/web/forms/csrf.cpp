#include "web/forms/csrf.h"

#include "base/text.h"

namespace safelead::web {

namespace {

/// Takes as long whether they differ early, late or not at all.
bool are_equal(std::string_view one, std::string_view other)
{
    if (one.size() != other.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        difference |=
            static_cast<unsigned char>(one[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(other[i]));
    }
    return difference == 0;
}

// What the token is for stands in front, so that one kind can never pass for the other.
std::string token_for(const Mac& mac, std::string_view kind, std::string_view secret)
{
    return mac("safelead form " + std::string{kind} + '\n' + std::string{secret});
}

}  // namespace

std::string session_token(const Mac& mac, std::string_view session)
{
    return token_for(mac, "session", session);
}

OpenToken open_token(const Mac& mac, const RandomText& random, const Request& request)
{
    const auto kept = own_cookie(request, csrf_cookie);
    if (kept && kept->size() >= 16) return {token_for(mac, "open", *kept), std::nullopt};
    SetCookie fresh{std::string{csrf_cookie}, random(), std::nullopt, SetCookie::SameSite::strict};
    return {token_for(mac, "open", fresh.value), fresh};
}

Result<Done, CsrfFault> check_form(const std::string& wanted, const Request& request)
{
    if (!came_from_us(request)) return fail(CsrfFault::from_elsewhere);
    const auto token = request.form.find(csrf_field);
    if (!token) return fail(CsrfFault::no_token);
    if (!are_equal(*token, wanted)) return fail(CsrfFault::wrong_token);
    return Done{};
}

Result<Done, CsrfFault> check_session_form(const Mac& mac, std::string_view session, const Request& request)
{
    return check_form(session_token(mac, session), request);
}

Result<Done, CsrfFault> check_open_form(const Mac& mac, const Request& request)
{
    const auto kept = own_cookie(request, csrf_cookie);
    if (!kept || kept->size() < 16) return fail(CsrfFault::no_token);
    return check_form(token_for(mac, "open", *kept), request);
}

bool came_from_us(const Request& request)
{
    if (const auto site = request.header("Sec-Fetch-Site")) return *site == "same-origin" || *site == "none";
    const auto origin = request.header("Origin");
    if (!origin) return true;
    // A page under our Referrer-Policy sends "null" in some browsers; there the token decides alone.
    if (*origin == "null") return true;
    const std::string ours =
        (request.is_https() ? "https://" : "http://") + std::string{request.header("Host").value_or("")};
    return ascii_lower(*origin) == ascii_lower(ours);
}

}  // namespace safelead::web
