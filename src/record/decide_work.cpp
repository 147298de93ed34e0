// What is done with a case outside it (advice sought, referrals, what an agency says) and the tasks.

#include "record/case_deciding.h"

#include <algorithm>

namespace safelead::record {

namespace {

Result<Done, CaseRefusal> check_waiting(const Case& state, const TaskId& task)
{
    const auto found =
        std::ranges::find_if(state.tasks, [&](const Task& known) { return known.set.task == task; });
    if (found == state.tasks.end()) return refuse(CaseRefused::nobody_such, {std::string{task.text()}});
    if (found->state != TaskState::to_do) {
        return refuse(CaseRefused::settled_already, {std::string{task.text()}});
    }
    return Done{};
}

}  // namespace

CaseDecided decided(const Case&, const RecordConsultation& record, const Circumstances&)
{
    const Consulted& consulted = record.consulted;
    SL_TRY(
        check_said({{"with", consulted.with}, {"advised", consulted.advised}},
                   {{"person", consulted.person}, {"how", consulted.how}, {"when", consulted.when.words}}));
    return std::vector<CaseEvent>{consulted};
}

CaseDecided decided(const Case&, const RecordReferral& record, const Circumstances&)
{
    const ReferralMade& referral = record.referral;
    SL_TRY(check_said({{"to", referral.to}, {"how", referral.how}},
                      {{"when", referral.when.words},
                       {"said", referral.said},
                       {"their_person", referral.their_person},
                       {"their_reference", referral.their_reference}}));
    return std::vector<CaseEvent>{referral};
}

// What was never handed over can't be given back.
CaseDecided decided(const Case& state, const RecordGivenBack& record, const Circumstances&)
{
    const GivenBack& given_back = record.given_back;
    if (state.referrals.empty()) return refuse(CaseRefused::referral_not_recorded);
    SL_TRY(check_said({{"agency", given_back.agency},
                       {"person", given_back.person},
                       {"when", given_back.when.words},
                       {"why", given_back.why}}));
    return std::vector<CaseEvent>{given_back};
}

CaseDecided decided(const Case& state, const FinishTask& finish, const Circumstances&)
{
    SL_TRY(check_waiting(state, finish.task));
    SL_TRY(check_said({}, {{"note", finish.note}}));
    return std::vector<CaseEvent>{TaskDone{finish.task, finish.by, finish.note}};
}

CaseDecided decided(const Case& state, const DropTask& drop, const Circumstances&)
{
    SL_TRY(check_waiting(state, drop.task));
    SL_TRY(check_said({{"why", drop.why}}));
    return std::vector<CaseEvent>{TaskDropped{drop.task, drop.by, drop.why}};
}

}  // namespace safelead::record
