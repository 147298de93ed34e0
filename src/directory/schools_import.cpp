#include "directory/schools_import.h"

#include "base/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace safelead::directory {
namespace {

constexpr std::size_t urn_digits = 6;
constexpr std::size_t longest_chain = 10;

using ByUrn = std::map<std::string, const RegisteredSchool*, std::less<>>;

class Planning {
public:
    Planning(const Partnership& state, const Links& links, std::string_view area,
             const NewOrganisationId& new_id)
        : state_{state}, area_{area}, new_id_{new_id}, has_links_{links.has_value()}
    {
        for (const auto* school : state.organisations())
            if (!school->urn.empty()) known_urns_.insert(school->urn);
        if (!links) return;
        for (const auto& link : *links) take(link);
    }

    Result<SchoolsImport, std::vector<RowFault>> plan(const std::vector<RegisteredSchool>& schools)
    {
        for (const auto& school : schools) take(school);
        if (!has_links_) ask_for_links(schools);
        if (!faults_.empty()) return fail(std::move(faults_));
        follow_the_known();
        note_universities();
        for (const auto& [urn, school] : open_) {
            const auto known = known_as_.find(urn);
            if (known == known_as_.end())
                add(*school);
            else
                change(*known->second, *school);
        }
        return std::move(plan_);
    }

private:
    /// The file is of all the country: a row that is wrong matters only where it is about somebody here.
    void take(const UrnSuccessor& link)
    {
        if (is_urn(link.urn) && is_urn(link.successor))
            followed_by_[link.urn].insert(link.successor);
        else if (known_urns_.contains(link.urn) || known_urns_.contains(link.successor))
            faults_.push_back({link.row, "LinkURN",
                               "In the links file one of the two is no URN of six digits: fetch it anew."});
    }

    void ask_for_links(const std::vector<RegisteredSchool>& schools)
    {
        for (const auto& school : schools)
            if (!school.is_open && known_urns_.contains(school.urn))
                fault(school, "URN",
                      "A school that is here is closed in the register: give the links file too (--links), "
                      "or the school that follows it would be added as another.");
    }

    void take(const RegisteredSchool& school)
    {
        if (!is_urn(school.urn))
            return fault(school, "URN", "This is no URN: it has six digits. Fetch the file from GIAS anew.");
        if (trim(school.name).empty())
            return fault(school, "EstablishmentName",
                         "The school has no name: fill it in, or leave the row out.");
        if (!seen_.insert(school.urn).second)
            return fault(school, "URN", "An earlier row has the same URN: leave one of the two out.");
        if (!school.is_open) return;
        if (school.is_university)
            universities_.insert(school.urn);
        else
            open_.emplace(school.urn, &school);
    }

    void fault(const RegisteredSchool& school, std::string_view column, std::string_view fix)
    {
        faults_.push_back({school.row, std::string{column}, std::string{fix}});
    }

    /// Which open establishment each school of the directory is now.
    void follow_the_known()
    {
        std::map<std::string, std::vector<const Organisation*>> claims;
        for (const auto* school : state_.organisations()) {
            if (school->urn.empty() || universities_.contains(school->urn)) continue;
            const auto now = urn_now(school->urn);
            if (now)
                claims[*now].push_back(school);
            else if (seen_.contains(school->urn) || followed_by_.contains(school->urn))
                plan_.notes.push_back("URN " + school->urn +
                                      " is closed in the register and no one school follows it: nothing was "
                                      "changed; look at it by hand.");
        }
        for (const auto& [urn, schools] : claims) settle(urn, schools);
    }

    /// One that an earlier import added goes on as it is: its record is not taken away by a file.
    void note_universities()
    {
        std::size_t left_out = 0;
        for (const auto& urn : universities_) {
            if (known_urns_.contains(urn))
                plan_.notes.push_back("URN " + urn +
                                      " is a university in the register: nothing was changed; look at it by "
                                      "hand.");
            else
                ++left_out;
        }
        if (left_out > 0)
            plan_.notes.push_back("Universities in the register that were left out: " +
                                  std::to_string(left_out) + ". Only schools and colleges are added.");
    }

    void settle(const std::string& urn, const std::vector<const Organisation*>& schools)
    {
        // One that has the URN already is the one; several that merged into it are a person's to join.
        const auto* chosen = schools.front();
        for (const auto* school : schools)
            if (school->urn == urn) chosen = school;
        for (const auto* school : schools) {
            if (school == chosen && (schools.size() == 1 || chosen->urn == urn)) continue;
            plan_.notes.push_back("URN " + school->urn + " merged with others into URN " + urn +
                                  ": nothing was changed; look at it by hand.");
        }
        if (schools.size() == 1 || chosen->urn == urn)
            known_as_.emplace(urn, chosen);
        else
            open_.erase(urn);
    }

    std::optional<std::string> urn_now(std::string urn) const
    {
        for (std::size_t step = 0; step < longest_chain; ++step) {
            if (open_.contains(urn)) return urn;
            const auto next = followed_by_.find(urn);
            if (next == followed_by_.end() || next->second.size() != 1) return std::nullopt;
            urn = *next->second.begin();
        }
        return std::nullopt;
    }

    void add(const RegisteredSchool& school)
    {
        plan_.events.emplace_back(
            OrganisationAdded{{new_id_(school.urn), school.name, school.kind, school.phase, school.urn,
                               school.telephone, "", std::string{area_}, Standing::real}});
        ++plan_.added;
    }

    void change(const Organisation& known, const RegisteredSchool& school)
    {
        auto now = known;
        now.urn = school.urn;
        now.name = school.name;
        now.kind = school.kind;
        if (school.phase != Phase::not_a_school) now.phase = school.phase;
        if (!school.telephone.empty()) now.telephone = school.telephone;
        if (now == known) {
            ++plan_.unchanged;
            return;
        }
        plan_.events.emplace_back(OrganisationChanged{std::move(now)});
        ++plan_.changed;
    }

    const Partnership& state_;
    std::string_view area_;
    const NewOrganisationId& new_id_;
    bool has_links_;
    std::set<std::string> known_urns_;
    std::map<std::string, std::set<std::string>> followed_by_;
    std::set<std::string> seen_;
    ByUrn open_;
    std::set<std::string> universities_;  ///< That are open.
    std::map<std::string, const Organisation*, std::less<>> known_as_;
    SchoolsImport plan_;
    std::vector<RowFault> faults_;
};

}  // namespace

bool is_urn(std::string_view urn)
{
    return urn.size() == urn_digits && std::ranges::all_of(urn, [](char c) { return c >= '0' && c <= '9'; });
}

Result<SchoolsImport, std::vector<RowFault>> plan_import(const Partnership& state,
                                                         const std::vector<RegisteredSchool>& schools,
                                                         const Links& links, std::string_view area,
                                                         const NewOrganisationId& new_id)
{
    return Planning{state, links, area, new_id}.plan(schools);
}

}  // namespace safelead::directory
