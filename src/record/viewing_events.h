#pragma once

// The record that guidance wants when somebody on the staff had to look at an image. Words about how it was
// decided and done; never of what it shows.

#include "record/kept_fields.h"

#include <optional>
#include <string>

namespace safelead::record {

/// The three grounds of the strict test; anything else is not a ground.
enum class ViewingGround { only_way_to_decide, needed_to_report, unavoidable };

struct ViewingRecorded {
    int number;  ///< From 1 in the case.
    PersonId by;
    std::optional<CaseRef> about;
    PersonId viewer;
    std::string authority;  ///< As what they viewed: lead, or a member of the team whom the head authorised.
    PersonId approver;      ///< Head or senior leader with whom it was discussed before.
    EventTime approved;
    PersonId witness;  ///< Was present, and need not have looked.
    std::string place;
    Answer same_sex;
    std::string same_sex_reason;
    ViewingGround ground;
    std::string why_no_other_way;
    Answer would_distress;
    EventTime when;
    std::string ended;
    std::string followed;
    Answer attested;  ///< Nothing was copied, printed, shared, stored or saved.
    bool operator==(const ViewingRecorded&) const = default;
};

enum class SignsAs { viewer, witness, approver };

struct ViewingSigned {
    int number;
    PersonId by;
    SignsAs as;
    std::string on_paper;  ///< Where the signed paper is, for somebody who cannot sign in; else empty.
    bool operator==(const ViewingSigned&) const = default;
};

template <>
struct FieldsOf<ViewingRecorded> {
    using E = ViewingRecorded;
    static constexpr auto list = fields(
        Field{"number", &E::number}, Field{"by", &E::by}, Field{"about", &E::about},
        Field{"viewer", &E::viewer}, Field{"authority", &E::authority}, Field{"approver", &E::approver},
        Field{"approved", &E::approved}, Field{"witness", &E::witness}, Field{"place", &E::place},
        Field{"same_sex", &E::same_sex}, Field{"same_sex_reason", &E::same_sex_reason},
        Field{"ground", &E::ground}, Field{"why_no_other_way", &E::why_no_other_way},
        Field{"would_distress", &E::would_distress}, Field{"when", &E::when}, Field{"ended", &E::ended},
        Field{"followed", &E::followed}, Field{"attested", &E::attested});
    static constexpr std::string_view type = "viewing-recorded";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ViewingSigned> {
    using E = ViewingSigned;
    static constexpr auto list = fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"as", &E::as},
                                        Field{"on_paper", &E::on_paper});
    static constexpr std::string_view type = "viewing-signed";
    static constexpr int version = 1;
};

}  // namespace safelead::record
