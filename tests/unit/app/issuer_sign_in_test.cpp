#include "app/issuer_sign_in.h"

#include "app/invitations.h"
#include "app/issuer_ties.h"
#include "app/proof_again.h"
#include "app/second_factor.h"
#include "crypto/base32.h"
#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/timed_code.h"
#include "support/issuer_partnership.h"

#include <gtest/gtest.h>

#include <set>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::IssuerPartnership;
using test::MadeUpIssuer;
using test::members_of;
using test::PracticePartnership;

constexpr std::string_view teacher = "teacher@fennimore.example";
constexpr std::string_view lead = "lead@fennimore.example";

Options asking_everybody()
{
    auto options = PracticePartnership::cheap_options();
    options.factor_for = directory::FactorFor::all_organisations;
    return options;
}

IssuerRefusal why(const IssuerPartnership::Back& back)
{
    return back.error().why;
}

class IssuerSignIn : public testing::Test {
protected:
    Safelead& safelead() { return here.at.safelead(); }
    test::FixedClock& clock() { return here.at.clock(); }

    IssuerPartnership here;
};

TEST_F(IssuerSignIn, FindsWhoeverTiedTheAccountAndNobodyElse)
{
    EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_tied);
    const auto tied = here.tie(teacher, here.google);
    const auto back = here.go(here.google);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->next, "/my-reports");
    const auto in = std::get<SignedIn>(*back->in);
    EXPECT_EQ(in.actor.person, tied.actor.person);
    EXPECT_TRUE(actor_of(safelead(), in.session));
    here.at.restart();
    EXPECT_TRUE(here.go(here.google)) << "it is in the record";
    here.google.subject = "subject-2";
    EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_tied);
}

TEST_F(IssuerSignIn, NeverFindsAnybodyByTheirEmail)
{
    here.google.claims = {{"email", "\"teacher@fennimore.example\""}, {"email_verified", "true"}};
    EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_tied);
}

TEST_F(IssuerSignIn, TellsIssuersApartThatCallAnAccountTheSame)
{
    here.tie(teacher, here.google);
    EXPECT_EQ(why(here.go(here.dfe)), IssuerRefusal::not_tied);
    here.tie(lead, here.dfe);
    EXPECT_EQ(std::get<SignedIn>(*here.go(here.dfe)->in).actor.person, here.at.actor(lead).person);
    EXPECT_EQ(std::get<SignedIn>(*here.go(here.google)->in).actor.person, here.at.actor(teacher).person);
}

TEST_F(IssuerSignIn, SendsTheBrowserAwayWithWhatTheProtocolAsksAndNothingAboutAnybody)
{
    const auto sent = here.begin("google").value();
    ASSERT_TRUE(sent.address.starts_with("https://accounts.google.example/authorise?"));
    const auto asked = members_of(sent.address.substr(sent.address.find('?') + 1));
    EXPECT_EQ(asked.at("response_type"), "code");
    EXPECT_EQ(asked.at("scope"), "openid");
    EXPECT_EQ(asked.at("client_id"), "a-made-up-client");
    EXPECT_EQ(asked.at("redirect_uri"), "http://localhost:8080/sign-in/with/google/return");
    EXPECT_EQ(asked.at("code_challenge_method"), "S256");
    EXPECT_EQ(asked.at("code_challenge").size(), 43U);
    EXPECT_EQ(asked.at("state").size(), 43U);
    EXPECT_EQ(asked.at("nonce").size(), 43U);
    EXPECT_EQ(asked.size(), 8U);
    EXPECT_EQ(sent.browser.size(), 43U);
    const std::set<std::string> different{asked.at("state"), asked.at("nonce"), asked.at("code_challenge"),
                                          sent.browser};
    EXPECT_EQ(different.size(), 4U);
    const auto again = members_of(here.begin("google").value().address);
    for (const auto* each : {"state", "nonce", "code_challenge"}) EXPECT_NE(again.at(each), asked.at(each));
}

TEST_F(IssuerSignIn, KeepsTheAddressThatAnIssuerAlreadyPutsAQueryIn)
{
    here.google.discovery["authorization_endpoint"] =
        R"("https://accounts.google.example/authorise?p=policy")";
    EXPECT_TRUE(here.begin("google").value().address.starts_with(
        "https://accounts.google.example/authorise?p=policy&response_type=code&"));
}

TEST_F(IssuerSignIn, TakesAReturnOnceWhereverItIsTried)
{
    here.tie(teacher, here.google);
    const auto back = here.google.sign_in(here.begin("google").value());
    EXPECT_TRUE(here.come_back(back));
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::over);
    here.at.restart();
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::over);
}

TEST_F(IssuerSignIn, TakesAReturnOnlyFromTheBrowserThatBegan)
{
    here.tie(teacher, here.google);
    const auto right = here.google.sign_in(here.begin("google").value());
    const auto other = here.google.sign_in(here.begin("google").value());
    auto mixed = right;
    mixed.browser = other.browser;
    EXPECT_EQ(why(here.come_back(mixed)), IssuerRefusal::over) << "another browser's cookie";
    mixed.browser = "";
    EXPECT_EQ(why(here.come_back(mixed)), IssuerRefusal::over) << "no cookie";
    mixed = right;
    mixed.state = "";
    EXPECT_EQ(why(here.come_back(mixed)), IssuerRefusal::over);
    mixed.state = right.state.substr(1);
    EXPECT_EQ(why(here.come_back(mixed)), IssuerRefusal::over);
    mixed.state = std::string(10'000, 'a');
    EXPECT_EQ(why(here.come_back(mixed)), IssuerRefusal::over);
    EXPECT_TRUE(here.come_back(right)) << "whoever tried without the cookie has not used it up";
}

TEST_F(IssuerSignIn, TakesAReturnOnlyWithinTenMinutes)
{
    here.tie(teacher, here.google);
    const auto back = here.google.sign_in(here.begin("google").value());
    clock().pass(10min - 1ms);
    EXPECT_TRUE(here.come_back(back));
    const auto late = here.google.sign_in(here.begin("google").value());
    clock().pass(10min);
    EXPECT_EQ(why(here.come_back(late)), IssuerRefusal::over);
}

TEST_F(IssuerSignIn, TakesAReturnOnlyAtTheIssuerItWasSentTo)
{
    here.tie(teacher, here.google);
    auto back = here.google.sign_in(here.begin("google").value());
    back.issuer = "dfe";
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::over);
    back.issuer = "nobody";
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::not_known);

    back = here.google.sign_in(here.begin("google").value());
    back.said_issuer = here.dfe.name;
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::not_believed);
    back = here.google.sign_in(here.begin("google").value());
    back.said_issuer = here.google.name;
    EXPECT_TRUE(here.come_back(back));
}

TEST_F(IssuerSignIn, MissesTheIssuersNameWhereTheIssuerPromisesToSayIt)
{
    here.google.discovery["authorization_response_iss_parameter_supported"] = "true";
    auto back = here.google.sign_in(here.begin("google").value());
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::not_believed);
}

TEST_F(IssuerSignIn, GivesACodeOnlyToItsOwnSignIn)
{
    here.tie(teacher, here.google);
    // Somebody else's code, put into this browser's return: the verifier is not theirs.
    const auto stolen = here.google.sign_in(here.begin("google").value());
    auto back = here.google.sign_in(here.begin("google").value());
    back.code = stolen.code;
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::refused_there);
    back = here.google.sign_in(here.begin("google").value());
    back.code = "made-up";
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::refused_there);
    for (const auto& code : {std::string{}, std::string(5000, 'a')}) {
        back = here.google.sign_in(here.begin("google").value());
        back.code = code;
        EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::not_believed);
    }
}

TEST_F(IssuerSignIn, GivesTheSecretTheWayThatTheIssuerTakes)
{
    here.google.discovery["token_endpoint_auth_methods_supported"] = R"(["client_secret_post"])";
    here.tie(teacher, here.google);
    EXPECT_TRUE(here.go(here.google));
    here.google.secret = "another";
    EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::refused_there);
}

TEST_F(IssuerSignIn, BelievesNoTokenThatIsWrongInOneThing)
{
    here.tie(teacher, here.google);
    using enum MadeUpIssuer::Signed;
    for (const auto how : {none, by_shared_secret, by_secret_called_rs256, by_another_key, as_other_kind}) {
        here.google.signature = how;
        EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_believed) << static_cast<int>(how);
    }
    here.google.signature = rightly;
    const std::pair<const char*, const char*> wrongs[] = {
        {"iss", R"("https://oidc.signin.example:443")"},
        {"aud", R"("another-client")"},
        {"aud", R"(["a-made-up-client","another"])"},
        {"azp", R"("another")"},
        {"nonce", R"("another")"},
        {"nonce", ""},
        {"exp", "1795427000"},
        {"iat", "1795529000"},
        {"sub", ""},
    };
    for (const auto& [name, value] : wrongs) {
        here.google.claims = {{name, value}};
        EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_believed) << name << " " << value;
    }
    here.google.claims = {};
    EXPECT_TRUE(here.go(here.google));
}

TEST_F(IssuerSignIn, SaysWhenTheIssuerSaidNoOrIsNotThere)
{
    auto back = here.google.sign_in(here.begin("google").value());
    back.error = "access_denied";
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::refused_there);
    back = here.google.sign_in(here.begin("google").value());
    here.google.is_down = true;
    EXPECT_EQ(why(here.come_back(back)), IssuerRefusal::unreachable);
    EXPECT_EQ(here.begin("dfe").has_value(), true) << "another is there all the same";
    here.google.is_down = false;
    clock().pass(2h);
    here.google.is_down = true;
    EXPECT_EQ(here.begin("google").error(), IssuerRefusal::unreachable);
    EXPECT_EQ(here.begin("nobody").error(), IssuerRefusal::not_known);
}

TEST_F(IssuerSignIn, GivesBackWhatWasBeingTypedWhateverComesOfIt)
{
    here.tie(teacher, here.google);
    const Draft typed{.form = "concern",
                      .of = {},
                      .fields = {{"words", "An image was shared."}, {"unlisted", "Kestrel"}},
                      .saved_at = {}};
    const auto begin = [&] {
        return wait_for(begin_at_issuer(safelead(), {.issuer = "google",
                                                     .purpose = {},
                                                     .address = "192.0.2.1",
                                                     .device = "",
                                                     .about = "",
                                                     .ends = "",
                                                     .next = "/concerns/new",
                                                     .carried = typed}))
            .value();
    };
    EXPECT_EQ(here.come_back(here.google.sign_in(begin()))->carried, typed);
    auto back = here.google.sign_in(begin());
    back.error = "access_denied";
    const auto refused = here.come_back(back);
    EXPECT_EQ(refused.error().carried, typed);
    EXPECT_EQ(refused.error().next, "/concerns/new");
}

/// A picture's first bytes, and a good many more.
const std::string picture_as_text =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgG"
    "AWjR9awAAAABJRU5ErkJggg==Qx7Zp0Lm4Tn9Vb2Rk6Wc8Hf3Jd5Sg1YaUeIoPqXwZrTyBnMvCkLsDjFhGgEt";

TEST_F(IssuerSignIn, KeepsTheWordsOfWhatWasBeingTypedAndNoData)
{
    IssuerBegin begin{.issuer = "google",
                      .purpose = {},
                      .address = "192.0.2.1",
                      .device = picture_as_text,
                      .about = "",
                      .ends = picture_as_text,
                      .next = "/" + picture_as_text,
                      .carried = Draft{.form = "concern",
                                       .of = {},
                                       .fields = {{"words", "An image was shared. " + picture_as_text},
                                                  {picture_as_text, "Kestrel"}},
                                       .saved_at = {}}};
    // Whoever comes back with a no gets what was kept, as it was kept.
    const auto come_back = [&] {
        const auto sent = wait_for(begin_at_issuer(safelead(), begin)).value();
        auto back = here.google.sign_in(sent);
        back.error = "access_denied";
        return here.come_back(back).error();
    };
    const auto kept = come_back();
    ASSERT_TRUE(kept.carried);
    ASSERT_EQ(kept.carried->fields.size(), 2U);
    EXPECT_TRUE(kept.carried->fields[0].second.starts_with("An image was shared. ["));
    EXPECT_EQ(kept.carried->fields[1].second, "Kestrel");
    for (const auto& [name, value] : kept.carried->fields)
        EXPECT_EQ((name + value).find("iVBORw0KGgo"), std::string::npos) << name << " " << value;
    EXPECT_EQ(kept.next, "");

    begin.carried->form = picture_as_text;
    EXPECT_FALSE(come_back().carried) << "no form is called so";
    begin.carried->form = "concern";
    begin.carried->of = record::Reference{picture_as_text};
    EXPECT_FALSE(come_back().carried) << "nor any case";
    begin.carried->of.reset();
    std::string long_words;
    while (long_words.size() <= Options{}.longest_draft) long_words += "An image was shared. ";
    begin.carried->fields = {{"words", long_words}};
    EXPECT_FALSE(come_back().carried) << "too long for any form";
}

TEST_F(IssuerSignIn, KeepsNoCookieThatIsLongerThanOurs)
{
    here.tie(teacher, here.google);
    const auto sent = wait_for(begin_at_issuer(safelead(), {.issuer = "google",
                                                            .purpose = {},
                                                            .address = "192.0.2.1",
                                                            .device = picture_as_text,
                                                            .about = "",
                                                            .ends = picture_as_text,
                                                            .next = "",
                                                            .carried = {}}))
                          .value();
    const auto in = std::get<SignedIn>(*here.come_back(here.google.sign_in(sent))->in);
    EXPECT_EQ(in.device.size(), 43U) << "one of ours, and not what came";
}

TEST_F(IssuerSignIn, LimitsHowOftenOneAddressMayTry)
{
    auto options = PracticePartnership::cheap_options();
    options.address_tries = 3;
    IssuerPartnership strict{options};
    const auto back = strict.google.sign_in(strict.begin("google").value());
    auto wrong = back;
    wrong.state = "guessed";
    for (int i = 0; i < 3; ++i) EXPECT_EQ(why(strict.come_back(wrong)), IssuerRefusal::over);
    EXPECT_EQ(why(strict.come_back(back)), IssuerRefusal::wait);
    EXPECT_TRUE(strict.begin("google"));
    EXPECT_TRUE(strict.begin("google"));
    EXPECT_EQ(strict.begin("google").error(), IssuerRefusal::wait);
    strict.at.clock().pass(15min);
    EXPECT_TRUE(strict.begin("google"));
}

TEST_F(IssuerSignIn, EndsTheSessionThatTheBrowserHadAndGivesAnother)
{
    const auto before = here.tie(teacher, here.google);
    const auto sent = wait_for(begin_at_issuer(safelead(), {.issuer = "google",
                                                            .purpose = {},
                                                            .address = "192.0.2.1",
                                                            .device = before.device,
                                                            .about = "",
                                                            .ends = before.session,
                                                            .next = "",
                                                            .carried = {}}))
                          .value();
    const auto in = std::get<SignedIn>(*here.come_back(here.google.sign_in(sent))->in);
    EXPECT_NE(in.session, before.session);
    EXPECT_FALSE(actor_of(safelead(), before.session));
    EXPECT_EQ(in.device, before.device);
}

TEST_F(IssuerSignIn, TiesAnAccountToOnePersonAndOneOfAnIssuerToEach)
{
    here.tie(teacher, here.google);
    const auto in = here.signed_in(lead);
    EXPECT_EQ(why(here.go(here.google, ToTie{in.actor.person, in.actor.session})),
              IssuerRefusal::tied_already);
    const auto again = here.signed_in(teacher);
    here.google.subject = "subject-2";
    EXPECT_EQ(why(here.go(here.google, ToTie{again.actor.person, again.actor.session})),
              IssuerRefusal::tied_already);
    const auto ties = ties_of(safelead(), again.actor);
    ASSERT_EQ(ties.size(), 2U);
    EXPECT_TRUE(ties[0].is_tied);
    EXPECT_FALSE(ties[1].is_tied);
}

TEST_F(IssuerSignIn, TiesNothingOnceTheSessionThatBeganIsOver)
{
    const auto in = here.signed_in(teacher);
    const auto sent = here.begin("google", ToTie{in.actor.person, in.actor.session}).value();
    sign_out(safelead(), in.session);
    EXPECT_EQ(why(here.come_back(here.google.sign_in(sent))), IssuerRefusal::session_over);
    EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_tied);
    EXPECT_EQ(
        why(here.go(here.google, ToTie{here.at.actor(lead).person, here.signed_in(teacher).actor.session})),
        IssuerRefusal::session_over)
        << "a session of somebody else's";
}

TEST_F(IssuerSignIn, EndsWithTheTieAndSoDoTheSessions)
{
    here.tie(teacher, here.google);
    const auto in = std::get<SignedIn>(*here.go(here.google)->in);
    ASSERT_TRUE(wait_for(untie_issuer(safelead(), in.actor, here.at.command(), here.google.name)));
    EXPECT_FALSE(actor_of(safelead(), in.session));
    EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_tied);
    EXPECT_FALSE(wait_for(untie_issuer(safelead(), in.actor, here.at.command(), here.google.name)));
    here.tie(lead, here.google);
    EXPECT_EQ(std::get<SignedIn>(*here.go(here.google)->in).actor.person, here.at.actor(lead).person);
}

TEST_F(IssuerSignIn, EndsWithAResetByTwoPeople)
{
    here.tie(lead, here.google);
    const auto person = here.at.actor(lead).person;
    ASSERT_TRUE(wait_for(
        ask_sign_in_reset(safelead(), here.at.actor("head@fennimore.example"), here.at.command(), person)));
    EXPECT_TRUE(here.go(here.google));
    const auto code = wait_for(agree_sign_in_reset(safelead(), here.at.actor("deputy@fennimore.example"),
                                                   here.at.command(), person))
                          .value();
    EXPECT_EQ(why(here.go(here.google)), IssuerRefusal::not_tied);

    EXPECT_EQ(here.begin("google", ToTakeUp{"not the code"}).error(), IssuerRefusal::invitation_not_usable);
    const auto back = here.go(here.google, ToTakeUp{code});
    ASSERT_TRUE(back);
    EXPECT_EQ(std::get<SignedIn>(*back->in).actor.person, person);
    EXPECT_TRUE(here.go(here.google)) << "it is tied from then on";
    EXPECT_EQ(here.begin("google", ToTakeUp{code}).error(), IssuerRefusal::invitation_not_usable)
        << "used up";
    const auto actor = std::get<SignedIn>(*here.go(here.google)->in).actor;
    EXPECT_FALSE(wait_for(untie_issuer(safelead(), actor, here.at.command(), here.google.name)))
        << "there is no other way in";
}

TEST_F(IssuerSignIn, TakesAnInvitationUpOnlyWithAnAccountThatIsNobodysYet)
{
    here.tie(lead, here.google);
    const auto code = wait_for(invite(safelead(), here.at.actor("head@fennimore.example"), here.at.command(),
                                      here.at.actor(teacher).person))
                          .value();
    EXPECT_EQ(why(here.go(here.google, ToTakeUp{code})), IssuerRefusal::tied_already);
    here.google.subject = "subject-2";
    const auto first = here.begin("google", ToTakeUp{code}).value();
    const auto second = here.begin("google", ToTakeUp{code}).value();
    EXPECT_TRUE(here.come_back(here.google.sign_in(first)));
    here.google.subject = "subject-3";
    EXPECT_EQ(why(here.come_back(here.google.sign_in(second))), IssuerRefusal::invitation_not_usable);
}

TEST_F(IssuerSignIn, CountsAsProofOnlyIfTheIssuerSaysWhenTheyShowedThemselves)
{
    here.tie(teacher, here.google);
    EXPECT_FALSE(was_proved_lately(safelead(), std::get<SignedIn>(*here.go(here.google)->in).actor));
    const auto now = std::chrono::floor<std::chrono::seconds>(clock().now().time_since_epoch()).count();
    here.google.claims["auth_time"] = std::to_string(now - 60);
    EXPECT_TRUE(was_proved_lately(safelead(), std::get<SignedIn>(*here.go(here.google)->in).actor));
    here.google.claims["auth_time"] = std::to_string(now - 600);
    EXPECT_FALSE(was_proved_lately(safelead(), std::get<SignedIn>(*here.go(here.google)->in).actor));
    here.google.claims["auth_time"] = std::to_string(now + 86'400);
    const auto ahead = std::get<SignedIn>(*here.go(here.google)->in).actor;
    clock().pass(6min);
    EXPECT_FALSE(was_proved_lately(safelead(), ahead)) << "a time to come is now, at most";
}

class IssuerFactor : public testing::Test {
protected:
    /// The lead, with a password and a code, who tied an account.
    void set_up(IssuerPartnership& here)
    {
        const auto step = std::get<StepWanted>(here.with_password(lead));
        secret = factor_offered(here.at.safelead(), step.token)->secret;
        const auto set =
            wait_for(confirm_factor(here.at.safelead(), step.token, code(here))).value().signed_in;
        ASSERT_TRUE(here.go(here.google, ToTie{set.actor.person, set.actor.session}));
        here.at.clock().pass(30s);
    }
    std::string code(IssuerPartnership& here) const
    {
        return crypto::timed_code(*crypto::parse_base32(secret), crypto::code_step(here.at.clock().now()));
    }
    std::string secret;
};

TEST_F(IssuerFactor, IsStillAskedOfWhoeverReads)
{
    IssuerPartnership here{asking_everybody()};
    set_up(here);
    here.google.claims = {{"amr", R"(["pwd","mfa"])"}, {"acr", R"("gold")"}};
    const auto back = here.go(here.google);
    ASSERT_TRUE(back);
    const auto step = std::get<StepWanted>(*back->in);
    EXPECT_EQ(step.what, Step::code);
    EXPECT_FALSE(wait_for(sign_in_with_code(here.at.safelead(), step.token, "000000")));
    const auto in = wait_for(sign_in_with_code(here.at.safelead(), step.token, code(here)));
    ASSERT_TRUE(in);
    EXPECT_TRUE(actor_of(here.at.safelead(), std::get<SignedIn>(*in).session));
}

TEST_F(IssuerFactor, IsTheIssuersOwnWhereTheOperatorSaysSo)
{
    IssuerPartnership here{asking_everybody(), {{"mfa"}, {}}};
    set_up(here);
    here.google.claims = {{"amr", R"(["pwd"])"}};
    EXPECT_TRUE(std::holds_alternative<StepWanted>(*here.go(here.google)->in)) << "not this time";
    here.google.claims = {{"amr", R"(["pwd","mfa"])"}};
    const auto in = std::get<SignedIn>(*here.go(here.google)->in);
    EXPECT_TRUE(actor_of(here.at.safelead(), in.session)) << "and it is good as it stands";
}

}  // namespace
}  // namespace safelead::app
