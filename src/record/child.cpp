#include "record/child.h"

#include "base/overloaded.h"
#include "base/text.h"
#include "record/keep_of_child.h"
#include "record/text_limits.h"

#include <algorithm>
#include <initializer_list>

namespace safelead::record {

namespace {

Result<Done, ChildRefusal> check(const Identity& identity, Date today)
{
    if (is_blank(identity.given_name) && is_blank(identity.family_name) && is_blank(identity.known_as)) {
        return fail(ChildRefusal::no_name);
    }
    if (identity.born && (!identity.born->ok() || *identity.born > today)) {
        return fail(ChildRefusal::born_in_future);
    }
    for (const std::string* line : {&identity.given_name, &identity.family_name, &identity.known_as,
                                    &identity.upn, &identity.year_group, &identity.school}) {
        if (!fits_line(*line)) return fail(ChildRefusal::text_too_long);
    }
    return Done{};
}

using Decided = Result<std::vector<ChildEvent>, ChildRefusal>;

bool is_there(const Child& child)
{
    return !child.history.empty();
}

Decided decided(const Child& child, const AddChild& command, Date today)
{
    if (is_there(child)) return fail(ChildRefusal::already_there);
    SL_TRY(check(command.identity, today));
    return std::vector<ChildEvent>{ChildAdded{command.child, command.by, command.known_by, command.identity}};
}

Decided decided(const Child& child, const CorrectChild& command, Date today)
{
    if (!is_there(child)) return fail(ChildRefusal::not_there);
    SL_TRY(check(command.identity, today));
    if (is_blank(command.why)) return fail(ChildRefusal::no_reason);
    if (!fits_account(command.why)) return fail(ChildRefusal::text_too_long);
    return std::vector<ChildEvent>{ChildCorrected{command.by, command.identity, command.why}};
}

Decided decided(const Child& child, const KeepOfChild& command, Date)
{
    if (!is_there(child)) return fail(ChildRefusal::not_there);
    return std::visit([&](const auto& record) { return kept_of_child(child, record); }, command.record);
}

}  // namespace

Result<std::vector<ChildEvent>, ChildRefusal> decide(const Child& child, const ChildCommand& command,
                                                     Date today)
{
    return std::visit([&](const auto& asked) { return decided(child, asked, today); }, command);
}

Child evolve(Child child, const Happened<ChildEvent>& happened)
{
    std::visit(Overloaded{
                   [&](const ChildAdded& added) {
                       child.id = added.child;
                       child.known_by = added.known_by;
                       child.identity = added.identity;
                   },
                   [&](const ChildCorrected& corrected) { child.identity = corrected.identity; },
                   [&](const auto& kept) { apply(child, kept); },
               },
               *happened.event);
    child.history.push_back(happened);
    return child;
}

std::string name_of(const Identity& identity)
{
    std::string name;
    const auto add = [&name](std::string_view part) {
        part = trim(part);
        if (part.empty()) return;
        if (!name.empty()) name += ' ';
        name += part;
    };
    add(identity.given_name);
    const auto known_as = trim(identity.known_as);
    if (!known_as.empty() && known_as != trim(identity.given_name)) {
        if (name.empty()) {
            add(known_as);
        } else {
            add("(known as " + std::string{known_as} + ")");
        }
    }
    add(identity.family_name);
    return name;
}

}  // namespace safelead::record
