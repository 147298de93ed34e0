#include "directory/staff_import.h"

#include "base/text.h"
#include "base/text_length.h"
#include "directory/person_name.h"

#include <fmt/format.h>

#include <set>

namespace safelead::directory {
namespace {

constexpr std::string_view may_be_there =
    "Somebody of this name works here already, with another e-mail address that no row has. If it is the "
    "same person, change their address first, on the page \"People here\" (/settings/people). If they are "
    "two people, bring in both together, or add the new one first on that page.";

std::string name_key(std::string_view name)
{
    return ascii_lower(trim(name));
}

class Planning {
public:
    Planning(Partnership state, OrganisationId organisation, const std::vector<ImportedPerson>& rows,
             Authority word)
        : state_{std::move(state)}, organisation_{std::move(organisation)}, word_{std::move(word)}
    {
        for (const auto* person : state_.people_of(organisation_)) there_.insert(person->id);
        std::set<std::string_view> in_file;
        for (const auto& row : rows) in_file.insert(row.sign_in_key);
        for (const auto* person : state_.everybody_of(organisation_))
            if (person->home == organisation_ && !person->left && !in_file.contains(person->sign_in_key))
                names_not_in_file_.insert(name_key(person->name));
    }

    void add(const ImportedPerson& row)
    {
        if (row.sign_in_key.empty()) return fault(row, "email", words(Refusal::email_not_usable));
        if (!keys_.insert(row.sign_in_key).second)
            return fault(row, "email",
                         "An earlier row has the same e-mail address: leave one of the two out.");
        if (trim(row.name).empty() || is_longer_than(row.name, longest_person_name))
            return fault(row, "name", "Give a name of at most 200 characters.");
        const auto before = plan_.events.size();
        const auto* known = state_.person_by_sign_in_key(row.sign_in_key);
        const PersonId person = known != nullptr ? known->id : row.new_id;
        const bool is_new = known == nullptr;
        // An address changes, by a marriage or a new domain: taken for somebody else, they would be two
        // people here, and what one of them may not read the other might.
        if (is_new && names_not_in_file_.contains(name_key(row.name)))
            return fault(row, "email", may_be_there);
        there_.erase(person);
        if (is_new)
            carry_out(row, "email",
                      AddPerson{person, organisation_, row.name, row.email, row.sign_in_key, word_});
        else if (known->name != row.name && known->home == organisation_)
            carry_out(row, "name", RenamePerson{person, row.name, word_});
        if (state_.person(person) == nullptr) return;
        for (const auto role : row.roles.list()) {
            if (state_.roles_of(person, organisation_).has(role)) continue;
            give(row, person, role);
        }
        count(is_new, plan_.events.size() > before);
    }

    Result<StaffImport, std::vector<RowFault>> result() &&
    {
        if (!faults_.empty()) return fail(std::move(faults_));
        plan_.not_in_file = there_.size();
        if (waiting_ > 0)
            plan_.notes.push_back(
                fmt::format("Roles that take two people: {}. They wait until somebody else here agrees on "
                            "the page \"People here\".",
                            waiting_));
        return std::move(plan_);
    }

private:
    void give(const ImportedPerson& row, const PersonId& person, Role role)
    {
        if (!word_.by) return carry_out(row, "roles", GiveRole{person, organisation_, role, word_});
        if (takes_two(role)) ++waiting_;
        auto asked = decide(state_, AskRole{person, organisation_, role, *word_.by});
        const bool waits_already = !asked && asked.error() == Refusal::role_asked_already;
        if (!waits_already) take(row, "roles", std::move(asked));
    }

    void fault(const ImportedPerson& row, std::string_view column, std::string_view fix)
    {
        faults_.push_back({row.row, std::string{column}, std::string{fix}});
    }

    void carry_out(const ImportedPerson& row, std::string_view column, const Command& command)
    {
        take(row, column, decide(state_, command));
    }

    void take(const ImportedPerson& row, std::string_view column, Result<std::vector<Event>, Refusal> events)
    {
        if (!events) {
            const bool over = events.error() == Refusal::set_up_is_over;
            return fault(
                row, column,
                over ? "This role takes two people of the organisation to give: take it out of the row. One "
                       "of them asks for it on the page \"People here\" (/settings/people), and another "
                       "agrees there."
                     : words(events.error()));
        }
        for (auto& event : *events) {
            state_ = evolve(std::move(state_), event);
            plan_.events.push_back(event);
        }
    }

    void count(bool is_new, bool is_changed)
    {
        if (is_new)
            ++plan_.added;
        else if (is_changed)
            ++plan_.changed;
        else
            ++plan_.unchanged;
    }

    Partnership state_;
    OrganisationId organisation_;
    Authority word_;
    std::size_t waiting_ = 0;
    std::set<PersonId> there_;
    std::set<std::string> names_not_in_file_;  ///< Of those who work here and whose address no row has.
    std::set<std::string> keys_;
    StaffImport plan_;
    std::vector<RowFault> faults_;
};

}  // namespace

Result<StaffImport, std::vector<RowFault>> plan_import(const Partnership& state,
                                                       const OrganisationId& organisation,
                                                       const std::vector<ImportedPerson>& rows,
                                                       const Authority& word)
{
    if (state.organisation(organisation) == nullptr)
        return fail(std::vector{RowFault{0, "", std::string{words(Refusal::no_such_organisation)}}});
    if (rows.size() > most_imported_staff)
        return fail(std::vector{RowFault{0, "", "There are more than 2,000 people: import them in parts."}});
    Planning planning{state, organisation, rows, word};
    for (const auto& row : rows) planning.add(row);
    return std::move(planning).result();
}

}  // namespace safelead::directory
