#include "app/shared_links.h"

#include "app/allow.h"
#include "app/changing_case.h"
#include "app/codes.h"
#include "app/record_view.h"
#include "app/referral_parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/texts.h"
#include "app/typed_fields.h"
#include "base/text.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

constexpr std::string_view link_kind = "referral-link";
constexpr std::string_view pass_kind = "referral-pass";
constexpr std::string_view was_pass_kind = "referral-pass-was";
constexpr std::string_view tries_kind = "referral-link-tries";
constexpr std::string_view used_kind = "referral-link-used";
constexpr std::uint64_t most_tries = 5;
constexpr std::chrono::hours pass_lasts{2};  // Project rule.
constexpr std::chrono::days pass_remembered{3};
constexpr std::size_t longest_typed = 100;

/// What a link or a pass opens.
struct Shared {
    OrganisationId sender;
    record::ReferralId referral;
    std::string whom;
    std::string code_digest;
};

std::string digest_of(std::string_view what, std::string_view secret)
{
    return to_hex(crypto::sha256(bytes_of(fmt::format("{}\n{}", what, secret))));
}

Bytes packed(const Shared& shared)
{
    return pack_texts({std::string{shared.sender.text()}, std::string{shared.referral.text()}, shared.whom,
                       shared.code_digest});
}

std::optional<Shared> unpacked(BytesView plaintext)
{
    const auto texts = unpack_texts(plaintext);
    if (!texts || texts->size() != 4) return std::nullopt;
    return Shared{OrganisationId{(*texts)[0]}, record::ReferralId{(*texts)[1]}, (*texts)[2], (*texts)[3]};
}

/// Eight digits from what only this server can work out of the command.
std::string code_digits(const std::string& secret)
{
    const auto digest = crypto::sha256(bytes_of("referral-code\n" + secret));
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < 8; ++at)
        number = (number << 8U) | std::to_integer<std::uint64_t>(digest[at]);
    return fmt::format("{:08}", number % 100'000'000);
}

/// However it was typed: spaces and hyphens say nothing, nor do capitals.
std::string plain(std::string_view typed)
{
    std::string out;
    for (const char letter : typed.substr(0, longest_typed)) {
        if (letter == ' ' || letter == '-') continue;
        out.push_back(letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter);
    }
    return out;
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
Later<Outcome<Done>> record_opening(Parts& parts, Workspace& workspace, const record::Referral& referral,
                                    const std::string& link_id)
{
    const CommandId step{fmt::format("{}/opened", link_id)};
    const auto ids = std::make_shared<const NewIds>(workspace.log(), "opening a link", step);
    Said said{"open link"};
    said(referral.id);
    const auto now = parts.now();
    const auto decide = [&parts, &workspace, ids, id = referral.of,
                         open = record::OpenReferralLink{std::string{referral.reference.text()}},
                         now]() -> Outcome<Writing> {
        const auto of = workspace.one_case(id);
        if (!of) return fail(NotThere{});
        Writing writing;
        SL_TRY(write_case(writing, parts, workspace, *ids, id, of->it->edition, open, now));
        return writing;
    };
    return carry_out(workspace, {ids->command(), said.bytes(), now, {}, decide})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

/// Whoever answers by a link acts in the sender's record for somebody who has no place in it.
Actor as_receiver(Parts& parts, const Shared& shared, std::string name)
{
    const auto partnership = parts.partnership();
    const auto* sender = partnership->organisation(shared.sender);
    return {PersonId{""},
            shared.sender,
            {},
            SessionId{""},
            std::move(name),
            sender == nullptr ? std::string{} : sender->name,
            sender == nullptr ? directory::Standing::real : sender->standing};
}

std::optional<Shared> shared_with(Parts& parts, const std::string& pass)
{
    const auto thing =
        parts.passing->get(pass_kind, digest_of(pass_kind, pass.substr(0, longest_typed)), parts.now());
    return thing ? unpacked(thing->plaintext) : std::nullopt;
}

std::optional<FoldedReferral> referral_of(Parts& parts, const Shared& shared)
{
    auto* workspace = parts.find_workspace(shared.sender);
    if (workspace == nullptr) return std::nullopt;
    auto found = workspace->referral(shared.referral);
    if (!found || !found->it->sent || workspace->is_stopped(stream_of(shared.referral))) return std::nullopt;
    return found;
}

void forget_links(Parts& parts, const record::ReferralId& referral)
{
    parts.passing->store().remove_of(link_kind, referral.text());
    parts.passing->store().remove_of(pass_kind, referral.text());
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
                            [changing, make]() -> Outcome<Writing> {
                                Writing writing;
                                SL_TRY(changing->write(writing, make));
                                return writing;
                            })
        .then([&parts, actor, command, id, make](Outcome<CaseChanged> changed) -> Outcome<SharedLink> {
            const auto now_known = SL_TRY(std::move(changed));
            SharedLink link;
            link.taken_out = now_known.taken_out;
            link.link = code_of_command(parts, "referral link", actor.person.text(), command);
            link.code = code_digits(code_of_command(parts, "referral link", actor.person.text(), command, 1));
            for (const auto& one : now_known.it->links)
                if (one.referral == make.referral) link.until = one.until;
            forget_links(parts, id);
            parts.passing->put(
                {std::string{link_kind}, digest_of(link_kind, plain(link.link)), std::string{id.text()},
                 packed({actor.organisation, id, make.whom, digest_of(link.link, link.code)}), link.until});
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
    // From the record on it opens no more, whatever becomes of the rest.
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
    link = plain(link);
    code = plain(code);
    const auto id = digest_of(link_kind, link);
    const auto thing = parts.passing->get(link_kind, id, parts.now());
    const auto shared = thing ? unpacked(thing->plaintext) : std::nullopt;
    if (!shared) return wrong();
    auto& store = parts.passing->store();
    if (shared->code_digest != digest_of(link, code)) {
        if (store.increment(tries_kind, id, parts.now(), thing->expires) >= most_tries)
            store.remove(link_kind, id);
        return wrong();
    }
    // Of two who open it at once, at whatever servers, one is the first.
    if (store.increment(used_kind, id, parts.now(), thing->expires) != 1) return wrong();
    store.remove(link_kind, id);
    const auto found = referral_of(parts, *shared);
    if (!found) return wrong();
    return record_opening(parts, *parts.find_workspace(shared->sender), *found->it, id)
        .then([&parts, shared = *shared, thing = *thing, id](Outcome<Done> kept) -> Opened {
            if (!kept && std::holds_alternative<Crowded>(kept.error())) {
                // Nobody has seen anything: it can be opened in a moment.
                parts.passing->put(thing);
                parts.passing->store().remove(used_kind, id);
                return fail(LinkRefusal::crowded);
            }
            if (!kept) return fail(LinkRefusal::wrong);
            auto pass = crypto::random_id_text();
            parts.passing->put({std::string{pass_kind}, digest_of(pass_kind, pass),
                                std::string{shared.referral.text()}, packed(shared),
                                parts.now() + pass_lasts});
            // Nobody owns it, so taking the link back leaves it: it opens nothing.
            parts.passing->put({std::string{was_pass_kind},
                                digest_of(pass_kind, pass),
                                {},
                                pack_texts({std::string{shared.sender.text()}}),
                                parts.now() + pass_remembered});
            return pass;
        });
}

std::optional<ReferralView> shared_referral(Safelead& safelead, const std::string& pass)
{
    auto& parts = safelead.parts();
    const auto shared = shared_with(parts, pass);
    if (!shared) return std::nullopt;
    const auto found = referral_of(parts, *shared);
    if (!found) return std::nullopt;
    auto view = view_of(safelead, as_receiver(parts, *shared, {}), *found, record::Side::receiver);
    view.may_act = true;
    return view;
}

Later<Outcome<ReferralView>> read_shared(Safelead& safelead, const std::string& pass)
{
    auto& parts = safelead.parts();
    const auto shared = shared_with(parts, pass);
    auto* workspace = shared ? parts.find_workspace(shared->sender) : nullptr;
    if (workspace == nullptr || !referral_of(parts, *shared)) return refused<ReferralView>(NotThere{});
    return record_view(parts, *workspace, as_receiver(parts, *shared, {}), digest_of(pass_kind, pass),
                       exchange::SharedReferralViewed{shared->referral, shared->whom})
        .then([&safelead, pass](Outcome<Kept> kept) -> Outcome<ReferralView> {
            (void)SL_TRY(std::move(kept));
            auto view = shared_referral(safelead, pass);
            if (!view) return fail(NotThere{});  // Taken back a moment ago.
            return *std::move(view);
        });
}

std::optional<LinkSender> sender_of_pass(Safelead& safelead, const std::string& pass)
{
    auto& parts = safelead.parts();
    const auto thing =
        parts.passing->get(was_pass_kind, digest_of(pass_kind, pass.substr(0, longest_typed)), parts.now());
    const auto texts = thing ? unpack_texts(thing->plaintext) : std::nullopt;
    if (!texts || texts->size() != 1) return std::nullopt;
    const auto partnership = parts.partnership();
    const auto* sender = partnership->organisation(OrganisationId{texts->front()});
    if (sender == nullptr) return std::nullopt;
    const auto receiver = as_receiver(parts, {sender->id, record::ReferralId{""}, {}, {}}, {});
    return LinkSender{sender->name, sender->dsl_telephone.empty() ? sender->telephone : sender->dsl_telephone,
                      agencies_here(safelead, receiver)};
}

Later<Outcome<ReferralChanged>> answer_by_link(Safelead& safelead, const std::string& pass,
                                               const CommandId& command, record::StepSaid said,
                                               std::string who)
{
    auto& parts = safelead.parts();
    const auto shared = shared_with(parts, pass);
    if (!shared) return refused<ReferralChanged>(NotThere{});
    const auto found = referral_of(parts, *shared);
    if (!found) return refused<ReferralChanged>(NotThere{});
    WordsGate gate;
    gate(who);
    if (trim(who).empty())
        return refused<ReferralChanged>(record::ReferralRefusal{record::ReferralRefused::not_said, "who"});
    const auto name = fmt::format("{} (by a link that was made for {})", who, shared->whom);
    return take_step(safelead, as_receiver(parts, *shared, name), command, *found->it, record::Side::receiver,
                     std::move(said))
        .then([also = gate.taken_out()](Outcome<ReferralChanged> changed) -> Outcome<ReferralChanged> {
            auto both = SL_TRY(std::move(changed));
            both.taken_out += also;
            return both;
        });
}

}  // namespace safelead::app
