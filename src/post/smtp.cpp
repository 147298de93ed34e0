#include "post/smtp.h"

#include "base/bug.h"
#include "post/smtp_answers.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace safelead::post {
namespace {

struct EndCurl {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct EndList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, EndCurl>;
using List = std::unique_ptr<curl_slist, EndList>;

std::size_t give_bytes(char* into, std::size_t size, std::size_t count, void* from)
{
    auto& rest = *static_cast<std::string_view*>(from);
    const auto given = std::min(size * count, rest.size());
    std::memcpy(into, rest.data(), given);
    rest.remove_prefix(given);
    return given;
}

/// Asked by libcurl about once a second, and whenever something came or went. Not 0: give it up.
int is_over(void* over, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::stop_token*>(over)->stop_requested() ? 1 : 0;
}

/// Told of every line that goes and comes, those of signing in among them: none is kept.
int hear(CURL*, curl_infotype what, char* bytes, std::size_t size, void* answers)
{
    auto& told = *static_cast<SmtpAnswers*>(answers);
    if (what == CURLINFO_HEADER_OUT) told.sent({bytes, size});
    if (what == CURLINFO_HEADER_IN) told.answered({bytes, size});
    return 0;
}

class Smtp final : public Carrier {
public:
    Smtp(SmtpPlace place, Sender sender) : place_{std::move(place)}, sender_{std::move(sender)}
    {
        static const auto begun = curl_global_init(CURL_GLOBAL_DEFAULT);
        if (begun != CURLE_OK) throw_bug("libcurl does not start");
    }

    std::vector<Sent> carry(std::span<const Mail> mail, const std::stop_token& over) override
    {
        const Curl curl{curl_easy_init()};
        const auto began = std::chrono::steady_clock::now();
        std::vector<Sent> became;
        for (const auto& one : mail) {
            if (over.stop_requested()) break;
            // Whoever gave it holds it for so long.
            if (!became.empty() && std::chrono::steady_clock::now() - began >= place_.batch_time) break;
            // Where nobody answers, each of many would wait its time out.
            const bool nobody_there = !became.empty() && is_unreachable_;
            const auto sent = nobody_there ? Sent::later : carry_one(curl.get(), one, over);
            if (!sent) break;
            became.push_back(*sent);
        }
        is_unreachable_ = false;
        return became;
    }

private:
    /// Nothing: it was over before an answer came.
    std::optional<Sent> carry_one(CURL* curl, const Mail& mail, const std::stop_token& over)
    {
        if (!is_address(mail.to)) return Sent::never;
        const List to{curl_slist_append(nullptr, fmt::format("<{}>", mail.to).c_str())};
        if (curl == nullptr || !to) return Sent::later;
        const auto message = message_of(mail, sender_);
        std::string_view rest = message;
        answers_ = {};
        set_up(curl);
        curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, hear);
        curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &answers_);
        curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);  // Else nothing is told.
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_bytes);
        curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, is_over);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &over);
        const auto code = curl_easy_perform(curl);
        if (code == CURLE_OK) return Sent::sent;
        if (code == CURLE_ABORTED_BY_CALLBACK) return std::nullopt;
        is_unreachable_ = code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST ||
                          code == CURLE_OPERATION_TIMEDOUT || code == CURLE_PEER_FAILED_VERIFICATION ||
                          code == CURLE_USE_SSL_FAILED || code == CURLE_LOGIN_DENIED;
        return is_refusal(code) && answers_.is_refused_for_good() ? Sent::never : Sent::later;
    }

    void set_up(CURL* curl) const
    {
        curl_easy_reset(curl);  // Keeps the connection.
        const auto* scheme = place_.tls == Tls::from_the_start ? "smtps" : "smtp";
        curl_easy_setopt(curl, CURLOPT_URL,
                         fmt::format("{}://{}:{}", scheme, place_.host, place_.port).c_str());
        curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
        if (!place_.trust.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, place_.trust.c_str());
        if (!place_.user.empty()) {
            curl_easy_setopt(curl, CURLOPT_USERNAME, place_.user.c_str());
            curl_easy_setopt(curl, CURLOPT_PASSWORD, place_.password.c_str());
        }
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
        curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(place_.connect_time.count()));
        curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(place_.send_time.count()));
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, fmt::format("<{}>", sender_.from).c_str());
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    }

    /// Not so of what is wrong with the password or the certificate: that is put right one day.
    static bool is_refusal(CURLcode code)
    {
        return code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR;
    }

    SmtpPlace place_;
    Sender sender_;
    bool is_unreachable_ = false;
    SmtpAnswers answers_;  // libcurl may tell it until the connection is closed.
};

}  // namespace

std::unique_ptr<Carrier> smtp_carrier(SmtpPlace place, Sender sender)
{
    return std::make_unique<Smtp>(std::move(place), std::move(sender));
}

}  // namespace safelead::post
