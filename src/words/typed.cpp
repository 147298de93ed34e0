#include "words/typed.h"

#include "words/skeleton.h"
#include "words/spans.h"

namespace safelead::words {

Typed take_out_data(std::string_view text)
{
    const Skeleton skeleton = skeleton_of(text);
    Typed typed;
    std::size_t kept_to = 0;
    for (const Span& span : find_spans(skeleton.letters)) {
        typed.text += text.substr(kept_to, skeleton.from[span.begin] - kept_to);
        typed.text += span.carries == Carries::link ? link_marker : data_marker;
        (span.carries == Carries::link ? typed.links_taken_out : typed.data_taken_out) += 1;
        kept_to = skeleton.from[span.end];
    }
    typed.text += text.substr(kept_to);
    return typed;
}

}  // namespace safelead::words
