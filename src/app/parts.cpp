#include "app/parts.h"

#include "base/unavailable.h"
#include "crypto/random.h"

namespace safelead::app {

const OrganisationId& partnership_log()
{
    static const OrganisationId id{"partnership"};
    return id;
}

Parts::Parts(ledger::EntryStore& entries, ledger::PassingStore& passing_store, crypto::SecretKey master_key,
             const Packs& all_packs, const LocalGuidance& local_guidance, const directory::Zone& a_zone,
             const Clock& a_clock, Options some_options)
    : packs{all_packs},
      local{local_guidance},
      zone{a_zone},
      clock{a_clock},
      options{some_options},
      workers{some_options.workers, some_options.workers_queue}
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
    }
    passing.emplace(passing_store, log->key_for("passing things"));
    sign_in_key.emplace(log->key_for("people by e-mail"));
    form_key.emplace(log->key_for("forms"));
    draft_key.emplace(log->key_for("drafts"));
    tries.emplace(passing_store, log->key_for("wrong passwords"));
}

void Parts::committed(std::span<const ledger::Committed> group)
{
    const std::shared_lock lock{mutex_};
    for (const auto& one : group) {
        if (one.organisation == partnership_log()) {
            if (directory_) directory_->committed(one);
        } else if (const auto found = workspaces_.find(one.organisation); found != workspaces_.end()) {
            found->second->committed(one);
        }
    }
}

Workspace* Parts::find_workspace(const OrganisationId& organisation)
{
    if (organisation == partnership_log()) return nullptr;
    Workspace* workspace = nullptr;
    {
        const std::shared_lock lock{mutex_};
        const auto found = workspaces_.find(organisation);
        if (found != workspaces_.end()) workspace = found->second.get();
    }
    if (workspace == nullptr) {
        auto* log = ledger_->find(organisation);
        if (log == nullptr) return nullptr;
        const std::unique_lock lock{mutex_};
        auto& place = workspaces_[organisation];
        if (!place) place = std::make_unique<Workspace>(*log);
        workspace = place.get();
    }
    workspace->catch_up();
    return workspace;
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

}  // namespace safelead::app
