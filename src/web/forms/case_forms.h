#pragma once

// What is typed on the pages of a case, understood. Whoever types is not in a form: the answer fills it in
// from the session.

#include "record/case_commands.h"
#include "web/forms/form_reader.h"

#include <string>
#include <vector>

namespace safelead::web {

template <class Asked>
struct Typed {
    CommandId command;
    Asked asked;
};

/// Children ticked on the list, and somebody without a record.
struct PeopleToAdd {
    std::vector<record::ChildId> children;
    std::string called;
};
[[nodiscard]] Result<Typed<PeopleToAdd>, FormErrors> parse_people_to_add(const FormFields& typed,
                                                                         const directory::Zone& zone);

[[nodiscard]] Result<Typed<record::DescribePerson>, FormErrors> parse_describe_person(
    const FormFields& typed, const directory::Zone& zone, const PersonId& by, const record::CaseRef& ref);

[[nodiscard]] Result<Typed<record::TakePersonOut>, FormErrors> parse_take_out(const FormFields& typed,
                                                                              const directory::Zone& zone,
                                                                              const PersonId& by,
                                                                              const record::CaseRef& ref);

/// Only the answers that differ from what stands; none is an error.
[[nodiscard]] Result<Typed<record::AnswerFacts>, FormErrors> parse_answers(const FormFields& typed,
                                                                           const directory::Zone& zone,
                                                                           const PersonId& by,
                                                                           const record::Case& state);

[[nodiscard]] Result<Typed<record::RecordConsultation>, FormErrors> parse_consultation(
    const FormFields& typed, const directory::Zone& zone, const PersonId& by);

[[nodiscard]] Result<Typed<record::MakeDecision>, FormErrors> parse_decision(const FormFields& typed,
                                                                             const directory::Zone& zone,
                                                                             const PersonId& by);

/// Agreed, refused, or agreed in a call that somebody records.
[[nodiscard]] Result<Typed<record::CaseCommand>, FormErrors> parse_sign_off(const FormFields& typed,
                                                                            const directory::Zone& zone,
                                                                            const PersonId& by, int number);

[[nodiscard]] Result<Typed<record::RecordReferral>, FormErrors> parse_referral(const FormFields& typed,
                                                                               const directory::Zone& zone,
                                                                               const PersonId& by);

[[nodiscard]] Result<Typed<record::RecordGivenBack>, FormErrors> parse_given_back(const FormFields& typed,
                                                                                  const directory::Zone& zone,
                                                                                  const PersonId& by);

/// Done, or dropped with a reason.
[[nodiscard]] Result<Typed<record::CaseCommand>, FormErrors> parse_task(const FormFields& typed,
                                                                        const directory::Zone& zone,
                                                                        const PersonId& by);

[[nodiscard]] Result<Typed<record::AddNote>, FormErrors> parse_note(const FormFields& typed,
                                                                    const directory::Zone& zone,
                                                                    const PersonId& by);

/// A reason, for closing and for reopening.
[[nodiscard]] Result<Typed<std::string>, FormErrors> parse_reason(const FormFields& typed,
                                                                  const directory::Zone& zone);

}  // namespace safelead::web
