#pragma once

// The whole program but for sockets and disk: a practice partnership in memory, and browsers that ask its
// pages.

#include "app/open_shelf.h"
#include "app/practice.h"
#include "support/practice_partnership.h"
#include "web/http/answerer.h"
#include "web/http/response.h"
#include "web/routes.h"
#include "web/site.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::test {

/// The texts of the guidance folder.
[[nodiscard]] const app::OpenShelf& open_shelf();

class PracticeSite {
public:
    /// With these addresses: a test may put its own in the place of some. They outlive it.
    explicit PracticeSite(std::span<const web::Route> routes = web::routes(),
                          app::Options options = PracticePartnership::cheap_options());
    explicit PracticeSite(app::Options options) : PracticeSite{web::routes(), std::move(options)} {}

    /// With another store in front of the entries once all is there: `in_front` is given the one behind, and
    /// what it gives outlives the site.
    PracticeSite(const std::function<ledger::EntryStore&(ledger::EntryStore& behind)>& in_front,
                 app::Options options);
    PracticeSite(const PracticeSite&) = delete;
    PracticeSite& operator=(const PracticeSite&) = delete;

    [[nodiscard]] web::RoutedAnswerer& answerer() { return answerer_; }
    /// What the pages are made of. Once it has been stopped and started again, there are no pages any more.
    [[nodiscard]] PracticePartnership& partnership() { return partnership_; }
    [[nodiscard]] FixedClock& clock() { return partnership_.clock(); }

    /// Somebody of the first school: "lead", "head", "teacher", as their e-mail begins; of any other
    /// organisation, as far as the "@" and on: "officer@police".
    [[nodiscard]] app::PracticeSignIn sign_in_of(std::string_view who) const;

private:
    PracticePartnership partnership_;
    web::Site site_;
    web::RoutedAnswerer answerer_;
};

/// One person's browser: keeps cookies, and sends with a form the hidden fields of the page that it stands
/// on.
class Browser {
public:
    explicit Browser(PracticeSite& site) : Browser{site, site.answerer()} {}

    /// Asking somebody else, who has the answers from the site.
    Browser(PracticeSite& site, web::Answerer& answerer) : site_{site}, answerer_{answerer} {}

    web::Response get(std::string_view address);

    /// Sends the form with that action on the page last shown, with its hidden fields.
    web::Response send(std::string_view action, std::vector<web::Field> fields);

    /// Sends exactly these fields.
    web::Response post(std::string_view address, std::vector<web::Field> fields);

    /// The same, with a file among them, as the server hands it on or refuses it when it has read past that.
    web::Response post_with_file(std::string_view address, std::vector<web::Field> fields);

    /// Signs in as that person (`sign_in_of`); the answer is the redirect.
    web::Response sign_in(std::string_view name);

    /// Follows one redirect, if the answer is one.
    web::Response follow(const web::Response& answer);

    void forget_cookies() { cookies_.clear(); }
    [[nodiscard]] const std::map<std::string, std::string>& cookies() const { return cookies_; }

private:
    web::Response ask(web::Request request);

    PracticeSite& site_;
    web::Answerer& answerer_;
    std::map<std::string, std::string> cookies_;
    std::string page_;
};

/// The parts of an address between its slashes, without what follows "?" or "#".
[[nodiscard]] std::vector<std::string> segments_of(std::string_view address);

/// What stands in every entry of every log, which the site's pages do not survive.
[[nodiscard]] std::vector<std::string> all_entries(PracticeSite& site);

/// Where the answer leads, or "".
[[nodiscard]] std::string location(const web::Response& answer);

/// The hidden fields of the form with that action in a page.
[[nodiscard]] std::vector<web::Field> hidden_fields(std::string_view page, std::string_view action);

}  // namespace safelead::test
