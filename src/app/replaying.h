#pragma once

// Weighs recorded assessments again under another edition or with an overlay, and counts what would be
// different. Only reads: nothing is kept of it anywhere.

#include "app/packs.h"
#include "base/ids.h"
#include "decision/conclude.h"
#include "directory/local_time.h"
#include "record/assessments.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::app {

/// By what to weigh again, and which assessments.
struct ReplayAsked {
    std::string edition;
    std::vector<std::string> overlays{};
    std::optional<Date> since{};  ///< The first day (Europe/London); nothing: all of them.
    std::string given_under{};    ///< Only what was advised under this edition; empty: under any.
};

/// From which code to which, and how often.
struct ReplayChange {
    std::string before;
    std::string after;
    std::uint64_t count = 0;
};

/// The last assessment of a case that would come out differently.
struct ReplayedCase {
    record::Reference reference;
    Instant at;
    std::string category_before{};
    std::string category_after{};
    std::string route_before{};
    std::string route_after{};
    std::uint64_t assessments = 0;  ///< Of this case that would come out differently.
    std::vector<int> decisions{};   ///< Numbers of those that were made on one of them.
};

/// Exact. What may be shown to whom is another question: app/replay.h.
struct Replayed {
    std::uint64_t assessments = 0;    ///< Those asked for.
    std::uint64_t unchanged = 0;      ///< The same category and route.
    std::uint64_t changed = 0;        ///< Another category or route.
    std::uint64_t record_closed = 0;  ///< Not replayed: of a case part of whose record does not open.
    std::uint64_t not_whole = 0;  ///< Not replayed: what was known then is not all there any more, for under
                                  ///< its own edition it does not give the advice that was given.
    std::uint64_t not_asked = 0;  ///< Replayed, with an answer that the edition does not know: not known.
    std::uint64_t decisions = 0;  ///< Made on the assessments that were replayed…
    std::uint64_t decisions_touched = 0;     ///< …and on those that changed.
    std::vector<ReplayChange> categories{};  ///< The most frequent first.
    std::vector<ReplayChange> routes{};
    std::vector<ReplayedCase> cases{};       ///< In the order they were given.
    std::uint64_t organisations_closed = 0;  ///< Whose record does not open at all.
};

/// Takes assessments one after another.
class Replaying {
public:
    /// `packs` outlives it. `zone` says when the day of `since` begins.
    [[nodiscard]] static Result<Replaying, NoSuchGuidance> begin(const Packs& packs,
                                                                 const directory::Zone& zone,
                                                                 ReplayAsked asked);

    /// All of one case. `Keep::reference` remembers which case it was, if anything in it changes.
    enum class Keep { counts_only, reference };
    enum class Opens { whole, in_part };
    void take(const record::Case& of, Opens opens, Keep keep);

    /// One assessment.
    enum class Fate { not_asked_for, unchanged, changed, not_whole };
    Fate take(const record::Assessment& one);

    void skip_organisation() { ++replayed_.organisations_closed; }

    [[nodiscard]] const guidance::Pack& pack() const { return pack_; }

    /// How many assessments were taken so far.
    [[nodiscard]] std::uint64_t so_far() const { return replayed_.assessments; }

    /// What was counted so far.
    [[nodiscard]] Replayed counted() const;

private:
    Replaying(const Packs& packs, guidance::Pack pack, std::optional<Instant> since, std::string given_under);

    using Counts = std::map<std::pair<std::string, std::string>, std::uint64_t>;

    [[nodiscard]] bool is_asked_for(const record::Assessment& one) const;
    [[nodiscard]] bool is_whole(const record::Assessment& one);
    [[nodiscard]] const guidance::Pack* own_pack(const record::AdviceGiven& given);
    void note_change(std::optional<ReplayedCase>& noted, const record::Case& of,
                     const record::Assessment& one) const;

    const Packs* packs_;
    guidance::Pack pack_;
    std::optional<Instant> since_;
    std::string given_under_;
    std::map<std::string, std::optional<guidance::Pack>> own_packs_;  ///< By digest.
    Counts categories_;
    Counts routes_;
    Replayed replayed_;
    decision::Conclusion now_;  ///< Of the assessment taken last.
};

}  // namespace safelead::app
