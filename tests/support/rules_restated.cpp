#include "support/rules_restated.h"

#include <algorithm>
#include <functional>
#include <set>

namespace safelead::test {

namespace {

using guidance::AgeBasis;
using guidance::Person;
using guidance::Role;
using guidance::Setting;
using Who = std::function<bool(const Person&)>;

bool has(const Person& p, Role role)
{
    return p.roles.has(role);
}

bool is_active(const Person& p)
{
    return has(p, Role::creator) || has(p, Role::sharer) || has(p, Role::requester) ||
           has(p, Role::recipient) || has(p, Role::holder) || has(p, Role::threatener);
}

bool is_involved(const Person& p)
{
    return is_active(p) || has(p, Role::subject);
}

bool is_known(const Person& p)
{
    return p.age_basis == AgeBasis::known;
}

bool below(const Person& p, int years)
{
    return p.age_at_event.has_value() && *p.age_at_event < years;
}

bool is_adult(const Person& p)
{
    if (!is_active(p)) return false;
    if (p.setting == Setting::staff) return true;
    return p.age_at_event.value_or(0) >= 18 && (!has(p, Role::subject) || is_known(p));
}

class Restated {
public:
    Restated(Year year, const guidance::Facts& facts) : year_{year}, facts_{facts} {}

    RestatedAdvice all()
    {
        a_.category = category();
        criteria();
        safety_rules();
        unresolved();
        indicators();
        a_.route = route();
        if (a_.route == "CONSULT")
            a_.consult = !a_.unresolved.empty() || safety("X2") ? "DUTY_AND_ADVICE" : "COORDINATOR";
        flags();
        return a_;
    }

private:
    [[nodiscard]] std::string value(const char* fact) const { return std::string{facts_.value(fact)}; }
    [[nodiscard]] bool is(const char* fact, const char* word) const { return value(fact) == word; }
    [[nodiscard]] bool yes(const char* fact) const { return is(fact, "yes") || is(fact, "alleged"); }
    [[nodiscard]] bool some(const Who& who) const { return std::ranges::any_of(facts_.people(), who); }
    [[nodiscard]] bool some_subject(const Who& who) const
    {
        return some([&](const Person& p) { return has(p, Role::subject) && who(p); });
    }
    [[nodiscard]] bool subject_under(int years) const
    {
        return some_subject([years](const Person& p) { return below(p, years); });
    }
    [[nodiscard]] bool there_is_a_subject() const
    {
        return some_subject([](const Person&) { return true; });
    }
    [[nodiscard]] bool pressure() const
    {
        return yes("coercion") || yes("blackmail") || yes("grooming") || yes("financial_demand");
    }
    [[nodiscard]] bool all_subjects_adult() const
    {
        return there_is_a_subject() && !some_subject([](const Person& p) {
                   return !p.age_at_event || *p.age_at_event < 18 || !is_known(p);
               });
    }
    [[nodiscard]] bool an_adult_took_it() const
    {
        if (!is("origin", "taken_by_adult")) return false;
        const std::string medium = value("medium");
        if (medium == "text" || medium == "adult_pornography" || medium == "asked_not_sent") return false;
        return !is("nude_or_sexual", "no") && !all_subjects_adult();
    }
    [[nodiscard]] bool c1s_adult() const
    {
        if (is("adult_involved", "yes") || is("adult_involved", "suspected") || some(is_adult) ||
            an_adult_took_it())
            return true;
        return year_ == Year::y2024 && yes("online_contact_identity_unverified") && pressure();
    }
    [[nodiscard]] bool category_is(std::initializer_list<const char*> names) const
    {
        return std::ranges::any_of(names, [this](const char* name) { return a_.category == name; });
    }
    [[nodiscard]] bool in_scope() const
    {
        return category_is({"SELF_PEER", "SHARE_OTHERS", "POSSESSION", "AI_GENERATED", "PSEUDO_NOT_ADDRESSED",
                            "UNDETERMINED"});
    }
    [[nodiscard]] bool wide() const { return in_scope() || category_is({"ADULT_INVOLVED"}); }
    [[nodiscard]] static bool in(const std::vector<std::string>& list, const char* code)
    {
        return std::ranges::find(list, code) != list.end();
    }
    [[nodiscard]] bool criterion(const char* code) const { return in(a_.criteria, code); }
    [[nodiscard]] bool safety(const char* code) const { return in(a_.safety_rules, code); }

    [[nodiscard]] std::string category() const
    {
        if (is("medium", "asked_not_sent")) return "NOT_SENT";
        if (is("medium", "text")) return "NOT_TEXT_ONLY";
        if (is("medium", "adult_pornography")) return "NOT_ADULT_PORNOGRAPHY";
        if (is("nude_or_sexual", "no")) return "NOT_NUDE_OR_SEXUAL";
        if (all_subjects_adult()) return "NOT_ADULT_SUBJECT";
        if (some(is_adult) || is("adult_involved", "yes") || an_adult_took_it())
            return year_ == Year::y2016 && adults_only_received() ? "SHARE_OTHERS" : "ADULT_INVOLVED";
        if (is("origin", "ai_generated"))
            return year_ == Year::y2024 ? "AI_GENERATED" : "PSEUDO_NOT_ADDRESSED";
        if (is("subject_identified", "no") || !there_is_a_subject()) return "UNDETERMINED";
        if (some([](const Person& p) { return has(p, Role::sharer) && !has(p, Role::subject); }))
            return "SHARE_OTHERS";
        if (some([](const Person& p) { return has(p, Role::sharer) && has(p, Role::subject); }))
            return "SELF_PEER";
        return "POSSESSION";
    }

    [[nodiscard]] bool adults_only_received() const
    {
        if (!some(is_adult) || an_adult_took_it()) return false;
        for (const Person& p : facts_.people()) {
            if (!is_adult(p)) continue;
            if (p.roles != guidance::Roles{Role::recipient} || p.setting == Setting::staff) return false;
        }
        return some(
            [](const Person& p) { return has(p, Role::sharer) && !has(p, Role::subject) && below(p, 18); });
    }

    void criteria()
    {
        auto& list = a_.criteria;
        if (c1s_adult() && !category_is({"NOT_ADULT_SUBJECT", "NOT_NUDE_OR_SEXUAL"})) list.emplace_back("C1");
        if (pressure() || yes("capacity_concern")) list.emplace_back("C2");
        if (yes("acts_unusual_or_violent")) list.emplace_back("C3");
        if (yes("sexual_acts") && subject_under(13)) list.emplace_back("C4");
        if (yes("immediate_harm") || yes("immediate_danger")) list.emplace_back("C5");
    }

    [[nodiscard]] bool young_and_much_older() const
    {
        const auto& people = facts_.people();
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (!is_involved(people[i]) || !below(people[i], 13)) continue;
            if (yes("significant_age_gap")) return true;
            for (std::size_t j = 0; j < people.size(); ++j) {
                if (j == i || !is_involved(people[j]) || !people[j].age_at_event) continue;
                if (*people[j].age_at_event - *people[i].age_at_event >= 3) return true;
            }
        }
        return false;
    }

    void safety_rules()
    {
        auto& list = a_.safety_rules;
        if (young_and_much_older()) list.emplace_back("X1");
        if (yes("parents_informing_risk")) list.emplace_back("X2");
        if (is("staff_exposure", "copied") && wide()) list.emplace_back("X3");
        if (in_scope() && yes("onward_sharing_without_consent") && yes("malicious_intent"))
            list.emplace_back("X4");
        if (yes("honour_based_risk")) list.emplace_back("X5");
    }

    void unresolved()
    {
        std::set<std::string> names;
        for (const char* fact :
             {"adult_involved", "coercion", "blackmail", "grooming", "financial_demand", "capacity_concern",
              "acts_unusual_or_violent", "immediate_harm", "immediate_danger",
              "online_contact_identity_unverified", "parents_informing_risk", "nude_or_sexual", "medium"}) {
            if (is(fact, "unknown")) names.insert(fact);
        }
        if (is("adult_involved", "no") && yes("online_contact_identity_unverified"))
            names.insert("adult_involved");
        const bool subject_without_age = some_subject([](const Person& p) { return !p.age_at_event; });
        if (is("sexual_acts", "unknown") && (subject_under(13) || subject_without_age))
            names.insert("sexual_acts");
        const bool subject_not_known =
            some_subject([](const Person& p) { return !p.age_at_event || !is_known(p); });
        if (wide() && (!is("subject_identified", "yes") || !there_is_a_subject() || subject_not_known))
            names.insert("subject_age");
        if (yes("sexual_acts") && subject_without_age) names.insert("subject_age");
        if (some([](const Person& p) {
                return is_active(p) && !has(p, Role::subject) && (!p.age_at_event || !is_known(p));
            }))
            names.insert("person_age");
        a_.unresolved.assign(names.begin(), names.end());
    }

    void indicators()
    {
        auto& list = a_.indicators;
        if (yes("known_vulnerability") || yes("has_social_worker")) list.emplace_back("vulnerability");
        if (yes("significant_age_gap")) list.emplace_back("age_gap");
        if (yes("malicious_intent")) list.emplace_back("malicious");
        if (yes("profit")) list.emplace_back("profit");
        if (yes("shared_publicly_online") || is("spread_band", "6-30") || is("spread_band", "30+"))
            list.emplace_back("spread");
        if (yes("prior_incident")) list.emplace_back("repeat");
        if (is("origin", "covert")) list.emplace_back("covert");
        if (yes("sexual_acts") && subject_under(16)) list.emplace_back("sexual_acts_under_16");
        if (subject_under(13) && (year_ == Year::y2016 || !is("sexual_intent", "no")))
            list.emplace_back("under_13");
        if (category_is({"PSEUDO_NOT_ADDRESSED"})) list.emplace_back("guidance_silent");
        if (category_is({"AI_GENERATED"})) list.emplace_back("ai_made_without_consent");
        if (year_ != Year::y2016 && yes("onward_sharing_without_consent"))
            list.emplace_back("non_consensual_sharing");
    }

    [[nodiscard]] bool adults_image_pressed_on_a_child() const
    {
        if (!some([](const Person& p) { return has(p, Role::recipient) && below(p, 18); })) return false;
        if (pressure()) return true;
        const auto sharing_adult = [](const Person& p) { return is_adult(p) && has(p, Role::sharer); };
        if (!some(sharing_adult)) return false;
        return some([](const Person& p) { return has(p, Role::recipient) && below(p, 16); }) ||
               yes("position_of_trust") || yes("significant_age_gap") ||
               some([&](const Person& p) { return sharing_adult(p) && p.setting == Setting::staff; });
    }

    [[nodiscard]] std::string route() const
    {
        const bool any_x = !a_.safety_rules.empty();
        if (yes("immediate_danger")) return "EMERGENCY_999";
        if (category_is({"ADULT_INVOLVED"})) return "POLICE_URGENT";
        if (category_is({"NOT_SENT", "NOT_TEXT_ONLY", "NOT_ADULT_PORNOGRAPHY"}) && criterion("C1"))
            return "POLICE_URGENT";
        if (category_is({"NOT_ADULT_SUBJECT"}) && adults_image_pressed_on_a_child()) return "POLICE_URGENT";
        if (!a_.criteria.empty() || safety("X1") || safety("X3") || safety("X4") || safety("X5"))
            return "REFER_IMMEDIATE";
        if (category_is({"NOT_ADULT_SUBJECT"})) {
            const bool may_be_a_child = some([](const Person& p) {
                return has(p, Role::recipient) && (!p.age_at_event || *p.age_at_event < 18 || !is_known(p));
            });
            return may_be_a_child || any_x ? "CONSULT" : "ADULT_VICTIM_SUPPORT";
        }
        if (a_.category.starts_with("NOT_"))
            return !a_.unresolved.empty() || c1s_adult() || any_x ? "CONSULT" : "BEHAVIOUR_POLICY";
        return !a_.unresolved.empty() || !a_.indicators.empty() || any_x ? "CONSULT" : "SCHOOL_MANAGE";
    }

    void flags()
    {
        auto& list = a_.flags;
        const bool c1 = criterion("C1");
        if (in_scope() && (a_.route == "SCHOOL_MANAGE" || a_.route == "CONSULT"))
            list.emplace_back("HEAD_SIGNOFF_IF_NOT_REFERRED");
        if (yes("position_of_trust") || safety("X3") ||
            some([](const Person& p) { return is_active(p) && p.setting == Setting::staff; }))
            list.emplace_back("LADO");
        if (some([](const Person& p) { return p.setting == Setting::other_school; }))
            list.emplace_back("CONTACT_OTHER_SETTING");
        if (yes("parents_informing_risk") || yes("honour_based_risk") || c1)
            list.emplace_back("DEFER_PARENTS_PENDING_AGENCY_ADVICE");
        if (wide() && some_subject([](const Person& p) { return p.age && *p.age >= 18; }))
            list.emplace_back("ADULT_IMAGE_SUPPORT");
        if (wide() && some_subject([](const Person& p) { return !p.age || *p.age < 18; }))
            list.emplace_back(year_ == Year::y2024 ? "REPORT_REMOVE" : "IMAGE_REMOVAL_SUPPORT");
        if (is("staff_exposure", "accidental")) list.emplace_back("STAFF_SUPPORT");
        if (yes("has_social_worker")) list.emplace_back("INFORM_ALLOCATED_SOCIAL_WORKER");
        if (part_five(c1)) list.emplace_back("KCSIE_PART_FIVE");
        if (wide() && (c1 || pressure() || yes("profit") || yes("malicious_intent") ||
                       yes("prior_incident") || in(a_.indicators, "spread")))
            list.emplace_back("OUTCOME_21_AGGRAVATING_FEATURE");
    }

    [[nodiscard]] bool part_five(bool c1) const
    {
        if (year_ == Year::y2016 || c1 || category_is({"ADULT_INVOLVED", "NOT_ADULT_SUBJECT"})) return false;
        if (yes("unsolicited")) return true;
        return in_scope() && (yes("onward_sharing_without_consent") || yes("coercion") || yes("blackmail") ||
                              is("origin", "ai_generated") || is("origin", "covert"));
    }

    Year year_;
    const guidance::Facts& facts_;
    RestatedAdvice a_;
};

}  // namespace

RestatedAdvice restate(Year year, const guidance::Facts& facts)
{
    return Restated{year, facts}.all();
}

}  // namespace safelead::test
