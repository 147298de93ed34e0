#pragma once

// The parts of the page on the law: each point, what it rests on, and that no lawyer has checked it.

#include "web/pages/words.h"

#include <initializer_list>

namespace safelead::web {

/// How a point was learnt. None is verified: a person has to do that, clause by clause.
enum class Basis {
    seen,         ///< The source itself was read, in part.
    second_hand,  ///< Others' quotations of it.
    guide_2017,   ///< The Leeds guide of April 2017 says so.
    general,      ///< General knowledge.
    project_rule  ///< What Safelead does, where the law leaves a judgement.
};

struct LawSource {
    Phrase where;
    Basis basis;
};

struct LawPart {
    std::string_view id;  ///< For the list at the top.
    Phrase heading;
    std::initializer_list<Phrase> paragraphs;
    std::initializer_list<LawSource> sources;
};

[[nodiscard]] Html law_part(const Speaker& say, const LawPart& part);

[[nodiscard]] Html law_on_images(const Speaker& say);
[[nodiscard]] Html law_on_police(const Speaker& say);
/// What has changed in 2026, and what has not begun.
[[nodiscard]] Html law_of_2026(const Speaker& say);

}  // namespace safelead::web
