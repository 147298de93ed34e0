#pragma once

// Taking an image down from where it was shared, and asking those who have it to delete it. Nobody checks a
// deletion by looking.

#include "record/kept_fields.h"

#include <optional>
#include <string>

namespace safelead::record {

enum class RemovalBy { report_remove, platform, other };

struct RemovalAsked {
    PersonId by;
    std::optional<CaseRef> about;
    EventTime when;
    RemovalBy through;
    std::string asked_by;
    std::string where;  ///< Which service; never an address of an image.
    std::string answer;
    std::string police_agreed;  ///< Who agreed in writing, and when.
    bool operator==(const RemovalAsked&) const = default;
};

struct DeletionAsked {
    int number;  ///< From 1 in the case.
    PersonId by;
    std::optional<CaseRef> about;
    EventTime when;
    std::string asked_by;
    std::string places;  ///< Devices, cloud, accounts.
    std::optional<Date> until;
    Answer report_remove_first;  ///< The child was helped to use Report Remove, or did not want it: yes.
    std::string report_remove;
    std::string police_agreed;
    bool operator==(const DeletionAsked&) const = default;
};

enum class DeletionAnswer { confirmed, partly, refused };

struct DeletionAnswered {
    int number;
    PersonId by;
    std::optional<CaseRef> about;
    EventTime when;
    DeletionAnswer answer;
    std::string said;
    std::string next;
    std::string police_agreed;
    bool operator==(const DeletionAnswered&) const = default;
};

template <>
struct FieldsOf<RemovalAsked> {
    using E = RemovalAsked;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"about", &E::about}, Field{"when", &E::when},
               Field{"through", &E::through}, Field{"asked_by", &E::asked_by}, Field{"where", &E::where},
               Field{"answer", &E::answer}, Field{"police_agreed", &E::police_agreed});
    static constexpr std::string_view type = "removal-asked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<DeletionAsked> {
    using E = DeletionAsked;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"about", &E::about},
               Field{"when", &E::when}, Field{"asked_by", &E::asked_by}, Field{"places", &E::places},
               Field{"until", &E::until}, Field{"report_remove_first", &E::report_remove_first},
               Field{"report_remove", &E::report_remove}, Field{"police_agreed", &E::police_agreed});
    static constexpr std::string_view type = "deletion-asked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<DeletionAnswered> {
    using E = DeletionAnswered;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"about", &E::about},
               Field{"when", &E::when}, Field{"answer", &E::answer}, Field{"said", &E::said},
               Field{"next", &E::next}, Field{"police_agreed", &E::police_agreed});
    static constexpr std::string_view type = "deletion-answered";
    static constexpr int version = 1;
};

}  // namespace safelead::record
