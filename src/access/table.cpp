#include "access/table.h"

#include "access/system.h"

#include <fmt/format.h>

#include <array>

namespace safelead::access {
namespace {

using directory::Role;
using directory::Roles;

constexpr Roles nobody{};
constexpr Roles lead{Role::dsl, Role::deputy};
constexpr Roles lead_and_head{Role::dsl, Role::deputy, Role::headteacher};
constexpr Roles head{Role::headteacher};
constexpr Roles chair{Role::chair_of_governors};
constexpr Roles tokens{Role::administrator};
constexpr Roles figures{Role::dsl, Role::deputy, Role::headteacher, Role::governor_safeguarding};
constexpr Roles overseers{Role::dsl, Role::deputy, Role::headteacher, Role::governor_safeguarding,
                          Role::trust_lead};
/// Whoever reads there: a test says that it is the same as in directory/authority.
constexpr Roles second_person{Role::dsl,
                              Role::deputy,
                              Role::headteacher,
                              Role::chair_of_governors,
                              Role::trust_lead,
                              Role::lado,
                              Role::education_safeguarding_adviser,
                              Role::agency_lead,
                              Role::safer_schools_officer,
                              Role::social_worker,
                              Role::coordinator};
/// They and the administrator, so that a school without one can do it. docs/adr/0040, docs/adr/0200.
constexpr Roles accounts = [] {
    auto roles = second_person;
    roles.add(Role::administrator);
    return roles;
}();
constexpr Roles on_the_staff{Role::staff,       Role::dsl,           Role::deputy,
                             Role::headteacher, Role::administrator, Role::trainer};
constexpr Roles reporters{Role::staff,
                          Role::dsl,
                          Role::deputy,
                          Role::headteacher,
                          Role::chair_of_governors,
                          Role::governor_safeguarding,
                          Role::trainer,
                          Role::administrator};
constexpr Roles whole_school{Role::dsl, Role::deputy, Role::headteacher, Role::administrator};
constexpr Roles agencies{Role::agency_lead,   Role::safer_schools_officer,
                         Role::social_worker, Role::coordinator,
                         Role::lado,          Role::education_safeguarding_adviser};
constexpr Roles lado{Role::lado};
constexpr Roles coordinator{Role::coordinator};
constexpr Roles see_openings_too{Role::headteacher, Role::chair_of_governors, Role::coordinator};
constexpr Roles reviewers{Role::headteacher, Role::chair_of_governors};
constexpr Roles above_the_leads{Role::headteacher, Role::chair_of_governors};
constexpr Roles inbox{Role::dsl, Role::deputy, Role::headteacher, Role::chair_of_governors};

constexpr Roles everybody{Role::staff,
                          Role::dsl,
                          Role::deputy,
                          Role::headteacher,
                          Role::chair_of_governors,
                          Role::governor_safeguarding,
                          Role::trust_lead,
                          Role::lado,
                          Role::education_safeguarding_adviser,
                          Role::agency_lead,
                          Role::safer_schools_officer,
                          Role::social_worker,
                          Role::coordinator,
                          Role::trainer,
                          Role::administrator};
constexpr Roles trainers{Role::dsl,         Role::deputy,
                         Role::headteacher, Role::education_safeguarding_adviser,
                         Role::coordinator, Role::trainer};
constexpr Roles guide_owners{Role::coordinator};

using enum Action;
using enum About;

// Roles of a school, and at the end those of other agencies: they are given only what was referred to them.
constexpr std::array lines{
    Line{report_concern, organisation, reporters, nobody, nobody, "report a concern"},
    Line{find_child, organisation, on_the_staff, nobody, nobody, "look for a name on the school's list"},
    Line{see_own_report, own_report, reporters, nobody, nobody, "see that their report was read"},
    Line{say_still_worried, own_report, reporters, nobody, nobody, "say \"I'm still worried\""},
    Line{see_inbox, organisation, inbox, nobody, nobody, "open the inbox (it shows only what they may read)"},
    Line{read_concern, matter, lead_and_head, head, chair, "read a concern"},
    Line{settle_concern, matter, lead, head, chair, "make a case of a concern, or keep it without"},
    Line{open_case, organisation, lead, nobody, nobody, "open a case"},
    Line{read_case, matter, lead_and_head, head, chair, "read a case"},
    Line{change_case, matter, lead, head, chair, "change a case: people, facts, tasks"},
    Line{settle_task, matter, lead_and_head, head, chair, "settle a task, and sign a record that names them"},
    Line{decide_route, matter, lead, head, chair, "decide"},
    Line{sign_off, decision, lead_and_head, head, chair, "sign off somebody else's decision"},
    Line{record_referral, matter, lead, head, chair, "record a referral"},
    Line{read_child, matter, lead_and_head, head, chair, "read a child's page"},
    Line{see_reads, matter, lead_and_head, head, chair,
         "see who has read a case, a concern, a conversation or a child's page"},
    Line{see_figures, organisation, overseers, nobody, nobody,
         "see their school's figures (rounded, unless they may read its cases)"},
    Line{manage_children, organisation, whole_school, nobody, nobody, "keep the list of children's names"},
    Line{manage_accounts, organisation, accounts, nobody, nobody,
         "keep accounts and roles: add, invite and import people, give or ask for roles, take any away, "
         "record "
         "who has left, reset how somebody signs in (a role that reads and the administrator's, and a reset "
         "for whoever has one, wait for a second person)"},
    Line{manage_tokens, organisation, tokens, nobody, nobody,
         "make, list and revoke the tokens of the school's own systems"},
    Line{agree_to_role, organisation, second_person, nobody, nobody,
         "be the second person for a role, or for a reset of how somebody signs in"},
    Line{record_away, organisation, whole_school, nobody, nobody, "record who is away and who covers"},
    Line{check_record, organisation, whole_school, nobody, nobody, "check that the record is in order"},
    Line{replay_guidance, organisation, figures, nobody, nobody,
         "weigh recorded assessments under another edition (cases only where they may read them)"},
    Line{read_conversation, matter, lead_and_head, head, chair,
         "read a young person's conversation, never the name they left"},
    Line{answer_conversation, matter, lead_and_head, head, chair,
         "answer a young person, make a concern of it, ask for the name, open it as agreed or for danger"},
    Line{review_name_opening, decision, lead_and_head, head, chair,
         "look at somebody else's opening of a name for danger"},
    Line{set_talk_hours, organisation, lead_and_head, nobody, nobody,
         "say who answers young people and when, or stop it"},
    Line{learn, organisation, everybody, nobody, nobody,
         "book training, give its code, confirm that a guide was read, see their own training"},
    Line{run_training, organisation, trainers, nobody, nobody,
         "plan training sessions and keep the registers of those that their organisation holds"},
    Line{keep_training_record, organisation, lead_and_head, nobody, nobody,
         "see who has which training, and record what was done elsewhere"},
    Line{look_after_guides, organisation, guide_owners, nobody, nobody,
         "be told of guides that are past their review date"},
    Line{see_referrals, organisation, agencies, nobody, nobody,
         "open the list of what was referred to their own organisation"},
    Line{read_referral, matter, agencies, nobody, nobody,
         "read what was referred to their own organisation, and nothing else of the case", lado},
    Line{answer_referral, matter, agencies, nobody, nobody,
         "answer it (received, more asked, decided, told, redirected), and settle who there reads it", lado},
    Line{record_supervision, organisation, inbox, nobody, nobody,
         "write down a supervision that they were in"},
    Line{read_supervision, supervision, head, nobody, nobody,
         "read a note of a supervision (and those who were there)"},
    Line{record_kit_use, organisation, lead_and_head, nobody, nobody,
         "say that the school used a campaign's kit"},
    Line{see_upkeep, organisation, coordinator, nobody, nobody,
         "see what is due to be checked again, and which schools used a campaign's kit"},
    Line{open_by_force, organisation, inbox, nobody, nobody,
         "open a case that is closed to them and can't wait, for a night and with a reason (never one that "
         "they are kept out of by name or that was routed past them)"},
    Line{see_openings, organisation, see_openings_too, nobody, nobody,
         "see that a case was opened so (the coordinator: at which school and when, no more)"},
    Line{review_openings, organisation, reviewers, nobody, nobody,
         "say what they found about an opening that was not their own"},
    Line{see_partnership_figures, organisation, coordinator, nobody, nobody,
         "see the figures of all schools together, rounded"},
    Line{see_silence, matter, above_the_leads, above_the_leads, chair,
         "be told that nobody has answered a referral: which and since when, never what it says (also where "
         "the case is locked, never where they are kept out of it by name)"},
};

constexpr bool is_in_order()
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (static_cast<std::size_t>(lines[i].action) != i) return false;
    }
    return true;
}
static_assert(is_in_order(), "the table has one line for each Action, in the order of Action");
static_assert(lines.size() == static_cast<std::size_t>(see_silence) + 1);

constexpr std::string_view introduction = R"(# Who may do what

Made from `src/access/table.cpp`; a test fails when it is not. Whatever is not in the table is refused.

Seven things stand above it. Another organisation's matters are answered as if they did not exist. Whoever is
named as involved in a concern or a case is kept out of it by name, whatever their roles. A concern about the lead goes
to the head and one about the head to the chair of governors, and whoever it went past does not see it, whatever else
they are there; where every head is the lead too, it goes to the chair. Somebody to
whom an unread report was passed up, by name, has the lead's part in it, and in the case that is made of it, if their
role reads at all; signing off stays with those whose role it is. A case that is locked is read by the people it
names and nobody else; the concerns and conversations that it was made of go with it. What was referred is kept
from people by name, and locked, likewise where it was sent to; a referral about somebody who works with children is read
at the authority by the LADO, and by those there to whom they open it by name. A report is taken only at a school or a
college, where the posts are that read one: elsewhere everybody is refused, and told whom to ring.

"Own report" is for whoever made it: that it was read and whether it is being acted on, no more. "Second person"
is never whoever made the decision.

| may | about | usually | the lead is involved | the head is involved | it is for the LADO |
|---|---|---|---|---|---|
)";

std::string_view about_words(About about)
{
    switch (about) {
        case organisation:
            return "no matter";
        case own_report:
            return "own report";
        case matter:
            return "a matter";
        case decision:
            return "a matter, second person";
        case supervision:
            return "a supervision";
    }
    return "";
}

std::string roles_words(Roles roles)
{
    std::string text;
    for (const auto role : roles.list()) {
        if (!text.empty()) text += ", ";
        text += directory::role_name(role);
    }
    return text;
}

}  // namespace

std::span<const Line> table()
{
    return lines;
}

std::string table_as_markdown()
{
    std::string page{introduction};
    for (const auto& line : lines) {
        const bool routed = line.about == matter || line.about == decision;
        const auto for_lado = line.to_lado.is_empty() ? "no referral" : roles_words(line.to_lado);
        page += fmt::format("| {} | {} | {} | {} | {} | {} |\n", line.words, about_words(line.about),
                            roles_words(line.usually), routed ? roles_words(line.past_lead) : "as usual",
                            routed ? roles_words(line.past_head) : "as usual", for_lado);
    }
    return page + system_table_as_markdown();
}

}  // namespace safelead::access
