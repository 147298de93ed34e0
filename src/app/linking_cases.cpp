#include "app/linking_cases.h"

#include "app/allow.h"
#include "base/text.h"
#include "record/linked_cases.h"

#include <algorithm>

namespace safelead::app {
namespace {

bool is_seen_by_the_same(const access::Subject& one, const access::Subject& other)
{
    const auto sorted = [](std::vector<PersonId> people) {
        std::ranges::sort(people);
        people.erase(std::ranges::unique(people).begin(), people.end());
        return people;
    };
    const auto locked = [&](const access::Subject& subject) {
        return subject.only_for ? std::optional{sorted(*subject.only_for)} : std::nullopt;
    };
    return one.routed == other.routed && sorted(one.involved) == sorted(other.involved) &&
           locked(one) == locked(other);
}

const record::CasesLinked* linking(const record::CaseCommand& change)
{
    const auto* keep = std::get_if<record::KeepRecord>(&change);
    return keep == nullptr ? nullptr : std::get_if<record::CasesLinked>(&keep->record);
}

Outcome<Done> refuse_link(record::CaseRefused why)
{
    return fail(record::CaseRefusal{why, {"other"}});
}

}  // namespace

void tidy_reference(record::CaseCommand& change)
{
    auto* keep = std::get_if<record::KeepRecord>(&change);
    if (keep == nullptr) return;
    const auto tidy = [](std::string& reference) {
        std::string out{trim(reference)};
        for (auto& letter : out)
            if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
        reference = std::move(out);
    };
    if (auto* linked = std::get_if<record::CasesLinked>(&keep->record)) tidy(linked->other);
    if (auto* unlinked = std::get_if<record::CasesUnlinked>(&keep->record)) tidy(unlinked->other);
}

Outcome<Done> may_link(Workspace& workspace, const Actor& actor, const record::Reference& reference,
                       const record::CaseCommand& change)
{
    const auto* linked = linking(change);
    if (linked == nullptr) return Done{};
    const auto other =
        find_case(workspace, actor, record::Reference{linked->other}, access::Action::change_case);
    if (!other) return refuse_link(record::CaseRefused::no_such_case);
    const auto own = SL_TRY(find_case(workspace, actor, reference, access::Action::change_case));
    if (!is_seen_by_the_same(subject_of(workspace, *own.it), subject_of(workspace, *other->it)))
        return refuse_link(record::CaseRefused::not_same_readers);
    return Done{};
}

Outcome<Done> write_other_side(Writing& writing, const ChangingCase& changing, const record::KeepRecord& keep)
{
    const auto write = [&](const std::string& reference, auto event, bool is_linked_then) -> Outcome<Done> {
        const auto other = changing.workspace().one_case(record::Reference{reference});
        event.other = std::string{changing.reference().text()};
        // Its own side may have been said there already; a case that was erased says nothing.
        if (!other || (record::link_to(*other->it, event.other) != nullptr) == is_linked_then) return Done{};
        const auto stream = stream_of(other->it->id);
        if (changing.workspace().is_stopped(stream)) return fail(RecordStopped{});
        writing.expect(stream, other->position);
        writing.add(stream, ledger::shared_part(), record::CaseEvent{event});
        return Done{};
    };
    if (const auto* linked = std::get_if<record::CasesLinked>(&keep.record))
        return write(linked->other, *linked, true);
    if (const auto* unlinked = std::get_if<record::CasesUnlinked>(&keep.record))
        return write(unlinked->other, *unlinked, false);
    return Done{};
}

}  // namespace safelead::app
