#include "app/allow.h"
#include "app/carry_out.h"
#include "app/cases.h"
#include "app/naming.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "crypto/random.h"

#include <array>

namespace safelead::app {
namespace {

constexpr std::array in_a_case{access::Action::change_case, access::Action::decide_route,
                               access::Action::sign_off,    access::Action::record_referral,
                               access::Action::read_child,  access::Action::see_reads};

Outcome<CaseView> view_of(Parts& parts, Workspace& workspace, const Actor& actor, const record::CaseId& id)
{
    CaseView view;
    view.it = workspace.one_case(id)->it;
    const auto* in_force = parts.packs.find(view.it->edition);
    if (in_force == nullptr) return fail(RecordStopped{});
    view.in_force = *in_force;
    view.newest = parts.packs.newest();
    view.concerns = workspace.concerns_of(*view.it);
    view.now = parts.now();
    view.today = parts.today();

    const auto subject = subject_of(workspace, *view.it);
    for (const auto action : in_a_case)
        if (is_allowed(actor, action, subject)) view.may.insert(action);

    Naming naming{parts, workspace};
    naming.add(*view.it);
    for (const auto& concern : view.concerns) naming.add(*concern);
    view.names = std::move(naming).names();
    return view;
}

/// Writes down that somebody reads it; on disk when it is there.
Later<Outcome<Kept>> record_reading(Parts& parts, Workspace& workspace, const Actor& actor,
                                    const record::CaseId& id)
{
    const auto now = parts.now();
    if (parts.recent_views.is_recent(actor.person, id, now)) return Outcome<Kept>{Kept{now}};

    std::vector<std::string> roles;
    for (const auto role : actor.roles.list()) roles.emplace_back(directory::role_name(role));
    const exchange::CaseViewed viewed{id, actor.person, std::move(roles)};
    const auto stream = stream_of_views(Date{std::chrono::floor<std::chrono::days>(now)});
    const auto decide = [stream, viewed]() -> Outcome<Writing> {
        Writing writing;
        writing.add(stream, ledger::shared_part(), viewed);
        return writing;
    };
    return carry_out(workspace, {crypto::random_id<CommandId>(), Said{"view case"}.bytes(), now, {}, decide})
        .then([&parts, id, person = actor.person](Outcome<Kept> kept) {
            if (kept) parts.recent_views.keep(person, id, kept->at);
            return kept;
        });
}

}  // namespace

Later<Outcome<CaseView>> view_case(Safelead& safelead, const Actor& actor, const record::Reference& reference)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<CaseView>(std::move(workspace).error());
    auto& of = **workspace;
    auto found = find_case(of, actor, reference, access::Action::read_case);
    if (!found) return refused<CaseView>(std::move(found).error());

    const auto id = found->it->id;
    return record_reading(parts, of, actor, id)
        .then([&parts, &of, actor, id](Outcome<Kept> kept) -> Outcome<CaseView> {
            (void)SL_TRY(std::move(kept));
            return view_of(parts, of, actor, id);
        });
}

Outcome<std::vector<ReadOfCase>> reads_of_case(Safelead& safelead, const Actor& actor,
                                               const record::Reference& reference)
{
    using std::chrono::days;
    auto& parts = safelead.parts();
    auto* workspace = SL_TRY(workspace_of(parts, actor));
    const auto of = SL_TRY(find_case(*workspace, actor, reference, access::Action::see_reads));
    const auto partnership = parts.partnership();

    std::vector<ReadOfCase> reads;
    const auto last = std::chrono::floor<days>(parts.now());
    for (auto day = std::chrono::floor<days>(of.it->opened_at); day <= last; day += days{1}) {
        const auto stream = stream_of_views(Date{day});
        const auto entries = workspace->log().read_stream(stream, ledger::StreamPosition::start);
        if (!entries) return fail(RecordStopped{});
        for (const auto& entry : *entries) {
            const auto event = event_of(stream, entry.plaintext);
            if (!event) return fail(RecordStopped{});
            const auto& viewed = *std::get<std::shared_ptr<const exchange::CaseViewed>>(*event);
            if (viewed.viewed != of.it->id) continue;
            directory::Roles roles;
            for (const auto& name : viewed.roles)
                if (const auto role = directory::role_from_name(name)) roles.add(*role);
            const auto* person = partnership->person(viewed.by);
            reads.push_back(
                {entry.header.time, viewed.by, person != nullptr ? person->name : std::string{}, roles});
        }
    }
    return reads;
}

}  // namespace safelead::app
