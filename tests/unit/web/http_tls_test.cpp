#include "unit/web/http_support.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

namespace safelead::web {
namespace {

using testing::HasSubstr;

/// A folder of its own, gone with the test.
class Folder {
public:
    Folder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "safelead-http-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        path_ = pattern;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

/// A key and a certificate for it, as `name`.pem and `name`.key.
TlsFiles make_certificate(const Folder& folder, const std::string& name)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key{EVP_EC_gen("P-256"), EVP_PKEY_free};
    const std::unique_ptr<X509, decltype(&X509_free)> certificate{X509_new(), X509_free};
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    const auto* host = reinterpret_cast<const unsigned char*>("safelead.example");
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, host, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    TlsFiles files{folder.file(name + ".pem"), folder.file(name + ".key")};
    const std::unique_ptr<FILE, decltype(&fclose)> one{fopen(files.certificate.c_str(), "w"), fclose};
    PEM_write_X509(one.get(), certificate.get());
    const std::unique_ptr<FILE, decltype(&fclose)> other{fopen(files.key.c_str(), "w"), fclose};
    PEM_write_PrivateKey(other.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return files;
}

/// A visitor with TLS of up to `newest`, who trusts `certificate` and nothing else.
class TlsVisitor {
public:
    TlsVisitor(const Visitor& visitor, const std::string& certificate, int newest)
        : context_{SSL_CTX_new(TLS_client_method()), SSL_CTX_free}, tls_{nullptr, SSL_free}
    {
        SSL_CTX_set_max_proto_version(context_.get(), newest);
        SSL_CTX_load_verify_locations(context_.get(), certificate.c_str(), nullptr);
        SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
        static constexpr unsigned char offers[] = "\x02h2\x08http/1.1";
        SSL_CTX_set_alpn_protos(context_.get(), offers, sizeof(offers) - 1);
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), visitor.descriptor());
        is_secure_ = SSL_connect(tls_.get()) == 1;
    }

    [[nodiscard]] bool is_secure() const { return is_secure_; }
    [[nodiscard]] std::string version() const { return SSL_get_version(tls_.get()); }
    [[nodiscard]] std::string protocol() const
    {
        const unsigned char* chosen = nullptr;
        unsigned length = 0;
        SSL_get0_alpn_selected(tls_.get(), &chosen, &length);
        return {reinterpret_cast<const char*>(chosen), length};
    }
    std::string ask(const std::string& request)
    {
        SSL_write(tls_.get(), request.data(), static_cast<int>(request.size()));
        std::string all;
        char bytes[4096];
        while (!all.ends_with("here")) {
            const int count = SSL_read(tls_.get(), bytes, sizeof bytes);
            if (count <= 0) break;
            all.append(bytes, static_cast<std::size_t>(count));
        }
        return all;
    }

private:
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_;
    bool is_secure_ = false;
};

TEST(Tls, ServesPagesOverTls13)
{
    const Folder folder;
    const TlsFiles files = make_certificate(folder, "one");
    Served served{[&](ServerOptions& options) { options.tls = files; }};
    const Visitor visitor = served.start().visit();

    TlsVisitor tls{visitor, files.certificate, TLS1_3_VERSION};

    ASSERT_TRUE(tls.is_secure());
    EXPECT_EQ(tls.version(), "TLSv1.3");
    EXPECT_EQ(tls.protocol(), "http/1.1");
    const std::string answer = tls.ask(get("/"));
    EXPECT_THAT(answer, HasSubstr("HTTP/1.1 200 OK"));
    EXPECT_THAT(answer, HasSubstr("Strict-Transport-Security"));
    EXPECT_THAT(tls.ask(get("/again")), HasSubstr("HTTP/1.1 200 OK"));
}

TEST(Tls, SpeaksNothingOlder)
{
    const Folder folder;
    const TlsFiles files = make_certificate(folder, "one");
    Served served{[&](ServerOptions& options) { options.tls = files; }};
    const Visitor visitor = served.start().visit();
    EXPECT_FALSE((TlsVisitor{visitor, files.certificate, TLS1_2_VERSION}.is_secure()));
}

TEST(Tls, EndsAHandshakeThatDoesNotCome)
{
    const Folder folder;
    Served served{[&](ServerOptions& options) {
        options.tls = make_certificate(folder, "one");
        options.limits.handshake_time = std::chrono::milliseconds{40};
    }};
    served.start();
    EXPECT_TRUE(served.visit().is_closed_by_server());
    EXPECT_TRUE(served.visit().send("\x16\x03").is_closed_by_server());
    EXPECT_EQ(served.visit().send(get("/")).receive().status, 0) << "no plain HTTP on a TLS port";
}

/// What the server says when it cannot start.
std::string complaint_of(const TlsFiles& files)
{
    Served served{[&](ServerOptions& options) { options.tls = files; }};
    try {
        served.start();
    } catch (const Unavailable& unavailable) {
        return unavailable.what();
    }
    return "";
}

TEST(Tls, SaysInOneSentenceWhatIsWrongWithItsFiles)
{
    const Folder folder;
    const TlsFiles one = make_certificate(folder, "one");
    const TlsFiles two = make_certificate(folder, "two");
    std::ofstream{folder.file("bad.pem")} << "not a certificate";

    EXPECT_THAT(complaint_of({folder.file("none.pem"), one.key}), HasSubstr("none.pem cannot be used"));
    EXPECT_THAT(complaint_of({folder.file("bad.pem"), one.key}), HasSubstr("bad.pem cannot be used"));
    EXPECT_THAT(complaint_of({one.certificate, folder.file("bad.pem")}),
                HasSubstr("bad.pem cannot be used with"));
    EXPECT_THAT(complaint_of({one.certificate, two.key}), HasSubstr("two.key cannot be used with"));
}

TEST(UnixSocket, ServesItsOwnerAlone)
{
    const Folder folder;
    const std::string path = folder.file("safelead.sock");
    Served served{[&](ServerOptions& options) { options.listen = UnixAddress{path}; }};
    served.answerer.say = [](const Request& request) { return text_response('[' + request.remote + ']'); };
    served.start();

    struct stat file{};
    ASSERT_EQ(::stat(path.c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 0777U, 0600U);
    EXPECT_EQ(Visitor{path}.send(get("/")).receive().body, "[]");

    served.server.reset();
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(UnixSocket, IsNotTakenFromAServerThatAnswers)
{
    const Folder folder;
    const auto listen = [&](ServerOptions& options) { options.listen = UnixAddress{folder.file("s")}; };
    Served first{listen};
    first.start();
    EXPECT_THROW(Served{listen}.start(), Unavailable);
    EXPECT_EQ(Visitor{folder.file("s")}.send(get("/")).receive().status, 200);
}

TEST(UnixSocket, IsTakenOverFromAServerThatWasKilled)
{
    const Folder folder;
    const std::string path = folder.file("s");
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    std::memcpy(name.sun_path, path.data(), path.size());
    ASSERT_EQ(::bind(fd, reinterpret_cast<const sockaddr*>(&name), sizeof name), 0);
    ::close(fd);  // its file stays

    Served served{[&](ServerOptions& options) { options.listen = UnixAddress{path}; }};
    served.start();
    EXPECT_EQ(Visitor{path}.send(get("/")).receive().status, 200);
}

TEST(UnixSocket, NeverRemovesAnythingElse)
{
    const Folder folder;
    std::ofstream{folder.file("precious")} << "words";
    Served served{[&](ServerOptions& options) { options.listen = UnixAddress{folder.file("precious")}; }};
    EXPECT_THROW(served.start(), Unavailable);
    EXPECT_TRUE(std::filesystem::exists(folder.file("precious")));

    Served far{
        [&](ServerOptions& options) { options.listen = UnixAddress{folder.file(std::string(120, 'x'))}; }};
    EXPECT_THROW(far.start(), Unavailable);
}

}  // namespace
}  // namespace safelead::web
