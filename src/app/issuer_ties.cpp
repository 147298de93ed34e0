#include "app/issuer_ties.h"

#include "app/issuers.h"
#include "app/keep_in_directory.h"
#include "app/parts.h"
#include "app/session.h"

#include <algorithm>

namespace safelead::app {

std::vector<TieShown> ties_of(Safelead& safelead, const Actor& actor)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(actor.person);
    std::vector<TieShown> shown;
    if (parts.options.issuers)
        for (const auto& one : parts.options.issuers->all())
            shown.push_back({one.setting.issuer, one.setting.id, one.setting.label});
    if (person == nullptr) return shown;
    for (const auto& tie : person->ties) {
        const auto found = std::ranges::find(shown, tie.issuer, &TieShown::issuer);
        if (found != shown.end())
            found->is_tied = true;
        else
            shown.push_back({tie.issuer, {}, tie.issuer, true});
    }
    return shown;
}

Later<Outcome<Done>> untie_issuer(Safelead& safelead, const Actor& actor, const CommandId& command,
                                  const std::string& issuer)
{
    auto& parts = safelead.parts();
    Said said{"untie issuer"};
    said(issuer);
    return keep_in_directory(parts, actor.person.text(), command, said,
                             directory::UntieIssuer{actor.person, issuer})
        .then([&parts, person = actor.person](Outcome<Done> kept) {
            if (kept) parts.passing->store().remove_of(session_kind, person.text());
            return kept;
        });
}

}  // namespace safelead::app
