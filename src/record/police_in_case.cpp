// What the police recorded of a referral is a record of the case that referred. docs/adr/0211.

#include "record/police_in_case.h"

#include "record/about_referral.h"
#include "record/referral_known.h"
#include "record/text_limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::record {

namespace {

bool is_in(const Case& in, const CaseRef& ref)
{
    return std::ranges::find(in.people, ref, &CasePerson::ref) != in.people.end();
}

/// Where it comes from: an agency with an account wrote it itself; for any other, the step says who did.
std::string source_of(const Referral& referral, const ReferralStep& step)
{
    const auto* whose = referral.to.id.text().empty() ? "" : "the police themselves: ";
    return about_referral(referral.reference.text(),
                          fmt::format("recorded there by {}{}.", whose,
                                      step.by_name.empty() ? referral.to.name : step.by_name));
}

/// A text as long as is kept leaves no room for the source: nothing is cut, it stands in the referral.
std::string said_with_source(const Referral& referral, const ReferralStep& step)
{
    const auto source = source_of(referral, step);
    auto text = source;
    add_line(text, step.said.words);
    add_line(text, step.said.police->people);
    if (fits_account(text)) return text;
    return source + " What else they said stands there, word for word.";
}

PoliceSaid of_case(const Referral& referral, const ReferralStep& step)
{
    const auto& police = *step.said.police;
    return {step.by,
            std::nullopt,
            {{}, std::nullopt, step.at},
            is_blank(police.officer) ? step.by_name : police.officer,
            police.crime_recorded,
            police.why_not,
            police.reference,
            RecordedAs::not_said,
            police.outcome,
            police.outcome_on,
            "",
            "",
            said_with_source(referral, step)};
}

/// What the police said of one child, or nothing.
ChildRecordedAs said_of(const PoliceRecorded& police, const CaseRef& ref)
{
    for (const auto& child : police.recorded_as.value_or(std::vector<ChildRecordedAs>{}))
        if (child.ref == ref) return child;
    return {ref, RecordedAs::not_said};
}

bool says_nothing(const ChildRecordedAs& child)
{
    return child.as == RecordedAs::not_said && is_blank(child.told_child) && is_blank(child.told_parents);
}

/// The whole of it, of the only child.
PoliceSaid of_only_child(const Referral& referral, const ReferralStep& step, const CaseRef& ref)
{
    auto said = of_case(referral, step);
    const auto& police = *step.said.police;
    const auto child = said_of(police, ref);
    said.about = ref;
    said.recorded_as = child.as;
    said.told_child = is_blank(child.told_child) ? police.told_child : child.told_child;
    said.told_parents = is_blank(child.told_parents) ? police.told_parents : child.told_parents;
    return said;
}

/// What was told in one text of all, before each child had words of its own, goes into no child's part.
std::string with_told_to_all(std::string said, const PoliceRecorded& police)
{
    if (is_blank(police.told_child) && is_blank(police.told_parents)) return said;
    auto with_told = said;
    add_line(with_told, "What the children and the parents were told stands there, word for word.");
    return fits_account(with_told) ? with_told : said;
}

/// Of each of several.
void add_of_each(std::vector<PoliceSaid>& all, const Referral& referral, const ReferralStep& step,
                 const Case& in)
{
    auto whole = of_case(referral, step);
    const auto& police = *step.said.police;
    whole.said = with_told_to_all(std::move(whole.said), police);
    all.push_back(whole);
    for (const auto& child : referral.children) {
        const auto told = said_of(police, child.ref);
        if (says_nothing(told) || !is_in(in, child.ref)) continue;
        auto said = whole;
        said.about = child.ref;
        said.recorded_as = told.as;
        said.told_child = told.told_child;
        said.told_parents = told.told_parents;
        said.outcome.clear();  // The crime's, which is of the case; nobody said that it is this child's.
        said.outcome_on.reset();
        said.said = source_of(referral, step);
        all.push_back(std::move(said));
    }
}

}  // namespace

std::optional<KeepPoliceRecorded> police_in_case(const Referral& referral, int after, const Case& in)
{
    std::optional<KeepPoliceRecorded> keep;
    for (const auto& step : referral.steps) {
        if (step.number <= after || step.said.kind != StepKind::police_recorded || !step.said.police)
            continue;
        if (!keep) keep = KeepPoliceRecorded{step.by, {}};
        keep->by = step.by;
        if (referral.children.size() == 1 && is_in(in, referral.children.front().ref))
            keep->said.push_back(of_only_child(referral, step, referral.children.front().ref));
        else
            add_of_each(keep->said, referral, step, in);
    }
    return keep;
}

}  // namespace safelead::record
