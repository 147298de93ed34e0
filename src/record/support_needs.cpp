// What each child needs by the part they had (UKCIS 2024, supporting the children involved; the reviews and
// the wording are project rules). Whoever pressed or shared is a child with needs too.

#include "record/case_facts.h"
#include "record/kept_in.h"
#include "record/risk_assessment.h"

#include <algorithm>

namespace safelead::record {

namespace {

using enum PartHad;

constexpr SupportNeed needs[] = {
    {"believed", in_the_image},
    {"safety_screen", in_the_image},
    {"named_adult", in_the_image},
    {"choice_of_staff", in_the_image},
    {"removal_help", in_the_image},
    {"say_in_who_is_told", in_the_image},
    {"separation_and_attendance", in_the_image},
    {"specialist_support", in_the_image},
    {"told_what_happened", in_the_image},
    {"own_experience_heard", shared_or_pressured},
    {"own_named_adult", shared_or_pressured},
    {"law_and_harm_explained", shared_or_pressured},
    {"own_needs_assessed", shared_or_pressured},
    {"behaviour_kept_apart", shared_or_pressured},
    {"behaviour_service", shared_or_pressured},
    {"asked_for_or_not", received},
    {"told_not_to_share", received},
    {"deletion_confirmed", received},
    {"receiver_support", received},
    {"message_not_to_share", stood_by},
    {"how_to_report", stood_by},
    {"do_not_pay", pressed_for_money},
    {"stop_contact", pressed_for_money},
    {"keep_messages", pressed_for_money},
};

bool has_any(const CasePerson& person, std::initializer_list<std::string_view> roles)
{
    return std::ranges::any_of(roles, [&](std::string_view role) { return has_role(person, role); });
}

bool says_yes(const Case& of, std::string_view fact)
{
    const auto value = answered_in(of, fact);
    return value == "yes" || value == "alleged";
}

bool had_part(const Case& of, const CasePerson& person, PartHad part)
{
    const bool in_it = has_any(person, {"subject"});
    const bool did_it = has_any(person, {"sharer", "requester", "threatener", "creator"});
    switch (part) {
        case in_the_image:
            return in_it;
        case shared_or_pressured:
            // Whoever took and sent an image of themselves alone is the one in it.
            return has_any(person, {"requester", "threatener"}) || (did_it && !in_it);
        case received:
            return has_any(person, {"recipient", "holder"});
        case stood_by:
            return has_any(person, {"bystander"}) || !person.described || person.described->roles.empty();
        case pressed_for_money:
            return in_it && (says_yes(of, "financial_demand") || says_yes(of, "blackmail"));
    }
    throw_bug("a child had a part that is none");
}

}  // namespace

std::span<const SupportNeed> all_needs()
{
    return needs;
}

std::vector<SupportNeed> needs_of(const Case& of, const CasePerson& person)
{
    std::vector<SupportNeed> wanted;
    if (!may_be_a_child(person)) return wanted;
    std::ranges::copy_if(needs, std::back_inserter(wanted),
                         [&](const SupportNeed& need) { return had_part(of, person, need.part); });
    return wanted;
}

const NeedAnswer* need_answer(const Case& of, const CaseRef& about, std::string_view need)
{
    const NeedAnswer* last = nullptr;
    for (const auto& kept : kept_in<NeedsAnswered>(of)) {
        if (kept.it->about != about) continue;
        const auto found = std::ranges::find(kept.it->needs, need, &NeedAnswer::need);
        if (found != kept.it->needs.end()) last = &*found;
    }
    return last;
}

}  // namespace safelead::record
