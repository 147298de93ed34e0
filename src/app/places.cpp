#include "app/places.h"

#include "app/beginning.h"
#include "app/parts.h"

#include <algorithm>

namespace safelead::app {
namespace {

std::vector<PlaceShown> places(const directory::Partnership& partnership, const PersonId& id)
{
    std::vector<PlaceShown> shown;
    const auto* person = partnership.person(id);
    if (person == nullptr) return shown;
    for (const auto& [organisation, roles] : person->roles)
        if (const auto* found = partnership.organisation(organisation))
            shown.push_back({organisation, found->name, roles, false});
    std::ranges::sort(shown, {}, &PlaceShown::name);
    return shown;
}

Result<SignInAnswer, PlaceRefusal> go_there(Parts& parts, Beginning beginning,
                                            const OrganisationId& organisation)
{
    if (parts.partnership()->roles_of(beginning.person, organisation).is_empty())
        return fail(PlaceRefusal::no_such);
    beginning.organisation = organisation;
    beginning.is_place_chosen = true;
    auto answer = go_on(parts, beginning);
    if (!answer) return fail(PlaceRefusal::over);
    return *std::move(answer);
}

}  // namespace

std::vector<PlaceShown> places_at_step(Safelead& safelead, const std::string& step)
{
    auto& parts = safelead.parts();
    const auto beginning = find_step(parts, step);
    // Where somebody works is not for whoever knows a password alone.
    if (!beginning || must_show_factor(parts, *beginning)) return {};
    return places(*parts.partnership(), beginning->person);
}

Result<SignInAnswer, PlaceRefusal> choose_place(Safelead& safelead, const std::string& step,
                                                const OrganisationId& organisation)
{
    auto& parts = safelead.parts();
    auto beginning = find_step(parts, step);
    if (!beginning) return fail(PlaceRefusal::over);
    if (must_show_factor(parts, *beginning)) {
        if (auto factor_first = go_on(parts, *beginning)) return *std::move(factor_first);
        return fail(PlaceRefusal::over);
    }
    auto answer = go_there(parts, *std::move(beginning), organisation);
    if (answer) end_step(parts, step);
    return answer;
}

std::vector<PlaceShown> places_of(Safelead& safelead, const Actor& actor)
{
    auto shown = places(*safelead.parts().partnership(), actor.person);
    for (auto& one : shown) one.is_this = one.organisation == actor.organisation;
    return shown;
}

Result<SignInAnswer, PlaceRefusal> change_place(Safelead& safelead, const Actor& actor, PlaceChange change)
{
    auto& parts = safelead.parts();
    const auto session = find_session(parts, actor.session);
    if (!session || session->person != actor.person || !is_good(parts, *session))
        return fail(PlaceRefusal::over);
    auto beginning = begin_for(parts, actor.person, std::move(change.device), std::move(change.about),
                               std::move(change.session));
    if (!beginning) return fail(PlaceRefusal::over);
    beginning->shown = session->factors;
    beginning->proved = session->proved;
    return go_there(parts, *std::move(beginning), change.organisation);
}

}  // namespace safelead::app
