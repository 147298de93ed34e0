#pragma once

// A case on a desk: a small edition of guidance that is quick to read, a clock that stands still until it is
// moved, and the case as it is after every command.

#include "guidance/pack.h"
#include "record/case_commands.h"
#include "record/concern.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::tests {

/// Made up for tests: six things to ask, two criteria, one safety rule, one indicator, all seven routes.
[[nodiscard]] const guidance::Pack& small_pack();

/// The same, a later edition, which counts sharing onward as an indicator.
[[nodiscard]] const guidance::Pack& newer_pack();

/// "2026-11-23T09:00:00Z".
[[nodiscard]] Instant at(std::string_view text);
[[nodiscard]] Date on(std::string_view text);

inline const PersonId lead{"lead"};
inline const PersonId head{"head"};
inline const PersonId teacher{"teacher"};

class Desk {
public:
    Desk();
    Desk(const guidance::Pack& in_force, const guidance::Pack& newest);

    [[nodiscard]] const record::Case& now() const { return state_; }
    [[nodiscard]] record::Circumstances circumstances();

    /// What would happen, or why not; the case stays as it is.
    [[nodiscard]] Result<std::vector<record::CaseEvent>, record::CaseRefusal> ask(
        const record::CaseCommand& command);

    /// Carries it out, and gives what happened. A refusal fails the test.
    std::vector<record::CaseEvent> must(const record::CaseCommand& command);

    /// Why not. Being allowed fails the test.
    [[nodiscard]] record::CaseRefusal refused(const record::CaseCommand& command);

    void keep(const std::vector<record::CaseEvent>& events);
    void wait(std::chrono::milliseconds time) { now_ += time; }

    /// A case with nobody in it and nothing answered.
    Desk& open();
    /// …with one child in it: subject, creator and sharer, 15 and known to be, and one who received it.
    Desk& with_two_children();
    /// …and every fact answered no, but for those given.
    Desk& answered(const std::vector<record::FactAnswered>& but = {});
    Desk& answer(std::string fact, std::string value);
    void settle_tasks();
    void settle_tasks_if_open();

    [[nodiscard]] std::string route() const { return std::string{state_.advice->advice.route.text()}; }

private:
    const guidance::Pack& in_force_;
    const guidance::Pack& newest_;
    record::Case state_;
    Instant now_;
    std::uint64_t position_ = 0;
    int tasks_ = 0;
};

/// Not to refer, with both tests stated, a reason, and a line for every fact given.
[[nodiscard]] record::MakeDecision not_referring(std::string route,
                                                 const std::vector<std::string>& unknown = {});

/// To refer, with a reason.
[[nodiscard]] record::MakeDecision referring(std::string route);

[[nodiscard]] record::RecordConsultation consultation();
[[nodiscard]] record::RecordReferral referral();
[[nodiscard]] record::KeepRecord agency_answer();
[[nodiscard]] record::RecordGivenBack given_back();

/// A report of a concern about one child, in neutral words, with everything else not known.
[[nodiscard]] record::ReportConcern report();

/// The concern after these commands, each a minute after the one before.
[[nodiscard]] record::Concern concern_after(const std::vector<record::ConcernCommand>& commands);
[[nodiscard]] record::Concern after(record::Concern concern, const std::vector<record::ConcernEvent>& events,
                                    Instant at);

}  // namespace safelead::tests
