#include "record/referral_draft.h"

#include "record/adult_in_case.h"
#include "record/case_facts.h"
#include "record/child.h"
#include "record/kept_in.h"
#include "record/referral.h"
#include "record/referral_known.h"
#include "record/risk_assessment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::record {

namespace {

/// Sharing what is needed to keep a child safe does not wait for consent. The project's wording; nobody has
/// verified it.
constexpr std::string_view usual_basis =
    "Safeguarding of children: public task and substantial public interest (UK GDPR Articles 6(1)(e) and "
    "9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18). Consent was not relied on.";

std::string criteria_of(const Case& of, const guidance::Pack& pack)
{
    std::string text;
    if (!of.advice) return text;
    const auto& advice = of.advice->advice;
    add_line(text, fmt::format("Advised under {}: {}", advice.edition.text(), pack.term(advice.route)));
    for (const auto& code : advice.criteria)
        add_line(text, fmt::format("{}: {}", code.text(), pack.term(code)));
    for (const auto& code : advice.safety_rules)
        add_line(text, fmt::format("{}: {}", code.text(), pack.term(code)));
    for (const auto& held : kept_in<ReviewMeetingHeld>(of))
        for (const auto& rests : held.it->criteria)
            add_line(text, fmt::format("{} rests on: {}", rests.criterion, rests.words));
    if (const auto* decision = of.decision())
        add_line(text,
                 fmt::format("Decided: {}. {}", pack.term(decision->made.route), decision->made.reason));
    return text;
}

std::string parents_of(const Case& of, const std::vector<CaseRef>& children)
{
    std::string text;
    for (const auto& told : kept_in<FamilyTold>(of))
        if (is_among(children, told.it->about))
            add_line(text, fmt::format("{}: {} was told. {}", told.it->about.text(), told.it->whom,
                                       told.it->their_view));
    for (const auto& not_told : kept_in<FamilyNotTold>(of))
        if (is_among(children, not_told.it->about))
            add_line(text, fmt::format("{}: {} was not told. {}", not_told.it->about.text(),
                                       not_told.it->whom, not_told.it->words));
    return text;
}

/// Whoever acts on a yes may ring a family that must not know yet: so it is yes only where each was told and
/// none was not.
Answer parents_know(const Case& of, const std::vector<CaseRef>& children)
{
    const auto told = kept_in<FamilyTold>(of);
    const auto not_told = kept_in<FamilyNotTold>(of);
    const auto is_in = [](const auto& all, const CaseRef& child) {
        return std::ranges::any_of(all, [&](const auto& kept) { return kept.it->about == child; });
    };
    const auto was_told = [&](const CaseRef& child) { return is_in(told, child); };
    const auto was_not_told = [&](const CaseRef& child) { return is_in(not_told, child); };
    const bool some_not_told = std::ranges::any_of(children, was_not_told);
    if (!children.empty() && std::ranges::all_of(children, was_told) && !some_not_told) return Answer::yes;
    if (some_not_told && std::ranges::none_of(children, was_told)) return Answer::no;
    return Answer::unknown;
}

/// Where a device is by the last that was recorded of it; "" where it is with the police or was given back.
std::string_view kept_now(const DeviceTaken& taken, const std::vector<KeptIn<DeviceMoved>>& moves)
{
    const DeviceMoved* last = nullptr;
    for (const auto& moved : moves)
        if (moved.it->number == taken.number) last = moved.it;
    if (last == nullptr) return taken.kept_at;
    return last->went == DeviceWent::elsewhere_in_school ? std::string_view{last->reference}
                                                         : std::string_view{};
}

/// Those that the school has, of these children or of nobody in particular: another child's is not for
/// whoever it goes to.
std::string devices_of(const Case& of, const std::vector<CaseRef>& children)
{
    std::string text;
    const auto moves = kept_in<DeviceMoved>(of);
    for (const auto& taken : kept_in<DeviceTaken>(of)) {
        const auto& about = taken.it->about;
        const auto where = kept_now(*taken.it, moves);
        if (where.empty() || (about && !is_among(children, *about))) continue;
        add_line(text, fmt::format("{}{}, {}; kept at: {}", about ? fmt::format("{}: ", about->text()) : "",
                                   taken.it->device, taken.it->state, where));
    }
    return text;
}

std::string support_of(const Case& of, const std::vector<CaseRef>& children)
{
    std::string text;
    for (const auto& plan : kept_in<SupportPlanMade>(of))
        if (is_among(children, plan.it->about))
            add_line(text,
                     fmt::format("{}: {} {}", plan.it->about.text(), plan.it->safety, plan.it->support));
    return text;
}

std::string viewed_of(const Case& of, const guidance::Pack& pack)
{
    auto text = answers_to(of, pack, {"staff_exposure"});
    const auto viewings = kept_in<ViewingRecorded>(of);
    if (!viewings.empty())
        add_line(text, fmt::format("Viewings recorded under guidance: {}.", viewings.size()));
    return text;
}

std::string others_told_of(const Case& of)
{
    std::string text;
    for (const auto& one : of.referrals) add_line(text, fmt::format("{} {}", one.to, one.their_reference));
    for (const auto& one : of.consultations)
        add_line(text, one.person.empty() ? fmt::format("{} (advice sought)", one.with)
                                          : fmt::format("{}, {} (advice sought)", one.with, one.person));
    return text;
}

std::string part_of_person(const guidance::Pack& pack, const CasePerson& person)
{
    if (!person.described) return {};
    const auto& told = *person.described;
    std::string text;
    for (const auto& role : told.roles) {
        if (!text.empty()) text += ", ";
        text += pack.term(role);
    }
    if (told.age_at_event)
        add_line(text, fmt::format("Aged {} then ({})", *told.age_at_event,
                                   told.age_basis.empty() ? "unknown" : told.age_basis));
    return text;
}

/// What the first one said; but what is said of a child whom the next one leaves out is not carried on.
ReferralWords words_followed(const Referral& followed, const BeginReferral& begin)
{
    auto words = followed.words;
    words.called = begin.words.called;  // Another agency was rung before the first.
    const bool leaves_out = std::ranges::any_of(followed.children, [&](const auto& before) {
        return std::ranges::find(begin.children, before.ref, &ReferredChild::ref) == begin.children.end();
    });
    if (leaves_out) {
        words.family = begin.words.family;
        words.support = begin.words.support;
        words.devices = begin.words.devices;
        words.parents = begin.words.parents;
        words.parents_know = begin.words.parents_know;
    }
    return words;
}

}  // namespace

ReferralWords referral_words_of(const Case& of, const guidance::Pack& pack,
                                const std::vector<CaseRef>& children,
                                const std::vector<std::string>& reported, std::string caller,
                                const std::vector<KnownTie>& ties)
{
    ReferralWords words{};
    for (const auto& one : reported) add_line(words.concern, fmt::format("As reported: {}", one));
    words.immediacy = answers_to(of, pack, {"immediate_danger", "immediate_harm"});
    words.criteria = criteria_of(of, pack);
    words.family = family_known(of, children, ties);
    words.support = support_of(of, children);
    words.parents_know = parents_know(of, children);
    words.parents = parents_of(of, children);
    words.relationship = answers_to(of, pack, {"relationship", "significant_age_gap", "position_of_trust"});
    words.spread = answers_to(of, pack, {"medium", "spread_band", "shared_publicly_online"});
    words.adult = answers_to(of, pack, {"adult_involved", "online_contact_identity_unverified"});
    add_line(words.adult, adult_shown(of, pack));
    words.devices = devices_of(of, children);
    words.viewed = viewed_of(of, pack);
    words.caller = std::move(caller);
    words.others_told = others_told_of(of);
    words.basis = usual_basis;
    return words;
}

void go_on_from(BeginReferral& begin, const Referral& followed)
{
    begin.follows = followed.id;
    begin.words = words_followed(followed, begin);
    for (auto& child : begin.children)
        for (const auto& before : followed.children)
            if (before.ref == child.ref) child = before;
}

ReferredChild referred_child_of(const Case& of, const guidance::Pack& pack, const CasePerson& person,
                                const Identity* identity, std::string_view school, const KnownOfChild& known)
{
    ReferredChild child{person.ref, person.called, {}, {}, part_of_person(pack, person), {}, {}, {}, {}};
    if (identity != nullptr) {
        child.who = name_of(*identity);
        if (identity->born) child.who += fmt::format(", born {}", to_text(*identity->born));
        if (!identity->upn.empty()) child.who += fmt::format(", UPN {}", identity->upn);
        child.school = identity->school.empty() ? std::string{school} : identity->school;
        if (!identity->year_group.empty()) child.school += fmt::format(", {}", identity->year_group);
    }
    child.home = home_known(known);
    child.now = now_known(known);
    child.needs = needs_known(of, pack, person.ref);
    child.workers = workers_known(of, pack, person.ref);
    child.wishes = wishes_of(of, person.ref);
    return child;
}

Answer together(const Case& of, std::initializer_list<std::string_view> facts)
{
    constexpr std::array<std::string_view, 5> as_yes{"yes", "alleged", "suspected", "6-30", "30+"};
    constexpr std::array<std::string_view, 4> as_no{"no", "0", "1", "2-5"};
    bool all_no = true;
    for (const auto fact : facts) {
        const auto value = answered_in(of, fact);
        if (std::ranges::find(as_yes, value) != as_yes.end()) return Answer::yes;
        all_no = all_no && std::ranges::find(as_no, value) != as_no.end();
    }
    return all_no ? Answer::no : Answer::unknown;
}

namespace {

/// Who is described as having threatened did, whatever the questions were answered.
void add_threats(Finding& pressure, const Case& of)
{
    for (const auto& person : of.people) {
        if (!has_role(person, "threatener")) continue;
        pressure.answer = Answer::yes;
        add_line(pressure.words, fmt::format("{} is described as having threatened.", person.ref.text()));
    }
}

/// Six who had it are six, though fewer were told of when the question was answered.
void add_recipients(Finding& spread, const Case& of)
{
    constexpr std::ptrdiff_t many = 6;
    const auto had_it =
        std::ranges::count_if(of.people, [](const auto& person) { return has_role(person, "recipient"); });
    if (had_it < many) return;
    spread.answer = Answer::yes;
    add_line(spread.words, fmt::format("{} people are described as having received it.", had_it));
}

}  // namespace

std::vector<Finding> aggravating_features(const Case& of, const guidance::Pack& pack)
{
    std::vector<Finding> features;
    const auto add = [&](std::string_view thing, std::initializer_list<std::string_view> facts) {
        features.push_back({std::string{thing}, together(of, facts), answers_to(of, pack, facts)});
    };
    features.push_back(
        adult_found(of, pack, together(of, {"adult_involved", "online_contact_identity_unverified"})));
    add("pressure", {"coercion", "blackmail", "grooming", "financial_demand"});
    add_threats(features.back(), of);
    add("profit", {"profit"});
    add("malicious", {"malicious_intent"});
    add("repeat", {"prior_incident"});
    add("spread", {"shared_publicly_online", "spread_band"});
    add_recipients(features.back(), of);
    return features;
}

}  // namespace safelead::record
