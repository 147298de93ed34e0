#include "app/problem.h"

#include "exchange/api_json.h"

namespace safelead::app {

std::string problem_json(const Problem& problem)
{
    exchange::Problem written{problem.type, problem.title, problem.status, problem.detail};
    for (const auto& one : problem.errors) written.errors.push_back({one.field, one.detail});
    return exchange::to_json(written);
}

}  // namespace safelead::app
