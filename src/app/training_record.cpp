#include "app/training_record.h"

#include "app/allow.h"
#include "app/open_shelf.h"
#include "app/parts.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::chrono::days reminder_before{7};
constexpr std::chrono::days register_asked_for{14};
constexpr std::chrono::days review_told_before{30};

using Sessions = std::vector<std::shared_ptr<const learning::Session>>;

Date day_of(const Parts& parts, Instant at)
{
    return parts.zone.local(at).wall.date;
}

/// What one person has learnt, and how they stand with what is asked of them.
class Looking {
public:
    Looking(Parts& parts, const OpenShelf& shelf, OrganisationId here)
        : parts_{parts},
          shelf_{shelf},
          here_{std::move(here)},
          partnership_{parts.partnership()},
          book_{parts.learning()},
          sessions_{book_.sessions()}
    {
    }

    [[nodiscard]] const Sessions& sessions() const { return sessions_; }
    [[nodiscard]] const directory::Partnership& partnership() const { return *partnership_; }

    [[nodiscard]] PersonsTraining of(const directory::Person& person) const
    {
        PersonsTraining all{person.id,         person.name, partnership_->roles_of(person.id, here_),
                            learnt(person.id), {},          {}};
        const auto today = parts_.today();
        for (const auto& requirement : shelf_.training.requirements) {
            if (!all.roles.has_any(requirement.roles)) continue;
            const auto since = book_.since(person.id, here_, requirement.roles);
            all.required.push_back(
                {&requirement, learning::currency_of(requirement, since ? day_of(parts_, *since) : today,
                                                     here_, all.learnt, today)});
        }
        const auto learner = book_.learner(person.id).it;
        for (const auto& one : shelf_.training.guides) {
            if (!all.roles.has_any(one.roles)) continue;
            if (const auto* guide = shelf_.texts.find("guides", one.guide))
                all.guides.push_back({guide, learner->understood_at(guide->name, guide->edition)});
        }
        return all;
    }

private:
    [[nodiscard]] std::vector<learning::Achievement> learnt(const PersonId& person) const
    {
        auto all = learning::achievements_of(*book_.learner(person).it);
        for (const auto& session : sessions_)
            if (auto one =
                    learning::achievement_of(*session, person, day_of(parts_, session->planned.starts)))
                all.push_back(*std::move(one));
        std::ranges::stable_sort(all, std::ranges::greater{}, &learning::Achievement::on);
        return all;
    }

    Parts& parts_;
    const OpenShelf& shelf_;
    OrganisationId here_;
    std::shared_ptr<const directory::Partnership> partnership_;
    LearningBook& book_;
    Sessions sessions_;
};

bool is_overdue(const RequirementStanding& one)
{
    return one.currency.standing == learning::Standing::overdue;
}

/// Somebody with a place who is not marked yet.
bool has_unmarked(const learning::Session& session)
{
    return std::ranges::any_of(session.booked, [&](const learning::Place& place) {
        return session.mark_of(place.person) == nullptr;
    });
}

Outcome<PersonsTraining> own(const Looking& looking, const Actor& actor)
{
    const auto* person = looking.partnership().person(actor.person);
    if (person == nullptr) return fail(NotThere{});
    return looking.of(*person);
}

}  // namespace

Outcome<MyTraining> my_training(Safelead& safelead, const OpenShelf& shelf, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::learn));
    auto& parts = safelead.parts();
    const Looking looking{parts, shelf, actor.organisation};
    MyTraining mine{SL_TRY(own(looking, actor)), {}, {}, {}};
    for (const auto& session : looking.sessions()) {
        const bool has_place = session->has_place(actor.person);
        const bool waits = session->place_in_line(actor.person).has_value();
        const bool to_evaluate = session->was_present(actor.person) && !session->has_evaluated(actor.person);
        if (!has_place && !waits && !to_evaluate) continue;
        auto view = see_training(safelead, &actor, session->planned.reference);
        if (!view) continue;
        const bool goes_on = !session->cancelled && parts.now() < session->ends();
        if (to_evaluate) mine.to_evaluate.push_back(*view);
        if (has_place && goes_on && !to_evaluate) mine.booked.push_back(*view);
        if (waits && goes_on && !session->has_begun(parts.now())) mine.waiting.push_back(*view);
    }
    return mine;
}

Outcome<std::vector<PersonsTraining>> training_record(Safelead& safelead, const OpenShelf& shelf,
                                                      const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::keep_training_record));
    const Looking looking{safelead.parts(), shelf, actor.organisation};
    std::vector<PersonsTraining> all;
    for (const auto* person : looking.partnership().people_of(actor.organisation))
        all.push_back(looking.of(*person));
    std::ranges::sort(all, {}, &PersonsTraining::name);
    return all;
}

std::optional<Instant> guide_understood(Safelead& safelead, const Actor& actor,
                                        const guidance::OpenText& guide)
{
    return safelead.parts().learning().learner(actor.person).it->understood_at(guide.name, guide.edition);
}

bool TrainingToday::is_empty() const
{
    return soon.empty() && registers.empty() && overdue.empty() && to_confirm.empty() &&
           people_overdue == 0 && past_review.empty() && soon_to_review.empty();
}

Outcome<TrainingToday> training_today(Safelead& safelead, const OpenShelf& shelf, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::learn));
    auto& parts = safelead.parts();
    const auto now = parts.now();
    const Looking looking{parts, shelf, actor.organisation};
    TrainingToday today;
    const auto mine = SL_TRY(own(looking, actor));
    for (const auto& one : mine.required)
        if (is_overdue(one)) today.overdue.push_back(one.requirement);
    for (const auto& one : mine.guides)
        if (!one.understood) today.to_confirm.push_back(one.guide);
    for (const auto& session : looking.sessions()) {
        if (session->cancelled) continue;
        const auto starts = session->planned.starts;
        const bool is_mine =
            session->has_place(actor.person) && starts > now && starts - now <= reminder_before;
        const bool to_keep = session->planned.trainer == actor.person && starts <= now &&
                             now - starts <= register_asked_for && has_unmarked(*session);
        if (!is_mine && !to_keep) continue;
        const auto view = see_training(safelead, &actor, session->planned.reference);
        if (!view) continue;
        if (is_mine) today.soon.push_back(*view);
        if (to_keep) today.registers.push_back(*view);
    }
    if (may(actor, access::Action::keep_training_record))
        for (const auto& one : SL_TRY(training_record(safelead, shelf, actor)))
            if (std::ranges::any_of(one.required, is_overdue)) ++today.people_overdue;
    if (may(actor, access::Action::look_after_guides)) {
        const auto day = parts.today();
        for (const auto& text : shelf.texts.all()) {
            if (guidance::is_past_review(text, day)) {
                today.past_review.push_back(&text);
            } else if (std::chrono::sys_days{text.review_by} - std::chrono::sys_days{day} <=
                       review_told_before) {
                today.soon_to_review.push_back(&text);
            }
        }
    }
    return today;
}

}  // namespace safelead::app
