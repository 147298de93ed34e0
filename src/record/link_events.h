#pragma once

// A link to one referral for somebody without an account: made, opened, taken back. What opens it stands
// nowhere here. docs/adr/0186.

#include "record/kept_fields.h"

#include <string>

namespace safelead::record {

struct ReferralLinkMade {
    PersonId by;
    std::string referral;  ///< Its reference.
    std::string whom;      ///< Who is to open it, and at which agency.
    Instant until;
    bool operator==(const ReferralLinkMade&) const = default;
};

/// Whoever had the link and its code opened it: by the program.
struct ReferralLinkOpened {
    std::string referral;
    std::string whom;
    bool operator==(const ReferralLinkOpened&) const = default;
};

struct ReferralLinkRevoked {
    PersonId by;
    std::string referral;
    std::string why;
    bool operator==(const ReferralLinkRevoked&) const = default;
};

template <>
struct FieldsOf<ReferralLinkMade> {
    using E = ReferralLinkMade;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"referral", &E::referral},
                                        Field{"whom", &E::whom}, Field{"until", &E::until});
    static constexpr std::string_view type = "referral-link-made";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralLinkOpened> {
    using E = ReferralLinkOpened;
    static constexpr auto list = fields(Field{"referral", &E::referral}, Field{"whom", &E::whom});
    static constexpr std::string_view type = "referral-link-opened";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReferralLinkRevoked> {
    using E = ReferralLinkRevoked;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"referral", &E::referral}, Field{"why", &E::why});
    static constexpr std::string_view type = "referral-link-revoked";
    static constexpr int version = 1;
};

}  // namespace safelead::record
