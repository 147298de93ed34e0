#include "app/practice.h"

#include "app/accounts.h"
#include "app/cases.h"
#include "app/children.h"
#include "app/practice_people.h"
#include "app/report_concern.h"
#include "app/training.h"
#include "base/unavailable.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// What can't be refused here unless this program is wrong; what is crowded or stopped, is the world's.
template <class Value>
Value made(Later<Outcome<Value>> later)
{
    auto outcome = wait_for(std::move(later));
    if (!outcome) throw Unavailable{"The practice partnership could not be made: begin with a new folder."};
    return *std::move(outcome);
}

class MakingPractice {
public:
    explicit MakingPractice(Safelead& safelead) : safelead_{safelead} {}

    void make()
    {
        add_organisations();
        add_people();
        for (std::size_t school = 0; school < 2; ++school) add_pupils(school);
        for (const auto& organisation : organisations_)
            (void)made(finish_set_up(safelead_, command(), organisation));
        report_and_open();
        plan_training_sessions();
    }

private:
    CommandId command() { return CommandId{"practice/" + std::to_string(++commands_)}; }

    void add_organisations()
    {
        for (const auto& one : practice_organisations()) {
            NewOrganisation organisation;
            organisation.name = one.name;
            organisation.kind = one.kind;
            organisation.phase = one.phase;
            organisation.urn = one.urn;
            organisation.telephone = one.telephone;
            organisation.dsl_telephone = one.dsl_telephone;
            organisation.area =
                "leeds";  // So that its published contacts and their hours can be seen at work.
            organisation.standing = directory::Standing::practice;
            organisations_.push_back(made(add_organisation(safelead_, command(), organisation)));
        }
    }

    void add_people()
    {
        for (const auto& one : practice_people()) {
            const auto& organisation = organisations_.at(one.organisation);
            const auto person = made(add_person(safelead_, command(),
                                                {organisation, std::string{one.name}, std::string{one.email},
                                                 one.roles.list(), std::string{practice_password}}));
            actors_.push_back({person, organisation, one.roles, SessionId{"practice"}, std::string{one.name},
                               std::string{practice_organisations()[one.organisation].name},
                               directory::Standing::practice});
        }
    }

    const Actor& actor(std::size_t school, directory::Role role) const
    {
        const auto found = std::ranges::find_if(actors_, [&](const Actor& one) {
            return one.organisation == organisations_[school] && one.roles.has(role);
        });
        return *found;
    }

    const Actor& teacher(std::size_t school) const
    {
        const auto found = std::ranges::find_if(actors_, [&](const Actor& one) {
            return one.organisation == organisations_[school] &&
                   one.roles == directory::Roles{directory::Role::staff};
        });
        return *found;
    }

    void add_pupils(std::size_t school)
    {
        children_.push_back(made(add_children(safelead_, actor(school, directory::Role::dsl), command(),
                                              practice_children(school, safelead_.today()))));
    }

    Reported report(std::size_t school, std::vector<std::size_t> about, std::string words, std::string when)
    {
        Report report;
        for (const auto number : about) report.children.push_back(children_[school].at(number));
        report.words = std::move(words);
        report.when.words = std::move(when);
        report.where = "At school";
        report.danger_now = record::Answer::no;
        report.child_now = "In lessons; a member of staff knows.";
        report.staff_involved = record::StaffInvolved::nobody;
        report.told_lead_in_person = record::Answer::yes;
        report.staff_exposure = record::StaffExposure::none;
        return made(report_concern(safelead_, teacher(school), command(), std::move(report)));
    }

    void report_and_open()
    {
        const auto first =
            report(0, {3}, "\"Someone sent my picture on and I didn't say they could.\"", "Before lessons");
        (void)report(0, {8, 14},
                     "\"There is a picture going round our form and people keep talking about it.\"",
                     "At lunch");
        (void)report(1, {5},
                     "\"A person I play a game with online asked me for a photo. I didn't send one.\"",
                     "Yesterday evening, told today");
        open(first);
    }

    void open(const Reported& concern)
    {
        const auto& lead = actor(0, directory::Role::dsl);
        const auto opened = made(open_case(safelead_, lead, command(), {concern.reference}));
        const auto change = [&](record::CaseCommand what) {
            (void)made(change_case(safelead_, lead, command(), opened.reference, std::move(what)));
        };
        change(record::AddPerson{lead.person, children_[0].at(3), ""});
        change(
            record::AddPerson{lead.person, std::nullopt, "Somebody in another form, not yet known by name"});
        record::DescribePerson describe{lead.person, record::CaseRef{"A"}, {"subject"}, {}, {}, {}, {}, "",
                                        ""};
        describe.acted_on = Date{std::chrono::sys_days{safelead_.today()} - std::chrono::days{2}};
        describe.setting = "this_school";
        change(describe);
        change(
            record::AnswerFacts{lead.person,
                                {{"medium", "image"}, {"immediate_danger", "no"}, {"staff_exposure", "none"}},
                                "The pupil"});
    }

    learning::SessionReference plan(const Actor& trainer, const NewTraining& planned)
    {
        // Topics stand in guidance/local, which practice does without.
        learning::Curriculum curriculum;
        learning::Topic topic;
        topic.id = planned.topic;
        curriculum.topics.push_back(std::move(topic));
        return made(plan_training(safelead_, curriculum, trainer, command(), planned));
    }

    Instant on_the_wall(int days_ahead, std::chrono::minutes time)
    {
        const auto day = std::chrono::sys_days{safelead_.today()} + std::chrono::days{days_ahead};
        return safelead_.zone().instant({Date{day}, time});
    }

    /// One that is coming, for everybody, and one of the school that was held.
    void plan_training_sessions()
    {
        using namespace std::chrono_literals;
        NewTraining coming;
        coming.topic = learning::TopicId{"sharing-images"};
        coming.kind = learning::Kind::light_bite;
        coming.starts = on_the_wall(9, 15h + 30min);
        coming.minutes = 60;
        coming.where = "Practice Safeguarding Partnership, meeting room 1";
        coming.places = 2;
        coming.content_version = "Guide 155, edition 1";
        (void)plan(actor(2, directory::Role::trainer), coming);

        NewTraining held = coming;
        held.topic = learning::TopicId{"induction"};
        held.kind = learning::Kind::induction;
        held.starts = on_the_wall(-3, 15h + 30min);
        held.where = "Fennimore High School, library";
        held.audience = learning::Audience::organisation;
        held.content_version = "Guide 1001, edition 1";
        const auto& lead = actor(0, directory::Role::dsl);
        const auto session = plan(lead, held);
        const auto& there = teacher(0);
        (void)made(change_training(
            safelead_, lead, command(), session,
            learning::KeepRegister{lead.person,
                                   {{there.person, there.organisation, learning::Mark::present, {}}}}));
    }

    Safelead& safelead_;
    int commands_ = 0;
    std::vector<OrganisationId> organisations_;
    std::vector<Actor> actors_;
    std::vector<std::vector<record::ChildId>> children_;
};

std::string role_words(directory::Roles roles)
{
    // What somebody is beside being on the staff says more.
    for (const auto role : roles.list())
        if (role != directory::Role::staff) return std::string{directory::role_words(role)};
    return std::string{directory::role_words(directory::Role::staff)};
}

}  // namespace

std::vector<PracticeSignIn> practice_sign_ins()
{
    std::vector<PracticeSignIn> sign_ins;
    for (const auto& one : practice_people())
        sign_ins.push_back({std::string{practice_organisations()[one.organisation].name},
                            std::string{one.name}, role_words(one.roles), std::string{one.email},
                            std::string{practice_password}});
    return sign_ins;
}

Result<std::vector<PracticeSignIn>, PracticeRefusal> make_practice(Safelead& safelead)
{
    if (!partnership(safelead)->organisations().empty()) return fail(PracticeRefusal::not_empty);
    MakingPractice{safelead}.make();
    return practice_sign_ins();
}

}  // namespace safelead::app
