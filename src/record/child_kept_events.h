#pragma once

// What is kept in a child's own stream beside who they are: whom they belong with, which other record is
// theirs too, where the main file is, what is asked once for figures, and every time that their record was
// given to somebody. Sealed under the child's own key, so that it goes with them.

#include "record/kept_fields.h"

#include <string>
#include <vector>

namespace safelead::record {

/// How two children belong together, as somebody said.
enum class Tie { siblings, half_or_step_siblings, same_household, other_family };

/// Written in the streams of both.
struct ChildrenLinked {
    PersonId by;
    ChildId other;
    Tie tie;
    std::string said_by;
    bool operator==(const ChildrenLinked&) const = default;
};
struct ChildrenUnlinked {
    PersonId by;
    ChildId other;
    std::string why;
    bool operator==(const ChildrenUnlinked&) const = default;
};

/// Two records are of the same child. Nothing is moved: whoever looks at one sees both. In both streams.
struct RecordsJoined {
    PersonId by;
    ChildId other;
    std::string why;
    bool operator==(const RecordsJoined&) const = default;
};
struct RecordsParted {
    PersonId by;
    ChildId other;
    std::string why;
    bool operator==(const RecordsParted&) const = default;
};

/// Where the school keeps this child's main file, what it is called there, and where papers are.
struct MainFileNoted {
    PersonId by;
    std::string system;
    std::string their_reference;
    std::string papers;
    bool operator==(const MainFileNoted&) const = default;
};

/// Under which local authority the child lives: that one is referred to. A later one takes its place.
struct HomeAuthorityNoted {
    PersonId by;
    std::string area;  ///< Whose contacts and front doors are known here; empty if they are not.
    std::string name;
    std::string told_by;
    bool operator==(const HomeAuthorityNoted&) const = default;
};

enum class Sex { not_known, female, male, prefers_not_to_say };
enum class Ethnicity {
    not_known,
    asian,
    black,
    mixed,
    white,
    other,
    prefers_not_to_say,
};
enum class SpecialNeeds { not_known, none, support, plan, prefers_not_to_say };

/// Recorded once, for figures that show whom we treat differently. A later one takes its place.
struct CharacteristicsRecorded {
    PersonId by;
    Sex sex;
    Ethnicity ethnicity;
    SpecialNeeds special_needs;
    std::string told_by;
    bool operator==(const CharacteristicsRecorded&) const = default;
};

enum class GivenFor { subject_access, transfer, court, own_file };
enum class GivenPart { whole, impact };

/// The child's record was read over and printed or handed out. What it held can be made again from this.
struct RecordGiven {
    int number;  ///< From 1 in the child's stream.
    PersonId by;
    GivenFor purpose;
    GivenPart part;
    std::string to;
    std::string why;
    int up_to;                      ///< The last entry of the organisation's log that is in it.
    int replaced;                   ///< How many names of others were replaced.
    std::vector<std::string> left;  ///< Where something like a name was left as it was: "entry-begin-length".
    int proven_up_to;               ///< The entries of the newest checkpoint when it was given; 0: none was.
    bool operator==(const RecordGiven&) const = default;
};

template <>
struct FieldsOf<ChildrenLinked> {
    using E = ChildrenLinked;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"other", &E::other}, Field{"tie", &E::tie},
                                        Field{"said_by", &E::said_by});
    static constexpr std::string_view type = "children-linked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ChildrenUnlinked> {
    using E = ChildrenUnlinked;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"other", &E::other}, Field{"why", &E::why});
    static constexpr std::string_view type = "children-unlinked";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<RecordsJoined> {
    using E = RecordsJoined;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"other", &E::other}, Field{"why", &E::why});
    static constexpr std::string_view type = "records-joined";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<RecordsParted> {
    using E = RecordsParted;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"other", &E::other}, Field{"why", &E::why});
    static constexpr std::string_view type = "records-parted";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<MainFileNoted> {
    using E = MainFileNoted;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"system", &E::system},
               Field{"their_reference", &E::their_reference}, Field{"papers", &E::papers});
    static constexpr std::string_view type = "main-file-noted";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<HomeAuthorityNoted> {
    using E = HomeAuthorityNoted;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"area", &E::area}, Field{"name", &E::name},
                                        Field{"told_by", &E::told_by});
    static constexpr std::string_view type = "home-authority-noted";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<CharacteristicsRecorded> {
    using E = CharacteristicsRecorded;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"sex", &E::sex}, Field{"ethnicity", &E::ethnicity},
               Field{"special_needs", &E::special_needs}, Field{"told_by", &E::told_by});
    static constexpr std::string_view type = "characteristics-recorded";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<RecordGiven> {
    using E = RecordGiven;
    static constexpr auto list = fields(
        Field{"number", &E::number}, Field{"by", &E::by}, Field{"purpose", &E::purpose},
        Field{"part", &E::part}, Field{"to", &E::to}, Field{"why", &E::why}, Field{"up_to", &E::up_to},
        Field{"replaced", &E::replaced}, Field{"left", &E::left}, Field{"proven_up_to", &E::proven_up_to});
    static constexpr std::string_view type = "record-given";
    static constexpr int version = 1;
};

}  // namespace safelead::record
