#include "support/practice_partnership.h"

#include "app/children.h"
#include "app/upkeep.h"
#include "base/bug.h"
#include "crypto/random.h"
#include "store/memory.h"
#include "support/packs.h"
#include "support/source_dir.h"

namespace safelead::test {
namespace {

const std::filesystem::path guidance_folder =
    std::filesystem::path{safelead::test::source_dir()} / "guidance";

crypto::SecretKey new_key()
{
    crypto::initialise();
    return crypto::SecretKey::random();
}

}  // namespace

const app::LocalGuidance& local_guidance()
{
    static const auto loaded = app::read_local_guidance(guidance_folder).value();
    return loaded;
}

const app::London& london()
{
    static const app::London zone;
    return zone;
}

app::Options PracticePartnership::cheap_options()
{
    app::Options options;
    options.password_memory = std::size_t{8} * 1024;
    return options;
}

PracticePartnership::PracticePartnership(app::Options options)
    : clock_{*parse_instant("2026-11-23T10:00:00Z")},
      options_{options},
      entries_{store::make_memory_entry_store()},
      passing_{store::make_memory_passing_store()},
      master_key_{new_key()}
{
    app::start_partnership(*entries_, master_key_.copy(), clock_.now());
    restart();
    (void)app::make_practice(safelead()).value();
}

void PracticePartnership::restart()
{
    restart_on(*entries_);
}

void PracticePartnership::restart_on(ledger::EntryStore& entries)
{
    safelead_.reset();
    safelead_ = std::make_unique<app::Safelead>(entries, *passing_, master_key_.copy(), packs(),
                                                local_guidance(), london(), clock_, options_);
}

app::Actor PracticePartnership::actor(std::string_view email)
{
    const auto partnership = app::partnership(safelead());
    for (const auto* organisation : partnership->organisations()) {
        for (const auto* person : partnership->people_of(organisation->id)) {
            if (person->email != email) continue;
            return {person->id,
                    organisation->id,
                    partnership->roles_of(person->id, organisation->id),
                    app::SessionId{"test"},
                    person->name,
                    organisation->name,
                    organisation->standing,
                    organisation->kind};
        }
    }
    throw_bug("nobody in the practice partnership has that e-mail");
}

CommandId PracticePartnership::command()
{
    return CommandId{"test/" + std::to_string(++commands_)};
}

app::Report PracticePartnership::plain_report()
{
    const auto teacher = actor("teacher@fennimore.example");
    app::Report report;
    report.children.push_back(app::find_children(safelead(), teacher, "a").value().at(0).child);
    report.words = "\"An image was shared.\"";
    report.when.words = "This morning";
    report.danger_now = record::Answer::no;
    report.staff_involved = record::StaffInvolved::nobody;
    return report;
}

app::Reported PracticePartnership::report()
{
    return report([](app::Report&) {});
}

}  // namespace safelead::test
