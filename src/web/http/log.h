#pragma once

// What the program says about itself: JSON lines for the journal. A line can only be made of words written in
// the source, numbers, times, and ids of harmless kinds, so no name, address or typed word can get into one.

#include "base/id.h"
#include "web/http/request.h"

#include <chrono>
#include <concepts>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace safelead::web {

/// A word that stood in the source when the program was compiled.
class Literal {
public:
    consteval Literal(const char* text) : text_{text} {}
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Something to quote on the telephone when it was our fault. Random; says nothing of anyone.
using IncidentId = Id<struct IncidentKind>;

enum class Severity { note, warning, error };

/// One line being written.
class LogLine {
public:
    LogLine& with(Literal name, std::integral auto number)
    {
        return add_number(name, static_cast<long long>(number));
    }
    LogLine& with(Literal name, bool) = delete;  // write which of two words
    LogLine& with(Literal name, Literal word);
    LogLine& with(Literal name, std::chrono::microseconds time);  ///< In milliseconds.
    LogLine& with(Literal name, const RequestId& id);
    LogLine& with(Literal name, const IncidentId& id);
    LogLine& with(Literal name, Method method);

    /// Only ever Request::route, which stood in the table.
    LogLine& with_route(std::string_view pattern);

    /// What an Unavailable or a Bug says, for they promise to name nobody; of any other exception, its type.
    LogLine& with_cause(const std::exception& cause);

private:
    friend class Log;
    LogLine(Severity severity, Literal event);
    LogLine& add_number(Literal name, long long number);
    LogLine& add_word(Literal name, std::string_view word);

    Severity severity_;
    std::string json_;
};

/// Lines go out in the order they were written. Notes may wait up to a second for company; warnings and
/// errors do not.
class Log {
public:
    /// Where finished lines go, each with its line end.
    using Sink = std::function<void(std::string_view lines)>;

    /// To standard error.
    Log();
    explicit Log(Sink sink);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    ~Log();

    [[nodiscard]] static LogLine line(Severity severity, Literal event);
    void write(const LogLine& line);
    void flush();
    void flush_if_due();

private:
    std::mutex mutex_;
    Sink sink_;
    std::string waiting_;
    std::chrono::steady_clock::time_point flushed_;
};

}  // namespace safelead::web
