#include "app/issuer_steps.h"

#include "app/parts.h"
#include "app/texts.h"
#include "base/overloaded.h"
#include "crypto/digest.h"
#include "crypto/random.h"

namespace safelead::app {
namespace {

constexpr std::string_view step_kind = "issuer-step";
constexpr std::string_view used_kind = "issuer-state-used";
constexpr std::size_t longest_token = 100;  // Ours have 43 letters.
constexpr std::size_t fixed_texts = 12;

std::string step_id(std::string_view state)
{
    return to_hex(crypto::sha256(bytes_of("issuer-step\n" + std::string{state})));
}

std::vector<std::string> texts_of(const IssuerPurpose& purpose)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return std::vector<std::string>{"sign-in", "", ""}; },
                          [](const ToTie& tie) {
                              return std::vector<std::string>{"tie", std::string{tie.person.text()},
                                                              std::string{tie.session.text()}};
                          },
                          [](const ToTakeUp& take_up) {
                              return std::vector<std::string>{"take-up", take_up.invitation, ""};
                          },
                      },
                      purpose);
}

std::optional<IssuerPurpose> purpose_of(const std::string& what, const std::string& one,
                                        const std::string& other)
{
    if (what == "sign-in") return IssuerPurpose{};
    if (what == "tie") return IssuerPurpose{ToTie{PersonId{one}, SessionId{other}}};
    if (what == "take-up") return IssuerPurpose{ToTakeUp{one}};
    return std::nullopt;
}

void add_draft(std::vector<std::string>& texts, const Draft& draft)
{
    texts.push_back(draft.form);
    texts.emplace_back(draft.of ? draft.of->text() : std::string_view{});
    for (const auto& [name, value] : draft.fields) {
        texts.push_back(name);
        texts.push_back(value);
    }
}

/// From the texts after the fixed ones; nothing if there are none.
std::optional<Draft> draft_of(const std::vector<std::string>& texts)
{
    if (texts.size() < fixed_texts + 2) return std::nullopt;
    Draft draft{.form = texts[fixed_texts], .of = {}, .fields = {}, .saved_at = {}};
    if (const auto& of = texts[fixed_texts + 1]; !of.empty()) draft.of = record::Reference{of};
    for (auto i = fixed_texts + 2; i + 1 < texts.size(); i += 2)
        draft.fields.emplace_back(texts[i], texts[i + 1]);
    return draft;
}

std::optional<IssuerStep> read_step(BytesView plaintext)
{
    const auto texts = unpack_texts(plaintext);
    if (!texts || texts->size() < fixed_texts) return std::nullopt;
    const auto& text = *texts;
    const auto began = parse_instant(text[4]);
    auto purpose = purpose_of(text[5], text[6], text[7]);
    if (!began || !purpose) return std::nullopt;
    return IssuerStep{text[0], text[1], text[2],  text[3],  *began,        *std::move(purpose),
                      text[8], text[9], text[10], text[11], draft_of(text)};
}

}  // namespace

std::string issuer_browser_digest(std::string_view browser)
{
    return to_hex(crypto::sha256(bytes_of("issuer-browser\n" + std::string{browser})));
}

std::string keep_issuer_step(Parts& parts, const IssuerStep& step)
{
    auto state = crypto::random_token();
    std::vector<std::string> texts{step.issuer, step.browser, step.verifier, step.nonce, to_text(step.began)};
    for (auto& text : texts_of(step.purpose)) texts.push_back(std::move(text));
    for (const auto* text : {&step.device, &step.about, &step.ends, &step.next}) texts.push_back(*text);
    if (step.carried) add_draft(texts, *step.carried);
    parts.passing->put(
        {std::string{step_kind}, step_id(state), {}, pack_texts(texts), step.began + issuer_step_lasts});
    return state;
}

std::optional<IssuerStep> take_issuer_step(Parts& parts, std::string_view state, std::string_view browser)
{
    if (state.empty() || browser.empty() || state.size() > longest_token || browser.size() > longest_token)
        return std::nullopt;
    const auto id = step_id(state);
    const auto now = parts.now();
    const auto thing = parts.passing->get(step_kind, id, now);
    auto step = thing ? read_step(thing->plaintext) : std::nullopt;
    if (!step || now + clocks_may_differ < step->began) return std::nullopt;
    const auto theirs = issuer_browser_digest(browser);
    if (!crypto::equal_in_constant_time(bytes_of(step->browser), bytes_of(theirs))) return std::nullopt;
    // Two that come at once are told apart by the count, not by the row.
    const auto times = parts.passing->store().increment(used_kind, id, now, now + issuer_step_lasts);
    parts.passing->store().remove(step_kind, id);
    if (times != 1) return std::nullopt;
    return step;
}

}  // namespace safelead::app
