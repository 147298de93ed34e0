#include "app/who_reads.h"

#include "app/allow.h"
#include "app/parts.h"
#include "base/overloaded.h"

#include <algorithm>

namespace safelead::app {
namespace {

class Settling {
public:
    Settling(Parts& parts, const Actor& actor, access::Subject subject)
        : partnership_{parts.partnership()}, organisation_{actor.organisation}, subject_{std::move(subject)}
    {
    }

    Outcome<Done> operator()(const record::PersonKeptOut& out) const
    {
        if (!is_on_the_staff(out.person)) return nobody_such("person");
        auto then = subject_;
        then.involved.push_back(out.person);
        const bool somebody_left =
            std::ranges::any_of(partnership_->people_of(organisation_), [&](const directory::Person* person) {
                return access::permit(as_actor(person->id), access::Action::change_case, then).has_value();
            });
        if (!somebody_left) return fail(record::CaseRefusal{record::CaseRefused::nobody_left, {"person"}});
        return Done{};
    }

    Outcome<Done> operator()(const record::CaseLocked& locked) const { return reads("with", locked.with); }

    Outcome<Done> operator()(const record::ReaderNamed& named) const { return reads("person", named.person); }

    Outcome<Done> operator()(const record::CaseHandedOver& handed) const
    {
        return is_reader("to", handed.to);
    }

    Outcome<Done> operator()(const record::TaskGiven& given) const { return is_reader("to", given.to); }

    Outcome<Done> operator()(const record::OwnTaskSet& set) const
    {
        return set.owner ? is_reader("owner", *set.owner) : Outcome<Done>{Done{}};
    }

    template <class Other>
    Outcome<Done> operator()(const Other&) const
    {
        return Done{};
    }

private:
    static Outcome<Done> nobody_such(std::string field)
    {
        return fail(record::CaseRefusal{record::CaseRefused::nobody_such, {std::move(field)}});
    }

    [[nodiscard]] access::Actor as_actor(const PersonId& person) const
    {
        return {person, organisation_, partnership_->roles_of(person, organisation_)};
    }

    [[nodiscard]] bool is_on_the_staff(const PersonId& person) const
    {
        return !partnership_->roles_of(person, organisation_).is_empty();
    }

    /// That they would read it if it were not locked: a lock gives nobody a role.
    [[nodiscard]] Outcome<Done> reads(std::string field, const PersonId& person) const
    {
        auto unlocked = subject_;
        unlocked.only_for.reset();
        if (!access::permit(as_actor(person), access::Action::read_case, unlocked))
            return nobody_such(std::move(field));
        return Done{};
    }

    /// That they read it as it is, and go on reading it when the night is over.
    [[nodiscard]] Outcome<Done> is_reader(std::string field, const PersonId& person) const
    {
        if (access::permit(as_actor(person), access::Action::read_case, subject_)) return Done{};
        return fail(record::CaseRefusal{record::CaseRefused::not_a_reader, {std::move(field)}});
    }

    std::shared_ptr<const directory::Partnership> partnership_;
    const OrganisationId& organisation_;
    access::Subject subject_;
};

}  // namespace

Outcome<Done> may_settle_who_reads(Parts& parts, Workspace& workspace, const Actor& actor,
                                   const record::Reference& reference, const record::CaseCommand& change)
{
    const auto* keep = std::get_if<record::KeepRecord>(&change);
    if (keep == nullptr) return Done{};
    const auto of = workspace.one_case(reference);
    if (!of) return fail(NotThere{});
    return std::visit(Settling{parts, actor, workspace.subject_for_good(*of->it)}, keep->record);
}

}  // namespace safelead::app
