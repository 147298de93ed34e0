#pragma once

// What young people read when they write to their school. tools/reading-age measures these words: they must
// be plain enough for a reader of 11.

#include "web/text/phrase.h"

namespace safelead::web::words::talk {

inline constexpr Phrase danger{
    "talk.danger",
    "**Are you in danger, or might you hurt yourself? Ring [999](tel:999) now.** Nothing here rings anyone."};
inline constexpr Phrase childline_now{"talk.childline-now",
                                      "Do you need to talk to someone now? Ring Childline. It is free."};
inline constexpr Phrase danger_words{"talk.danger-words",
                                     "**It sounds like things may be very hard right now.** If you are not "
                                     "safe, don't wait for your school. Ring one of these."};

inline constexpr Phrase start_title{"talk.start-title", "Talk to someone at my school"};
inline constexpr Phrase start_about{
    "talk.start-about",
    "You can write to the people at your school whose job is to keep children safe. You don't have to say "
    "who "
    "you are. You get a secret code. With it you can come back, read the answer and write more."};
inline constexpr Phrase start_keeps{"talk.start-keeps", "This page puts nothing on your phone or computer."};
inline constexpr Phrase which_school{"talk.which-school", "Which school do you go to?"};
inline constexpr Phrase choose_school{"talk.choose-school", "Choose your school"};
inline constexpr Phrase next{"talk.next", "Next"};
inline constexpr Phrase no_schools{
    "talk.no-schools",
    "No school has this page switched on yet. You can tell an adult you trust, or ring Childline."};
inline constexpr Phrase not_in_list{"talk.not-in-list", "My school is not in the list"};
inline constexpr Phrase not_in_list_about{
    "talk.not-in-list-about",
    "Then your school does not use this page. You can tell an adult there whom you trust, or ring Childline. "
    "There is [more help here](/young-people)."};
inline constexpr Phrase have_code{"talk.have-code", "I have a code"};

inline constexpr Phrase write_title{"talk.write-title", "Write to {0}"};
inline constexpr Phrase who_reads{"talk.who-reads", "Who reads it, and when?"};
inline constexpr Phrase readers{"talk.readers",
                                "These people read it: **{0}**. Their job is to keep children safe."};
inline constexpr Phrase reading_days{"talk.reading-days", "They read messages in term time: {0}."};
inline constexpr Phrase reading_now{"talk.reading-now", "They are there now, until {0}."};
inline constexpr Phrase reading_next{"talk.reading-next",
                                     "**Nobody is reading messages now.** They next read them on {0}, from "
                                     "{1}. If you can't wait, ring Childline."};
inline constexpr Phrase reading_unknown{"talk.reading-unknown",
                                        "**Nobody is reading messages now.** We don't know when they next "
                                        "will. If you can't wait, ring Childline."};
inline constexpr Phrase expect_same_day{"talk.expect-same-day", "They try to answer on the day they get it."};
inline constexpr Phrase expect_next_day{
    "talk.expect-next-day", "They try to answer by the end of the next day that they read messages."};
inline constexpr Phrase expect_two_days{"talk.expect-two-days",
                                        "They try to answer within two of the days that they read messages."};
inline constexpr Phrase not_secret{"talk.not-secret", "What we can't keep secret"};
inline constexpr Phrase not_secret_about{"talk.not-secret-about",
                                         "If you or someone else is being hurt, or could get hurt, we can't "
                                         "keep it secret. We have to tell people "
                                         "who can help, so that you are safe. That could be a social worker, "
                                         "the police, or your mum, dad or carer. "
                                         "We try to tell you first. We tell as few people as we can."};
inline constexpr Phrase not_found{"talk.not-found", "We may not be able to find you"};
inline constexpr Phrase not_found_about{
    "talk.not-found-about",
    "We may not be able to find you unless you say who you are. If you are in danger, ring [999](tel:999)."};
inline constexpr Phrase no_pictures{
    "talk.no-pictures", "Don't send a picture, and don't say what is in one. We will never ask you to."};
inline constexpr Phrase words_label{"talk.words-label", "What do you want to say?"};
inline constexpr Phrase words_hint{"talk.words-hint", "Say as much or as little as you like."};
inline constexpr Phrase name_label{"talk.name-label", "Your name, if you want to say it"};
inline constexpr Phrase name_hint{
    "talk.name-hint",
    "You don't have to. Your name is locked away, not kept with what you write. It is opened if you say yes. "
    "It can also be opened if you may be in danger right now. Then you are told who did it and why."};
inline constexpr Phrase may_open_label{"talk.may-open-label", "If you gave your name, may we look at it?"};
inline constexpr Phrase ask_first{"talk.ask-first", "Ask me first"};
inline constexpr Phrase may_open{"talk.may-open", "Yes, you may look"};
inline constexpr Phrase about_label{"talk.about-label", "Is it about a grown-up who works at your school?"};
inline constexpr Phrase about_hint{
    "talk.about-hint", "If it is about one of the people who read this, it goes to someone else."};
inline constexpr Phrase about_no{"talk.about-no", "No, or I don't want to say"};
inline constexpr Phrase about_someone{"talk.about-someone", "Yes, someone else who works there"};
inline constexpr Phrase about_lead{"talk.about-lead", "Yes, someone whose job is to keep children safe: {0}"};
inline constexpr Phrase about_head{"talk.about-head", "Yes, the head of the school: {0}"};
inline constexpr Phrase about_both{"talk.about-both", "Yes, both of these"};
inline constexpr Phrase send{"talk.send", "Send"};

inline constexpr Phrase sent_title{"talk.sent-title", "Your message is sent"};
inline constexpr Phrase code_title{"talk.code-title", "Your secret code"};
inline constexpr Phrase code_about{
    "talk.code-about",
    "**Write these nine words down now, in this order.** We show them only once. You need them to come back. "
    "Anyone who has them can read what you wrote, so keep them safe."};
inline constexpr Phrase code_lasts{"talk.code-lasts", "The code works for 90 days after the last message."};
inline constexpr Phrase code_gone{"talk.code-gone",
                                  "You sent this some time ago. We showed your code then, and we can't show "
                                  "it again. If you don't have it, "
                                  "you can write again and get a new one."};
inline constexpr Phrase to_head{
    "talk.to-head", "Your message goes to the head of the school. We can't say when they will read it."};
inline constexpr Phrase to_chair{
    "talk.to-chair",
    "Your message goes to the person in charge of the governors. They look after how the school is run. We "
    "can't say when they will read it."};
inline constexpr Phrase come_back{"talk.come-back", "Come back with your code"};
inline constexpr Phrase more_help{"talk.more-help", "More help"};
inline constexpr Phrase taken_out{
    "talk.taken-out",
    "Something in your message was not words, so we took it out. We keep words only, never files."};

inline constexpr Phrase back_title{"talk.back-title", "Come back with your code"};
inline constexpr Phrase code_label{"talk.code-label", "Your nine words"};
inline constexpr Phrase code_hint{"talk.code-hint",
                                  "Big or small letters are both fine. Leave a space after each word."};
inline constexpr Phrase open{"talk.open", "Open"};
inline constexpr Phrase wrong_code{
    "talk.wrong-code",
    "That code does not open anything at this school. Check each word, and check the school"};
inline constexpr Phrase lost_code{"talk.lost-code", "I lost my code"};
inline constexpr Phrase lost_code_about{"talk.lost-code-about",
                                        "We can't find it for you, as we don't know who you are. It also "
                                        "stops after 90 days with no message. You "
                                        "can [write again](/young-people/talk) and get a new code."};

inline constexpr Phrase talk_title{"talk.talk-title", "Your messages"};
inline constexpr Phrase you_wrote{"talk.you-wrote", "You, {0}"};
inline constexpr Phrase they_wrote{"talk.they-wrote", "{0}, {1}"};
inline constexpr Phrase read_at{"talk.read-at", "What you wrote was read on {0}."};
inline constexpr Phrase not_read{"talk.not-read", "Your newest message has not been read yet."};
inline constexpr Phrase became_concern{"talk.became-concern",
                                       "What you told us is now written down as a worry that your school "
                                       "must act on. The people who keep children "
                                       "safe will read it and make a plan."};
inline constexpr Phrase in_case{
    "talk.in-case",
    "Your school is working on it now. They may have to tell others who can help, such as a social worker."};
inline constexpr Phrase asked_title{"talk.asked-title", "{0} asks if they may look at your name"};
inline constexpr Phrase asked_why{"talk.asked-why", "They say why: “{0}”"};
inline constexpr Phrase asked_question{"talk.asked-question", "May they look at your name?"};
inline constexpr Phrase yes{"talk.yes", "Yes"};
inline constexpr Phrase no{"talk.no", "No"};
inline constexpr Phrase name_kept{"talk.name-kept", "Your name is locked away. Nobody has looked at it."};
inline constexpr Phrase name_agreed{"talk.name-agreed", "You said that they may look at your name."};
inline constexpr Phrase name_refused{"talk.name-refused", "You said that they may not look at your name."};
inline constexpr Phrase opened_agreed{"talk.opened-agreed",
                                      "{0} looked at your name on {1}, as you said they may."};
inline constexpr Phrase opened_danger{
    "talk.opened-danger",
    "{0} looked at your name on {1}. They thought that you or someone else may be in danger. They say why: "
    "“{2}” Someone else at your school checks if that was right."};
inline constexpr Phrase ended{"talk.ended",
                              "Your school thinks that this is done for now. You can still write more."};
inline constexpr Phrase more_label{"talk.more-label", "Do you want to write more?"};
inline constexpr Phrase off{"talk.off",
                            "**Your school has stopped using this page.** Nobody may read it if you write "
                            "more, so you can't. What you "
                            "wrote before is still kept. Tell an adult you trust, or ring Childline."};
inline constexpr Phrase leave{"talk.leave", "I am done"};
inline constexpr Phrase leave_about{"talk.leave-about",
                                    "Press this when you are done, so that nobody else can go back to this "
                                    "page. It also closes after 30 minutes."};

inline constexpr Phrase no_words{"talk.no-words", "Write what you want to say"};
inline constexpr Phrase too_long{"talk.too-long", "This is too long for one message. Send it in two parts"};
inline constexpr Phrase too_much{
    "talk.too-much",
    "There is no more room in these messages. Start again from the first page to get a new code"};
inline constexpr Phrase wait{"talk.wait",
                             "A lot is being sent right now. Nothing was sent this time. Try again in an "
                             "hour. If you can't wait, ring Childline"};
inline constexpr Phrase crowded{"talk.crowded", "That did not work. Nothing is lost. Please send it again"};
inline constexpr Phrase sent_before{
    "talk.sent-before",
    "You sent this before with other words, and those were kept. Send it again to add this one"};
inline constexpr Phrase over{"talk.over",
                             "You were away for too long, so this was closed to keep it safe. What you wrote "
                             "just now was not sent. Put in your code again"};

}  // namespace safelead::web::words::talk
