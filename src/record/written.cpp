#include "record/written.h"

#include "base/folded.h"
#include "base/overloaded.h"

namespace safelead::record {
namespace {

using Texts = std::vector<std::string_view>;

void add(Texts& texts, const ConcernEvent& event)
{
    std::visit(Overloaded{
                   [&](const ConcernReported& e) {
                       texts.insert(texts.end(), {e.words, e.when.words, e.where, e.child_now});
                   },
                   [&](const ConcernEscalated& e) { texts.push_back(e.why); },
                   [&](const ConcernKeptWithoutCase& e) { texts.push_back(e.reason); },
                   [&](const StillWorried& e) { texts.push_back(e.words); },
                   [](const auto&) {},
               },
               event);
}

/// Every text that somebody typed in a record, however deep.
template <class Value>
void add_typed(Texts& texts, const Value& value)
{
    if constexpr (std::is_same_v<Value, std::string>) {
        texts.push_back(value);
    } else if constexpr (std::is_same_v<Value, EventTime>) {
        texts.push_back(value.words);
    } else if constexpr (Listed<Value>) {
        each_field_of(value, [&](std::string_view, const auto& field) { add_typed(texts, field); });
    } else if constexpr (requires { value.begin()->words; }) {
        for (const auto& item : value) add_typed(texts, item);
    }
}

void add(Texts& texts, const CaseEvent& event)
{
    std::visit(
        Overloaded{
            [&](const PersonAdded& e) { texts.push_back(e.called); },
            [&](const PersonTakenOut& e) { texts.push_back(e.why); },
            [&](const FactsAnswered& e) { texts.push_back(e.told_by); },
            [&](const Consulted& e) {
                texts.insert(texts.end(), {e.with, e.person, e.how, e.when.words, e.advised});
            },
            [&](const DecisionMade& e) {
                texts.push_back(e.reason);
                for (const auto& unknown : e.still_unknown) texts.push_back(unknown.why_safe);
            },
            [&](const DecisionSignedOff& e) {
                if (e.called) texts.insert(texts.end(), {e.called->name, e.called->said});
            },
            [&](const SignOffRefused& e) { texts.push_back(e.reason); },
            [&](const ReferralMade& e) {
                texts.insert(texts.end(),
                             {e.to, e.how, e.when.words, e.said, e.their_person, e.their_reference});
            },
            [&](const GivenBack& e) { texts.insert(texts.end(), {e.agency, e.person, e.when.words, e.why}); },
            [&](const TaskSet& e) { texts.push_back(e.words); },
            [&](const TaskDone& e) { texts.push_back(e.note); },
            [&](const TaskDropped& e) { texts.push_back(e.why); },
            [&](const NoteAdded& e) { texts.insert(texts.end(), {e.when.words, e.words}); },
            [&](const CaseClosed& e) { texts.push_back(e.reason); },
            [&](const CaseReopened& e) { texts.push_back(e.reason); },
            [&](const KeptRecord auto& e) { add_typed(texts, e); },
            [](const auto&) {},
        },
        event);
}

template <class Thing>
Texts written(const Thing& thing)
{
    Texts texts;
    for (const auto& happened : thing.history) add(texts, *happened.event);
    return texts;
}

bool is_of_a_word(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    constexpr unsigned char first_not_ascii = 0x80;
    return byte >= first_not_ascii || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

}  // namespace

std::vector<std::string_view> written_in(const Concern& concern)
{
    return written(concern);
}

std::vector<std::string_view> written_in(const Case& of)
{
    return written(of);
}

std::vector<std::string_view> written_in(const Referral& referral)
{
    Texts texts;
    if (referral.sent) texts.insert(texts.end(), {referral.sent->from.name, referral.sent->by_name});
    for (const auto& child : referral.children) add_typed(texts, child);
    add_typed(texts, referral.words);
    for (const auto& step : referral.steps) {
        texts.push_back(step.said.words);
        if (!step.said.police) continue;
        add_typed(texts, *step.said.police);
        if (!step.said.police->recorded_as) continue;
        for (const auto& child : *step.said.police->recorded_as) add_typed(texts, child);
    }
    return texts;
}

std::vector<std::string> words_of_text(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded(text)) {
        if (is_of_a_word(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

}  // namespace safelead::record
