#include "app/parts.h"

#include "app/proof_parts.h"
#include "base/unavailable.h"
#include "crypto/random.h"

#include <malloc.h>

#include <algorithm>

namespace safelead::app {

const OrganisationId& partnership_log()
{
    static const OrganisationId id{"partnership"};
    return id;
}

Parts::Parts(ledger::EntryStore& entry_store, ledger::PassingStore& passing_store,
             crypto::SecretKey master_key, const Packs& all_packs, const LocalGuidance& local_guidance,
             const directory::Zone& a_zone, const Clock& a_clock, Options some_options)
    : entries{entry_store},
      packs{all_packs},
      local{local_guidance},
      zone{a_zone},
      clock{a_clock},
      options{some_options},
      snapshots_{passing_store, all_packs},
      workers{some_options.workers, some_options.workers_queue},
      ahead{1, some_options.readers_queue},
      readers{some_options.readers, some_options.readers_queue}
{
    ledger_ = std::make_unique<ledger::Ledger>(
        entries, std::move(master_key),
        [this](std::span<const ledger::Committed> group) { committed(group); });
    auto* log = ledger_->find(partnership_log());
    if (log == nullptr)
        throw Unavailable{"There is no partnership in this data folder: begin one with `safelead init`."};

    auto book = std::make_unique<DirectoryBook>(*log);
    book->catch_up();
    if (book->stopped_streams() != 0)
        throw Unavailable{
            "The partnership's directory does not open: run `safelead record verify`, which says where."};
    {
        const std::unique_lock lock{mutex_};
        directory_ = std::move(book);
        learning_ = std::make_unique<LearningBook>(*log);
    }
    passing.emplace(passing_store, log->key_for("passing things"));
    sign_in_key.emplace(log->key_for("people by e-mail"));
    form_key.emplace(log->key_for("forms"));
    draft_key.emplace(log->key_for("drafts"));
    tries.emplace(passing_store, log->key_for("wrong passwords"));
    proof = make_proof_parts(entries, *ledger_, options);
}

void Parts::committed(std::span<const ledger::Committed> group)
{
    const std::shared_lock lock{mutex_};
    for (const auto& one : group) {
        if (one.organisation == partnership_log()) {
            if (directory_) directory_->committed(one);
            if (learning_) learning_->committed(one);
        } else if (const auto found = workspaces_.find(one.organisation); found != workspaces_.end()) {
            found->second.workspace->committed(one);
        }
    }
}

Workspace* Parts::workspace_as_it_is(const OrganisationId& organisation)
{
    if (organisation == partnership_log()) return nullptr;
    const auto use = [this](Place& place) {
        place.used = ++uses_;
        return place.workspace.get();
    };
    {
        const std::shared_lock lock{mutex_};
        const auto found = workspaces_.find(organisation);
        if (found != workspaces_.end()) return use(found->second);
    }
    auto* log = ledger_->find(organisation);
    if (log == nullptr) return nullptr;
    const std::unique_lock lock{mutex_};
    auto& place = workspaces_[organisation];
    if (!place.workspace)
        place.workspace = std::make_unique<Workspace>(
            *log, WorkspaceParts{packs, clock, snapshots_, options.things_memory});
    return use(place);
}

Workspace* Parts::find_workspace(const OrganisationId& organisation)
{
    auto* workspace = workspace_as_it_is(organisation);
    if (workspace == nullptr || workspace->is_up_to_date()) return workspace;
    workspace->catch_up();
    keep_within_memory();
    return workspace;
}

void Parts::save_snapshots(std::uint64_t at_least) noexcept
{
    std::vector<Workspace*> due;
    try {
        {
            const std::shared_lock lock{mutex_};
            for (auto& [organisation, place] : workspaces_)
                if (place.workspace->entries_since_snapshot() >= at_least)
                    due.push_back(place.workspace.get());
        }
        for (auto* workspace : due) workspace->save_snapshot();
    } catch (const std::exception&) {
        // The next start takes longer, and that is all.
    }
}

void Parts::keep_within_memory()
{
    std::vector<std::pair<std::uint64_t, Workspace*>> by_use;
    std::size_t bytes = 0;
    {
        const std::shared_lock lock{mutex_};
        for (auto& [organisation, place] : workspaces_) {
            by_use.emplace_back(place.used, place.workspace.get());
            bytes += place.workspace->bytes();
        }
    }
    if (bytes <= options.all_memory) return;
    std::ranges::sort(by_use);
    by_use.pop_back();  // Whoever was asked for last stays, however large.
    for (const auto& [used, workspace] : by_use) {
        if (bytes <= options.all_memory) break;
        bytes -= std::min(bytes, workspace->bytes());
        workspace->put_out();
    }
    // What was freed lies between what was not, and glibc keeps it.
    ::malloc_trim(0);
}

Workspace& Parts::workspace(const OrganisationId& organisation)
{
    auto* found = find_workspace(organisation);
    if (found == nullptr) throw_bug("an organisation without a log");
    return *found;
}

const std::string& Parts::nobodys_password()
{
    std::call_once(nobodys_password_made_, [this] {
        nobodys_password_ = crypto::hash_password(crypto::random_token(), password_cost());
    });
    return nobodys_password_;
}

std::shared_ptr<const directory::Partnership> Parts::partnership()
{
    directory_->catch_up();
    return directory_->read().partnership;
}

LearningBook& Parts::learning()
{
    learning_->catch_up();
    return *learning_;
}

}  // namespace safelead::app
