// The questions of the fuller assessment as data: UKCIS 2024, assessing the risks and Annex A, regrouped.
// What an answer implies is a project rule.

#include "record/risk_assessment.h"

#include <algorithm>
#include <array>

namespace safelead::record {

namespace {

using Words = std::string_view;

constexpr std::array r1{Words{"own"}, Words{"another_childs"}, Words{"adult_reported"}};
constexpr std::array r2_facts{Words{"subject_identified"}};
constexpr std::array r3_bears{Words{"C4"}, Words{"X1"}, Words{"under_13"}};
constexpr std::array r4_facts{Words{"significant_age_gap"}};
constexpr std::array r4_bears{Words{"X1"}, Words{"age_gap"}};
constexpr std::array r5_facts{Words{"adult_involved"}, Words{"online_contact_identity_unverified"},
                              Words{"position_of_trust"}};
constexpr std::array r5_bears{Words{"C1"}};
constexpr std::array r6{Words{"agreed"}, Words{"asked"},   Words{"pressured"},
                        Words{"dared"},  Words{"tricked"}, Words{"paid"}};
constexpr std::array r6_implies{Implied{"pressured", "coercion"}, Implied{"tricked", "coercion"},
                                Implied{"paid", "profit"}};
constexpr std::array r6_bears{Words{"C2"}, Words{"profit"}};
constexpr std::array r7_facts{Words{"blackmail"}, Words{"financial_demand"}, Words{"grooming"}};
constexpr std::array r7_bears{Words{"C2"}};
constexpr std::array yes_no{Words{"yes"}, Words{"no"}};
constexpr std::array r8b_implies{Implied{"no", "coercion"}};
constexpr std::array r8c_implies{Implied{"no", "onward_sharing_without_consent"}};
constexpr std::array r8c_bears{Words{"X4"}, Words{"non_consensual_sharing"}};
constexpr std::array r9_facts{Words{"capacity_concern"}};
constexpr std::array r10_facts{Words{"spread_band"}, Words{"onward_sharing_without_consent"}};
constexpr std::array r10_bears{Words{"spread"}, Words{"non_consensual_sharing"}};
constexpr std::array r11_facts{Words{"shared_publicly_online"}};
constexpr std::array r11{Words{"app"}, Words{"group_chat"}, Words{"public_site"}, Words{"device_only"}};
constexpr std::array r11_implies{Implied{"public_site", "shared_publicly_online"}};
constexpr std::array r11_bears{Words{"spread"}};
constexpr std::array r12_facts{Words{"origin"}};
constexpr std::array r12_bears{Words{"ai_made_without_consent"}, Words{"covert"}};
constexpr std::array r13_facts{Words{"sexual_acts"}, Words{"acts_unusual_or_violent"}};
constexpr std::array r13_bears{Words{"C3"}, Words{"C4"}, Words{"sexual_acts_under_16"}};
constexpr std::array r14{Words{"trust"},   Words{"peer_approval"}, Words{"joke"},
                         Words{"revenge"}, Words{"humiliation"},   Words{"money"}};
constexpr std::array r14_facts{Words{"malicious_intent"}, Words{"profit"}};
constexpr std::array r14_implies{Implied{"revenge", "malicious_intent"},
                                 Implied{"humiliation", "malicious_intent"}, Implied{"money", "profit"}};
constexpr std::array r14_bears{Words{"X4"}, Words{"malicious"}, Words{"profit"}};
constexpr std::array r15_facts{Words{"prior_incident"}};
constexpr std::array r15_bears{Words{"repeat"}};
constexpr std::array r16_facts{Words{"known_vulnerability"}, Words{"has_social_worker"}};
constexpr std::array r16{Words{"protection_plan"}, Words{"looked_after"},  Words{"send"},
                         Words{"mental_health"},   Words{"home_violence"}, Words{"exploitation"},
                         Words{"bullied"}};
constexpr std::array r16_implies{Implied{"protection_plan", "known_vulnerability"},
                                 Implied{"protection_plan", "has_social_worker"},
                                 Implied{"looked_after", "known_vulnerability"},
                                 Implied{"looked_after", "has_social_worker"},
                                 Implied{"send", "known_vulnerability"},
                                 Implied{"mental_health", "known_vulnerability"},
                                 Implied{"home_violence", "known_vulnerability"},
                                 Implied{"exploitation", "known_vulnerability"},
                                 Implied{"bullied", "known_vulnerability"}};
constexpr std::array r16_bears{Words{"vulnerability"}};
constexpr std::array r17_facts{Words{"immediate_harm"}, Words{"immediate_danger"}};
constexpr std::array r17_bears{Words{"C5"}};
constexpr std::array r18{Words{"bullying"}, Words{"coercive_relationship"}, Words{"threats"}, Words{"none"}};
constexpr std::array r18_implies{Implied{"coercive_relationship", "coercion"}};
constexpr std::array r19_facts{Words{"parents_informing_risk"}, Words{"honour_based_risk"}};
constexpr std::array r19_bears{Words{"X2"}, Words{"X5"}};

using enum Matters;
using enum Choosing;

constexpr AssessmentQuestion questions[] = {
    {"R1", always, one, {}, r1, {}, {}},
    {"R2", where_an_image_is, words_alone, r2_facts, {}, {}, {}, AlsoFrom::ages},
    {"R3", where_an_image_is, words_alone, {}, {}, {}, r3_bears, AlsoFrom::ages},
    {"R4", always, words_alone, r4_facts, {}, {}, r4_bears},
    {"R5", always, words_alone, r5_facts, {}, {}, r5_bears},
    {"R6", where_an_image_is, several, {}, r6, r6_implies, r6_bears},
    {"R7", always, words_alone, r7_facts, {}, {}, r7_bears},
    {"R8a", where_an_image_is, one, {}, yes_no, {}, {}},
    {"R8b", where_an_image_is, one, {}, yes_no, r8b_implies, r7_bears},
    {"R8c", where_it_was_passed_on, one, {}, yes_no, r8c_implies, r8c_bears},
    {"R9", always, words_alone, r9_facts, {}, {}, r7_bears},
    {"R10", where_it_was_passed_on, words_alone, r10_facts, {}, {}, r10_bears, AlsoFrom::spread},
    {"R11", where_it_was_passed_on, several, r11_facts, r11, r11_implies, r11_bears},
    {"R12", where_an_image_is, words_alone, r12_facts, {}, {}, r12_bears},
    {"R13", where_an_image_is, words_alone, r13_facts, {}, {}, r13_bears},
    {"R14", where_it_was_passed_on, several, r14_facts, r14, r14_implies, r14_bears},
    {"R15", always, words_alone, r15_facts, {}, {}, r15_bears},
    {"R16", always, several, r16_facts, r16, r16_implies, r16_bears},
    {"R17", always, words_alone, r17_facts, {}, {}, r17_bears},
    {"R18", always, several, {}, r18, r18_implies, r7_bears},
    {"R19", always, words_alone, r19_facts, {}, {}, r19_bears},
    {"R20", always, words_alone, {}, {}, {}, {}, AlsoFrom::settings},
    {"R21", where_an_image_is, words_alone, {}, {}, {}, {}, AlsoFrom::removals},
    {"R22", always, words_alone, {}, {}, {}, {}, AlsoFrom::each_child},
    {"R23", where_children_meet, words_alone, {}, {}, {}, {}},
    {"R24", always, one, {}, yes_no, {}, {}},
};

}  // namespace

std::span<const AssessmentQuestion> assessment_questions()
{
    return questions;
}

const AssessmentQuestion* assessment_question(std::string_view id)
{
    const auto found = std::ranges::find(questions, id, &AssessmentQuestion::id);
    return found == std::end(questions) ? nullptr : &*found;
}

}  // namespace safelead::record
