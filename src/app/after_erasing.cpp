#include "app/after_erasing.h"

#include "app/conversations.h"
#include "app/drafts_of_case.h"
#include "app/erasures.h"
#include "app/serve_each.h"
#include "app/tidy.h"

#include <algorithm>
#include <exception>
#include <set>
#include <string>
#include <vector>

namespace safelead::app {
namespace {

/// Long enough for a server that was out of use for a while.
constexpr std::chrono::days noted_for{90};

std::vector<std::string> drafts_of_child(const record::ChildId& child)
{
    std::vector<std::string> names;
    for (const auto page :
         {"", "-record", "-belonging", "-same-child", "-main-file", "-authority", "-figures"})
        names.push_back(draft_of_child(child) + page);
    return names;
}

TypedAbout typing_about(const ErasureKept& kept)
{
    const auto& erased = kept.erased;
    TypedAbout typing{{}, drafts_of_child(erased.child), kept.at + clocks_may_differ};
    for (const auto& of : erased.cases) typing.cases.push_back(of.of);
    const auto add = [&typing](const std::vector<std::string>& names) {
        typing.forms.insert(typing.forms.end(), names.begin(), names.end());
    };
    for (const auto& concern : erased.concerns) add(drafts_of_concern(concern.reference));
    for (const auto& concern : erased.kept_concerns) add(drafts_of_concern(concern));
    for (const auto& one : record::conversations_in(erased)) add(drafts_of_conversation(one.reference));
    return typing;
}

bool is_one_of(std::string_view form, const std::vector<std::string>& names)
{
    return std::ranges::find(names, form) != names.end();
}

/// Of what went: what others need stays, and is typed about.
bool is_of(std::string_view form, const record::ChildErased& erased)
{
    const auto ends_with = [form](const record::Reference& reference) {
        return form.ends_with(reference.text());
    };
    if (form.starts_with(draft_of_child(erased.child))) return is_one_of(form, drafts_of_child(erased.child));
    for (const auto& concern : erased.concerns)
        if (ends_with(concern.reference) && is_one_of(form, drafts_of_concern(concern.reference)))
            return true;
    return std::ranges::any_of(record::conversations_in(erased), [&](const record::ErasedConversation& one) {
        return ends_with(one.reference) && is_one_of(form, drafts_of_conversation(one.reference));
    });
}

/// Those whose keys went. Others are under way, or came to nothing.
std::vector<ledger::PassingRow> to_clean_up(Parts& parts, Workspace& workspace)
{
    const auto organisation = workspace.log().organisation();
    auto noted = parts.passing->store().list_of(erasing_kind, organisation.text(), parts.now());
    if (noted.empty()) return noted;
    std::set<std::string, std::less<>> kept;
    for (const auto& one : workspace.erasures()) kept.emplace(one.erased.id.text());
    std::erase_if(noted, [&](const ledger::PassingRow& row) { return !kept.contains(row.id); });
    return noted;
}

}  // namespace

void note_erasing(Parts& parts, const OrganisationId& organisation, const record::ErasureId& id)
{
    parts.passing->put({std::string{erasing_kind},
                        std::string{id.text()},
                        std::string{organisation.text()},
                        {},
                        parts.now() + noted_for});
}

void forget_erasing(Parts& parts, const record::ErasureId& id)
{
    parts.passing->store().remove(erasing_kind, id.text());
}

void remove_drafts_of_erased(Parts& parts, Workspace& workspace)
{
    std::vector<TypedAbout> typing;
    for (const auto& one : workspace.erasures())
        if (one.at + parts.options.drafts_kept > parts.now()) typing.push_back(typing_about(one));
    if (!typing.empty()) remove_drafts(parts, workspace, typing);
}

void clean_up_after_erasing(Parts& parts, Workspace& workspace)
{
    const auto noted = to_clean_up(parts, workspace);
    remove_drafts_of_erased(parts, workspace);
    if (noted.empty()) return;
    // Where another key was just on its way to be destroyed, the old one is still needed: the next round
    // takes it.
    if (workspace.log().rotate_key(parts.now()).epochs_destroyed == 0) return;
    // Also where nothing was left to remove: whoever typed it may have sent it, or given it up, just before.
    // After the key: a disk that fails here keeps no key from being destroyed.
    if (!parts.passing->store().forget_removed()) return;
    // Another server may have begun one since: it has a row of its own.
    for (const auto& row : noted) parts.passing->store().remove(row.kind, row.id);
}

bool was_erased(Parts& parts, const OrganisationId& organisation, std::string_view form)
{
    // Most forms are about nothing yet, and are saved all the time.
    if (form.find('-') == std::string_view::npos) return false;
    auto* workspace = parts.find_workspace(organisation);
    if (workspace == nullptr) return false;
    const auto erasures = workspace->erasures();
    return std::ranges::any_of(erasures, [form](const ErasureKept& one) { return is_of(form, one.erased); });
}

void finish_erasures(Safelead& safelead)
{
    auto& parts = safelead.parts();
    std::set<OrganisationId> organisations;
    for (const auto& row : parts.passing->store().list(erasing_kind, parts.now()))
        organisations.emplace(row.owner);
    const auto failed = serve_each(organisations, [&parts](const OrganisationId& organisation) {
        auto* workspace = parts.find_workspace(organisation);
        if (workspace != nullptr && !to_clean_up(parts, *workspace).empty())
            clean_up_after_erasing(parts, *workspace);
    });
    if (failed) std::rethrow_exception(failed);
}

}  // namespace safelead::app
