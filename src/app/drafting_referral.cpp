#include "app/drafting_referral.h"

#include "app/parts.h"
#include "app/seen_by.h"
#include "directory/local_time.h"
#include "record/child.h"
#include "record/referral_draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::app {
namespace {

std::string caller_of(Parts& parts, const Actor& actor)
{
    const auto partnership = parts.partnership();
    const auto* organisation = partnership->organisation(actor.organisation);
    const auto number = organisation == nullptr               ? std::string{}
                        : organisation->dsl_telephone.empty() ? organisation->telephone
                                                              : organisation->dsl_telephone;
    return fmt::format("{}, {}{}{}", actor.name, actor.organisation_name, number.empty() ? "" : ", ", number);
}

/// What the case knows, for a referral that begins.
class Drafting {
public:
    Drafting(Parts& parts, Workspace& workspace, const Actor& actor, const record::Case& of)
        : parts_{parts}, workspace_{workspace}, actor_{actor}, of_{of}
    {
    }

    [[nodiscard]] record::ReferralWords words(const guidance::Pack& pack,
                                              const std::vector<record::CaseRef>& refs) const
    {
        std::vector<std::string> reported;
        for (const auto& concern : workspace_.concerns_of(of_)) reported.push_back(concern->reported.words);
        return record::referral_words_of(of_, pack, refs, reported, caller_of(parts_, actor_), ties());
    }

    [[nodiscard]] std::vector<record::ReferredChild> children(const guidance::Pack& pack,
                                                              const std::vector<record::CaseRef>& refs) const
    {
        std::vector<record::ReferredChild> children;
        for (const auto& person : of_.people) {
            if (std::ranges::find(refs, person.ref) == refs.end()) continue;
            const auto child = person.child ? workspace_.child(*person.child) : std::nullopt;
            children.push_back(record::referred_child_of(of_, pack, person,
                                                         child ? &child->it->identity : nullptr,
                                                         actor_.organisation_name, known_of(person)));
        }
        return children;
    }

private:
    [[nodiscard]] record::KnownOfChild known_of(const record::CasePerson& person) const
    {
        record::KnownOfChild known;
        if (!person.child) return known;
        const auto child = workspace_.child(*person.child);
        if (child && child->it->home_authority) {
            known.authority = child->it->home_authority->name;
            known.authority_said_by = child->it->home_authority->told_by;
        }
        for (const auto& concern : workspace_.concerns_of(of_)) {
            const auto& reported = concern->reported;
            if (std::ranges::find(reported.children, *person.child) != reported.children.end())
                known.reported.push_back({reported.child_now,
                                          directory::words(parts_.zone.local(concern->reported_at)),
                                          reported.children.size()});
        }
        return known;
    }

    /// Whom the children in the case belong with, as their own records have it.
    [[nodiscard]] std::vector<record::KnownTie> ties() const
    {
        std::vector<record::KnownTie> ties;
        const SeenBy seen{workspace_, actor_.who()};
        for (const auto& person : of_.people) {
            const auto child = person.child ? workspace_.child(*person.child) : std::nullopt;
            if (!child) continue;
            for (const auto& tie : seen.as_seen(child->it)->ties)
                if (const auto other = workspace_.child(tie.other))
                    ties.push_back({person.ref, tie.tie, record::name_of(other->it->identity), tie.said_by});
        }
        return ties;
    }

    Parts& parts_;
    Workspace& workspace_;
    const Actor& actor_;
    const record::Case& of_;
};

}  // namespace

Drafted draft_of(Parts& parts, Workspace& workspace, const Actor& actor, const record::Case& of,
                 const guidance::Pack& pack, const std::vector<record::CaseRef>& children)
{
    const Drafting drafting{parts, workspace, actor, of};
    return {drafting.words(pack, children), drafting.children(pack, children)};
}

std::vector<record::ReferredChild> referred_children(Parts& parts, Workspace& workspace, const Actor& actor,
                                                     const record::Case& of, const guidance::Pack& pack,
                                                     const std::vector<record::CaseRef>& children)
{
    return Drafting{parts, workspace, actor, of}.children(pack, children);
}

}  // namespace safelead::app
