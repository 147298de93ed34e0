#include "app/kept_links.h"

#include "app/shared_links.h"
#include "app/texts.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "record/kept_in.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::string_view pass_kind = "referral-pass";
constexpr std::string_view was_pass_kind = "referral-pass-was";
constexpr std::string_view tries_kind = "referral-link-tries";
constexpr std::uint64_t most_tries = 5;
constexpr std::chrono::days pass_remembered{3};
constexpr std::size_t longest_typed = 100;

bool was_made_last(const record::Case& of, std::string_view referral, Instant made_at)
{
    Instant last{};
    for (const auto& made : record::kept_in<record::ReferralLinkMade>(of))
        if (made.it->referral == referral) last = made.at;
    return last == made_at;
}

void keep_pass(Parts& parts, const LinkKept& link, const std::string& pass, Instant opened)
{
    parts.passing->put({std::string{pass_kind}, pass_id(pass), std::string{link.shared.referral.text()},
                        packed_link(link.shared), opened + record::opened_link_lasts});
    // Nobody owns it, so taking the link back leaves it: it opens nothing.
    parts.passing->put({std::string{was_pass_kind},
                        pass_id(pass),
                        {},
                        pack_texts({std::string{link.shared.sender.text()}}),
                        parts.now() + pass_remembered});
}

void forget_pass(Parts& parts, const std::string& pass)
{
    for (const auto kind : {pass_kind, was_pass_kind}) parts.passing->store().remove(kind, pass_id(pass));
}

/// Of several, at whatever servers, one takes it.
bool is_taken(Parts& parts, const LinkKept& link)
{
    auto& store = parts.passing->store();
    const auto row = store.get(link_kind, link.thing.id, parts.now());
    return row && store.take(*row);
}

}  // namespace

std::string link_digest(std::string_view what, std::string_view secret)
{
    return to_hex(crypto::sha256(bytes_of(fmt::format("{}\n{}", what, secret))));
}

Bytes packed_link(const SharedByLink& shared)
{
    return pack_texts({std::string{shared.sender.text()}, std::string{shared.referral.text()}, shared.whom,
                       shared.code_digest});
}

std::optional<SharedByLink> unpacked_link(BytesView plaintext)
{
    const auto texts = unpack_texts(plaintext);
    if (!texts || texts->size() != 4) return std::nullopt;
    return SharedByLink{OrganisationId{(*texts)[0]}, record::ReferralId{(*texts)[1]}, (*texts)[2],
                        (*texts)[3]};
}

std::optional<FoldedReferral> referral_shared(Parts& parts, const SharedByLink& shared)
{
    auto* workspace = parts.find_workspace(shared.sender);
    if (workspace == nullptr) return std::nullopt;
    auto found = workspace->referral(shared.referral);
    if (!found || !found->it->sent || workspace->is_stopped(stream_of(shared.referral))) return std::nullopt;
    return found;
}

std::string plain_secret(std::string_view typed)
{
    std::string out;
    for (const char letter : typed.substr(0, longest_typed)) {
        if (letter == ' ' || letter == '-') continue;
        out.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter);
    }
    return out;
}

bool is_link_to_be_kept(Parts& parts, const CaseChanged& made, const record::ReferralLink* stands,
                        const ledger::PassingThing& link)
{
    if (made.turn == ledger::Turn::first) return true;
    if (stands == nullptr || stands->is_open || !was_made_last(*made.it, stands->referral, made.at))
        return false;
    const auto there = parts.passing->list_of(link_kind, link.owner, parts.now());
    if (std::ranges::find(there, stands->until, &ledger::PassingThing::expires) != there.end()) return false;
    return parts.passing->store().count(tries_kind, link.id, parts.now()) < most_tries;
}

void count_wrong_code(Parts& parts, const ledger::PassingThing& link)
{
    auto& store = parts.passing->store();
    if (store.increment(tries_kind, link.id, parts.now(), link.expires) >= most_tries)
        store.remove(link_kind, link.id);
}

bool is_link_ended(Parts& parts, const std::string& id, const std::string& code_digest)
{
    const auto thing = parts.passing->get(ended_link_kind, id, parts.now());
    return thing && unpack_texts(thing->plaintext) == std::vector{code_digest};
}

std::optional<std::string> pass_for(Parts& parts, const LinkKept& link, Instant opened)
{
    auto pass = crypto::random_id_text();
    try {
        // The pass is there before the link is gone: where the program ends between the two, it is one that
        // nobody has seen, and the link opens as before.
        keep_pass(parts, link, pass, opened);
        if (is_taken(parts, link)) return pass;
    } catch (...) {
        forget_pass(parts, pass);
        throw;
    }
    forget_pass(parts, pass);
    return std::nullopt;
}

std::string pass_id(const std::string& pass)
{
    return link_digest(pass_kind, pass.substr(0, longest_typed));
}

std::optional<SharedByLink> shared_by_pass(Parts& parts, const std::string& pass)
{
    const auto thing = parts.passing->get(pass_kind, pass_id(pass), parts.now());
    return thing ? unpacked_link(thing->plaintext) : std::nullopt;
}

std::optional<OrganisationId> maker_of(Parts& parts, const std::string& pass)
{
    const auto thing = parts.passing->get(was_pass_kind, pass_id(pass), parts.now());
    const auto texts = thing ? unpack_texts(thing->plaintext) : std::nullopt;
    if (!texts || texts->size() != 1) return std::nullopt;
    return OrganisationId{texts->front()};
}

void forget_links(Parts& parts, const record::ReferralId& referral)
{
    parts.passing->store().remove_of(link_kind, referral.text());
    parts.passing->store().remove_of(pass_kind, referral.text());
}

void end_links(Parts& parts, const record::ReferralId& referral)
{
    for (const auto& thing : parts.passing->list_of(link_kind, referral.text(), parts.now()))
        if (const auto shared = unpacked_link(thing.plaintext))
            parts.passing->put({std::string{ended_link_kind},
                                thing.id,
                                {},
                                pack_texts({shared->code_digest}),
                                thing.expires});
    forget_links(parts, referral);
}

}  // namespace safelead::app
