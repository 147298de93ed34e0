#include "web/http/tls.h"

#include "base/unavailable.h"

#include <fmt/format.h>
#include <openssl/ssl.h>

namespace safelead::web {

namespace {

namespace ssl = boost::asio::ssl;

/// Of what the browser offers, HTTP/1.1; if it offers nothing we know, it is told nothing.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                    unsigned int offered_length, void*)
{
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* match = nullptr;
    const int outcome =
        SSL_select_next_proto(&match, length, ours, sizeof(ours) - 1, offered, offered_length);
    *chosen = match;
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

}  // namespace

std::unique_ptr<ssl::context> make_tls(const TlsFiles& files)
{
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    SSL_CTX* raw = context->native_handle();
    SSL_CTX_set_min_proto_version(raw, TLS1_3_VERSION);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(raw, choose_protocol, nullptr);

    boost::system::error_code ec;
    // Without this OpenSSL would ask at the terminal, and a server that starts by itself would wait for ever.
    context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string{}; },
                                   ec);
    context->use_certificate_chain_file(files.certificate, ec);
    if (ec) {
        throw Unavailable{fmt::format("The certificate {} cannot be used ({}); give a readable PEM file.",
                                      files.certificate, ec.message())};
    }
    context->use_private_key_file(files.key, ssl::context::pem, ec);
    if (ec) {
        throw Unavailable{
            fmt::format("The key {} cannot be used with the certificate {} ({}); give the two PEM files "
                        "that were made together.",
                        files.key, files.certificate, ec.message())};
    }
    return context;
}

}  // namespace safelead::web
