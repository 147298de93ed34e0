#include "exchange/case_events.h"

#include "exchange/kept_fields.h"
#include "exchange/record_fields.h"

namespace safelead::exchange {

template <>
struct EnumWords<guidance::Standing> {
    static constexpr std::array<std::string_view, 2> words{"guidance", "project_rule"};
};

template <>
struct EnumWords<record::AdviceUnder> {
    static constexpr std::array<std::string_view, 2> words{"in_force", "newest"};
};

template <>
struct Fields<decision::Because> {
    using E = decision::Because;
    static constexpr auto list = fields(Field{"gives", &E::gives}, Field{"rule", &E::rule},
                                        Field{"source", &E::source}, Field{"standing", &E::standing});
};

template <>
struct Fields<decision::Advice> {
    using E = decision::Advice;
    static constexpr auto list =
        fields(Field{"edition", &E::edition}, Field{"overlays", &E::overlays},
               Field{"category", &E::category}, Field{"route", &E::route}, Field{"consult", &E::consult},
               Field{"criteria", &E::criteria}, Field{"safety_rules", &E::safety_rules},
               Field{"indicators", &E::indicators}, Field{"unresolved", &E::unresolved},
               Field{"flags", &E::flags}, Field{"ask_next", &E::ask_next}, Field{"because", &E::because});
};

template <>
struct Fields<record::CaseOpened> {
    using E = record::CaseOpened;
    static constexpr auto list = fields(Field{"id", &E::id}, Field{"reference", &E::reference},
                                        Field{"by", &E::by}, Field{"concerns", &E::concerns},
                                        Field{"reported_on", &E::reported_on}, Field{"edition", &E::edition});
    static constexpr std::string_view type = "case-opened";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConcernJoined> {
    using E = record::ConcernJoined;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"concern", &E::concern});
    static constexpr std::string_view type = "concern-joined";
    static constexpr int version = 1;
};

template <>
struct Fields<record::PersonAdded> {
    using E = record::PersonAdded;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"ref", &E::ref}, Field{"child", &E::child},
                                        Field{"called", &E::called});
    static constexpr std::string_view type = "case-person-added";
    static constexpr int version = 1;
};

template <>
struct Fields<record::PersonDescribed> {
    using E = record::PersonDescribed;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"ref", &E::ref}, Field{"roles", &E::roles},
                                        Field{"acted_on", &E::acted_on}, Field{"age", &E::age},
                                        Field{"age_at_event", &E::age_at_event},
                                        Field{"age_basis", &E::age_basis}, Field{"setting", &E::setting});
    static constexpr std::string_view type = "case-person-described";
    static constexpr int version = 1;
};

template <>
struct Fields<record::PersonTakenOut> {
    using E = record::PersonTakenOut;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"ref", &E::ref}, Field{"why", &E::why});
    static constexpr std::string_view type = "case-person-taken-out";
    static constexpr int version = 1;
};

template <>
struct Fields<record::FactAnswered> {
    using E = record::FactAnswered;
    static constexpr auto list = fields(Field{"fact", &E::fact}, Field{"value", &E::value});
};

template <>
struct Fields<record::FactsAnswered> {
    using E = record::FactsAnswered;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"answers", &E::answers}, Field{"told_by", &E::told_by});
    static constexpr std::string_view type = "facts-answered";
    static constexpr int version = 1;
};

template <>
struct Fields<record::AdviceGiven> {
    using E = record::AdviceGiven;
    static constexpr auto list =
        fields(Field{"under", &E::under}, Field{"pack_digest", &E::pack_digest}, Field{"advice", &E::advice});
    static constexpr std::string_view type = "advice-given";
    static constexpr int version = 1;
};

template <>
struct Fields<record::Consulted> {
    using E = record::Consulted;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"with", &E::with}, Field{"person", &E::person},
               Field{"how", &E::how}, Field{"when", &E::when}, Field{"advised", &E::advised},
               LaterField{"kind", &E::kind}, LaterField{"police_notice", &E::police_notice});
    static constexpr std::string_view type = "consulted";
    static constexpr int version = 1;
};

template <>
struct Fields<record::DecisionMade> {
    using E = record::DecisionMade;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"recommended", &E::recommended},
               Field{"route", &E::route}, Field{"reason", &E::reason},
               Field{"enough_known", &E::enough_known}, Field{"manageable", &E::manageable},
               Field{"still_unknown", &E::still_unknown}, Field{"needs_sign_off", &E::needs_sign_off});
    static constexpr std::string_view type = "decision-made";
    static constexpr int version = 1;
};

template <>
struct Fields<record::DecisionSignedOff> {
    using E = record::DecisionSignedOff;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"called", &E::called});
    static constexpr std::string_view type = "decision-signed-off";
    static constexpr int version = 1;
};

template <>
struct Fields<record::SignOffRefused> {
    using E = record::SignOffRefused;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"reason", &E::reason});
    static constexpr std::string_view type = "sign-off-refused";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ReferralMade> {
    using E = record::ReferralMade;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"to", &E::to}, Field{"how", &E::how}, Field{"when", &E::when},
               Field{"said", &E::said}, Field{"their_person", &E::their_person},
               Field{"their_reference", &E::their_reference}, LaterField{"kind", &E::kind},
               LaterField{"police_notice", &E::police_notice});
    static constexpr std::string_view type = "referral-made";
    static constexpr int version = 1;
};

template <>
struct Fields<record::GivenBack> {
    using E = record::GivenBack;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"agency", &E::agency}, Field{"person", &E::person},
               Field{"when", &E::when}, Field{"why", &E::why});
    static constexpr std::string_view type = "given-back";
    static constexpr int version = 1;
};

template <>
struct Fields<record::TaskSet> {
    using E = record::TaskSet;
    static constexpr auto list =
        fields(Field{"task", &E::task}, Field{"step", &E::step}, Field{"words", &E::words},
               Field{"owner", &E::owner}, Field{"due", &E::due}, Field{"source", &E::source},
               Field{"standing", &E::standing});
    static constexpr std::string_view type = "task-set";
    static constexpr int version = 1;
};

template <>
struct Fields<record::TaskDone> {
    using E = record::TaskDone;
    static constexpr auto list =
        fields(Field{"task", &E::task}, Field{"by", &E::by}, Field{"note", &E::note});
    static constexpr std::string_view type = "task-done";
    static constexpr int version = 1;
};

template <>
struct Fields<record::TaskDropped> {
    using E = record::TaskDropped;
    static constexpr auto list = fields(Field{"task", &E::task}, Field{"by", &E::by}, Field{"why", &E::why});
    static constexpr std::string_view type = "task-dropped";
    static constexpr int version = 1;
};

template <>
struct Fields<record::NoteAdded> {
    using E = record::NoteAdded;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"when", &E::when}, Field{"words", &E::words});
    static constexpr std::string_view type = "note-added";
    static constexpr int version = 1;
};

template <>
struct Fields<record::CaseClosed> {
    using E = record::CaseClosed;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"route", &E::route}, Field{"reason", &E::reason});
    static constexpr std::string_view type = "case-closed";
    static constexpr int version = 1;
};

template <>
struct Fields<record::CaseReopened> {
    using E = record::CaseReopened;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"reason", &E::reason});
    static constexpr std::string_view type = "case-reopened";
    static constexpr int version = 1;
};

namespace {

/// None yet: every event is at its first version.
constexpr std::span<const Upcast> older{};

}  // namespace

EventBytes to_event_bytes(const record::CaseEvent& event)
{
    return bytes_of_event(event);
}

Result<record::CaseEvent, EventFault> case_event(const EventBytes& bytes)
{
    return event_of_bytes<record::CaseEvent>(bytes, older);
}

}  // namespace safelead::exchange
