#include "exchange/referral_events.h"

#include "exchange/kept_fields.h"
#include "exchange/record_fields.h"

namespace safelead::exchange {

template <>
struct EnumWords<record::StepKind> {
    static constexpr std::array<std::string_view, 16> words{"received",
                                                            "more_asked",
                                                            "more_answered",
                                                            "decided",
                                                            "fed_back",
                                                            "closed",
                                                            "withdrawn",
                                                            "redirected",
                                                            "silence_noticed",
                                                            "managers_told",
                                                            "police_recorded",
                                                            "disagreement_raised",
                                                            "disagreement_answered",
                                                            "meeting_told",
                                                            "action_answered",
                                                            "sent_on"};
};

template <>
struct EnumWords<record::Side> {
    static constexpr std::array<std::string_view, 3> words{"sender", "receiver", "program"};
};

template <>
struct EnumWords<record::DecidedAs> {
    static constexpr std::array<std::string_view, 8> words{
        "urgent_protection",     "section_47",     "section_17",   "other_services",
        "specialist_assessment", "police_enquiry", "advice_given", "no_further_action"};
};

EventBytes to_event_bytes(const record::ReferralEvent& event)
{
    return bytes_of_event(event);
}

Result<record::ReferralEvent, EventFault> referral_event(const EventBytes& bytes)
{
    return event_of_bytes<record::ReferralEvent>(bytes, {});
}

}  // namespace safelead::exchange
