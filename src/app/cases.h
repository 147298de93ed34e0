#pragma once

// One case: opened, shown, changed. What may be done is decided by `access`; what comes of it by
// record::decide.

#include "app/actor.h"
#include "app/erased_in_case.h"
#include "app/names.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "ledger/receipt.h"
#include "record/case_commands.h"
#include "record/repeats.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace safelead::app {

struct CaseOpened {
    record::CaseId id;
    record::Reference reference;
};

/// Opens a case of these concerns (or of none), and takes them into it, in one append.
[[nodiscard]] Later<Outcome<CaseOpened>> open_case(Safelead& safelead, const Actor& actor,
                                                   const CommandId& command,
                                                   std::vector<record::Reference> concerns);

/// What a case's pages show.
struct CaseView {
    std::shared_ptr<const record::Case> it;
    std::vector<std::shared_ptr<const record::Concern>> concerns;
    Names names;
    std::optional<guidance::Pack> in_force;  ///< The edition in force on the day of the report. Always there.
    std::optional<guidance::Pack> newest;    ///< Always there; the same edition where that is the newest.
    std::set<access::Action> may;            ///< What whoever looks may do in it.
    std::vector<ErasedInCase> erased;        ///< Children whose part of it is gone.
    std::vector<record::Repeat> repeats;     ///< Of earlier cases that whoever looks may read.
    std::set<PersonId> readers;  ///< Who may read it today, openings by force apart, and so be given work.
    std::map<record::ChildId, std::vector<record::Reference>> also_in =
        {};  ///< Other cases of the children in it, that whoever looks may read.
    record::ReferralsStand referrals = {};  ///< How those sent from it stand.
    Instant now{};
    Date today{};
};

/// Opens a case to read it. That they did, as what and when, is kept before it is shown; the same person
/// opening the same case again within five minutes is the same reading.
[[nodiscard]] Later<Outcome<CaseView>> view_case(Safelead& safelead, const Actor& actor,
                                                 const record::Reference& reference);

struct CaseChanged {
    std::shared_ptr<const record::Case> it;  ///< As it is now.
    std::size_t taken_out = 0;
    Instant at{};                             ///< When the command was kept.
    ledger::Turn turn = ledger::Turn::first;  ///< Whether by this sending, or by one before.
};

/// Carries out one command in a case: any but OpenCase, which is `open_case`. Who gives it (`by`) is the
/// actor, whatever the command says. JoinConcern and DescribePerson also write to the concern and to the
/// child in the same append. Where a DescribePerson has no date of birth and the child's record has one, that
/// one is used.
[[nodiscard]] Later<Outcome<CaseChanged>> change_case(Safelead& safelead, const Actor& actor,
                                                      const CommandId& command,
                                                      const record::Reference& reference,
                                                      record::CaseCommand change);

/// Joins a concern to a case, by what is on the pages.
[[nodiscard]] Later<Outcome<CaseChanged>> join_concern(Safelead& safelead, const Actor& actor,
                                                       const CommandId& command,
                                                       const record::Reference& reference,
                                                       const record::Reference& concern);

/// Somebody who has no record yet is given one and added to the case, in one append.
[[nodiscard]] Later<Outcome<CaseChanged>> add_new_child(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command,
                                                        const record::Reference& reference,
                                                        record::Identity identity);

}  // namespace safelead::app
