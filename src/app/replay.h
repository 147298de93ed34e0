#pragma once

// Every recorded assessment, weighed again under another edition or with an overlay, for whoever may see what
// comes of it. The record is only read.
//
// Who may is in access's table. Somebody who reads cases sees exact numbers of the cases that they may read,
// and which those are; anybody else, and the operator's command, sees numbers in which nobody can be picked
// out (insight/figure.h) and no case.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/replaying.h"
#include "app/safelead.h"
#include "base/later.h"
#include "insight/figure.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::app {

/// From which to which; `before` and `after` are empty for those too rare to be shown one by one.
struct ReplayRow {
    std::string before;
    std::string after;
    insight::Figure count;
};

/// What may be shown of a Replayed; its members mean the same.
struct ReplayShown {
    guidance::Pack pack;  ///< By which it was weighed again.
    insight::Disclosure disclosure;
    insight::Figure assessments;
    insight::Figure unchanged;
    insight::Figure changed;
    insight::Figure record_closed;
    insight::Figure not_whole;
    insight::Figure not_asked;
    insight::Figure decisions;
    insight::Figure decisions_touched;
    std::uint64_t organisations_closed = 0;
    std::vector<ReplayRow> categories{};
    std::vector<ReplayRow> routes{};
    std::vector<ReplayedCase> cases{};
};

[[nodiscard]] ReplayShown shown(Replayed counted, guidance::Pack pack, insight::Disclosure disclosure);

/// What a code is called: by the edition of before, or else of after.
[[nodiscard]] std::string code_words(const Packs& packs, const guidance::Pack& after, std::string_view code);

/// The cases of the actor's own organisation. Works on a worker. An edition that is not there is NotThere.
[[nodiscard]] Later<Outcome<ReplayShown>> replay(Safelead& safelead, const Actor& actor, ReplayAsked asked);

struct NoSuchOrganisation {
    std::string asked_for;
};

/// How far it is: said for each organisation, before it is read.
struct ReplayProgress {
    std::size_t organisations_done;
    std::size_t organisations;
    std::uint64_t assessments;
};

/// For the operator: these organisations, or all if none is named. On this thread, for as long as it takes.
[[nodiscard]] Result<ReplayShown, std::variant<NoSuchGuidance, NoSuchOrganisation>> replay_everywhere(
    Safelead& safelead, ReplayAsked asked, const std::vector<std::string>& organisations,
    const std::function<void(const ReplayProgress&)>& progress = {});

[[nodiscard]] std::string to_json(const ReplayShown& shown);

}  // namespace safelead::app
