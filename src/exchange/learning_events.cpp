#include "exchange/learning_events.h"

#include "exchange/event_reading.h"

namespace safelead::exchange {

template <>
struct EnumWords<learning::Kind> {
    static constexpr std::array<std::string_view, 7> words{
        "induction", "course", "refresher", "light_bite", "briefing", "e_learning", "read_receipt"};
};

template <>
struct EnumWords<learning::Audience> {
    static constexpr std::array<std::string_view, 2> words{"partnership", "organisation"};
};

template <>
struct EnumWords<learning::Mark> {
    static constexpr std::array<std::string_view, 2> words{"present", "absent"};
};

template <>
struct EnumWords<learning::MarkedBy> {
    static constexpr std::array<std::string_view, 2> words{"trainer", "code"};
};

template <>
struct EnumWords<learning::Came> {
    static constexpr std::array<std::string_view, 2> words{"booked", "walked_in"};
};

template <>
struct EnumWords<learning::Useful> {
    static constexpr std::array<std::string_view, 4> words{"very", "fairly", "little", "not_at_all"};
};

template <>
struct EnumWords<learning::Sure> {
    static constexpr std::array<std::string_view, 3> words{"yes", "partly", "no"};
};

template <>
struct Fields<learning::SessionPlanned> {
    using E = learning::SessionPlanned;
    static constexpr auto list =
        fields(Field{"session", &E::session}, Field{"reference", &E::reference}, Field{"by", &E::by},
               Field{"organisation", &E::organisation}, Field{"topic", &E::topic}, Field{"kind", &E::kind},
               Field{"trainer", &E::trainer}, Field{"starts", &E::starts}, Field{"minutes", &E::minutes},
               Field{"where", &E::where}, Field{"about", &E::about}, Field{"places", &E::places},
               Field{"audience", &E::audience}, Field{"content_version", &E::content_version});
    static constexpr std::string_view type = "training-planned";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::SessionCancelled> {
    using E = learning::SessionCancelled;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"why", &E::why});
    static constexpr std::string_view type = "training-cancelled";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::PlaceBooked> {
    using E = learning::PlaceBooked;
    static constexpr auto list = fields(Field{"person", &E::person}, Field{"organisation", &E::organisation});
    static constexpr std::string_view type = "place-booked";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::PlaceAwaited> {
    using E = learning::PlaceAwaited;
    static constexpr auto list = fields(Field{"person", &E::person}, Field{"organisation", &E::organisation});
    static constexpr std::string_view type = "place-awaited";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::PlaceGivenUp> {
    using E = learning::PlaceGivenUp;
    static constexpr auto list = fields(Field{"person", &E::person});
    static constexpr std::string_view type = "place-given-up";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::PlaceMovedUp> {
    using E = learning::PlaceMovedUp;
    static constexpr auto list = fields(Field{"person", &E::person});
    static constexpr std::string_view type = "place-moved-up";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::CodeOpened> {
    using E = learning::CodeOpened;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"code", &E::code}, Field{"until", &E::until});
    static constexpr std::string_view type = "attendance-code-opened";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::AttendanceMarked> {
    using E = learning::AttendanceMarked;
    static constexpr auto list =
        fields(Field{"person", &E::person}, Field{"organisation", &E::organisation}, Field{"mark", &E::mark},
               Field{"came", &E::came}, Field{"how", &E::how}, Field{"by", &E::by}, Field{"why", &E::why});
    static constexpr std::string_view type = "attendance-marked";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::SessionEvaluated> {
    using E = learning::SessionEvaluated;
    static constexpr auto list = fields(Field{"person", &E::person}, Field{"useful", &E::useful},
                                        Field{"sure", &E::sure}, Field{"words", &E::words});
    static constexpr std::string_view type = "training-evaluated";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::TrainingRecorded> {
    using E = learning::TrainingRecorded;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"organisation", &E::organisation},
               Field{"topic", &E::topic}, Field{"kind", &E::kind}, Field{"on", &E::on},
               Field{"minutes", &E::minutes}, Field{"provider", &E::provider},
               Field{"content_version", &E::content_version}, Field{"result", &E::result},
               Field{"evidence", &E::evidence});
    static constexpr std::string_view type = "training-recorded";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::TrainingStruckOut> {
    using E = learning::TrainingStruckOut;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"why", &E::why});
    static constexpr std::string_view type = "training-struck-out";
    static constexpr int version = 1;
};

template <>
struct Fields<learning::GuideUnderstood> {
    using E = learning::GuideUnderstood;
    static constexpr auto list = fields(Field{"organisation", &E::organisation}, Field{"guide", &E::guide},
                                        Field{"edition", &E::edition});
    static constexpr std::string_view type = "guide-understood";
    static constexpr int version = 1;
};

namespace {

/// None yet: every event is at its first version.
constexpr std::span<const Upcast> older{};

}  // namespace

EventBytes to_event_bytes(const learning::SessionEvent& event)
{
    return bytes_of_event(event);
}

EventBytes to_event_bytes(const learning::LearnerEvent& event)
{
    return bytes_of_event(event);
}

Result<learning::SessionEvent, EventFault> session_event(const EventBytes& bytes)
{
    return event_of_bytes<learning::SessionEvent>(bytes, older);
}

Result<learning::LearnerEvent, EventFault> learner_event(const EventBytes& bytes)
{
    return event_of_bytes<learning::LearnerEvent>(bytes, older);
}

}  // namespace safelead::exchange
