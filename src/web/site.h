#pragma once

// What every answer works with: the program, the language, who is asking, and how a page is put together.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "web/forms/csrf.h"
#include "web/forms/form_errors.h"
#include "web/forms/form_fields.h"
#include "web/html/page.h"
#include "web/http/answerer.h"
#include "web/http/request.h"
#include "web/http/response.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {
struct OpenShelf;
}

namespace safelead::web {

inline constexpr std::string_view session_cookie = "session";
inline constexpr std::string_view device_cookie = "device";

/// Somebody signed in, for one request.
struct Visitor {
    app::Actor actor;
    std::string csrf_token;
};

/// Whether a page says that part of what was typed was not kept.
enum class TakenOut {
    as_the_address_says,  ///< After an answer, which sends on to it (answers/saying_taken_out.h).
    something,            ///< The page is itself the answer to the form.
    said_within           ///< It says so itself, where that belongs.
};

/// What stands in the middle of a page, and what it is called. A title never holds personal data.
struct Leaf {
    Phrase title;
    Html main;
    std::string about = {};  ///< Stands for {0} in the title: an opaque reference.
    Status status = Status::ok;
    Width width = Width::two_thirds;
    std::vector<std::string> scripts = {};  ///< Of this page alone.
    TakenOut taken_out = TakenOut::as_the_address_says;
};

class Site {
public:
    /// Both outlive it.
    Site(app::Safelead& safelead, const app::OpenShelf& shelf);

    [[nodiscard]] app::Safelead& app() const { return safelead_; }
    /// What readers without an account are given to read.
    [[nodiscard]] const app::OpenShelf& shelf() const { return shelf_; }
    [[nodiscard]] const Speaker& say() const { return say_; }
    [[nodiscard]] const Mac& mac() const { return mac_; }
    [[nodiscard]] const RandomText& random() const { return random_; }
    [[nodiscard]] Practice practice() const;

    /// Whoever's session the request carries, if it is still good.
    [[nodiscard]] std::optional<Visitor> visitor(const Request& request) const;

    /// A page for somebody signed in, with the links that they may follow.
    [[nodiscard]] Response page(const Request& request, const Visitor& visitor, Leaf leaf) const;

    /// A page for anybody.
    [[nodiscard]] Response open_page(const Request& request, Leaf leaf) const;

    /// Why it was not done, as a page of its own.
    [[nodiscard]] Response not_done(const Request& request, const Visitor& visitor,
                                    const app::NotDone& why) const;

    /// The page for a request that gets no ordinary answer; `incident` is a number to quote.
    [[nodiscard]] Response fault(Fault fault, std::string_view incident = {}) const;

    /// For the hidden field of a form that changes something.
    [[nodiscard]] std::string new_command() const;

private:
    app::Safelead& safelead_;
    const app::OpenShelf& shelf_;
    Speaker say_;
    Mac mac_;
    RandomText random_;
};

/// Why a form was not carried out, as errors of the form, so that it comes back with everything typed in it.
[[nodiscard]] FormErrors errors_of(const app::NotDone& why);

}  // namespace safelead::web
