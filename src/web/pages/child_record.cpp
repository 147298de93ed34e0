#include "web/pages/child_record.h"

#include "web/pages/chronology_page.h"
#include "web/pages/plain_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace safelead::web {
namespace {

using record::ChildId;
using record::Identity;

constexpr std::string_view somebody_elsewhere = "another child";

bool is_among(const std::vector<ChildId>& children, const ChildId& child)
{
    return std::ranges::find(children, child) != children.end();
}

/// Every name that a child has, or had before it was corrected.
std::vector<Identity> identities_of(const record::Child& child)
{
    std::vector<Identity> all;
    for (const auto& happened : child.history) {
        if (const auto* added = std::get_if<record::ChildAdded>(happened.event.get()))
            all.push_back(added->identity);
        if (const auto* corrected = std::get_if<record::ChildCorrected>(happened.event.get()))
            all.push_back(corrected->identity);
    }
    return all;
}

std::vector<ChildId> own_records(const app::ChildFile& file)
{
    std::vector<ChildId> own;
    for (const auto& record : file.view.records) own.push_back(record->id);
    return own;
}

std::vector<Identity> own_identities(const app::ChildFile& file)
{
    std::vector<Identity> own;
    for (const auto& record : file.view.records)
        for (auto& identity : identities_of(*record)) own.push_back(std::move(identity));
    return own;
}

/// Who everybody ever in the case is.
std::vector<record::PersonAdded> everybody(const record::Case& of)
{
    std::vector<record::PersonAdded> people;
    for (const auto& happened : of.history)
        if (const auto* added = std::get_if<record::PersonAdded>(happened.event.get()))
            people.push_back(*added);
    return people;
}

/// The others that the names in one case may mean: those in it under what they are called there, everybody
/// else of the file as somebody from elsewhere.
std::vector<record::OtherPerson> others_in(const app::ChildFile& file, const app::CaseView* in,
                                           const std::vector<record::SeenAs>& seen_as)
{
    const auto own = own_records(file);
    std::vector<record::OtherPerson> people;
    std::vector<ChildId> done = own;
    const auto add = [&](std::string stands_for, const app::Names& names, const ChildId& child) {
        if (is_among(done, child)) return;
        done.push_back(child);
        const auto known = names.children.find(child);
        if (known == names.children.end() || !known->second) return;
        people.push_back({std::move(stands_for), identities_of(*known->second), {}});
    };
    const auto add_case = [&](const app::CaseView& one) {
        for (const auto& person : everybody(*one.it)) {
            const auto seen = std::ranges::find(seen_as, person.ref, &record::SeenAs::ref);
            const bool is_here = &one == in && seen != seen_as.end();
            const auto words = is_here ? seen->words : std::string{somebody_elsewhere};
            if (person.child)
                add(words, one.names, *person.child);
            else if (!person.called.empty())
                people.push_back({is_here ? words : std::string{"another person"}, {}, {person.called}});
        }
    };
    if (in != nullptr) add_case(*in);
    for (const auto& one : file.cases)
        if (&one != in) add_case(one);
    for (const auto& one : file.cases)
        for (const auto& [child, known] : one.names.children)
            add(std::string{somebody_elsewhere}, one.names, child);
    for (const auto& [child, known] : file.view.names.children)
        add(std::string{somebody_elsewhere}, file.view.names, child);
    return people;
}

/// The case with everybody else's name taken out of what the program itself fills in.
CaseView masked(CaseView view, const app::CaseView& shown, const record::ChildsPart& part,
                const std::vector<ChildId>& own)
{
    for (auto& [id, identity] : view.children) {
        if (is_among(own, ChildId{id})) continue;
        identity = {};
        identity.given_name = somebody_elsewhere;
    }
    for (const auto& person : everybody(*shown.it)) {
        const auto seen = std::ranges::find(part.others, person.ref, &record::SeenAs::ref);
        if (seen == part.others.end() || !person.child) continue;
        view.children[std::string{person.child->text()}].given_name = seen->words;
    }
    for (auto& person : view.state.people)
        if (const auto seen = std::ranges::find(part.others, person.ref, &record::SeenAs::ref);
            seen != part.others.end())
            person.called = seen->words;
    return view;
}

RecordLine line_of(const Speaker& say, const CaseView& view, const record::Line& line,
                   const record::OthersNames& names)
{
    RecordLine out{line.position,
                   line.when ? view.when(*line.when) : std::string{},
                   view.when(line.entered_at),
                   line.entered == record::Entered::later,
                   line.kind == record::LineKind::impact,
                   line.by ? view.staff_name(*line.by) : std::string{"Safelead"},
                   plain_words(told(say, view, line)),
                   {}};
    out.names = names.in(out.words);
    return out;
}

std::string what_they_did(const CaseView& view, const std::vector<record::CaseRef>& own)
{
    std::string did;
    for (const auto& person : view.state.people) {
        if (!person.described || std::ranges::find(own, person.ref) == own.end()) continue;
        for (const auto& role : person.described->roles)
            did += fmt::format("{}{}", did.empty() ? "" : ", ", worded(view.in_force, "role", role));
    }
    return did;
}

}  // namespace

ChildRecord child_record(const Speaker& say, const app::ChildFile& file, const std::vector<CaseView>& cases,
                         std::uint64_t up_to)
{
    const auto own = own_records(file);
    ChildRecord record;
    for (std::size_t at = 0; at < cases.size(); ++at) {
        const auto& view = cases[at];
        std::vector<const record::Concern*> concerns;
        for (const auto& concern : view.concerns) concerns.push_back(&concern);
        const auto part = record::childs_part(view.state, concerns, own);
        if (part.own.empty()) continue;
        const auto hidden = masked(view, file.cases[at], part, own);
        const record::OthersNames names{others_in(file, &file.cases[at], part.others), own_identities(file)};
        const auto* decision = view.state.decision();
        RecordOfCase one{
            std::string{view.reference()},
            view.when(view.state.opened_at),
            view.is_open(),
            what_they_did(view, part.own),
            decision == nullptr ? std::string{} : std::string{view.in_force.term(decision->made.route)},
            part.others,
            {},
            !file.cases[at].erased.empty()};
        for (const auto& line : part.lines) {
            if (up_to != 0 && line.position > up_to) continue;
            one.lines.push_back(line_of(say, hidden, line, names));
            record.up_to = std::max(record.up_to, line.position);
        }
        record.cases.push_back(std::move(one));
    }
    return record;
}

std::string place_of(const RecordLine& line, const record::NameFound& name)
{
    return fmt::format("{}-{}-{}", line.entry, name.begin, name.size);
}

std::size_t replace_names(ChildRecord& record, const std::vector<std::string>& left)
{
    std::size_t replaced = 0;
    for (auto& one : record.cases)
        for (auto& line : one.lines) {
            line.words = record::with_names_replaced(line.words, line.names, [&](const auto& name) {
                const bool is_left = std::ranges::find(left, place_of(line, name)) != left.end();
                if (!is_left) ++replaced;
                return !is_left;
            });
            line.names.clear();
        }
    return replaced;
}

void hide_names(ChildRecord& record)
{
    for (auto& one : record.cases)
        for (auto& line : one.lines) {
            line.words = record::with_names_replaced(line.words, line.names, [](const auto& name) {
                return name.how_sure == record::HowSure::spelled_so;
            });
            line.names.clear();
        }
}

void keep_impact(ChildRecord& record)
{
    for (auto& one : record.cases)
        std::erase_if(one.lines, [](const RecordLine& line) { return !line.is_impact; });
}

record::OthersNames names_of_others(const app::ChildFile& file)
{
    return {others_in(file, nullptr, {}), own_identities(file)};
}

}  // namespace safelead::web
