#pragma once

// The guided exercise: a made-up situation, what the trainee would decide, and then the advice with its
// reasons and where theirs was another. Nothing is kept.

#include "decision/evaluate.h"
#include "guidance/exercise.h"
#include "guidance/pack.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <span>
#include <string>

namespace safelead::web {

/// All situations.
[[nodiscard]] Html practice_page(const Speaker& say, std::span<const guidance::Exercise> exercises);

/// What somebody decided before they saw the advice.
struct Tried {
    std::string category;
    std::string route;
    decision::Advice advice;
    std::vector<guidance::Step> steps;
};

struct ExercisePage {
    const guidance::Pack& pack;
    const guidance::Exercise& exercise;
    std::string next;            ///< The id of the one after it; "" after the last.
    std::optional<Tried> tried;  ///< Nothing before they decided.
};

[[nodiscard]] Html exercise_page(const FormWriter& form, const ExercisePage& page);

/// Codes that an edition gives as a category and calls something.
[[nodiscard]] std::vector<std::string_view> categories_of(const guidance::Pack& pack);

}  // namespace safelead::web
