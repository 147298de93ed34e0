#pragma once

// What the program says about itself: JSON lines for the journal. A line can only be made of words written in
// the source, numbers, times, and ids of harmless kinds, so no name, address or typed word can get into one.

#include "base/id.h"
#include "web/http/request.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
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

/// One line being written; goes out when it ends.
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
    LogLine& with_route(std::string_view pattern);  ///< Request::route, which is a Literal of the table.

private:
    friend class Log;
    explicit LogLine(std::string start) : json_{std::move(start)} {}
    LogLine& add_number(Literal name, long long number);
    LogLine& add_word(std::string_view name, std::string_view word);

    std::string json_;
};

class Log {
public:
    /// Where lines go; called from any thread, one at a time. For tests: a vector.
    using Sink = std::function<void(std::string_view line)>;

    /// To standard error.
    Log();
    explicit Log(Sink sink);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    ~Log();

    [[nodiscard]] LogLine line(Severity severity, Literal event) const;
    void write(const LogLine& line);

private:
    class Quiet;
    Sink sink_;
    std::unique_ptr<Quiet> quiet_;
};

}  // namespace safelead::web
