#include "app/tries.h"

#include "crypto/digest.h"

namespace safelead::app {
namespace {

constexpr std::string_view kind = "wrong-password";

}  // namespace

Tries::Tries(ledger::PassingStore& store, crypto::SecretKey key) : store_{store}, key_{std::move(key)} {}

std::string Tries::name(std::string_view what) const
{
    return to_hex(crypto::keyed_digest(key_, bytes_of(what)));
}

std::shared_ptr<Tries::Try> Tries::begin(const std::vector<Limit>& limits, Instant now)
{
    std::vector<std::string> names;
    const std::lock_guard lock{mutex_};
    for (const auto& limit : limits) {
        auto counted = name(limit.what);
        const auto under_way = under_way_.find(counted);
        const auto at_once = under_way == under_way_.end() ? 0U : under_way->second;
        if (store_.count(kind, counted, now) + at_once >= limit.most) return nullptr;
        names.push_back(std::move(counted));
    }
    for (const auto& counted : names) ++under_way_[counted];
    return std::make_shared<Try>(*this, std::move(names));
}

Tries::Try::Try(Tries& tries, std::vector<std::string> counted) : tries_{tries}, counted_{std::move(counted)}
{
}

Tries::Try::~Try()
{
    const std::lock_guard lock{tries_.mutex_};
    for (const auto& name : counted_) {
        const auto found = tries_.under_way_.find(name);
        if (--found->second == 0) tries_.under_way_.erase(found);
    }
}

void Tries::Try::count(Instant now, std::chrono::minutes window)
{
    for (const auto& name : counted_) (void)tries_.store_.increment(kind, name, now, now + window);
}

}  // namespace safelead::app
