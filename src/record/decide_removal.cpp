// Deleting and taking down.

#include "record/decide_kept.h"
#include "record/kept_in.h"
#include "record/removal.h"

namespace safelead::record {

namespace {

/// The police may agree in writing to what otherwise waits.
Result<Done, CaseRefusal> check_may_remove(const Case& state, const std::string& police_agreed,
                                           const Circumstances& c)
{
    if (!is_blank(police_agreed)) return Done{};
    if (why_removal_waits(state, c.in_force)) return refuse(CaseRefused::evidence_first, {"police_agreed"});
    return Done{};
}

}  // namespace

CaseDecided kept(const Case& state, RemovalAsked asked, const Circumstances& c)
{
    SL_TRY(check_said(
        {{"asked_by", asked.asked_by}, {"where", asked.where}},
        {{"when", asked.when.words}, {"answer", asked.answer}, {"police_agreed", asked.police_agreed}}));
    // A child who uses Report Remove is never told to wait: it is theirs, and the record only says so.
    if (asked.through != RemovalBy::report_remove) SL_TRY(check_may_remove(state, asked.police_agreed, c));
    return std::vector<CaseEvent>{std::move(asked)};
}

CaseDecided kept(const Case& state, DeletionAsked asked, const Circumstances& c)
{
    SL_TRY(check_said(
        {{"asked_by", asked.asked_by}, {"places", asked.places}, {"report_remove", asked.report_remove}},
        {{"when", asked.when.words}, {"police_agreed", asked.police_agreed}}));
    SL_TRY(check_may_remove(state, asked.police_agreed, c));
    // Report Remove needs the image or its address; after a deletion it is too late.
    if (asked.report_remove_first != Answer::yes)
        return refuse(CaseRefused::report_remove_first, {"report_remove_first"});
    asked.number = next_number<DeletionAsked>(state);
    return std::vector<CaseEvent>{std::move(asked)};
}

CaseDecided kept(const Case& state, DeletionAnswered answered, const Circumstances& c)
{
    SL_TRY(check_said(
        {{"said", answered.said}},
        {{"when", answered.when.words}, {"next", answered.next}, {"police_agreed", answered.police_agreed}}));
    const auto* asked = numbered<DeletionAsked>(state, answered.number);
    if (asked == nullptr) return refuse(CaseRefused::nobody_such, {"number"});
    if (answered.answer != DeletionAnswer::confirmed && is_blank(answered.next))
        return refuse(CaseRefused::no_reason, {"next"});
    for (const auto& earlier : kept_in<DeletionAnswered>(state)) {
        if (earlier.it->number == answered.number && earlier.it->answer == DeletionAnswer::confirmed)
            return refuse(CaseRefused::settled_already, {"number"});
    }
    // "Deleted" is not written down as done while what was deleted may be evidence; a refusal always is.
    if (answered.answer != DeletionAnswer::refused && is_blank(asked->police_agreed))
        SL_TRY(check_may_remove(state, answered.police_agreed, c));
    answered.about = asked->about;
    return std::vector<CaseEvent>{std::move(answered)};
}

}  // namespace safelead::record
