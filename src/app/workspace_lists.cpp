// Lists of a workspace: sorted by summaries, a window of them given.

#include "app/allow.h"
#include "app/workspace.h"

#include <algorithm>
#include <tuple>

namespace safelead::app {
namespace {

/// The window of `rows`, in their order; what is before and after it is not sorted.
template <class Row, class IdOf>
auto window_of(std::vector<Row> rows, Window window, const IdOf& id_of)
{
    Listed<std::decay_t<decltype(id_of(rows.front()))>> listed;
    listed.in_all = rows.size();
    const auto first = std::min(window.first, rows.size());
    const auto last = std::min(window.first + window.most, rows.size());
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(first);
    std::ranges::nth_element(rows, from);
    std::ranges::partial_sort(from, rows.begin() + static_cast<std::ptrdiff_t>(last), rows.end());
    for (auto at = first; at < last; ++at) listed.ids.push_back(id_of(rows[at]));
    return listed;
}

std::string key_of(const access::Subject& subject)
{
    std::string key{static_cast<char>(subject.routed)};
    const auto add = [&key](const PersonId& person) { key.append(person.text()).push_back('\0'); };
    for (const auto& person : subject.involved) add(person);
    key.push_back('\1');
    for (const auto& person : subject.passed_up_to) add(person);
    key.push_back('\1');
    if (subject.reporter) add(*subject.reporter);
    key.push_back('\1');
    if (subject.decided_by) add(*subject.decided_by);
    key.push_back(subject.only_for ? '\2' : '\1');
    for (const auto& person : subject.only_for.value_or(std::vector<PersonId>{})) add(person);
    return key;
}

/// Whoever is kept out of one report of a matter is kept out of the matter.
void keep_out_by(access::Subject& subject, const access::Subject& report)
{
    subject.routed = std::max(subject.routed, report.routed);
    std::ranges::copy(report.involved, std::back_inserter(subject.involved));
}

void keep_to(access::Subject& subject, const record::WhoReads& who_reads)
{
    std::ranges::copy(who_reads.kept_out, std::back_inserter(subject.involved));
    if (!who_reads.locked_to.empty()) subject.only_for = who_reads.locked_to;
    for (const auto& opening : who_reads.openings) {
        subject.passed_up_to.push_back(opening.by);
        if (subject.only_for) subject.only_for->push_back(opening.by);
    }
}

std::optional<PersonId> who_decided(const record::Case& of)
{
    const auto* decision = of.decision();
    return decision != nullptr ? std::optional{decision->made.by} : std::nullopt;
}

}  // namespace

std::uint32_t Workspace::number_of(const access::Subject& subject)
{
    const auto [found, is_new] =
        subject_numbers_.try_emplace(key_of(subject), static_cast<std::uint32_t>(subjects_.size()));
    if (is_new) subjects_.push_back(subject);
    return found->second;
}

access::Subject Workspace::subject_among(const std::vector<record::ConcernId>& concerns,
                                         const record::WhoReads& who_reads,
                                         const std::optional<PersonId>& decided_by) const
{
    auto subject = access::of_organisation(log().organisation());
    for (const auto& id : concerns) {
        const auto* row = concerns_.find(id);
        if (row == nullptr) continue;
        const auto about = app::subject_of(log().organisation(), row->summary);
        keep_out_by(subject, about);
        std::ranges::copy(about.passed_up_to, std::back_inserter(subject.passed_up_to));
    }
    subject.decided_by = decided_by;
    keep_to(subject, who_reads);
    return subject;
}

access::Subject Workspace::subject_of_row(const record::ConcernSummary& concern) const
{
    auto subject = app::subject_of(log().organisation(), concern);
    const auto found = cases_not_as_usual_.find(concern.id);
    if (found == cases_not_as_usual_.end()) return subject;
    const auto& of = cases_[found->second].summary;
    // Whoever another report keeps out of the case would learn of it from this one.
    for (const auto& other : of.concerns) {
        const auto* row = other == concern.id ? nullptr : concerns_.find(other);
        if (row != nullptr) keep_out_by(subject, app::subject_of(log().organisation(), row->summary));
    }
    keep_to(subject, of.who_reads);
    return subject;
}

access::Subject Workspace::as_its_concern(access::Subject conversation,
                                          const std::optional<record::ConcernId>& concern) const
{
    const auto* row = concern ? concerns_.find(*concern) : nullptr;
    if (row == nullptr) return conversation;
    const auto& about = subjects_[row->subject];
    conversation.involved = about.involved;
    conversation.only_for = about.only_for;
    return conversation;
}

access::Subject Workspace::subject_of(const record::Concern& concern)
{
    const auto lock = up_to_date();
    const auto* row = concerns_.find(concern.reported.concern);
    return row == nullptr ? app::subject_of(log().organisation(), concern) : subject_of_row(row->summary);
}

access::Subject Workspace::subject_of(const record::Conversation& conversation)
{
    const auto lock = up_to_date();
    return as_its_concern(app::subject_of(log().organisation(), conversation), conversation.concern);
}

access::Subject Workspace::subject_of(const record::ConversationSummary& conversation)
{
    const auto lock = up_to_date();
    return as_its_concern(app::subject_of(log().organisation(), conversation), conversation.concern);
}

std::vector<record::CaseSummary> Workspace::cases_opened_by_force()
{
    const auto lock = up_to_date();
    std::vector<record::CaseSummary> opened;
    for (const auto number : opened_by_force_)
        if (cases_[number].is_there()) opened.push_back(cases_[number].summary);
    return opened;
}

access::Subject Workspace::subject_of(const record::Case& of)
{
    const auto lock = up_to_date();
    return subject_among(of.concerns, of.who_reads, who_decided(of));
}

access::Subject Workspace::subject_for_good(const record::Case& of)
{
    auto who_reads = of.who_reads;
    who_reads.openings.clear();
    const auto lock = up_to_date();
    return subject_among(of.concerns, who_reads, who_decided(of));
}

std::vector<bool> Workspace::seen(const MaySee& may_see) const
{
    std::vector<bool> seen;
    seen.reserve(subjects_.size());
    for (const auto& subject : subjects_) seen.push_back(may_see(subject));
    return seen;
}

std::vector<record::ConcernSummary> Workspace::unread_concerns()
{
    const auto lock = up_to_date();
    std::vector<record::ConcernSummary> unread;
    for (const auto number : unread_concerns_) unread.push_back(concerns_[number].summary);
    return unread;
}

Listed<record::ConcernId> Workspace::open_concerns(const MaySee& may_see, Window window)
{
    const auto lock = up_to_date();
    const auto is_seen = seen(may_see);
    std::size_t unread = 0;
    std::vector<std::tuple<int, Instant, std::uint32_t>> open;
    for (const auto number : open_concerns_) {
        const auto& [concern, position, subject] = concerns_[number];
        if (!is_seen[subject] || stopped_.contains(stream_of(concern.id))) continue;
        if (concern.is_unread) ++unread;
        open.emplace_back(-concern.urgency, concern.reported_at, number);
    }
    auto listed = window_of(std::move(open), window,
                            [this](const auto& row) { return concerns_[std::get<2>(row)].summary.id; });
    listed.unread = unread;
    return listed;
}

std::optional<record::ConversationSummary> Workspace::conversation_summary(const record::ConversationId& id)
{
    const auto lock = up_to_date();
    const auto* row = conversations_.find(id);
    if (row == nullptr) return std::nullopt;
    return row->summary;
}

std::vector<record::ConversationSummary> Workspace::conversations(const MaySee& may_see)
{
    const auto lock = up_to_date();
    std::vector<record::ConversationSummary> listed;
    for (const auto& row : conversations_) {
        if (!row.is_there()) continue;
        const auto subject =
            as_its_concern(app::subject_of(log().organisation(), row.summary), row.summary.concern);
        if (!may_see(subject) || stopped_.contains(stream_of(row.summary.id))) continue;
        listed.push_back(row.summary);
    }
    std::ranges::sort(listed, {}, [](const record::ConversationSummary& one) {
        const auto since = one.waits_since.value_or(one.newest_at).time_since_epoch().count();
        const int turn = one.waits_since ? 0 : one.state == record::ConversationState::open ? 1 : 2;
        return std::tuple{turn, turn == 0 ? since : -since, one.reference};
    });
    return listed;
}

std::vector<record::ReferralSummary> Workspace::referrals_that(const IsWantedReferral& is_wanted)
{
    const auto lock = up_to_date();
    std::vector<record::ReferralSummary> listed;
    for (const auto& row : referrals_)
        if (row.is_there() && is_wanted(row.summary) && !stopped_.contains(stream_of(row.summary.id)))
            listed.push_back(row.summary);
    std::ranges::sort(listed, {}, [](const record::ReferralSummary& one) {
        return std::tuple{-one.begun_at.time_since_epoch().count(), one.reference};
    });
    return listed;
}

std::optional<int> Workspace::referral_number(const record::ReferralId& id)
{
    const auto lock = up_to_date();
    const auto* row = referrals_.find(id);
    if (row == nullptr) return std::nullopt;
    return row->summary.number;
}

std::vector<record::ReferralSummary> Workspace::referrals_of(const record::CaseId& of)
{
    return referrals_that([&of](const record::ReferralSummary& one) { return one.of == of; });
}

std::vector<record::ReferralSummary> Workspace::referrals()
{
    return referrals_that([](const record::ReferralSummary&) { return true; });
}

std::optional<access::Subject> Workspace::subject_of_case(const record::CaseId& of)
{
    const auto lock = up_to_date();
    const auto* row = cases_.find(of);
    if (row == nullptr) return std::nullopt;
    return subjects_[row->subject];
}

Listed<record::CaseId> Workspace::cases(const MaySee& may_see, Instant now, Window window)
{
    const auto lock = up_to_date();
    const auto is_seen = seen(may_see);
    std::vector<std::tuple<int, Instant::duration, std::uint32_t>> rows;
    rows.reserve(cases_.size());
    std::uint32_t number = 0;
    for (const auto& row : cases_) {
        const auto& of = row.summary;
        const auto since = of.opened_at.time_since_epoch();
        if (!row.is_there() || !is_seen[row.subject] ||
            (!stopped_.empty() && stopped_.contains(stream_of(of.id)))) {
            // Not theirs to see, or nobody's.
        } else if (of.state == record::CaseState::open) {
            rows.emplace_back(-of.urgency_at(now), since, number);
        } else {
            rows.emplace_back(1, -since, number);
        }
        ++number;
    }
    return window_of(std::move(rows), window,
                     [this](const auto& row) { return cases_[std::get<2>(row)].summary.id; });
}

Listed<record::CaseId> Workspace::cases_where(const MaySee& may_see, const IsWanted& is_wanted, Window window)
{
    const auto lock = up_to_date();
    const auto is_seen = seen(may_see);
    std::vector<std::pair<Instant::duration, std::uint32_t>> rows;
    std::uint32_t number = 0;
    for (const auto& row : cases_) {
        const auto& of = row.summary;
        if (row.is_there() && is_wanted(of) && is_seen[row.subject] &&
            (stopped_.empty() || !stopped_.contains(stream_of(of.id))))
            rows.emplace_back(-of.opened_at.time_since_epoch(), number);
        ++number;
    }
    return window_of(std::move(rows), window,
                     [this](const auto& row) { return cases_[row.second].summary.id; });
}

std::vector<std::shared_ptr<const record::Case>> Workspace::open_cases(const MaySee& may_see, Window window)
{
    const auto is_open = [](const record::CaseSummary& of) { return of.state == record::CaseState::open; };
    auto open = all_whole(cases_where(may_see, is_open, window).ids);
    std::erase_if(open, [this](const auto& of) { return is_stopped(stream_of(of->id)); });
    return open;
}

}  // namespace safelead::app
