#include "web/http/log.h"

#include "base/bug.h"
#include "base/time.h"
#include "base/unavailable.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <typeinfo>

namespace safelead::web {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t enough_to_flush = 16 * 1024;
constexpr std::chrono::seconds longest_wait{1};

void to_standard_error(std::string_view lines)
{
    while (!lines.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, lines.data(), lines.size());
        if (written <= 0) return;  // nobody is left to tell
        lines.remove_prefix(static_cast<std::size_t>(written));
    }
}

void append_json(std::string& json, std::string_view text)
{
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < ' ') {
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            json += c;
        }
    }
    json += '"';
}

std::string_view name_of(Severity severity)
{
    static constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};
    return names.at(static_cast<std::size_t>(severity));
}

}  // namespace

LogLine::LogLine(Severity severity, Literal event) : severity_{severity}
{
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    json_ = fmt::format(R"({{"at":"{}","severity":"{}","event":)", to_text(now), name_of(severity));
    append_json(json_, event.text());
}

LogLine& LogLine::add_word(Literal name, std::string_view word)
{
    json_ += ',';
    append_json(json_, name.text());
    json_ += ':';
    append_json(json_, word);
    return *this;
}

LogLine& LogLine::add_number(Literal name, long long number)
{
    json_ += ',';
    append_json(json_, name.text());
    json_ += ':';
    json_ += fmt::format_int{number}.c_str();
    return *this;
}

LogLine& LogLine::with(Literal name, Literal word)
{
    return add_word(name, word.text());
}

LogLine& LogLine::with(Literal name, std::chrono::microseconds time)
{
    json_ += ',';
    append_json(json_, name.text());
    json_ += fmt::format(":{}.{:03}", time.count() / 1000, time.count() % 1000);
    return *this;
}

LogLine& LogLine::with(Literal name, const RequestId& id)
{
    return add_word(name, id.text());
}

LogLine& LogLine::with(Literal name, const IncidentId& id)
{
    return add_word(name, id.text());
}

LogLine& LogLine::with(Literal name, Method method)
{
    return add_word(name, method_name(method));
}

LogLine& LogLine::with_route(std::string_view pattern)
{
    return add_word("route", pattern);
}

LogLine& LogLine::with_cause(const std::exception& cause)
{
    const bool names_nobody =
        dynamic_cast<const Unavailable*>(&cause) != nullptr || dynamic_cast<const Bug*>(&cause) != nullptr;
    return add_word("cause", names_nobody ? cause.what() : typeid(cause).name());
}

Log::Log() : Log{to_standard_error} {}
Log::Log(Sink sink) : sink_{std::move(sink)}, flushed_{steady_clock::now()} {}

Log::~Log()
{
    flush();
}

LogLine Log::line(Severity severity, Literal event)
{
    return {severity, event};
}

void Log::write(const LogLine& line)
{
    const std::lock_guard lock{mutex_};
    waiting_ += line.json_;
    waiting_ += "}\n";
    const bool is_urgent = line.severity_ != Severity::note;
    const auto now = steady_clock::now();
    if (!is_urgent && waiting_.size() < enough_to_flush && now - flushed_ < longest_wait) return;
    sink_(waiting_);
    waiting_.clear();
    flushed_ = now;
}

void Log::flush_if_due()
{
    {
        const std::lock_guard lock{mutex_};
        if (waiting_.empty() || steady_clock::now() - flushed_ < longest_wait) return;
    }
    flush();
}

void Log::flush()
{
    const std::lock_guard lock{mutex_};
    if (!waiting_.empty()) sink_(waiting_);
    waiting_.clear();
    flushed_ = steady_clock::now();
}

}  // namespace safelead::web
