#include "exchange/event_bytes.h"

#include "base/bug.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace safelead::exchange {
namespace {

// The frame is written one way only, so it is read by comparing and never parsed: a million entries pass here
// when a server starts.
constexpr std::string_view before_type = R"({"type":")";
constexpr std::string_view before_version = R"(","version":)";
constexpr std::string_view before_data = R"(,"data":)";

bool is_type(std::string_view type)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !type.empty() && std::ranges::all_of(type, fits);
}

bool is_object(std::string_view json)
{
    return json.size() >= 2 && json.front() == '{' && json.back() == '}';
}

Failed<EventFault> not_an_event()
{
    return fail(EventFault{EventFault::Kind::not_an_event, {}, 0, {}});
}

}  // namespace

std::string words(const EventFault& fault)
{
    switch (fault.kind) {
        case EventFault::Kind::not_an_event:
            return "An entry does not hold an event of this program.";
        case EventFault::Kind::unknown_type:
            return fmt::format("This program does not know events of type \"{}\": run a newer one.",
                               fault.type);
        case EventFault::Kind::unknown_version:
            return fmt::format("This program does not know version {} of \"{}\" events: run a newer one.",
                               fault.version, fault.type);
        case EventFault::Kind::wrong_field:
            return fmt::format("An event of type \"{}\", version {}, is wrong at \"{}\".", fault.type,
                               fault.version, fault.field);
    }
    return "An entry cannot be read.";
}

Bytes encode(const EventBytes& event)
{
    if (!is_type(event.type) || event.version < 1) throw_bug("an event has no proper type or version");
    if (!is_object(event.json) || !nlohmann::json::accept(event.json))
        throw_bug("an event is not a JSON object");
    const auto text = fmt::format("{}{}{}{}{}{}}}", before_type, event.type, before_version, event.version,
                                  before_data, event.json);
    const auto view = bytes_of(text);
    return {view.begin(), view.end()};
}

Result<EventBytes, EventFault> decode(BytesView bytes)
{
    auto rest = text_of(bytes);
    if (!rest.starts_with(before_type) || !rest.ends_with('}')) return not_an_event();
    rest.remove_prefix(before_type.size());
    rest.remove_suffix(1);

    const auto type = rest.substr(0, rest.find('"'));
    if (!is_type(type)) return not_an_event();
    rest.remove_prefix(type.size());
    if (!rest.starts_with(before_version)) return not_an_event();
    rest.remove_prefix(before_version.size());

    int version = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), version);
    if (error != std::errc{} || version < 1 || rest.front() == '0') return not_an_event();
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (!rest.starts_with(before_data)) return not_an_event();
    rest.remove_prefix(before_data.size());
    if (!is_object(rest)) return not_an_event();

    return EventBytes{std::string{type}, version, std::string{rest}};
}

}  // namespace safelead::exchange
