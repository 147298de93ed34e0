// Finding cases by what was written in them.

#include "app/stream_kinds.h"
#include "app/workspace.h"
#include "record/written.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::size_t cases_at_once = 16;

bool has_every_word(const std::vector<std::string_view>& texts, const std::vector<std::string>& words)
{
    std::set<std::string> there;
    for (const auto text : texts)
        for (auto& word : record::words_of_text(text)) there.insert(std::move(word));
    return std::ranges::all_of(words, [&](const std::string& word) { return there.contains(word); });
}

}  // namespace

std::vector<Workspace::WrittenIn> Workspace::texts_in(std::span<const record::CaseSummary> cases) const
{
    std::vector<ledger::StreamId> streams;
    std::vector<std::size_t> of;
    for (std::size_t at = 0; at < cases.size(); ++at) {
        streams.push_back(stream_of(cases[at].id));
        for (const auto& concern : cases[at].concerns) streams.push_back(stream_of(concern));
        of.resize(streams.size(), at);
    }
    std::vector<WrittenIn> written(cases.size());
    const auto add = [](WrittenIn& to, const auto& read) {
        if (!read.kept) return;
        using Thing = typename std::remove_cvref_t<decltype(read)>::Type;
        const auto texts = record::written_in(*static_cast<const Thing*>(read.kept->it.get()));
        to.texts.insert(to.texts.end(), texts.begin(), texts.end());
        to.kept.push_back(read.kept->it);
    };
    read_each(streams, [&](std::size_t at, const ledger::StreamRead& opened) {
        auto& to = written[of[at]];
        if (is_case(streams[at]))
            add(to, folded<record::Case>(streams[at], opened));
        else
            add(to, folded<record::Concern>(streams[at], opened));
    });
    return written;
}

void Workspace::read_words()
{
    (void)read_words_until([] { return false; });
}

void Workspace::read_words_ahead(const std::function<bool()>& is_over)
{
    if (words_were_read_ahead_ || is_over()) return;
    {
        const std::shared_lock lock{mutex_};
        if (!is_following()) return;
    }
    if (read_words_until([&] { return putting_out_ > 0 || is_over(); })) words_were_read_ahead_ = true;
}

/// Streams are folded in the order in which they were begun, so a concern may come before the case that took
/// it in. Only where the log is read anyway: the committer waits for nothing that is read.
void Workspace::add_missing_words()
{
    const auto is_there = [this](const record::CaseId& id) { return cases_.number_of(id).has_value(); };
    if (is_following() && std::ranges::any_of(cases_without_words_, is_there)) return fall_behind();
    if (words_)
        for (const auto& id : cases_without_words_)
            if (const auto number = cases_.number_of(id))
                words_->add(*number, texts_in({&cases_[*number].summary, 1}).front().texts);
    cases_without_words_.clear();
}

bool Workspace::read_words_until(const std::function<bool()>& is_over)
{
    const std::lock_guard reading{reading_words_};
    std::vector<record::CaseSummary> known;
    std::vector<ledger::StreamPosition> positions;
    std::vector<ledger::StreamPosition> concern_positions;
    std::uint64_t forgotten = 0;
    {
        const auto lock = up_to_date();
        if (words_) return true;
        forgotten = forgotten_;
        for (const auto& row : cases_) {
            known.push_back(row.summary);
            positions.push_back(row.position);
        }
        for (const auto& row : concerns_) concern_positions.push_back(row.position);
    }
    auto words = std::make_unique<WordFilters>();
    for (std::size_t from = 0; from < known.size(); from += cases_at_once) {
        if (is_over()) return false;
        const std::span some{known.data() + from, std::min(cases_at_once, known.size() - from)};
        auto number = static_cast<std::uint32_t>(from);
        for (const auto& written : texts_in(some)) words->add(number++, written.texts);
    }

    const std::unique_lock lock{mutex_};
    if (forgotten_ != forgotten) return false;  // Whoever looks reads them again, without what was erased.
    const auto is_as_read = [](const auto& rows, std::uint32_t number, const auto& positions_read) {
        return number < positions_read.size() && rows[number].position == positions_read[number];
    };
    // "I'm still worried" moves a concern, and not the case that it is in.
    const auto has_moved = [&](const record::ConcernId& id) {
        const auto number = concerns_.number_of(id);
        return number && !is_as_read(concerns_, *number, concern_positions);
    };
    for (std::uint32_t number = 0; number < cases_.size(); ++number)
        if (!is_as_read(cases_, number, positions) ||
            std::ranges::any_of(cases_[number].summary.concerns, has_moved))
            words->add(number, texts_in({&cases_[number].summary, 1}).front().texts);
    words_ = std::move(words);
    return true;
}

std::vector<record::CaseSummary> Workspace::summaries_of(std::span<const record::CaseId> ids)
{
    const auto lock = up_to_date();
    std::vector<record::CaseSummary> summaries;
    for (const auto& id : ids)
        if (const auto* row = cases_.find(id)) summaries.push_back(row->summary);
    return summaries;
}

CasesWithWords Workspace::cases_by_words(const MaySee& may_see, std::string_view typed, std::size_t most,
                                         std::chrono::milliseconds longest)
{
    const auto words = record::words_of_text(typed);
    if (words.empty()) return {};
    std::vector<record::CaseId> may_have;
    while (true) {
        read_words();
        const auto lock = up_to_date();
        if (!words_) continue;
        const auto is_seen = seen(may_see);
        for (const auto number : words_->may_have(words, cases_.size()))
            if (cases_[number].is_there() && is_seen[cases_[number].subject])
                may_have.push_back(cases_[number].summary.id);
        break;
    }
    CasesWithWords found;
    const auto until = std::chrono::steady_clock::now() + longest;
    const std::span<const record::CaseId> all{may_have};
    for (std::size_t from = 0; from < all.size(); from += cases_at_once) {
        if (std::chrono::steady_clock::now() > until) {
            found.is_all = false;
            return found;
        }
        const auto some = summaries_of(all.subspan(from, std::min(cases_at_once, all.size() - from)));
        const auto written = texts_in(some);
        for (std::size_t at = 0; at < some.size(); ++at) {
            if (!has_every_word(written[at].texts, words)) continue;
            if (found.ids.size() == most) {
                found.is_all = false;
                return found;
            }
            found.ids.push_back(some[at].id);
        }
    }
    return found;
}

}  // namespace safelead::app
