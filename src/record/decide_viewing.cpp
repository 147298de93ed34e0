// The record of a viewing, and custody of devices.

#include "record/decide_kept.h"
#include "record/kept_in.h"
#include "record/removal.h"

namespace safelead::record {

CaseDecided kept(const Case& state, ViewingRecorded viewing, const Circumstances&)
{
    SL_TRY(check_said({{"authority", viewing.authority},
                       {"place", viewing.place},
                       {"why_no_other_way", viewing.why_no_other_way},
                       {"ended", viewing.ended},
                       {"followed", viewing.followed}},
                      {{"same_sex_reason", viewing.same_sex_reason},
                       {"approved", viewing.approved.words},
                       {"when", viewing.when.words}}));
    // UKCIS 2024, viewing the imagery: never where it would cause a child significant distress.
    if (viewing.would_distress != Answer::no)
        return refuse(CaseRefused::no_ground_to_view, {"would_distress"});
    if (viewing.attested != Answer::yes) return refuse(CaseRefused::no_reason, {"attested"});
    if (viewing.same_sex != Answer::yes && is_blank(viewing.same_sex_reason))
        return refuse(CaseRefused::no_reason, {"same_sex_reason"});
    if (viewing.viewer == viewing.witness) return refuse(CaseRefused::same_person, {"witness"});
    if (viewing.viewer == viewing.approver) return refuse(CaseRefused::same_person, {"approver"});
    viewing.number = next_number<ViewingRecorded>(state);
    return std::vector<CaseEvent>{std::move(viewing)};
}

namespace {

const PersonId& named_for(const ViewingRecorded& viewing, SignsAs as)
{
    switch (as) {
        case SignsAs::viewer:
            return viewing.viewer;
        case SignsAs::witness:
            return viewing.witness;
        case SignsAs::approver:
            return viewing.approver;
    }
    throw_bug("a signature is none of the three");
}

}  // namespace

CaseDecided kept(const Case& state, ViewingSigned signature, const Circumstances&)
{
    const auto* viewing = numbered<ViewingRecorded>(state, signature.number);
    if (viewing == nullptr) return refuse(CaseRefused::nobody_such, {"number"});
    SL_TRY(check_said({}, {{"on_paper", signature.on_paper}}));
    for (const auto& earlier : kept_in<ViewingSigned>(state)) {
        if (earlier.it->number == signature.number && earlier.it->as == signature.as)
            return refuse(CaseRefused::settled_already, {"as"});
    }
    if (is_blank(signature.on_paper) && signature.by != named_for(*viewing, signature.as))
        return refuse(CaseRefused::not_the_one_named, {"as"});
    return std::vector<CaseEvent>{std::move(signature)};
}

CaseDecided kept(const Case& state, DeviceTaken taken, const Circumstances&)
{
    SL_TRY(check_said({{"device", taken.device},
                       {"state", taken.state},
                       {"taken_by", taken.taken_by},
                       {"why", taken.why},
                       {"made_safe", taken.made_safe},
                       {"kept_at", taken.kept_at}},
                      {{"when", taken.when.words}}));
    taken.number = next_number<DeviceTaken>(state);
    return std::vector<CaseEvent>{std::move(taken)};
}

CaseDecided kept(const Case& state, DeviceMoved moved, const Circumstances& c)
{
    SL_TRY(check_said(
        {{"handed_by", moved.handed_by}, {"received_by", moved.received_by}, {"reference", moved.reference}},
        {{"when", moved.when.words}, {"agreed", moved.agreed}}));
    const auto* taken = numbered<DeviceTaken>(state, moved.number);
    if (taken == nullptr) return refuse(CaseRefused::nobody_such, {"number"});
    for (const auto& earlier : kept_in<DeviceMoved>(state)) {
        if (earlier.it->number == moved.number && earlier.it->went == DeviceWent::returned)
            return refuse(CaseRefused::settled_already, {"number"});
    }
    const bool gives_evidence_away = moved.went == DeviceWent::returned && is_blank(moved.agreed);
    if (gives_evidence_away && why_removal_waits(state, c.in_force))
        return refuse(CaseRefused::evidence_first, {"agreed"});
    moved.about = taken->about;
    return std::vector<CaseEvent>{std::move(moved)};
}

}  // namespace safelead::record
