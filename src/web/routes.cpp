#include "web/routes.h"

#include "web/answers/advise_answers.h"
#include "web/answers/assessment_forms.h"
#include "web/answers/case_forms.h"
#include "web/answers/child_answers.h"
#include "web/answers/child_keeping_answers.h"
#include "web/answers/child_record_answers.h"
#include "web/answers/concern_answers.h"
#include "web/answers/conversation_answers.h"
#include "web/answers/document_answers.h"
#include "web/answers/document_reading.h"
#include "web/answers/figures_answers.h"
#include "web/answers/guidance_answers.h"
#include "web/answers/guide_answers.h"
#include "web/answers/import_answers.h"
#include "web/answers/inbox_answers.h"
#include "web/answers/issuer_answers.h"
#include "web/answers/kept_forms.h"
#include "web/answers/kit_answers.h"
#include "web/answers/messages_answers.h"
#include "web/answers/open_answers.h"
#include "web/answers/openings_answers.h"
#include "web/answers/own_sign_in.h"
#include "web/answers/passkey_answers.h"
#include "web/answers/people_answers.h"
#include "web/answers/people_here_answers.h"
#include "web/answers/place_answers.h"
#include "web/answers/police_forms.h"
#include "web/answers/practice_answers.h"
#include "web/answers/proving.h"
#include "web/answers/readers_answers.h"
#include "web/answers/record_answers.h"
#include "web/answers/referral_answers.h"
#include "web/answers/register_answers.h"
#include "web/answers/replay_answers.h"
#include "web/answers/report_document_answers.h"
#include "web/answers/self_led_answers.h"
#include "web/answers/shared_answers.h"
#include "web/answers/sharing_forms.h"
#include "web/answers/sign_in_steps.h"
#include "web/answers/signing_in.h"
#include "web/answers/supervision_answers.h"
#include "web/answers/talk_answers.h"
#include "web/answers/talk_settings_answers.h"
#include "web/answers/text_answers.h"
#include "web/answers/today_answers.h"
#include "web/answers/token_answers.h"
#include "web/answers/training_answers.h"
#include "web/answers/training_record_answers.h"
#include "web/answers/typing.h"
#include "web/api/calls.h"
#include "web/forms/asked_again.h"
#include "web/forms/asked_evidence.h"
#include "web/forms/asked_family.h"
#include "web/forms/asked_impact.h"
#include "web/forms/asked_police.h"
#include "web/forms/asked_reading.h"
#include "web/forms/asked_sharing.h"
#include "web/forms/asked_work.h"

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

// Ten thousand children, as a form writes them.
constexpr std::size_t list_body = 4 << 20;

constexpr Address open(Method method, std::string_view pattern, Handler handler)
{
    return {{method, pattern, handler}, Door::open};
}

/// Open, and made of what is here in memory (guidance, texts, what was last seen of the partnership), whoever
/// asks and whatever cookies they send.
constexpr Address here(Method method, std::string_view pattern, Handler handler)
{
    Address address = open(method, pattern, handler);
    address.route.needs = Needs::no_record;
    return address;
}

template <VisitorHandler handler>
constexpr Address get(std::string_view pattern)
{
    return {{Method::get, pattern, signed_in<handler>}, Door::signed_in};
}

/// A form by which something is done. Its handler reads a command (FormReader::command), and so sends back a
/// form that a file came with.
template <VisitorHandler handler>
constexpr Address post(std::string_view pattern)
{
    return {{Method::post, pattern, signed_in<handler>, BodyKind::form, ordinary_body, OnFile::keep_typing},
            Door::signed_in};
}

/// One that carries a whole list.
template <VisitorHandler handler>
constexpr Address big_post(std::string_view pattern)
{
    return {{Method::post, pattern, signed_in<handler>, BodyKind::form, list_body, OnFile::keep_typing},
            Door::signed_in};
}

/// One that names no command: nothing would keep a handler from doing what it asks for without the file, so
/// with one it is not read at all.
template <VisitorHandler handler>
constexpr Address plain_post(std::string_view pattern)
{
    return {{Method::post, pattern, signed_in<handler>}, Door::signed_in};
}

template <SystemHandler handler>
constexpr Address call(Method method, std::string_view pattern)
{
    return {{method, pattern, with_token<handler>, BodyKind::raw}, Door::token};
}

namespace a_case = case_page;

template <class Record>
constexpr auto kept_pattern = [] {
    constexpr std::string_view under = "/cases/{ref}/records/";
    constexpr std::string_view event = record::FieldsOf<Record>::type;
    std::array<char, under.size() + event.size()> all{};
    std::ranges::copy(event, std::ranges::copy(under, all.begin()).out);
    return all;
}();

template <class Record>
constexpr bool lets_others_read =
    std::is_same_v<Record, record::CaseUnlocked> || std::is_same_v<Record, record::PersonLetBackIn> ||
    std::is_same_v<Record, record::ReaderNamed>;

/// Whoever lets others read shows first that it is them.
template <class Record>
constexpr VisitorHandler kept_post =
    lets_others_read<Record> ? proved<change<a_case::kept_turn<Record>>> : change<a_case::kept_turn<Record>>;

/// The form of each kind of record has the address that its event's name gives.
template <class... Record>
constexpr std::array<Address, 2 * sizeof...(Record)> forms_of{
    get<show<a_case::kept_turn<Record>>>({kept_pattern<Record>.data(), kept_pattern<Record>.size()})...,
    post<kept_post<Record>>({kept_pattern<Record>.data(), kept_pattern<Record>.size()})...};

constexpr auto kept_forms =
    forms_of<record::ReviewMeetingCalled, record::FamilyTold, record::FamilyNotTold, record::ConversationHeld,
             record::SupportPlanMade, record::SupportPlanReviewed, record::DeviceTaken, record::DeviceMoved,
             record::RemovalAsked, record::DeletionAsked, record::DeletionAnswered, record::ViewingRecorded,
             record::ViewingSigned, record::OwnTaskSet, record::TaskGiven, record::CaseHandedOver,
             record::EntryCorrected, record::ImpactNoted, record::CasesLinked, record::CasesUnlinked,
             record::PersonKeptOut, record::PersonLetBackIn, record::CaseLocked, record::ReaderNamed,
             record::CaseUnlocked, record::InformationShared, record::AdviceWithoutNames,
             record::StrategyMeetingHeld, record::ActionAgreed, record::ActionAnswered,
             record::AgencyAnswered, record::SomethingNew>;

constexpr Address written_out[] = {
    // clang-format off
    here(Method::get,  "/",                                     get_home),
    here(Method::get,  "/now",                                  get_now),
    here(Method::get,  "/now/paper",                            get_paper_form),
    here(Method::get,  "/young-people",                         get_young_people),
    open(Method::get,  "/young-people/talk",                    get_talk),
    open(Method::get,  "/young-people/talk/write",              get_talk_again),
    open(Method::post, "/young-people/talk/write",              post_talk_write),
    open(Method::get,  "/young-people/talk/send",               get_talk_again),
    open(Method::post, "/young-people/talk/send",               post_talk_send),
    open(Method::get,  "/young-people/talk/back",               get_talk_back),
    open(Method::post, "/young-people/talk/back",               post_talk_back),
    open(Method::get,  "/young-people/talk/more",               get_talk_again),
    open(Method::post, "/young-people/talk/more",               post_talk_more),
    open(Method::get,  "/young-people/talk/name",               get_talk_again),
    open(Method::post, "/young-people/talk/name",               post_talk_name),
    open(Method::get,  "/young-people/talk/leave",              get_talk_again),
    open(Method::post, "/young-people/talk/leave",              post_talk_leave),
    here(Method::get,  "/young-people/{page}",                  get_young_people_page),
    here(Method::get,  "/parents",                              get_parents),
    here(Method::get,  "/parents/{page}",                       get_parents_page),
    here(Method::get,  "/law",                                  get_law),
    here(Method::get,  "/guides",                               get_guides),
    here(Method::get,  "/guides/feed",                          get_guides_feed),
    open(Method::get,  "/guides/{guide}",                       get_guide),
    here(Method::get,  "/campaigns/{campaign}",                 get_campaign),
    here(Method::get,  "/campaigns/{campaign}/{piece}",         get_campaign_piece),
    here(Method::get,  "/statistics",                           get_statistics),
    here(Method::get,  "/contacts",                             get_contacts),
    here(Method::get,  "/advise",                               get_advise),
    here(Method::post, "/advise",                               post_advise),
    open(Method::get,  "/practice",                             get_practice),
    open(Method::get,  "/practice/{exercise}",                  get_exercise),
    open(Method::post, "/practice/{exercise}",                  post_exercise),
    here(Method::get,  "/guidance",                             get_editions),
    here(Method::get,  "/guidance/{edition}",                   get_edition),
    open(Method::get,  "/guidance/{edition}/examples",          get_examples),
    here(Method::get,  "/guidance/local/{area}",                get_arrangements),
    open(Method::get,  "/guidance/diff/{before}/{after}",       get_diff),
    here(Method::get,  "/accessibility",                        get_accessibility),
    here(Method::get,  "/privacy",                              get_privacy),
    open(Method::get,  "/record/checkpoint/{organisation}",     get_checkpoint),
    open(Method::get,  "/record/consistency/{organisation}/{from}/{to}", get_consistency),
    open(Method::get,  "/record/key-rotations/{organisation}",  get_key_rotations),
    {{Method::post,    "/record/cosignature/{organisation}",    post_cosignature, BodyKind::raw, 64 * 1024},
     Door::open},
    here(Method::get,  "/assets/{file}",                        get_asset),
    here(Method::get,  "/healthz",                              get_health),

    open(Method::get,  "/sign-in",                              get_sign_in),
    open(Method::post, "/sign-in",                              post_sign_in),
    {{Method::post,    "/sign-out",                             post_sign_out}, Door::own_check},
    {{Method::post,    "/drafts",                               post_draft},    Door::own_check},
    plain_post<post_forget_draft>                            ("/drafts/forget"),
    plain_post<post_find_children>                           ("/children/search"),
    plain_post<post_find_staff>                              ("/staff/search"),

    get<get_new_concern>                                     ("/concerns/new"),
    post<post_new_concern>                                   ("/concerns/new"),
    get<get_report_document>                                 ("/concerns/new/document"),
    {{Method::post, "/concerns/new/document", post_report_document, BodyKind::raw, document_body}, Door::own_check},
    plain_post<post_report_document_words>                   ("/concerns/new/document/words"),
    get<get_concern_sent>                                    ("/concerns/{ref}/sent"),
    get<get_my_reports>                                      ("/my-reports"),
    post<post_still_worried>                                 ("/concerns/{ref}/still-worried"),

    get<get_record>                                          ("/record"),

    get<get_inbox>                                           ("/inbox"),
    get<get_concern>                                         ("/concerns/{ref}"),
    post<post_open_case>                                     ("/concerns/{ref}/open-case"),
    post<post_join_case>                                     ("/concerns/{ref}/join"),
    post<post_keep_without_case>                             ("/concerns/{ref}/keep"),

    get<get_conversations>                                   ("/conversations"),
    get<get_conversation>                                    ("/conversations/{ref}"),
    post<post_answer_young_person>                           ("/conversations/{ref}/answer"),
    post<post_ask_for_name>                                  ("/conversations/{ref}/ask-for-name"),
    post<proved<post_open_name>>                             ("/conversations/{ref}/open-name"),
    post<post_review_opening>                                ("/conversations/{ref}/review"),
    post<post_make_concern>                                  ("/conversations/{ref}/concern"),
    post<post_end_conversation>                              ("/conversations/{ref}/end"),
    get<get_talk_settings>                                   ("/settings/talk"),
    post<post_talk_settings>                                 ("/settings/talk"),
    post<post_stop_talk>                                     ("/settings/talk/stop"),
    get<get_messages>                                        ("/settings/messages"),
    post<post_messages>                                      ("/settings/messages"),
    get<get_kit>                                             ("/kits/{campaign}"),
    post<post_kit>                                           ("/kits/{campaign}"),
    get<get_upkeep>                                          ("/to-check"),
    get<get_figures>                                         ("/insight"),

    get<get_replay>                                          ("/guidance/replay"),

    get<get_today>                                           ("/today"),
    get<get_caseload>                                        ("/caseload"),
    post<post_hand_over>                                     ("/caseload"),
    get<get_cases>                                           ("/cases"),
    plain_post<post_find_cases>                              ("/cases/find"),
    get<show<a_case::overview_turn>>                         ("/cases/{ref}"),
    get<show<a_case::people_turn>>                           ("/cases/{ref}/people"),
    post<post_people>                                        ("/cases/{ref}/people"),
    get<show<a_case::person_turn>>                           ("/cases/{ref}/people/{person}"),
    post<change<a_case::person_turn>>                        ("/cases/{ref}/people/{person}"),
    post<change<a_case::take_out_turn>>                      ("/cases/{ref}/people/{person}/take-out"),
    get<show<a_case::questions_turn>>                        ("/cases/{ref}/questions"),
    post<change<a_case::questions_turn>>                     ("/cases/{ref}/questions"),
    get<show<a_case::advice_turn>>                           ("/cases/{ref}/advice"),
    get<show<a_case::guidance_turn>>                         ("/cases/{ref}/guidance"),
    get<show<a_case::decision_turn>>                         ("/cases/{ref}/decision"),
    post<change<a_case::decision_turn>>                      ("/cases/{ref}/decision"),
    get<show<a_case::sign_off_turn>>                         ("/cases/{ref}/sign-off"),
    post<change<a_case::sign_off_turn>>                      ("/cases/{ref}/sign-off"),
    get<show<a_case::consultations_turn>>                    ("/cases/{ref}/consultations"),
    post<change<a_case::consultations_turn>>                 ("/cases/{ref}/consultations"),
    get<show<a_case::referrals_turn>>                        ("/cases/{ref}/referrals"),
    post<change<a_case::referrals_turn>>                     ("/cases/{ref}/referrals"),
    post<change<a_case::given_back_turn>>                    ("/cases/{ref}/given-back"),
    get<show<a_case::actions_turn>>                          ("/cases/{ref}/actions"),
    post<change<a_case::actions_turn>>                       ("/cases/{ref}/actions"),
    get<get_readers>                                         ("/cases/{ref}/readers"),
    get<show<a_case::records_turn>>                          ("/cases/{ref}/records"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/meeting"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/family"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/conversations"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/support"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/devices"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/removal"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/viewing"),
    get<show<a_case::meeting_turn>>                          ("/cases/{ref}/records/review-meeting-held"),
    post<change<a_case::meeting_turn>>                       ("/cases/{ref}/records/review-meeting-held"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/impact"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/links"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/reading"),
    get<show<a_case::sharing_turn>>                          ("/cases/{ref}/records/sharing"),
    get<show<a_case::basis_given_turn>>                      ("/cases/{ref}/records/basis-given"),
    post<change<a_case::basis_given_turn>>                   ("/cases/{ref}/records/basis-given"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/police"),
    get<show<a_case::police_said_turn>>                      ("/cases/{ref}/records/police-said"),
    post<change<a_case::police_said_turn>>                   ("/cases/{ref}/records/police-said"),
    get<show<a_case::area_turn>>                             ("/cases/{ref}/records/strategy"),
    get<show<a_case::chronology_turn>>                       ("/cases/{ref}/chronology"),
    get<show<a_case::notes_turn>>                            ("/cases/{ref}/notes"),
    post<change<a_case::notes_turn>>                         ("/cases/{ref}/notes"),
    get<get_document>                                        ("/cases/{ref}/documents"),
    {{Method::post, "/cases/{ref}/documents", post_document, BodyKind::raw, document_body}, Door::own_check},
    post<change<a_case::document_words_turn>>                ("/cases/{ref}/documents/words"),
    post<change<a_case::closing_turn>>                       ("/cases/{ref}/close"),
    post<change<a_case::closing_turn>>                       ("/cases/{ref}/reopen"),

    get<show<a_case::assessment_turn>>                       ("/cases/{ref}/assessment"),
    post<change<a_case::assessment_turn>>                    ("/cases/{ref}/assessment"),
    get<show<a_case::needs_turn>>                            ("/cases/{ref}/assessment/{person}"),
    post<change<a_case::needs_turn>>                         ("/cases/{ref}/assessment/{person}"),

    get<get_open_by_force>                                   ("/open-by-force"),
    post<proved<post_open_by_force>>                         ("/open-by-force"),
    get<get_openings>                                        ("/openings"),
    post<post_opening_review>                                ("/openings"),

    get<get_supervision>                                     ("/supervision"),
    post<post_supervision>                                   ("/supervision"),

    get<get_child>                                           ("/children/{child}"),
    post<post_hold>                                          ("/children/{child}/hold"),
    post<proved<post_lift_hold>>                             ("/children/{child}/lift-hold"),
    post<proved<post_ask_erasure>>                           ("/children/{child}/ask-erasure"),
    post<post_refuse_erasure>                                ("/children/{child}/refuse-erasure"),
    post<post_agree_erasure>                                 ("/children/{child}/agree-erasure"),
    get<get_review>                                          ("/children/{child}/record"),
    post<post_review>                                        ("/children/{child}/record"),
    get<get_given>                                           ("/children/{child}/record/{given}"),
    get<get_given_text>                                      ("/children/{child}/record/{given}/text"),
    get<show_child<child_page_of::belonging>>                ("/children/{child}/belonging"),
    post<keep_child<child_page_of::belonging>>               ("/children/{child}/belonging"),
    post<keep_child<child_page_of::belonging_end>>           ("/children/{child}/belonging/end"),
    get<show_child<child_page_of::same_child>>               ("/children/{child}/same-child"),
    post<keep_child<child_page_of::same_child>>              ("/children/{child}/same-child"),
    post<keep_child<child_page_of::same_child_end>>          ("/children/{child}/same-child/end"),
    get<show_child<child_page_of::main_file>>                ("/children/{child}/main-file"),
    post<keep_child<child_page_of::main_file>>               ("/children/{child}/main-file"),
    get<show_child<child_page_of::authority>>                ("/children/{child}/authority"),
    post<keep_child<child_page_of::authority>>               ("/children/{child}/authority"),
    get<show_child<child_page_of::figures>>                  ("/children/{child}/figures"),
    post<keep_child<child_page_of::figures>>                 ("/children/{child}/figures"),
    get<get_erasures>                                        ("/erasures"),
    get<get_erasure>                                         ("/erasures/{erasure}"),
    get<get_erasure_text>                                    ("/erasures/{erasure}/text"),
    get<get_erasure_notice>                                  ("/erasures/{erasure}/notice"),

    plain_post<proved<post_readers>>                         ("/cases/{ref}/readers/export"),
    get<get_concern_readers>                                 ("/concerns/{ref}/readers"),
    plain_post<proved<post_concern_readers>>                 ("/concerns/{ref}/readers/export"),
    get<get_conversation_readers>                            ("/conversations/{ref}/readers"),
    plain_post<proved<post_conversation_readers>>            ("/conversations/{ref}/readers/export"),
    get<get_child_readers>                                   ("/children/{child}/readers"),
    plain_post<proved<post_child_readers>>                   ("/children/{child}/readers/export"),
    open(Method::get,  "/sign-in/code",                         get_sign_in_code),
    open(Method::post, "/sign-in/code",                         post_sign_in_code),
    open(Method::get,  "/sign-in/factor",                       get_sign_in_factor),
    open(Method::post, "/sign-in/factor",                       post_sign_in_factor),
    open(Method::get,  "/sign-in/place",                        get_sign_in_place),
    open(Method::post, "/sign-in/place",                        post_sign_in_place),
    open(Method::post, "/sign-in/with/{issuer}",                post_sign_in_with),
    open(Method::get,  "/sign-in/with/{issuer}/return",         get_sign_in_return),
    open(Method::get,  "/sign-in/passkey",                      get_passkey_sign_in),
    open(Method::post, "/sign-in/passkey",                      post_passkey_sign_in),
    get<get_ties>                                            ("/settings/issuers"),
    plain_post<proved<post_tie>>                             ("/settings/issuers/tie"),
    post<proved<post_untie>>                                 ("/settings/issuers/untie"),
    get<get_passkeys>                                        ("/settings/passkeys"),
    post<proved<post_passkey>>                               ("/settings/passkeys"),
    post<proved<post_remove_passkey>>                        ("/settings/passkeys/remove"),
    open(Method::get,  "/shared",                               get_shared),
    open(Method::post, "/shared",                               post_shared),
    open(Method::post, "/shared/step",                          post_shared_step),
    open(Method::get,  "/invitation",                           get_invitation),
    open(Method::post, "/invitation",                           post_invitation),
    get<get_own_sign_in>                                     ("/settings/sign-in"),
    post<post_refuse_own_reset>                              ("/settings/sign-in/refuse-reset"),
    post<post_refuse_own_role>                               ("/settings/sign-in/refuse-role"),
    get<get_own_password>                                    ("/settings/password"),
    plain_post<post_own_password>                            ("/settings/password"),
    get<get_own_factor>                                      ("/settings/factor"),
    plain_post<proved<post_own_factor>>                      ("/settings/factor"),
    post<proved<post_recovery_codes>>                        ("/settings/recovery-codes"),
    get<get_place>                                           ("/settings/place"),
    plain_post<proved<post_place>>                           ("/settings/place"),
    get<get_sessions>                                        ("/settings/sessions"),
    plain_post<post_end_session>                             ("/settings/sessions/end"),
    plain_post<post_end_sessions>                            ("/settings/sessions/end-all"),
    get<get_tokens>                                          ("/settings/tokens"),
    post<proved<post_make_token>>                            ("/settings/tokens"),
    post<post_revoke_token>                                  ("/settings/tokens/revoke"),
    get<get_sign_ins>                                        ("/settings/sign-ins"),
    post<proved<post_invite>>                                ("/settings/sign-ins/invite"),
    post<proved<post_ask_reset>>                             ("/settings/sign-ins/ask-reset"),
    post<proved<post_agree_reset>>                           ("/settings/sign-ins/agree-reset"),
    post<post_refuse_reset>                                  ("/settings/sign-ins/refuse-reset"),
    get<get_import<app::ListOf::children>>                   ("/settings/import/children"),
    {{Method::post, "/settings/import/children", post_import<app::ListOf::children>, BodyKind::raw, document_body}, Door::own_check},
    big_post<proved<post_import_table<app::ListOf::children>>>("/settings/import/children/table"),
    get<get_import<app::ListOf::staff>>                      ("/settings/import/staff"),
    {{Method::post, "/settings/import/staff", post_import<app::ListOf::staff>, BodyKind::raw, document_body}, Door::own_check},
    big_post<proved<post_import_table<app::ListOf::staff>>>  ("/settings/import/staff/table"),
    get<get_people_here>                                     ("/settings/people"),
    get<get_add_here>                                        ("/settings/people/add"),
    post<proved<post_add_here>>                              ("/settings/people/add"),
    get<get_person_here>                                     ("/settings/people/{person}"),
    get<get_person_form<PersonForm::rename>>                 ("/settings/people/{person}/name"),
    post<post_rename_here>                                   ("/settings/people/{person}/name"),
    get<get_person_form<PersonForm::email>>                  ("/settings/people/{person}/email"),
    post<proved<post_email_here>>                            ("/settings/people/{person}/email"),
    get<get_person_form<PersonForm::ask_role>>               ("/settings/people/{person}/role"),
    post<proved<post_ask_role>>                              ("/settings/people/{person}/role"),
    get<get_person_form<PersonForm::take_role>>              ("/settings/people/{person}/take-role"),
    post<proved<post_take_role>>                             ("/settings/people/{person}/take-role"),
    get<get_person_form<PersonForm::away>>                   ("/settings/people/{person}/away"),
    post<post_away>                                          ("/settings/people/{person}/away"),
    post<post_back>                                          ("/settings/people/{person}/back"),
    get<get_person_form<PersonForm::left>>                   ("/settings/people/{person}/left"),
    post<proved<post_left>>                                  ("/settings/people/{person}/left"),
    post<proved<post_agree_role>>                            ("/settings/people/{person}/agree"),
    post<post_refuse_role>                                   ("/settings/people/{person}/refuse"),
    open(Method::get,  "/training",                             get_training),
    get<get_my_training>                                     ("/training/mine"),
    get<get_plan_training>                                   ("/training/plan"),
    post<post_plan_training>                                 ("/training/plan"),
    get<get_training_record>                                 ("/training/record"),
    post<post_training_record>                               ("/training/record"),
    post<post_strike_out>                                    ("/training/record/strike-out"),
    post<post_understood>                                    ("/training/understood"),
    open(Method::get,  "/training/learn",                       get_self_led),
    open(Method::post, "/training/learn",                       post_self_led),
    post<post_keep_self_led>                                 ("/training/learn/keep"),
    open(Method::get,  "/training/{session}",                   get_session),
    open(Method::get,  "/training/{session}/calendar",          get_session_calendar),
    post<post_book_place>                                    ("/training/{session}/book"),
    post<post_give_up_place>                                 ("/training/{session}/give-up"),
    post<post_attend>                                        ("/training/{session}/attend"),
    post<post_evaluate>                                      ("/training/{session}/evaluate"),
    get<get_certificate>                                     ("/training/{session}/certificate"),
    get<get_register>                                        ("/training/{session}/register"),
    post<post_register>                                      ("/training/{session}/register"),
    post<post_open_code>                                     ("/training/{session}/code"),
    post<post_cancel_training>                               ("/training/{session}/cancel"),
    get<get_new_referral>                                    ("/cases/{ref}/referrals/new"),
    post<post_new_referral>                                  ("/cases/{ref}/referrals/new"),
    get<get_sent_referral>                                   ("/cases/{ref}/referrals/{referral}"),
    get<get_referral_to_send>                                ("/cases/{ref}/referrals/{referral}/send"),
    post<post_write_referral>                                ("/cases/{ref}/referrals/{referral}/write"),
    post<post_send_referral>                                 ("/cases/{ref}/referrals/{referral}/send"),
    post<post_discard_referral>                              ("/cases/{ref}/referrals/{referral}/discard"),
    post<post_follow_referral>                               ("/cases/{ref}/referrals/{referral}/step"),
    post<post_written_answer>                                ("/cases/{ref}/referrals/{referral}/answered/step"),
    post<proved<post_link>>                                  ("/cases/{ref}/referrals/{referral}/link"),
    post<post_revoke_link>                                   ("/cases/{ref}/referrals/{referral}/link/revoke"),
    get<get_referral_paper>                                  ("/cases/{ref}/referrals/{referral}/paper"),
    get<get_received_referrals>                              ("/referrals"),
    plain_post<post_find_referrals>                          ("/referrals/find"),
    get<get_received_referral>                               ("/referrals/{referral}"),
    post<post_answer_referral>                               ("/referrals/{referral}/step"),
    get<get_received_referral_readers>                       ("/referrals/{referral}/readers"),
    plain_post<proved<post_received_referral_readers>>       ("/referrals/{referral}/readers/export"),
    get<get_sent_referral_readers>                           ("/cases/{ref}/referrals/{referral}/readers"),
    plain_post<proved<post_sent_referral_readers>>           ("/cases/{ref}/referrals/{referral}/readers/export"),
    get<get_referral_readers>                                ("/referrals/{referral}/who-reads"),
    post<proved<post_referral_readers>>                      ("/referrals/{referral}/who-reads"),

    open(Method::get,  "/api/v1/openapi.json",                  get_openapi),
    call<post_api_concern>(Method::post,                     "/api/v1/concerns"),
    call<get_api_concern>(Method::get,                       "/api/v1/concerns/{reference}"),
    call<get_api_people>(Method::get,                        "/api/v1/people"),
    // clang-format on
};

constexpr auto addresses = [] {
    std::array<Address, std::size(written_out) + kept_forms.size()> all{};
    std::ranges::copy(kept_forms, std::ranges::copy(written_out, all.begin()).out);
    return all;
}();

constexpr auto route_table = [] {
    std::array<Route, std::size(addresses)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = addresses[i].route;
    return all;
}();

}  // namespace

std::span<const Address> all_addresses()
{
    return addresses;
}

std::span<const Route> routes()
{
    return route_table;
}

}  // namespace safelead::web
