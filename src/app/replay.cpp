#include "app/replay.h"

#include "app/allow.h"
#include "app/parts.h"
#include "base/unavailable.h"
#include "exchange/replay_json.h"

#include <algorithm>
#include <iterator>

namespace safelead::app {

namespace {

using insight::Disclosure;

/// Rare changes are put together, so that none of them says who it was.
std::vector<ReplayRow> rows_of(const std::vector<ReplayChange>& changes, Disclosure disclosure)
{
    std::vector<ReplayRow> rows;
    std::uint64_t rare = 0;
    for (const auto& change : changes) {
        if (disclosure == Disclosure::rounded && change.count < insight::rounded_to)
            rare += change.count;
        else
            rows.push_back({change.before, change.after, insight::figure(change.count, disclosure)});
    }
    if (rare > 0) rows.push_back({"", "", insight::figure(rare, disclosure)});
    return rows;
}

/// Every case of which the actor may know; the whole of each is read, one after another.
void take_cases(Replaying& replaying, Workspace& workspace, Instant now, const Workspace::MaySee& may_see,
                Replaying::Keep keep)
{
    for (const auto& id : workspace.cases(may_see, now, whole_list).ids) {
        const auto of = workspace.one_case(id);
        if (!of) continue;
        const bool stops = workspace.is_stopped(stream_of(id));
        replaying.take(*of->it, stops ? Replaying::Opens::in_part : Replaying::Opens::whole, keep);
    }
}

/// What they may read, exactly, or everything as figures in which nobody shows.
ReplayShown replay_for(Replaying replaying, Workspace& workspace, Instant now, const Actor& actor)
{
    const bool reads_cases = may(actor, access::Action::read_case);
    const auto may_see = [&](const access::Subject& subject) {
        return !reads_cases || is_allowed(actor, access::Action::read_case, subject);
    };
    take_cases(replaying, workspace, now, may_see,
               reads_cases ? Replaying::Keep::reference : Replaying::Keep::counts_only);
    return shown(replaying.counted(), replaying.pack(),
                 reads_cases ? Disclosure::exact : Disclosure::rounded);
}

void replay_one(Replaying& replaying, Parts& parts, const OrganisationId& organisation)
{
    try {
        auto* workspace = parts.find_workspace(organisation);
        if (workspace == nullptr) return;
        const auto anybody = [](const access::Subject&) { return true; };
        take_cases(replaying, *workspace, parts.now(), anybody, Replaying::Keep::counts_only);
    } catch (const Unavailable&) {
        replaying.skip_organisation();
    }
}

exchange::ReplayLine line_of(const ReplayRow& row)
{
    return {row.before, row.after, row.count};
}

std::vector<exchange::ReplayLine> lines_of(const std::vector<ReplayRow>& rows)
{
    std::vector<exchange::ReplayLine> lines;
    std::ranges::transform(rows, std::back_inserter(lines), line_of);
    return lines;
}

}  // namespace

ReplayShown shown(Replayed counted, guidance::Pack pack, Disclosure disclosure)
{
    const auto as_figure = [disclosure](std::uint64_t number) { return insight::figure(number, disclosure); };
    ReplayShown all{.pack = std::move(pack),
                    .disclosure = disclosure,
                    .assessments = as_figure(counted.assessments),
                    .unchanged = as_figure(counted.unchanged),
                    .changed = as_figure(counted.changed),
                    .record_closed = as_figure(counted.record_closed),
                    .not_whole = as_figure(counted.not_whole),
                    .not_asked = as_figure(counted.not_asked),
                    .decisions = as_figure(counted.decisions),
                    .decisions_touched = as_figure(counted.decisions_touched),
                    .organisations_closed = counted.organisations_closed,
                    .categories = rows_of(counted.categories, disclosure),
                    .routes = rows_of(counted.routes, disclosure)};
    if (disclosure == Disclosure::exact) all.cases = std::move(counted.cases);
    return all;
}

std::string code_words(const Packs& packs, const guidance::Pack& after, std::string_view code)
{
    if (const auto* term = after.find_term(code)) return term->words;
    for (const auto& edition : packs.editions())
        if (const auto* term = edition.find_term(code)) return term->words;
    return std::string{code};
}

Later<Outcome<ReplayShown>> replay(Safelead& safelead, const Actor& actor, ReplayAsked asked)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::replay_guidance); !allowed)
        return Outcome<ReplayShown>{fail(std::move(allowed).error())};
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return Outcome<ReplayShown>{fail(std::move(workspace).error())};
    auto replaying = Replaying::begin(parts.packs, parts.zone, std::move(asked));
    if (!replaying) return Outcome<ReplayShown>{fail(NotThere{})};

    auto working = parts.workers.run(
        [replaying = std::move(replaying).value(), of = *workspace, now = parts.now(),
         actor]() -> Outcome<ReplayShown> { return replay_for(replaying, *of, now, actor); });
    if (!working) return Outcome<ReplayShown>{fail(Crowded{})};
    return *std::move(working);
}

Result<ReplayShown, std::variant<NoSuchGuidance, NoSuchOrganisation>> replay_everywhere(
    Safelead& safelead, ReplayAsked asked, const std::vector<std::string>& organisations,
    const std::function<void(const ReplayProgress&)>& progress)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    std::vector<OrganisationId> wanted;
    for (const auto& id : organisations) {
        if (partnership->organisation(OrganisationId{id}) == nullptr) return fail(NoSuchOrganisation{id});
        wanted.emplace_back(id);
    }
    if (wanted.empty())
        for (const auto* one : partnership->organisations()) wanted.push_back(one->id);
    std::ranges::sort(wanted);
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());

    auto begun = Replaying::begin(parts.packs, parts.zone, std::move(asked));
    if (!begun) return fail(std::move(begun).error());
    auto replaying = std::move(begun).value();
    for (std::size_t done = 0; done < wanted.size(); ++done) {
        if (progress) progress({done, wanted.size(), replaying.so_far()});
        replay_one(replaying, parts, wanted[done]);
    }
    return shown(replaying.counted(), replaying.pack(), Disclosure::rounded);
}

std::string to_json(const ReplayShown& shown)
{
    std::vector<std::string> overlays;
    for (const auto& overlay : shown.pack.overlays()) overlays.emplace_back(overlay.text());
    return exchange::replay_to_json({std::string{shown.pack.edition().text()},
                                     std::move(overlays),
                                     {{"assessments", shown.assessments},
                                      {"unchanged", shown.unchanged},
                                      {"changed", shown.changed},
                                      {"record_does_not_open", shown.record_closed},
                                      {"no_longer_whole", shown.not_whole},
                                      {"with_answers_not_asked_by_the_edition", shown.not_asked},
                                      {"decisions", shown.decisions},
                                      {"decisions_touched", shown.decisions_touched}},
                                     shown.organisations_closed,
                                     lines_of(shown.categories),
                                     lines_of(shown.routes)});
}

}  // namespace safelead::app
