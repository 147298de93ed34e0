#include "record/children_import.h"

#include "record/listed_names.h"
#include "record/text_limits.h"
#include "record/upn.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace safelead::record {
namespace {

constexpr std::size_t most_faults = 200;
constexpr std::size_t nobody = static_cast<std::size_t>(-1);

constexpr std::string_view no_upn =
    "This is no UPN: its check letter or its length is wrong. Correct it in your system, or leave it empty.";
constexpr std::string_view upn_may_be_new =
    "A child of this name and date of birth is on the list with another UPN. If it is the same child, put "
    "the UPN on the list in the former UPN column. If they are two children, bring in both together, each "
    "with their own UPN.";

bool is_born_otherwise(const Identity& a, const Identity& b)
{
    return a.born && b.born && a.born != b.born;
}

bool is_born_alike(const Identity& a, const Identity& b)
{
    return a.born && a.born == b.born;
}

bool has_another_upn(const Identity& a, const Identity& b)
{
    return !a.upn.empty() && !b.upn.empty() && a.upn != b.upn;
}

/// What the file knows, over what was known.
Identity laid_over(const Identity& known, const Identity& file)
{
    Identity both = known;
    const auto lay = [](std::string& over, const std::string& text) {
        if (!is_blank(text)) over = text;
    };
    lay(both.given_name, file.given_name);
    lay(both.family_name, file.family_name);
    lay(both.known_as, file.known_as);
    lay(both.upn, file.upn);
    lay(both.year_group, file.year_group);
    if (file.born) both.born = file.born;
    return both;
}

class Planning {
public:
    Planning(const std::vector<ListedChild>& list, const std::vector<ImportedChild>& rows, Date today)
        : list_{list}, today_{today}
    {
        for (const auto& row : rows) {
            if (!row.identity.upn.empty()) rows_by_upn_.emplace(row.identity.upn, &row.identity);
            if (!row.former_upn.empty()) former_upns_.insert(row.former_upn);
        }
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto& identity = list[i].identity;
            if (!identity.upn.empty()) by_upn_.emplace(identity.upn, i);
            by_name_.emplace(name_key(identity), i);
            by_whole_.emplace(whole_name_key(identity), i);
            for (const auto& name : called(identity))
                by_called_.emplace(name + '\n' + family_key(identity), i);
        }
    }

    void add(const ImportedChild& row)
    {
        if (!is_sound(row)) return;
        const auto known = known_child(row);
        if (!known) return;
        if (*known == nobody) {
            plan_.added.push_back(row.identity);
            return;
        }
        if (!taken_.insert(*known).second)
            return fault(row, "", "Another row is about the same child: leave one of the two out.");
        const auto& before = list_[*known];
        auto after = laid_over(before.identity, row.identity);
        if (after == before.identity)
            ++plan_.unchanged;
        else
            plan_.corrected.push_back({before.child, std::move(after)});
    }

    Result<ChildrenImport, std::vector<RowFault>> result() &&
    {
        if (!faults_.empty()) return fail(std::move(faults_));
        plan_.not_in_file = list_.size() - taken_.size();
        return std::move(plan_);
    }

private:
    void fault(const ImportedChild& row, std::string_view column, std::string_view fix)
    {
        if (faults_.size() < most_faults)
            faults_.push_back({row.row, std::string{column}, std::string{fix}, row.at});
    }

    bool is_sound(const ImportedChild& row)
    {
        const auto before = faults_.size();
        const auto& identity = row.identity;
        if (is_blank(identity.given_name) && is_blank(identity.family_name))
            fault(row, "given_name", "There is no name: fill it in, or leave the row out.");
        if (!identity.born && identity.upn.empty())
            fault(row, "born",
                  "There is neither a UPN nor a date of birth, so the child could not be known again: fill "
                  "in one.");
        if (identity.born && (!identity.born->ok() || *identity.born > today_))
            fault(row, "born", "The date of birth is in the future: correct it in your system.");
        if (!identity.upn.empty() && !is_upn(identity.upn)) fault(row, "upn", no_upn);
        // One that is wrong may be another child's, who would be taken for this one.
        if (!row.former_upn.empty() && !is_upn(row.former_upn)) fault(row, "former_upn", no_upn);
        if (!identity.upn.empty() && !upns_.insert(identity.upn).second)
            fault(row, "upn", "An earlier row has the same UPN: leave one of the two out.");
        for (const auto* line :
             {&identity.given_name, &identity.family_name, &identity.known_as, &identity.year_group})
            if (!fits_line(*line))
                fault(row, "", "A field is longer than 1,000 characters: is it in the right column?");
        return faults_.size() == before;
    }

    /// Who on the list this is; `nobody` if it is a new child; nothing if that can't be told.
    std::optional<std::size_t> known_child(const ImportedChild& row)
    {
        for (const auto* upn : {&row.identity.upn, &row.former_upn}) {
            if (upn->empty()) continue;
            const auto found = by_upn_.find(*upn);
            if (found == by_upn_.end()) continue;
            const bool is_former = upn == &row.former_upn;
            const auto doubt = doubt_about(row.identity, found->second, is_former);
            if (doubt.empty()) return found->second;
            fault(row, is_former ? "former_upn" : "upn", doubt);
            return std::nullopt;
        }
        return known_by_name(row);
    }

    /// Why the child whose UPN it is on the list may be somebody else, and what to do; "" if nothing says so.
    /// A UPN slips into another row easily: a table whose columns were sorted one by one, twins. So it counts
    /// only with the birth, or with part of the name, and never against another child's name.
    std::string_view doubt_about(const Identity& row, std::size_t by_upn, bool is_former) const
    {
        const auto& listed = list_[by_upn].identity;
        if (is_born_otherwise(row, listed) && !same_name(row, listed))
            return "The child with this UPN on the list has another name and date of birth: check which is "
                   "right.";
        const bool is_like_another = !has_all_of_name(listed, row) || is_born_otherwise(row, listed);
        if (is_like_another && is_name_of_another(row, by_upn))
            return "The UPN is one child's on the list, the name another's: put the right UPN beside it. "
                   "If the name has changed to this one, bring in the other child first, with their UPN, "
                   "then both together.";
        if (!is_born_alike(row, listed) && !has_some_of_name(listed, row))
            return "The child with this UPN on the list has quite another name, and no date of birth tells "
                   "that it is the same child: check the UPN, and fill in the date of birth. Where the list "
                   "has none, bring it in once beside the old name.";
        // A new UPN and a new first name at once: of twins this could be either.
        if (is_former && !called(row).empty() && !is_called_alike(row, listed))
            return "The child with this former UPN on the list has another first name: correct it, or leave "
                   "it empty.";
        return {};
    }

    /// Whether somebody else on the list is called as the row says, may be born when it says, and does not
    /// stand in the file themselves.
    bool is_name_of_another(const Identity& row, std::size_t by_upn) const
    {
        const auto may_be = [&](const auto& named) {
            const auto& other = list_[named.second].identity;
            // Whose birth nobody knows says nothing against a UPN that the birth bears out.
            const bool says_nothing = !other.born && is_born_alike(row, list_[by_upn].identity);
            return named.second != by_upn && !says_nothing && !is_born_otherwise(row, other) &&
                   !has_own_row(other);
        };
        const auto any_in = [&](const auto& names, const std::string& key) {
            const auto [begin, end] = names.equal_range(key);
            return std::any_of(begin, end, may_be);
        };
        return any_in(by_name_, name_key(row)) || std::ranges::any_of(called(row), [&](const auto& name) {
                   return any_in(by_called_, name + '\n' + family_key(row));
               });
    }

    /// With their own UPN beside their own name.
    bool has_own_row(const Identity& listed) const
    {
        const auto found = rows_by_upn_.find(listed.upn);
        return found != rows_by_upn_.end() && has_all_of_name(listed, *found->second) &&
               !is_born_otherwise(listed, *found->second);
    }

    std::optional<std::size_t> known_by_name(const ImportedChild& row)
    {
        std::size_t found = nobody;
        const auto [begin, end] = by_name_.equal_range(name_key(row.identity));
        for (auto it = begin; it != end; ++it) {
            const auto& listed = list_[it->second].identity;
            if (has_another_upn(row.identity, listed) || is_born_otherwise(row.identity, listed)) continue;
            const bool sure = row.identity.born && listed.born;
            if (!sure || found != nobody) {
                fault(row, sure ? "upn" : "born",
                      "There is another child of this name, and nothing tells whether it is the same: fill "
                      "in the UPN or the date of birth of each.");
                return std::nullopt;
            }
            found = it->second;
        }
        if (found == nobody && is_listed_under_another_upn(row.identity)) {
            fault(row, "former_upn", upn_may_be_new);
            return std::nullopt;
        }
        if (found == nobody && is_divided_otherwise(row.identity)) {
            fault(
                row, "given_name",
                "A child of this name and date of birth is on the list, where the first name ends elsewhere: "
                "divide it as there, or fill in the UPN.");
            return std::nullopt;
        }
        return found;
    }

    /// Whether a child on the list, of that name however it is divided and of that birth, has another UPN
    /// that no row of the file has. A UPN changes, from a temporary one above all: taken for somebody else,
    /// the child would have two records and neither would know of the other. Two namesakes both stand in the
    /// file.
    bool is_listed_under_another_upn(const Identity& row) const
    {
        const auto [begin, end] = by_whole_.equal_range(whole_name_key(row));
        return std::any_of(begin, end, [&](const auto& named) {
            const auto& listed = list_[named.second].identity;
            return is_born_alike(row, listed) && has_another_upn(row, listed) &&
                   !rows_by_upn_.contains(listed.upn) && !former_upns_.contains(listed.upn);
        });
    }

    bool is_divided_otherwise(const Identity& row) const
    {
        const auto [begin, end] = by_whole_.equal_range(whole_name_key(row));
        return std::any_of(begin, end, [&](const auto& named) {
            const auto& listed = list_[named.second].identity;
            return is_born_alike(row, listed) && !has_another_upn(row, listed) && !same_name(row, listed);
        });
    }

    const std::vector<ListedChild>& list_;
    Date today_;
    std::map<std::string, std::size_t> by_upn_;
    std::multimap<std::string, std::size_t> by_name_;
    std::multimap<std::string, std::size_t> by_whole_;
    std::multimap<std::string, std::size_t> by_called_;  ///< By each first name with the family name.
    std::map<std::string, const Identity*> rows_by_upn_;
    std::set<std::string> former_upns_;  ///< Of the rows: the child on the list is accounted for by one.
    std::set<std::size_t> taken_;
    std::set<std::string> upns_;
    ChildrenImport plan_;
    std::vector<RowFault> faults_;
};

Result<ChildrenImport, std::vector<RowFault>> plan_once(const std::vector<ListedChild>& list,
                                                        const std::vector<ImportedChild>& rows, Date today)
{
    Planning planning{list, rows, today};
    for (const auto& row : rows) planning.add(row);
    return std::move(planning).result();
}

/// The list as it will be.
std::vector<ListedChild> carried_out(std::vector<ListedChild> list, const ChildrenImport& plan)
{
    std::map<ChildId, std::size_t> places;
    for (std::size_t i = 0; i < list.size(); ++i) places.emplace(list[i].child, i);
    for (const auto& one : plan.corrected) list[places.at(one.child)].identity = one.identity;
    for (const auto& identity : plan.added)
        list.push_back({ChildId{"new " + std::to_string(list.size())}, identity});
    return list;
}

}  // namespace

Result<ChildrenImport, std::vector<RowFault>> plan_import(const std::vector<ListedChild>& list,
                                                          const std::vector<ImportedChild>& rows, Date today)
{
    if (rows.size() > most_imported_children)
        return fail(std::vector{
            RowFault{0, "", "There are more than 10,000 children: import one school at a time, in parts."}});
    const auto divided = divided_as_listed(list, rows);
    auto plan = SL_TRY(plan_once(list, divided, today));
    // Whoever could not be told from another the next time is not taken in this time.
    (void)SL_TRY(plan_once(carried_out(list, plan), divided, today));
    return plan;
}

}  // namespace safelead::record
