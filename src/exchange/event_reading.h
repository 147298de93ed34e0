#pragma once

// From the struct of one stream's events to EventBytes and back: each alternative of the variant has a name
// and a version (`EventType<Struct>`) beside its fields.

#include "exchange/event_fields.h"
#include "exchange/upcast.h"

#include <span>
#include <utility>
#include <variant>

namespace safelead::exchange {

template <class Variant>
[[nodiscard]] EventBytes bytes_of_event(const Variant& event)
{
    return std::visit(
        []<class Event>(const Event& happened) {
            EventBytes bytes{std::string{Fields<Event>::type}, Fields<Event>::version, {}};
            write(bytes.json, happened);
            return bytes;
        },
        event);
}

/// The data of one event, of a type and version that are known.
template <class Event>
[[nodiscard]] Result<Event, EventFault> data_of_event(const EventBytes& bytes)
{
    // Longer than anything `record` lets in.
    constexpr JsonLimits limits{std::size_t{1} << 24U, 16, 200'000, JsonLimits::Comments::refused};
    const auto wrong = [&](std::string field) {
        return fail(EventFault{EventFault::Kind::wrong_field, bytes.type, bytes.version, std::move(field)});
    };
    const auto tree = parse_json(bytes.json, limits);
    if (!tree) return wrong(tree.error().field);
    EventReading reading;
    Event event = reading.read<Event>(&*tree, {nullptr, {}, {}});
    if (reading.wrong_field()) return wrong(*reading.wrong_field());
    return event;
}

template <class Variant, std::size_t Index = 0>
[[nodiscard]] Result<Variant, EventFault> event_of_bytes(const EventBytes& bytes,
                                                         std::span<const Upcast> upcasts)
{
    if constexpr (Index == std::variant_size_v<Variant>) {
        return fail(EventFault{EventFault::Kind::unknown_type, bytes.type, bytes.version, {}});
    } else {
        using Event = std::variant_alternative_t<Index, Variant>;
        if (bytes.type != Fields<Event>::type) return event_of_bytes<Variant, Index + 1>(bytes, upcasts);
        const EventBytes raised = SL_TRY(raise_to(Fields<Event>::version, bytes, upcasts));
        return Variant{SL_TRY(data_of_event<Event>(raised))};
    }
}

}  // namespace safelead::exchange
