#pragma once

// The decision: a person's, beside the advice. Raising is free; lowering and not referring say at once what
// they will need.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"

namespace safelead::web {

struct DecisionPage {
    FormFrame frame;
    std::vector<std::string> needs_second;   ///< Routes for which a second person will be needed.
    std::vector<std::string> not_referring;  ///< Routes that do not refer.
};
[[nodiscard]] Html decision_page(const FormWriter& form, const CaseView& view, const DecisionPage& page);

/// A second person's sign-off of the decision that waits for it.
struct SignOffPage {
    FormFrame frame;
    bool own_decision = false;  ///< Whoever decided can only record somebody else's agreement, by a call.
    bool may_sign = false;
    bool may_record_call = false;
};
[[nodiscard]] Html sign_off_page(const FormWriter& form, const CaseView& view, const SignOffPage& page);

/// One decision as it was made, with its sign-off.
[[nodiscard]] Html decision_summary(const Speaker& say, const CaseView& view,
                                    const record::Decision& decision);

}  // namespace safelead::web
