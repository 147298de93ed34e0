#include "main/one_look_answerer.h"

#include "app/one_look.h"

namespace safelead::main {

namespace {

constexpr unsigned threads = 8;
constexpr std::size_t longest_queue = 1000;

}  // namespace

OneLookAnswerer::OneLookAnswerer(web::Answerer& pages) : pages_{pages}, workers_{threads, longest_queue} {}

std::variant<web::BodyRule, web::Refused> OneLookAnswerer::admit(web::Request& head)
{
    return pages_.admit(head);
}

Later<web::Response> OneLookAnswerer::answer(const web::Request& request)
{
    auto answered = workers_.run([this, &request] {
        const app::OneLook look;
        return pages_.answer(request);
    });
    if (!answered) {
        auto page = pages_.fault_page(web::Fault::unavailable, "", &request);
        page.status = web::status_of(web::Fault::unavailable);
        return page;
    }
    return std::move(*answered).then([](Later<web::Response> page) { return page; });
}

web::Response OneLookAnswerer::fault_page(web::Fault fault, std::string_view incident,
                                          const web::Request* asked)
{
    return pages_.fault_page(fault, incident, asked);
}

}  // namespace safelead::main
