// What a workspace keeps of everything: a summary of each thing, and how lists get at it.

#include "app/allow.h"
#include "app/packs.h"
#include "app/stream_kinds.h"
#include "app/what_goes.h"
#include "app/workspace.h"
#include "record/written.h"

#include <algorithm>
#include <utility>

namespace safelead::app {
namespace {

std::string_view after_slash(const ledger::StreamId& stream)
{
    return stream.text().substr(stream.text().find('/') + 1);
}

}  // namespace

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
    if (const auto number = cases_.number_of(*concern.in))
        words_->add(*number, written_in(concern));
    else
        cases_without_words_.insert(*concern.in);
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
    // The newest has the highest number: at the end there is nothing to look for.
    auto& by_them = reported_by_[concern.by];
    by_them.insert(by_them.end(), number);
    const auto set_member = [number](auto& set, bool belongs) {
        if (belongs)
            set.insert(set.end(), number);
        else
            set.erase(number);
    };
    set_member(open_concerns_, concern.is_open());
    set_member(unread_concerns_, concern.is_unread);
    row.subject = number_of(subject_of_row(concern));
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
    put_who_reads(number);
    const bool all_known = std::ranges::all_of(
        row.summary.concerns, [this](const record::ConcernId& id) { return concerns_.find(id) != nullptr; });
    if (!all_known) cases_without_subject_.push_back(number);
}

/// Its concerns are read as it is: each also as the others in it.
void Workspace::put_who_reads(std::uint32_t number)
{
    const auto& of = cases_[number].summary;
    const auto subject = subject_among(of.concerns, of.who_reads, of.decided_by);
    cases_[number].subject = number_of(subject);
    const bool is_as_usual = of.who_reads.is_as_usual() && access::is_as_usual(subject);
    if (of.who_reads.openings.empty())
        opened_by_force_.erase(number);
    else
        opened_by_force_.insert(number);
    for (const auto& id : of.concerns) {
        const bool was = cases_not_as_usual_.erase(id) > 0;
        if (!is_as_usual) cases_not_as_usual_.emplace(id, number);
        const auto concern = concerns_.number_of(id);
        if (!concern || (is_as_usual && !was)) continue;
        auto& row = concerns_[*concern];
        row.subject = number_of(subject_of_row(row.summary));
    }
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

}  // namespace safelead::app
