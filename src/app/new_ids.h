#pragma once

// Ids that come from the command: the same command, sent again, names the same things, so its second answer
// is its first. They are made with the organisation's key, so nobody outside can guess or foresee one.

#include "base/ids.h"
#include "crypto/digest.h"
#include "crypto/secret_key.h"
#include "ledger/ledger.h"
#include "record/words.h"

#include <functional>
#include <string>
#include <string_view>

namespace safelead::app {

class NewIds {
public:
    /// `by` is whose command it is: two people's commands never meet.
    NewIds(const ledger::Log& log, std::string_view by, const CommandId& command);

    /// The command as the ledger knows it.
    [[nodiscard]] CommandId command() const { return CommandId{text("command", 0)}; }

    /// The `number`-th thing of a kind that the command makes.
    template <class AnyId>
    [[nodiscard]] AnyId id(std::string_view kind, std::size_t number = 0) const
    {
        return AnyId{text(kind, number)};
    }

    /// A reference to be shown and said: "C-7K3M-9QXD", without letters that are taken for digits. Never one
    /// that `is_taken`.
    [[nodiscard]] record::Reference reference(
        char letter, const std::function<bool(const record::Reference&)>& is_taken) const;

private:
    [[nodiscard]] crypto::Digest digest(std::string_view kind, std::size_t number) const;
    [[nodiscard]] std::string text(std::string_view kind, std::size_t number) const;

    crypto::SecretKey key_;
    std::string said_;
};

}  // namespace safelead::app
