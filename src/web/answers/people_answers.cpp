#include "web/answers/people_answers.h"

#include "app/drafts.h"
#include "web/answers/case_forms.h"
#include "web/answers/saying_taken_out.h"
#include "web/pages/finder.h"

#include <fmt/format.h>

#include <memory>
#include <utility>
#include <vector>

namespace safelead::web {

namespace {

struct Adding {
    Visitor visitor;
    record::Reference reference;
    CaseView view;
    CommandId command{""};
    std::vector<record::AddPerson> people;
    std::size_t taken_out = 0;
};

std::vector<record::AddPerson> people_of(const PeopleToAdd& asked, const PersonId& by)
{
    std::vector<record::AddPerson> people;
    for (const auto& child : asked.children) people.push_back({by, child, ""});
    if (!asked.called.empty()) people.push_back({by, std::nullopt, asked.called});
    return people;
}

/// Whoever was there when they were ticked may have been erased since.
FormErrors why_not_added(const record::AddPerson& person, const app::NotDone& why)
{
    if (!person.child || !std::holds_alternative<app::NotThere>(why)) return errors_of(why);
    return {{"child",
             "A child you ticked is not on the list any more, and was not added. Look for them again, or "
             "write who it is under “Or somebody who is not on the list”"_p}};
}

/// Each is a command of its own, so that one sent twice is added once.
Later<Response> add_from(Site& site, const Request& request, std::shared_ptr<Adding> adding, std::size_t next)
{
    if (next == adding->people.size()) {
        app::forget_draft(site.app(), adding->visitor.actor, "people", adding->reference);
        return see_other_saying(adding->view.address("people") + "?saved=1", adding->taken_out);
    }
    const CommandId command{fmt::format("{}-{}", adding->command.text(), next)};
    return app::change_case(site.app(), adding->visitor.actor, command, adding->reference,
                            adding->people[next])
        .then([&site, &request, adding, next](app::Outcome<app::CaseChanged> changed) -> Later<Response> {
            if (changed) {
                adding->taken_out += changed->taken_out;
                return add_from(site, request, adding, next + 1);
            }
            const CaseTurn turn{site, request, adding->visitor, adding->view};
            return draw_case(turn, case_page::people_turn, request.form,
                             why_not_added(adding->people[next], changed.error()));
        });
}

}  // namespace

Later<Response> post_people(Site& site, const Request& request, Visitor visitor)
{
    const record::Reference reference{std::string{request.path_value("ref")}};
    return app::view_case(site.app(), visitor.actor, reference)
        .then([&site, &request, visitor, reference](app::Outcome<app::CaseView> shown) -> Later<Response> {
            if (!shown) return site.not_done(request, visitor, shown.error());
            auto adding = std::make_shared<Adding>(
                Adding{visitor, reference, case_view_of(site, visitor, *shown), CommandId{""}, {}});
            const CaseTurn turn{site, request, adding->visitor, adding->view};
            if (request.form.text(ask_field) == "find-child")
                return draw_case(turn, case_page::people_turn, request.form, {});
            auto typed = parse_people_to_add(request.form, turn.zone());
            if (!typed) return draw_case(turn, case_page::people_turn, request.form, typed.error());
            adding->command = typed->command;
            adding->people = people_of(typed->asked, turn.by());
            return add_from(site, request, adding, 0);
        });
}

}  // namespace safelead::web
