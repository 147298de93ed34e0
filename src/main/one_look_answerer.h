#pragma once

#include "app/workers.h"
#include "web/http/answerer.h"

namespace safelead::main {

/// Answers as `pages` do, where another machine has the record: on threads of its own, because asking it
/// takes longer than an io thread may stand still; and each request looks once whether another server has
/// written.
class OneLookAnswerer final : public web::Answerer {
public:
    /// `pages` outlive it.
    explicit OneLookAnswerer(web::Answerer& pages);

    std::variant<web::BodyRule, web::Refused> admit(web::Request& head) override;
    Later<web::Response> answer(const web::Request& request) override;
    web::Response fault_page(web::Fault fault, std::string_view incident, const web::Request* asked) override;

private:
    web::Answerer& pages_;
    app::Workers workers_;
};

}  // namespace safelead::main
