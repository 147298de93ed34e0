#include "record/adult_in_case.h"

#include "guidance/pack.h"
#include "record/case_facts.h"
#include "record/referral_known.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::record {
namespace {

constexpr int adult_age = 18;

/// As the packs count who did something with the image: it was not only made of them.
bool took_part(const PersonDescribed& told)
{
    constexpr std::array<std::string_view, 6> active{"creator",   "sharer", "requester",
                                                     "recipient", "holder", "threatener"};
    return std::ranges::any_of(active, [&](std::string_view role) { return has_role(told, role); });
}

bool is_age_known(const PersonDescribed& told)
{
    return told.age_at_event && told.age_basis == "known";
}

/// As the packs do: somebody who is in the image is no adult on a claim alone.
bool is_adult(const PersonDescribed& told)
{
    if (!took_part(told)) return false;
    if (told.setting == "staff") return true;
    const bool said = told.age_at_event && *told.age_at_event >= adult_age;
    return said && (!has_role(told, "subject") || told.age_basis == "known");
}

/// Nobody has said what they did, or how old they are but by a claim.
bool may_be_adult(const CasePerson& person)
{
    if (!person.described) return true;
    return took_part(*person.described) && !is_adult(*person.described) && !is_age_known(*person.described);
}

/// As the packs do: who took what is no image that the guidance is about says nothing.
bool adult_took_it(const Case& of)
{
    return answered_in(of, "origin") == "taken_by_adult" && is_there_an_image(of);
}

/// The codes of every edition for it.
std::string advised(const Case& of, const guidance::Pack& pack)
{
    std::string text;
    if (!of.advice) return text;
    const auto& advice = of.advice->advice;
    const auto add = [&](const guidance::Code& code) {
        add_line(text, fmt::format("As advised: {}: {}", code.text(), pack.term(code)));
    };
    if (advice.category.text() == "ADULT_INVOLVED") add(advice.category);
    for (const auto& code : advice.criteria)
        if (code.text() == "C1") add(code);
    return text;
}

}  // namespace

std::string adult_shown(const Case& of, const guidance::Pack& pack)
{
    std::string text;
    for (const auto& person : of.people)
        if (person.described && is_adult(*person.described))
            add_line(text, fmt::format("{} took part and is described as an adult, or on the staff.",
                                       person.ref.text()));
    if (adult_took_it(of)) add_line(text, answers_to(of, pack, {"origin"}));
    return text;
}

Finding adult_found(const Case& of, const guidance::Pack& pack, Answer answered)
{
    Finding found{"adult", answered,
                  answers_to(of, pack, {"adult_involved", "online_contact_identity_unverified"})};
    auto shown = adult_shown(of, pack);
    add_line(shown, advised(of, pack));
    if (!shown.empty()) {
        found.answer = Answer::yes;
        add_line(found.words, shown);
    }
    if (found.answer != Answer::no) return found;
    for (const auto& person : of.people) {
        if (!may_be_adult(person)) continue;
        found.answer = Answer::unknown;
        add_line(found.words,
                 fmt::format("Of {} it is not known what they did, or whether they are under {}.",
                             person.ref.text(), adult_age));
    }
    return found;
}

}  // namespace safelead::record
