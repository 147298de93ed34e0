#include "app/importing.h"

#include "app/carry_out.h"
#include "app/finding_people.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"

#include <fmt/format.h>

#include <map>

namespace safelead::app {
namespace {

constexpr std::string_view why_corrected = "The school's own list says so (imported).";

/// What is reported, filled by whichever turn of deciding was the last.
using Report = std::shared_ptr<Imported>;

template <class Plan>
void report(Imported& into, const Plan& plan)
{
    const auto taken_out = into.taken_out;  // Before anything was decided.
    into = {};
    into.taken_out = taken_out;
    if (!plan) {
        into.faults = plan.error();
        return;
    }
    into.unchanged = plan->unchanged;
    if constexpr (requires { plan->not_in_file; }) into.left_alone = plan->not_in_file;
    if constexpr (requires { plan->notes; }) into.notes = plan->notes;
}

Outcome<Writing> write_children(Workspace& workspace, const NewIds& ids, const PersonId& by, Date today,
                                const std::vector<record::ImportedChild>& rows, Imported& done)
{
    std::vector<record::ListedChild> list;
    std::map<record::ChildId, FoldedChild> listed;
    for (auto& child : workspace.children_on_list()) {
        list.push_back({child.it->id, child.it->identity});
        listed.emplace(child.it->id, std::move(child));
    }
    const auto plan = record::plan_import(list, rows, today);
    report(done, plan);
    Writing writing;
    if (!plan) return writing;
    done.added = plan->added.size();
    done.changed = plan->corrected.size();
    for (std::size_t i = 0; i < plan->added.size(); ++i) {
        const auto id = ids.id<record::ChildId>("child", i);
        const record::AddChild add{id, by, record::ChildKnownBy::school_list, plan->added[i]};
        writing.expect(stream_of(id), ledger::StreamPosition::start);
        for (auto& event : SL_TRY(record::decide({}, add, today)))
            writing.add(stream_of(id), ledger::shared_part(), std::move(event));
    }
    for (const auto& one : plan->corrected) {
        const auto& known = listed.at(one.child);
        const record::CorrectChild correct{by, one.identity, std::string{why_corrected}};
        writing.expect(stream_of(one.child), known.position);
        for (auto& event : SL_TRY(record::decide(*known.it, correct, today)))
            writing.add(stream_of(one.child), ledger::shared_part(), std::move(event));
    }
    return writing;
}

Writing writing_of(const std::vector<directory::Event>& events, ledger::StreamPosition seen)
{
    Writing writing;
    if (events.empty()) return writing;
    writing.expect(stream_of_directory(), seen);
    for (const auto& event : events) writing.add(stream_of_directory(), ledger::shared_part(), event);
    return writing;
}

std::size_t taken_out_in(std::string& name)
{
    WordsGate gate;
    gate(name);
    return gate.taken_out();
}

/// Only decides, or carries it out.
Later<Outcome<Imported>> keep(Follower& follower, ToCarryOut command, Report done, Trial trial)
{
    if (trial == Trial::dry_run) {
        auto writing = command.decide();
        if (!writing) return refused<Imported>(std::move(writing).error());
        return Outcome<Imported>{*done};
    }
    return carry_out(follower, std::move(command)).then([done](Outcome<Kept> kept) -> Outcome<Imported> {
        (void)SL_TRY(std::move(kept));
        return *done;
    });
}

}  // namespace

const PersonId& by_import()
{
    static const PersonId id{"operator"};
    return id;
}

Later<Outcome<Imported>> import_children(Safelead& safelead, const CommandId& command,
                                         const OrganisationId& organisation, const PersonId& by,
                                         std::vector<record::ImportedChild> children, Trial trial)
{
    auto& parts = safelead.parts();
    auto* workspace = parts.find_workspace(organisation);
    if (workspace == nullptr) return refused<Imported>(NotThere{});
    // Nothing in the record stands in the way of two who put the same new child on the list at once.
    auto under_way = trial == Trial::in_earnest ? parts.imports_of_children.begin(organisation) : nullptr;
    if (trial == Trial::in_earnest && !under_way) return refused<Imported>(Crowded{});

    auto done = std::make_shared<Imported>();
    Said said{"import children"};
    for (auto& child : children) {
        WordsGate gate;
        gate(child.identity);
        done->taken_out += gate.taken_out();
        said(child.identity);
        said(child.former_upn);
    }
    const auto ids = std::make_shared<const NewIds>(workspace->log(), by.text(), command);
    const auto decide = [workspace, ids, by, today = parts.today(), children = std::move(children), done] {
        return write_children(*workspace, *ids, by, today, children, *done);
    };
    return keep(*workspace, {ids->command(), said.bytes(), parts.now(), {}, decide}, done, trial)
        .then([under_way = std::move(under_way)](Outcome<Imported> imported) mutable {
            under_way.reset();
            return imported;
        });
}

Later<Outcome<Imported>> import_staff(Safelead& safelead, const CommandId& command,
                                      const OrganisationId& organisation, const PersonId& by,
                                      std::vector<directory::ImportedPerson> people, Trial trial)
{
    auto& parts = safelead.parts();
    auto& book = parts.directory();
    const NewIds ids{book.log(), by.text(), command};
    auto done = std::make_shared<Imported>();
    Said said{"import staff"};
    said(organisation);
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto& person = people[i];
        done->taken_out += taken_out_in(person.name);
        person.sign_in_key = sign_in_key(parts, person.email).value_or("");
        person.new_id = ids.id<PersonId>("person", i);
        said(person.name);
        said(person.email);
        said(person.roles.list());
    }
    const auto word = by == by_import() ? directory::by_operator() : directory::by_person(by);
    const auto decide = [&book, organisation, people = std::move(people), word, done]() -> Outcome<Writing> {
        const auto seen = book.read();
        const auto plan = directory::plan_import(*seen.partnership, organisation, people, word);
        report(*done, plan);
        if (!plan) return Writing{};
        done->added = plan->added;
        done->changed = plan->changed;
        return writing_of(plan->events, seen.position);
    };
    return keep(book, {ids.command(), said.bytes(), parts.now(), {}, decide}, done, trial);
}

Later<Outcome<Imported>> import_schools(Safelead& safelead, const CommandId& command, SchoolsToImport schools,
                                        Trial trial)
{
    auto& parts = safelead.parts();
    auto& book = parts.directory();
    const NewIds ids{book.log(), "operator", command};
    auto done = std::make_shared<Imported>();
    Said said{"import schools"};
    said(schools.area);
    for (auto& school : schools.schools) {
        done->taken_out += taken_out_in(school.name);
        said(school.urn);
        said(school.name);
        said(school.kind);
        said(school.phase);
        said(school.telephone);
    }
    const auto new_ids = std::make_shared<const NewIds>(book.log(), "operator", command);
    const auto decide = [&parts, &book, new_ids, schools = std::move(schools), done,
                         trial]() -> Outcome<Writing> {
        const auto seen = book.read();
        const auto plan = directory::plan_import(
            *seen.partnership, schools.schools, schools.links, schools.area,
            [&](std::string_view urn) { return new_ids->id<OrganisationId>(fmt::format("school {}", urn)); });
        report(*done, plan);
        if (!plan) return Writing{};
        done->added = plan->added;
        done->changed = plan->changed;
        // Their logs first: an organisation that is in the directory always has one.
        for (const auto& event : plan->events)
            if (const auto* added = std::get_if<directory::OrganisationAdded>(&event))
                if (trial == Trial::in_earnest)
                    (void)parts.ledger().add_organisation(added->organisation.id, parts.now());
        return writing_of(plan->events, seen.position);
    };
    return keep(book, {ids.command(), said.bytes(), parts.now(), {}, decide}, done, trial);
}

}  // namespace safelead::app
