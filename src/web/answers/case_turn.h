#pragma once

// Showing and changing one case goes the same way on every page of it: open the case (which is recorded),
// draw; or open, understand what was typed, ask, and either go on or come back with everything typed. A
// CaseForm says what is particular to one page.

#include "app/cases.h"
#include "web/answers/signing_in.h"
#include "web/forms/case_forms.h"
#include "web/pages/case_view.h"
#include "web/site.h"

#include <string>
#include <string_view>

namespace safelead::web {

/// Somebody's turn at a page of a case.
struct CaseTurn {
    Site& site;
    const Request& request;
    const Visitor& visitor;
    const CaseView& view;

    [[nodiscard]] const PersonId& by() const { return visitor.actor.person; }
    [[nodiscard]] const directory::Zone& zone() const { return site.app().zone(); }

    /// For a form on this page; `draft` is under what name its typing is kept.
    [[nodiscard]] FormFrame frame(std::string_view page, std::string_view draft,
                                  std::string_view id = "form") const;
};

using CaseTyped = Result<Typed<record::CaseCommand>, FormErrors>;

struct CaseForm {
    Phrase title;            ///< With {0} for the case's reference.
    std::string_view draft;  ///< "" if nothing is typed there.
    std::string_view after;  ///< The page to go on to when it was carried out.
    Html (*draw)(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
    FormFields (*start)(const CaseTurn& turn) = nullptr;  ///< What the form begins with; null: nothing.
    CaseTyped (*parse)(const CaseTurn& turn, const FormFields& typed) = nullptr;
};

[[nodiscard]] Later<Response> show_case(Site& site, const Request& request, Visitor visitor,
                                        const CaseForm& form);
[[nodiscard]] Later<Response> change_case(Site& site, const Request& request, Visitor visitor,
                                          const CaseForm& form);

/// The page itself, when the case is at hand already.
[[nodiscard]] Response draw_case(const CaseTurn& turn, const CaseForm& form, const FormFields& typed,
                                 const FormErrors& errors);

/// The case as its pages see it.
[[nodiscard]] CaseView case_view_of(const Site& site, const Visitor& visitor, const app::CaseView& shown);

template <const CaseForm& form>
Later<Response> show(Site& site, const Request& request, Visitor visitor)
{
    return show_case(site, request, std::move(visitor), form);
}

template <const CaseForm& form>
Later<Response> change(Site& site, const Request& request, Visitor visitor)
{
    return change_case(site, request, std::move(visitor), form);
}

/// A command of one kind as any command.
template <class Asked>
[[nodiscard]] CaseTyped as_command(Result<Typed<Asked>, FormErrors> typed)
{
    if (!typed) return fail(std::move(typed).error());
    auto whole = std::move(typed).value();
    return Typed<record::CaseCommand>{std::move(whole.command), std::move(whole.asked)};
}

}  // namespace safelead::web
