#pragma once

// One child's own record as text: every case that they are in, the lines that are not about somebody else
// alone, everybody else under a pseudonym, and where names of others stand in what was typed. docs/adr/0150.

#include "app/child_file.h"
#include "record/childs_part.h"
#include "record/others_names.h"
#include "web/pages/case_view.h"

#include <string>
#include <vector>

namespace safelead::web {

struct RecordLine {
    std::uint64_t entry;
    std::string happened;  ///< As told; "" where it happened by being entered.
    std::string entered;
    bool is_later;
    bool is_impact;
    std::string by;
    std::string words;
    std::vector<record::NameFound> names;
};

struct RecordOfCase {
    std::string reference;
    std::string opened;
    bool is_open;
    std::string did;  ///< What the child did, in the words of the edition; "" where nobody said.
    std::string decided;
    std::vector<record::SeenAs> others;
    std::vector<RecordLine> lines;
    bool has_erased;  ///< Somebody's part of it was erased: their name can't be looked for.
};

struct ChildRecord {
    std::vector<RecordOfCase> cases;
    std::uint64_t up_to = 0;  ///< The last entry in it.
};

/// `cases` are the file's, as their pages see them, in its order. Entries after `up_to` are left out, if it
/// is not 0.
[[nodiscard]] ChildRecord child_record(const Speaker& say, const app::ChildFile& file,
                                       const std::vector<CaseView>& cases, std::uint64_t up_to = 0);

/// By which a place in the record is known in a form, and in what was kept: "entry-begin-size".
[[nodiscard]] std::string place_of(const RecordLine& line, const record::NameFound& name);

/// Leaves only what it has meant for the child.
void keep_impact(ChildRecord& record);

/// How many places are offered one by one; what comes after them is always replaced, because no form takes
/// more fields.
inline constexpr std::size_t most_offered_names = 900;

/// The record as it leaves: every name replaced but those in `left`. How many were replaced.
[[nodiscard]] std::size_t replace_names(ChildRecord& record, const std::vector<std::string>& left);

/// The same for a page of the school's own: what is surely a name of somebody else is replaced.
void hide_names(ChildRecord& record);

/// Whoever of the others may be named in it.
[[nodiscard]] record::OthersNames names_of_others(const app::ChildFile& file);

}  // namespace safelead::web
