#include "web/pages/referral_step_words.h"

#include "base/bug.h"
#include "web/pages/words.h"

#include <array>

namespace safelead::web {

namespace {

using record::StepKind;

constexpr std::array all_words{
    StepWords{StepKind::received,
              "Received"_p,
              "We have received it"_p,
              "A word to the sender, if you like"_p,
              {},
              "Record that it was received"_p},
    StepWords{StepKind::decided, "Decided"_p, "Decide"_p, "Why?"_p,
              "The sender reads this. Give the reason also where nothing more is done"_p,
              "Record the decision"_p},
    StepWords{StepKind::more_asked,
              "More was asked"_p,
              "Ask for more"_p,
              "What do you need to know?"_p,
              {},
              "Ask the sender"_p},
    StepWords{StepKind::more_answered, "Answered"_p, "Answer what was asked"_p, "Your answer"_p,
              "Never what an image shows"_p, "Send the answer"_p},
    StepWords{StepKind::fed_back,
              "The sender was told what happens next"_p,
              "Tell the sender what happens next"_p,
              "What happens next, and what may the child and the parents be told?"_p,
              {},
              "Tell the sender"_p},
    StepWords{StepKind::closed, "Closed"_p, "Close this referral"_p, "What came of it?"_p, {}, "Close it"_p},
    StepWords{StepKind::withdrawn, "Withdrawn"_p, "Withdraw it"_p, "Why?"_p,
              "What they have recorded already, they keep"_p, "Withdraw it"_p},
    StepWords{StepKind::redirected,
              "Redirected"_p,
              "It belongs to somebody else"_p,
              "Why, and what has been told them already?"_p,
              {},
              "Redirect it"_p},
    StepWords{StepKind::silence_noticed, "Nobody had answered in time"_p, {}, {}, {}, {}},
    StepWords{StepKind::managers_told, "Nobody had answered: shown to managers"_p, {}, {}, {}, {}},
    StepWords{StepKind::police_recorded,
              "What the police recorded"_p,
              "Record what the police did"_p,
              "Anything else"_p,
              {},
              "Record this"_p},
    StepWords{StepKind::disagreement_raised, "Not agreed"_p, "We do not agree"_p,
              "What do you not agree with, and what do you ask for?"_p,
              "A child who is in danger does not wait for this: ring 999, or ring again"_p,
              "Record that we do not agree"_p},
    StepWords{StepKind::disagreement_answered,
              "Answer to the disagreement"_p,
              "Answer the disagreement"_p,
              "What was said, and by whom?"_p,
              {},
              "Record the answer"_p},
    StepWords{StepKind::meeting_told, "Told of a strategy meeting"_p, "Tell them of a strategy meeting"_p,
              "Anything else they should know of it"_p,
              "They see the day, who was there, and the actions you choose; nothing else of the case"_p,
              "Tell them"_p},
    StepWords{StepKind::action_answered,
              "What became of an action"_p,
              "Say what became of an action"_p,
              "What was done, or why not?"_p,
              {},
              "Record what became of it"_p},
    StepWords{StepKind::sent_on, "Sent on to the right agency"_p, {}, {}, {}, {}},
};

/// Whoever raised what is not agreed does not answer it: they end it.
constexpr StepWords ending_words{StepKind::disagreement_answered,
                                 {},
                                 "End the disagreement"_p,
                                 "What was agreed or settled, and by whom?"_p,
                                 "Both sides see it. After that, this referral can be closed"_p,
                                 "Record that it is over"_p};

/// Whoever has redirected it does not receive it: they take that back.
constexpr StepWords taking_back_words{
    StepKind::received,
    {},
    "It is ours after all"_p,
    "Why do you take it back?"_p,
    "It is yours to answer again. Once the sender has sent it on, this can no longer be done"_p,
    "Take it back"_p};

/// Said by the sender for an agency without an account, beside what the sender does not agree with.
constexpr StepWords their_raising_words{StepKind::disagreement_raised,
                                        {},
                                        "They do not agree"_p,
                                        "What do they not agree with, and what do they ask for?"_p,
                                        {},
                                        "Record that they do not agree"_p};

/// Nothing is sent to an agency without an account.
constexpr StepWords told_by_word_words{StepKind::meeting_told,
                                       {},
                                       "Write down that they were told of a strategy meeting"_p,
                                       "How were they told, and who there was?"_p,
                                       "You tell them yourself. Whoever opens a link that you give them sees "
                                       "the day, who was there, and the actions you choose"_p,
                                       "Record that they were told"_p};

constexpr std::array<DecisionWords, 8> decisions{{
    {"urgent-protection", "Protect the child at once"_p},
    {"section-47", "Enquiries under section 47 (Children Act 1989)"_p},
    {"section-17", "Assessment as a child in need, section 17"_p},
    {"other-services", "Early help or other services"_p},
    {"specialist-assessment", "Specialist assessment"_p},
    {"police-enquiry", "Police enquiry"_p},
    {"advice-given", "Advice: the sender goes on"_p},
    {"no-further-action", "No further action"_p},
}};

}  // namespace

std::span<const StepWords> step_words()
{
    return all_words;
}

std::span<const DecisionWords> decision_words()
{
    return decisions;
}

const StepWords& words_for(StepKind kind)
{
    for (const auto& one : all_words)
        if (one.kind == kind) return one;
    throw_bug("a step of a referral has no words");
}

bool is_raised_here(const ReferralPage& page)
{
    const auto& open = page.view.it->disagreement;
    return open && open->raised_by == page.view.side;
}

const StepWords& words_of_form(const ReferralPage& page, const StepWords& words)
{
    if (words.kind == StepKind::disagreement_answered && is_raised_here(page)) return ending_words;
    if (words.kind == StepKind::disagreement_raised && page.answering == Answering::written_down)
        return their_raising_words;
    if (words.kind == StepKind::meeting_told && page.view.it->to.id.text().empty()) return told_by_word_words;
    const bool is_redirected = page.view.it->state == record::ReferralState::redirected;
    return words.kind == StepKind::received && is_redirected ? taking_back_words : words;
}

}  // namespace safelead::web
