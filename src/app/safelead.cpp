#include "app/safelead.h"

#include "app/parts.h"
#include "crypto/random.h"

namespace safelead::app {

Safelead::Safelead(ledger::EntryStore& entries, ledger::PassingStore& passing, crypto::SecretKey master_key,
                   const Packs& packs, const LocalGuidance& local, const directory::Zone& zone,
                   const Clock& clock, Options options)
    : parts_{std::make_unique<Parts>(entries, passing, std::move(master_key), packs, local, zone, clock,
                                     options)}
{
}

Safelead::~Safelead()
{
    parts_->save_snapshots(parts_->options.snapshot_at_stop);
}

Instant Safelead::now() const
{
    return parts_->now();
}

Date Safelead::today() const
{
    return parts_->today();
}

const directory::Zone& Safelead::zone() const
{
    return parts_->zone;
}

const Packs& Safelead::packs() const
{
    return parts_->packs;
}

const LocalGuidance& Safelead::local() const
{
    return parts_->local;
}

const Options& Safelead::options() const
{
    return parts_->options;
}

std::string Safelead::form_mac(std::string_view text) const
{
    return to_hex(crypto::keyed_digest(*parts_->form_key, bytes_of(text)));
}

std::string Safelead::random_text()
{
    return crypto::random_token();
}

}  // namespace safelead::app
