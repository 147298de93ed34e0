// Finding cases by what was written in them.

#include "app/workspace.h"
#include "record/written.h"

#include <algorithm>

namespace safelead::app {
namespace {

bool has_every_word(const std::vector<std::string_view>& texts, const std::vector<std::string>& words)
{
    std::set<std::string> there;
    for (const auto text : texts)
        for (auto& word : record::words_of_text(text)) there.insert(std::move(word));
    return std::ranges::all_of(words, [&](const std::string& word) { return there.contains(word); });
}

}  // namespace

void Workspace::add_words(WordFilters& filters, std::uint32_t number, const record::CaseSummary& of) const
{
    const auto add = [&](const auto& thing) { filters.add(number, record::written_in(thing)); };
    if (const auto whole = read<record::Case>(stream_of(of.id)); whole.kept)
        add(*static_cast<const record::Case*>(whole.kept->it.get()));
    for (const auto& concern : of.concerns)
        if (const auto whole = read<record::Concern>(stream_of(concern)); whole.kept)
            add(*static_cast<const record::Concern*>(whole.kept->it.get()));
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

bool Workspace::read_words_until(const std::function<bool()>& is_over)
{
    const std::lock_guard reading{reading_words_};
    std::vector<std::pair<record::CaseSummary, ledger::StreamPosition>> known;
    std::uint64_t forgotten = 0;
    {
        const auto lock = up_to_date();
        if (words_) return true;
        forgotten = forgotten_;
        for (const auto& row : cases_) known.emplace_back(row.summary, row.position);
    }
    auto words = std::make_unique<WordFilters>();
    for (std::uint32_t number = 0; number < known.size(); ++number) {
        if (is_over()) return false;
        add_words(*words, number, known[number].first);
    }

    const std::unique_lock lock{mutex_};
    if (forgotten_ != forgotten) return false;  // Whoever looks reads them again, without what was erased.
    for (std::uint32_t number = 0; number < cases_.size(); ++number)
        if (number >= known.size() || cases_[number].position != known[number].second)
            add_words(*words, number, cases_[number].summary);
    words_ = std::move(words);
    return true;
}

bool Workspace::has_words(const record::CaseId& id, const std::vector<std::string>& words) const
{
    const auto of = read<record::Case>(stream_of(id));
    if (!of.kept) return false;
    const auto& whole = *static_cast<const record::Case*>(of.kept->it.get());
    auto texts = record::written_in(whole);
    std::vector<std::shared_ptr<const void>> kept;  // What the texts are of.
    for (const auto& concern : whole.concerns) {
        const auto about = read<record::Concern>(stream_of(concern));
        if (!about.kept) continue;
        kept.push_back(about.kept->it);
        for (const auto text : record::written_in(*static_cast<const record::Concern*>(about.kept->it.get())))
            texts.push_back(text);
    }
    return has_every_word(texts, words);
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
    for (const auto& id : may_have) {
        if (found.ids.size() == most || std::chrono::steady_clock::now() > until) {
            found.is_all = false;
            break;
        }
        if (has_words(id, words)) found.ids.push_back(id);
    }
    return found;
}

}  // namespace safelead::app
