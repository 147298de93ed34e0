#include "app/child_file.h"

#include "app/allow.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/seen_by.h"

#include <fmt/format.h>

#include <memory>

namespace safelead::app {
namespace {

/// One case after the other, because each reading is kept before the case is shown.
Later<Outcome<ChildFile>> add_cases(Safelead& safelead, const Actor& actor, std::shared_ptr<ChildFile> file,
                                    std::size_t next)
{
    if (next == file->view.cases.size()) return Outcome<ChildFile>{std::move(*file)};
    return view_case(safelead, actor, file->view.cases[next]->reference)
        .then([&safelead, actor, file, next](Outcome<CaseView> shown) -> Later<Outcome<ChildFile>> {
            // One that was erased a moment ago, or may not be read any more, is not in it.
            if (shown) file->cases.push_back(std::move(shown).value());
            return add_cases(safelead, actor, file, next + 1);
        });
}

}  // namespace

Later<Outcome<ChildFile>> view_child_file(Safelead& safelead, const Actor& actor,
                                          const record::ChildId& child)
{
    return view_child(safelead, actor, child)
        .then([&safelead, actor](Outcome<ChildView> view) -> Later<Outcome<ChildFile>> {
            if (!view) return Outcome<ChildFile>{fail(std::move(view).error())};
            auto file = std::make_shared<ChildFile>(ChildFile{std::move(view).value(), {}});
            return add_cases(safelead, actor, std::move(file), 0);
        });
}

Later<Outcome<Done>> keep_given_view(Safelead& safelead, const Actor& actor, const record::ChildId& child,
                                     int number)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<Done>(std::move(workspace).error());
    if (!(*workspace)->child(child)) return refused<Done>(NotThere{});
    auto allowed = SeenBy{**workspace, actor.who()}.allow(access::Action::read_child, child);
    if (!allowed) return refused<Done>(std::move(allowed).error());
    return record_view(parts, **workspace, actor, fmt::format("{}/given/{}", child.text(), number),
                       exchange::GivenRecordViewed{child, number, actor.person, role_names(actor)})
        .then([](Outcome<Kept> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            return Done{};
        });
}

}  // namespace safelead::app
