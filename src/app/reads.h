#pragma once

// Who has read a case, a concern, a young person's conversation, a child's page or a referral, at either end;
// and taking that list away.

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
/// At the organisation that it was sent to, for whoever may read it there.
struct ReadsOfReferral {
    record::Reference reference;
};
/// At the sender's: put on paper, and by a shared link. The rest is read as a part of its case.
struct ReadsOfSentReferral {
    record::Reference of;
    record::Reference reference;
};
using ReadsOf = std::variant<ReadsOfCase, ReadsOfConcern, ReadsOfConversation, ReadsOfChild, ReadsOfReferral,
                             ReadsOfSentReferral>;

enum class ReadKind {
    seen,
    list_taken,   ///< Somebody took away the list of who has read it.
    entry_given,  ///< Whoever runs the server gave an entry of it away.
    printed,
    by_link,     ///< By nobody whom the directory knows.
    given_seen,  ///< As it was given away.
};

struct Read {
    Instant at{};
    PersonId person{""};  ///< Nobody's where an entry was given away or somebody came by a link.
    std::string name;     ///< Empty if they are not known here any more.
    directory::Roles roles;
    ReadKind kind = ReadKind::seen;
    std::string why = {};  ///< Where one was given; for whom the link was; the number of what was given.
};

/// The oldest first, since it began, for whoever may see that of it.
[[nodiscard]] Later<Outcome<std::vector<Read>>> reads_of(Safelead& safelead, const Actor& actor,
                                                         const ReadsOf& of);

/// The same as CSV (docs/formats/views.md), to be kept elsewhere. That it was taken away, by whom, is in the
/// record before it is given, and in the list.
[[nodiscard]] Later<Outcome<std::string>> take_reads_away(Safelead& safelead, const Actor& actor,
                                                          const ReadsOf& of);

}  // namespace safelead::app
