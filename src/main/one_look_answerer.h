#pragma once

#include "app/workers.h"
#include "web/http/answerer.h"

#include <functional>
#include <memory>

namespace safelead::main {

/// Answers as `pages` do, where another machine has the record: on threads of its own, because asking it
/// takes longer than an io thread may stand still; and each request looks once whether another server has
/// written, and once more when it goes on after it waited. What needs no record is answered at once, where it
/// is asked for, so that nobody who asks what to do in the first minute waits behind a database that is slow.
class OneLookAnswerer final : public web::Answerer {
public:
    /// `pages` outlive it. It outlives the server that answers by it.
    explicit OneLookAnswerer(web::Answerer& pages);

    std::variant<web::BodyRule, web::Refused> admit(web::Request& head) override;
    Later<web::Response> answer(const web::Request& request) override;
    [[nodiscard]] web::Needs needs_of(const web::Request& request) const override;
    web::Response fault_page(web::Fault fault, std::string_view incident, const web::Request* asked) override;

private:
    struct OwnRequest;
    using Own = std::shared_ptr<const OwnRequest>;

    [[nodiscard]] Later<web::Response> on_worker(const Own& own, std::function<Later<web::Response>()> step,
                                                 app::IfFull if_full);
    [[nodiscard]] Later<web::Response> once_there(const Own& own, Later<web::Response> page);

    web::Answerer& pages_;
    app::Workers workers_;  // Last: what they still do is done before the rest goes.
};

}  // namespace safelead::main
