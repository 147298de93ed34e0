#include "app/what_goes.h"

#include "app/child_records.h"
#include "app/erasing.h"

#include <algorithm>
#include <set>

namespace safelead::app {
namespace {

using Children = std::set<record::ChildId>;

/// Who was ever in the case, by what can still be read of it.
Children children_in(const record::Case& of)
{
    Children children;
    for (const auto& happened : of.history)
        if (const auto* added = std::get_if<record::PersonAdded>(happened.event.get());
            added != nullptr && added->child)
            children.insert(*added->child);
    return children;
}

std::vector<record::CaseRef> refs_of(const record::Case& of, const record::ChildId& child)
{
    std::vector<record::CaseRef> refs;
    for (const auto& happened : of.history)
        if (const auto* added = std::get_if<record::PersonAdded>(happened.event.get());
            added != nullptr && added->child == child)
            refs.push_back(added->ref);
    return refs;
}

class Going {
public:
    Going(Workspace& workspace, const record::ChildId& child, const std::vector<record::ChildId>& together,
          const SeenBy& seen)
        : workspace_{workspace}, child_{child}, together_{together}, seen_by_{seen}
    {
    }

    WhatGoes all()
    {
        take(stream_of(child_), ledger::shared_part());
        take(stream_of_erasures(), part_of(child_));
        for (const auto& of : workspace_.cases_of(child_)) take(*of);
        for (const auto& concern : workspace_.concerns_about(child_))
            if (!seen_.contains(concern->reported.concern)) take_alone(*concern);
        for (const auto& conversation : workspace_.conversations_about(child_)) take(*conversation);
        take_said_to_be_theirs();
        return std::move(goes_);
    }

private:
    /// Whether they may read it; what they may not is not gone into.
    template <class Matter>
    bool reads(const Matter& matter)
    {
        const bool reads = seen_by_.reads(matter);
        goes_.open.not_all_read |= !reads;
        goes_.as_usual = goes_.as_usual && access::is_as_usual(workspace_.subject_of(matter));
        return reads;
    }

    void take(ledger::StreamId stream, ledger::PartId part)
    {
        goes_.keys.emplace_back(std::move(stream), std::move(part));
    }

    void take(const record::Case& of)
    {
        if (!reads(of)) return;
        goes_.open.a_case |= of.state == record::CaseState::open;
        const auto concerns = workspace_.concerns_of(of);
        auto others = children_in(of);
        for (const auto& concern : concerns)
            others.insert(concern->reported.children.begin(), concern->reported.children.end());
        const bool is_last = !any_left(others);

        take(stream_of(of.id), part_of(child_));
        if (is_last) take(stream_of(of.id), ledger::shared_part());
        for (const auto& referral : workspace_.referrals_of(of.id)) {
            take(stream_of(referral.id), part_of(child_));
            if (is_last) take(stream_of(referral.id), ledger::shared_part());
        }
        goes_.cases.push_back({of.id, of.reference,
                               is_last ? record::ErasedExtent::whole : record::ErasedExtent::childs_part,
                               refs_of(of, child_), of.refs_used});
        for (const auto& concern : concerns) {
            seen_.insert(concern->reported.concern);
            if (is_last)
                take(*concern);
            else
                goes_.kept_concerns.push_back(concern->reported.reference);
        }
    }

    void take(const record::Concern& concern)
    {
        take(stream_of(concern.reported.concern), ledger::shared_part());
        goes_.concerns.push_back({concern.reported.concern, concern.reported.reference});
    }

    /// Those that whoever asked said are this child's: who wrote is for people to know.
    void take_said_to_be_theirs()
    {
        const auto standing = workspace_.standing_of(child_);
        if (!standing.asked || standing.asked->conversations.empty()) return;
        const auto& said = standing.asked->conversations;
        for (const auto& conversation : led_to_their_cases(workspace_, child_))
            if (std::ranges::find(said, conversation->started.conversation) != said.end())
                take(*conversation);
    }

    void take(const record::Conversation& conversation)
    {
        if (!reads(conversation)) return;
        const auto& started = conversation.started;
        goes_.open.a_conversation |= conversation.state == record::ConversationState::open;
        goes_.open.a_held_conversation |= is_held(workspace_, conversation);
        take(stream_of(started.conversation), ledger::shared_part());
        if (conversation.has_name()) take(stream_of_name(started.conversation), ledger::shared_part());
        goes_.conversations.push_back({started.conversation, started.reference});
    }

    void take_alone(const record::Concern& concern)
    {
        if (!reads(concern)) return;
        // One that is in a case lasts as long as the case does, whoever was added to it.
        if (concern.in) {
            goes_.kept_concerns.push_back(concern.reported.reference);
            return;
        }
        goes_.open.a_concern |=
            concern.state == record::ConcernState::waiting || concern.state == record::ConcernState::read;
        const Children children{concern.reported.children.begin(), concern.reported.children.end()};
        if (any_left(children))
            goes_.kept_concerns.push_back(concern.reported.reference);
        else
            take(concern);
    }

    /// Anybody but this child who was not erased before.
    bool any_left(const Children& children) const
    {
        return std::ranges::any_of(children, [this](const record::ChildId& other) {
            return other != child_ && std::ranges::find(together_, other) == together_.end() &&
                   !workspace_.standing_of(other).erased;
        });
    }

    Workspace& workspace_;
    const record::ChildId& child_;
    const std::vector<record::ChildId>& together_;
    const SeenBy& seen_by_;
    std::set<record::ConcernId> seen_;
    WhatGoes goes_;
};

}  // namespace

AllThatGoes all_that_goes(Workspace& workspace, const record::ChildId& child, const SeenBy& seen)
{
    AllThatGoes all{seen.records_of(child), {}, {}};
    all.open.not_all_read = all.records.size() != records_of(workspace, child).size();
    for (const auto& record : all.records) {
        const auto& open = all.goes.emplace_back(Going{workspace, record, all.records, seen}.all()).open;
        all.open.a_case |= open.a_case;
        all.open.a_concern |= open.a_concern;
        all.open.a_conversation |= open.a_conversation;
        all.open.a_held_conversation |= open.a_held_conversation;
        all.open.not_all_read |= open.not_all_read;
    }
    return all;
}

bool is_held(Workspace& workspace, const record::Conversation& conversation)
{
    const auto concern = conversation.concern ? workspace.concern(*conversation.concern) : std::nullopt;
    if (!concern) return false;
    return std::ranges::any_of(concern->it->reported.children, [&workspace](const record::ChildId& child) {
        const auto records = records_of(workspace, child);
        return standing_of_records(workspace, child, records).standing.hold.has_value();
    });
}

const ledger::StreamId& stream_of_erasures()
{
    static const ledger::StreamId stream{"erasures"};
    return stream;
}

ledger::PartId part_of(const record::ChildId& child)
{
    return ledger::PartId{std::string{child.text()}};
}

}  // namespace safelead::app
