#pragma once

#include "record/kept_fields.h"

#include <string>

namespace safelead::record {

/// What an entry of the case says wrongly, and what it should say. The entry stays as it is.
struct EntryCorrected {
    PersonId by;
    int entry;  ///< Its position in the organisation's log.
    std::string says;
    std::string should_say;
    std::string why;
    bool operator==(const EntryCorrected&) const = default;
};

template <>
struct FieldsOf<EntryCorrected> {
    using E = EntryCorrected;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"entry", &E::entry}, Field{"says", &E::says},
               Field{"should_say", &E::should_say}, Field{"why", &E::why});
    static constexpr std::string_view type = "entry-corrected";
    static constexpr int version = 1;
};

}  // namespace safelead::record
