#include "main/one_look_answerer.h"

#include "app/one_look.h"
#include "base/wipe.h"

#include <memory>

namespace safelead::main {

namespace {

constexpr unsigned threads = 8;
constexpr std::size_t longest_queue = 1000;

/// A request of a worker's own: whoever waited may have given up before a thread comes to it, and theirs is
/// gone by then.
struct OwnRequest {
    explicit OwnRequest(const web::Request& of) : request{of} {}
    OwnRequest(const OwnRequest&) = delete;
    OwnRequest& operator=(const OwnRequest&) = delete;
    ~OwnRequest() { wipe(request.body); }

    web::Request request;
};

}  // namespace

OneLookAnswerer::OneLookAnswerer(web::Answerer& pages) : pages_{pages}, workers_{threads, longest_queue} {}

std::variant<web::BodyRule, web::Refused> OneLookAnswerer::admit(web::Request& head)
{
    return pages_.admit(head);
}

Later<web::Response> OneLookAnswerer::answer(const web::Request& request)
{
    auto own = std::make_shared<OwnRequest>(request);
    auto answered = workers_.run([this, own] {
        const app::OneLook look;
        return pages_.answer(own->request);
    });
    if (!answered) {
        auto page = pages_.fault_page(web::Fault::unavailable, "", &request);
        page.status = web::status_of(web::Fault::unavailable);
        return page;
    }
    // The steps of the page refer to it, too.
    return std::move(*answered).then([own](Later<web::Response> page) {
        return std::move(page).then([own](web::Response response) { return response; });
    });
}

web::Response OneLookAnswerer::fault_page(web::Fault fault, std::string_view incident,
                                          const web::Request* asked)
{
    return pages_.fault_page(fault, incident, asked);
}

}  // namespace safelead::main
