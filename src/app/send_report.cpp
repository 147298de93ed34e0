#include "app/parts.h"
#include "app/reporting.h"
#include "app/system_asking.h"
#include "exchange/api_json.h"
#include "exchange/sent_report.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

using Sent = Answered<ReportSent>;

WrongBody wrong_body(const exchange::NoReport& fault)
{
    WrongBody wrong;
    wrong.why = fault.why == exchange::NoReport::Why::not_json ? WrongBody::Why::not_understood
                                                               : WrongBody::Why::fields;
    for (const auto& member : fault.wrong) wrong.fields.push_back({member.member, member.words});
    return wrong;
}

directory::OrganisationKind kind_of(const directory::Partnership& partnership,
                                    const OrganisationId& organisation)
{
    const auto* there = partnership.organisation(organisation);
    if (there == nullptr) throw_bug("a system asks for an organisation that is not there");
    return there->kind;
}

std::string why_not_reporter(access::WhyNot why)
{
    if (why == access::WhyNot::no_reports_here) return std::string{access::words(why)};
    return "Nobody with this id may report here. Ask GET /api/v1/people who works there.";
}

/// Who a report names, looked at whenever it is decided.
class Named {
public:
    Named(Parts& parts, OrganisationId organisation, const exchange::SentReport& report)
        : parts_{parts},
          organisation_{std::move(organisation)},
          reporter_{report.reporter},
          involved_{report.people_involved}
    {
    }

    /// What is wrong: who is named works there, and whoever reports may report.
    const std::vector<WrongBody::Field>& look()
    {
        wrong_.clear();
        const auto partnership = parts_.partnership();
        const access::Actor reporter{reporter_, organisation_,
                                     partnership->roles_of(reporter_, organisation_),
                                     kind_of(*partnership, organisation_)};
        const auto may_report =
            access::permit(reporter, access::Action::report_concern, access::of_organisation(organisation_));
        if (!may_report) wrong_.push_back({"reporter", why_not_reporter(may_report.error())});
        for (std::size_t at = 0; at < involved_.size(); ++at)
            if (partnership->roles_of(involved_.at(at), organisation_).is_empty())
                wrong_.push_back(
                    {fmt::format("people_involved[{}]", at), "Nobody with this id works there."});
        return wrong_;
    }

    /// As it was looked at last.
    [[nodiscard]] const std::vector<WrongBody::Field>& wrong() const { return wrong_; }

private:
    Parts& parts_;
    OrganisationId organisation_;
    PersonId reporter_;
    std::vector<PersonId> involved_;
    std::vector<WrongBody::Field> wrong_;
};

/// The record always has words for when something happened, and a day that goes with the instant.
Result<record::EventTime, WrongBody::Field> event_time(record::EventTime when, const directory::Zone& zone)
{
    if (when.instant) {
        const auto wall = zone.local(*when.instant).wall;
        if (when.day && *when.day != wall.date)
            return fail(WrongBody::Field{"when.day",
                                         "In England the instant is on another day: send one of the two."});
        when.day = wall.date;
        if (when.words.empty()) when.words = directory::words(wall);
    } else if (when.words.empty() && when.day) {
        when.words = directory::long_date(*when.day);
    }
    return when;
}

Report report_of(exchange::SentReport sent, record::EventTime when)
{
    Report report;
    for (auto& child : sent.children)
        report.not_on_list.push_back({std::move(child.name), std::move(child.detail)});
    report.words = std::move(sent.words);
    report.when = std::move(when);
    report.where = std::move(sent.where);
    report.danger_now = sent.danger_now;
    report.child_now = std::move(sent.child_now);
    report.staff_involved = sent.staff_involved;
    report.people_involved = std::move(sent.people_involved);
    report.told_lead_in_person = sent.told_lead_in_person;
    report.staff_exposure = sent.staff_exposure;
    return report;
}

/// The member of staff on whose word it is, as if they had written it.
Actor reporter_of(const directory::Partnership& partnership, const OrganisationId& organisation,
                  const PersonId& person)
{
    Actor reporter{person, organisation, partnership.roles_of(person, organisation), SessionId{""}, {}, {}};
    reporter.kind = kind_of(partnership, organisation);
    return reporter;
}

Sent answer_of(Outcome<Reported> reported, const Named& named)
{
    const bool names_somebody_wrong =
        !reported && std::holds_alternative<NotThere>(reported.error()) && !named.wrong().empty();
    if (names_somebody_wrong) return fail(NotAnswered{WrongBody{WrongBody::Why::fields, named.wrong()}});
    if (!reported) return fail(NotAnswered{std::move(reported).error()});
    ReportSent sent{std::string{reported->reference.text()}, {}};
    sent.json =
        exchange::to_json(exchange::ReportReceived{sent.reference, reported->at, reported->taken_out});
    return sent;
}

}  // namespace

Later<Sent> send_report(Safelead& safelead, const CallingSystem& system, const CommandId& key,
                        std::string_view body)
{
    auto& parts = safelead.parts();
    const auto& organisation = system.who.organisation;
    const auto refused = [](NotAnswered why) { return Sent{fail(std::move(why))}; };
    if (auto allowed = allow_system(system, access::SystemAction::send_report, {organisation}); !allowed)
        return refused(std::move(allowed).error());
    auto sent = exchange::parse_sent_report(body);
    if (!sent) return refused(wrong_body(sent.error()));
    const auto named = std::make_shared<Named>(parts, organisation, *sent);
    auto when = event_time(sent->when, parts.zone);
    if (!when) {
        auto wrong = named->look();
        wrong.push_back(when.error());
        return refused(WrongBody{WrongBody::Why::fields, std::move(wrong)});
    }
    const auto reporter = reporter_of(*parts.partnership(), organisation, sent->reporter);
    Sending sending{"system " + system.who.name,
                    {system.who.name, std::string{system.token.text()}},
                    [named] { return named->look().empty() ? Outcome<Done>{Done{}} : fail(NotThere{}); }};
    return report_concern_by(safelead, reporter, key, report_of(*std::move(sent), *std::move(when)),
                             std::move(sending))
        .then([named](Outcome<Reported> reported) -> Sent { return answer_of(std::move(reported), *named); });
}

}  // namespace safelead::app
