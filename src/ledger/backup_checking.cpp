#include "ledger/backup_checking.h"

#include "base/unavailable.h"
#include "ledger/checkpoint.h"

#include <fmt/format.h>

#include <span>

namespace safelead::ledger {

BackupChecking::BackupChecking(std::string name) : name_{std::move(name)} {}

void BackupChecking::take(const LogPiece& piece)
{
    if (organisation_ != piece.organisation) {
        organisation_ = piece.organisation;
        leaves_.clear();
    }
    for (const auto& entry : piece.entries) {
        leaves_.push_back(leaf_hash(entry.bytes));
        if (number(entry.log_position) != leaves_.size())
            throw Unavailable{
                fmt::format("{} has no entry {} of organisation {}, but later ones: use another backup.",
                            name_, leaves_.size(), organisation_->text())};
    }
    for (const auto& kept : piece.checkpoints) hold(kept);
}

void BackupChecking::hold(const KeptCheckpoint& kept)
{
    const auto checkpoint = checkpoint_in(kept.note);
    const bool is_readable = checkpoint && checkpoint->head.size == number(kept.size);
    if (!is_readable || checkpoint->head.size > leaves_.size())
        throw Unavailable{
            fmt::format("{} has {} entries of organisation {}, and their checkpoint speaks of others: use "
                        "another backup.",
                        name_, leaves_.size(), organisation_->text())};
    const auto size = static_cast<std::size_t>(checkpoint->head.size);
    if (root_of(std::span{leaves_}.first(size)) != checkpoint->head.root)
        throw Unavailable{
            fmt::format("The first {} entries of organisation {} in {} are not those that their checkpoint "
                        "was signed for: "
                        "use another backup.",
                        size, organisation_->text(), name_)};
    ++logs_held_;
}

}  // namespace safelead::ledger
