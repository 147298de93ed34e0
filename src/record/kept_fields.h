#pragma once

// What is kept in a case beside its facts and decisions (meetings, devices, parents told, plans, …) says once
// which fields it has. The same list writes and reads the event (exchange/kept_fields.h), passes what was
// typed through the gate (app/typed_fields.h), and finds words in it (record/written.cpp). docs/adr/0125.

#include "base/field.h"
#include "record/words.h"

#include <tuple>
#include <type_traits>

namespace safelead::record {

/// Specialised beside each struct: `list`, in the order of declaration; for what is an event by itself also
/// its `type` and `version` (docs/formats/events.md).
template <class Struct>
struct FieldsOf;

template <class T>
concept Listed = requires { FieldsOf<std::remove_const_t<T>>::list; };

/// A record of its own: it has somebody who made it, and a type.
template <class T>
concept KeptRecord = Listed<T> && requires(const T& record) {
    FieldsOf<std::remove_const_t<T>>::type;
    record.by;
};

/// Calls `visit(name, value)` for each field of the struct, in order.
template <Listed T, class Visit>
void each_field_of(T& record, Visit&& visit)
{
    FieldsOf<std::remove_const_t<T>>::list(
        [&](const auto&... field) { (visit(field.name, record.*field.member), ...); });
}

}  // namespace safelead::record
