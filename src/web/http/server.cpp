#include "web/http/server.h"

#include "base/overloaded.h"
#include "web/http/listening.h"
#include "web/http/loop.h"
#include "web/http/tls.h"

#include <algorithm>
#include <thread>

namespace safelead::web {

namespace {

std::vector<Listening> open_doors(const ServerOptions& options)
{
    return std::visit(
        Overloaded{
            [&](const TcpAddress& address) { return listen_on(address, std::max(1U, options.threads)); },
            [](const UnixAddress& address) {
                std::vector<Listening> one;
                one.push_back(listen_on(address));
                return one;
            },
        },
        options.listen);
}

}  // namespace

/// The parts of a server, in the order in which they may go.
class Server::Running {
public:
    Running(ServerOptions options, Answerer& answerer, Log& log)
        : doors{open_doors(options)},
          shared{options,
                 answerer,
                 log,
                 Census{options.limits.connections, options.limits.connections_per_address},
                 Census{options.limits.large_bodies, options.limits.large_bodies_per_address},
                 options.tls ? make_tls(*options.tls) : nullptr}
    {
        port = doors.front().port();
        for (std::size_t i = 0; i < doors.size(); ++i) loops.push_back(std::make_shared<Loop>(shared));
    }

    std::vector<Listening> doors;
    std::uint16_t port = 0;
    Shared shared;
    std::vector<std::shared_ptr<Loop>> loops;
    std::vector<std::jthread> threads;
};

Server::Server(ServerOptions options, Answerer& answerer, Log& log)
    : running_{std::make_unique<Running>(std::move(options), answerer, log)}
{
}

Server::~Server()
{
    stop(std::chrono::milliseconds{0});
}

void Server::start()
{
    for (std::size_t i = 0; i < running_->loops.size(); ++i) {
        running_->loops[i]->accept_from(running_->doors[i].descriptor());
        running_->threads.emplace_back([loop = running_->loops[i]] { loop->run(); });
    }
}

void Server::stop(std::chrono::milliseconds grace)
{
    for (const auto& loop : running_->loops) loop->stop(grace);
    running_->threads.clear();
    running_->doors.clear();
    running_->shared.log.flush();
}

std::uint16_t Server::port() const
{
    return running_->port;
}

std::size_t Server::open_connections() const
{
    return running_->shared.census.count();
}

}  // namespace safelead::web
