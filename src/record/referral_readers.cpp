#include "record/referral_readers.h"

#include "record/case.h"
#include "record/concern.h"
#include "record/kept_in.h"
#include "record/settling_readers.h"
#include "record/text_limits.h"

#include <algorithm>

namespace safelead::record {

namespace {

using Settled = Result<Done, ReferralRefusal>;

auto readers_refused(ReferralRefused why, std::string_view about = {})
{
    return fail(ReferralRefusal{why, std::string{about}});
}

bool is_among(const std::vector<PersonId>& people, const PersonId& person)
{
    return std::ranges::find(people, person) != people.end();
}

bool says_staff(StaffInvolved involved)
{
    return involved != StaffInvolved::unknown && involved != StaffInvolved::nobody;
}

Settled has_words(const std::string& text, std::string_view about)
{
    if (is_blank(text)) return readers_refused(ReferralRefused::not_said, about);
    if (!fits_account(text)) return readers_refused(ReferralRefused::text_too_long, about);
    return Done{};
}

Settled has_person(const PersonId& person, std::string_view about)
{
    return has_words(std::string{person.text()}, about);
}

/// Whether a change is one that may be made as it stands now.
class Settling {
public:
    explicit Settling(const Referral& referral) : readers_{referral.readers}, to_{referral.to.kind} {}

    Settled operator()(const PersonKeptOut& out) const
    {
        SL_TRY(has_person(out.person, "person"));
        SL_TRY(has_words(out.why, "why"));
        if (is_among(readers_.kept_out, out.person))
            return readers_refused(ReferralRefused::settled_already, "person");
        return Done{};
    }

    Settled operator()(const PersonLetBackIn& back) const
    {
        SL_TRY(has_person(back.person, "person"));
        SL_TRY(has_words(back.why, "why"));
        if (!is_among(readers_.kept_out, back.person))
            return readers_refused(ReferralRefused::nobody_such, "person");
        return Done{};
    }

    Settled operator()(const ReferralLocked& locked) const
    {
        SL_TRY(has_person(locked.with, "person"));
        SL_TRY(has_words(locked.why, "why"));
        if (!readers_.locked_to.empty()) return readers_refused(ReferralRefused::settled_already);
        if (locked.with == locked.by) return readers_refused(ReferralRefused::same_person, "person");
        if (is_among(readers_.kept_out, locked.with))
            return readers_refused(ReferralRefused::nobody_such, "person");
        return Done{};
    }

    Settled operator()(const ReaderNamed& named) const
    {
        SL_TRY(has_person(named.person, "person"));
        SL_TRY(has_words(named.why, "why"));
        const bool is_locked = !readers_.locked_to.empty();
        if (!is_locked && to_ != AgencyKind::lado) return readers_refused(ReferralRefused::not_locked);
        const auto& named_already = is_locked ? readers_.locked_to : readers_.opened_to;
        if (is_among(named_already, named.person))
            return readers_refused(ReferralRefused::settled_already, "person");
        if (is_among(readers_.kept_out, named.person))
            return readers_refused(ReferralRefused::nobody_such, "person");
        return Done{};
    }

    Settled operator()(const ReferralUnlocked& unlocked) const
    {
        SL_TRY(has_words(unlocked.why, "why"));
        if (readers_.locked_to.empty()) return readers_refused(ReferralRefused::not_locked);
        return Done{};
    }

    Settled operator()(const ReadersLookedAt& looked) const
    {
        SL_TRY(has_words(looked.words, "why"));
        const bool is_anybody_elses =
            std::ranges::any_of(readers_.restricted_by, [&](const PersonId& by) { return by != looked.by; });
        if (!is_anybody_elses) return readers_refused(ReferralRefused::second_person);
        return Done{};
    }

private:
    const ReferralReaders& readers_;
    AgencyKind to_;
};

void add_once(std::vector<PersonId>& people, const PersonId& person)
{
    if (!is_among(people, person)) people.push_back(person);
}

/// Where nobody is kept from it any more, there is nothing to look at.
void forget_restrictions_lifted(ReferralReaders& readers)
{
    if (readers.kept_out.empty() && readers.locked_to.empty()) readers.restricted_by.clear();
}

}  // namespace

AboutStaff about_staff(const Case& of, const std::vector<std::shared_ptr<const Concern>>& concerns)
{
    const bool is_reported = std::ranges::any_of(concerns, [](const auto& concern) {
        return says_staff(concern->reported.staff_involved) || !concern->reported.people_involved.empty();
    });
    const auto kept_out = kept_in<PersonKeptOut>(of);
    const bool is_recorded = std::ranges::any_of(kept_out, [&](const auto& kept) {
        return kept.it->near == TooNear::allegation && is_among(of.who_reads.kept_out, kept.it->person);
    });
    return is_reported || is_recorded ? AboutStaff::yes : AboutStaff::not_said;
}

Result<Done, ReferralRefusal> may_settle(const Referral& referral, const ReadersChange& change)
{
    return std::visit(Settling{referral}, change);
}

void apply(Referral& referral, const PersonKeptOut& out)
{
    add_once(referral.readers.kept_out, out.person);
    if (out.by != out.person) add_once(referral.readers.restricted_by, out.by);
}

void apply(Referral& referral, const PersonLetBackIn& back)
{
    std::erase(referral.readers.kept_out, back.person);
    forget_restrictions_lifted(referral.readers);
}

void apply(Referral& referral, const ReferralLocked& locked)
{
    for (const auto& person : {locked.by, locked.with}) add_once(referral.readers.locked_to, person);
    add_once(referral.readers.restricted_by, locked.by);
}

void apply(Referral& referral, const ReaderNamed& named)
{
    if (!referral.readers.locked_to.empty()) add_once(referral.readers.locked_to, named.person);
    if (referral.to.kind == AgencyKind::lado) add_once(referral.readers.opened_to, named.person);
}

void apply(Referral& referral, const ReferralUnlocked&)
{
    referral.readers.locked_to.clear();
    forget_restrictions_lifted(referral.readers);
}

// Their own keeping out waits for somebody else, whatever else they looked at.
void apply(Referral& referral, const ReadersLookedAt& looked)
{
    std::erase_if(referral.readers.restricted_by, [&](const PersonId& by) { return by != looked.by; });
}

}  // namespace safelead::record
