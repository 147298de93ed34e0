#include "record/referral_known.h"

#include "base/text.h"
#include "record/kept_in.h"
#include "record/risk_assessment.h"
#include "record/text_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

namespace safelead::record {

namespace {

std::string_view label_of(const guidance::Pack& pack, std::string_view fact, std::string_view value)
{
    if (const auto* question = pack.question(fact))
        for (const auto& allowed : question->values)
            if (allowed.value == value) return allowed.label;
    return pack.term(value);
}

/// What may be chosen for R16, in words: no edition has a term for these.
constexpr std::pair<std::string_view, std::string_view> vulnerable_by[] = {
    {"protection_plan", "a child protection plan"},
    {"looked_after", "looked after"},
    {"send", "special educational needs or a disability"},
    {"mental_health", "mental health"},
    {"home_violence", "violence at home"},
    {"exploitation", "exploitation"},
    {"bullied", "bullied"},
};

std::string assessed_vulnerable(const Case& of)
{
    const auto* answer = last_answer(of, "R16");
    if (answer == nullptr) return {};
    std::string text;
    for (const auto& [value, words] : vulnerable_by) {
        if (std::ranges::find(answer->values, value) == answer->values.end()) continue;
        if (!text.empty()) text += ", ";
        text += words;
    }
    if (!answer->words.empty()) text += (text.empty() ? "" : ". ") + answer->words;
    return text.empty() ? text : fmt::format("Fuller assessment: {}", text);
}

/// What was said of the case: the reader must not take it as said of this child.
void add_of_the_case(std::string& text, std::string_view lines)
{
    if (lines.empty()) return;
    add_line(text, "Said of the case as a whole, not of one child:");
    add_line(text, lines);
}

std::string_view words_of(Tie tie)
{
    switch (tie) {
        case Tie::siblings:
            return "brother or sister";
        case Tie::half_or_step_siblings:
            return "half or step brother or sister";
        case Tie::same_household:
            return "lives in the same household";
        case Tie::other_family:
            return "other family";
    }
    return "other family";
}

std::string others_at_risk(const Case& of)
{
    const auto* answer = last_answer(of, "R24");
    if (answer == nullptr) return {};
    const auto says = [answer](std::string_view value) {
        return std::ranges::find(answer->values, value) != answer->values.end();
    };
    const std::string_view words = says("yes") ? "Yes" : says("no") ? "No" : "Not known";
    return fmt::format("Are brothers, sisters or other children at risk? {}{}{} (fuller assessment)", words,
                       answer->words.empty() ? "" : ". ", answer->words);
}

/// Each once, though they were told more than once.
void add_once(std::string& text, std::vector<std::string>& added, std::string line)
{
    if (std::ranges::find(added, line) != added.end()) return;
    add_line(text, line);
    added.push_back(std::move(line));
}

/// A call that was recorded, and as what.
struct Call {
    std::string_view to;
    std::optional<AgencyKind> kind;
    std::string_view how;
    const EventTime* when;
    std::string_view recorded_as;
};

/// As people write it: "By telephone", "phoned", "a call".
bool is_by_telephone(std::string_view how)
{
    constexpr std::string_view signs[] = {"phone", "call", "rang", "rung"};
    const auto words = ascii_lower(how);
    return std::ranges::any_of(signs,
                               [&](std::string_view sign) { return words.find(sign) != std::string::npos; });
}

std::vector<Call> calls_in(const Case& of)
{
    std::vector<Call> calls;
    for (const auto& happened : of.history) {
        if (const auto* asked = std::get_if<Consulted>(happened.event.get()))
            calls.push_back({asked->with, asked->kind, asked->how, &asked->when, "advice sought"});
        else if (const auto* made = std::get_if<ReferralMade>(happened.event.get()))
            calls.push_back({made->to, made->kind, made->how, &made->when, "a referral"});
    }
    std::erase_if(calls, [](const Call& call) { return !is_by_telephone(call.how); });
    return calls;
}

/// Kinds of which there is seldom more than one that a case is about.
bool is_told_by_kind(AgencyKind kind)
{
    return kind == AgencyKind::social_care || kind == AgencyKind::police || kind == AgencyKind::lado;
}

}  // namespace

std::string home_known(const KnownOfChild& known)
{
    if (known.authority.empty()) return {};
    return fmt::format("Lives under {} (the child’s record{}{})", known.authority,
                       known.authority_said_by.empty() ? "" : ", as said by ", known.authority_said_by);
}

std::string now_known(const KnownOfChild& known)
{
    std::string text;
    for (const auto& one : known.reported)
        if (!is_blank(one.where))
            add_line(text,
                     fmt::format("As reported, {}{}: {}", one.when,
                                 one.children > 1 ? fmt::format(", of {} children together", one.children)
                                                  : std::string{},
                                 one.where));
    return text;
}

EventTime call_known(const Case& of, const Agency& to)
{
    const auto name = ascii_lower(trim(to.name));
    const Call* by_name = nullptr;
    const Call* by_kind = nullptr;
    const auto calls = calls_in(of);
    for (const auto& call : calls) {
        if (ascii_lower(trim(call.to)) == name) by_name = &call;
        if (is_told_by_kind(to.kind) && call.kind == to.kind) by_kind = &call;
    }
    const auto* last = by_name != nullptr ? by_name : by_kind;
    if (last == nullptr) return {};
    auto called = *last->when;
    called.words = fmt::format("{}{}{}, {} (recorded in the case as {})", called.words,
                               called.words.empty() ? "" : ": ", last->to, last->how, last->recorded_as);
    return called;
}

void add_line(std::string& text, std::string_view line)
{
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

std::string answers_to(const Case& of, const guidance::Pack& pack,
                       std::initializer_list<std::string_view> facts)
{
    std::string text;
    for (const auto fact : facts) {
        const auto found = of.answers.find(fact);
        if (found == of.answers.end()) continue;
        const auto* question = pack.question(fact);
        const auto asked = question == nullptr ? pack.term(fact) : std::string_view{question->words};
        const auto& answer = found->second;
        add_line(text,
                 fmt::format("{} {}{}", asked, label_of(pack, fact, answer.value),
                             answer.told_by.empty() ? "" : fmt::format(" (told by: {})", answer.told_by)));
    }
    return text;
}

bool is_among(const std::vector<CaseRef>& children, const CaseRef& child)
{
    return std::ranges::find(children, child) != children.end();
}

std::string family_known(const Case& of, const std::vector<CaseRef>& children,
                         const std::vector<KnownTie>& ties)
{
    std::string text;
    std::vector<std::string> added;
    for (const auto& told : kept_in<FamilyTold>(of))
        if (is_among(children, told.it->about))
            add_once(
                text, added,
                fmt::format("{}: {} (parent or carer who was told)", told.it->about.text(), told.it->whom));
    for (const auto& not_told : kept_in<FamilyNotTold>(of))
        if (is_among(children, not_told.it->about))
            add_once(text, added,
                     fmt::format("{}: {} (parent or carer; recorded as not told)", not_told.it->about.text(),
                                 not_told.it->whom));
    for (const auto& tie : ties)
        if (is_among(children, tie.of))
            add_once(text, added,
                     fmt::format("{}: {}, {} (the child’s record{}{})", tie.of.text(), tie.name,
                                 words_of(tie.tie), tie.said_by.empty() ? "" : ", as said by ", tie.said_by));
    add_line(text, others_at_risk(of));
    return text;
}

std::string needs_known(const Case& of, const guidance::Pack& pack, const CaseRef& child)
{
    std::string language;
    for (const auto& plan : kept_in<SupportPlanMade>(of))
        if (plan.it->about == child && !plan.it->language.empty())
            language = fmt::format("Support plan: {}", plan.it->language);
    std::string text = std::move(language);
    auto of_the_case = answers_to(of, pack, {"known_vulnerability", "capacity_concern"});
    add_line(of_the_case, assessed_vulnerable(of));
    add_of_the_case(text, of_the_case);
    return text;
}

std::string workers_known(const Case& of, const guidance::Pack& pack, const CaseRef& child)
{
    std::string adult;
    std::string services;
    for (const auto& plan : kept_in<SupportPlanMade>(of)) {
        if (plan.it->about != child) continue;
        if (!plan.it->trusted_adult.empty())
            adult = fmt::format("Adult whom the child chose to talk to (support plan): {}",
                                plan.it->trusted_adult);
        if (!plan.it->early_help.empty())
            services = fmt::format("Early help and other services (support plan): {}", plan.it->early_help);
    }
    std::string text;
    add_line(text, adult);
    add_line(text, services);
    add_of_the_case(text, answers_to(of, pack, {"has_social_worker"}));
    return text;
}

}  // namespace safelead::record
