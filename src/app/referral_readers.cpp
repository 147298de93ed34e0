#include "app/referral_readers.h"

#include "app/allow.h"
#include "app/new_ids.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// The people of an organisation, as access is asked about them.
class Staff {
public:
    Staff(Parts& parts, const OrganisationId& organisation)
        : partnership_{parts.partnership()}, organisation_{organisation}
    {
    }

    [[nodiscard]] bool has(const PersonId& person) const
    {
        return !partnership_->roles_of(person, organisation_).is_empty();
    }

    [[nodiscard]] bool may(const PersonId& person, access::Action action,
                           const access::Subject& subject) const
    {
        const access::Actor actor{person, organisation_, partnership_->roles_of(person, organisation_)};
        return access::permit(actor, action, subject).has_value();
    }

    [[nodiscard]] bool anybody_answers(const access::Subject& subject) const
    {
        return std::ranges::any_of(partnership_->people_of(organisation_),
                                   [&](const directory::Person* person) {
                                       return may(person->id, access::Action::answer_referral, subject);
                                   });
    }

    template <class Wanted>
    [[nodiscard]] std::vector<NamedPerson> those(const Wanted& is_wanted) const
    {
        std::vector<NamedPerson> named;
        for (const auto* person : partnership_->people_of(organisation_))
            if (is_wanted(person->id)) named.push_back({person->id, person->name});
        std::ranges::sort(named, {}, &NamedPerson::name);
        return named;
    }

    [[nodiscard]] std::vector<NamedPerson> named(const std::vector<PersonId>& people) const
    {
        std::vector<NamedPerson> named;
        for (const auto& id : people) named.push_back({id, name_of(id)});
        return named;
    }

    [[nodiscard]] std::string name_of(const PersonId& id) const
    {
        const auto* person = partnership_->person(id);
        return person == nullptr ? std::string{} : person->name;
    }

private:
    std::shared_ptr<const directory::Partnership> partnership_;
    OrganisationId organisation_;
};

/// As if they were named wherever names count: what is left is their role, and that they are not kept out.
access::Subject if_named(access::Subject subject, const PersonId& person)
{
    subject.only_for.reset();
    subject.opened_to.push_back(person);
    return subject;
}

/// Whether whoever is named in a change is somebody it can be about, and somebody is left afterwards.
class Checking {
public:
    Checking(const Staff& staff, access::Subject subject) : staff_{staff}, subject_{std::move(subject)} {}

    Outcome<Done> operator()(const record::PersonKeptOut& out) const
    {
        if (!staff_.has(out.person)) return nobody_such();
        auto then = subject_;
        then.involved.push_back(out.person);
        if (!staff_.anybody_answers(then))
            return fail(record::ReferralRefusal{record::ReferralRefused::nobody_left, "person"});
        return Done{};
    }

    Outcome<Done> operator()(const record::ReferralLocked& locked) const
    {
        auto unlocked = subject_;
        unlocked.only_for.reset();
        if (!staff_.may(locked.with, access::Action::answer_referral, unlocked)) return nobody_such();
        return Done{};
    }

    Outcome<Done> operator()(const record::ReaderNamed& named) const
    {
        if (!staff_.may(named.person, access::Action::answer_referral, if_named(subject_, named.person)))
            return nobody_such();
        return Done{};
    }

    template <class Other>
    Outcome<Done> operator()(const Other&) const
    {
        return Done{};
    }

private:
    static Outcome<Done> nobody_such()
    {
        return fail(record::ReferralRefusal{record::ReferralRefused::nobody_such, "person"});
    }

    const Staff& staff_;
    access::Subject subject_;
};

/// The reason that they gave last.
std::string why_restricted(const record::Referral& referral, const PersonId& by)
{
    std::string why;
    for (const auto& happened : referral.history) {
        const auto* out = std::get_if<record::PersonKeptOut>(happened.event.get());
        const auto* locked = std::get_if<record::ReferralLocked>(happened.event.get());
        if (out != nullptr && out->by == by && out->by != out->person) why = out->why;
        if (locked != nullptr && locked->by == by) why = locked->why;
    }
    return why;
}

access::Subject subject_here(const Actor& actor, const record::Referral& referral)
{
    return subject_of(actor.organisation, record::summary_of(referral));
}

}  // namespace

Outcome<ReadersOfReferral> readers_of_referral(Safelead& safelead, const Actor& actor,
                                               const record::Reference& referral)
{
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto found = SL_TRY(find_received(workspace, actor, referral, access::Action::read_referral));
    const auto& of = *found.it;
    const auto subject = subject_here(actor, of);
    const Staff staff{parts, actor.organisation};
    const auto reads = [&](const PersonId& person) {
        return staff.may(person, access::Action::read_referral, subject);
    };

    ReadersOfReferral readers;
    readers.referral = of.reference;
    readers.is_for_lado = of.to.kind == record::AgencyKind::lado;
    readers.may_settle = is_allowed(actor, access::Action::answer_referral, subject);
    readers.staff = staff.those([&](const PersonId& person) { return staff.has(person); });
    readers.reading = staff.those(reads);
    readers.could_read = staff.those([&](const PersonId& person) {
        return !reads(person) && staff.may(person, access::Action::read_referral, if_named(subject, person));
    });
    readers.kept_out = staff.named(of.readers.kept_out);
    readers.locked_to = staff.named(of.readers.locked_to);
    readers.opened_to = staff.named(of.readers.opened_to);
    for (const auto& by : of.readers.restricted_by) {
        readers.restrictions.push_back({staff.name_of(by), why_restricted(of, by)});
        readers.may_look = readers.may_look || (readers.may_settle && by != actor.person);
    }
    return readers;
}

Later<Outcome<Done>> settle_readers(Safelead& safelead, const Actor& actor, const CommandId& command,
                                    const record::Reference& referral, record::ReadersChange change)
{
    auto& parts = safelead.parts();
    auto found_workspace = workspace_of(parts, actor);
    if (!found_workspace) return refused<Done>(std::move(found_workspace).error());
    auto& workspace = **found_workspace;
    const auto found = find_received(workspace, actor, referral, access::Action::answer_referral);
    if (!found) return refused<Done>(found.error());

    WordsGate gate;
    Said said{"settle readers"};
    said(found->it->id);
    said(change.index());
    std::visit(
        [&](auto& one) {
            gate(one);
            said(one);
        },
        change);
    const NewIds ids{workspace.log(), actor.person.text(), command};
    // Two at once may each leave somebody, and nobody together: so it is asked of what stands by then.
    const auto decide = [&parts, &workspace, actor, id = found->it->id,
                         settle = record::SettleReaders{std::move(change)}]() -> Outcome<Writing> {
        const auto now_known = workspace.referral(id);
        if (!now_known) return fail(RecordStopped{});
        const Staff staff{parts, actor.organisation};
        SL_TRY(std::visit(Checking{staff, subject_here(actor, *now_known->it)}, settle.change));
        Writing writing;
        SL_TRY(write_referral_events(writing, parts, workspace, id, settle));
        return writing;
    };
    return carry_out(workspace, {ids.command(), said.bytes(), parts.now(), {}, decide})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

}  // namespace safelead::app
