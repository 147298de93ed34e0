#pragma once

// A device from hand-over to return: who had it, when, and where it was locked away.

#include "record/kept_fields.h"

#include <optional>
#include <string>

namespace safelead::record {

struct DeviceTaken {
    int number;  ///< From 1 in the case.
    PersonId by;
    std::optional<CaseRef> about;  ///< Whose it is, where they are in the case.
    std::string device;            ///< Make and colour; never what is on it.
    std::string state;             ///< When it was taken: on, off, locked, damaged.
    std::string taken_by;
    EventTime when;
    std::string why;  ///< And under which power.
    std::string made_safe;
    std::string kept_at;
    bool operator==(const DeviceTaken&) const = default;
};

enum class DeviceWent { elsewhere_in_school, to_police, returned };

struct DeviceMoved {
    int number;
    PersonId by;
    std::optional<CaseRef> about;
    EventTime when;
    DeviceWent went;
    std::string handed_by;
    std::string received_by;
    std::string reference;  ///< Officer's collar number, receipt, or where it is locked now.
    std::string agreed;     ///< For a return while police are involved: which officer agreed, and when.
    bool operator==(const DeviceMoved&) const = default;
};

template <>
struct FieldsOf<DeviceTaken> {
    using E = DeviceTaken;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"about", &E::about},
               Field{"device", &E::device}, Field{"state", &E::state}, Field{"taken_by", &E::taken_by},
               Field{"when", &E::when}, Field{"why", &E::why}, Field{"made_safe", &E::made_safe},
               Field{"kept_at", &E::kept_at});
    static constexpr std::string_view type = "device-taken";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<DeviceMoved> {
    using E = DeviceMoved;
    static constexpr auto list = fields(
        Field{"number", &E::number}, Field{"by", &E::by}, Field{"about", &E::about}, Field{"when", &E::when},
        Field{"went", &E::went}, Field{"handed_by", &E::handed_by}, Field{"received_by", &E::received_by},
        Field{"reference", &E::reference}, Field{"agreed", &E::agreed});
    static constexpr std::string_view type = "device-moved";
    static constexpr int version = 1;
};

}  // namespace safelead::record
