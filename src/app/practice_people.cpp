#include "app/practice_people.h"

#include <fmt/format.h>

#include <array>

namespace safelead::app {
namespace {

using directory::OrganisationKind;
using directory::Phase;
using directory::Role;
using directory::Roles;

constexpr std::array organisations{
    PracticeOrganisation{"Fennimore High School (practice)", OrganisationKind::school, Phase::secondary,
                         "999001", "0113 496 0100", "0113 496 0101"},
    PracticeOrganisation{"Little Wendle Primary School (practice)", OrganisationKind::school, Phase::primary,
                         "999002", "0113 496 0200", "0113 496 0201"},
    PracticeOrganisation{"Practice Safeguarding Partnership", OrganisationKind::local_authority,
                         Phase::not_a_school, "", "0113 496 0300", ""},
    PracticeOrganisation{"Children’s Social Care Front Door (practice)", OrganisationKind::social_care,
                         Phase::not_a_school, "", "0113 496 0400", ""},
    PracticeOrganisation{"Safer Schools Police Team (practice)", OrganisationKind::police,
                         Phase::not_a_school, "", "0113 496 0500", ""},
    PracticeOrganisation{"Neighbouring Authority’s Front Door (practice)", OrganisationKind::social_care,
                         Phase::not_a_school, "", "0113 496 0600", ""},
};

constexpr std::array people{
    PracticePerson{0, "Priya Marlowe", "lead@fennimore.example", Roles{Role::staff, Role::dsl}},
    PracticePerson{0, "Tom Ashgrove", "deputy@fennimore.example", Roles{Role::staff, Role::deputy}},
    PracticePerson{0, "Helen Carrick", "head@fennimore.example", Roles{Role::staff, Role::headteacher}},
    PracticePerson{0, "Owen Dallimore", "chair@fennimore.example", Roles{Role::chair_of_governors}},
    PracticePerson{0, "Grace Lindqvist", "teacher@fennimore.example", Roles{Role::staff}},
    PracticePerson{0, "Sanjay Whitlock", "teacher2@fennimore.example", Roles{Role::staff}},
    PracticePerson{0, "Bev Okonjo", "office@fennimore.example", Roles{Role::staff, Role::administrator}},
    PracticePerson{1, "Ruth Pennefather", "lead@littlewendle.example", Roles{Role::staff, Role::dsl}},
    PracticePerson{1, "Dev Harcastle", "deputy@littlewendle.example", Roles{Role::staff, Role::deputy}},
    PracticePerson{1, "Alice Thornbury", "head@littlewendle.example", Roles{Role::staff, Role::headteacher}},
    PracticePerson{1, "Miles Quennell", "chair@littlewendle.example", Roles{Role::chair_of_governors}},
    PracticePerson{1, "Jo Fairweather", "teacher@littlewendle.example", Roles{Role::staff}},
    PracticePerson{2, "Carys Bellamy", "coordinator@partnership.example",
                   Roles{Role::staff, Role::coordinator}},
    PracticePerson{2, "Nadia Thorpe", "trainer@partnership.example", Roles{Role::staff, Role::trainer}},
    PracticePerson{2, "Esther Hallam", "lado@partnership.example", Roles{Role::lado}},
    PracticePerson{3, "Imogen Vance", "socialworker@frontdoor.example", Roles{Role::social_worker}},
    PracticePerson{3, "Rhys Tolliver", "manager@frontdoor.example", Roles{Role::agency_lead}},
    PracticePerson{4, "Nadia Prosser", "officer@police.example", Roles{Role::safer_schools_officer}},
    PracticePerson{5, "Felix Amberley", "socialworker@neighbour.example", Roles{Role::social_worker}},
};

constexpr std::array<std::string_view, 20> given_names{
    "Amara", "Ben",  "Caleb", "Dina", "Eli",   "Freya", "Gethin", "Hana",   "Idris", "Jonah",
    "Keira", "Luca", "Maya",  "Noor", "Oscar", "Poppy", "Rafi",   "Sienna", "Tariq", "Wren"};
constexpr std::array<std::string_view, 15> family_names{
    "Abernethy", "Birtwhistle", "Coldwell", "Draycott", "Ellery",  "Featherstone", "Gillow",   "Hollis",
    "Inkpen",    "Jessop",      "Kettley",  "Lumley",   "Mowbray", "Nettleton",    "Oakenshaw"};

struct Years {
    int first;
    int last;
    std::size_t children;
};
constexpr std::array school_years{Years{7, 11, 36}, Years{1, 6, 24}, Years{0, 0, 0},
                                  Years{0, 0, 0},   Years{0, 0, 0},  Years{0, 0, 0}};

/// The year in which the school year began, in September.
int school_year(Date today)
{
    const auto september = std::chrono::September;
    const int year = static_cast<int>(today.year());
    return today.month() < september ? year - 1 : year;
}

/// Born somewhere in the twelve months that belong to a year group.
Date born_in(int year_group, int began, std::size_t number)
{
    const std::chrono::sys_days first{std::chrono::year{began - 5 - year_group} / std::chrono::September / 1};
    return Date{first + std::chrono::days{static_cast<int>(number * 47 % 364)}};
}

}  // namespace

std::span<const PracticeOrganisation> practice_organisations()
{
    return organisations;
}

std::span<const PracticePerson> practice_people()
{
    return people;
}

std::vector<record::Identity> practice_children(std::size_t organisation, Date today)
{
    const auto& years = school_years.at(organisation);
    const auto groups = static_cast<std::size_t>(years.last - years.first + 1);
    std::vector<record::Identity> children;
    for (std::size_t i = 0; i < years.children; ++i) {
        const auto n = i + organisation * 7;
        const int year_group = years.first + static_cast<int>(i % groups);
        record::Identity child;
        child.given_name = given_names[n * 3 % given_names.size()];
        child.family_name = family_names[(n * 4 + n / 5) % family_names.size()];
        child.born = born_in(year_group, school_year(today), n);
        child.year_group = fmt::format("Year {}", year_group);
        children.push_back(std::move(child));
    }
    return children;
}

}  // namespace safelead::app
