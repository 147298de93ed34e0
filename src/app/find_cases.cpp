#include "app/find_cases.h"

#include "app/allow.h"
#include "app/batches.h"
#include "app/naming.h"
#include "app/one_look.h"
#include "app/parts.h"
#include "record/reference_typed.h"
#include "record/written.h"

#include <algorithm>
#include <cstddef>

namespace safelead::app {
namespace {

/// A search for a word ends after this long, whatever is left to read.
constexpr std::chrono::milliseconds longest{900};

/// Some of them may not be theirs to read.
constexpr std::size_t most_cases_by_name = 4 * most_cases_found;

class Finding {
public:
    Finding(Parts& parts, Workspace& workspace, const Actor& actor, const CasesAsked& asked)
        : workspace_{workspace},
          actor_{actor},
          asked_{asked},
          zone_{parts.zone},
          now_{parts.now()},
          naming_{parts, workspace}
    {
    }

    CasesFound found() &&
    {
        const auto& typed = asked_.typed;
        if (record::words_of_text(typed).empty()) {
            by_status();
        } else {
            // The surest first: who knows the reference or the name need not wait for everything to be
            // searched.
            by_reference(typed);
            if (found_.cases.empty()) by_name(typed);
            if (found_.cases.empty()) by_words(typed);
        }
        found_.names = std::move(naming_).names();
        return std::move(found_);
    }

private:
    [[nodiscard]] bool may_read(const access::Subject& subject) const
    {
        return is_allowed(actor_, access::Action::read_case, subject);
    }

    void by_reference(std::string_view typed)
    {
        if (const auto of = workspace_.one_case(record::reference_typed(typed))) add(of->it->id);
    }

    void by_name(std::string_view typed) { add_all(workspace_.cases_by_name(typed, most_cases_by_name)); }

    void by_words(std::string_view typed)
    {
        const auto may_see = [this](const access::Subject& subject) { return may_read(subject); };
        const auto with_words = workspace_.cases_by_words(may_see, typed, most_cases_found + 1, longest);
        add_all(with_words.ids);
        found_.is_all = found_.is_all && with_words.is_all;
    }

    /// What is held of every case says it, but for a sign-off.
    void by_status()
    {
        const auto may_see = [this](const access::Subject& subject) { return may_read(subject); };
        const auto is_wanted = [this](const record::CaseSummary& of) { return may_be_wanted(of); };
        const auto window =
            asked_.status == CaseStatus::sign_off ? whole_list : Window{0, most_cases_found + 1};
        add_all(workspace_.cases_where(may_see, is_wanted, window).ids);
    }

    [[nodiscard]] bool may_be_wanted(const record::CaseSummary& of) const
    {
        const auto day = zone_.local(of.opened_at).wall.date;
        if ((asked_.from && day < *asked_.from) || (asked_.until && day > *asked_.until)) return false;
        const bool is_open = of.state == record::CaseState::open;
        switch (asked_.status) {
            case CaseStatus::any:
                return true;
            case CaseStatus::open:
                return is_open;
            case CaseStatus::closed:
                return !is_open;
            case CaseStatus::undecided:
                return is_open && !of.decided_by;
            case CaseStatus::sign_off:
                return is_open && of.decided_by;
            case CaseStatus::overdue_task:
                return is_open && of.first_due && *of.first_due < now_;
        }
        return false;
    }

    [[nodiscard]] bool is_wanted(const record::Case& of) const
    {
        const auto* decision = of.decision();
        const bool waits = decision != nullptr && decision->sign_off == record::SignOff::awaited;
        if (asked_.status == CaseStatus::sign_off && !waits) return false;
        return may_be_wanted(record::summary_of(of, nullptr));
    }

    [[nodiscard]] bool is_full() const { return found_.cases.size() >= most_cases_found; }

    /// Until it is known that there are more.
    void add_all(const std::vector<record::CaseId>& ids)
    {
        for (const auto& some : batches_of(ids)) {
            if (!found_.is_all) return;
            workspace_.bring(some);
            for (const auto& id : some) add(id);
        }
    }

    void add(const record::CaseId& id)
    {
        const auto is_it = [&](const ListedCase& one) { return one.it->id == id; };
        if (std::ranges::any_of(found_.cases, is_it)) return;
        const auto of = workspace_.one_case(id);
        if (!of || workspace_.is_stopped(stream_of(id)) || !may_read(workspace_.subject_of(*of->it))) return;
        if (!is_wanted(*of->it)) return;
        if (is_full()) {
            found_.is_all = false;
            return;
        }
        const auto* decision = of->it->decision();
        naming_.add(*of->it);
        found_.cases.push_back(
            {of->it, decision != nullptr && decision->sign_off == record::SignOff::awaited});
    }

    Workspace& workspace_;
    const Actor& actor_;
    const CasesAsked& asked_;
    const directory::Zone& zone_;
    const Instant now_;
    Naming naming_;
    CasesFound found_;
};

}  // namespace

Later<Outcome<CasesFound>> find_cases(Safelead& safelead, const Actor& actor, CasesAsked asked)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::see_inbox); !allowed)
        return Outcome<CasesFound>{fail(std::move(allowed).error())};
    auto* workspace = parts.workspace_as_it_is(actor.organisation);
    if (workspace == nullptr) return Outcome<CasesFound>{fail(NotThere{})};
    const bool asks_nothing = record::words_of_text(asked.typed).empty() && asked.status == CaseStatus::any &&
                              !asked.from && !asked.until;
    if (asks_nothing) return Outcome<CasesFound>{CasesFound{}};
    auto later =
        parts.readers.run([&parts, workspace, actor, asked = std::move(asked)]() -> Outcome<CasesFound> {
            const OneLook look;
            return Finding{parts, *workspace, actor, asked}.found();
        });
    if (!later) return Outcome<CasesFound>{fail(Crowded{})};
    return *std::move(later);
}

}  // namespace safelead::app
