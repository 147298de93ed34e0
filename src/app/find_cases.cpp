#include "app/find_cases.h"

#include "app/allow.h"
#include "app/naming.h"
#include "app/parts.h"
#include "record/written.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// A search for a word ends after this long, whatever is left to read.
constexpr std::chrono::milliseconds longest{900};

/// Some of them may not be theirs to read.
constexpr std::size_t most_cases_by_name = 4 * most_cases_found;

std::string as_reference(std::string_view typed)
{
    std::string reference;
    for (const char c : typed)
        if (c != ' ') reference += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return reference;
}

class Finding {
public:
    Finding(Parts& parts, Workspace& workspace, const Actor& actor)
        : workspace_{workspace}, actor_{actor}, naming_{parts, workspace}
    {
    }

    CasesFound found(const std::string& typed) &&
    {
        // The surest first: who knows the reference or the name need not wait for everything to be searched.
        by_reference(typed);
        if (found_.cases.empty()) by_name(typed);
        if (found_.cases.empty()) by_words(typed);
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
        if (const auto of = workspace_.one_case(record::Reference{as_reference(typed)})) add(of->it->id);
    }

    void by_name(std::string_view typed)
    {
        for (const auto& id : workspace_.cases_by_name(typed, most_cases_by_name)) add(id);
    }

    void by_words(std::string_view typed)
    {
        const auto may_see = [this](const access::Subject& subject) { return may_read(subject); };
        const auto with_words = workspace_.cases_by_words(may_see, typed, most_cases_found + 1, longest);
        for (const auto& id : with_words.ids) add(id);
        found_.is_all = found_.is_all && with_words.is_all;
    }

    [[nodiscard]] bool is_full() const { return found_.cases.size() >= most_cases_found; }

    void add(const record::CaseId& id)
    {
        const auto is_it = [&](const ListedCase& one) { return one.it->id == id; };
        if (std::ranges::any_of(found_.cases, is_it)) return;
        const auto of = workspace_.one_case(id);
        if (!of || workspace_.is_stopped(stream_of(id)) || !may_read(workspace_.subject_of(*of->it))) return;
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
    Naming naming_;
    CasesFound found_;
};

}  // namespace

Later<Outcome<CasesFound>> find_cases(Safelead& safelead, const Actor& actor, std::string typed)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::see_inbox); !allowed)
        return Outcome<CasesFound>{fail(std::move(allowed).error())};
    auto* workspace = parts.workspace_as_it_is(actor.organisation);
    if (workspace == nullptr) return Outcome<CasesFound>{fail(NotThere{})};
    if (record::words_of_text(typed).empty()) return Outcome<CasesFound>{CasesFound{}};
    auto later =
        parts.readers.run([&parts, workspace, actor, typed = std::move(typed)]() -> Outcome<CasesFound> {
            return Finding{parts, *workspace, actor}.found(typed);
        });
    if (!later) return Outcome<CasesFound>{fail(Crowded{})};
    return *std::move(later);
}

}  // namespace safelead::app
