#include "web/forms/csrf.h"
#include "web/forms/form_fields.h"
#include "web/forms/multipart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::web {
namespace {

using testing::ElementsAre;

TEST(FormFields, ComeInTheOrderInWhichTheyWereSent)
{
    const FormFields fields = parse_urlencoded("age=13&who=A+pupil&age=14").value();

    EXPECT_THAT(fields.in_order(),
                ElementsAre(Field{"age", "13"}, Field{"who", "A pupil"}, Field{"age", "14"}));
    EXPECT_THAT(fields.all("age"), ElementsAre("13", "14"));
    EXPECT_EQ(fields.text("age"), "13");
}

TEST(FormFields, TellEmptyFromAbsent)
{
    const FormFields fields = parse_urlencoded("said=&alone").value();

    EXPECT_EQ(fields.find("said"), "");
    EXPECT_EQ(fields.find("alone"), "");
    EXPECT_EQ(fields.find("never"), std::nullopt);
    EXPECT_EQ(fields.text("never"), "");
}

TEST(FormFields, KeepWordsAsTheyWereTyped)
{
    const FormFields fields = parse_urlencoded("words=%C5%BBaneta%20%26%20Tom%0D%0Asaid%3D%2B1").value();
    EXPECT_EQ(fields.text("words"), "Żaneta & Tom\r\nsaid=+1");
}

TEST(FormFields, RefuseWhatNobodyTypes)
{
    for (const char* bad : {"a=%00", "a=%FF", "a=%C0%AF", "a=%ED%A0%80", "a=%4", "a=%zz", "%00=a"}) {
        EXPECT_EQ(parse_urlencoded(bad).error(), FormFault::malformed) << bad;
    }
    EXPECT_EQ(parse_urlencoded(std::string_view{"a=\0b", 4}).error(), FormFault::malformed);
}

TEST(FormFields, AreNotMoreThanTheirLimit)
{
    EXPECT_EQ(parse_urlencoded("a=1&b=2", {2, 1}).value().in_order().size(), 2U);
    EXPECT_EQ(parse_urlencoded("a=1&b=2&c=3", {2, 1}).error(), FormFault::too_many);
    EXPECT_EQ(parse_urlencoded("ab=1", {2, 1}).error(), FormFault::too_many);
}

std::string part(std::string_view headers, std::string_view content)
{
    return "--line\r\n" + std::string{headers} + "\r\n\r\n" + std::string{content} + "\r\n";
}

Result<FormFields, FormFault> read_in_pieces(std::string_view whole, std::size_t piece,
                                             FieldLimits limits = {})
{
    MultipartReader reader{"line", limits};
    while (!whole.empty()) {
        reader.take(whole.substr(0, piece));
        whole.remove_prefix(std::min(piece, whole.size()));
    }
    return std::move(reader).finish();
}

TEST(Multipart, ReadsFieldsHoweverTheyAreCutUp)
{
    const std::string whole =
        part("Content-Disposition: form-data; name=\"said\"", "one\r\n--lin\r\ntwo") +
        part("content-disposition: form-data; name=empty\r\nContent-Type: text/plain", "") + "--line--\r\n";

    for (std::size_t piece = 1; piece <= whole.size(); ++piece) {
        const auto fields = read_in_pieces(whole, piece);
        ASSERT_TRUE(fields.has_value()) << piece;
        EXPECT_THAT(fields->in_order(),
                    ElementsAre(Field{"said", "one\r\n--lin\r\ntwo"}, Field{"empty", ""}));
    }
}

TEST(Multipart, TakesOrRefusesALongHeadHoweverItIsCutUp)
{
    const std::string name = "Content-Disposition: form-data; name=\"said\"\r\nX-Long: ";
    constexpr std::size_t longest = 4096 - 2;  // The line end before it counts, too.
    for (const std::size_t length : {longest - 3, longest, longest + 1, longest + 4}) {
        const auto whole = part(name + std::string(length - name.size(), 'x'), "words") + "--line--\r\n";
        const bool is_taken = read_in_pieces(whole, whole.size()).has_value();
        EXPECT_EQ(is_taken, length <= longest) << length;
        for (const std::size_t piece : {1U, 2U, 3U, 7U, 4095U})
            EXPECT_EQ(read_in_pieces(whole, piece).has_value(), is_taken) << length << " by " << piece;
    }
}

TEST(Multipart, RefusesAFormWithAFileHoweverItIsCutUp)
{
    for (const char* headers :
         {"Content-Disposition: form-data; name=\"f\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg",
          "Content-Disposition: form-data; name=\"f\"; filename=\"\"",
          "Content-Disposition: form-data; filename*=UTF-8''a; name=\"f\"",
          "Content-Disposition: form-data; name=\"f\"\r\nContent-Type: application/octet-stream",
          "Content-Disposition: form-data; name=\"f\"\r\nContent-Transfer-Encoding: base64"}) {
        const std::string whole = part("Content-Disposition: form-data; name=\"said\"", "words") +
                                  part(headers, "bytes") + "--line--\r\n";
        for (std::size_t piece = 1; piece <= whole.size(); ++piece) {
            const auto fields = read_in_pieces(whole, piece);
            ASSERT_FALSE(fields.has_value()) << headers;
            EXPECT_EQ(fields.error(), FormFault::carries_file) << headers;
        }
    }
}

TEST(Multipart, HoldsOnToNothingOfAFile)
{
    MultipartReader reader{"line"};
    reader.take("--line\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n");
    EXPECT_TRUE(reader.has_met_file());
    for (int i = 0; i < 100; ++i) {
        reader.take(std::string(10'000, '\xFF'));
        EXPECT_LT(reader.kept(), 100U);
    }
}

TEST(Multipart, RefusesWhatIsNotWhole)
{
    const std::string good = part("Content-Disposition: form-data; name=\"a\"", "1") + "--line--";
    EXPECT_TRUE(read_in_pieces(good, 1000).has_value());
    for (std::size_t length = 0; length < good.size(); ++length) {
        EXPECT_FALSE(read_in_pieces(std::string_view{good}.substr(0, length), 1000).has_value()) << length;
    }
    EXPECT_FALSE(read_in_pieces("garbage" + good, 1000).has_value());
    EXPECT_FALSE(read_in_pieces(part("Content-Disposition: form-data", "1") + "--line--", 1000).has_value());
    EXPECT_FALSE(read_in_pieces("--line\r\n" + std::string(5000, 'x'), 1000).has_value());
}

TEST(Multipart, HasTheSameLimitsAsOtherForms)
{
    const std::string two = part("Content-Disposition: form-data; name=\"a\"", "1") +
                            part("Content-Disposition: form-data; name=\"b\"", "2") + "--line--";
    EXPECT_TRUE(read_in_pieces(two, 7, {2, 1}).has_value());
    EXPECT_EQ(read_in_pieces(two, 7, {1, 1}).error(), FormFault::too_many);
    EXPECT_EQ(
        read_in_pieces(part("Content-Disposition: form-data; name=\"a\"", "\xFF") + "--line--", 7).error(),
        FormFault::malformed);
}

TEST(Multipart, IsKnownByItsContentType)
{
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), "a b");
    EXPECT_EQ(multipart_boundary("multipart/form-data"), std::nullopt);
    EXPECT_EQ(multipart_boundary("multipart/mixed; boundary=abc"), std::nullopt);
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'x')), std::nullopt);
}

// Good enough to tell texts apart, which is all that is tested here.
std::string mac(std::string_view text)
{
    return std::to_string(std::hash<std::string_view>{}(text));
}

std::string random_text()
{
    return "0123456789abcdef";
}

Request form_with(std::string_view token)
{
    Request request;
    request.method = Method::post;
    request.headers = {{"Host", "safelead.example"}};
    request.form.add(std::string{csrf_field}, std::string{token});
    return request;
}

TEST(Csrf, AcceptsAFormOfTheSameSession)
{
    EXPECT_TRUE(check_session_form(mac, "s1", form_with(session_token(mac, "s1"))).has_value());
    EXPECT_EQ(check_session_form(mac, "s2", form_with(session_token(mac, "s1"))).error(),
              CsrfFault::wrong_token);
    EXPECT_EQ(check_session_form(mac, "s1", Request{}).error(), CsrfFault::no_token);
}

TEST(Csrf, BelievesABrowserThatSaysTheFormIsFromElsewhere)
{
    Request request = form_with(session_token(mac, "s1"));
    request.headers.push_back({"Sec-Fetch-Site", "cross-site"});
    EXPECT_EQ(check_session_form(mac, "s1", request).error(), CsrfFault::from_elsewhere);

    request.headers.back() = {"Sec-Fetch-Site", "same-site"};
    EXPECT_EQ(check_session_form(mac, "s1", request).error(), CsrfFault::from_elsewhere);

    request.headers.back() = {"Origin", "http://elsewhere.example"};
    EXPECT_EQ(check_session_form(mac, "s1", request).error(), CsrfFault::from_elsewhere);

    request.headers.back() = {"Origin", "https://safelead.example"};
    EXPECT_EQ(check_session_form(mac, "s1", request).error(), CsrfFault::from_elsewhere) << "another scheme";

    request.headers.back() = {"Origin", "http://safelead.example"};
    EXPECT_TRUE(check_session_form(mac, "s1", request).has_value());
}

TEST(Csrf, OfAnOpenFormTakesItsCookieAndItsToken)
{
    const OpenToken made = open_token(mac, random_text, Request{});
    ASSERT_TRUE(made.cookie.has_value());
    Request request = form_with(made.token);
    EXPECT_EQ(check_open_form(mac, request).error(), CsrfFault::no_token);

    request.cookies = {{std::string{csrf_cookie}, made.cookie->value}};
    EXPECT_TRUE(check_open_form(mac, request).has_value());
    EXPECT_FALSE(open_token(mac, random_text, request).cookie.has_value()) << "the browser has one already";

    request.cookies = {{std::string{csrf_cookie}, "another-0123456789"}};
    EXPECT_EQ(check_open_form(mac, request).error(), CsrfFault::wrong_token);
}

TEST(Csrf, OfAnOpenFormNeverPassesForASession)
{
    const std::string cookie = random_text();
    const OpenToken made = open_token(mac, [&] { return cookie; }, Request{});
    EXPECT_EQ(check_session_form(mac, cookie, form_with(made.token)).error(), CsrfFault::wrong_token);
}

}  // namespace
}  // namespace safelead::web
