#pragma once

// Learning by oneself: the guide, then one situation after the other.

#include "app/self_led.h"
#include "decision/evaluate.h"
#include "guidance/exercise.h"
#include "guidance/pack.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>

namespace safelead::web {

/// What was decided in the situation before.
struct DecidedBefore {
    const guidance::Exercise& exercise;
    std::string route;
    decision::Advice advice;
};

struct SelfLedPage {
    const guidance::Pack& pack;
    const app::Chosen& chosen;
    std::optional<DecidedBefore> before;
    const guidance::Exercise* now = nullptr;  ///< Null after the last.
    std::size_t number = 0;                   ///< Of `now`, from 1.
    std::size_t of = 0;
};

/// Before the first: `guide` is the guide's own words.
[[nodiscard]] Html self_led_start(const FormWriter& form, const learning::Topic& topic, Html guide);

/// What was decided before beside the advice, then the next situation.
[[nodiscard]] Html self_led_page(const FormWriter& form, const SelfLedPage& page);

/// How it went, with a way to keep it for somebody signed in (`keep`).
[[nodiscard]] Html self_led_end(const FormWriter& form, const app::Chosen& chosen, const app::HowItWent& went,
                                const std::optional<FormFrame>& keep);

/// The hidden field for each that was chosen: "S01 MANAGE".
inline constexpr std::string_view chosen_field = "chosen";

}  // namespace safelead::web
