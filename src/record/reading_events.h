#pragma once

// Who reads a case beyond what their role says: somebody is kept out of it by name, it is kept to named
// people, or somebody opened it all the same because it could not wait. docs/adr/0180, 0181, 0183.

#include "record/kept_fields.h"

#include <string>

namespace safelead::record {

/// Why somebody on the staff stands too near to a case to work on it.
enum class TooNear {
    own_child,
    family_or_friend,
    allegation,  ///< What was said is about them.
    something_else,
};

struct PersonKeptOut {
    PersonId by;
    PersonId person;
    TooNear near;
    std::string why;
    bool operator==(const PersonKeptOut&) const = default;
};

struct PersonLetBackIn {
    PersonId by;
    PersonId person;
    std::string why;
    bool operator==(const PersonLetBackIn&) const = default;
};

/// From now on only these read it: whoever locked it, whoever has the case, and one more, so that a child
/// never depends on one person.
struct CaseLocked {
    PersonId by;
    PersonId with;
    std::string why;
    bool operator==(const CaseLocked&) const = default;
};

/// One more who reads a locked case.
struct ReaderNamed {
    PersonId by;
    PersonId person;
    std::string why;
    bool operator==(const ReaderNamed&) const = default;
};

struct CaseUnlocked {
    PersonId by;
    std::string why;
    bool operator==(const CaseUnlocked&) const = default;
};

/// Somebody whose role reads, but not this case, opened it because it could not wait.
struct OpenedByForce {
    OpeningId opening;  ///< As the partnership's record calls it, too.
    PersonId by;
    std::string why;
    Instant until;
    bool operator==(const OpenedByForce&) const = default;
};

/// Its time is over: by the program.
struct OpeningEnded {
    OpeningId opening;
    bool operator==(const OpeningEnded&) const = default;
};

template <>
struct FieldsOf<PersonKeptOut> {
    using E = PersonKeptOut;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"person", &E::person},
                                        Field{"near", &E::near}, Field{"why", &E::why});
    static constexpr std::string_view type = "person-kept-out";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<PersonLetBackIn> {
    using E = PersonLetBackIn;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"person", &E::person}, Field{"why", &E::why});
    static constexpr std::string_view type = "person-let-back-in";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<CaseLocked> {
    using E = CaseLocked;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"with", &E::with}, Field{"why", &E::why});
    static constexpr std::string_view type = "case-locked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReaderNamed> {
    using E = ReaderNamed;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"person", &E::person}, Field{"why", &E::why});
    static constexpr std::string_view type = "reader-named";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<CaseUnlocked> {
    using E = CaseUnlocked;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"why", &E::why});
    static constexpr std::string_view type = "case-unlocked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<OpenedByForce> {
    using E = OpenedByForce;
    static constexpr auto list = fields(Field{"opening", &E::opening}, Field{"by", &E::by},
                                        Field{"why", &E::why}, Field{"until", &E::until});
    static constexpr std::string_view type = "opened-by-force";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<OpeningEnded> {
    using E = OpeningEnded;
    static constexpr auto list = fields(Field{"opening", &E::opening});
    static constexpr std::string_view type = "opening-ended";
    static constexpr int version = 1;
};

}  // namespace safelead::record
