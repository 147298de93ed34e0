#include "record/whom_about.h"

#include "base/overloaded.h"
#include "record/kept_in.h"

namespace safelead::record {

namespace {

WhomAbout about_entry(const Case& of, int entry)
{
    const auto* event = entry_in(of, entry);
    return event == nullptr ? WhomAbout{AboutSomebodyErased{}} : whom_about(of, *event);
}

}  // namespace

WhomAbout whom_about(const Case& of, const CaseEvent& event)
{
    const auto of_one = [](const std::optional<CaseRef>& about) -> WhomAbout {
        if (about) return *about;
        return AboutTheCase{};
    };
    return std::visit(Overloaded{
                          [](const PersonAdded& e) -> WhomAbout { return e.ref; },
                          [](const PersonDescribed& e) -> WhomAbout { return e.ref; },
                          [](const PersonTakenOut& e) -> WhomAbout { return e.ref; },
                          [&](const EntryCorrected& e) { return about_entry(of, e.entry); },
                          [&](const ViewingSigned& e) -> WhomAbout {
                              const auto* viewing = numbered<ViewingRecorded>(of, e.number);
                              if (viewing == nullptr) return AboutSomebodyErased{};
                              return of_one(viewing->about);
                          },
                          [&](const auto& e) { return of_one(person_of(e)); },
                      },
                      event);
}

const PersonAdded* added_as(const Case& of, const CaseRef& ref)
{
    for (const auto& happened : of.history)
        if (const auto* added = std::get_if<PersonAdded>(happened.event.get());
            added != nullptr && added->ref == ref)
            return added;
    return nullptr;
}

}  // namespace safelead::record
