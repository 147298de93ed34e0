#include "main/one_look_answerer.h"

#include "app/one_look.h"
#include "base/wipe.h"

#include <utility>

namespace safelead::main {

namespace {

constexpr unsigned threads = 8;
constexpr std::size_t longest_queue = 1000;

}  // namespace

/// A request of a worker's own: whoever waited may have given up before a thread comes to it, and theirs is
/// gone by then. The steps of the page refer to it, too, so it lives as long as any of them.
struct OneLookAnswerer::OwnRequest {
    explicit OwnRequest(const web::Request& of) : request{of} {}
    OwnRequest(const OwnRequest&) = delete;
    OwnRequest& operator=(const OwnRequest&) = delete;
    ~OwnRequest() { wipe(request.body); }

    web::Request request;
};

OneLookAnswerer::OneLookAnswerer(web::Answerer& pages) : pages_{pages}, workers_{threads, longest_queue} {}

std::variant<web::BodyRule, web::Refused> OneLookAnswerer::admit(web::Request& head)
{
    return pages_.admit(head);
}

Later<web::Response> OneLookAnswerer::answer(const web::Request& request)
{
    if (needs_of(request) == web::Needs::no_record) return pages_.answer(request);
    const auto own = std::make_shared<const OwnRequest>(request);
    return on_worker(own, [this, own] { return pages_.answer(own->request); }, app::IfFull::turn_away);
}

/// `step`, on a worker, under a look of its own: so it shows what was committed before it began.
Later<web::Response> OneLookAnswerer::on_worker(const Own& own, std::function<Later<web::Response>()> step,
                                                app::IfFull if_full)
{
    auto taken = workers_.run(
        [own, step = std::move(step)] {
            const app::OneLook look;
            return step();
        },
        if_full);
    if (!taken) {
        auto page = pages_.fault_page(web::Fault::unavailable, "", &own->request);
        page.status = web::status_of(web::Fault::unavailable);
        return page;
    }
    return std::move(*taken).then(
        [this, own](Later<web::Response> page) { return once_there(own, std::move(page)); });
}

/// Whoever waits for the page takes its steps where they wait, on an io thread; so each is no more than to
/// hand the page's own step to a worker.
Later<web::Response> OneLookAnswerer::once_there(const Own& own, Later<web::Response> page)
{
    if (page.is_ready()) return page;
    auto gate = page.gate();
    auto rest = std::make_shared<Later<web::Response>>(std::move(page));
    return Later<web::Response>::after(std::move(gate), [this, own, rest = std::move(rest)] {
        // What was asked for may be recorded by now: never turned away.
        return on_worker(own, [rest] { return std::move(*rest).resume(); }, app::IfFull::let_in);
    });
}

web::Needs OneLookAnswerer::needs_of(const web::Request& request) const
{
    return pages_.needs_of(request);
}

web::Response OneLookAnswerer::fault_page(web::Fault fault, std::string_view incident,
                                          const web::Request* asked)
{
    return pages_.fault_page(fault, incident, asked);
}

}  // namespace safelead::main
