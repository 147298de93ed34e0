#pragma once

// What the server asks of whoever answers: the pages, or the commands on the Unix socket.

#include "base/later.h"
#include "web/http/request.h"
#include "web/http/response.h"
#include "web/http/router.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace safelead::web {

/// Why a request did not get an ordinary answer. Each has its page.
enum class Fault {
    bad_request,
    forbidden,  ///< For handlers: a form from another site, or not permitted.
    not_found,
    wrong_method,
    timed_out,
    too_large,
    target_too_long,
    headers_too_large,
    carries_file,  ///< "Safelead keeps words, never files."
    not_a_form,
    misdirected,  ///< Not one of our host names.
    too_many,     ///< For handlers: asked too often.
    not_implemented,
    internal,
    unavailable
};

[[nodiscard]] Status status_of(Fault fault);

/// Makes the page. `incident` is a number to quote on the telephone, "" unless it was our fault. The page is
/// the same for everyone: of `asked` only the address counts, which says whether a person or a program reads
/// it. Null where not even the head could be read. The server sets the status.
using FaultPage = std::function<Response(Fault fault, std::string_view incident, const Request* asked)>;

/// What may follow the head of a request.
struct BodyRule {
    BodyKind kind = BodyKind::form;
    std::size_t limit = ordinary_body;
    OnFile on_file = OnFile::refuse;
};

struct Refused {
    Fault fault;
    std::vector<Header> headers;  ///< Allow, for a wrong method.
};

/// Called on the io threads, several at once; never blocks.
class Answerer {
public:
    Answerer() = default;
    Answerer(const Answerer&) = delete;
    Answerer& operator=(const Answerer&) = delete;
    virtual ~Answerer() = default;

    /// Looks at the head, before the body is read; fills in `route` and `path_values`.
    virtual std::variant<BodyRule, Refused> admit(Request& head) = 0;

    /// Answers. `request` stays alive and in place until the Later is there. It may throw Unavailable (503)
    /// or anything else (500 with an incident number).
    virtual Later<Response> answer(const Request& request) = 0;

    /// What the answer to a request that was admitted is made of.
    [[nodiscard]] virtual Needs needs_of(const Request&) const { return Needs::record; }

    virtual Response fault_page(Fault fault, std::string_view incident, const Request* asked) = 0;
};

/// Answers from a table of routes.
class RoutedAnswerer final : public Answerer {
public:
    /// `site` and `routes` outlive it.
    RoutedAnswerer(Site& site, std::span<const Route> routes, FaultPage page);

    std::variant<BodyRule, Refused> admit(Request& head) override;
    Later<Response> answer(const Request& request) override;
    [[nodiscard]] Needs needs_of(const Request& request) const override;
    Response fault_page(Fault fault, std::string_view incident, const Request* asked) override;

private:
    [[nodiscard]] const Route& route_of(const Request& request) const;

    Site& site_;
    std::span<const Route> routes_;
    FaultPage page_;
};

}  // namespace safelead::web
