#include "record/sharing_log.h"

#include "base/overloaded.h"
#include "record/kept_in.h"
#include "record/text_limits.h"

#include <algorithm>

namespace safelead::record {

namespace {

const Referral* made_here(const std::vector<Referral>& referrals, std::string_view reference)
{
    const auto found = std::ranges::find_if(
        referrals, [&](const Referral& one) { return one.reference.text() == reference; });
    return found == referrals.end() ? nullptr : &*found;
}

/// What goes by itself to make a line of it: nothing for an event that shares nothing.
class LineOf {
public:
    explicit LineOf(const std::vector<Referral>& referrals) : referrals_{referrals} {}

    std::optional<SharedLine> operator()(const ReferralMade& made) const
    {
        const auto* here = made_here(referrals_, made.their_reference);
        if (here == nullptr)
            return line(SharedBy::referral, made.to, made.their_person, made.when, made.said);
        auto shared = line(SharedBy::referral_here, made.to, made.their_person, made.when, made.said);
        shared.reference = made.their_reference;
        shared.basis = here->words.basis;
        return shared;
    }
    /// Whoever asks for advice about the children of a case tells of them; without a name it is another
    /// event.
    std::optional<SharedLine> operator()(const Consulted& asked) const
    {
        return line(SharedBy::consultation, asked.with, asked.person, asked.when, "");
    }
    std::optional<SharedLine> operator()(const ReferralLinkOpened& opened) const
    {
        auto shared = line(SharedBy::link, opened.whom, "", {}, "");
        shared.reference = opened.referral;
        if (const auto* here = made_here(referrals_, opened.referral)) shared.basis = here->words.basis;
        return shared;
    }
    std::optional<SharedLine> operator()(const StrategyMeetingHeld& held) const
    {
        if (is_blank(held.shared)) return std::nullopt;
        return line(SharedBy::strategy_meeting, held.attended, held.chaired_by, held.when, held.shared);
    }
    std::optional<SharedLine> operator()(const auto&) const { return std::nullopt; }

private:
    static SharedLine line(SharedBy by, std::string with, std::string person, EventTime when,
                           std::string what)
    {
        return {0,  {}, by,     std::move(with), std::move(person), std::move(when), std::move(what),
                {}, {}, nullptr};
    }

    const std::vector<Referral>& referrals_;
};

std::string words_of(const MeetingTold& meeting)
{
    std::string words = meeting.attended;
    for (const auto& action : meeting.actions) words += '\n' + action.what;
    return words;
}

/// What the sender says in a step goes on the same basis as the referral.
void add_told_later(std::vector<SharedLine>& lines, const Referral& referral)
{
    for (const auto& happened : referral.history) {
        const auto* step = std::get_if<ReferralStep>(happened.event.get());
        if (step == nullptr || step->side != Side::sender) continue;
        const auto& meeting = step->said.meeting;
        const auto words = meeting ? words_of(*meeting) : step->said.words;
        if (is_blank(words)) continue;
        lines.push_back({.entry = happened.position,
                         .at = happened.at,
                         .by = meeting ? SharedBy::meeting_told_later : SharedBy::told_later,
                         .with = referral.to.name,
                         .person = {},
                         .when = meeting ? meeting->when : EventTime{},
                         .what = words,
                         .reference = std::string{referral.reference.text()},
                         .basis = referral.words.basis,
                         .basis_given = nullptr});
    }
}

}  // namespace

std::vector<SharedLine> sharing_log(const Case& of, const std::vector<Referral>& referrals)
{
    const auto given = kept_in<BasisGiven>(of);
    std::vector<SharedLine> lines;
    for (const auto& happened : of.history) {
        auto line = std::visit(LineOf{referrals}, *happened.event);
        if (!line) continue;
        line->entry = happened.position;
        line->at = happened.at;
        for (const auto& basis : given)
            if (static_cast<std::uint64_t>(basis.it->entry) == happened.position)
                line->basis_given = basis.it;
        lines.push_back(*std::move(line));
    }
    for (const auto& referral : referrals) add_told_later(lines, referral);
    std::ranges::sort(lines, {}, &SharedLine::entry);
    return lines;
}

bool is_shared_by(const CaseEvent& event)
{
    return std::visit(LineOf{{}}, event).has_value();
}

}  // namespace safelead::record
