#pragma once

// The pages of a case, one CaseForm each: what is drawn, what is typed, where it goes on.

#include "web/answers/case_turn.h"
#include "web/pages/words.h"

namespace safelead::web::case_page {

Html draw_overview(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_people(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_person(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_questions(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_advice(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_decision(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_sign_off(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_consultations(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_referrals(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_given_back(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_actions(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_chronology(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_notes(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
Html draw_closing(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);

FormFields start_person(const CaseTurn& turn);
FormFields start_questions(const CaseTurn& turn);

CaseTyped parse_person(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_taking_out(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_questions(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_decided(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_signing_off(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_consulted(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_referred(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_back(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_action(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_noted(const CaseTurn& turn, const FormFields& typed);
CaseTyped parse_closing(const CaseTurn& turn, const FormFields& typed);

inline constexpr CaseForm overview_turn{"Case {0}"_p, "", "", draw_overview};
inline constexpr CaseForm people_turn{"People: case {0}"_p, "people", "people", draw_people};
inline constexpr CaseForm person_turn{
    "Somebody in the case: case {0}"_p, "person", "people", draw_person, start_person, parse_person};
inline constexpr CaseForm take_out_turn{
    "Somebody in the case: case {0}"_p, "", "people", draw_person, nullptr, parse_taking_out};
inline constexpr CaseForm questions_turn{"Questions: case {0}"_p, "questions",     "questions",
                                         draw_questions,          start_questions, parse_questions};
inline constexpr CaseForm advice_turn{"Advice: case {0}"_p, "", "", draw_advice};
inline constexpr CaseForm decision_turn{"Decision: case {0}"_p, "decision", "decision",
                                        draw_decision,          nullptr,    parse_decided};
inline constexpr CaseForm sign_off_turn{"Sign-off: case {0}"_p, "sign-off", "decision",
                                        draw_sign_off,          nullptr,    parse_signing_off};
inline constexpr CaseForm consultations_turn{"Consultations: case {0}"_p, "consultation", "consultations",
                                             draw_consultations,          nullptr,        parse_consulted};
inline constexpr CaseForm referrals_turn{"Referrals: case {0}"_p, "referral", "referrals",
                                         draw_referrals,          nullptr,    parse_referred};
inline constexpr CaseForm given_back_turn{"Referrals: case {0}"_p, "given-back", "referrals",
                                          draw_given_back,         nullptr,      parse_back};
inline constexpr CaseForm actions_turn{"Actions: case {0}"_p, "",      "actions",
                                       draw_actions,          nullptr, parse_action};
inline constexpr CaseForm chronology_turn{"Chronology: case {0}"_p, "", "", draw_chronology};
inline constexpr CaseForm notes_turn{
    "Notes and closing: case {0}"_p, "note", "chronology", draw_notes, nullptr, parse_noted};
inline constexpr CaseForm closing_turn{
    "Notes and closing: case {0}"_p, "closing", "notes", draw_closing, nullptr, parse_closing};

}  // namespace safelead::web::case_page
