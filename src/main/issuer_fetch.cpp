#include "main/issuer_fetch.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "web/http/log.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>

namespace safelead::main {
namespace {

constexpr long longest_wait = 10;  // Seconds, for all of it.
constexpr long longest_connecting = 5;
constexpr std::size_t longest_answer = std::size_t{256} * 1024;
constexpr unsigned ok = 200;

struct EndCurl {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, EndCurl>;
using List = std::unique_ptr<curl_slist, EndCurl>;

/// Taking less than there is ends it.
std::size_t take_bytes(char* from, std::size_t size, std::size_t count, void* into)
{
    auto& body = *static_cast<std::string*>(into);
    const auto length = size * count;
    if (length > longest_answer - body.size()) return 0;
    body.append(from, length);
    return length;
}

void add(List& list, const std::string& header)
{
    auto* longer = curl_slist_append(list.get(), header.c_str());
    if (longer == nullptr) throw Unavailable{"There is no memory left to ask an issuer."};
    (void)list.release();
    list.reset(longer);
}

List headers_of(const app::IssuerQuestion& question)
{
    List headers;
    add(headers, "Accept: application/json");
    add(headers, "Expect:");  // A form this short is sent at once.
    if (!question.authorisation.empty()) add(headers, "Authorization: " + question.authorisation);
    return headers;
}

void set_up(CURL* curl, const app::IssuerQuestion& question)
{
    const bool is_here = exchange::is_loopback(question.address);
    curl_easy_setopt(curl, CURLOPT_URL, question.address.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, is_here ? "http,https" : "https");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!question.trust.empty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, question.trust.c_str());
        curl_easy_setopt(curl, CURLOPT_CAPATH, static_cast<const char*>(nullptr));  // And no others.
    }
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, longest_connecting);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, longest_wait);
    if (!question.form) return;
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form->size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question.form->c_str());
}

app::IssuerAnswer ask(const app::IssuerQuestion& question)
{
    const Curl curl{curl_easy_init()};
    if (!curl) throw Unavailable{"There is no memory left to ask an issuer."};
    const auto headers = headers_of(question);
    app::IssuerAnswer answer;
    set_up(curl.get(), question);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_bytes);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
    const auto code = curl_easy_perform(curl.get());
    if (code != CURLE_OK)
        throw Unavailable{fmt::format("An issuer can't be asked: {}.", curl_easy_strerror(code))};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<unsigned>(status);
    return answer;
}

}  // namespace

app::AskIssuer issuer_asker(web::Log& log)
{
    static const auto begun = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (begun != CURLE_OK) throw_bug("libcurl does not start");
    return [&log](const app::IssuerQuestion& question) {
        try {
            auto answer = ask(question);
            if (answer.status != ok)
                log.write(web::Log::line(web::Severity::error, "an issuer did not answer as it should")
                              .with("status", answer.status));
            return answer;
        } catch (const Unavailable&) {
            log.write(web::Log::line(web::Severity::error, "an issuer could not be asked"));
            throw;
        }
    };
}

}  // namespace safelead::main
