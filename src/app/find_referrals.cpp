#include "app/find_referrals.h"

#include "app/allow.h"
#include "app/one_look.h"
#include "app/parts.h"
#include "app/referral_parts.h"
#include "record/reference_typed.h"
#include "record/written.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace safelead::app {
namespace {

/// A search ends after this long, whatever is left to read.
constexpr std::chrono::milliseconds longest{900};

bool has_every_word(const record::Referral& referral, const std::vector<std::string>& typed)
{
    std::set<std::string> there;
    for (const auto text : record::written_in(referral))
        for (auto& word : record::words_of_text(text)) there.insert(std::move(word));
    return std::ranges::all_of(typed, [&](const std::string& word) {
        const auto first = there.lower_bound(word);
        return first != there.end() && first->starts_with(word);
    });
}

constexpr std::size_t referrals_at_once = 25;

class Finding {
public:
    Finding(Parts& parts, Workspace& workspace, const Actor& actor)
        : parts_{parts}, workspace_{workspace}, actor_{actor}
    {
        for (auto& one : workspace.referrals()) {
            if (one.to != actor.organisation || one.number == 0) continue;
            if (!is_allowed(actor, access::Action::read_referral, subject_of(actor.organisation, one)))
                continue;
            theirs_.push_back(std::move(one));
        }
    }

    ReferralsFound found(std::string_view typed) &&
    {
        const auto words = record::words_of_text(typed);
        if (words.empty()) return std::move(found_);
        by_reference(typed);
        if (found_.lines.empty()) by_words(words);
        return std::move(found_);
    }

private:
    void by_reference(std::string_view typed)
    {
        const auto reference = record::reference_typed(typed);
        for (const auto& one : theirs_)
            if (one.reference == reference) add(one);
    }

    void by_words(const std::vector<std::string>& words)
    {
        const auto end = std::chrono::steady_clock::now() + longest;
        for (std::size_t at = 0; at < theirs_.size(); ++at) {
            if (found_.lines.size() >= most_referrals_found || std::chrono::steady_clock::now() > end) {
                found_.is_all = false;
                return;
            }
            if (at % referrals_at_once == 0) bring_from(at);
            const auto whole = workspace_.referral(theirs_[at].id);
            if (whole && has_every_word(*whole->it, words)) add(theirs_[at]);
        }
    }

    void bring_from(std::size_t first)
    {
        std::vector<record::ReferralId> some;
        for (std::size_t at = first; at < std::min(theirs_.size(), first + referrals_at_once); ++at)
            some.push_back(theirs_[at].id);
        workspace_.bring(some);
    }

    void add(const record::ReferralSummary& one)
    {
        found_.lines.push_back(line_of(parts_, one, record::Side::receiver));
    }

    Parts& parts_;
    Workspace& workspace_;
    const Actor& actor_;
    std::vector<record::ReferralSummary> theirs_;
    ReferralsFound found_;
};

}  // namespace

Later<Outcome<ReferralsFound>> find_referrals(Safelead& safelead, const Actor& actor, std::string typed)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::see_referrals); !allowed)
        return Outcome<ReferralsFound>{fail(std::move(allowed).error())};
    auto* workspace = parts.workspace_as_it_is(actor.organisation);
    if (workspace == nullptr) return Outcome<ReferralsFound>{fail(NotThere{})};
    auto later =
        parts.readers.run([&parts, workspace, actor, typed = std::move(typed)]() -> Outcome<ReferralsFound> {
            const OneLook look;
            return Finding{parts, *workspace, actor}.found(typed);
        });
    if (!later) return Outcome<ReferralsFound>{fail(Crowded{})};
    return *std::move(later);
}

}  // namespace safelead::app
