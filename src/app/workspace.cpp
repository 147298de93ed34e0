#include "app/workspace.h"

#include "app/allow.h"
#include "app/clock.h"
#include "app/packs.h"
#include "app/what_goes.h"
#include "record/written.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::size_t places_at_once = 2000;

std::string_view after_slash(const ledger::StreamId& stream)
{
    return stream.text().substr(stream.text().find('/') + 1);
}

bool is_concern(const ledger::StreamId& stream)
{
    return stream.text().starts_with("concern/");
}
bool is_case(const ledger::StreamId& stream)
{
    return stream.text().starts_with("case/");
}
bool is_child(const ledger::StreamId& stream)
{
    return stream.text().starts_with("child/");
}

bool is_conversation(const ledger::StreamId& stream)
{
    return stream.text().starts_with("conversation/");
}

bool is_referral(const ledger::StreamId& stream)
{
    return stream.text().starts_with("referral/");
}

template <class Thing>
struct EventOf;
template <>
struct EventOf<record::Concern> {
    using Type = record::ConcernEvent;
};
template <>
struct EventOf<record::Case> {
    using Type = record::CaseEvent;
};
template <>
struct EventOf<record::Child> {
    using Type = record::ChildEvent;
};
template <>
struct EventOf<record::Conversation> {
    using Type = record::ConversationEvent;
};
template <>
struct EventOf<record::Referral> {
    using Type = record::ReferralEvent;
};

// What a whole thing takes beside the words in it.
constexpr std::size_t bytes_of_a_thing = 1000;
constexpr std::size_t bytes_of_an_event = 600;

}  // namespace

Workspace::Workspace(ledger::Log& log, const WorkspaceParts& parts)
    : Follower{log}, parts_{parts}, whole_{parts.most_bytes}
{
}

// --- Going forward with the log

Follower::Step Workspace::read_page()
{
    if (reached_ == ledger::LogPosition::start) {
        begin_with_snapshot();
        // First, because they say what can't be read any more of all that follows.
        read_erasures();
    }
    const auto page = log().places(reached_, places_at_once);
    for (const auto& place : page.places) {
        if (stopped_.contains(place.stream) || position_of(place.stream) >= place.position) continue;
        if (place.stream == stream_of_erasures()) read_erasures();
        if (is_concern(place.stream)) fold_again<record::Concern>(place.stream);
        if (is_case(place.stream)) fold_again<record::Case>(place.stream);
        if (is_child(place.stream)) fold_again<record::Child>(place.stream);
        if (is_conversation(place.stream)) fold_again<record::Conversation>(place.stream);
        if (is_referral(place.stream)) fold_again<record::Referral>(place.stream);
        // Days of views are not folded, nor names that were left in a conversation.
    }
    // What is not there has no name: `safelead record verify` says more.
    if (page.gap) stopped_.insert(ledger::StreamId{"?" + std::to_string(number(page.reached))});
    if (page.reached == reached_) return Step::at_end;
    reached_ = page.reached;
    return Step::more;
}

void Workspace::on_taken()
{
    for (const auto number : std::exchange(cases_without_subject_, {})) {
        auto& row = cases_[number];
        row.subject = number_of(subject_among(row.summary.concerns, row.summary.decided_by));
    }
}

template <class Thing>
Workspace::Read<Thing> Workspace::read(const ledger::StreamId& stream) const
{
    using Event = typename EventOf<Thing>::Type;
    const auto opened = log().read_what_opens(stream);
    Read<Thing> read;
    read.is_stopped = opened.fault.has_value();
    auto thing = std::make_shared<Thing>();
    ThingCache::Kept kept{nullptr, ledger::StreamPosition::start, bytes_of_a_thing};
    bool is_known = false;
    for (const auto& entry : opened.entries) {
        kept.position = entry.header.position;
        // What was erased is passed over: the rest stays readable.
        if (entry.readable == ledger::Readable::erased) continue;
        auto event = event_of(stream, entry.plaintext);
        if (!event) {
            read.is_stopped = true;
            break;
        }
        *thing = evolve(std::move(*thing),
                        record::Happened<Event>{ledger::number(entry.log_position), entry.header.time,
                                                std::get<std::shared_ptr<const Event>>(*event)});
        kept.bytes += bytes_of_an_event + entry.plaintext.size();
        is_known = true;
    }
    if (!is_known) return read;
    if constexpr (std::is_same_v<Thing, record::Case>)
        thing->refs_used = std::max(thing->refs_used, erasures_.refs_used_in(thing->id));
    kept.it = std::move(thing);
    read.kept = std::move(kept);
    return read;
}

template <class Thing>
void Workspace::fold_again(const ledger::StreamId& stream)
{
    auto now = read<Thing>(stream);
    if (now.is_stopped) stopped_.insert(stream);
    if (now.kept) put(*static_cast<const Thing*>(now.kept->it.get()), now.kept->position);
    whole_.forget(stream);
}

void Workspace::take(const Entered& entered, Shown /*shown*/)
{
    if (const auto* concern = std::get_if<std::shared_ptr<const record::ConcernEvent>>(&entered.event))
        take_event<record::Concern>(entered, *concern);
    if (const auto* of = std::get_if<std::shared_ptr<const record::CaseEvent>>(&entered.event))
        take_event<record::Case>(entered, *of);
    if (const auto* child = std::get_if<std::shared_ptr<const record::ChildEvent>>(&entered.event))
        take_event<record::Child>(entered, *child);
    if (const auto* erasure = std::get_if<std::shared_ptr<const record::ErasureEvent>>(&entered.event))
        take_erasure(entered, **erasure);
    if (const auto* said = std::get_if<std::shared_ptr<const record::ConversationEvent>>(&entered.event))
        take_event<record::Conversation>(entered, *said);
    if (const auto* step = std::get_if<std::shared_ptr<const record::ReferralEvent>>(&entered.event))
        take_event<record::Referral>(entered, *step);
}

template <class Thing, class Event>
void Workspace::take_event(const Entered& entered, const std::shared_ptr<const Event>& event)
{
    auto kept = entered.position == next(ledger::StreamPosition::start)
                    ? ThingCache::Kept{std::make_shared<const Thing>(), ledger::StreamPosition::start,
                                       bytes_of_a_thing}
                    : whole_.find(entered.stream).value_or(ThingCache::Kept{});
    // Somebody may have read it from the disk already.
    if (kept.it && kept.position < entered.position) {
        if (next(kept.position) != entered.position) return fall_behind();
        // Somebody may be reading the old one.
        const auto& before = *static_cast<const Thing*>(kept.it.get());
        kept.it = std::make_shared<const Thing>(
            evolve(before, record::Happened<Event>{ledger::number(entered.log_position), entered.at, event}));
        kept.position = entered.position;
        kept.bytes += 2 * bytes_of_an_event;
    }
    if (!kept.it) return fall_behind();
    whole_.put(entered.stream, kept);
    put(*static_cast<const Thing*>(kept.it.get()), kept.position);
}

template Workspace::Read<record::Concern> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Case> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Child> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Conversation> Workspace::read(const ledger::StreamId& stream) const;
template Workspace::Read<record::Referral> Workspace::read(const ledger::StreamId& stream) const;

// --- Summaries

ledger::StreamPosition Workspace::position_of(const ledger::StreamId& stream) const
{
    const Id<struct AnyKind> id{std::string{after_slash(stream)}};
    const auto in = [&](const auto& rows) {
        const auto* row = rows.find(id);
        return row == nullptr ? ledger::StreamPosition::start : row->position;
    };
    if (is_concern(stream)) return in(concerns_);
    if (is_case(stream)) return in(cases_);
    if (is_child(stream)) return in(children_);
    if (stream == stream_of_erasures()) return erasures_.seen();
    if (is_conversation(stream)) return in(conversations_);
    if (is_referral(stream)) return in(referrals_);
    return ledger::StreamPosition::start;
}

void Workspace::put(const record::Concern& concern, ledger::StreamPosition position)
{
    put(summary_of(concern), position);
    if (!words_ || !concern.in) return;
    if (const auto number = cases_.number_of(*concern.in)) words_->add(*number, written_in(concern));
}

void Workspace::put(const record::Case& of, ledger::StreamPosition position)
{
    put(summary_of(of, parts_.packs.find(of.edition)), position);
    if (words_) words_->add(*cases_.number_of(of.id), written_in(of));
}

void Workspace::put(const record::Child& child, ledger::StreamPosition position)
{
    put(summary_of(child), position);
    if (names_) names_->put(*children_.number_of(child.id), child.identity);
}

void Workspace::put(record::ConcernSummary summary, ledger::StreamPosition position)
{
    const auto number = concerns_.put(std::move(summary), position);
    auto& row = concerns_[number];
    const auto& concern = row.summary;
    concern_references_.insert_or_assign(concern.reference, number);
    reported_by_[concern.by].insert(number);
    const auto set_member = [number](auto& set, bool belongs) {
        if (belongs)
            set.insert(number);
        else
            set.erase(number);
    };
    set_member(open_concerns_, concern.is_open());
    set_member(unread_concerns_, concern.is_unread);
    row.subject = number_of(app::subject_of(log().organisation(), concern));
}

void Workspace::put(record::CaseSummary summary, ledger::StreamPosition position)
{
    const auto* before = cases_.find(summary.id);
    const auto children_before = before == nullptr ? std::size_t{0} : before->summary.children.size();
    const auto number = cases_.put(std::move(summary), position);
    auto& row = cases_[number];
    case_references_.insert_or_assign(row.summary.reference, number);
    for (auto at = children_before; at < row.summary.children.size(); ++at)
        cases_of_child_.emplace(std::hash<std::string_view>{}(row.summary.children[at].text()), number);
    row.subject = number_of(subject_among(row.summary.concerns, row.summary.decided_by));
    const bool all_known = std::ranges::all_of(
        row.summary.concerns, [this](const record::ConcernId& id) { return concerns_.find(id) != nullptr; });
    if (!all_known) cases_without_subject_.push_back(number);
}

void Workspace::put(record::ChildSummary summary, ledger::StreamPosition position)
{
    (void)children_.put(std::move(summary), position);
}

void Workspace::put(const record::Conversation& conversation, ledger::StreamPosition position)
{
    put(summary_of(conversation), position);
}

void Workspace::put(record::ConversationSummary summary, ledger::StreamPosition position)
{
    const auto reference = summary.reference;
    const auto number = conversations_.put(std::move(summary), position);
    conversation_references_.insert_or_assign(reference, number);
}

void Workspace::put(const record::Referral& referral, ledger::StreamPosition position)
{
    put(summary_of(referral), position);
}

void Workspace::put(record::ReferralSummary summary, ledger::StreamPosition position)
{
    const auto reference = summary.reference;
    const auto number = referrals_.put(std::move(summary), position);
    referral_references_.insert_or_assign(reference, number);
}

// --- Whole things

std::shared_lock<std::shared_mutex> Workspace::up_to_date()
{
    while (true) {
        catch_up();
        std::shared_lock lock{mutex_};
        if (is_following()) return lock;
    }
}

template <class Thing>
std::optional<Folded<Thing>> Workspace::whole(const ledger::StreamId& stream)
{
    while (true) {
        ledger::StreamPosition known;
        std::uint64_t forgotten = 0;
        {
            const auto lock = up_to_date();
            known = position_of(stream);
            forgotten = forgotten_;
        }
        if (known == ledger::StreamPosition::start) return std::nullopt;
        auto kept = whole_.find(stream);
        if (!kept || kept->position < known) {
            auto now = read<Thing>(stream);
            if (now.is_stopped) {
                const std::unique_lock lock{mutex_};
                stopped_.insert(stream);
            }
            if (!now.kept) return std::nullopt;
            if (!now.is_stopped) whole_.put(stream, *now.kept);
            kept = std::move(now.kept);
            // What was read may have been erased meanwhile.
            if (forgotten_ != forgotten) {
                whole_.forget(stream);
                continue;
            }
        }
        return Folded<Thing>{std::static_pointer_cast<const Thing>(kept->it), kept->position};
    }
}

std::optional<FoldedConcern> Workspace::concern(const record::ConcernId& id)
{
    return whole<record::Concern>(stream_of(id));
}

std::optional<FoldedCase> Workspace::one_case(const record::CaseId& id)
{
    return whole<record::Case>(stream_of(id));
}

std::optional<FoldedChild> Workspace::child(const record::ChildId& id)
{
    return whole<record::Child>(stream_of(id));
}

std::optional<FoldedConcern> Workspace::concern(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = concern_references_.find(reference);
    if (found == concern_references_.end()) return std::nullopt;
    const auto id = concerns_[found->second].summary.id;
    lock.unlock();
    return concern(id);
}

std::optional<FoldedCase> Workspace::one_case(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = case_references_.find(reference);
    if (found == case_references_.end()) return std::nullopt;
    const auto id = cases_[found->second].summary.id;
    lock.unlock();
    return one_case(id);
}

std::optional<FoldedConversation> Workspace::conversation(const record::ConversationId& id)
{
    return whole<record::Conversation>(stream_of(id));
}

std::optional<FoldedConversation> Workspace::conversation(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = conversation_references_.find(reference);
    if (found == conversation_references_.end()) return std::nullopt;
    const auto id = conversations_[found->second].summary.id;
    lock.unlock();
    return conversation(id);
}

std::optional<FoldedReferral> Workspace::referral(const record::ReferralId& id)
{
    return whole<record::Referral>(stream_of(id));
}

std::optional<FoldedReferral> Workspace::referral(const record::Reference& reference)
{
    auto lock = up_to_date();
    const auto found = referral_references_.find(reference);
    if (found == referral_references_.end()) return std::nullopt;
    const auto id = referrals_[found->second].summary.id;
    lock.unlock();
    return referral(id);
}

template <class AnyId>
auto Workspace::all_whole(const std::vector<AnyId>& ids)
{
    const auto one = [this](const AnyId& id) {
        if constexpr (std::is_same_v<AnyId, record::ConcernId>)
            return concern(id);
        else if constexpr (std::is_same_v<AnyId, record::CaseId>)
            return one_case(id);
        else
            return child(id);
    };
    std::vector<decltype(one(ids.front())->it)> all;
    for (const auto& id : ids)
        if (auto found = one(id)) all.push_back(std::move(found->it));
    return all;
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_reported_by(const PersonId& person)
{
    std::vector<record::ConcernId> ids;
    {
        const auto lock = up_to_date();
        if (const auto found = reported_by_.find(person); found != reported_by_.end())
            for (const auto number : found->second) ids.push_back(concerns_[number].summary.id);
    }
    return all_whole(ids);
}

std::vector<record::CaseId> Workspace::cases_of_one(const record::ChildId& child) const
{
    std::vector<record::CaseId> ids;
    const auto [from, to] = cases_of_child_.equal_range(std::hash<std::string_view>{}(child.text()));
    for (auto at = from; at != to; ++at) {
        const auto& of = cases_[at->second].summary;
        if (std::ranges::find(of.children, child) != of.children.end()) ids.push_back(of.id);
    }
    std::ranges::sort(ids);
    return ids;
}

std::vector<std::shared_ptr<const record::Case>> Workspace::cases_of(const record::ChildId& child)
{
    std::vector<record::CaseId> ids;
    {
        const auto lock = up_to_date();
        ids = cases_of_one(child);
    }
    return all_whole(ids);
}

std::vector<std::shared_ptr<const record::Concern>> Workspace::concerns_of(const record::Case& of)
{
    return all_whole(of.concerns);
}

}  // namespace safelead::app
