#pragma once

// What one person may know of children and of what they are in.
//
// Each matter is judged by itself. What somebody may not read is left out of whatever they see of a child, as
// if it were not there: their page neither goes nor comes because of it, and nothing on it tells of it.

#include "app/not_done.h"
#include "app/workspace.h"

#include <memory>
#include <vector>

namespace safelead::app {

class SeenBy {
public:
    SeenBy(Workspace& workspace, access::Actor who) : workspace_{&workspace}, who_{std::move(who)} {}

    [[nodiscard]] bool reads(const record::Case& of) const;
    [[nodiscard]] bool reads(const record::Concern& concern) const;

    /// Also what became of it: the case that it led to, or the concern.
    [[nodiscard]] bool reads(const record::Conversation& conversation) const;

    /// Whether there is such a child for them: on the school's list, or in something that they may read. Of
    /// one that was erased, whoever reads children's pages may know that.
    [[nodiscard]] bool knows(const record::ChildId& child) const;

    /// The child's record and all that are joined to it, of those that they know of; itself first.
    [[nodiscard]] std::vector<record::ChildId> records_of(const record::ChildId& child) const;

    /// Whether anything that they know of the child lets them. A child that they do not know of is not there;
    /// whoever asked for an erasure is not the second person.
    [[nodiscard]] Outcome<Done> allow(access::Action action, const record::ChildId& child) const;
    [[nodiscard]] bool may(access::Action action, const record::ChildId& child) const
    {
        return allow(action, child).has_value();
    }

    /// Whether what they know of the child explains that somebody else reads its page: a chair of governors
    /// who does tells of a report about the head. Who was kept out of what only later was there all the same.
    [[nodiscard]] bool explains(const access::Actor& reader, const record::ChildId& child) const;

    /// The child without ties to children whom they do not know of.
    [[nodiscard]] std::shared_ptr<const record::Child> as_seen(
        const std::shared_ptr<const record::Child>& child) const;

private:
    [[nodiscard]] bool permits(access::Action action, const access::Subject& subject) const;

    /// Whether it `is` so of something that one record is in. Nothing is looked for where the list is enough.
    template <class Is>
    [[nodiscard]] bool any_subject(const record::ChildId& record, const Is& is) const;

    Workspace* workspace_;
    access::Actor who_;
};

}  // namespace safelead::app
