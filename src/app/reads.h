#pragma once

// Who has read a case, a concern, a young person's conversation or a child's page; and taking that list away.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "record/words.h"

#include <string>
#include <variant>
#include <vector>

namespace safelead::app {

struct ReadsOfCase {
    record::Reference reference;
};
struct ReadsOfConcern {
    record::Reference reference;
};
struct ReadsOfConversation {
    record::Reference reference;
};
struct ReadsOfChild {
    record::ChildId child;
};
using ReadsOf = std::variant<ReadsOfCase, ReadsOfConcern, ReadsOfConversation, ReadsOfChild>;

enum class ReadKind {
    seen,
    list_taken,   ///< Somebody took away the list of who has read it.
    entry_given,  ///< Whoever runs the server gave an entry of it away.
};

struct Read {
    Instant at{};
    PersonId person{""};  ///< Nobody's where an entry was given away.
    std::string name;     ///< Empty if they are not known here any more.
    directory::Roles roles;
    ReadKind kind = ReadKind::seen;
    std::string why = {};  ///< Where one was given.
};

/// The oldest first, since it began, for whoever may see that of it.
[[nodiscard]] Later<Outcome<std::vector<Read>>> reads_of(Safelead& safelead, const Actor& actor,
                                                         const ReadsOf& of);

/// The same as CSV (docs/formats/views.md), to be kept elsewhere. That it was taken away, by whom, is in the
/// record before it is given, and in the list.
[[nodiscard]] Later<Outcome<std::string>> take_reads_away(Safelead& safelead, const Actor& actor,
                                                          const ReadsOf& of);

}  // namespace safelead::app
