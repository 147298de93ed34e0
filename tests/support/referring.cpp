#include "support/referring.h"

#include <utility>

namespace safelead::test {

app::NewReferral first_child_to(const app::Actor& receiver, std::optional<record::Reference> follows)
{
    return {receiver.organisation, {record::CaseRef{"A"}}, std::move(follows)};
}

app::NewReferral first_child_to(record::Agency not_here)
{
    return {OrganisationId{""}, {record::CaseRef{"A"}}, {}, std::move(not_here)};
}

Referring::Referring(PracticePartnership& at, app::Actor by, record::Reference of)
    : at_{at}, by_{std::move(by)}, of_{std::move(of)}
{
}

void Referring::fill(const record::Reference& referral, const Change& change) const
{
    const auto view = app::sent_referral(at_.safelead(), by_, of_, referral).value();
    app::ReferralText text{view.it->words, view.it->children};
    text.words.immediacy = "Today, please.";
    text.words.parents = "The mother knows and agrees.";
    text.words.asked = "Please say whether you assess.";
    for (auto& child : text.children) child.now = "In lessons";
    if (change) change(text);
    (void)wait_for(app::write_referral(at_.safelead(), by_, at_.command(), of_, referral, std::move(text)))
        .value();
}

app::Outcome<app::ReferralChanged> Referring::send(const record::Reference& referral,
                                                   record::Answer notice_confirmed) const
{
    return wait_for(app::send_referral(at_.safelead(), by_, at_.command(), of_, referral, notice_confirmed));
}

record::Reference Referring::begin(app::NewReferral asked) const
{
    return wait_for(app::begin_referral(at_.safelead(), by_, at_.command(), of_, std::move(asked)))
        .value()
        .referral;
}

record::Reference Referring::draft(app::NewReferral asked, const Change& change) const
{
    auto referral = begin(std::move(asked));
    fill(referral, change);
    return referral;
}

record::Reference Referring::refer(app::NewReferral asked, record::Answer notice_confirmed) const
{
    auto referral = draft(std::move(asked));
    (void)send(referral, notice_confirmed).value();
    return referral;
}

}  // namespace safelead::test
