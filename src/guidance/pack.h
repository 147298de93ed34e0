#pragma once

// One edition of the guidance, as data.
//
// A Pack is valid by construction: every word a rule uses is in its vocabulary, every rule has an id, a
// source and a kind, and a rule that looks at the result of a table stands after that table. Nothing in C++
// knows what any rule says. `build_pack` (guidance/pack_draft.h) is the only way to make one;
// exchange/pack_reader.h reads the files.

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "guidance/facts.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::guidance {

using EditionId = Id<struct EditionKind>;  ///< "ukcis-2024"
using OverlayId = Id<struct OverlayKind>;  ///< "mandatory-reporting"
using RuleId = Id<struct RuleKind>;        ///< "category.6a"
using StepId = Id<struct StepKind>;        ///< "ring-999"

/// What a rule gives: a category, route, criterion, safety rule, indicator, flag, …; "unresolved" ones are
/// facts.
using Code = Id<struct CodeKind>;

/// Where a line comes from, so that somebody can check it.
struct Source {
    std::string document;
    std::string edition;
    std::string section;

    /// "document, edition, section".
    [[nodiscard]] std::string text() const;

    bool operator==(const Source&) const = default;
};

/// Whether the guidance says it, or this project's careful reading of it does.
enum class Standing : std::uint8_t { guidance, project_rule };

/// "guidance", "project rule".
[[nodiscard]] std::string_view to_text(Standing standing);

/// A value that a fact may take. "unknown" is one of them.
struct AllowedValue {
    std::string value;
    std::string label;  ///< As shown: "Yes", "It is said to have happened".
};

enum class AnswerType : std::uint8_t {
    three_valued,  ///< yes, no, unknown, and for some facts alleged
    choice,        ///< one of a list
    free_word,     ///< any short word; no rule looks at it
    ages,          ///< answered by completing people's ages: subject_age, person_age
};

/// What can be asked, and how it is asked in plain words.
struct Question {
    FactId fact;
    AnswerType type;
    std::string words;
    std::string help;  ///< Quotes no image and asks for no description of one.
    std::string why;   ///< Why it is asked.
    std::vector<AllowedValue> values;
    std::vector<std::string> who_may_answer;  ///< "dsl", "reporter", "head"
    Source source;
};

/// What an edition calls one of its codes.
struct Term {
    enum class Audience : std::uint8_t { everyone, officers };

    Code code;
    std::string words;    ///< "Refer immediately"
    std::string meaning;  ///< A sentence or two; may be empty.
    Audience audience = Audience::everyone;
};

/// A route, from the least to the most urgent.
struct Route {
    enum class Referral : std::uint8_t { not_referring, referring };

    Code code;
    int severity;  ///< Greater is more urgent; two routes may be equal.
    Referral referral;
};

/// Who carries out a step.
enum class Owner : std::uint8_t { dsl, head, reporter, any };
[[nodiscard]] std::string_view to_text(Owner owner);

struct Deadline {
    enum class Unit : std::uint8_t { immediately, hours, working_hours, same_school_day, working_days, days };

    Unit unit = Unit::immediately;
    int count = 0;  ///< Of hours or days; 0 for immediately and same_school_day.

    bool operator==(const Deadline&) const = default;
};

/// Something to be done because of what was advised or decided.
struct Step {
    StepId id;
    std::string words;
    Owner owner;
    Deadline deadline;
    std::vector<Code> any_of;   ///< Called for when any of these was given…
    std::vector<Code> and_any;  ///< …and, if there are any here, any of these too.
    std::vector<Code> unless;   ///< …and none of these.
    Source source;
    Standing standing;
};

/// One line of a table, as a reader may check it.
struct Rule {
    RuleId id;
    Code gives;
    std::string when;  ///< The condition, in the words of the pack.
    Source source;
    Standing standing;
};

enum class TableKind : std::uint8_t {
    category,
    criteria,
    safety_rules,
    unresolved,
    indicators,
    route,
    at_least,
    consult,
    flags
};
[[nodiscard]] std::string_view to_text(TableKind kind);

/// Whether the first rule that holds speaks alone, or all that hold speak.
enum class Hit : std::uint8_t { first, all };

struct Table {
    TableKind kind;
    Hit hit;
    std::vector<Rule> rules;
};

/// What is said of the edition itself.
struct Imprint {
    EditionId edition;
    std::string title;
    std::string publisher;
    std::string status;  ///< "non-statutory advice"
    Date published;
    Date in_force_from;
    std::optional<Date> in_force_to;  ///< The last day it was in force; nothing: still is.
    std::optional<EditionId> supersedes;
    std::vector<Source> sources;
    std::optional<std::string> verified_by;  ///< Nobody yet, and every page that shows advice says so.
    std::optional<Date> verified_on;
    std::string digest;  ///< Lower-case hexadecimal, given by whoever loaded the files.
};

/// The facts an edition knows, and the values each may take.
class Vocabulary {
public:
    struct Entry {
        FactId fact;
        AnswerType type;
        std::vector<std::string> values;  ///< With "unknown"; empty for a free word.
    };

    Vocabulary() = default;
    explicit Vocabulary(std::vector<Entry> entries);

    /// Whether this edition knows the fact and the value.
    [[nodiscard]] Result<Done, FactFault> check(std::string_view fact, std::string_view value) const;
    [[nodiscard]] Result<Done, FactFault> check(const Facts& facts) const;

    /// In the order of the pack.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] const Entry* find(std::string_view fact) const;

private:
    std::vector<Entry> entries_;
    std::vector<std::uint16_t> by_name_;
};

class Program;  ///< The rules, made ready to run: guidance/program.h, for the decision module.

/// One edition, with the overlays that were laid on it. Cheap to copy; never changes.
class Pack {
public:
    [[nodiscard]] const Imprint& imprint() const;
    [[nodiscard]] const EditionId& edition() const { return imprint().edition; }
    [[nodiscard]] const std::vector<OverlayId>& overlays() const;

    [[nodiscard]] const Vocabulary& vocabulary() const;

    /// Most decisive first.
    [[nodiscard]] const std::vector<Question>& questions() const;
    [[nodiscard]] const Question* question(std::string_view fact) const;

    /// In the order of the rules page: category, criteria, … flags.
    [[nodiscard]] const std::vector<Table>& tables() const;
    [[nodiscard]] const Rule* rule(std::string_view id) const;

    [[nodiscard]] const std::vector<Step>& steps() const;

    /// What this edition calls a code, a fact, a role or a value ("setting.staff"); the code itself if it has
    /// no word for it.
    [[nodiscard]] std::string_view term(std::string_view code) const;
    [[nodiscard]] std::string_view term(const Code& code) const { return term(code.text()); }
    [[nodiscard]] const Term* find_term(std::string_view code) const;

    /// False for what is meant for officers only.
    [[nodiscard]] bool is_shown_to_schools(std::string_view code) const;

    /// From the least to the most urgent.
    [[nodiscard]] const std::vector<Route>& routes() const;

    /// How urgent a route is; asking for a route the edition does not have is a bug.
    [[nodiscard]] int severity(std::string_view route) const;
    [[nodiscard]] bool is_referring(std::string_view route) const;

    /// A page of the edition's own words, by file name without ".md"; nothing if it has no such text.
    [[nodiscard]] const std::string* text(std::string_view name) const;

    [[nodiscard]] const Program& program() const;

private:
    friend class PackPress;
    struct Content;
    explicit Pack(std::shared_ptr<const Content> content) : content_{std::move(content)} {}

    std::shared_ptr<const Content> content_;
};

}  // namespace safelead::guidance
