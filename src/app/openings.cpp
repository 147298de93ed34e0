#include "app/openings.h"

#include "app/allow.h"
#include "app/keep_in_directory.h"
#include "app/mail_queue.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/typed_fields.h"
#include "app/write_case.h"
#include "base/text.h"
#include "record/case_deciding.h"

#include <algorithm>

namespace safelead::app {
namespace {

using directory::ForcedOpening;
using directory::Role;

Outcome<record::Reference> nothing_to_open()
{
    return fail(record::CaseRefusal{record::CaseRefused::nothing_to_open, {"reference"}});
}

record::Reference as_written(std::string_view typed)
{
    std::string reference{trim(typed)};
    for (auto& letter : reference)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return record::Reference{reference};
}

/// The head and the chair there, and the coordinators; never whoever opens it, nor whoever is kept out of it.
void tell_those_above(Parts& parts, const Actor& actor, const access::Subject& of)
{
    const auto partnership = parts.partnership();
    for (const auto* organisation : partnership->organisations()) {
        if (organisation->standing != actor.standing) continue;
        for (const auto* person : partnership->people_of(organisation->id)) {
            const access::Actor above{person->id, organisation->id,
                                      partnership->roles_of(person->id, organisation->id)};
            const bool is_there =
                organisation->id == actor.organisation || above.roles.has(Role::coordinator);
            if (is_there && person->id != actor.person && !access::is_kept_out(above, of) &&
                access::permit(above, access::Action::see_openings,
                               access::of_organisation(organisation->id)))
                put_in_queue(parts, person->id, MailFor::anybody);
        }
    }
}

/// Of an opening that is not theirs to know of they see nothing: the case is about them, or went past them.
bool is_kept_from(Workspace& workspace, const Actor& actor, const std::optional<FoldedCase>& of)
{
    return of && access::is_kept_out(actor.who(), subject_of(workspace, *of->it));
}

std::optional<OpeningShown> shown_there(Parts& parts, Workspace& workspace, const Actor& actor,
                                        const ForcedOpening& one)
{
    const auto of = workspace.one_case(record::Reference{one.reference});
    if (is_kept_from(workspace, actor, of)) return std::nullopt;
    const auto partnership = parts.partnership();
    const auto name_of = [&](const PersonId& id) {
        const auto* person = partnership->person(id);
        return person != nullptr ? person->name : std::string{};
    };
    OpeningShown shown{one.id, actor.organisation_name, name_of(one.by), one.at, std::nullopt, one.review, {},
                       false};
    if (of && is_allowed(actor, access::Action::read_case, subject_of(workspace, *of->it)))
        shown.of = of->it->reference;
    if (one.review) shown.reviewed_by = name_of(one.review->by);
    shown.may_review = !one.review && one.by != actor.person && may(actor, access::Action::review_openings);
    return shown;
}

Later<Outcome<Done>> record_in_directory(Parts& parts, const Actor& actor, const CommandId& command,
                                         ForcedOpening opening)
{
    Said said{"open by force"};
    said(opening.organisation);
    said(opening.reference);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::RecordForcedOpening{std::move(opening)});
}

Later<Outcome<record::Reference>> open_the_case(Parts& parts, Workspace& workspace, const Actor& actor,
                                                const CommandId& command, const record::Case& of,
                                                const OpeningId& opening, std::string why)
{
    const auto ids = std::make_shared<const NewIds>(workspace.log(), actor.person.text(), command);
    Said said{"open by force"};
    said(of.reference);
    said(why);
    const record::OpenByForce open{opening, actor.person, std::move(why)};
    const auto now = parts.now();
    const auto decide = [&parts, &workspace, ids, id = of.id, edition = of.edition, open,
                         now]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_case(writing, parts, workspace, *ids, id, edition, open, now));
        return writing;
    };
    return carry_out(workspace, {ids->command(), said.bytes(), now, std::string{of.reference.text()}, decide})
        .then([reference = of.reference](Outcome<Kept> kept) -> Outcome<record::Reference> {
            (void)SL_TRY(std::move(kept));
            return reference;
        });
}

}  // namespace

Later<Outcome<record::Reference>> open_by_force(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, std::string reference,
                                                std::string why)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::open_by_force); !allowed)
        return refused<record::Reference>(std::move(allowed).error());
    auto found = workspace_of(parts, actor);
    if (!found) return refused<record::Reference>(std::move(found).error());
    auto& workspace = **found;
    WordsGate gate;
    gate(why);
    // Before the look-up: whether a reason is missing must not tell whether such a case is there.
    if (auto reason = record::check_said({{"why", why}}); !reason)
        return refused<record::Reference>(std::move(reason).error());
    const auto of = workspace.one_case(as_written(reference));
    if (!of || workspace.is_stopped(stream_of(of->it->id))) return nothing_to_open();
    const auto subject = subject_of(workspace, *of->it);
    if (is_allowed(actor, access::Action::read_case, subject))
        return Outcome<record::Reference>{of->it->reference};
    if (access::is_kept_out(actor.who(), subject)) return nothing_to_open();

    const NewIds ids{workspace.log(), actor.person.text(), command};
    const auto opening = ids.id<OpeningId>("opening");
    Writing untold;
    const record::OpenByForce open{opening, actor.person, why};
    if (auto could =
            write_case(untold, parts, workspace, ids, of->it->id, of->it->edition, open, parts.now());
        !could)
        return refused<record::Reference>(std::move(could).error());
    // First those above are told: were it the other way round, a failure between the two would hide it.
    const ForcedOpening recorded{
        opening,     actor.organisation, actor.person, parts.now(), std::string{of->it->reference.text()},
        std::nullopt};
    return record_in_directory(parts, actor, command, recorded)
        .then([&parts, &workspace, actor, command, of = of->it, subject, opening,
               why = std::move(why)](Outcome<Done> told) -> Later<Outcome<record::Reference>> {
            if (!told) return refused<record::Reference>(std::move(told).error());
            tell_those_above(parts, actor, subject);
            return open_the_case(parts, workspace, actor, command, *of, opening, why);
        });
}

Outcome<std::vector<OpeningShown>> openings(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::see_openings));
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const bool coordinates = actor.roles.has(Role::coordinator);
    std::vector<OpeningShown> all;
    for (const auto& one : partnership->forced_openings()) {
        const auto* school = partnership->organisation(one.organisation);
        if (one.organisation == actor.organisation) {
            auto* workspace = SL_TRY(workspace_of(parts, actor));
            if (auto shown = shown_there(parts, *workspace, actor, one)) all.push_back(*std::move(shown));
        } else if (coordinates && school != nullptr && school->standing == actor.standing) {
            OpeningShown shown{one.id, school->name, {}, one.at, std::nullopt, one.review, {}, false};
            if (shown.review) shown.review->words.clear();
            all.push_back(std::move(shown));
        }
    }
    std::ranges::reverse(all);
    return all;
}

std::size_t openings_to_look_at(Safelead& safelead, const Actor& actor)
{
    // Mostly there is nothing: then no case is read for it.
    const auto all = safelead.parts().partnership();
    const auto waits = [](const ForcedOpening& one) { return !one.review; };
    if (std::ranges::none_of(all->forced_openings(), waits)) return 0;
    const auto shown = openings(safelead, actor);
    if (!shown) return 0;
    const bool coordinates = actor.roles.has(Role::coordinator);
    return static_cast<std::size_t>(std::ranges::count_if(
        *shown, [&](const OpeningShown& one) { return one.may_review || (coordinates && !one.review); }));
}

Later<Outcome<Done>> review_opening(Safelead& safelead, const Actor& actor, const CommandId& command,
                                    const OpeningId& opening, directory::OpeningJudged judged,
                                    std::string words)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::review_openings); !allowed) return allowed;
    const auto theirs = openings(safelead, actor);
    if (!theirs) return refused<Done>(theirs.error());
    const auto found = std::ranges::find(*theirs, opening, &OpeningShown::id);
    if (found == theirs->end()) return refused<Done>(NotThere{});
    WordsGate gate;
    gate(words);
    Said said{"review opening"};
    said(opening);
    said(judged);
    said(words);
    return keep_in_directory(
        parts, actor.person.text(), command, said,
        directory::ReviewOpening{opening, {actor.person, parts.now(), judged, std::move(words)}});
}

}  // namespace safelead::app
