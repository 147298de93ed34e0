#pragma once

// What the screens of one organisation show, in memory.
//
// 1. A summary of every concern, case and child: what lists are sorted by and access is asked with.
// 2. The whole of those looked at lately. Any other is read from its stream when somebody asks for it.
// 3. Where the log goes on, what became of its streams is folded again; nothing is folded twice.
//
// Readers take a pointer to what does not change and hold no lock while they use it. Nothing readable of it
// is ever on the disk. What is put out of memory comes back when somebody asks.

#include "access/permit.h"
#include "app/erasure_book.h"
#include "app/follower.h"
#include "app/name_index.h"
#include "app/snapshot.h"
#include "app/summary_table.h"
#include "app/thing_cache.h"
#include "app/window.h"
#include "app/word_filters.h"
#include "record/conversation.h"
#include "record/referral.h"
#include "record/summary.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace safelead::app {

class Clock;
class Packs;

/// Something folded, and how far its stream was when it was.
template <class Thing>
struct Folded {
    std::shared_ptr<const Thing> it;
    ledger::StreamPosition position = ledger::StreamPosition::start;
};

// What an id is the id of. Nobody calls them: the type of their answer is all that is asked.
record::Concern thing_of(const record::ConcernId& id);
record::Case thing_of(const record::CaseId& id);
record::Child thing_of(const record::ChildId& id);
record::Conversation thing_of(const record::ConversationId& id);
record::Referral thing_of(const record::ReferralId& id);
template <class AnyId>
using ThingOf = decltype(thing_of(std::declval<AnyId>()));

using FoldedConcern = Folded<record::Concern>;
using FoldedCase = Folded<record::Case>;
using FoldedChild = Folded<record::Child>;
using FoldedConversation = Folded<record::Conversation>;
using FoldedReferral = Folded<record::Referral>;

template <class AnyId>
struct Listed {
    std::vector<AnyId> ids;  ///< Those in the window.
    std::size_t in_all = 0;  ///< Of which there are so many.
    std::size_t unread = 0;  ///< Of all, where they can be.
};

struct CasesWithWords {
    std::vector<record::CaseId> ids;
    bool is_all = true;  ///< Otherwise there may be more.
};

struct HashOfReference {
    std::size_t operator()(const record::Reference& reference) const
    {
        return std::hash<std::string_view>{}(reference.text());
    }
};
using NumbersByReference = std::unordered_map<record::Reference, std::uint32_t, HashOfReference>;

/// What every workspace works with. All of it outlives them.
struct WorkspaceParts {
    const Packs& packs;
    const Clock& clock;
    Snapshots& snapshots;
    std::size_t most_bytes;  ///< For whole things, about.
};

class Workspace final : public Follower {
public:
    Workspace(ledger::Log& log, const WorkspaceParts& parts);

    // What is there, or nothing. Each is up to date with what this server has written and has seen of
    // others'. A stream that stops gives what came before; ask `is_stopped`.

    [[nodiscard]] std::optional<FoldedConcern> concern(const record::ConcernId& id);
    [[nodiscard]] std::optional<FoldedConcern> concern(const record::Reference& reference);
    [[nodiscard]] std::optional<FoldedCase> one_case(const record::CaseId& id);
    [[nodiscard]] std::optional<FoldedCase> one_case(const record::Reference& reference);
    [[nodiscard]] std::optional<FoldedChild> child(const record::ChildId& id);
    [[nodiscard]] std::optional<FoldedConversation> conversation(const record::ConversationId& id);
    [[nodiscard]] std::optional<FoldedConversation> conversation(const record::Reference& reference);
    [[nodiscard]] std::optional<FoldedReferral> referral(const record::ReferralId& id);
    [[nodiscard]] std::optional<FoldedReferral> referral(const record::Reference& reference);

    /// Reads those that are not in memory yet, all at once: for whoever is about to ask for each of them.
    template <class AnyId>
    void bring(const std::vector<AnyId>& ids);

    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> concerns_reported_by(
        const PersonId& person);
    [[nodiscard]] std::vector<std::shared_ptr<const record::Case>> cases_of(const record::ChildId& child);
    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> concerns_of(const record::Case& of);
    [[nodiscard]] std::vector<std::shared_ptr<const record::Concern>> concerns_about(
        const record::ChildId& child);

    /// Those that a concern about the child was made of.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Conversation>> conversations_about(
        const record::ChildId& child);

    /// Others that a concern in one of the child's cases was made of.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Conversation>> conversations_beside(
        const record::ChildId& child);

    [[nodiscard]] record::ChildStanding standing_of(const record::ChildId& child);
    [[nodiscard]] std::vector<ErasureKept> erasures();
    [[nodiscard]] std::vector<ErasedInCase> erased_in(const record::CaseId& of);

    /// How far a concern, case or child was folded, or the stream of erasures; `start` if it is not there.
    [[nodiscard]] ledger::StreamPosition seen_of(const ledger::StreamId& stream);

    /// Reads whatever is on disk now, also where nobody told of it, as of a change of keys; how far that is.
    [[nodiscard]] ledger::LogPosition read_to_the_end();

    /// Concerns that could go up to the next person: unread.
    [[nodiscard]] std::vector<record::ConcernSummary> unread_concerns();

    /// What access is asked about a case: it is about all that its concerns are about.
    [[nodiscard]] access::Subject subject_of(const record::Case& of);
    /// Likewise, as if nobody had it open by force: who reads it once the night is over.
    [[nodiscard]] access::Subject subject_for_good(const record::Case& of);

    /// A concern is read by whoever reads the case that it is in, as far as that is settled by name; a
    /// conversation likewise, when a concern was made of it.
    [[nodiscard]] access::Subject subject_of(const record::Concern& concern);
    [[nodiscard]] access::Subject subject_of(const record::Conversation& conversation);
    [[nodiscard]] access::Subject subject_of(const record::ConversationSummary& conversation);

    /// Cases that somebody has open by force.
    [[nodiscard]] std::vector<record::CaseSummary> cases_opened_by_force();

    /// What lists know of a conversation, without reading it.
    [[nodiscard]] std::optional<record::ConversationSummary> conversation_summary(
        const record::ConversationId& id);

    /// Every referral that this organisation sends or was sent, the newest first.
    [[nodiscard]] std::vector<record::ReferralSummary> referrals();

    /// The last step of one that this organisation has; nothing if it has none of that id.
    [[nodiscard]] std::optional<int> referral_number(const record::ReferralId& id);

    /// Those of one case of its own, the newest first.
    [[nodiscard]] std::vector<record::ReferralSummary> referrals_of(const record::CaseId& of);

    /// The case as access is asked about it, also where only its id is at hand; nothing if it is not there.
    [[nodiscard]] std::optional<access::Subject> subject_of_case(const record::CaseId& of);

    using MaySee = std::function<bool(const access::Subject&)>;

    /// Those whose words have no answer, whoever has waited longest first; then open ones, then ended ones,
    /// the newest first.
    [[nodiscard]] std::vector<record::ConversationSummary> conversations(const MaySee& may_see);

    /// In no case and not kept without one: the soonest first; among those as urgent as each other, whoever
    /// has waited longest.
    [[nodiscard]] Listed<record::ConcernId> open_concerns(const MaySee& may_see, Window window);

    /// Open cases, the soonest first; then closed ones, the newest first.
    [[nodiscard]] Listed<record::CaseId> cases(const MaySee& may_see, Instant now, Window window);

    /// Cases that are so, the newest first, by what is held of each: nothing is read for it.
    using IsWanted = std::function<bool(const record::CaseSummary&)>;
    [[nodiscard]] Listed<record::CaseId> cases_where(const MaySee& may_see, const IsWanted& is_wanted,
                                                     Window window);

    /// Open cases, whole, the newest first. One that stops is left out.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Case>> open_cases(const MaySee& may_see,
                                                                              Window window = whole_list);

    /// On the school's list, one of whose names begins so, for every word; in the order of names.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Child>> find_children(std::string_view typed,
                                                                                  std::size_t most);

    /// Any child with a record, by name likewise.
    [[nodiscard]] std::vector<std::shared_ptr<const record::Child>> children_by_name(std::string_view typed,
                                                                                     std::size_t most);

    /// Everybody on the school's list. Reads each: for imports.
    [[nodiscard]] std::vector<FoldedChild> children_on_list();

    /// Any child in a case, by name likewise: their cases, each once.
    [[nodiscard]] std::vector<record::CaseId> cases_by_name(std::string_view typed, std::size_t most);

    /// Those that may be seen and in which, or in whose concerns, every word of `typed` was written: the
    /// newest first, as many as are found in that time.
    [[nodiscard]] CasesWithWords cases_by_words(const MaySee& may_see, std::string_view typed,
                                                std::size_t most, std::chrono::milliseconds longest);

    /// Reads everything that was written, so that cases can be found by it. Slow the first time: for workers.
    void read_words();

    /// The same ahead of the first search, once for each start: nobody may ever search, and what was put out
    /// of memory since is read when somebody does. Nothing is read where the workspace is not in memory; left
    /// half done as soon as `is_over`, or when it is to be put out.
    void read_words_ahead(const std::function<bool()>& is_over);

    /// Reads every child's name, so that they can be found by it. Slow the first time: for workers.
    void read_names();

    /// How many entries were taken since the last snapshot; none while it is not up to date.
    [[nodiscard]] std::uint64_t entries_since_snapshot() const;

    /// Writes a snapshot where it is up to date and every stream opens. For workers.
    /// @throws Unavailable when it could not be kept.
    void save_snapshot();

    /// About what it takes of memory.
    [[nodiscard]] std::size_t bytes() const;

    /// Puts everything out of memory. Whoever asks next reads it again.
    void put_out();

private:
    using ConcernRows = SummaryTable<record::ConcernSummary>;
    using CaseRows = SummaryTable<record::CaseSummary>;
    using ChildRows = SummaryTable<record::ChildSummary>;
    using ConversationRows = SummaryTable<record::ConversationSummary>;
    using ReferralRows = SummaryTable<record::ReferralSummary>;

    /// The whole of something, read from its stream.
    template <class Thing>
    struct Read {
        using Type = Thing;
        std::optional<ThingCache::Kept> kept;  ///< Nothing where not even its first entry opens.
        bool is_stopped = false;
    };

    /// Nothing goes on while it is held. It may have been put out since somebody last looked, so it is read
    /// again until it is there.
    [[nodiscard]] std::shared_lock<std::shared_mutex> up_to_date();
    [[nodiscard]] std::shared_lock<std::shared_mutex> with_names();

    Step read_page() override;
    void on_taken() override;
    void take(const Entered& entered, Shown shown) override;

    template <class Thing, class Event>
    void take_event(const Entered& entered, const std::shared_ptr<const Event>& event);
    template <class Thing>
    [[nodiscard]] Read<Thing> read(const ledger::StreamId& stream) const;
    template <class Thing>
    [[nodiscard]] Read<Thing> folded(const ledger::StreamId& stream, const ledger::StreamRead& opened) const;
    template <class Thing>
    [[nodiscard]] std::optional<Folded<Thing>> whole(const ledger::StreamId& stream);
    void fold_again(const std::vector<ledger::StreamId>& streams);
    template <class Thing>
    void fold_again(const ledger::StreamId& stream, const ledger::StreamRead& opened);

    /// Reads all of them, some at a time, and gives each with its place among them.
    using TakeRead = std::function<void(std::size_t at, const ledger::StreamRead& read)>;
    void read_each(const std::vector<ledger::StreamId>& streams, const TakeRead& take) const;

    [[nodiscard]] ledger::StreamPosition position_of(const ledger::StreamId& stream) const;
    void put(const record::Concern& concern, ledger::StreamPosition position);
    void put(const record::Case& of, ledger::StreamPosition position);
    void put(const record::Child& child, ledger::StreamPosition position);
    void put(const record::Conversation& conversation, ledger::StreamPosition position);
    void put(const record::Referral& referral, ledger::StreamPosition position);
    void put(record::ConcernSummary summary, ledger::StreamPosition position);
    void put(record::CaseSummary summary, ledger::StreamPosition position);
    void put_who_reads(std::uint32_t number);
    void put(record::ChildSummary summary, ledger::StreamPosition position);
    void put(record::ConversationSummary summary, ledger::StreamPosition position);
    void put(record::ReferralSummary summary, ledger::StreamPosition position);

    using IsWantedReferral = std::function<bool(const record::ReferralSummary&)>;
    [[nodiscard]] std::vector<record::ReferralSummary> referrals_that(const IsWantedReferral& is_wanted);
    [[nodiscard]] std::uint32_t number_of(const access::Subject& subject);
    [[nodiscard]] access::Subject subject_among(const std::vector<record::ConcernId>& concerns,
                                                const record::WhoReads& who_reads,
                                                const std::optional<PersonId>& decided_by) const;
    [[nodiscard]] access::Subject subject_of_row(const record::ConcernSummary& concern) const;
    [[nodiscard]] access::Subject as_its_concern(access::Subject conversation,
                                                 const std::optional<record::ConcernId>& concern) const;
    [[nodiscard]] std::vector<bool> seen(const MaySee& may_see) const;
    [[nodiscard]] std::vector<record::CaseId> cases_of_one(const record::ChildId& child) const;

    using BecameConcern = std::function<bool(const record::ConcernSummary&)>;
    [[nodiscard]] std::vector<std::shared_ptr<const record::Conversation>> conversations_that(
        const BecameConcern& became);

    void add_missing_words();

    /// Whether all is read.
    bool read_words_until(const std::function<bool()>& is_over);
    struct WrittenIn {
        std::vector<std::string_view> texts;
        std::vector<std::shared_ptr<const void>> kept;  ///< What the texts are of.
    };
    /// In each of the cases and its concerns.
    [[nodiscard]] std::vector<WrittenIn> texts_in(std::span<const record::CaseSummary> cases) const;
    [[nodiscard]] std::vector<record::CaseSummary> summaries_of(std::span<const record::CaseId> ids);

    void take_erasure(const Entered& entered, const record::ErasureEvent& event);
    void keep_erasure(const record::ErasureEvent& event, Instant at, ledger::StreamPosition position);
    void read_erasures();
    void forget(const record::ChildErased& erased);
    void forget_keys(const record::ChildErased& erased) const;
    void forget(const record::ConcernId& id);
    void forget(const record::CaseId& id);
    void forget(const record::ConversationId& id);
    void forget_referrals_of(const record::CaseId& id, record::ErasedExtent extent);
    void forget_in_case(const record::CaseId& id, const record::ChildId& child);

    /// Those that are there, in that order.
    template <class AnyId>
    [[nodiscard]] std::vector<Folded<ThingOf<AnyId>>> all_folded(const std::vector<AnyId>& ids);
    template <class AnyId>
    [[nodiscard]] std::vector<std::shared_ptr<const ThingOf<AnyId>>> all_whole(const std::vector<AnyId>& ids);

    /// Up to where the log is in the snapshot; nothing, and nothing in memory, if there is none.
    [[nodiscard]] std::optional<ledger::LogPosition> begin_with_snapshot();
    void clear();

    const WorkspaceParts parts_;
    ThingCache whole_;
    std::mutex saving_;
    ledger::LogPosition snapshot_at_ = ledger::LogPosition::start;
    ErasureBook erasures_;
    std::atomic<std::uint64_t> forgotten_ = 0;  ///< Goes on whenever what was read before may not be kept.

    ConcernRows concerns_;
    CaseRows cases_;
    ChildRows children_;
    ConversationRows conversations_;
    ReferralRows referrals_;
    NumbersByReference referral_references_;
    NumbersByReference conversation_references_;
    NumbersByReference concern_references_;
    NumbersByReference case_references_;
    std::set<std::uint32_t> open_concerns_;
    std::set<std::uint32_t> unread_concerns_;
    std::map<PersonId, std::set<std::uint32_t>> reported_by_;
    std::unordered_multimap<std::size_t, std::uint32_t> cases_of_child_;  ///< By the hash of the child's id.

    // Most concerns and cases are about the same as far as access goes, so that it is asked once for many.
    std::vector<access::Subject> subjects_;
    std::map<std::string, std::uint32_t> subject_numbers_;
    std::vector<std::uint32_t> cases_without_subject_;
    std::map<record::ConcernId, std::uint32_t> cases_not_as_usual_;  ///< By their concerns.
    std::set<std::uint32_t> opened_by_force_;

    std::mutex reading_names_;
    std::unique_ptr<NameIndex> names_;
    std::mutex reading_words_;
    std::atomic<bool> words_were_read_ahead_ = false;
    std::atomic<int> putting_out_ = 0;
    std::unique_ptr<WordFilters> words_;
    std::set<record::CaseId> cases_without_words_;  ///< A concern of theirs was folded before they were.
};

}  // namespace safelead::app
