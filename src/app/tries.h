#pragma once

// Wrong passwords, counted. A count begins with its first wrong try and ends by itself.

#include "crypto/secret_key.h"
#include "ledger/passing_store.h"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

class Tries {
public:
    Tries(ledger::PassingStore& store, crypto::SecretKey key);

    struct Limit {
        std::string what;  ///< "account …", "device …", "address …"; kept only as a keyed digest.
        unsigned most = 0;
    };

    /// A try that is under way. While it lasts it counts, so that many at once are no way around a limit.
    class Try {
    public:
        Try(Tries& tries, std::vector<std::string> counted);
        ~Try();
        Try(const Try&) = delete;
        Try& operator=(const Try&) = delete;

        /// The password was wrong.
        void count(Instant now, std::chrono::minutes window);

    private:
        Tries& tries_;
        std::vector<std::string> counted_;
    };

    /// Null if one of the limits is reached.
    [[nodiscard]] std::shared_ptr<Try> begin(const std::vector<Limit>& limits, Instant now);

private:
    [[nodiscard]] std::string name(std::string_view what) const;

    ledger::PassingStore& store_;
    crypto::SecretKey key_;
    std::mutex mutex_;
    std::map<std::string, unsigned> under_way_;
};

}  // namespace safelead::app
