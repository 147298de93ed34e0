#include "app/shared_links.h"

#include "app/changing_case.h"
#include "app/codes.h"
#include "app/kept_links.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"
#include "base/text.h"
#include "crypto/digest.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

/// Eight digits from what only this server can work out of the command.
std::string code_digits(const std::string& secret)
{
    const auto digest = crypto::sha256(bytes_of("referral-code\n" + secret));
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < 8; ++at)
        number = (number << 8U) | std::to_integer<std::uint64_t>(digest[at]);
    return fmt::format("{:08}", number % 100'000'000);
}

/// As it is now. Whoever ends it in this very moment is noticed when it is to be shown.
Outcome<Done> still_opens(Workspace& workspace, const record::ReferralId& id)
{
    const auto found = workspace.referral(id);
    if (!found) return fail(NotThere{});
    if (!record::opens_by_link(found->it->state))
        return fail(record::ReferralRefusal{record::ReferralRefused::opens_no_more, {}});
    return Done{};
}

/// Of a whole link, what stands behind its last #.
std::string_view secret_in(std::string_view typed)
{
    const auto hash = typed.rfind('#');
    return trim(hash == std::string_view::npos ? typed : typed.substr(hash + 1));
}

/// Sent, and to an agency that can't sign in.
Outcome<FoldedReferral> find_to_share(Workspace& workspace, const record::Case& of,
                                      const record::Reference& reference)
{
    auto found = workspace.referral(reference);
    if (!found || found->it->of != of.id || !found->it->sent || !is_not_here(found->it->to))
        return fail(NotThere{});
    if (workspace.is_stopped(stream_of(found->it->id))) return fail(RecordStopped{});
    return *std::move(found);
}

/// The record says that it was opened, whoever did it: nobody here asked for that.
Later<Outcome<Kept>> record_opening(Parts& parts, Workspace& workspace, const record::Referral& referral,
                                    const std::string& link_id)
{
    const CommandId step{fmt::format("{}/opened", link_id)};
    const auto ids = std::make_shared<const NewIds>(workspace.log(), "opening a link", step);
    Said said{"open link"};
    said(referral.id);
    const auto now = parts.now();
    const auto decide = [&parts, &workspace, ids, referral_id = referral.id, id = referral.of,
                         open = record::OpenReferralLink{std::string{referral.reference.text()}},
                         now]() -> Outcome<Writing> {
        const auto of = workspace.one_case(id);
        if (!of) return fail(NotThere{});
        Writing writing;
        SL_TRY(still_opens(workspace, referral_id));
        SL_TRY(write_case(writing, parts, workspace, *ids, id, of->it->edition, open, now));
        return writing;
    };
    return carry_out(workspace, {ids->command(), said.bytes(), now, {}, decide});
}

using Opened = Result<std::string, LinkRefusal>;

}  // namespace

Later<Outcome<SharedLink>> make_link(Safelead& safelead, const Actor& actor, const CommandId& command,
                                     const record::Reference& of, const record::Reference& referral,
                                     std::string whom)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<SharedLink>(std::move(begun).error());
    const auto changing = *std::move(begun);
    const auto known = changing->now_known();
    if (!known) return refused<SharedLink>(NotThere{});
    const auto found = find_to_share(changing->workspace(), *known->it, referral);
    if (!found) return refused<SharedLink>(found.error());
    record::MakeReferralLink make{actor.person, std::string{referral.text()}, std::move(whom)};
    WordsGate gate;
    gate(make.whom);
    Said said{"make link"};
    said(make);
    const auto id = found->it->id;
    return carry_out_change(changing, said.bytes(), gate.taken_out(),
                            [changing, make, id]() -> Outcome<Writing> {
                                Writing writing;
                                SL_TRY(still_opens(changing->workspace(), id));
                                SL_TRY(changing->write(writing, make));
                                return writing;
                            })
        .then([&parts, actor, command, id, make](Outcome<CaseChanged> changed) -> Outcome<SharedLink> {
            const auto now_known = SL_TRY(std::move(changed));
            SharedLink link;
            link.taken_out = now_known.taken_out;
            link.link = code_of_command(parts, "referral link", actor.person.text(), command);
            link.code = code_digits(code_of_command(parts, "referral link", actor.person.text(), command, 1));
            const auto stands =
                std::ranges::find(now_known.it->links, make.referral, &record::ReferralLink::referral);
            const bool is_there = stands != now_known.it->links.end();
            if (is_there) link.until = stands->until;
            const ledger::PassingThing thing{
                std::string{link_kind}, link_digest(link_kind, plain_secret(link.link)),
                std::string{id.text()},
                packed_link({actor.organisation, id, make.whom, link_digest(link.link, link.code)}),
                link.until};
            if (is_link_to_be_kept(parts, now_known, is_there ? &*stands : nullptr, thing)) {
                forget_links(parts, id);
                parts.passing->put(thing);
            }
            return link;
        });
}

Later<Outcome<std::size_t>> revoke_link(Safelead& safelead, const Actor& actor, const CommandId& command,
                                        const record::Reference& of, const record::Reference& referral,
                                        std::string why)
{
    auto& parts = safelead.parts();
    auto begun = begin_change(parts, actor, command, of, access::Action::record_referral);
    if (!begun) return refused<std::size_t>(std::move(begun).error());
    const auto changing = *std::move(begun);
    const auto known = changing->now_known();
    if (!known) return refused<std::size_t>(NotThere{});
    const auto found = find_to_share(changing->workspace(), *known->it, referral);
    if (!found) return refused<std::size_t>(found.error());
    record::RevokeReferralLink revoke{actor.person, std::string{referral.text()}, std::move(why)};
    WordsGate gate;
    gate(revoke.why);
    Said said{"revoke link"};
    said(revoke);
    // From the record on it opens no more and shows nothing, whatever becomes of the rest.
    return carry_out_change(changing, said.bytes(), gate.taken_out(),
                            [changing, revoke]() -> Outcome<Writing> {
                                Writing writing;
                                SL_TRY(changing->write(writing, revoke));
                                return writing;
                            })
        .then([&parts, id = found->it->id](Outcome<CaseChanged> changed) -> Outcome<std::size_t> {
            const auto now_known = SL_TRY(std::move(changed));
            forget_links(parts, id);
            return now_known.taken_out;
        });
}

Later<Result<std::string, LinkRefusal>> open_link(Safelead& safelead, std::string link, std::string code,
                                                  const std::string& address)
{
    auto& parts = safelead.parts();
    auto attempt = parts.tries->begin({{"address " + address, parts.options.address_tries}}, parts.now());
    if (!attempt) return Opened{fail(LinkRefusal::wait)};
    const auto wrong = [&parts, attempt]() -> Opened {
        attempt->count(parts.now(), parts.options.tries_window);
        return fail(LinkRefusal::wrong);
    };
    link = plain_secret(secret_in(link));
    code = plain_secret(trim(code));
    const auto id = link_digest(link_kind, link);
    const auto thing = parts.passing->get(link_kind, id, parts.now());
    const auto shared = thing ? unpacked_link(thing->plaintext) : std::nullopt;
    if (!shared)
        return is_link_ended(parts, id, link_digest(link, code)) ? Opened{fail(LinkRefusal::ended)} : wrong();
    if (shared->code_digest != link_digest(link, code)) {
        count_wrong_code(parts, *thing);
        return wrong();
    }
    const auto found = referral_shared(parts, *shared);
    if (!found) return wrong();
    if (!record::opens_by_link(found->it->state)) return Opened{fail(LinkRefusal::ended)};
    return record_opening(parts, *parts.find_workspace(shared->sender), *found->it, id)
        .then([&parts, link = LinkKept{*shared, *thing}, wrong](Outcome<Kept> kept) -> Opened {
            if (!kept && std::holds_alternative<Crowded>(kept.error())) return fail(LinkRefusal::crowded);
            if (!kept)
                return fail(std::holds_alternative<record::ReferralRefusal>(kept.error())
                                ? LinkRefusal::ended
                                : LinkRefusal::wrong);
            auto pass = pass_for(parts, link, kept->at);
            return pass ? Opened{*std::move(pass)} : wrong();
        });
}

}  // namespace safelead::app
