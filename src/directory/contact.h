#pragma once

// Who can be rung or written to outside an organisation, and when they answer.
//
// A contact is data (guidance/local/<area>/contacts.json) with a source and, where somebody has rung it, the
// day they did. Nothing here turns "nobody has checked" into "checked". Where sources disagree about hours,
// the hours they all give are `open` and the rest are `disputed`: a person is then shown both numbers.
// Numbers of the past live in history.json, as another type with nothing that could be dialled.

#include "base/id.h"
#include "base/time.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

using ContactId = Id<struct ContactKind>;

/// What somebody needs when they ring.
enum class Need : std::uint8_t {
    danger,             ///< A child may be hurt today.
    refer,              ///< Children's social care: refer, or ask.
    police,             ///< Police, when nobody is in danger.
    allegation,         ///< It involves somebody who works with children.
    advice,             ///< A professional wants to talk it through.
    support_for_child,  ///< A young person wants somebody to talk to.
    support_for_parent,
    remove_image,         ///< Getting an image taken down.
    online_exploitation,  ///< Somebody online is pressing or threatening a child.
    own_behaviour,        ///< Somebody is worried about what they do or think.
    coordination,         ///< The local partnership and its education team.
    abuse_in_education,
};

enum class Audience : std::uint8_t { staff, young_person, parent, adult };

[[nodiscard]] std::string_view need_name(Need need);
[[nodiscard]] std::optional<Need> need_from_name(std::string_view name);
[[nodiscard]] std::string_view audience_name(Audience audience);
[[nodiscard]] std::optional<Audience> audience_from_name(std::string_view name);

/// From a minute of the day to another, the last not included; `until` may be 24:00.
struct Interval {
    std::chrono::minutes from{0};
    std::chrono::minutes until{0};

    bool operator==(const Interval&) const = default;
};

struct DayHours {
    std::vector<Interval> open;      ///< Every source says so.
    std::vector<Interval> disputed;  ///< Some source says so.

    bool operator==(const DayHours&) const = default;
};

struct Hours {
    enum class Kind : std::uint8_t {
        always,
        weekly,
        when_other_closed,  ///< Answers when another contact does not: the out-of-hours line.
        not_known,
    };
    Kind kind = Kind::not_known;
    std::array<DayHours, 7> week;          ///< Monday first; only for `weekly`.
    std::optional<DayHours> bank_holiday;  ///< Only for `weekly`; nothing: as on any such day of the week.
    std::optional<ContactId> other;        ///< Only for `when_other_closed`.

    bool operator==(const Hours&) const = default;
};

/// A number to press: as a person reads it, and as a telephone dials it.
struct Telephone {
    std::string display;  ///< "0113 376 0336"
    std::string dial;     ///< "+441133760336", or "999"
    std::string then;     ///< "choose option 2"; empty if nothing.

    bool operator==(const Telephone&) const = default;
};

/// What is said of a contact and by whom.
struct Provenance {
    std::string tag;    ///< "seen", "second-hand", "general knowledge", "2017 guide".
    std::string where;  ///< A page, or what it rests on.

    bool operator==(const Provenance&) const = default;
};

struct Contact {
    ContactId id;
    std::string name;
    std::string about;  ///< One sentence: what they do.
    std::optional<Telephone> telephone;
    std::string text;  ///< A number to text, with the word to send if there is one; empty if none.
    std::string email;
    std::string web;  ///< https://…; empty if none.
    std::vector<Need> needs;
    std::vector<Audience> audiences;
    std::string area;  ///< "leeds", or "england" for everywhere.
    Hours hours;
    std::vector<std::string> notes;  ///< Conflicts between sources, conditions ("18 and over only").
    std::vector<Provenance> sources;
    std::optional<Date> seen_on;      ///< When the source was read. Not a check.
    std::optional<Date> verified_on;  ///< When a person checked that it works.
    Date review_by;

    bool operator==(const Contact&) const = default;
};

/// Something that was once given and must not be used. It has no telephone: a number is words, never dialled.
struct PastContact {
    std::string id;
    std::string name;
    std::string number;  ///< As printed then; empty if there was none.
    std::string was;     ///< What was printed then, in a sentence.
    std::string now;     ///< What to use instead.
    std::string source;

    bool operator==(const PastContact&) const = default;
};

/// "Checked on 3 March 2026." · "No person has checked this yet." · either with "It was due to be checked …"
/// when `today` is past the review day.
[[nodiscard]] std::string checked_words(std::optional<Date> verified_on, Date review_by, Date today);
[[nodiscard]] std::string checked_words(const Contact& contact, Date today);

/// The national contacts and the areas' own, each id once.
struct Contacts {
    std::vector<Contact> all;

    [[nodiscard]] const Contact* find(const ContactId& id) const;
};

}  // namespace safelead::directory
