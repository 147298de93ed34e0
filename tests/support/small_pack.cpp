#include "guidance/pack_draft.h"
#include "support/case_builders.h"

namespace safelead::tests {

namespace {

using namespace guidance;

const Source source{"a made-up guide", "first", "1"};

template <class Item>
Placed<Item> placed(Item item)
{
    return {std::move(item), {}};
}

TableDraft table(TableKind kind, std::vector<std::pair<std::string, std::string>> rules)
{
    TableDraft draft{kind, {}, {}};
    for (auto& [gives, when] : rules) {
        const std::string id = std::string{to_text(kind)} + "." + std::to_string(draft.rules.size() + 1);
        draft.rules.push_back(placed(Rule{RuleId{id}, Code{gives}, when, source, Standing::project_rule}));
    }
    return draft;
}

void ask(PackDraft& draft, std::string fact, AnswerType type, std::vector<std::string> values)
{
    if (type != AnswerType::ages)
        draft.facts.push_back(placed(Vocabulary::Entry{FactId{fact}, type, values}));
    draft.questions.push_back(
        placed(Question{FactId{fact}, type, "Is it so: " + fact + "?", "", "", {}, {"dsl"}, source}));
}

Step step(std::string id, std::vector<Code> any_of, Deadline deadline, Standing standing)
{
    return {StepId{id}, "Do this: " + id, Owner::dsl, deadline, std::move(any_of), {}, {}, source, standing};
}

void add_routes(PackDraft& draft)
{
    using enum Route::Referral;
    for (const auto& route :
         {Route{Code{"BEHAVIOUR_POLICY"}, 0, not_referring},
          Route{Code{"ADULT_VICTIM_SUPPORT"}, 0, not_referring},
          Route{Code{"SCHOOL_MANAGE"}, 1, not_referring}, Route{Code{"CONSULT"}, 2, not_referring},
          Route{Code{"REFER_IMMEDIATE"}, 3, referring}, Route{Code{"POLICE_URGENT"}, 4, referring},
          Route{Code{"EMERGENCY_999"}, 5, referring}}) {
        draft.routes.push_back(placed(route));
    }
}

enum class Counts { not_onward_sharing, onward_sharing };

Pack made(std::string edition, Counts counts)
{
    PackDraft draft{Imprint{EditionId{edition},
                            "A made-up guide",
                            "nobody",
                            "for tests",
                            on("2016-08-01"),
                            on("2016-08-01"),
                            {},
                            {},
                            {source},
                            {},
                            {},
                            "digest of " + edition},
                    {}};
    const std::vector<std::string> three{"yes", "no", "unknown"};
    ask(draft, "immediate_danger", AnswerType::three_valued, {"yes", "no", "unknown", "alleged"});
    ask(draft, "coercion", AnswerType::three_valued, {"yes", "no", "unknown", "alleged"});
    ask(draft, "medium", AnswerType::choice, {"image", "text", "unknown"});
    ask(draft, "parents_informing_risk", AnswerType::three_valued, three);
    ask(draft, "known_vulnerability", AnswerType::three_valued, three);
    ask(draft, "onward_sharing_without_consent", AnswerType::three_valued, three);
    ask(draft, "subject_age", AnswerType::ages, {});
    draft.facts.push_back(placed(Vocabulary::Entry{FactId{"relationship"}, AnswerType::free_word, {}}));
    add_routes(draft);
    for (const auto* code : {"NOT_TEXT_ONLY", "SHARED", "C2", "C5", "X2", "vulnerability", "sharing_onward",
                             "DUTY_AND_ADVICE", "COORDINATOR", "LADO"}) {
        draft.terms.push_back(placed(Term{Code{code}, code, "", Term::Audience::everyone}));
    }
    std::vector<std::pair<std::string, std::string>> indicators{
        {"vulnerability", "known_vulnerability is yes"}};
    if (counts == Counts::onward_sharing) {
        indicators.emplace_back("sharing_onward", "onward_sharing_without_consent is yes");
    }
    draft.tables = {
        table(TableKind::category, {{"NOT_TEXT_ONLY", "medium is text"}, {"SHARED", "always"}}),
        table(TableKind::criteria, {{"C2", "coercion is yes"}, {"C5", "immediate_danger is yes"}}),
        table(TableKind::safety_rules, {{"X2", "parents_informing_risk is yes"}}),
        table(TableKind::unresolved,
              {{"coercion", "coercion is unknown"},
               {"immediate_danger", "immediate_danger is unknown"},
               {"medium", "medium is unknown"},
               {"parents_informing_risk", "parents_informing_risk is unknown"},
               {"subject_age", "no subject or some subject has (age_at_event not known)"}}),
        table(TableKind::indicators, indicators),
        table(TableKind::route, {{"EMERGENCY_999", "immediate_danger is yes"},
                                 {"POLICE_URGENT", "some sharer has (setting is staff)"},
                                 {"REFER_IMMEDIATE", "any criterion"},
                                 {"CONSULT", "any unresolved or any indicator or any safety_rule"},
                                 {"BEHAVIOUR_POLICY", "category is NOT_TEXT_ONLY"},
                                 {"SCHOOL_MANAGE", "always"}}),
        table(TableKind::consult, {{"DUTY_AND_ADVICE", "route is CONSULT and any unresolved"},
                                   {"COORDINATOR", "route is CONSULT"}}),
        table(TableKind::flags, {{"LADO", "some sharer has (setting is staff)"}}),
    };
    const Deadline now{Deadline::Unit::immediately, 0};
    for (const auto& one :
         {step("ring-999", {Code{"EMERGENCY_999"}}, now, Standing::guidance),
          step("refer", {Code{"REFER_IMMEDIATE"}, Code{"POLICE_URGENT"}}, now, Standing::guidance),
          step("consult", {Code{"CONSULT"}}, {Deadline::Unit::hours, 4}, Standing::project_rule),
          step("support", {Code{"vulnerability"}}, {Deadline::Unit::days, 1}, Standing::project_rule)}) {
        draft.steps.push_back(placed(one));
    }
    auto pack = build_pack(draft);
    if (!pack) throw_bug(pack.error().text().c_str());
    return *std::move(pack);
}

}  // namespace

const Pack& small_pack()
{
    static const Pack pack = made("made-up-2016", Counts::not_onward_sharing);
    return pack;
}

const Pack& newer_pack()
{
    static const Pack pack = made("made-up-2024", Counts::onward_sharing);
    return pack;
}

}  // namespace safelead::tests
