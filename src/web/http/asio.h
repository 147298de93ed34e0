#pragma once

// The few names of Boost.Asio that the server is made of. The executor is a concrete one throughout: the
// usual any_io_executor costs a fifth of the requests.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

// g++ 12 looks through Asio's allocation of coroutine frames and takes its own inlining for a mistake.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace safelead::web {

namespace asio = boost::asio;
using boost::system::error_code;

using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::generic::stream_protocol, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

template <class Value>
using Task = asio::awaitable<Value, Executor>;

/// Gives {error_code, …} instead of throwing: a broken connection is nothing exceptional.
inline constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> as_result{
    asio::use_awaitable_t<Executor>{}};

}  // namespace safelead::web
